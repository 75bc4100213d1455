"""What a plan that is kept costs and breaks, and what a move by hand would change of that."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from events.domain.facts import GivenFacts, MeetingFacts, SegmentFacts
from events.domain.seating.judging import costs_of, violations_of
from events.domain.seating.neighbours import by_number
from events.domain.seating.order import plan
from events.domain.seating.posing import Posed, SeatingRuleFacts
from events.domain.seating.problem import Costs, total
from events.domain.seating.proposing import (
    Broken,
    Move,
    broken_of,
    first_numbers,
    moves_between,
    problems,
    seats,
)
from events.domain.seating.values import SeatPlan


@dataclass(frozen=True, kw_only=True)
class Weight:
    """What a plan costs, and what it does not keep."""

    costs: Costs
    broken: tuple[Broken, ...]


@dataclass(frozen=True, kw_only=True)
class Weighed:
    """A move by hand before it is made: who goes where, the costs before and after, what it newly breaks or mends."""

    moves: tuple[Move, ...]
    before: Costs
    after: Costs
    breaks: tuple[Broken, ...]
    mends: tuple[Broken, ...]


def weight(
    facts: MeetingFacts,
    segment: SegmentFacts,
    *,
    rules: Iterable[SeatingRuleFacts] = (),
    issued: SeatPlan | None = None,
) -> Weight:
    """Return what the plan of `segment`, as it is, costs under `rules` and against what was issued."""
    now = plan(facts, segment)
    seated = first_numbers(now.assignments)
    costs, broken = [], []
    for one in problems(facts, segment, rules=rules, former=issued or now):
        starts = _starts(one, seated.get(one.zone, {}))
        costs.append(costs_of(one.problem, starts))
        broken += [broken_of(one, each) for each in violations_of(one.problem, starts)]
    return Weight(costs=total(costs), broken=tuple(broken))


def weighed(
    facts: MeetingFacts,
    segment: SegmentFacts,
    given: tuple[GivenFacts, ...],
    *,
    rules: Iterable[SeatingRuleFacts] = (),
    issued: SeatPlan | None = None,
) -> Weighed:
    """Return what it means that the places of `segment` become `given`."""
    rules = tuple(rules)
    after_segment = replace(segment, is_seating_kept=True, given=given)
    before = weight(facts, segment, rules=rules, issued=issued)
    after = weight(facts, after_segment, rules=rules, issued=issued)
    return Weighed(
        moves=moves_between(seats(plan(facts, segment)), seats(plan(facts, after_segment))),
        before=before.costs,
        after=after.costs,
        breaks=tuple(one for one in after.broken if one not in before.broken),
        mends=tuple(one for one in before.broken if one not in after.broken),
    )


def _starts(one: Posed, numbers: dict[str, int]) -> dict[str, int]:
    index = by_number(one.places)
    return {
        sitter.key: index[numbers[sitter.key]] for sitter in one.problem.sitters if numbers.get(sitter.key) in index
    }
