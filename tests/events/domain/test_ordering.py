"""Orders as people make them."""

import pytest

from events.domain.ordering import merged, moved_by, placed_at


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
