"""Operations on the seats: the order of a moment, chairs in and out of use, seats kept for those without a place."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.domain.seating.order import ZONES, ordered_delegations
from events.models import Event, Room, Seat, SeatingPlan, SeatingPosition, Segment
from events.operations.acting import meeting_act
from events.operations.programme import refuse_gone
from events.operations.seat_plans import part_of
from events.queries import meeting_facts
from participants.domain.protocol import ALPHABETICAL_ORDERS
from participants.domain.ranks import SCHEMES
from participants.domain.seat_orders import SEATING_SCHEMES, SeatingScheme
from participants.models import Delegation, Entity, User
from participants.operations.acting import Acting, Stale


class MarkedMeanwhile(Exception):
    """Somebody marked the same seats after the page was made: `now` has what they are, by label."""

    def __init__(self, now: Mapping[str, tuple[bool, bool]]):
        super().__init__(", ".join(now))
        self.now = now


def set_seating(
    segment: Segment,
    *,
    scheme: str,
    language: str,
    drawn_state: Entity | None,
    version: int | None,
    by: User | None,
    at: datetime,
    rank_scheme: str = "",
    is_mixed: bool = False,
    why: str = "",
) -> SeatingPlan:
    """Say in which order the delegations sit during `segment`, and return its plan.

    `version` is that of the plan the form was made from, None when there was none. A scheme keeps only what it needs;
    one by hand knows no blocks and begins as a copy of the order there was, which another scheme then forgets.

    Raises Stale where the plan is not the one the form was made from, Gone, and ValidationError: at "drawn_state" or
    "rank_scheme" where the scheme needs one, at "language" where there is no alphabetical order in it.
    """
    row = _complete(scheme, language=language, drawn_state=drawn_state, rank_scheme=rank_scheme)
    wanted = {
        "scheme": scheme,
        "language": language,
        "drawn_state": drawn_state if row.is_drawn else None,
        "rank_scheme": rank_scheme if row.is_ranked else "",
        "is_mixed": is_mixed and not row.is_by_hand,
    }
    with meeting_act(segment.event, operation="set_seating", by=by, at=at, why=why) as act:
        refuse_gone(segment)
        plan = SeatingPlan.objects.filter(segment=segment).first()
        if plan is not None and plan.version != version:
            raise Stale(current=plan, wanted=wanted)
        order = _present_order(act, segment) if row.is_by_hand and (plan is None or plan.scheme != scheme) else []
        plan = act.change(plan, **wanted) if plan else act.add(SeatingPlan(segment=segment, **wanted))
        act.remove_all([] if row.is_by_hand else list(plan.positions.all()))
        act.add_all([SeatingPosition(plan=plan, delegation=one, position=n) for n, one in enumerate(order)])
        return plan


def _complete(scheme: str, *, language: str, drawn_state: Entity | None, rank_scheme: str) -> SeatingScheme:
    """Return the row of the scheme. Raises ValidationError for what it lacks."""
    row, errors = SEATING_SCHEMES[scheme], {}
    if language not in ALPHABETICAL_ORDERS:
        errors["language"] = _("There is no order in this language.")
    if row.is_drawn and drawn_state is None:
        errors["drawn_state"] = _("Say which State was drawn, or choose another order.")
    if row.is_ranked and rank_scheme not in SCHEMES:
        errors["rank_scheme"] = _("Say which order of rank, or choose another order.")
    if errors:
        raise ValidationError(errors)
    return row


def _present_order(act: Acting, segment: Segment) -> list[Delegation]:
    """Return the delegations as they sit now, zone by zone."""
    facts = meeting_facts(act.roster)
    part = part_of(facts, segment)
    rows = {str(row.uuid): row for row in Delegation.objects.filter(roster=act.roster)}
    return [rows[one.uuid] for zone in ZONES for one in ordered_delegations(facts, part, zone)]


def mark_seats(
    room: Room,
    labels: Collection[str],
    *,
    by: User | None,
    at: datetime,
    is_blocked: bool | None = None,
    is_accessible: bool | None = None,
    why: str = "",
    version: int | None = None,
    seen: Mapping[str, tuple[bool, bool]] | None = None,
) -> tuple[str, ...]:
    """Take the seats of these labels out of use or back, or say whether a wheelchair gets there; None leaves it.

    Returns the labels changed, in the room's order. Nobody's number is moved: who sat on a seat taken out of use moves
    on in the order of the plan. `seen` has what the page showed, (is_blocked, is_accessible) by label where either is.

    Raises:
        Stale: `version` is not the room's any more: it is another room by now.
        MarkedMeanwhile: a seat to be changed is not what the page showed.
        Seat.DoesNotExist: a label that the room, as it is now, does not have.
    """
    marks = {"is_blocked": is_blocked, "is_accessible": is_accessible}
    wanted: dict[str, Any] = {name: value for name, value in marks.items() if value is not None}
    with meeting_act(room.event, operation="mark_seats", by=by, at=at, why=why) as act:
        act.change(room, version=version)
        seats = list(Seat.objects.filter(room=room, label__in=labels).order_by("pk"))
        if len(seats) != len(set(labels)):
            raise Seat.DoesNotExist(", ".join(sorted(set(labels) - {seat.label for seat in seats})))
        changed = [seat for seat in seats if any(getattr(seat, name) != value for name, value in wanted.items())]
        now = {seat.label: (seat.is_blocked, seat.is_accessible) for seat in changed}
        if seen is not None and any(seen.get(label, (False, False)) != marks for label, marks in now.items()):
            raise MarkedMeanwhile(now)
        act.change_many(changed, **{name: {seat.pk: value for seat in changed} for name, value in wanted.items()})
        return tuple(seat.label for seat in changed)


def set_seat_numbers(
    event: Event, *, version: int | None, by: User | None, at: datetime, why: str = "", **numbers: int
) -> Event:
    """Say how many seats are kept for the secretariat, the press and in reserve; returns the event as it is now.

    `numbers` are `secretariat_seats`, `press_seats` and `reserve_seats`. Raises Stale when `version` is not the event's
    any more, ValidationError for a number that its column refuses.
    """
    with meeting_act(event, operation="set_seat_numbers", by=by, at=at, why=why) as act:
        return act.change(event, version=version, **numbers)
