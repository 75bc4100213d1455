"""The plan of a moment: what is proposed for it, one's own last act taken back, following the order again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from events.documents.seat_move_words import all_costs, in_a_row, moves_sentence, rule_words
from events.domain.seating.proposing import proposal, seat_labels
from events.domain.seating.rule_kinds import is_confidential
from events.operations.seat_plans import (
    MovedMeanwhile,
    NothingToUndo,
    ProposalChanged,
    TouchedSince,
    fingerprint,
    follow_order,
    take_proposal,
    undo,
)
from events.views.parts_gone import says_gone
from events.views.rule_reading import note_rules_read
from events.views.seat_desk import SeatDesk
from events.views.seating import saved, segment_of
from participants.views.access import meeting_view
from participants.views.parsing import number_of
from participants.views.saving import say_saved

MODES = {"order": False, "least": True}


@meeting_view("edit_seating")
@require_safe
def seating_proposals(request, roster):
    return proposals_page(request, roster)


@require_POST
@meeting_view("edit_seating")
@says_gone
def seating_take(request, roster):
    segment, now = segment_of(request, roster), timezone.now()
    is_least_change = MODES.get(request.POST.get("mode"), False)
    try:
        take_proposal(
            segment, is_least_change=is_least_change, shown=request.POST.get("shown", ""), by=request.user, at=now
        )
    except ProposalChanged:
        messages.error(request, _("The meeting was changed meanwhile. These are the proposals now; nothing was moved."))
        return proposals_page(request, roster, status=422)
    return saved(request, roster, at=now, what=_("The proposal was taken over."))


@require_POST
@meeting_view("edit_seating")
@says_gone
def seating_undo(request, roster):
    desk, now = SeatDesk(request, roster), timezone.now()
    try:
        undo(desk.row, shown=number_of(request.POST, "shown"), by=request.user, at=now)
    except NothingToUndo:
        messages.error(request, _("There is no act of yours on these seats to take back."))
    except TouchedSince as touched:
        labels = seat_labels(desk.facts)
        seats = ", ".join(labels.get(place, f"{place[0]} {place[1]}") for place in touched.places)
        words = _("Somebody changed the same seats since: %(seats)s. Nothing was taken back.") % {"seats": seats}
        messages.error(request, words)
    else:
        say_saved(request, at=now, zone=roster.zone, what=_("Your last act on the seats was taken back."))
    return desk.back()


@require_POST
@meeting_view("edit_seating")
@says_gone
def seating_follow(request, roster):
    desk, now = SeatDesk(request, roster), timezone.now()
    try:
        follow_order(desk.row, shown=request.POST.get("shown", ""), by=request.user, at=now)
    except MovedMeanwhile:
        messages.error(request, _("Somebody moved seats meanwhile. Look at the plan, and press again."))
    else:
        say_saved(request, at=now, zone=roster.zone, what=_("The seats follow the order again."))
    return desk.back()


@meeting_view("view_meeting")
@require_safe
def seating_changed(request, roster):
    """Whether the meeting is another than the page shows: 200 with the words to say so, 204 where it is not."""
    if request.GET.get("version") == str(roster.version):
        return HttpResponse(status=204)
    return HttpResponse(str(roster.version), content_type="text/plain")


def proposals_page(request, roster, *, status=200):
    desk = SeatDesk(request, roster)
    found = [proposal_words(desk, mode, is_least_change) for mode, is_least_change in MODES.items()]
    if found[0]["shown"] == found[1]["shown"]:
        found = found[:1]
    return render(request, "events/seating_proposals.html", desk.context(proposals=found), status=status)


def proposal_words(desk, mode, is_least_change):
    one = proposal(desk.facts, desk.segment, **desk.known, is_least_change=is_least_change)
    return {
        "mode": mode,
        "shown": fingerprint(one.given),
        "moves": desk.moves(one.moves),
        "count": moves_sentence(one.moves),
        "since_issue": None if one.since_issue is None else moves_sentence(one.since_issue),
        "costs": all_costs(one.costs),
        "bound": None if one.is_proven else all_costs(one.bound),
        "broken": desk.broken(one.broken),
        "conflicts": [conflict_words(desk, each) for each in one.conflicts],
        "unseated": [desk.name(uuid) for uuid in one.unseated],
        "is_as_now": desk.segment.is_seating_kept and set(one.given) <= set(desk.segment.given),
    }


def conflict_words(desk, rules):
    if not desk.sees_confidential and any(is_confidential(one.kind) for one in rules):
        return _("Rules that protocol keeps to itself.")
    note_rules_read(desk.request, rules)
    return in_a_row(rule_words(desk.facts, one, desk.language) for one in rules)
