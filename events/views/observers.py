"""The observers' desk: seats left, granted and waiting, withdrawing, how many places there are."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from events.domain.seats import seat_count
from events.forms.observers import ObserverForm, PlacesForm, WithdrawForm
from events.models import Event
from events.operations.observers import NoRoom, Recounted, take_over_allowance
from events.queries import meeting_facts
from participants.documents.lists import observers_sheet
from participants.domain.allocation import Rules, request_refusal, standing
from participants.domain.desk import rules_at
from participants.domain.texts import text_in
from participants.forms.wording import entity_name, refusal_words
from participants.models import Request
from participants.operations.acting import Stale
from participants.operations.observers import (
    Refused,
    number_held,
    set_observer_places,
    withdraw_observer,
)
from participants.operations.privacy import note_access
from participants.queries import roster_facts
from participants.views.access import meeting_view
from participants.views.delegation import say_promoted
from participants.views.exports import sheet_response
from participants.views.parsing import number_of
from participants.views.saving import say_saved


def desk_of(facts):
    """What the desk shows of the requests: each with its delegation's names, granted by number, then waiting."""
    roster = facts.roster
    rules = rules_at(roster.desk, capacity=roster.observer_places, at=timezone.now())
    # As it is stored: what the clock has just brought is for an operation to write.
    allocation = standing(roster.requests, rules)
    requests = {one.uuid: one for one in roster.requests}
    delegations = facts.delegations

    def row(uuid, **standing):
        delegation = delegations[requests[uuid].delegation]
        names = facts.entities[delegation.entity].names
        return standing | {"request": requests[uuid], "delegation": delegation, "names": names}

    granted = [row(one.request, number=one.place_number) for one in allocation.granted]
    waiting = [row(one.request, position=one.position) for one in allocation.waiting]
    return {
        "is_cut_off": rules.is_cut_off,
        "further": [row(one.request) for one in allocation.further],
        "granted": granted,
        "waiting": waiting,
        "places": roster.observer_places,
        "free": allocation.seats_left,
        "invited": [one["names"] for one in (*granted, *waiting) if request_refusal(one["delegation"], ())],
    }


def page(request, roster, *, forms=None):
    facts, now = meeting_facts(roster), timezone.now()
    context = desk_of(facts) | {
        "tab": "observers",
        "zone": roster.zone,
        "count": seat_count(facts),
        "form": ObserverForm(roster=roster, now=now),
        "places_form": PlacesForm(initial=dict.fromkeys(("number", "shown"), roster.observer_places), prefix="places"),
        "withdrawn": sum(one.withdrawn_at is not None for one in facts.roster.requests),
    }
    return render(request, "events/observers.html", context | (forms or {}))


@meeting_view("view_meeting")
def observers(request, roster):
    return page(request, roster)


@meeting_view("manage_observers")
def observer_withdraw(request, roster, uuid):
    rows = Request.objects.select_related("roster", "delegation__entity").with_places()
    row = get_object_or_404(rows, roster=roster, uuid=uuid)
    name = entity_name(row.delegation.entity, roster)
    number = next(iter(row.place_numbers), 0)
    seen = {"version": row.version, "shown": number}
    form = WithdrawForm(request.POST if request.method == "POST" else None, initial=seen)
    if request.method == "POST" and form.is_valid() and withdrawn(request, roster, row, form, name=name):
        return redirect("events:observers", roster.slug)
    facts = roster_facts(roster)
    waiting = standing(facts.requests, Rules(capacity=facts.observer_places)).waiting
    context = {
        "tab": "observers",
        "form": form,
        "row": row,
        "number": number,
        "name": name,
        "next": next_name(facts, waiting),
    }
    return render(request, "events/observer_withdraw.html", context)


def withdrawn(request, roster, row, form, *, name):
    """Whether the request is withdrawn, now or before; else the form says what it is by now."""
    now, was_withdrawn, data = timezone.now(), row.withdrawn_at is not None, form.cleaned_data
    seen = {"version": data["version"] or 0, "shown": -1 if data["shown"] is None else data["shown"]}
    try:
        promoted = withdraw_observer(row, by=request.user, at=now, why=data["why"], **seen)
    except Stale as stale:
        form.add_moved(version=stale.current.version, number=number_held(stale.current))
        return False
    if was_withdrawn:
        messages.info(request, _("The request of %(name)s was withdrawn before.") % {"name": name})
    else:
        what = _("The request of %(name)s was withdrawn.") % {"name": name}
        say_saved(request, at=now, zone=roster.zone, what=what)
    say_promoted(request, roster, promoted)
    return True


def next_name(facts, waiting):
    if not waiting:
        return ""
    delegations = {one.uuid: one.delegation for one in facts.requests}
    entities = {one.uuid: one.entity for one in facts.delegations}
    names = {one.code: one.names for one in facts.entities}
    return text_in(names[entities[delegations[waiting[0].request]]], get_language() or "en")


@meeting_view("manage_observers")
def observer_places(request, roster):
    if request.method != "POST":
        return redirect("events:observers", roster.slug)
    form = PlacesForm(request.POST, prefix="places")
    if form.is_valid():
        now, wanted = timezone.now(), form.wanted
        shown = wanted.pop("shown")
        try:
            promoted = set_observer_places(
                roster, by=request.user, at=now, shown=-1 if shown is None else shown, **wanted
            )
        except Stale as stale:
            form.add_moved(stale.current.observer_places)
        except Refused as refused:
            form.add_error("number", refusal_words(refused.refusal, roster=roster))
        else:
            say_number(request, roster, form.cleaned_data["number"], promoted, at=now)
            return redirect("events:observers", roster.slug)
    return page(request, roster, forms={"places_form": form})


def say_number(request, roster, number, promoted, *, at):
    what = _("The number of observer places is now %(number)s.") % {"number": number}
    say_saved(request, at=at, zone=roster.zone, what=what)
    say_promoted(request, roster, promoted)


@require_POST
@meeting_view("manage_observers")
def observer_take_over(request, roster):
    now, event = timezone.now(), Event.objects.select_related("roster").get(roster=roster)
    shown = number_of(request.POST, "shown") if request.POST.get("shown") else -1
    try:
        done = take_over_allowance(event, shown=shown, by=request.user, at=now)
    except Recounted as recounted:
        words = _("The room allows %(now)s observers by now; the page showed %(shown)s. Nothing was changed.")
        messages.error(request, words % {"now": recounted.number, "shown": max(shown, 0)})
    except NoRoom:
        messages.error(request, _("The meeting has no room whose seats can be counted. Choose one first."))
    except Refused as refused:
        messages.error(request, refusal_words(refused.refusal, roster=roster))
    else:
        say_number(request, roster, done.number, done.promoted, at=now)
    return redirect("events:observers", roster.slug)


@meeting_view("manage_observers")
def observers_export(request, roster, file_format):
    facts = roster_facts(roster)
    language = get_language() or "en"
    sheet = observers_sheet(facts, language=language)
    note_access(roster, what=f"observers.{file_format}", by=request.user, at=timezone.now(), language=language)
    return sheet_response(sheet, file_format=file_format, name=f"{roster.slug}-observers", as_of=facts.changed_at)
