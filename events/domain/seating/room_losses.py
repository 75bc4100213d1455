"""Who would lose a seat when the meeting's room is changed or replaced, and who would sit elsewhere."""

from dataclasses import dataclass, replace

from events.domain.facts import MeetingFacts, RoomFacts, SegmentFacts
from events.domain.seating.order import plan
from events.domain.seating.since import MovesSince, moves_of


@dataclass(frozen=True, kw_only=True)
class Loss:
    """What one moment (uuid) would lose: delegations without a place, with fewer seats, delegates off the podium.

    All by uuid, in the order of the plan; only those who have now what they would not have then. `elsewhere` are those
    who keep a seat, but one of another label; where the plan `is_kept`, it is that of the same number.
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
    """Return what each moment would lose if `room` took the place of the meeting's own; those that lose nothing not."""
    return tuple(filter(None, effects(facts, room)))


def effects(facts: MeetingFacts, room: RoomFacts) -> tuple[Loss, ...]:
    """Return what becomes of each moment if `room` took the place of the meeting's own, also where nothing is lost."""
    after = replace(facts, room=room)
    return tuple(_loss(facts, after, segment) for segment in facts.segments)


def _loss(facts: MeetingFacts, after: MeetingFacts, segment: SegmentFacts) -> Loss:
    now, then = plan(facts, segment), plan(after, segment)
    lacks = {one.delegation: one.at_table + one.behind for one in now.short}
    moves = moves_of(now, then)
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
        elsewhere=MovesSince(
            seats=tuple(one for one in moves.seats if one.before and one.after),
            podium=tuple(one for one in moves.podium if one.before and one.after),
        ),
    )
