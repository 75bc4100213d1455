from itertools import chain, combinations

from hypothesis import given
from hypothesis import strategies as st

from events.domain.seating.constraints import board_of
from events.domain.seating.feasible import rest_of
from events.domain.seating.problem import Place, Problem, Rule, Sitter
from events.domain.seating.staying import Staying, fewest_in, staying_in


def staying(sitters, rules=(), fixed=None):
    places = tuple(Place(number=number + 1, run=0, beside=(number + 1,) if number < 5 else ()) for number in range(6))
    board = board_of(Problem(places=places, sitters=tuple(sitters), rules=tuple(rules), is_least_change=True))
    return staying_in(rest_of(board, board.rules, fixed or {}, tuple(range(len(board.sitters)))))


def apart(*sitters):
    return Rule(kind="not_beside", sitters=sitters)


@given(st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]), max_size=9))
def test_fewest_in_pairs_are_found(pairs):
    named = sorted(set(chain.from_iterable(pairs)))
    fewest = next(
        size
        for size in range(len(named) + 1)
        for chosen in combinations(named, size)
        if all(set(pair) & set(chosen) for pair in pairs)
    )
    assert fewest_in(tuple(sorted(pairs))) == fewest


def test_all_stay_whose_former_places_are_free():
    sitters = [Sitter(key="a", former=3), Sitter(key="b", former=0), Sitter(key="c")]
    assert staying(sitters) == Staying(places={0: 3, 1: 0}, pairs=(), least=0)


def test_of_two_who_break_a_rule_one_changes():
    sitters = [Sitter(key="a", former=0), Sitter(key="b", former=1), Sitter(key="c", former=5)]
    assert staying(sitters, [apart("b", "a")]) == Staying(places={2: 5}, pairs=((0, 1),), least=1)


def test_of_two_who_share_a_place_one_changes():
    sitters = [Sitter(key="a", former=0, size=2), Sitter(key="b", former=1)]
    assert staying(sitters) == Staying(places={}, pairs=((0, 1),), least=1)


def test_one_whose_place_is_taken_or_beside_one_kept_apart_changes():
    sitters = [Sitter(key="a", pinned=2), Sitter(key="b", former=2), Sitter(key="c", former=3)]
    assert staying(sitters, [apart("a", "c")], {0: 2}) == Staying(places={}, pairs=(), least=2)
