"""Labels of seats: one by hand, rows and zones by a scheme; places, numbers and seats behind go with them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.domain.seating.faults import RoomRefused
from events.domain.seating.room_edits import moved
from events.domain.seating.room_labels import LABEL_ENDS, LABEL_SCHEMES, labelled, new_labels, with_labels
from events.domain.seating.room_walks import renumbered
from tests.events.domain.seating.rooms import any_room, usual


def small(**measures):
    return usual("rows", **{"table_rows": 2, "blocks": (3,), "observer_blocks": (3,), "press_blocks": (0,)} | measures)


def of_zone(room, zone="table"):
    return [one.label for one in room.seats if one.zone == zone]


def by_number(room, zone="table"):
    places = sorted((one for one in room.places if one.zone == zone), key=lambda one: one.number)
    return [(one.seat, *one.behind) for one in places]


def told(edit, *arguments, **fields):
    with pytest.raises(RoomRefused) as refused:
        edit(*arguments, **fields)
    return [one.template % one.values for one in refused.value.faults]


def test_seat_labelled_by_hand_keeps_its_place_and_those_behind_follow():
    room = with_labels(small(), {"A1": "VIP"})
    assert by_number(room)[:2] == [("VIP", "VIPb"), ("A2", "A2b")]


def test_seats_behind_with_labels_of_their_own_keep_them():
    room = with_labels(with_labels(small(), {"A1b": "Guard"}), {"A1": "VIP"})
    assert by_number(room)[0] == ("VIP", "Guard")


def test_labels_may_change_places():
    assert by_number(with_labels(small(), {"A1": "A2", "A2": "A1"}))[:2] == [("A2", "A2b"), ("A1", "A1b")]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("a2", ["The label “A2” is there already: a2. Small and capital letters count as the same."]),
        ("A 9", ["“A 9” holds a blank, a comma or a semicolon; a label is one word."]),
        ("A234567890123", ["“A234567890123” has 13 characters; at most 12.",
                           "“A234567890123b” has 14 characters; at most 12."]),
    ],
)  # fmt: skip
def test_label_that_is_taken_or_none_is_refused(label, expected):
    found = told(with_labels, small(), {"A1": label})
    assert found[: len(expected)] == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"end": "right"}, "A1 A2 A3 B1 B2 B3"),
        ({"end": "left"}, "A3 A2 A1 B3 B2 B1"),
        ({"end": "right", "start": 11}, "A11 A12 A13 B11 B12 B13"),
        ({"end": "right", "letters": "H"}, "H1 H2 H3 J1 J2 J3"),
        ({"scheme": "running", "end": "left"}, "3 2 1 6 5 4"),
        ({"scheme": "running", "end": "right", "letters": "T", "start": 101}, "T101 T102 T103 T104 T105 T106"),
    ],
)
def test_zone_is_labelled_by_a_scheme_from_either_end_as_the_podium_sees_it(fields, expected):
    room = small(observer_rows=0)
    after = labelled(room, of_zone(room), **{"scheme": "rows"} | fields)
    assert " ".join(of_zone(after)) == expected


def test_walk_numbers_what_it_passes_first():
    room = renumbered(small(), "table", pattern="turning_right")
    assert of_zone(labelled(room, of_zone(room), scheme="running", end="walk")) == ["3", "2", "1", "4", "5", "6"]


def test_row_that_has_another_letter_takes_the_seats_behind_with_it():
    after = labelled(small(), ["A1", "A2", "A3"], scheme="rows", letters="Z", end="right")
    assert [(one.label, one.row) for one in after.seats if one.row == "Z"] == [
        ("Z1", "Z"), ("Z1b", "Z"), ("Z2", "Z"), ("Z2b", "Z"), ("Z3", "Z"), ("Z3b", "Z"),
    ]  # fmt: skip


def test_row_without_a_letter_needs_one_and_rows_that_follow_need_one_of_the_alphabet():
    room = usual("boardroom", podium_chairs=0, long_side=2, short_end=0)
    table = of_zone(room)
    assert told(labelled, room, table, scheme="rows") == [
        "The row of the seat T2 has no letter. Give the letter of the first row."
    ]
    assert told(labelled, room, table, scheme="rows", letters="I") == [
        "Rows that follow one another are lettered A to Z without I and O, then AA, AB …; not “I”."
    ]
    assert of_zone(labelled(room, table, scheme="rows", letters="z", end="right")) == ["Z1", "AA1", "AA2", "Z2"]


def test_new_labels_are_told_by_the_old_ones_and_of_no_other_edit():
    room = small()
    assert new_labels(room, with_labels(room, {"A1": "VIP"})) == {"A1": "VIP", "A1b": "VIPb"}
    assert new_labels(room, moved(room, ["A1"], y_mm=100)) == {}


@given(room=any_room(), scheme=st.sampled_from([*LABEL_SCHEMES]), end=st.sampled_from([*LABEL_ENDS]))
@settings(max_examples=60)
def test_labels_are_all_that_is_new(room, scheme, end):
    chosen = [one.label for one in room.seats]
    try:
        after = labelled(room, chosen, scheme=scheme, letters="Q", end=end)
    except RoomRefused as refused:
        assert all("“" in one.template for one in refused.faults)
        return
    names = {one.label: other.label for one, other in zip(room.seats, after.seats, strict=True)}
    back = with_labels(after, {new: old for old, new in names.items()})
    assert (back.places, [one.label for one in back.seats]) == (room.places, chosen)
