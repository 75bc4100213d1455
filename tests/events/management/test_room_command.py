"""Rooms by command: out of the library and out of a meeting, and in again."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from events.domain.seating.room_file import RoomFile, room_json
from events.models import LibraryRoom, RoomChange
from events.operations.room_library import add_room
from events.room_facts import library_file
from tests import factories as make
from tests.events.domain.seating.rooms import data, encoded, usual

pytestmark = pytest.mark.django_db


def run(*arguments):
    out = StringIO()
    call_command("room", *arguments, stdout=out)
    return out.getvalue()


def library(layout="boardroom"):
    return add_room(RoomFile(slug="hall", source={"en": "Measured."}, room=usual(layout)), by=None, at=make.AT)


def test_room_that_goes_out_as_json_comes_in_again_under_another_code(tmp_path):
    first, path = library(), tmp_path / "hall.json"
    assert run("export", "hall", "--out", str(path)) == f"{path}  34 seats\n"
    assert run("import", str(path), "--code", "copy") == "copy: 34 seats, 33 places\n"
    copy = LibraryRoom.objects.get(slug="copy")
    assert (copy.plan, copy.names, copy.source) == (first.plan, first.names, {"en": "Measured."})


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_room_that_goes_out_as_table_comes_in_again_with_all_its_seats(tmp_path, file_format):
    first, path = library("rows"), tmp_path / f"hall.{file_format}"
    run("export", "hall", "--format", file_format, "--out", str(path))
    run("import", str(path), "--code", "copy", "--name", "Copy")
    copy = LibraryRoom.objects.get(slug="copy")
    assert (copy.names, copy.plan["seats"], copy.plan["places"]) == (
        {"en": "Copy"}, first.plan["seats"], first.plan["places"],
    )  # fmt: skip


def test_room_goes_to_the_screen_when_no_file_is_named():
    file = library_file(library())
    assert run("export", "hall") == room_json(file)


def test_room_of_a_meeting_goes_out_as_it_is_now():
    event = make.event(slug="mali")
    make.room(event=event, podium=0, table=2, observers=0)
    given = json.loads(run("export", "mali", "--meeting"))
    assert (given["slug"], [one["label"] for one in given["plan"]["seats"]]) == (
        "mali-room", ["T1-0", "B1-1", "T2-0", "B2-1"],
    )  # fmt: skip


def test_file_with_faults_is_refused_whole_and_all_are_told(tmp_path):
    given, path = data(names={}), tmp_path / "hall.json"
    given["plan"]["seats"][1]["label"] = "A1"
    path.write_bytes(encoded(given))
    with pytest.raises(CommandError) as refused:
        run("import", str(path))
    assert str(refused.value).splitlines()[:2] == [
        "The file, names: Give the name in one language at least.",
        "Seat 2 (A1), label: The label “A1” is there already: A1. Small and capital letters count as the same.",
    ]
    assert (LibraryRoom.objects.count(), RoomChange.objects.count()) == (0, 0)


def test_code_that_is_taken_or_lacking_is_refused(tmp_path):
    library()
    path = tmp_path / "hall.json"
    taken, lacking = "The library has a room with this code already.", "Give the room a code, such as room-4."
    for slug, words in (("hall", taken), ("", lacking)):
        path.write_bytes(encoded(data(slug=slug)))
        with pytest.raises(CommandError) as refused:
            run("import", str(path))
        assert str(refused.value) == f"slug: {words}"


def test_workbook_is_not_for_the_screen():
    library()
    with pytest.raises(CommandError, match="--out"):
        run("export", "hall", "--format", "xlsx")


@pytest.mark.parametrize("arguments", [("export", "nowhere"), ("export", "nowhere", "--meeting"), ("import", "/none")])
def test_what_is_not_there_is_told(arguments):
    with pytest.raises(CommandError):
        run(*arguments)
