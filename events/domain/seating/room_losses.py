"""Who would lose a seat when the meeting's room is changed or replaced, and who would sit elsewhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from events.domain.facts import MeetingFacts, RoomFacts, SegmentFacts
from events.domain.seating.kept import given_after
from events.domain.seating.order import plan
from events.domain.seating.room_labels import new_labels
from events.domain.seating.since import MovesSince, moves_of


@dataclass(frozen=True, kw_only=True)
class Loss:
    """What one moment (uuid) would lose: delegations without a place, with fewer seats, delegates off the podium.

    All by uuid, in the order of the plan; only those who have now what they would not have then. `elsewhere` are those
    who keep a seat, but another one. `is_kept` tells whether the plan is.
    """

    segment: str
    is_kept: bool = False
    unseated: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    off_podium: tuple[str, ...] = ()
    elsewhere: MovesSince = MovesSince(seats=(), podium=())

    def __bool__(self) -> bool:
        return bool(self.unseated or self.short or self.off_podium)


def losses(facts: MeetingFacts, room: RoomFacts) -> tuple[Loss, ...]:
    """Return what becomes of each moment if the meeting's room was edited to `room`; those left as they are not.

    A seat is the same wherever it is moved to and whatever it is called, and in a plan that is kept everybody keeps it.
    """
    labels = new_labels(facts.room, room)
    found = (
        _loss(facts, room, segment, given=given_after(segment.given, facts.room, room), labels=labels)
        for segment in facts.segments
    )
    return tuple(one for one in found if one or one.elsewhere)


def effects(facts: MeetingFacts, room: RoomFacts) -> tuple[Loss, ...]:
    """Return what becomes of each moment if `room` took the place of the meeting's own, also where nothing is lost.

    In a plan that is kept everybody keeps the number, and so has the seat of that number.
    """
    return tuple(_loss(facts, room, segment, given=segment.given, labels={}) for segment in facts.segments)


def _loss(
    facts: MeetingFacts, room: RoomFacts, segment: SegmentFacts, *, given: tuple, labels: Mapping[str, str]
) -> Loss:
    now, then = plan(facts, segment), plan(replace(facts, room=room), replace(segment, given=given))
    lacks = {one.delegation: one.at_table + one.behind for one in now.short}
    return Loss(
        segment=segment.uuid,
        is_kept=segment.is_seating_kept,
        unseated=tuple(uuid for uuid in then.unseated if uuid not in now.unseated),
        short=tuple(
            one.delegation
            for one in then.short
            if one.at_table + one.behind > lacks.get(one.delegation, 0) and one.delegation not in now.unseated
        ),
        off_podium=tuple(uuid for uuid in then.off_podium if uuid not in now.off_podium),
        elsewhere=_elsewhere(moves_of(now, then), labels),
    )


def _elsewhere(moves: MovesSince, labels: Mapping[str, str]) -> MovesSince:
    """Return those who keep a seat, but another one; who has fewer of the same is none of them."""

    def is_other(before: Iterable[str], after: Iterable[str]) -> bool:
        return not {labels.get(label, label) for label in before} >= set(after)

    return MovesSince(
        seats=tuple(one for one in moves.seats if one.before and is_other(one.before, one.after)),
        podium=tuple(one for one in moves.podium if one.before and one.after and is_other([one.before], [one.after])),
    )
