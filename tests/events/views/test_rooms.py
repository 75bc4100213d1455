"""The library of rooms: listed, looked at, described anew, copied, taken away and deleted."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.domain.seating.room_file import RoomFile
from events.models import LibraryRoom, RoomChange
from events.operations.room_library import add_room
from tests import factories as make
from tests.events.domain.seating.rooms import usual

pytestmark = pytest.mark.django_db
NAMED = {"names_en": "Salon", "names_fr": "Salon"}


@pytest.fixture
def desk(client):
    client.force_login(make.user(role="desk_officer"))
    return client


def library(slug="hall", layout="boardroom"):
    return add_room(RoomFile(slug=slug, source={"en": "Plan of 2016."}, room=usual(layout)), by=None, at=make.AT)


def errors(answer, name="form"):
    return {field: list(words) for field, words in answer.context[name].errors.items()}


def test_library_lists_each_room_with_its_seats_by_zone(desk):
    library("rows", "rows")
    html = desk.get("/rooms/").content.decode()
    assert "<strong>301</strong>" in html
    assert "podium 9 · table 98 · behind the table 98 · observers 64 · press 20 · secretariat 12" in html
    assert "Plan of 2016." in html and "approximate" in html


@pytest.mark.parametrize(("language", "words"), [("en", "Drawing of 2016."), ("fr", "Plan de 2016.")])
def test_pages_say_what_a_plan_rests_on_in_the_readers_language(client, language, words):
    source = {"en": "Drawing of 2016.", "fr": "Plan de 2016."}
    add_room(RoomFile(slug="hall", source=source, room=usual("rows")), by=None, at=make.AT)
    client.force_login(make.user(role="desk_officer", language=language))
    assert [words in client.get(page).content.decode() for page in ("/rooms/", "/rooms/hall/")] == [True, True]


def test_empty_library_says_how_to_begin(desk):
    assert "The library has no room yet" in desk.get("/rooms/").content.decode()


def test_library_takes_as_many_queries_for_one_room_as_for_many(desk):
    def count():
        with CaptureQueriesContext(connection) as captured:
            desk.get("/rooms/")
        return len(captured)

    library("first")
    one = count()
    for number in range(10):
        library(f"room-{number}")
    assert count() == one


def test_those_who_do_not_seat_meetings_do_not_see_the_library(client):
    client.force_login(make.user(role="viewer"))
    assert client.get("/rooms/").status_code == 403


def test_room_is_drawn_with_every_seat(desk):
    room = library()
    html = desk.get("/rooms/hall/").content.decode()
    assert html.count("data-seat=") == len(room.plan["seats"])


def test_room_is_described_anew(desk):
    library()
    answer = desk.post(
        "/rooms/hall/describe/",
        {
            "version": "1",
            "names_en": "Great Hall",
            "names_fr": "Grande salle",
            "city_en": "Geneva",
            "source_fr": "Visite.",
        },
    )
    row = LibraryRoom.objects.get()
    assert (answer.status_code, row.names, row.city, row.is_approximate, row.source) == (
        302, {"en": "Great Hall", "fr": "Grande salle"}, {"en": "Geneva"}, False, {"fr": "Visite."},
    )  # fmt: skip


def test_description_made_from_an_old_page_shows_both(desk):
    library()
    data = {"version": "1", "names_en": "Great Hall"}
    desk.post("/rooms/hall/describe/", data)
    answer = desk.post("/rooms/hall/describe/", data | {"names_en": "Small Hall"})
    assert (answer.status_code, errors(answer)["names"]) == (
        422,
        ["Somebody changed this meanwhile. Now: Great Hall (EN). Yours: Small Hall (EN)."],
    )


def test_room_is_copied_under_another_code_and_name(desk):
    first = library()
    desk.post("/rooms/hall/duplicate/", {"code": "Salon"} | NAMED)
    copy = LibraryRoom.objects.get(slug="salon")
    assert (copy.names, copy.plan) == ({"en": "Salon", "fr": "Salon"}, first.plan)


@pytest.mark.parametrize("code", ["hall", "new", "a b", ""])
def test_copy_under_a_code_that_cannot_be_is_refused(desk, code):
    library()
    answer = desk.post("/rooms/hall/duplicate/", {"code": code} | NAMED)
    assert (answer.status_code, list(errors(answer, "copy_form")), LibraryRoom.objects.count()) == (422, ["code"], 1)


def test_room_is_deleted_and_the_library_tells_it(desk):
    library()
    assert desk.post("/rooms/hall/delete/", {"version": "1"}).url == "/rooms/"
    assert LibraryRoom.objects.count() == 0
    assert "Room deleted: hall" in desk.get("/rooms/").content.decode()


def test_room_that_was_changed_meanwhile_is_not_deleted(desk):
    library()
    desk.post("/rooms/hall/describe/", {"version": "1", "names_en": "Great Hall"})
    assert desk.post("/rooms/hall/delete/", {"version": "1"}).status_code == 422
    assert (LibraryRoom.objects.count(), RoomChange.objects.count()) == (1, 2)


@pytest.mark.parametrize(("file_format", "kind"), [("json", "application/json"), ("csv", "text/csv; charset=utf-8")])
def test_room_is_taken_away_as_a_file(desk, file_format, kind):
    library()
    answer = desk.get(f"/rooms/hall/room.{file_format}")
    assert (answer["Content-Type"], answer["Content-Disposition"]) == (
        kind, f'attachment; filename="hall.{file_format}"',
    )  # fmt: skip


def test_file_of_another_kind_is_not_there(desk):
    library()
    assert desk.get("/rooms/hall/room.pdf").status_code == 404


def test_room_of_a_meeting_is_taken_away_as_it_is(desk):
    event = make.event(slug="mali")
    make.room(event=event, table=2)
    given = json.loads(desk.get("/meetings/mali/seating/room.json").content)
    assert (given["slug"], len(given["plan"]["seats"])) == ("mali-room", 9)


def test_meeting_without_a_room_has_no_file(desk):
    make.event(slug="mali")
    assert desk.get("/meetings/mali/seating/room.json").status_code == 404
