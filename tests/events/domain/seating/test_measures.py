"""The measures of the shapes: each has its row in the table, and what makes no room is told in words."""

from dataclasses import fields

import pytest

from events.domain.seating.layouts import LAYOUTS
from events.domain.seating.measures import CHOICE, COUNTS, MEASURES, measure_faults, measures_of, usual_measures


def told(layout, **measures):
    return {
        name: fault.template % fault.values
        for name, fault in measure_faults(layout, usual_measures(layout) | measures).items()
    }


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_measure_of_a_shape_is_in_the_table(layout):
    named = {one.name for one in fields(LAYOUTS[layout].measures)}
    assert named == {one.name for one in measures_of(layout)}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_usual_measures_lie_within_their_bounds_and_make_a_room(layout):
    for name, value in usual_measures(layout).items():
        row = MEASURES[name]
        values = value if row.kind == COUNTS else (value,)
        assert all(one in row.choices if row.kind == CHOICE else row.least <= one <= row.most for one in values), name
    assert told(layout) == {}


def test_every_measure_of_the_table_is_used():
    assert set(MEASURES) == {one.name for layout in LAYOUTS for one in measures_of(layout)}


def test_observers_need_as_many_blocks_as_the_tables():
    words = "Give as many numbers as the rows of tables have blocks: 3."
    assert told("rows", observer_blocks=(4, 4), press_blocks=(1,)) == {"observer_blocks": words, "press_blocks": words}


@pytest.mark.parametrize(
    ("layout", "measures"),
    [
        ("rows", {"table_rows": 100, "blocks": (100, 100, 100)}),
        ("theatre", {"chair_rows": 200, "blocks": (100, 100)}),
        ("round_table", {"places": 400, "behind": 6, "observer_rows": 40, "observer_blocks": (100, 100)}),
    ],
)
def test_more_seats_than_can_be_drawn_are_refused(layout, measures):
    assert told(layout, **measures) == {"": "This makes more than 5000 seats."}


def test_seats_that_would_stand_in_each_other_are_refused():
    assert told("horseshoe", places=200)[""].endswith("stand in each other.")


def test_labels_that_would_be_there_twice_are_refused():
    assert told("horseshoe", observer_rows=20)[""] == (
        "With these measures two seats are called L1: there are too many rows."
    )


def test_room_that_is_too_large_by_its_podium_alone_is_refused_in_words():
    large = {"chair_rows": 200, "blocks": (25,), "observer_rows": 0, "podium_chairs": 40, "secretariat_seats": 0}
    assert told("theatre", **large) == {"": "This makes more than 5000 seats."}
