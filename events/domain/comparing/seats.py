"""Who sits elsewhere: whatever moved a delegation, a hand, the order, another that came before it, or the room."""

from collections.abc import Iterator

from events.domain.comparing.values import CHANGED, Change
from events.domain.facts import MeetingFacts, SegmentFacts
from events.domain.seating.order import plan
from events.domain.seating.proposing import seats
from events.domain.seating.values import SeatPlan
from participants.domain.attendance import expected_delegations

# A place is a principal's seat with those behind it: the fields of a change of either.
FIELDS = ("seats", "behind")
Seats = dict[str, list[str]]


def seat_changes(before: MeetingFacts, after: MeetingFacts) -> Iterator[Change]:
    """Yield a change for each delegation that sits elsewhere in a part of the meeting which both sides have.

    `before` and `after` have the seats (labels) by the uuid of the part, for the parts in which they differ; [] where
    it has none. "seats" are the principals'; "behind" those behind, where they alone are others. Who is expected on
    one side alone is told by that. A plan for each part and side.
    """
    if before.room is None and after.room is None:
        return
    common = sorted({one.uuid for one in before.segments} & {one.uuid for one in after.segments})
    old, new = _plans(before, common), _plans(after, common)
    coming = [{one.uuid for one in expected_delegations(facts.roster)} for facts in (before, after)]
    for uuid in after.delegations:
        if uuid in coming[0] & coming[1]:
            yield from _changes_of(uuid, old, new)


def _changes_of(
    uuid: str, old: dict[str, tuple[Seats, Seats]], new: dict[str, tuple[Seats, Seats]]
) -> Iterator[Change]:
    told: set[str] = set()
    for at, field in enumerate(FIELDS):
        parts = [part for part in old if part not in told and old[part][at].get(uuid) != new[part][at].get(uuid)]
        told |= set(parts)
        if parts:
            was, now = ({part: side[part][at].get(uuid, []) for part in parts} for side in (old, new))
            yield Change(area="delegation", uuid=uuid, what=CHANGED, field=field, before=was, after=now)


def _plans(facts: MeetingFacts, parts: list[str]) -> dict[str, tuple[Seats, Seats]]:
    """Return for each part the principals' seats of each delegation and those behind them."""
    segments: dict[str, SegmentFacts] = {one.uuid: one for one in facts.segments}
    plans = {part: plan(facts, segments[part]) for part in parts}
    return {
        part: ({uuid: list(one) for uuid, one in seats(found).items()}, _behind(found)) for part, found in plans.items()
    }


def _behind(found: SeatPlan) -> Seats:
    behind: Seats = {}
    for one in found.assignments:
        if one.behind:
            behind.setdefault(one.delegation, []).extend(one.behind)
    return behind
