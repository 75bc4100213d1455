"""Who sits elsewhere: whatever moved a delegation, a hand, the order, or another that came before it."""

from collections.abc import Iterator

from events.domain.comparing.values import CHANGED, Change
from events.domain.facts import MeetingFacts, SegmentFacts
from events.domain.seating.order import plan
from events.domain.seating.proposing import seats
from participants.domain.attendance import expected_delegations

Seats = dict[str, dict[str, list[str]]]


def seat_changes(before: MeetingFacts, after: MeetingFacts) -> Iterator[Change]:
    """Yield a change for each delegation that sits elsewhere in a part of the meeting which both sides have.

    `before` and `after` have the seats (labels, the principals') by the uuid of the part, for the parts in which they
    differ; [] where it has none. Who is expected on one side alone is told by that. A plan for each part and side.
    """
    if before.room is None and after.room is None:
        return
    common = sorted({one.uuid for one in before.segments} & {one.uuid for one in after.segments})
    old, new = _seats(before, common), _seats(after, common)
    coming = [{one.uuid for one in expected_delegations(facts.roster)} for facts in (before, after)]
    for uuid in after.delegations:
        parts = [part for part in common if old[part].get(uuid) != new[part].get(uuid)]
        if parts and uuid in coming[0] & coming[1]:
            was, now = ({part: side[part].get(uuid, []) for part in parts} for side in (old, new))
            yield Change(area="delegation", uuid=uuid, what=CHANGED, field="seats", before=was, after=now)


def _seats(facts: MeetingFacts, parts: list[str]) -> Seats:
    segments: dict[str, SegmentFacts] = {one.uuid: one for one in facts.segments}
    return {part: {uuid: list(one) for uuid, one in seats(plan(facts, segments[part])).items()} for part in parts}
