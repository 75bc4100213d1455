"""Who would lose a seat, or sit on another, when the meeting's room is changed."""

from dataclasses import dataclass, replace

from events.domain.facts import MeetingFacts, RoomFacts
from events.domain.seating.kept import given_after
from events.domain.seating.order import plan
from events.domain.seating.room_labels import new_labels
from events.domain.seating.values import SeatPlan


@dataclass(frozen=True, kw_only=True)
class Reseated:
    """A delegation (uuid) that would sit elsewhere: the labels of its places' seats now and then, in walking order."""

    delegation: str
    now: tuple[str, ...]
    then: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Loss:
    """What one moment (uuid) would lose: delegations without a place, with fewer seats, delegates off the podium.

    All by uuid, in the order of the plan; only those who have now what they would not have then. `elsewhere` are the
    delegations that keep a place and sit on other seats.
    """

    segment: str
    unseated: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    off_podium: tuple[str, ...] = ()
    elsewhere: tuple[Reseated, ...] = ()


def losses(facts: MeetingFacts, room: RoomFacts) -> tuple[Loss, ...]:
    """Return what each moment would lose if `room` took the place of the meeting's own; those that lose nothing not.

    A seat is the same wherever it is moved to and whatever it is called.
    """
    labels = new_labels(facts.room, room)
    after = replace(facts, room=room)
    found = []
    for segment in facts.segments:
        then = replace(segment, given=given_after(segment.given, facts.room, room))
        found.append(_loss(plan(facts, segment), plan(after, then), labels))
    return tuple(one for one in found if one.unseated or one.short or one.off_podium or one.elsewhere)


def _loss(now: SeatPlan, then: SeatPlan, labels: dict[str, str]) -> Loss:
    lacks = {one.delegation: one.at_table + one.behind for one in now.short}
    unseated = tuple(uuid for uuid in then.unseated if uuid not in now.unseated)
    return Loss(
        segment=now.segment,
        unseated=unseated,
        short=tuple(
            one.delegation
            for one in then.short
            if one.at_table + one.behind > lacks.get(one.delegation, 0) and one.delegation not in now.unseated
        ),
        off_podium=tuple(uuid for uuid in then.off_podium if uuid not in now.off_podium),
        elsewhere=_elsewhere(now, then, labels),
    )


def _elsewhere(now: SeatPlan, then: SeatPlan, labels: dict[str, str]) -> tuple[Reseated, ...]:
    """Return who keeps a place on other seats; who has fewer of the same is none of them."""
    before, after = _seats(now), _seats(then)
    return tuple(
        Reseated(delegation=uuid, now=before[uuid], then=seats)
        for uuid, seats in after.items()
        if uuid in before and not {labels.get(label, label) for label in before[uuid]} >= set(seats)
    )


def _seats(seats: SeatPlan) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for one in seats.assignments:
        found[one.delegation] = (*found.get(one.delegation, ()), one.seat)
    return found
