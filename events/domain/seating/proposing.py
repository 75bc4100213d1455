"""Proposals for the plan of a moment: the best in the order due, or that which moves the fewest."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from events.domain.facts import GivenFacts, MeetingFacts, SegmentFacts
from events.domain.seating.order import ZONES, plan
from events.domain.seating.posing import Numbers, Posed, SeatingRuleFacts, posed
from events.domain.seating.problem import Costs, Rule, Violation, total
from events.domain.seating.solving import solve
from events.domain.seating.values import SeatAssignment, SeatPlan

# The same problem has the same solution: what a page has just shown is not worked out again when it is taken over.
PROBLEMS_KEPT = 48
solved = lru_cache(maxsize=PROBLEMS_KEPT)(solve)


@dataclass(frozen=True, kw_only=True)
class Move:
    """A delegation (uuid) that goes from some seats (labels, the principals') to others; () where it has none."""

    delegation: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Broken:
    """A row of CONSTRAINTS (code) that a plan does not keep, for whom (uuids), and the rule of protocol, if any."""

    code: str
    delegations: tuple[str, ...]
    rule: SeatingRuleFacts | None = None


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A plan for all zones of a moment, as places given.

    `moves` are against who sits where now, `since_issue` against what was issued last, None where nothing was. `broken`
    is what the plan does not keep; `conflicts` the smallest sets of rules that cannot hold together and were left out.
    `bound` is what no plan can cost less than; it is `costs` where the plan `is_proven` to be the best.
    """

    is_least_change: bool
    given: tuple[GivenFacts, ...]
    moves: tuple[Move, ...]
    since_issue: tuple[Move, ...] | None
    unseated: tuple[str, ...]
    broken: tuple[Broken, ...]
    conflicts: tuple[tuple[SeatingRuleFacts, ...], ...]
    costs: Costs
    bound: Costs
    is_proven: bool


def proposal(
    facts: MeetingFacts,
    segment: SegmentFacts,
    *,
    rules: Iterable[SeatingRuleFacts] = (),
    issued: SeatPlan | None = None,
    is_least_change: bool = False,
) -> Proposal:
    """Return the best plan of `segment` under its order, its pins and `rules`; with least change, that which moves
    fewest from their places in `issued`, or in the plan as it is where nothing was issued.

    Same facts, same plan, whatever the order of `rules`. Time as of `solve`.
    """
    now = plan(facts, segment)
    asked = problems(facts, segment, rules=rules, former=issued or now, is_least_change=is_least_change)
    solutions = [(one, solved(one.problem)) for one in asked]
    fixed = pins(segment)
    given = tuple(place for one, each in solutions for place in places_given(one, each.starts, fixed.get(one.zone, {})))
    after = seats_of(given, seat_labels(facts))
    return Proposal(
        is_least_change=is_least_change,
        given=given,
        moves=moves_between(seats(now), after),
        since_issue=None if issued is None else moves_between(seats(issued), after),
        unseated=tuple(key for _, solution in solutions for key in solution.unseated),
        broken=tuple(broken_of(one, each) for one, solution in solutions for each in solution.violations),
        conflicts=tuple(_named(one, each) for one, solution in solutions for each in solution.conflicts),
        costs=total(solution.costs for _, solution in solutions),
        bound=total(solution.bound for _, solution in solutions),
        is_proven=all(solution.is_proven for _, solution in solutions),
    )


def problems(
    facts: MeetingFacts,
    segment: SegmentFacts,
    *,
    rules: Iterable[SeatingRuleFacts],
    former: SeatPlan,
    is_least_change: bool = False,
    without: str = "",
    zones: Iterable[str] = ZONES,
) -> tuple[Posed, ...]:
    """Return the problem of each of `zones`, pins and all; changes are counted from the plan `former`.

    `without` leaves a delegation (uuid) out.
    """
    before, fixed, rules = first_numbers(former.assignments), pins(segment), tuple(rules)
    return tuple(
        posed(
            facts, segment, zone, rules=rules, former=before.get(zone), pinned=fixed.get(zone),
            is_least_change=is_least_change, without=without,
        )
        for zone in zones
    )  # fmt: skip


def first_numbers(places: Iterable[SeatAssignment | GivenFacts]) -> dict[str, dict[str, int]]:
    """Return for each zone the number of the first place of each delegation."""
    found: dict[str, dict[str, int]] = {}
    for one in places:
        zone = found.setdefault(one.zone, {})
        zone[one.delegation] = min(one.number, zone.get(one.delegation, one.number))
    return found


def pins(segment: SegmentFacts) -> dict[str, dict[str, int]]:
    """Return for each zone the number of the first place of each delegation that is pinned."""
    return first_numbers(one for one in segment.given if one.is_pinned)


def moves_between(before: Mapping[str, tuple[str, ...]], after: Mapping[str, tuple[str, ...]]) -> tuple[Move, ...]:
    """Return who (delegation to seats) sits elsewhere, in the order of `after`, then those that have left."""
    return tuple(
        Move(delegation=uuid, before=before.get(uuid, ()), after=after.get(uuid, ()))
        for uuid in dict.fromkeys((*after, *before))
        if before.get(uuid, ()) != after.get(uuid, ())
    )


def seat_labels(facts: MeetingFacts) -> dict[tuple[str, int], str]:
    """Return the label of the principal's seat of each place, by zone and number."""
    return {(one.zone, one.number): one.seat for one in facts.room.places} if facts.room else {}


def seats_of(given: Iterable[GivenFacts], labels: Mapping[tuple[str, int], str]) -> dict[str, tuple[str, ...]]:
    """Return the seats of each delegation, by the places given."""
    found: dict[str, tuple[str, ...]] = {}
    for one in given:
        found[one.delegation] = (*found.get(one.delegation, ()), labels.get((one.zone, one.number), str(one.number)))
    return found


def broken_of(one: Posed, violation: Violation) -> Broken:
    """Return what a plan of `one` breaks, in terms of the meeting."""
    rule = one.told(violation.rule) if violation.rule else None
    return Broken(code=violation.code, delegations=violation.sitters, rule=rule)


def seats(given: SeatPlan) -> dict[str, tuple[str, ...]]:
    """Return the seats (labels, the principals') of each delegation, in walking order."""
    found: dict[str, tuple[str, ...]] = {}
    for one in given.assignments:
        found[one.delegation] = (*found.get(one.delegation, ()), one.seat)
    return found


def places_given(one: Posed, starts: Mapping[str, int], fixed: Numbers) -> list[GivenFacts]:
    """Return the places that sitters (key) have who start at those indexes; those of `fixed` are pinned."""
    sizes = {sitter.key: sitter.size for sitter in one.problem.sitters}
    return [
        GivenFacts(zone=one.zone, number=number, delegation=key, is_pinned=key in fixed)
        for key, start in sorted(starts.items(), key=lambda pair: pair[1])
        for number in one.numbers(start, sizes[key])
    ]


def _named(one: Posed, conflict: tuple[Rule, ...]) -> tuple[SeatingRuleFacts, ...]:
    return tuple(one.told(rule) for rule in conflict)
