"""What a plan breaks and what it costs, whoever made it: the solver, or staff who move somebody by hand."""

from bisect import bisect_right, insort
from collections.abc import Mapping

from events.domain.seating.board import Board
from events.domain.seating.constraints import CONSTRAINTS, Starts, board_of, is_broken, is_hard
from events.domain.seating.problem import Costs, Problem, Violation


def violations_of(problem: Problem, starts: Mapping[str, int]) -> tuple[Violation, ...]:
    """Return what the plan `starts` (key to place index) breaks, in the order of CONSTRAINTS, then of sitters or rules.

    Any plan is judged, one made by hand too. Raises ValueError for a problem or a plan that is none.
    """
    board = board_of(problem)
    by_index = indexed(board, starts)
    return tuple(
        Violation(code=row.code, sitters=tuple(board.sitters[one].key for one in sitters), rule=rule)
        for row in CONSTRAINTS.values()
        for sitters, rule in row.judge(board, by_index, row.code)
    )


def costs_of(problem: Problem, starts: Mapping[str, int]) -> Costs:
    """Return what the plan `starts` (key to place index) costs among those that it seats.

    Any plan is judged, whatever it breaks. Raises ValueError for a problem or a plan that is none.
    """
    board = board_of(problem)
    return costs_on(board, indexed(board, starts))


def costs_on(board: Board, starts: Starts) -> Costs:
    """Return the costs of `starts`, by indexes in the order of the sitters."""
    seen: list[int] = []
    inversions = 0
    for start in starts.values():
        inversions += len(seen) - bisect_right(seen, start)
        insort(seen, start)
    return Costs(
        unmet=sum(1 for _ in CONSTRAINTS["accessible"].judge(board, starts, "accessible")),
        inversions=inversions,
        distance=sum(abs(start - board.due[sitter]) for sitter, start in starts.items()),
        wishes=sum(1 for rule in board.rules if not is_hard(rule) and is_broken(board, rule, starts)),
        changes=sum(1 for sitter, start in starts.items() if board.sitters[sitter].former not in (None, start)),
    )


def indexed(board: Board, starts: Mapping[str, int]) -> dict[int, int]:
    """Return `starts` by index of the sitter, in the sitters' order. Raises ValueError for one that is unknown."""
    unknown = [key for key in starts if key not in board.index]
    if unknown or any(not 0 <= start < len(board.places) for start in starts.values()):
        raise ValueError("The plan names a sitter or a place that the problem does not have.")
    return {number: starts[one.key] for number, one in enumerate(board.sitters) if one.key in starts}
