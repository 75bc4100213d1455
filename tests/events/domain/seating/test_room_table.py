"""A room as a table: what goes out comes in again, and all that is wrong is told line by line."""

import pytest
from hypothesis import given, settings

from events.domain.seating.faults import RoomRefused
from events.domain.seating.layouts import LAYOUTS
from events.domain.seating.room_table import COLUMNS, read_room_rows, room_rows
from participants.documents.sheets import Sheet, csv_bytes
from participants.documents.workbooks import read_xlsx
from participants.documents.xlsx import xlsx_bytes
from participants.domain.lists.tables import read_csv
from tests import factories
from tests.events.domain.seating.rooms import any_room, table, usual


def as_csv(room):
    return read_csv(csv_bytes(sheet_of(room)))


def as_xlsx(room):
    return read_xlsx(xlsx_bytes(sheet_of(room), as_of=factories.AT))


def sheet_of(room):
    return Sheet(title="Room", headings=COLUMNS, rows=tuple(room_rows(room)))


def read_again(room, table_of=as_csv):
    return read_room_rows(table_of(room), width_mm=room.width_mm, depth_mm=room.depth_mm)


def faults(*lines, **fields):
    with pytest.raises(RoomRefused) as refused:
        read_room_rows(table(*lines, **fields))
    return [
        " ".join(filter(None, (one.where, str(one.number or ""), one.label, one.field, one.template % one.values)))
        for one in refused.value.faults
    ]


@given(room=any_room())
@settings(max_examples=60)
def test_what_is_written_is_read_again(room):
    assert read_again(room) == (room.width_mm, room.depth_mm, room.seats, room.places)


@given(room=any_room())
@settings(max_examples=20)
def test_what_is_written_as_workbook_is_read_again(room):
    assert read_again(room, as_xlsx) == (room.width_mm, room.depth_mm, room.seats, room.places)


@pytest.mark.parametrize("table_of", [as_csv, as_xlsx])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_shape_is_written_and_read_again(layout, table_of):
    room = usual(layout)
    assert read_again(room, table_of)[2:] == (room.seats, room.places)


def test_room_is_as_large_as_its_seats_need_when_nothing_is_said():
    width, depth, seats, places = read_room_rows(table("A1|table|1000|2000|1|yes", "A1b|behind|1000|3000|1|"))
    assert (width, depth) == (2000, 4000)
    assert [(one.zone, one.number, one.seat, one.behind) for one in places] == [("table", 1, "A1", ("A1b",))]


def test_headings_are_told_all_at_once():
    assert faults("A1|1|2|3", headings="label x_mm colour x_mm") == [
        "file zone The column is missing.",
        "file y_mm The column is missing.",
        f"file colour There is no such column. There are: {', '.join(COLUMNS)}.",
        "file x_mm The column is there twice.",
    ]


def test_all_faults_of_all_lines_are_told_at_once():
    found = faults("A1|table|12,5|0|1|yes", "a1|loge|900|900|x|perhaps", "|table|2000|900||", "B 1|table|4000|900||")
    assert found == [
        "line 2 A1 x_mm “12,5” is no whole number from -500000 to 500000.",
        "line 3 a1 place “x” is no whole number from 1 to 9999.",
        "line 3 a1 is_principal Answer with yes or no; “perhaps” is neither.",
        "line 3 a1 zone “loge” is no zone. There are: podium, table, behind, observers, press, secretariat, gallery.",
        "line 3 a1 label The label “a1” is there already: A1. Small and capital letters count as the same.",
        "line 4 label The cell is empty.",
        "line 5 B 1 label “B 1” holds a blank, a comma or a semicolon; a label is one word.",
    ]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["A1|table|0|0|1|"], ["line 2 A1 place Place 1 (table) has no principal's seat."]),
        (["A1|table|0|0|1|yes", "A2|table|500|0|1|yes"],
         ["line 3 A2 place Place 1 (table) is there already: the seat A1 is its principal's."]),
        (["A1|table|0|0||yes"], ["line 2 A1 place It is a principal's seat and has no number of a place."]),
        (["A1|behind|0|0||"], ["line 2 A1 place A seat behind the table needs the number of its place."]),
        (["A1|behind|0|0|1|yes"], ["line 2 A1 place A seat behind the table is no principal's seat."]),
        (["A1|table|-5|0||"], ["line 2 A1 x_mm -5 mm is outside the room, which goes from 0 to 995."]),
    ],
)  # fmt: skip
def test_place_that_is_not_whole_is_told_at_its_line(lines, expected):
    assert faults(*lines) == expected


def test_faults_stand_at_the_line_of_the_file_though_lines_are_empty():
    content = b"label;zone;x_mm;y_mm\r\nA1;table;0;0\r\n;;;\r\nA1;table;900;0\r\n"
    with pytest.raises(RoomRefused) as refused:
        read_room_rows(read_csv(content))
    assert [one.number for one in refused.value.faults] == [4]


def test_more_seats_than_can_be_drawn_are_refused():
    found = faults(*(f"S{number}|table|{number * 300}|0||" for number in range(5001)))
    assert found == ["file There are 5001 seats; at most 5000."]
