"""Who sits beside, opposite and behind whom, from geometry alone."""

from dataclasses import replace

import pytest

from events.domain.seating.layouts import LAYOUTS, room_of
from events.domain.seating.neighbours import place_relations


def relations(layout, *, blocked=(), zone="table", **measures):
    room = room_of(layout, names={}, building={}, city={}, is_approximate=True, measures=measures)
    seats = tuple(replace(seat, is_blocked=seat.label in blocked) for seat in room.seats)
    return place_relations(replace(room, seats=seats), zone)


def labels(found, seat, name):
    one = next(one for one in found if one.seat == seat)
    return [found[index].seat for index in getattr(one, name)]


def test_aisle_parts_neighbours():
    found = relations("rows")
    assert labels(found, "A3", "beside") == ["A2", "A4"]
    assert labels(found, "A4", "beside") == ["A3"]
    assert labels(found, "A5", "beside") == ["A6"]


def test_runs_end_at_aisles_and_at_the_end_of_a_row():
    found = relations("rows", table_rows=2)
    assert [one.run for one in found] == [0] * 4 + [1] * 6 + [2] * 4 + [3] * 4 + [4] * 6 + [5] * 4


def test_chair_out_of_use_parts_its_neighbours_and_is_left_out():
    found = relations("rows", table_rows=1, blocked=("A2",))
    assert [one.number for one in found][:3] == [1, 3, 4]
    assert (labels(found, "A1", "beside"), labels(found, "A3", "beside")) == ([], ["A4"])


def test_row_behind_is_behind_and_only_the_first_is_first():
    found = relations("rows")
    assert labels(found, "B3", "behind") == ["C3"]
    assert {one.row for one in found if one.is_first_row} == {"A"}


def test_rows_face_nobody():
    assert {one.facing for one in relations("theatre")} == {()}


def test_back_and_forth_turns_at_the_end_of_a_row_without_a_neighbour():
    found = relations("theatre", chair_rows=2, blocks=[3], row_walk="turning")
    assert [(one.seat, one.run) for one in found] == [
        ("A1", 0), ("A2", 0), ("A3", 0), ("B3", 1), ("B2", 1), ("B1", 1),
    ]  # fmt: skip
    assert labels(found, "A3", "behind") == ["B3"]


def test_long_table_faces_across_but_nobody_faces_the_podium():
    found = relations("boardroom", long_side=5, short_end=0)
    assert [(one.seat, labels(found, one.seat, "facing")) for one in found] == [
        ("T2", ["T8"]), ("T1", ["T9"]), ("T9", ["T1"]), ("T8", ["T2"]), ("T7", []), ("T6", ["T3"]), ("T5", ["T4"]),
        ("T4", ["T5"]), ("T3", ["T6"]),
    ]  # fmt: skip


def test_corner_parts_neighbours():
    found = relations("hollow_square", podium_chairs=0, across=4, down=3)
    assert labels(found, "T4", "beside") == ["T3"]
    assert labels(found, "T2", "facing") == ["T10"]


def test_round_table_has_two_neighbours_each_and_faces_the_other_side():
    found = relations("round_table", podium_chairs=0, places=8, secretariat_seats=0)
    assert {len(one.beside) for one in found} == {2}
    assert labels(found, "T1", "facing") == ["T5"]
    assert {(one.run, one.is_first_row) for one in found} == {(0, True)}


def test_horseshoe_is_parted_by_its_podium():
    found = relations("horseshoe")
    assert [one.run for one in found] == [0] * 10 + [1] * 10
    assert labels(found, "L2", "facing") == ["R2"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_relations_are_mutual_and_never_to_oneself(layout):
    found = relations(layout)
    for index, one in enumerate(found):
        assert len(one.beside) <= 2
        assert all(index in found[other].beside for other in one.beside)
        assert all(index in found[other].facing for other in one.facing)
        assert index not in {*one.beside, *one.facing, *one.behind}


def test_zone_without_places_has_no_relations():
    assert relations("rows", zone="gallery") == ()


def test_single_place_is_alone_in_the_first_row():
    (one,) = relations("round_table", podium_chairs=0, places=1)
    assert (one.beside, one.facing, one.behind, one.is_first_row, one.run) == ((), (), (), True, 0)
