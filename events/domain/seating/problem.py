"""The seating of one zone as a problem, and its solution: places and sitters as values; it knows no meeting."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields


@dataclass(frozen=True, kw_only=True)
class Place:
    """One usable place; its index in `Problem.places` is its position as one walks along them.

    `run` is the stretch without an aisle, a row's end or a blocked seat that it belongs to: only inside one may a
    sitter have several places. `beside`, `facing` and `behind` are indexes of places; that one place has another
    suffices, the relation holds both ways.
    """

    number: int
    run: int
    row: str = ""
    is_accessible: bool = False
    is_first_row: bool = False
    beside: tuple[int, ...] = ()
    facing: tuple[int, ...] = ()
    behind: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Sitter:
    """One who takes `size` places one after the other; `former` and `pinned` are indexes of the first of them.

    `former` is where it starts in the plan issued last, `pinned` where staff put it. Who `needs_accessible` needs the
    first of its places, the principal's, to be accessible.
    """

    key: str
    size: int = 1
    needs_accessible: bool = False
    former: int | None = None
    pinned: int | None = None


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A row of CONSTRAINTS that names sitters, asked for one or two of them by their keys, in any order.

    `within` is the number of places of kinds that count them: two sitters are within it when fewer places than that
    are between them as one walks, whatever aisles there are; places of others count.
    """

    kind: str
    sitters: tuple[str, ...]
    within: int = 0


@dataclass(frozen=True, kw_only=True)
class Problem:
    """Places in walking order, sitters in the order due to them, and rules in any order."""

    places: tuple[Place, ...]
    sitters: tuple[Sitter, ...]
    rules: tuple[Rule, ...] = ()
    is_least_change: bool = False


@dataclass(frozen=True, kw_only=True)
class Costs:
    """What a plan costs: requests for an accessible place not met, pairs seated against the order, the sum of places
    between where each starts and where it is due, wishes not met, sitters that start elsewhere than formerly."""

    unmet: int = 0
    inversions: int = 0
    distance: int = 0
    wishes: int = 0
    changes: int = 0


def total(costs: Iterable[Costs]) -> Costs:
    """Return the sum of several costs, term by term."""
    found = list(costs)
    return Costs(**{field.name: sum(getattr(one, field.name) for one in found) for field in fields(Costs)})


@dataclass(frozen=True, kw_only=True)
class Violation:
    """A row of CONSTRAINTS (code) that a plan breaks, by whom (keys), and the rule where it is one."""

    code: str
    sitters: tuple[str, ...]
    rule: Rule | None = None


@dataclass(frozen=True, kw_only=True)
class Solution:
    """A plan: the index of the place where each seated sitter (key) starts.

    `unseated` are the keys of those without a place, in order. `conflicts` are the sets of hard rules that cannot hold
    together and were left out, in the order in which they were found. `bound` is what no plan can be below, term by
    term in the order of importance; it is the costs themselves when `is_proven`.
    """

    starts: Mapping[str, int]
    unseated: tuple[str, ...]
    violations: tuple[Violation, ...]
    conflicts: tuple[tuple[Rule, ...], ...]
    costs: Costs
    bound: Costs
    is_proven: bool
