"""Who would lose a seat when the meeting's room is changed."""

from dataclasses import dataclass, replace

from events.domain.facts import MeetingFacts, RoomFacts
from events.domain.seating.order import plan
from events.domain.seating.values import SeatPlan


@dataclass(frozen=True, kw_only=True)
class Loss:
    """What one moment (uuid) would lose: delegations without a place, with fewer seats, delegates off the podium.

    All by uuid, in the order of the plan; only those who have now what they would not have then.
    """

    segment: str
    unseated: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    off_podium: tuple[str, ...] = ()


def losses(facts: MeetingFacts, room: RoomFacts) -> tuple[Loss, ...]:
    """Return what each moment would lose if `room` took the place of the meeting's own; those that lose nothing not."""
    after = replace(facts, room=room)
    found = (_loss(plan(facts, segment), plan(after, segment)) for segment in facts.segments)
    return tuple(one for one in found if one.unseated or one.short or one.off_podium)


def _loss(now: SeatPlan, then: SeatPlan) -> Loss:
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
    )
