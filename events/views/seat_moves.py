"""A delegation moved by hand: what it would cost, the move, pins, and why somebody sits where they do."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from events.documents.order_words import seat_reasons
from events.documents.seat_move_words import all_costs, in_a_row, moves_sentence, rule_words
from events.domain.seating.explaining import why
from events.domain.seating.moving import REFUSALS, MoveRefused, moved
from events.domain.seating.rule_kinds import is_confidential
from events.domain.seating.weighing import weighed
from events.forms.seat_moves import MoveForm
from events.operations.seat_plans import MovedMeanwhile, SeatNumberedAnew, move_delegation, pin_delegation, seen_of
from events.views.parts_gone import says_gone
from events.views.rule_reading import note_rules_read
from events.views.seat_desk import SeatDesk
from participants.models import Delegation
from participants.views.access import meeting_view
from participants.views.saving import say_saved


@meeting_view("edit_seating")
@require_safe
def seating_move(request, roster):
    desk = SeatDesk(request, roster)
    form = move_form(desk, request.GET if "seat" in request.GET else None, initial=request.GET.dict())
    return move_page(request, desk, form)


@require_POST
@meeting_view("edit_seating")
@says_gone
def seating_moved(request, roster):
    desk = SeatDesk(request, roster)
    form = move_form(desk, request.POST)
    if form.is_valid():
        now, (zone, number) = timezone.now(), form.place
        delegation = get_object_or_404(Delegation, roster=roster, uuid=form.cleaned_data["delegation"])
        try:
            move_delegation(
                desk.row, delegation, zone=zone, number=number, way=form.cleaned_data["way"],
                seen=form.cleaned_data["seen"], is_pinned=form.cleaned_data["is_pinned"], by=request.user, at=now,
            )  # fmt: skip
        except SeatNumberedAnew:
            words = _(
                "%(seat)s is another seat by now: the seats were numbered anew. This is what the move would do now."
            )
            form.add_error(None, words % {"seat": form.cleaned_data["seat"]})
            desk = SeatDesk(request, roster)
        except MovedMeanwhile:
            form.add_error(None, _("Somebody moved one of the two meanwhile. This is what the move would do now."))
            desk = SeatDesk(request, roster)
        except MoveRefused as refused:
            form.add_error("seat", _(REFUSALS[refused.code]))
        else:
            what = _("%(name)s: %(seat)s.") % {
                "name": desk.name(str(delegation.uuid)),
                "seat": form.cleaned_data["seat"],
            }
            say_saved(request, at=now, zone=roster.zone, what=what)
            return desk.back()
    return move_page(request, desk, form, status=422)


@require_POST
@meeting_view("edit_seating")
@says_gone
def seating_pin(request, roster, uuid):
    desk, now = SeatDesk(request, roster), timezone.now()
    delegation = get_object_or_404(Delegation, roster=roster, uuid=uuid)
    is_pinned = request.POST.get("pin") == "1"
    try:
        seen = request.POST.get("seen", "")
        pin_delegation(desk.row, delegation, is_pinned=is_pinned, seen=seen, by=request.user, at=now)
    except MovedMeanwhile:
        messages.error(request, _("It was moved meanwhile. Look where it sits now."))
        return desk.back()
    except MoveRefused as refused:
        messages.error(request, _(REFUSALS[refused.code]))
        return desk.back()
    what = _("%(name)s is pinned to its seat.") if is_pinned else _("%(name)s is no longer pinned.")
    say_saved(request, at=now, zone=roster.zone, what=what % {"name": desk.name(str(uuid))})
    return desk.back()


@meeting_view("view_meeting")
@require_safe
def seating_why(request, roster, uuid):
    desk = SeatDesk(request, roster)
    found = why(desk.facts, desk.segment, str(uuid), **desk.known)
    if found is None:
        raise Http404
    may_edit = "edit_seating" in request.allowed
    note_rules_read(desk.request, found.rules if may_edit else ())
    rules = [
        rule_words(desk.facts, one, desk.language)
        for one in found.rules
        if may_edit and (desk.sees_confidential or not is_confidential(one.kind))
    ]
    context = desk.context(
        why=found,
        reasons=reasons(desk, [one for one in (found.after, str(uuid), found.before) if one]),
        uuid=str(uuid),
        name=desk.name(str(uuid)),
        after=desk.name(found.after) if found.after else "",
        before=desk.name(found.before) if found.before else "",
        seen=seen_of(desk.facts, desk.kept, str(uuid)),
        rules=rules,
        broken=desk.broken(found.broken) if may_edit else (),
        may_edit=may_edit,
    )
    return render(request, "events/_seating_why.html" if request.htmx else "events/seating_why.html", context)


def reasons(desk, neighbours):
    """Why each sits before the next, in a plan that follows the order."""
    if desk.segment.is_seating_kept:
        return []
    return [words for words in seat_reasons(desk.facts, desk.segment, neighbours, desk.language) if words]


def move_form(desk, data, *, initial=None):
    wanted = {"way": "swap"} | {name: value for name, value in (initial or {}).items() if name == "delegation"}
    return MoveForm(data, initial=wanted, delegations=desk.seated(), places=desk.places(), auto_id="move_%s")


def move_page(request, desk, form, *, status=200):
    is_complete = form.is_bound and not form.errors.keys() & {"delegation", "seat", "way"}
    preview = preview_of(desk, form) if is_complete else None
    template = "events/_seating_move_cost.html" if request.htmx else "events/seating_move.html"
    return render(request, template, desk.context(form=form, preview=preview), status=status)


def preview_of(desk, form):
    """What the move would do, or why it cannot be made; with what the form has to send along."""
    uuid, (zone, number) = form.cleaned_data["delegation"], form.place
    part = desk.kept
    seen = seen_of(desk.facts, part, uuid, zone, number, form.cleaned_data["way"])
    try:
        given = moved(desk.facts, part, delegation=uuid, zone=zone, number=number, way=form.cleaned_data["way"])
    except MoveRefused as refused:
        return {"refusal": _(REFUSALS[refused.code]), "seen": seen}
    found = weighed(desk.facts, part, given, **desk.known)
    return {
        "seen": seen,
        "moves": desk.moves(found.moves),
        "count": moves_sentence(found.moves),
        "before": all_costs(found.before),
        "after": all_costs(found.after),
        "breaks": in_a_row(desk.broken(found.breaks)),
        "mends": in_a_row(desk.broken(found.mends)),
    }
