"""One delegation: its reply, grounds, places and members, each changed on its own."""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from participants.domain.listing import lines
from participants.domain.names import address
from participants.domain.texts import text_in
from participants.forms.delegates import QuickDelegateForm
from participants.forms.delegations import GroundsForm, PlacesForm, ReplyForm, WhyForm
from participants.forms.notes import NoteForm
from participants.forms.wording import names_of_requests
from participants.links import token_of
from participants.models import Delegate, Delegation, Entity
from participants.models.roster import STATUSES
from participants.operations.acting import Stale
from participants.operations.delegations import (
    GroundsChanged,
    change_grounds,
    change_places,
    grounds_of,
    record_reply,
    restore_delegation,
    withdraw_delegation,
)
from participants.queries import entity_names, roster_facts
from participants.views.access import meeting_view
from participants.views.meanwhile import say_changed
from participants.views.parsing import number_of
from participants.views.saving import say_saved


def delegation_of(roster, uuid):
    return get_object_or_404(Delegation.objects.select_related("roster", "entity"), roster=roster, uuid=uuid)


def organs_of(roster, delegation):
    """Primary key, code and names of the organs that may act for the delegation."""
    organs = dict(Entity.objects.filter(parent=delegation.entity_id).order_by("code").values_list("pk", "code"))
    names = entity_names(roster, entities=organs) if organs else {}
    return [(key, code, names[key]) for key, code in organs.items()]


def grounds_form(roster, delegation, data=None):
    organs = [
        (code, text_in(names, get_language() or "en") or code) for _key, code, names in organs_of(roster, delegation)
    ]
    return GroundsForm(data, grounds=grounds_of(delegation), organs=organs, prefix="grounds")


def quick_form(delegation, members):
    has_head = any(one.role == "head" for one in members)
    initial = {"role": "adviser" if has_head else "head"}
    return QuickDelegateForm(instance=Delegate(delegation=delegation), initial=initial)


def members(line, languages):
    """Each with the form of address by language, and how far up and down it can move: the head stays first."""
    first = 1 if line.head else 0
    last = len(line.delegates) - 1
    for place, one in enumerate(line.delegates):
        addresses = [(code, address(one, code)) for code in languages]
        up, down = place - 1 if place > first else None, place + 1 if place < last else None
        yield {"one": one, "addresses": addresses, "up": up, "down": down, "is_movable": one.role != "head"}


def confidential(request, delegation):
    if "see_confidential" not in request.allowed:
        return []
    return list(delegation.confidential_notes.select_related("by").order_by("-at", "-pk"))


def page(request, roster, delegation, *, forms=None):
    facts = roster_facts(roster)
    line = next(one for one in lines(facts) if one.delegation.uuid == str(delegation.uuid))
    context = {
        "tab": "participants",
        "line": line,
        "delegation": line.delegation,
        "zone": roster.zone,
        "members": list(members(line, roster.document_languages)),
        "member_order": ",".join(one.uuid for one in line.delegates),
        "withdrawn_members": [one for one in line.delegation.delegates if one.is_withdrawn],
        "withdrawn_requests": [
            one for one in facts.requests if one.delegation == line.delegation.uuid and one.withdrawn_at is not None
        ],
        "observer_ground": any(one.ground == "observer" for one in line.delegation.invitations),
        "quick": quick_form(delegation, line.delegates),
        "reply": ReplyForm(instance=delegation, prefix="reply", now=timezone.now()),
        "places": PlacesForm(instance=delegation, prefix="places"),
        "grounds": grounds_form(roster, delegation),
        "replies": list(delegation.replies.select_related("decided_by")[:50]),
        "notes": confidential(request, delegation),
        "note_form": NoteForm(prefix="note"),
        "token": token_of(delegation),
        "generation": delegation.link_generation,
        "public_url": settings.PUBLIC_URL,
    }
    return render(request, "participants/delegation.html", context | (forms or {}))


@meeting_view("view_meeting")
def delegation(request, roster, uuid):
    return page(request, roster, delegation_of(roster, uuid))


@meeting_view("edit_delegations")
def reply(request, roster, uuid):
    row, now = delegation_of(roster, uuid), timezone.now()
    if request.method != "POST":
        return redirect("participants:delegation", roster.slug, uuid)
    form = ReplyForm(request.POST, instance=row, prefix="reply", now=now)
    if form.is_valid():
        try:
            promoted = record_reply(row, version=version_of(form), by=request.user, at=now, **form.wanted)
        except Stale as stale:
            form.add_stale(stale)
        else:
            say_saved(request, at=now, zone=roster.zone, what=_("The reply was recorded."))
            say_promoted(request, roster, promoted)
            return redirect("participants:delegation", roster.slug, uuid)
    return page(request, roster, delegation_of(roster, uuid), forms={"reply": form})


def version_of(form):
    return form.cleaned_data["version"] or 0


def say_promoted(request, roster, promoted):
    names = names_of_requests(roster, [grant.request for grant in promoted]) if promoted else {}
    for grant in promoted:
        words = _("%(name)s moved up from the waiting list and has observer place %(number)s.")
        messages.success(request, words % {"name": names[grant.request], "number": grant.place_number})


@meeting_view("edit_delegations")
def places(request, roster, uuid):
    row, now = delegation_of(roster, uuid), timezone.now()
    if request.method != "POST":
        return redirect("participants:delegation", roster.slug, uuid)
    form = PlacesForm(request.POST, instance=row, prefix="places")
    if form.is_valid():
        try:
            change_places(row, version=version_of(form), by=request.user, at=now, **form.wanted)
        except Stale as stale:
            form.add_stale(stale)
        else:
            say_saved(request, at=now, zone=roster.zone)
            return redirect("participants:delegation", roster.slug, uuid)
    return page(request, roster, delegation_of(roster, uuid), forms={"places": form})


@meeting_view("edit_delegations")
def grounds(request, roster, uuid):
    row, now = delegation_of(roster, uuid), timezone.now()
    if request.method != "POST":
        return redirect("participants:delegation", roster.slug, uuid)
    form = grounds_form(roster, row, request.POST)
    if form.is_valid():
        try:
            wanted, seen = form.wanted_grounds(), form.seen_grounds()
            change_grounds(row, seen=seen, wanted=wanted, by=request.user, at=now)
        except GroundsChanged as changed:
            form.add_changed(changed.now)
        else:
            say_saved(request, at=now, zone=roster.zone)
            return redirect("participants:delegation", roster.slug, uuid)
    return page(request, roster, row, forms={"grounds": form})


@meeting_view("edit_delegations")
def withdraw(request, roster, uuid):
    row, now = delegation_of(roster, uuid), timezone.now()
    name = text_in(entity_names(roster, entities=[row.entity_id])[row.entity_id], get_language() or "en")
    form = WhyForm(request.POST if request.method == "POST" else None, initial={"version": row.version})
    if request.method == "POST" and form.is_valid():
        try:
            promoted = withdraw_delegation(
                row, version=version_of(form), by=request.user, at=now, why=form.cleaned_data["why"]
            )
        except Stale as stale:
            words = _("This delegation was changed meanwhile: it is %(status)s now. Press again to withdraw it.")
            form.add_error(None, words % {"status": status_words(stale.current)})
            form.take_over(version=stale.current.version)
        else:
            said = _("The delegation of %(name)s was withdrawn.") % {"name": name}
            say_saved(request, at=now, zone=roster.zone, what=said)
            say_promoted(request, roster, promoted)
            return redirect("participants:delegation", roster.slug, uuid)
    context = {"tab": "participants", "form": form, "delegation": row, "name": name}
    return render(request, "participants/delegation_withdraw.html", context)


def status_words(row):
    return str(STATUSES[row.status])


@require_POST
@meeting_view("edit_delegations")
def restore(request, roster, uuid):
    row, now = delegation_of(roster, uuid), timezone.now()
    try:
        restore_delegation(row, version=number_of(request.POST, "version"), by=request.user, at=now)
    except Stale as stale:
        say_changed(request, name=_("The delegation"), now=status_words(stale.current))
    else:
        say_saved(request, at=now, zone=roster.zone, what=_("The delegation is on the list again, as proposed."))
    return redirect("participants:delegation", roster.slug, uuid)
