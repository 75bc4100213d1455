"""Which hard rules cannot hold together."""

from itertools import combinations
from math import comb

from events.domain.seating.board import Board
from events.domain.seating.constraints import board_of, is_hard
from events.domain.seating.feasible import Found, rest_of, seat_all
from events.domain.seating.problem import Problem, Rule
from events.domain.seating.taking import taken_in

# So many sets of one size are tried for a smaller conflict.
SETS = 500


def conflict(problem: Problem) -> tuple[Rule, ...]:
    """Return the smallest set of hard rules that cannot hold together, in the rules' own order; () when all can.

    Rules are taken out one by one while the others still conflict, so none of what is left can be spared. Then every
    smaller set is looked at, the smallest first, as long as there are at most SETS of a size: up to there no conflict
    is smaller. Pins and places are facts that rules conflict with; they are in no set.
    Raises ValueError for a problem that is none.
    """
    board = board_of(problem)
    taken = taken_in(board)
    hard = tuple(rule for rule in board.rules if is_hard(rule))
    return conflict_of(board, hard, taken.pins, taken.seated)[0]


def conflict_of(
    board: Board, hard: tuple[Rule, ...], pins: dict[int, int], seated: tuple[int, ...]
) -> tuple[tuple[Rule, ...], bool]:
    """Return the conflict among `hard`, () without one, and whether that is certain."""

    def judged(rules: tuple[Rule, ...]) -> Found:
        return seat_all(rest_of(board, rules, pins, seated))

    whole = judged(hard)
    if whole.starts is not None:
        return (), True
    is_certain = whole.is_certain
    left = hard
    for rule in hard:
        fewer = tuple(one for one in left if one != rule)
        found = judged(fewer)
        if found.starts is None:
            left, is_certain = fewer, found.is_certain
    for size in range(1, len(left)):
        if comb(len(hard), size) > SETS:
            break
        for rules in combinations(hard, size):
            found = judged(rules)
            if found.starts is None:
                return rules, found.is_certain
    return left, is_certain
