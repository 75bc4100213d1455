"""Places numbered anew: which way one walks, where the walk begins, and which numbers are others then."""

import pytest

from events.domain.seating.faults import RoomRefused
from events.domain.seating.room_edits import moved
from events.domain.seating.room_file import RoomFile, room_json
from events.domain.seating.room_reading import read_room_json
from events.domain.seating.room_walks import NOT_OF_ZONE, PATTERNS, new_numbers, renumbered
from tests.events.domain.seating.rooms import usual


def small(**measures):
    return usual("rows", **{"table_rows": 2, "blocks": (3,), "observer_blocks": (3,), "press_blocks": (0,)} | measures)


def numbers(room, zone="table"):
    places = sorted((one for one in room.places if one.zone == zone), key=lambda one: one.number)
    return [(one.number, one.seat) for one in places]


def walked(room):
    return " ".join(seat for _, seat in numbers(room))


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("each_left", "A1 A2 A3 B1 B2 B3"),
        ("each_right", "A3 A2 A1 B3 B2 B1"),
        ("turning_left", "A1 A2 A3 B3 B2 B1"),
        ("turning_right", "A3 A2 A1 B1 B2 B3"),
        ("clockwise", "A2 A3 B3 B2 B1 A1"),
        ("anticlockwise", "A2 A1 B1 B2 B3 A3"),
    ],
)
def test_places_are_numbered_anew_as_one_walks(pattern, expected):
    room = renumbered(small(), "table", pattern=pattern)
    assert [seat for _, seat in numbers(room)] == expected.split()
    assert numbers(room, "observers") == numbers(small(), "observers")


def test_table_without_rows_is_numbered_by_where_its_seats_stand():
    room = usual("boardroom", podium_chairs=0, long_side=3, short_end=0)
    assert walked(renumbered(room, "table", pattern="each_left")) == "T1 T2 T3 T6 T5 T4"


@pytest.mark.parametrize(
    ("pattern", "first_seat", "expected"),
    [
        ("each_left", "A3", "A3 B1 B2 B3 A1 A2"),
        ("turning_left", "B3", "B3 B2 B1 A1 A2 A3"),
        ("clockwise", "B2", "B2 B1 A1 A2 A3 B3"),
        ("anticlockwise", "B2", "B2 B3 A3 A2 A1 B1"),
    ],
)
def test_walk_begins_at_the_seat_named_and_goes_on_to_all(pattern, first_seat, expected):
    assert walked(renumbered(small(), "table", pattern=pattern, first_seat=first_seat)) == expected


@pytest.mark.parametrize("label", ["A1b", "SEC1", "Q7"])
def test_walk_begins_at_no_seat_that_is_not_the_first_of_a_place_of_the_zone(label):
    with pytest.raises(RoomRefused) as refused:
        renumbered(small(), "table", pattern="each_left", first_seat=label)
    assert [(one.template, one.values) for one in refused.value.faults] == [(NOT_OF_ZONE, {"label": label})]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_walk_is_carried_by_the_numbers_alone_and_goes_with_the_file(pattern):
    room = renumbered(small(), "table", pattern=pattern, first_seat="B2")
    again = read_room_json(room_json(RoomFile(slug="hall", source={}, room=room)).encode()).room
    assert (walked(again), again.places) == (walked(room), room.places)


def test_numbers_that_are_others_are_told_by_the_old_ones():
    room = small()
    after = renumbered(room, "table", pattern="each_right")
    assert new_numbers(room, after) == {
        ("table", old): new for old, new in ((1, 3), (3, 1), (4, 6), (6, 4))
    }  # fmt: skip


def test_seats_that_are_moved_have_no_other_numbers():
    room = small()
    assert new_numbers(room, moved(room, ["A1"], y_mm=100)) == {}
