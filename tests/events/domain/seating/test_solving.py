from dataclasses import replace

from hypothesis import given, settings

from events.domain.seating.solving import solve
from tests.events.domain.seating import exhaustive
from tests.events.domain.seating.exhaustive import problems


@settings(max_examples=150)
@given(problems())
def test_plan_is_the_best_of_all_plans(problem):
    found = solve(problem)
    left_out = {rule for conflict in found.conflicts for rule in exhaustive.single(conflict)}
    kept = [rule for rule in problem.rules if replace(rule, sitters=tuple(sorted(rule.sitters))) not in left_out]
    assert (dict(found.starts), found.is_proven) == (exhaustive.best(problem, kept), True)
