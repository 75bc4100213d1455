"""The walk that numbers the places of a room: where it begins and which way it turns."""

import pytest

from events.domain.seating.layouts import room_of


def walked(layout, zone="table", **measures):
    room = room_of(layout, names={}, building={}, city={}, is_approximate=True, measures=measures)
    return [place.seat for place in sorted(room.places, key=lambda one: one.number) if place.zone == zone]


@pytest.mark.parametrize(
    ("row_walk", "first_end", "expected"),
    [
        ("each", "left", "A1 A2 A3 B1 B2 B3 C1 C2 C3"),
        ("each", "right", "A3 A2 A1 B3 B2 B1 C3 C2 C1"),
        ("turning", "left", "A1 A2 A3 B3 B2 B1 C1 C2 C3"),
        ("turning", "right", "A3 A2 A1 B1 B2 B3 C3 C2 C1"),
    ],
)
@pytest.mark.parametrize(
    ("layout", "measures"),
    [
        ("rows", {"table_rows": 3, "blocks": [3], "observer_blocks": [3], "press_blocks": [0]}),
        ("theatre", {"chair_rows": 3, "blocks": [3]}),
        ("classroom", {"table_rows": 3, "tables": [1], "at_table": 3}),
    ],
)
def test_rows_are_walked_from_the_end_and_in_the_way_that_are_chosen(layout, measures, row_walk, first_end, expected):
    assert walked(layout, **measures, row_walk=row_walk, first_end=first_end) == expected.split()


@pytest.mark.parametrize(
    ("walk", "first_hour", "expected"),
    [
        ("clockwise", 12, "T1 T2 T3 T4"),
        ("anticlockwise", 12, "T4 T3 T2 T1"),
        ("clockwise", 6, "T3 T4 T1 T2"),
        ("anticlockwise", 9, "T3 T2 T1 T4"),
    ],
)
def test_round_table_is_walked_from_the_hour_that_is_chosen(walk, first_hour, expected):
    # One chair of the podium at twelve; the four places stand at 72, 144, 216 and 288 degrees.
    found = walked("round_table", podium_chairs=1, places=4, walk=walk, first_hour=first_hour)
    assert found == expected.split()


def test_place_at_the_very_hour_comes_first_either_way():
    for walk in ("clockwise", "anticlockwise"):
        found = walked("boardroom", host="short", long_side=3, short_end=1, walk=walk, first_hour=6)
        assert found[0] == "T4"


def test_horseshoe_is_walked_from_its_left_arm_unless_it_is_to_begin_at_the_apex():
    assert walked("horseshoe", places=4) == ["L1", "L2", "R2", "R1"]
    assert walked("horseshoe", places=4, first_hour=12, walk="anticlockwise") == ["L2", "L1", "R1", "R2"]


def test_host_of_a_boardroom_sits_at_a_long_side_or_at_an_end():
    rooms = {
        host: room_of(
            "boardroom",
            names={},
            building={},
            city={},
            is_approximate=True,
            measures={"host": host, "observer_rows": 0},
        )
        for host in ("long", "short")
    }
    tables = {host: [seat for seat in room.seats if seat.zone == "table"] for host, room in rooms.items()}
    assert {host: len({seat.x_mm for seat in seats}) for host, seats in tables.items()} == {"long": 13, "short": 3}


def test_seats_behind_stand_in_the_back_of_their_place():
    room = room_of(
        "hollow_square", names={}, building={}, city={}, is_approximate=True, measures={"podium_chairs": 0, "behind": 2}
    )
    seats = {seat.label: seat for seat in room.seats}
    right = next(seat for seat in room.seats if seat.zone == "table" and seat.angle == 270)
    rear = [seats[f"{right.label}{letter}"] for letter in "bc"]
    assert [(seat.y_mm, seat.place) for seat in rear] == [(right.y_mm, right.place)] * 2
    assert right.x_mm < rear[0].x_mm < rear[1].x_mm
