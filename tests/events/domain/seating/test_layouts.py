import json
import math
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from events.domain.seating.furniture import row_letters
from events.domain.seating.layouts import LAYOUTS, places_of, room_of
from events.domain.seating.values import plan_data, room_from_data

ROOMS = Path(__file__).parents[4] / "fixtures" / "rooms"
FILES = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(ROOMS.glob("*.json"))}
NEAREST_MM = 600


def usual(layout, **measures):
    return room_of(layout, names={}, building={}, city={}, is_approximate=True, measures=measures)


@pytest.mark.parametrize(
    ("number", "letters"), [(0, "A"), (7, "H"), (8, "J"), (13, "P"), (23, "Z"), (24, "AA"), (25, "AB")]
)
def test_rows_skip_the_letters_that_read_as_figures(number, letters):
    assert row_letters(number) == letters


@pytest.mark.parametrize("layout", LAYOUTS)
def test_seats_have_labels_of_their_own_inside_the_room(layout):
    room = usual(layout)
    assert len({seat.label for seat in room.seats}) == len(room.seats)
    assert all(0 < seat.x_mm < room.width_mm and 0 < seat.y_mm < room.depth_mm for seat in room.seats)
    assert all(0 <= seat.angle < 360 and len(seat.label) <= 12 for seat in room.seats)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_two_seats_stand_in_each_other(layout):
    seats = usual(layout).seats
    near = [
        (one.label, other.label)
        for one, other in combinations(seats, 2)
        if math.hypot(one.x_mm - other.x_mm, one.y_mm - other.y_mm) < NEAREST_MM
    ]
    assert near == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_places_are_numbered_from_one_in_each_zone_and_own_their_seats(layout):
    room = usual(layout)
    zones = {place.zone for place in room.places}
    assert zones == {"table", "secretariat", "observers"}
    for zone in zones:
        numbers = [place.number for place in room.places if place.zone == zone]
        assert numbers == list(range(1, len(numbers) + 1))
    behind = [label for place in room.places for label in place.behind]
    assert sorted(behind) == sorted(seat.label for seat in room.seats if seat.zone == "behind")


def test_walk_starts_at_the_right_end_of_the_front_row_as_seen_from_the_podium():
    room = usual("rows")
    tables = [seat for seat in room.seats if seat.zone == "table"]
    first = next(seat for seat in tables if seat.place == 1)
    assert (first.label, first.x_mm, first.y_mm) == (
        "A1", min(seat.x_mm for seat in tables), min(seat.y_mm for seat in tables),
    )  # fmt: skip
    assert next(seat.label for seat in tables if seat.place == 15) == "B1"


def test_podium_looks_at_the_hall_and_tables_at_the_podium():
    angles = {seat.zone: seat.angle for seat in usual("rows").seats}
    assert (angles["podium"], angles["table"], angles["observers"]) == (180, 0, 0)


def test_horseshoe_looks_inwards():
    seats = {seat.label: seat for seat in usual("horseshoe").seats}
    assert (seats["L1"].angle, seats["R1"].angle, seats["POD2"].angle) == (90, 270, 180)
    assert seats["L1b"].x_mm < seats["L1"].x_mm < seats["R1"].x_mm < seats["R1b"].x_mm


def test_measures_change_the_room():
    room = usual("rows", table_rows=3, blocks=[2, 2], observer_blocks=[3, 3], press_blocks=[0, 0], behind=2)
    assert Counter(seat.zone for seat in room.seats) == {
        "podium": 9, "table": 12, "behind": 24, "observers": 12, "secretariat": 12
    }  # fmt: skip
    assert room.places[12].behind == ("A1b", "A1c")


def test_measure_that_the_shape_lacks_is_refused():
    with pytest.raises(TypeError):
        usual("rows", radius_mm=3000)


@pytest.mark.parametrize("name", FILES)
def test_room_of_the_library_is_what_its_layout_makes(name):
    data = FILES[name]
    made = room_of(
        data["layout"],
        names=data["names"],
        building=data["building"],
        city=data["city"],
        is_approximate=data["is_approximate"],
        measures=data["measures"],
    )
    assert room_from_data(data) == made
    assert (plan_data(made), data["slug"]) == (data["plan"], name)


@pytest.mark.parametrize("name", FILES)
def test_room_of_the_library_says_that_it_is_approximate(name):
    data = FILES[name]
    said = {code: text.split(".")[0] for code, text in data["source"].items()}
    assert (data["is_approximate"], said) == (True, {"en": "Approximate", "fr": "Approximatif"})
    assert all(data[key]["en"] and data[key]["fr"] for key in ("names", "building", "city"))


def test_conference_room_4_holds_the_reference_meeting():
    room = room_from_data(FILES["unhq-conference-room-4"])
    zones = Counter(seat.zone for seat in room.seats)
    assert (len(room.seats), zones["podium"], zones["observers"]) == (301, 9, 64)
    assert sum(place.zone == "table" and len(place.behind) == 1 for place in places_of(room.seats)) == 98
    assert {seat.zone for seat in room.seats if seat.is_accessible} == {"table", "observers"}
