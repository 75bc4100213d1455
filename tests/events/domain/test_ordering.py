"""Orders as people make them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.domain.ordering import merged, moved_by, moves, placed_at


@pytest.mark.parametrize(
    ("key", "step", "expected"),
    [("b", -1, "bacd"), ("b", 1, "acbd"), ("a", -1, "abcd"), ("d", 1, "abcd"), ("x", 1, "abcd")],
)
def test_row_moves_one_step_and_stops_at_either_end(key, step, expected):
    assert "".join(moved_by("abcd", key, step)) == expected


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ({"d": 1}, "dabc"),
        ({"a": 99}, "bcda"),
        ({"a": 0}, "abcd"),
        ({"a": 4, "b": 3, "c": 2, "d": 1}, "dcba"),
        ({"c": 1, "a": 3}, "cbad"),
        ({"x": 1}, "abcd"),
        ({}, "abcd"),
    ],
)
def test_typed_place_is_where_the_row_stands(places, expected):
    assert "".join(placed_at("abcd", places)) == expected


@pytest.mark.parametrize(
    ("yours", "now", "expected"),
    [("cba", "abc", "cba"), ("cab", "abxc", "cabx"), ("cba", "xabc", "xcba"), ("cba", "ac", "ca"), ("", "ab", "ab")],
)
def test_two_orders_become_one_that_loses_no_row(yours, now, expected):
    assert "".join(merged(yours, now)) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("abcd", "abcd", []),
        ("abcd", "dabc", [("d", 4, 1)]),
        ("abcd", "bcda", [("a", 1, 4)]),
        ("abcd", "abxcd", [("x", None, 3)]),
        ("abcd", "acd", [("b", 2, None)]),
        ("abcd", "xdac", [("x", None, 1), ("d", 4, 2), ("b", 2, None)]),
        ("", "a", [("a", None, 1)]),
    ],
)
def test_fewest_moves_tell_what_became_of_a_list(before, after, expected):
    assert [(one.key, one.old, one.new) for one in moves(before, after)] == expected


@given(st.permutations("abcdefg"), st.permutations("abcdefg"))
def test_moves_made_again_give_the_new_order(before, after):
    told = {one.key: one.new for one in moves(before, after)}
    assert "".join(placed_at(before, told)) == "".join(after)
