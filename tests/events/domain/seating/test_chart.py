"""Every seat of a room with its size and who sits there."""

from dataclasses import replace

import pytest

from events.domain.seating.chart import Bounds, bounds, chart, is_straight, row_ends
from events.domain.seating.order import plan
from tests import facts as make
from tests.reference_facts import reference_facts


def charted(facts, number=0):
    return chart(facts.room, plan(facts, facts.segments[number]))


def test_every_seat_of_the_room_is_charted_once_in_its_order():
    facts = reference_facts("mali-2017")
    assert [one.seat for one in charted(facts)] == list(facts.room.seats)


def test_place_and_the_seats_behind_it_carry_the_delegation_and_the_podium_its_delegate():
    facts = make.meeting(room=make.room(table=2, behind=1))
    facts = replace(facts, segments=(make.segment("Opening", podium=[("MLI", "Ibrahim Keïta")]),))
    mali = make.uuid("MLI")
    assert [(one.seat.label, one.delegation, one.delegate, one.is_principal) for one in charted(facts)] == [
        ("P1", "", make.uuid("MLI Ibrahim Keïta"), True),
        ("T1", mali, "", True),
        ("T1b1", mali, "", False),
        ("T2", "", "", True),
        ("T2b1", "", "", False),
    ]


def test_seats_are_as_wide_as_their_neighbours_leave_them():
    seats = charted(make.meeting(room=make.room(table=3, behind=0)))
    assert {one.width_mm for one in seats if one.seat.zone == "table"} == {558}


@pytest.mark.parametrize("slug", ["mali-2017", "sc-7917"])
def test_bounds_hold_every_seat(slug):
    seats = charted(reference_facts(slug))
    field = bounds(seats, edge_mm=0)
    for one in seats:
        half = max(one.width_mm, one.depth_mm) / 2
        assert field.left_mm <= one.seat.x_mm - half and one.seat.x_mm + half <= field.left_mm + field.width_mm + 1
        assert field.top_mm <= one.seat.y_mm - half and one.seat.y_mm + half <= field.top_mm + field.height_mm + 1


def test_no_seats_give_a_small_field():
    assert bounds((), edge_mm=500) == Bounds(left_mm=0, top_mm=0, width_mm=1000, height_mm=1000)


def test_rows_end_at_their_outermost_seats():
    ends = row_ends(charted(reference_facts("mali-2017")))
    assert [(letter, first.label, last.label) for letter, (first, last) in ends.items()][:2] == [
        ("A", "A1", "A14"),
        ("B", "B1", "B14"),
    ]


@pytest.mark.parametrize(("slug", "expected"), [("mali-2017", True), ("sc-7917", False)])
def test_rows_are_straight_and_a_horseshoe_is_not(slug, expected):
    assert is_straight(charted(reference_facts(slug))) is expected
