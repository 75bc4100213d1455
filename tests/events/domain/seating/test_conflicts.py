from hypothesis import given, settings

from events.domain.seating.conflicts import conflict
from events.domain.seating.problem import Place, Problem, Rule, Sitter
from events.domain.seating.solving import solve
from tests.events.domain.seating import exhaustive
from tests.events.domain.seating.exhaustive import HARD, problems


def row(count):
    return tuple(
        Place(number=number + 1, run=0, beside=(number + 1,) if number + 1 < count else ()) for number in range(count)
    )


@settings(max_examples=100)
@given(problems(most_places=5, most_sitters=4, most_rules=6, kinds=HARD))
def test_conflict_is_the_smallest_set_that_no_plan_keeps(problem):
    assert len(conflict(problem)) == exhaustive.least_conflict(problem)


@settings(max_examples=60)
@given(problems(most_places=4, most_sitters=4, most_rules=6, kinds=HARD))
def test_what_is_left_after_all_conflicts_can_be_kept(problem):
    left_out = {rule for one in solve(problem).conflicts for rule in one}
    broken = {one.rule for one in solve(problem).violations if one.code in HARD}
    assert broken <= left_out


def test_rules_that_conflict_with_pins_are_named_without_others():
    sitters = (Sitter(key="a", pinned=0), Sitter(key="b", pinned=1), Sitter(key="c"))
    rules = tuple(Rule(kind="not_beside", sitters=pair) for pair in (("b", "a"), ("c", "a")))
    assert conflict(Problem(places=row(4), sitters=sitters, rules=rules)) == (
        Rule(kind="not_beside", sitters=("a", "b")),
    )


def test_rules_that_can_hold_have_no_conflict():
    sitters = (Sitter(key="a"), Sitter(key="b"))
    rules = (Rule(kind="not_within", sitters=("a", "b"), within=3),)
    assert conflict(Problem(places=row(5), sitters=sitters, rules=rules)) == ()
