"""The registration desk: its terms, second places, places of invited delegations that nobody answered for."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from events.links import observers_link
from participants.domain.desk import form_state, rules_at
from participants.domain.texts import text_in
from participants.forms.desk import DeskForm, ReleaseForm
from participants.forms.wording import entity_name, refusal_words, state_words
from participants.grounds import zone_of
from participants.models import Delegation
from participants.models.roster import STATUSES
from participants.operations.acting import Stale
from participants.operations.desk import (
    RELEASABLE,
    change_desk,
    release_delegations,
    release_seconds,
    take_back_release,
)
from participants.operations.observers import Refused
from participants.queries import roster_facts
from participants.views.access import meeting_view
from participants.views.delegation import say_promoted
from participants.views.saving import say_saved


def page(request, roster, *, forms=None):
    facts, now = roster_facts(roster), timezone.now()
    names = {one.code: text_in(one.names, get_language() or "en") for one in facts.entities}
    at_table = [one for one in facts.delegations if zone_of(one.grounds) == "table"]
    holding = [one for one in at_table if one.status in RELEASABLE and one.released_at is None]
    context = {
        "tab": "observers",
        "zone": roster.zone,
        "state": form_state(facts.desk, now),
        "state_words": state_words(form_state(facts.desk, now), roster),
        "link": observers_link(roster),
        "has_seconds": rules_at(facts.desk, capacity=facts.observer_places, at=now).has_seconds,
        "form": DeskForm(instance=roster),
        "release_form": ReleaseForm(choices=release_choices(holding, names), prefix="release"),
        "holding": holding,
        "released": [{"one": one, "name": names[one.entity]} for one in facts.delegations if one.released_at],
    }
    return render(request, "events/desk.html", context | (forms or {}))


def release_choices(delegations, names):
    rows = sorted(delegations, key=lambda one: names[one.entity])
    return [(one.uuid, f"{names[one.entity]} ({STATUSES[one.status]}, {places_words(one)})") for one in rows]


def places_words(delegation):
    count = delegation.places_at_table + delegation.places_behind
    return ngettext("%(count)s place", "%(count)s places", count) % {"count": count}


@meeting_view("manage_observers")
def desk(request, roster):
    if request.method != "POST":
        return page(request, roster)
    form, now = DeskForm(request.POST, instance=roster), timezone.now()
    if form.is_valid():
        seen, why = form.cleaned_data["version"], form.cleaned_data["why"]
        roster.refresh_from_db()
        try:
            promoted = change_desk(roster, seen=seen, why=why, by=request.user, at=now, **form.terms)
        except Stale as stale:
            form.add_stale(stale)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            say_saved(request, at=now, zone=roster.zone, what=_("The terms of registration were set."))
            say_promoted(request, roster, promoted)
            return redirect("events:desk", roster.slug)
    return page(request, roster, forms={"form": form})


@require_POST
@meeting_view("manage_observers")
def desk_seconds(request, roster):
    now = timezone.now()
    promoted = release_seconds(roster, by=request.user, at=now)
    say_saved(request, at=now, zone=roster.zone, what=_("Second places are granted from now on."))
    say_promoted(request, roster, promoted)
    return redirect("events:desk", roster.slug)


@require_POST
@meeting_view("manage_observers")
def desk_release(request, roster):
    rows = Delegation.objects.filter(roster=roster).values_list("uuid", flat=True)
    form = ReleaseForm(request.POST, choices=[(str(uuid), "") for uuid in rows], prefix="release")
    if form.is_valid():
        now, data = timezone.now(), form.cleaned_data
        uuids = [UUID(one) for one in data["delegations"]]
        promoted = release_delegations(roster, delegations=uuids, why=data["why"], by=request.user, at=now)
        say_saved(request, at=now, zone=roster.zone, what=_("The places were released."))
        say_promoted(request, roster, promoted)
        return redirect("events:desk", roster.slug)
    return page(request, roster, forms={"release_form": as_shown(form, roster)})


def as_shown(form, roster):
    facts = roster_facts(roster)
    names = {one.code: text_in(one.names, get_language() or "en") for one in facts.entities}
    holding = [one for one in facts.delegations if one.status in RELEASABLE and one.released_at is None]
    form.fields["delegations"].choices = release_choices(holding, names)
    return form


@require_POST
@meeting_view("manage_observers")
def desk_take_back(request, roster, uuid):
    row, now = get_object_or_404(Delegation.objects.select_related("entity", "roster"), roster=roster, uuid=uuid), None
    now = timezone.now()
    try:
        take_back_release(row, by=request.user, at=now)
    except Refused as refused:
        messages.error(request, refusal_words(refused.refusal, roster=roster))
    else:
        what = _("%(name)s has its places again.") % {"name": entity_name(row.entity, roster)}
        say_saved(request, at=now, zone=roster.zone, what=what)
    return redirect("events:desk", roster.slug)
