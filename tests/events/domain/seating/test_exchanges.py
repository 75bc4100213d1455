from dataclasses import replace

from hypothesis import assume, given, settings

from events.domain.seating.constraints import board_of
from events.domain.seating.exchanges import Exchanges
from events.domain.seating.feasible import rest_of
from events.domain.seating.problem import Costs, Problem, Rule, Sitter
from events.domain.seating.rest import scale_of
from events.domain.seating.tables import Tables
from tests.events.domain.seating import exhaustive
from tests.events.domain.seating.exhaustive import replanned
from tests.events.domain.seating.test_solving import row


def bound(problem):
    """What all cost at least when they are seated anew, and the scale."""
    board = board_of(problem)
    scale = scale_of(board)
    rest = rest_of(board, board.rules, {}, tuple(range(len(board.sitters))))
    tables = Tables(rest=rest, scale=scale)
    return Exchanges(tables=tables).least(0, (1 << len(board.sitters)) - 1, ()), scale


def replanned_row(formers, *apart):
    sitters = tuple(Sitter(key=key, former=former) for key, former in zip("abcdefgh", formers, strict=False))
    rules = tuple(Rule(kind="not_beside", sitters=tuple(pair)) for pair in apart)
    return Problem(places=row(len(sitters)), sitters=sitters, rules=rules, is_least_change=True)


def unasked(problem):
    sitters = tuple(replace(one, needs_accessible=False, pinned=None) for one in problem.sitters)
    return replace(problem, sitters=sitters)


@settings(max_examples=150)
@given(replanned().map(unasked))
def test_no_plan_costs_less_than_the_bound(problem):
    best = exhaustive.best(problem, problem.rules)
    assume(best is not None and len(best) == len(problem.sitters))
    least, scale = bound(problem)
    changes, *terms = exhaustive.key_of(problem, best, {}, exhaustive.due(problem), exhaustive.single(problem.rules))[1]
    inversions, distance, wishes, _ = terms
    assert least <= scale.packed(Costs(inversions=inversions, distance=distance, wishes=wishes, changes=changes))


def test_who_has_no_other_place_costs_nothing():
    least, scale = bound(replanned_row(range(6)))
    assert scale.unpacked(least) == Costs()


def test_of_two_pairs_kept_apart_two_change_places_with_those_between_on_the_way():
    least, scale = bound(replanned_row(range(6), "ab", "ef"))
    assert scale.unpacked(least) == Costs(changes=2, inversions=5, distance=6)
