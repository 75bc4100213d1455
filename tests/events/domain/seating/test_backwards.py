from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from events.domain.seating.backwards import Backwards
from events.domain.seating.constraints import board_of
from events.domain.seating.feasible import rest_of
from events.domain.seating.judging import costs_of
from events.domain.seating.leasts import Leasts
from events.domain.seating.problem import Problem
from events.domain.seating.rest import scale_of
from events.domain.seating.solving import solve
from events.domain.seating.tables import Tables
from events.domain.seating.taking import taken_in
from tests.events.domain.seating import exhaustive
from tests.events.domain.seating.exhaustive import full_rooms, problems
from tests.events.domain.seating.integer_programme import drawn
from tests.events.domain.seating.test_solving import apart, people, row


def backwards(problem, *, steps=100_000, above=1_000):
    """Where all start by the way from the last to the first, None where it gave up, and what they cost at least."""
    board = board_of(problem)
    taken = taken_in(board)
    rest = rest_of(board, board.rules, taken.pins, taken.seated)
    scale = scale_of(board)
    tables = Tables(rest=rest, scale=scale)
    cost, digits = Backwards(
        tables=tables, leasts=Leasts(tables=tables), upper=scale.inversions * above, left=steps
    ).run()
    if digits is None:
        return None, scale.unpacked(cost)
    starts = {**rest.fixed, **tables.places(digits)}
    return {board.sitters[one].key: starts[one] for one in sorted(starts)}, scale.unpacked(cost)


def in_order(problem):
    """The same problem without least change and requests, which are settled before."""
    sitters = tuple(replace(one, needs_accessible=False) for one in problem.sitters)
    return replace(problem, sitters=sitters, is_least_change=False)


@settings(max_examples=150)
@given(problems().map(in_order))
def test_plan_found_from_the_last_to_the_first_is_the_best_of_all_plans(problem):
    best = exhaustive.best(problem, problem.rules)
    assume(best is not None)
    assert backwards(problem)[0] == best


@settings(max_examples=150)
@given(full_rooms())
def test_plan_of_a_full_room_found_from_the_last_to_the_first_is_the_best_of_all_plans(problem):
    best = exhaustive.best(problem, problem.rules)
    assume(best is not None)
    assert backwards(problem)[0] == best


@settings(max_examples=100)
@given(full_rooms(), st.integers(0, 60))
def test_what_was_not_found_costs_no_less_than_the_bound(problem, steps):
    best = exhaustive.best(problem, problem.rules)
    assume(best is not None)
    starts, bound = backwards(problem, steps=steps)
    assert starts in (None, best) and bound.inversions <= costs_of(problem, best).inversions


def test_nothing_is_found_that_costs_more_than_the_plan_that_is_known():
    problem = Problem(places=row(3), sitters=people("abc"), rules=(apart("a", "b"),))
    assert (backwards(problem, above=0)[0], backwards(problem, above=2)[0]) == (None, {"a": 0, "b": 2, "c": 1})


@pytest.mark.parametrize("seed", range(60))
def test_plan_of_middle_size_is_that_of_the_search_over_places(seed):
    problem = in_order(drawn(seed))
    found = solve(problem)
    assert found.is_proven
    assert found.conflicts or backwards(problem)[0] == dict(found.starts)
