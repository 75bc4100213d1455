from dataclasses import astuple

import pytest

from events.domain.seating.solving import solve
from tests.events.domain.seating.integer_programme import drawn, least_costs


@pytest.mark.parametrize("seed", range(12, 46))
def test_plan_costs_what_integer_programming_finds_term_by_term(seed):
    problem = drawn(seed)
    found = solve(problem)
    assert (astuple(found.costs), found.is_proven, found.conflicts, found.unseated) == (
        least_costs(problem), True, (), ()
    )  # fmt: skip
