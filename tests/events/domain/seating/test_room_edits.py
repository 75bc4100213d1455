"""Edits of a room: each gives the next state of it, whole, or says what stands against it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.domain.seating.faults import RoomRefused
from events.domain.seating.room_checks import claims_of, placed, seat_faults
from events.domain.seating.room_edits import (
    NewRow,
    marked,
    moved,
    resized,
    with_row,
    with_seats_behind,
    without,
)
from events.domain.seating.room_walks import PATTERNS, renumbered
from tests.events.domain.seating.rooms import any_room, usual

ROW = NewRow(zone="table", row="Z", count=3, x_mm=1000, y_mm=500, pitch_mm=800)


def small(**measures):
    return usual("rows", **{"table_rows": 2, "blocks": (3,), "observer_blocks": (3,), "press_blocks": (0,)} | measures)


def by_label(room):
    return {one.label: one for one in room.seats}


def numbers(room, zone="table"):
    places = sorted((one for one in room.places if one.zone == zone), key=lambda one: one.number)
    return [(one.number, one.seat) for one in places]


def told(edit, *arguments, **fields):
    with pytest.raises(RoomRefused) as refused:
        edit(*arguments, **fields)
    return [f"{one.label}: {one.template % one.values}" for one in refused.value.faults]


def test_marks_are_set_on_the_seats_named_alone():
    room = marked(small(), ["A1", "B2"], is_blocked=True)
    assert [one.label for one in room.seats if one.is_blocked] == ["A1", "B2"]


def test_seats_move_and_turn_on_their_spot():
    before, after = by_label(small())["A1"], by_label(moved(small(), ["A1"], x_mm=-100, y_mm=300, turn=-90))["A1"]
    assert (after.x_mm - before.x_mm, after.y_mm - before.y_mm, after.angle) == (-100, 300, 270)


def test_seats_that_would_leave_the_room_stay():
    room = small()
    x_mm = by_label(room)["A1"].x_mm - 90_000
    assert told(moved, room, ["A1"], x_mm=-90_000) == [
        f"A1: {x_mm} mm is outside the room, which goes from 0 to {room.width_mm}."
    ]


def test_seats_that_would_stand_in_others_stay():
    assert told(moved, small(), ["A1"], x_mm=1600) == ["A2: It stands less than 250 mm from the seat A1."]


def test_place_goes_with_its_principals_seat_and_those_behind():
    room = without(small(), ["A1"])
    assert {"A1", "A1b"} & set(by_label(room)) == set()
    assert numbers(room) == [(2, "A2"), (3, "A3"), (4, "B1"), (5, "B2"), (6, "B3")]


def test_seat_behind_goes_alone_and_its_place_stays():
    room = without(small(behind=2), ["A1b"])
    assert next(one.behind for one in room.places if one.seat == "A1") == ("A1c",)


def test_seats_that_stood_in_each_other_before_do_not_hinder_an_edit():
    room = small()
    seats = tuple(replace(one, x_mm=2000, y_mm=2000) if one.label in ("A1", "A2") else one for one in room.seats)
    assert "A3" not in by_label(without(replace(room, seats=seats), ["A3"]))


def test_last_seat_is_not_deleted():
    room = usual("round_table", podium_chairs=0, places=1, behind=0, observer_rows=0, secretariat_seats=0)
    assert told(without, room, ["T1"]) == [": There is no seat."]


def test_row_comes_with_places_numbered_on():
    room = with_row(small(), ROW)
    assert [(one.label, one.x_mm, one.y_mm, one.place) for one in room.seats[-3:]] == [
        ("Z1", 1000, 500, 7), ("Z2", 1800, 500, 8), ("Z3", 2600, 500, 9),
    ]  # fmt: skip
    assert numbers(room)[-1] == (9, "Z3")


def test_row_that_goes_on_takes_labels_that_are_free():
    row = NewRow(zone="press", row="A", count=2, x_mm=1000, y_mm=500, pitch_mm=800, has_places=False)
    assert [(one.label, one.place) for one in with_row(small(), row).seats[-2:]] == [("A4", None), ("A5", None)]


def test_row_follows_where_its_seats_look():
    row = NewRow(zone="gallery", row="", count=2, x_mm=1000, y_mm=500, pitch_mm=800, angle=90, has_places=False)
    assert [(one.label, one.x_mm, one.y_mm) for one in with_row(small(), row).seats[-2:]] == [
        ("GAL1", 1000, 500), ("GAL2", 1000, 1300),
    ]  # fmt: skip


def test_seats_behind_come_behind_the_places_named():
    room = with_seats_behind(small(), ["A1", "A3", "SEC1"], count=2)
    assert [one.behind for one in room.places if one.seat in ("A1", "A2", "A3")] == [
        ("A1b", "A1b1", "A1b2"), ("A2b",), ("A3b", "A3b1", "A3b2"),
    ]  # fmt: skip
    seats = by_label(room)
    assert seats["A1"].y_mm < seats["A1b"].y_mm < seats["A1b1"].y_mm < seats["A1b2"].y_mm


def test_room_that_is_made_too_small_stays():
    assert len(told(resized, small(), width_mm=100, depth_mm=100)) > 10


@given(room=any_room(), pattern=st.sampled_from(list(PATTERNS)), data=st.data())
@settings(max_examples=60)
def test_edited_room_is_one_that_may_be_kept(room, pattern, data):
    gone = data.draw(st.sets(st.sampled_from([one.label for one in room.seats]), max_size=len(room.seats) - 1))
    try:
        after = renumbered(without(room, gone), "table", pattern=pattern)
    except RoomRefused as refused:
        assert all(one.template == "There is no seat." for one in refused.faults)
        return
    assert seat_faults(after.seats, width_mm=after.width_mm, depth_mm=after.depth_mm) == []
    assert placed(after.seats, claims_of(after.seats, after.places)) == (after.places, [])
    assert {one.label for one in after.seats} & gone == set()
