"""A room's file in JSON: what goes out comes in again, and all that is wrong is told at once."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings

from events.domain.seating.faults import RoomRefused
from events.domain.seating.layouts import LAYOUTS
from events.domain.seating.room_checks import ZONE_CODES
from events.domain.seating.room_file import RoomFile, room_json
from events.domain.seating.room_reading import read_room_json
from tests.events.domain.seating.rooms import any_room, data, encoded, usual

ROOT = Path(__file__).parents[4]
SCHEMA = jsonschema.Draft202012Validator(json.loads((ROOT / "docs" / "room.schema.json").read_text("utf-8")))
FIXTURES = sorted((ROOT / "fixtures" / "rooms").glob("*.json"))


def faults(content):
    with pytest.raises(RoomRefused) as refused:
        read_room_json(content if isinstance(content, bytes) else encoded(content))
    return [
        " ".join(filter(None, (one.where, str(one.number or ""), one.label, one.field, one.template % one.values)))
        for one in refused.value.faults
    ]


@given(room=any_room())
@settings(max_examples=60)
def test_what_is_written_is_read_again(room):
    file = RoomFile(slug="hall", source={"en": "Measured."}, room=room)
    text = room_json(file)
    assert (read_room_json(text.encode()), list(SCHEMA.iter_errors(json.loads(text)))) == (file, [])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_shape_is_written_and_read_again(layout):
    file = RoomFile(slug=layout, source={}, room=usual(layout))
    assert read_room_json(room_json(file).encode()) == file


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_room_of_the_fixtures_is_as_the_schema_says_and_is_written_as_it_was_read(path):
    given = json.loads(path.read_text("utf-8"))
    written = json.loads(room_json(read_room_json(path.read_bytes())))
    assert list(SCHEMA.iter_errors(given)) == []
    assert written == {name: value for name, value in given.items() if name not in ("layout", "measures")}


@pytest.mark.parametrize(("source", "read"), [("Measured.", {"en": "Measured."}), ("", {})])
def test_source_of_an_older_file_counts_as_english(source, read):
    content = data(source=source)
    assert (read_room_json(encoded(content)).source, list(SCHEMA.iter_errors(content))) == (read, [])


def test_file_that_is_no_json_says_where():
    assert faults(b'{\n "a": ,}') == ["file The file is no JSON: line 2, column 7 cannot be read."]
    assert faults(b"\xff\xfe\xff") == ["file The file is no JSON: line 1, column 1 cannot be read."]
    assert faults(b"[" * 100_000) == ["file The file is no JSON: line 1, column 1 cannot be read."]
    assert faults(b"[1]") == ["file It must be an object: { … }."]


def test_all_faults_of_the_file_are_told_at_once():
    given = data(slug="a b", names={"en": 3, "xx": "Hall"}, is_approximate="yes", source="x" * 251, rooms=1)
    assert faults(given) == [
        "file rooms There is no such field. There are: slug, names, building, city, is_approximate, source, plan, "
        "layout, measures.",
        "file slug “a b” is no code: letters, figures, hyphens and underscores, at most 50.",
        "file names “3” is no text.",
        "file names “xx” is no language. There are: en, fr, es, ru, ar, zh.",
        "file is_approximate “yes” is neither true nor false.",
        "file source Shorten this to 250 characters; it has 251.",
    ]


def test_faults_of_seats_and_places_are_told_together():
    given = data()
    seats, places = given["plan"]["seats"], given["plan"]["places"]
    seats[0] |= {"x_mm": "1000", "colour": "red"}
    seats[1] |= {"angle": 400, "label": "a2"}
    seats[2] |= {"zone": "balcony", "y_mm": 9000}
    places.append({"zone": "table", "number": 2, "seat": "Z9"})
    assert faults(given) == [
        "seat 1 A1 colour There is no such field. There are: label, zone, row, side, x_mm, y_mm, angle, place, "
        "is_accessible, is_removable, is_blocked.",
        "seat 1 A1 x_mm “1000” is no whole number.",
        "seat 2 a2 angle 400 is not from 0 to 359.",
        f"seat 3 A2 zone “balcony” is no zone. There are: {', '.join(ZONE_CODES)}.",
        "seat 3 A2 y_mm 9000 mm is outside the room, which goes from 0 to 4000.",
        "seat 3 A2 label The label “A2” is there already: a2. Small and capital letters count as the same.",
        "place 1 behind There is no seat “A1b”.",
        "place 2 seat The seat “A2” stands in the zone balcony.",
        "place 3 number The zone table has a place 2 already.",
        "place 3 seat There is no seat “Z9”.",
    ]


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([{"zone": "table", "number": 2, "seat": "A2"}],
         ["seat 1 A1 place Place 1 (table) has no principal's seat.",
          "seat 2 A1b place Place 1 (behind) has no principal's seat."]),
        ([{"zone": "table", "number": 1, "seat": "A1", "behind": ["A1b", "A2"]}],
         ["place 1 behind The seat “A2” says that its place is 2."]),
        ([{"zone": "table", "number": 1, "seat": "A1b"}],
         ["place 1 seat The seat “A1b” stands in the zone behind."]),
        ([{"zone": "table", "number": "1", "seat": "A1"}],
         ["place 1 A place has a zone, a number, the label of its seat and a list of the labels behind."]),
    ],
)  # fmt: skip
def test_place_that_is_not_whole_is_told(places, expected):
    given = data()
    given["plan"]["places"] = places
    assert faults(given) == expected


def test_seats_that_stand_in_each_other_are_told():
    given = data()
    given["plan"]["seats"][2] |= {"x_mm": 1100, "y_mm": 1100}
    assert faults(given) == ["seat 3 A2 x_mm It stands less than 250 mm from the seat A1."]


def test_more_seats_than_can_be_drawn_are_refused_without_reading_them():
    given = data()
    given["plan"]["seats"] *= 2000
    assert "file seats There are 6000 seats; at most 5000." in faults(given)


def test_numbers_of_any_length_and_odd_characters_are_told():
    given = data(names={"en": "a\x00b"})
    given["plan"]["seats"][0]["x_mm"] = 10**400
    given["plan"]["seats"][1]["row"] = "\ud800"
    assert [one.split()[:4] for one in faults(given)] == [
        ["file", "names", "This", "holds"], ["seat", "1", "A1", "x_mm"], ["seat", "2", "A1b", "row"],
    ]  # fmt: skip


@pytest.mark.parametrize("plan", [None, [], {}, {"seats": 3, "places": {}, "width_mm": 0, "depth_mm": True}])
def test_plan_that_is_none_is_refused(plan):
    assert faults(data(plan=plan)) != []
