from dataclasses import astuple

import pytest

from events.domain.seating.solving import solve
from tests.events.domain.seating.integer_programme import drawn, full, least_costs, newly_apart


@pytest.mark.parametrize("seed", range(12, 46))
def test_plan_costs_what_integer_programming_finds_term_by_term(seed):
    problem = drawn(seed)
    found = solve(problem)
    assert (astuple(found.costs), found.is_proven, found.conflicts, found.unseated) == (
        least_costs(problem), True, (), ()
    )  # fmt: skip


@pytest.mark.parametrize("problem", [make(seed) for make in (full, newly_apart) for seed in range(24)])
def test_plan_of_a_room_with_many_kept_apart_costs_what_integer_programming_finds(problem):
    found = solve(problem)
    assert found.is_proven
    assert found.conflicts or astuple(found.costs) == least_costs(problem)
