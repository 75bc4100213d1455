import pytest

from events.domain.seating.judging import costs_of, violations_of
from events.domain.seating.problem import Costs, Place, Problem, Rule, Sitter

# Two rows of three: 0 1 2 before 3 4 5, an aisle between 1 and 2; 0 faces 3.
PLACES = (
    Place(number=1, run=0, beside=(1,), facing=(3,), is_first_row=True),
    Place(number=2, run=0, behind=(4,), is_first_row=True, is_accessible=True),
    Place(number=3, run=1, is_first_row=True),
    Place(number=4, run=2, beside=(4,)),
    Place(number=5, run=2, beside=(5,)),
    Place(number=6, run=2),
)


def judged(starts, *rules, **fields):
    sitters = (Sitter(key="a", **fields), Sitter(key="b"))
    found = violations_of(Problem(places=PLACES, sitters=sitters, rules=rules), starts)
    return [(one.code, one.sitters) for one in found]


@pytest.mark.parametrize(
    ("kind", "within", "broken", "kept"),
    [
        ("not_beside", 0, (1, 0), (1, 2)),
        ("not_facing", 0, (3, 0), (1, 0)),
        ("not_behind", 0, (4, 1), (3, 1)),
        ("not_within", 2, (0, 2), (0, 3)),
        ("together", 0, (1, 2), (4, 5)),
        ("near", 2, (0, 3), (2, 0)),
    ],
)
def test_pair_is_judged_by_where_it_sits(kind, within, broken, kept):
    rule = Rule(kind=kind, sitters=("a", "b"), within=within)
    plans = [{"a": one, "b": two} for one, two in (broken, kept)]
    assert [judged(plan, rule) for plan in plans] == [[(kind, ("a", "b"))], []]


def test_each_place_of_a_block_is_judged():
    assert judged({"a": 3, "b": 5}, Rule(kind="not_beside", sitters=("a", "b")), size=2) == [("not_beside", ("a", "b"))]


@pytest.mark.parametrize(
    ("starts", "fields", "code"),
    [
        ({"b": 0}, {}, "capacity"),
        ({"a": 1, "b": 0}, {"size": 2}, "aisle"),
        ({"a": 1, "b": 0}, {"pinned": 2}, "pinned"),
        ({"a": 2, "b": 0}, {"needs_accessible": True}, "accessible"),
    ],
)
def test_what_a_plan_breaks_is_named(starts, fields, code):
    assert judged(starts, **fields) == [(code, ("a",))]


def test_two_on_one_place_are_named():
    assert judged({"a": 3, "b": 4}, size=2) == [("occupied", ("a", "b"))]


def test_first_row_is_judged_for_who_asked():
    assert judged({"a": 2, "b": 0}, Rule(kind="not_first_row", sitters=("a",))) == [("not_first_row", ("a",))]


def test_rule_is_not_judged_while_one_has_no_place():
    assert judged({"a": 0}, Rule(kind="together", sitters=("a", "b"))) == [("capacity", ("b",))]


def test_costs_are_told_by_term():
    sitters = (Sitter(key="a", former=0, needs_accessible=True), Sitter(key="b", former=1), Sitter(key="c"))
    rules = (Rule(kind="together", sitters=("a", "c")),)
    costs = costs_of(Problem(places=PLACES, sitters=sitters, rules=rules), {"a": 5, "b": 1, "c": 0})
    assert costs == Costs(unmet=1, inversions=3, distance=7, wishes=1, changes=1)


def test_rule_given_twice_costs_once():
    rules = tuple(Rule(kind="together", sitters=pair) for pair in (("a", "b"), ("b", "a")))
    sitters = (Sitter(key="a"), Sitter(key="b"))
    assert costs_of(Problem(places=PLACES, sitters=sitters, rules=rules), {"a": 0, "b": 5}).wishes == 1


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"sitters": (Sitter(key="a"), Sitter(key="a"))}, "two sitters have one key"),
        ({"sitters": (Sitter(key="a", size=0),)}, "a sitter takes less than one place"),
        ({"places": (Place(number=1, run=0, beside=(1,)),)}, "a place is related to one that is not there"),
        ({"rules": (Rule(kind="capacity", sitters=()),)}, "capacity is no kind of rule"),
        ({"rules": (Rule(kind="together", sitters=("a",)),)}, "together names 2, not 1"),
        ({"rules": (Rule(kind="not_first_row", sitters=("x",)),)}, "not_first_row names an unknown sitter"),
        ({"rules": (Rule(kind="near", sitters=("a", "b")),)}, "near is not within 0 places"),
    ],
)
def test_what_is_no_problem_is_refused_in_words(fields, fault):
    with pytest.raises(ValueError, match=fault):
        costs_of(Problem(**{"places": PLACES, "sitters": (Sitter(key="a"), Sitter(key="b")), **fields}), {})


@pytest.mark.parametrize("starts", [{"x": 0}, {"a": 6}, {"a": -1}])
def test_plan_with_an_unknown_sitter_or_place_is_refused(starts):
    with pytest.raises(ValueError, match="does not have"):
        violations_of(Problem(places=PLACES, sitters=(Sitter(key="a"),)), starts)
