"""Curved rows: as long, as far apart and labelled as straight ones, round one point, and seen from there alike."""

import math

import pytest

from events.domain.seating.bending import forward_mm, least_radius_mm
from events.domain.seating.measures import measure_faults, usual_measures
from events.domain.seating.neighbours import place_relations
from tests.events.domain.seating.rooms import usual

SHAPES = {"theatre": {}, "rows": {"behind": 2}}
RADIUS_MM = 15_000


def pair(layout, **measures):
    """The room straight, and curved."""
    straight = SHAPES[layout] | measures
    return usual(layout, **straight), usual(layout, **straight, curve_mm=RADIUS_MM)


def told(layout, **measures):
    return {
        name: fault.template % fault.values
        for name, fault in measure_faults(layout, usual_measures(layout) | measures).items()
    }


def rows(room, zone):
    found = {}
    for one in room.seats:
        if one.zone == zone:
            found.setdefault(one.row, []).append(one)
    return {letter: sorted(row, key=lambda one: one.x_mm) for letter, row in found.items()}


def centre(room):
    """The point round which the front row bends, from its seats on the axis' two sides."""
    row = rows(room, "table")["A"]
    first, last = row[0], row[-1]
    half = math.radians(360 - last.angle)
    return (first.x_mm + last.x_mm) / 2, last.y_mm - (last.x_mm - first.x_mm) / 2 / math.tan(half)


@pytest.mark.parametrize("layout", SHAPES)
def test_curved_rows_have_the_labels_places_and_marks_of_straight_ones(layout):
    straight, curved = pair(layout)
    bare = [[(one.label, one.place, one.is_accessible, one.side) for one in room.seats] for room in (straight, curved)]
    assert (bare[0], straight.places) == (bare[1], curved.places)


@pytest.mark.parametrize("layout", SHAPES)
def test_podium_and_its_desk_stay_straight_and_all_others_look_at_the_middle(layout):
    _, curved = pair(layout)
    x_mm, y_mm = centre(curved)
    for one in curved.seats:
        if one.zone in ("podium", "secretariat"):
            assert one.angle == 180
        else:
            sight = math.degrees(math.atan2(x_mm - one.x_mm, one.y_mm - y_mm))
            off = (one.angle - sight + 180) % 360 - 180
            assert abs(off) < (4 if one.zone == "behind" else 1.5), one


@pytest.mark.parametrize("layout", SHAPES)
def test_seats_of_a_row_stand_as_far_apart_as_in_a_straight_one(layout):
    straight, curved = (rows(room, "table") for room in pair(layout))
    for letter, row in curved.items():
        steps = [
            math.dist((one.x_mm, one.y_mm), (other.x_mm, other.y_mm)) for one, other in zip(row, row[1:], strict=False)
        ]
        due = [other.x_mm - one.x_mm for one, other in zip(straight[letter], straight[letter][1:], strict=False)]
        assert max(abs(one - other) for one, other in zip(steps, due, strict=True)) < 10


@pytest.mark.parametrize("layout", SHAPES)
def test_neighbours_are_those_of_straight_rows(layout):
    straight, curved = (place_relations(room, "table") for room in pair(layout))
    assert [(one.seat, one.beside, one.run, one.is_first_row, one.facing) for one in curved] == [
        (one.seat, one.beside, one.run, one.is_first_row, one.facing) for one in straight
    ]
    assert all(set(one.behind) <= {other for seat in straight for other in seat.behind} for one in curved)


@pytest.mark.parametrize("radius_mm", [26_000, 55_000])
def test_aisle_parts_neighbours_in_wide_rows_however_much_they_bend(radius_mm):
    wide = {"blocks": (20, 20), "observer_blocks": (20, 20), "press_blocks": (0, 0)}
    straight, curved = (place_relations(usual("rows", **wide, curve_mm=one), "table") for one in (0, radius_mm))
    assert [(one.beside, one.run) for one in curved] == [(one.beside, one.run) for one in straight]


@pytest.mark.parametrize("layout", SHAPES)
def test_every_radius_from_the_least_makes_a_room(layout):
    words = told(layout, curve_mm=1)["curve_mm"]
    least = int("".join(filter(str.isdigit, words.partition(" mm")[0])))
    assert words == f"Rows this long need a radius of {least} mm at least; 0 leaves them straight."
    assert [told(layout, curve_mm=one) for one in (0, least, least + 2_000, 40_000, 200_000)] == [{}] * 5


def test_short_rows_that_end_far_from_the_podium_begin_where_straight_ones_do():
    assert (forward_mm(10_000, 0), forward_mm(5_000, 20_000)) == (0, 0)
    assert forward_mm(20_000, least_radius_mm(20_000)) > 3_000


def test_ends_of_deeply_curved_rows_stay_behind_the_line_of_the_desks():
    room = usual("theatre", curve_mm=least_radius_mm(11_000))
    assert min(one.y_mm for one in room.seats if one.zone == "table") > 2_500
