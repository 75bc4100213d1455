"""Why a delegation sits where it does, and what it would change if it did not come."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from events.domain.facts import MeetingFacts, SegmentFacts
from events.domain.seating.constraints import CONSTRAINTS
from events.domain.seating.judging import violations_of
from events.domain.seating.neighbours import by_number
from events.domain.seating.order import ZONES, plan
from events.domain.seating.posing import Posed, SeatingRuleFacts, posed
from events.domain.seating.problem import Problem
from events.domain.seating.proposing import (
    Broken,
    first_numbers,
    moves_between,
    pins,
    places_given,
    problems,
    seat_labels,
    seats,
    seats_of,
    solved,
)
from events.domain.seating.values import SeatPlan
from events.domain.seating.weighing import weight


@dataclass(frozen=True, kw_only=True)
class Why:
    """Where a delegation sits (`place`, counted from 1 among the usable places as one walks) and where it is due.

    `position` is its place in the order, `of` how many there are in its zone; `after` and `before` are whom it is due
    between (uuids, "" at an end). `rules` are those that name it, `broken` what the plan does not keep for it. When it
    does not come, `moves_to_restore` others of its zone move to be in full order, `moves_at_least` with the least
    change.
    """

    zone: str
    place: int | None
    due: int
    position: int
    of: int
    after: str
    before: str
    is_pinned: bool
    needs_accessible: bool
    rules: tuple[SeatingRuleFacts, ...]
    broken: tuple[Broken, ...]
    moves_to_restore: int
    moves_at_least: int


def why(
    facts: MeetingFacts,
    segment: SegmentFacts,
    delegation: str,
    *,
    rules: Iterable[SeatingRuleFacts] = (),
    issued: SeatPlan | None = None,
) -> Why | None:
    """Return why `delegation` (uuid) sits where it does in `segment`, None for one that has no zone to sit in."""
    rules = tuple(rules)
    for zone in ZONES:
        one = posed(facts, segment, zone, rules=rules)
        if delegation in {sitter.key for sitter in one.problem.sitters}:
            return _why(facts, segment, delegation, one, rules, issued)
    return None


def _why(
    facts: MeetingFacts,
    segment: SegmentFacts,
    delegation: str,
    one: Posed,
    rules: tuple[SeatingRuleFacts, ...],
    issued: SeatPlan | None,
) -> Why:
    keys = [sitter.key for sitter in one.problem.sitters]
    at = keys.index(delegation)
    number = first_numbers(plan(facts, segment).assignments).get(one.zone, {}).get(delegation, -1)
    place = by_number(one.places).get(number)
    restored, least = (
        _moves_without(facts, segment, delegation, one.zone, rules=rules, issued=issued, is_least_change=is_least)
        for is_least in (False, True)
    )
    found = weight(facts, segment, rules=rules, issued=issued).broken
    return Why(
        zone=one.zone,
        place=None if place is None else place + 1,
        due=sum(other.size for other in one.problem.sitters[:at]) + 1,
        position=at + 1,
        of=len(keys),
        after=keys[at - 1] if at else "",
        before=keys[at + 1] if at + 1 < len(keys) else "",
        is_pinned=any(each.is_pinned and each.delegation == delegation for each in segment.given),
        needs_accessible=one.problem.sitters[at].needs_accessible,
        rules=tuple(rule for rule in rules if delegation in (rule.delegation, rule.other)),
        broken=tuple(each for each in found if delegation in each.delegations),
        moves_to_restore=restored,
        moves_at_least=least,
    )


def _moves_without(
    facts: MeetingFacts,
    segment: SegmentFacts,
    delegation: str,
    zone: str,
    *,
    rules: tuple[SeatingRuleFacts, ...],
    issued: SeatPlan | None,
    is_least_change: bool,
) -> int:
    """Return how many others of `zone` would move from where they sit if `delegation` did not come."""
    now = plan(facts, segment)
    (one,) = problems(
        facts, segment, rules=rules, former=issued or now, is_least_change=is_least_change, without=delegation,
        zones=(zone,),
    )  # fmt: skip
    starts = (_staying(one.problem) if is_least_change else None) or solved(one.problem).starts
    after = seats_of(places_given(one, starts, pins(segment).get(zone, {})), seat_labels(facts))
    return sum(1 for move in moves_between(seats(now), after) if move.after)


def _staying(problem: Problem) -> Mapping[str, int] | None:
    """Return the plan in which all are where they were, None where somebody cannot be: nothing changes less."""
    starts = {one.key: one.former for one in problem.sitters if one.former is not None}
    broken = any(CONSTRAINTS[one.code].is_hard for one in violations_of(problem, starts))
    return None if broken else starts
