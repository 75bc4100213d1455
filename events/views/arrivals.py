"""Principals: a sheet of arrivals and departures, and the press arrangement of each item."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from events.documents.words import entity_name, full_address, shown
from events.domain.items import PRESS
from events.domain.principals import principals
from events.domain.timeline import timeline
from events.domain.wallclock import local
from events.forms.arrivals import ArrivalForm, PressForm
from events.models import Arrival, Item
from events.operations.arrivals import leave_after, set_arrival, set_press
from events.queries import meeting_facts
from participants.domain.texts import text_in
from participants.models import Delegate
from participants.operations.acting import Stale
from participants.views.access import meeting_view
from participants.views.parsing import uuid_or_none
from participants.views.saving import say_saved


@meeting_view("edit_programme")
@require_safe
def arrivals(request, roster):
    return sheet(request, roster)


def sheet(request, roster, *, press_form=None, status=200):
    facts, language = meeting_facts(roster), get_language() or "en"
    items = [one.item for one in timeline(facts).items]
    titles = {one.uuid: text_in(one.title, language) for one in items}
    form = press_form or form_of(items)
    context = {
        "tab": "programme",
        "rows": [row_of(facts, one, titles, language) for one in principals(facts)],
        "items": [(one.uuid, titles[one.uuid]) for one in items],
        "media": [
            {
                "title": titles[one.item.uuid],
                "start": local(one.start, roster.zone),
                "press": form[f"press_{one.item.uuid}"],
                "version": form[f"version_{one.item.uuid}"],
                "is_open": not one.item.press,
            }
            for one in timeline(facts).items
        ],
        "form": form,
        "undecided": sum(not one.press for one in items),
        "zone": roster.zone,
    }
    return render(request, "events/arrivals.html", context, status=status)


def row_of(facts, one, titles, language):
    delegate = facts.delegates[one.delegate]
    arrival = one.arrival
    entity = entity_name(facts.entities[facts.delegations[delegate.delegation].entity], language)
    return {
        "uuid": one.delegate,
        "name": full_address(delegate, language),
        "function": shown(delegate.function, language),
        "entity": entity,
        "arrival": arrival,
        "leaves": titles.get(arrival.leaves_after, "") if arrival else "",
        "first_at": one.first_at and local(one.first_at, facts.roster.zone),
    }


def form_of(items, data=None):
    choices = [("", gettext("not decided")), *((code, gettext(label)) for code, label in PRESS.items())]
    initial = {f"press_{one.uuid}": one.press for one in items} | {f"version_{one.uuid}": one.version for one in items}
    return PressForm(data, items=items, choices=choices, initial=initial)


@meeting_view("edit_programme")
def arrival(request, roster, uuid):
    rows = Delegate.objects.select_related("delegation__entity")
    delegate = get_object_or_404(rows, delegation__roster=roster, uuid=uuid)
    facts, language = meeting_facts(roster), get_language() or "en"
    row = Arrival.objects.filter(delegate=delegate).first()
    data = request.POST if request.method == "POST" else None
    form = ArrivalForm(
        data, instance=row or Arrival(event=roster.event, delegate=delegate), facts=facts, language=language
    )
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        try:
            set_arrival(
                roster.event,
                delegate,
                by=request.user,
                at=now,
                version=form.cleaned_data["version"] or 0,
                **form.wanted,
            )
        except Stale as stale:
            form.add_stale(stale)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            say_saved(request, at=now, zone=roster.zone, what=_("The arrival was saved."))
            return redirect("events:arrivals", roster.slug)
    person = facts.delegates[str(uuid)]
    context = {
        "tab": "programme",
        "form": form,
        "name": full_address(person, language) or shown(person.function, language),
        "entity": entity_name(facts.entities[facts.delegations[person.delegation].entity], language),
    }
    return render(request, "events/arrival.html", context, status=422 if form.errors else 200)


@meeting_view("edit_programme")
@require_POST
def arrivals_leave(request, roster):
    """Several leave after one item: after the opening, as a rule."""
    chosen = uuids_of(request.POST.getlist("who"))
    item = (
        Item.objects.kept()
        .filter(segment__event__roster=roster, uuid__in=uuids_of(request.POST.getlist("after")))
        .first()
    )
    people = list(Delegate.objects.filter(delegation__roster=roster, uuid__in=chosen))
    if item is None or not people:
        messages.error(request, _("Tick who leaves, and choose after what. Nothing was changed."))
        return redirect("events:arrivals", roster.slug)
    count = leave_after(roster.event, people, item, by=request.user, at=timezone.now())
    words = ngettext("%(count)d departure was set.", "%(count)d departures were set.", count)
    messages.success(request, words % {"count": count})
    return redirect("events:arrivals", roster.slug)


def uuids_of(texts):
    return [uuid for uuid in map(uuid_or_none, texts) if uuid]


@meeting_view("edit_programme")
@require_POST
def arrivals_press(request, roster):
    items = [one.item for one in timeline(meeting_facts(roster)).items]
    form = form_of(items, request.POST)
    if not form.is_valid():
        return sheet(request, roster, press_form=form, status=422)
    now = timezone.now()
    try:
        set_press(roster.event, form.wanted, by=request.user, at=now)
    except Stale as stale:
        words = _("Somebody changed “%(item)s” after you opened this page. Nothing was saved: look again.")
        messages.error(request, words % {"item": text_in(stale.current.title, get_language() or "en")})
    else:
        say_saved(request, at=now, zone=roster.zone, what=_("The press arrangements were saved."))
    return redirect("events:arrivals", roster.slug)
