"""Who sits elsewhere at one moment than in an earlier state of the meeting: at the table and on the podium."""

from dataclasses import dataclass

from events.domain.facts import MeetingFacts
from events.domain.seating.order import plan
from events.domain.seating.proposing import Move, moves_between, seats
from events.domain.seating.values import SeatPlan


@dataclass(frozen=True, kw_only=True)
class PodiumMove:
    """Somebody (a delegate's uuid) who goes from one chair of the podium to another; "" where he or she has none."""

    delegate: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class MovesSince:
    """Delegations that move, in walking order of the new seats, and people of the podium from its centre outwards.

    Those that have left come last, in the order in which they sat.
    """

    seats: tuple[Move, ...]
    podium: tuple[PodiumMove, ...]

    def __bool__(self) -> bool:
        return bool(self.seats or self.podium)


def moves_since(before: MeetingFacts, after: MeetingFacts, segment: str) -> MovesSince | None:
    """Return who sits elsewhere in `after` at the segment of that uuid, None where either state does not have it."""
    parts = [next((one for one in facts.segments if one.uuid == segment), None) for facts in (before, after)]
    if None in parts:
        return None
    return moves_of(*(plan(facts, part) for facts, part in zip((before, after), parts, strict=True)))


def moves_of(then: SeatPlan, now: SeatPlan) -> MovesSince:
    """Return who sits elsewhere in the plan `now` than in `then`."""
    old, new = ({one.delegate: one.seat for one in one.podium} for one in (then, now))
    return MovesSince(
        seats=moves_between(seats(then), seats(now)),
        podium=tuple(
            PodiumMove(delegate=uuid, before=old.get(uuid, ""), after=new.get(uuid, ""))
            for uuid in dict.fromkeys((*new, *old))
            if old.get(uuid) != new.get(uuid)
        ),
    )
