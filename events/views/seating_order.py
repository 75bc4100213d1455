"""What staff arrange themselves at one moment: the order by hand, and the interpreters on the podium."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from events.documents.kind_words import said_to
from events.documents.seat_words import late_sentence, moment_words, order_sentence
from events.documents.words import entity_name, entity_of
from events.domain.ordering import merged
from events.domain.seating.order import ZONES, ordered_delegations
from events.operations.seating_order import order_by_hand, set_interpreters
from events.queries import meeting_facts
from events.views.ordering import wanted_order
from events.views.parts_gone import says_gone
from events.views.seating import answer, interpreters_form, moment_of, saved, segment_of, shown_segment
from events.views.seating_page import ZONE_LABELS
from participants.domain.seat_orders import SEATING_SCHEMES
from participants.operations.acting import Stale
from participants.operations.ordering import OutOfOrder
from participants.views.access import meeting_view
from participants.views.saving import say_saved


@meeting_view("edit_seating")
@require_safe
def seating_hand(request, roster):
    return hand_page(request, roster)


@require_POST
@meeting_view("edit_seating")
@says_gone
def seating_hand_order(request, roster, zone):
    if zone not in ZONES:
        raise Http404
    segment, now = segment_of(request, roster), timezone.now()
    order, shown, _moved = wanted_order(request.POST)
    try:
        order_by_hand(segment, zone, order, shown=shown, by=request.user, at=now)
    except OutOfOrder as moved:
        return hand_page(request, roster, conflict={"zone": zone, "moved": moved})
    except ValidationError:
        messages.error(request, _("This moment is not seated by hand any more. Nothing was changed."))
        return hand_page(request, roster) if request.htmx else to_hand(request, roster)
    say_saved(request, at=now, zone=roster.zone, what=_("The order of seats was changed."))
    return hand_page(request, roster) if request.htmx else to_hand(request, roster, zone=zone)


@require_POST
@meeting_view("edit_seating")
@says_gone
def seating_interpreters(request, roster):
    segment = segment_of(request, roster)
    form = interpreters_form(meeting_facts(roster), str(segment.uuid), data=request.POST)
    if form.is_valid():
        now = timezone.now()
        try:
            set_interpreters(segment, form.places, shown=form.places_shown, by=request.user, at=now)
        except Stale:
            form.add_stale()
        else:
            return saved(
                request, roster, at=now, what=said_to(segment.event.kind, "The interpreters on the podium were set.")
            )
    return answer(request, roster, forms={"interpreters_form": form})


def hand_page(request, roster, *, conflict=None):
    facts, language = meeting_facts(roster), get_language() or "en"
    segment = shown_segment(facts, moment_of(request))
    if segment is None:
        raise Http404
    is_by_hand = SEATING_SCHEMES[segment.seating_scheme].is_by_hand
    names = {uuid: entity_name(entity_of(facts, uuid), language) for uuid in facts.delegations}
    zones = [zone_list(facts, segment, zone, names) for zone in ZONES] if is_by_hand else []
    context = {
        "tab": "seating",
        "segment": segment,
        "moment_words": moment_words(facts, segment, language),
        "order": order_sentence(facts, segment, language),
        "late": late_sentence(facts, segment, language),
        "is_by_hand": is_by_hand,
        "zones": [one for one in zones if one["rows"]],
        "conflict": conflict and told(roster, segment, names, **conflict),
    }
    template = "events/_seating_hand.html" if request.htmx else "events/seating_hand.html"
    return render(request, template, context, status=422 if conflict else 200)


def zone_list(facts, segment, zone, names):
    uuids = [one.uuid for one in ordered_delegations(facts, segment, zone)]
    placed = set(segment.seating_by_hand)
    rows = [
        {
            "uuid": uuid, "number": number, "name": names[uuid], "is_late": uuid not in placed,
            "is_first": number == 1, "is_last": number == len(uuids),
        }
        for number, uuid in enumerate(uuids, 1)
    ]  # fmt: skip
    return {
        "code": zone,
        "label": _(ZONE_LABELS[zone]),
        "rows": rows,
        "order": ",".join(uuids),
        "url": hand_url(facts.roster.slug, segment, zone),
    }


def hand_url(slug, segment, zone):
    address = reverse("events:seating_hand_order", args=(slug, zone))
    return f"{address}?{urlencode({'moment': segment.uuid})}"


def told(roster, segment, names, *, zone, moved):
    unknown = _("one that is not there")
    return {
        "now": [names.get(uuid, unknown) for uuid in moved.now],
        "yours": [names.get(uuid, unknown) for uuid in moved.wanted],
        "order": ",".join(merged(moved.wanted, moved.now)),
        "version": ",".join(moved.now),
        "url": hand_url(roster.slug, segment, zone),
    }


def to_hand(request, roster, *, zone=""):
    address, moment = reverse("events:seating_hand", args=(roster.slug,)), moment_of(request)
    query = f"?{urlencode({'moment': moment})}" if moment else ""
    return redirect(f"{address}{query}{'#zone-' + zone if zone else ''}")
