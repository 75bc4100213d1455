"""From the facts of a moment to the problem of one zone: places as one walks, delegations in the order due, rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from events.domain.facts import MeetingFacts, SegmentFacts
from events.domain.seating.neighbours import PlaceRelation, by_number, place_relations
from events.domain.seating.order import ordered_delegations, places_wanted
from events.domain.seating.problem import Place, Problem, Rule, Sitter

# Rules of protocol, with how far for those that keep apart, as rules of the problem.
RULES = {
    ("apart", "side"): "not_beside",
    ("apart", "face"): "not_facing",
    ("apart", "behind"): "not_behind",
    ("apart", "places"): "not_within",
    ("together", ""): "together",
    ("near", ""): "near",
    ("not_first_row", ""): "not_first_row",
}
COUNTED = ("not_within", "near")

# Delegation to the number of its first place in a zone.
Numbers = Mapping[str, int]


@dataclass(frozen=True, kw_only=True)
class SeatingRuleFacts:
    """A rule of protocol for one moment: kind and way as in RULE_KINDS and WAYS_APART, delegations as uuids."""

    uuid: str
    kind: str
    delegation: str
    other: str = ""
    way: str = ""
    distance: int = 0


@dataclass(frozen=True, kw_only=True)
class Posed:
    """The problem of one zone, its places, and which rule of protocol each rule of the problem is."""

    zone: str
    problem: Problem
    places: tuple[PlaceRelation, ...]
    rules: tuple[tuple[Rule, SeatingRuleFacts], ...]

    def told(self, rule: Rule) -> SeatingRuleFacts:
        """Return the rule of protocol that `rule` is, whichever of the two sitters it names first."""
        return next(facts for one, facts in self.rules if _same(one, rule))

    def numbers(self, start: int, size: int) -> tuple[int, ...]:
        """Return the numbers of `size` places from the index `start`."""
        return tuple(one.number for one in self.places[start : start + size])


def posed(
    facts: MeetingFacts,
    segment: SegmentFacts,
    zone: str,
    *,
    rules: Iterable[SeatingRuleFacts] = (),
    former: Numbers | None = None,
    pinned: Numbers | None = None,
    is_least_change: bool = False,
    without: str = "",
) -> Posed:
    """Return the problem of `zone` with its expected delegations, `without` one of them (uuid) if it is named.

    `former` and `pinned` are the numbers of the first places that delegations have in the zone, those that the room no
    longer has are passed over. A rule that names somebody who has no seat in the zone is left out.
    """
    places = place_relations(facts.room, zone) if facts.room else ()
    index = by_number(places)
    rules = tuple(rules)
    needing = {one.delegation for one in rules if one.kind == "accessible"}
    sitters = tuple(
        Sitter(
            key=one.uuid,
            size=places_wanted(facts, one, zone),
            needs_accessible=one.uuid in needing,
            former=index.get((former or {}).get(one.uuid, -1)),
            pinned=index.get((pinned or {}).get(one.uuid, -1)),
        )
        for one in ordered_delegations(facts, segment, zone)
        if one.uuid != without and places_wanted(facts, one, zone)
    )
    named = _asked(rules, {one.key for one in sitters})
    problem = Problem(
        places=tuple(map(_place, places)),
        sitters=sitters,
        rules=tuple(rule for rule, _ in named),
        is_least_change=is_least_change,
    )
    return Posed(zone=zone, problem=problem, places=places, rules=named)


def _asked(rules: tuple[SeatingRuleFacts, ...], keys: set[str]) -> tuple[tuple[Rule, SeatingRuleFacts], ...]:
    """Return the rules between those who sit in the zone, each once."""
    found: list[tuple[Rule, SeatingRuleFacts]] = []
    for one in rules:
        if one.kind != "accessible" and _named(one) <= keys:
            rule = _rule(one)
            if not any(_same(rule, other) for other, _ in found):
                found.append((rule, one))
    return tuple(found)


def _same(one: Rule, other: Rule) -> bool:
    return (one.kind, set(one.sitters), one.within) == (other.kind, set(other.sitters), other.within)


def _named(rule: SeatingRuleFacts) -> set[str]:
    return {rule.delegation, rule.other} - {""}


def _rule(rule: SeatingRuleFacts) -> Rule:
    kind = RULES[rule.kind, rule.way]
    sitters = (rule.delegation, rule.other) if rule.other else (rule.delegation,)
    return Rule(kind=kind, sitters=sitters, within=rule.distance if kind in COUNTED else 0)


def _place(one: PlaceRelation) -> Place:
    return Place(
        number=one.number,
        run=one.run,
        row=one.row,
        is_accessible=one.is_accessible,
        is_first_row=one.is_first_row,
        beside=one.beside,
        facing=one.facing,
        behind=one.behind,
    )
