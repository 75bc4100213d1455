"""CONSTRAINTS: what a plan can break. They judge a finished plan, whoever made it, and never move anybody."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from events.domain.seating.board import Board, span
from events.domain.seating.problem import Problem, Rule
from meetingplanner.languages import phrase

Starts = Mapping[int, int]


@dataclass(frozen=True, kw_only=True)
class Constraint:
    """One row: what it says, whether a plan must keep it, and who of a plan breaks it (with the rule, if any).

    `sitters` is how many a Rule of this kind names, 0 where there are no rules of it. A pair is judged by `relation`
    (beside, facing, behind, within): `wants` it or wants it not.
    """

    code: str
    label: str
    judge: Callable[[Board, Starts, str], Iterator[tuple[tuple[int, ...], Rule | None]]]
    is_hard: bool = True
    sitters: int = 0
    relation: str = ""
    wants: bool = False


def _capacity(board: Board, starts: Starts, _code: str) -> Iterator[tuple[tuple[int, ...], None]]:
    yield from (((sitter,), None) for sitter in range(len(board.sitters)) if sitter not in starts)


def _occupied(board: Board, starts: Starts, _code: str) -> Iterator[tuple[tuple[int, ...], None]]:
    """Two sitters in their order for each pair that shares a place."""
    sitting: dict[int, list[int]] = {}
    for sitter, start in starts.items():
        for place in range(start, start + board.sizes[sitter]):
            sitting.setdefault(place, []).append(sitter)
    shared = {(one, two) for group in sitting.values() for one in group for two in group if one < two}
    yield from ((pair, None) for pair in sorted(shared))


def _aisle(board: Board, starts: Starts, _code: str) -> Iterator[tuple[tuple[int, ...], None]]:
    for sitter, start in starts.items():
        if board.stretch[start] < board.sizes[sitter]:
            yield (sitter,), None


def _pinned(board: Board, starts: Starts, _code: str) -> Iterator[tuple[tuple[int, ...], None]]:
    for sitter, start in starts.items():
        if board.sitters[sitter].pinned not in (None, start):
            yield (sitter,), None


def _accessible(board: Board, starts: Starts, _code: str) -> Iterator[tuple[tuple[int, ...], None]]:
    for sitter, start in starts.items():
        if board.sitters[sitter].needs_accessible and not board.places[start].is_accessible:
            yield (sitter,), None


def _rules(board: Board, starts: Starts, code: str) -> Iterator[tuple[tuple[int, ...], Rule]]:
    for rule in board.rules:
        if rule.kind == code and is_broken(board, rule, starts):
            yield tuple(board.index[key] for key in rule.sitters), rule


def _apart(code: str, label: str, relation: str) -> Constraint:
    return Constraint(code=code, label=label, judge=_rules, sitters=2, relation=relation)


def _wish(code: str, label: str, relation: str = "", *, sitters: int = 2) -> Constraint:
    return Constraint(
        code=code, label=label, judge=_rules, is_hard=False, sitters=sitters, relation=relation, wants=bool(relation)
    )


CONSTRAINTS: dict[str, Constraint] = {
    row.code: row
    for row in (
        Constraint(code="capacity", label=phrase("A place for each delegation"), judge=_capacity),
        Constraint(code="occupied", label=phrase("One delegation to a place"), judge=_occupied),
        Constraint(code="aisle", label=phrase("No delegation across an aisle"), judge=_aisle),
        Constraint(code="pinned", label=phrase("Stays where it was put by hand"), judge=_pinned),
        Constraint(code="accessible", label=phrase("An accessible place where one is needed"), judge=_accessible),
        _apart("not_beside", phrase("Not side by side"), "beside"),
        _apart("not_facing", phrase("Not face to face"), "facing"),
        _apart("not_behind", phrase("Not one behind the other"), "behind"),
        _apart("not_within", phrase("Not within so many places"), "within"),
        _wish("together", phrase("Side by side"), "beside"),
        _wish("near", phrase("Within so many places"), "within"),
        _wish("not_first_row", phrase("Not in the first row"), sitters=1),
    )
}


def is_broken(board: Board, rule: Rule, starts: Starts) -> bool:
    """Return whether `starts` break `rule`; a rule is not broken while one whom it names has no place."""
    sitters = [board.index[key] for key in rule.sitters]
    if any(sitter not in starts for sitter in sitters):
        return False
    row, first = CONSTRAINTS[rule.kind], sitters[0]
    if row.sitters == 1:
        return bool(span(starts[first], starts[first] + board.sizes[first]) & board.first_row)
    return bool(pair_starts(board, rule, first, starts[first]) >> starts[sitters[1]] & 1) != row.wants


def pair_starts(board: Board, rule: Rule, sitter: int, start: int) -> int:
    """Return where the other sitter of `rule` starts when it is in the rule's relation to `sitter` at `start`."""
    other = other_of(board, rule, sitter)
    relation = CONSTRAINTS[rule.kind].relation
    return board.related(relation, rule.within, start, size=board.sizes[sitter], other=board.sizes[other])


def other_of(board: Board, rule: Rule, sitter: int) -> int:
    """Return whom `rule`, which names two, names besides `sitter`."""
    first, second = (board.index[key] for key in rule.sitters)
    return second if sitter == first else first


def is_hard(rule: Rule) -> bool:
    """Return whether a plan must keep `rule`."""
    return CONSTRAINTS[rule.kind].is_hard


def board_of(problem: Problem) -> Board:
    """Return `problem` with its tables. Raises ValueError, naming all that is wrong, where it is none."""
    board = Board(problem=problem)
    faults = [*_faults(board), *(fault for rule in problem.rules for fault in _rule_faults(board, rule))]
    if faults:
        raise ValueError("; ".join(faults))
    return board


def _faults(board: Board) -> Iterator[str]:
    if len(board.index) < len(board.sitters):
        yield "two sitters have one key"
    if any(size < 1 for size in board.sizes):
        yield "a sitter takes less than one place"
    known = range(len(board.places))
    if any(one not in known for place in board.places for one in (*place.beside, *place.facing, *place.behind)):
        yield "a place is related to one that is not there"


def _rule_faults(board: Board, rule: Rule) -> Iterator[str]:
    row = CONSTRAINTS.get(rule.kind)
    if row is None or not row.sitters:
        yield f"{rule.kind} is no kind of rule"
    elif len(set(rule.sitters)) != row.sitters or len(rule.sitters) != row.sitters:
        yield f"{rule.kind} names {row.sitters}, not {len(rule.sitters)}"
    elif not set(rule.sitters) <= board.index.keys():
        yield f"{rule.kind} names an unknown sitter"
    elif rule.within < 0 or bool(rule.within) != (row.relation == "within"):
        yield f"{rule.kind} is not within {rule.within} places"
