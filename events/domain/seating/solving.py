"""The best seating of a problem, and whether it is proven to be the best."""

from dataclasses import replace

from events.domain.seating.board import Board
from events.domain.seating.conflicts import conflict_of
from events.domain.seating.constraints import Starts, board_of, is_hard
from events.domain.seating.feasible import rest_of, seat_all
from events.domain.seating.judging import costs_on, violations_of
from events.domain.seating.optimising import BEGINNINGS, best_of
from events.domain.seating.problem import Problem, Rule, Solution
from events.domain.seating.taking import taken_in


def solve(problem: Problem, *, beginnings: int = BEGINNINGS) -> Solution:
    """Return the best plan of `problem`; the same for the same problem, whatever the order of its rules.

    First who is seated and which pins hold (`taking`). Hard rules that cannot hold together are left out, the smallest
    conflict first (`conflicts`). Then, in order, each who needs an accessible place and has no pin takes the free one
    nearest to where it is due, or with least change to its former place, the lower of two, that leaves a place under
    the hard rules for all others; for whom there is none, any place will do. Among all plans with these, strictly:
    fewest pairs against the order, least distance from where each is due, fewest wishes broken, fewest changes, the
    lowest places in the order of the sitters. With least change fewest changes comes before all of these.
    `beginnings` limits the search; what it did not prove has `is_proven` False and a lower bound.
    Raises ValueError for a problem that is none.
    """
    board = board_of(problem)
    taken = taken_in(board)
    rules, conflicts, is_certain = _without_conflicts(board, taken.pins, taken.seated)
    fixed, is_sure = _with_accessible(board, rules, taken.pins, taken.seated)
    best = best_of(board, rules, fixed, taken.seated, beginnings)
    starts = {board.sitters[one].key: best.starts[one] for one in sorted(best.starts)}
    costs = costs_on(board, dict(sorted(best.starts.items())))
    is_proven = best.is_proven and is_certain and is_sure
    return Solution(
        starts=starts,
        unseated=tuple(one.key for one in board.sitters if one.key not in starts),
        violations=violations_of(problem, starts),
        conflicts=conflicts,
        costs=costs,
        bound=costs if is_proven else replace(best.bound, unmet=costs.unmet),
        is_proven=is_proven,
    )


def _without_conflicts(
    board: Board, pins: Starts, seated: tuple[int, ...]
) -> tuple[tuple[Rule, ...], tuple[tuple[Rule, ...], ...], bool]:
    """Return the rules that can hold together, the conflicts left out, and whether all that is certain."""
    rules, conflicts, is_certain = board.rules, [], True
    while True:
        hard = tuple(rule for rule in rules if is_hard(rule))
        found, is_sure = conflict_of(board, hard, pins, seated)
        is_certain &= is_sure
        if not found:
            return rules, tuple(conflicts), is_certain
        conflicts.append(found)
        rules = tuple(rule for rule in rules if rule not in found)


def _with_accessible(
    board: Board, rules: tuple[Rule, ...], pins: Starts, seated: tuple[int, ...]
) -> tuple[dict[int, int], bool]:
    """Return `pins` with the places of those who need accessible ones, and whether they are certain."""
    fixed, is_certain = dict(pins), True
    for sitter in seated:
        if not board.sitters[sitter].needs_accessible or sitter in fixed:
            continue
        rest = rest_of(board, rules, fixed, seated)
        allowed, wanted = rest.starts(sitter), _wanted(board, sitter)
        places = [p for p, place in enumerate(board.places) if place.is_accessible and allowed >> p & 1]
        for place in sorted(places, key=lambda one: (abs(one - wanted), one)):
            found = seat_all(rest_of(board, rules, {**fixed, sitter: place}, seated))
            if found.starts is not None:
                fixed[sitter] = place
                break
            is_certain &= found.is_certain
    return fixed, is_certain


def _wanted(board: Board, sitter: int) -> int:
    former = board.sitters[sitter].former
    return former if board.problem.is_least_change and former is not None else board.due[sitter]
