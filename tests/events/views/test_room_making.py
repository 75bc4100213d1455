"""A new room of the library, from a shape and its measures or from a file."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.http import urlencode

from events.domain.seating.layouts import LAYOUTS
from events.domain.seating.room_file import RoomFile, room_json
from events.models import LibraryRoom
from tests import factories as make
from tests.events.domain.seating.rooms import data, encoded, usual

pytestmark = pytest.mark.django_db
NAMED = {"code": "salon", "names_en": "Salon"}


@pytest.fixture
def desk(client):
    client.force_login(make.user(role="protocol_officer"))
    return client


def upload(content, name="room.json"):
    return SimpleUploadedFile(name, content)


def added(desk, layout, **measures):
    return desk.post("/rooms/new/", NAMED | {"measures": urlencode({"layout": layout} | measures)})


def test_every_shape_is_offered_with_a_drawing(desk):
    html = desk.get("/rooms/new/").content.decode()
    assert [html.count(f'href="?layout={code}"') for code in LAYOUTS] == [1] * len(LAYOUTS)
    assert html.count('class="room-thumb"') == len(LAYOUTS)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_shape_is_shown_with_its_usual_measures(desk, layout):
    answer = desk.get(f"/rooms/new/?layout={layout}")
    assert (answer.status_code, answer.content.decode().count("data-seat=")) == (200, len(usual(layout).seats))


def test_drawing_alone_is_answered_while_measures_are_typed(desk):
    answer = desk.get("/rooms/new/?layout=boardroom&long_side=3&observer_rows=0", headers={"HX-Request": "true"})
    html = answer.content.decode()
    assert html.startswith('<div id="room-preview">')
    assert html.count("data-seat=") == len(usual("boardroom", long_side=3, observer_rows=0).seats)


def test_radius_bends_the_rows_and_one_too_short_is_told_at_its_field(desk):
    added(desk, "theatre", curve_mm=15_000)
    angles = {one.get("angle", 0) for one in LibraryRoom.objects.get().plan["seats"] if one["zone"] == "table"}
    assert len(angles) > 10
    answer = desk.get("/rooms/new/?layout=theatre&curve_mm=100")
    assert "Rows this long need a radius of 4202 mm at least; 0 leaves them straight." in answer.content.decode()


def test_room_that_is_added_is_that_of_the_measures(desk):
    answer = added(desk, "round_table", places="12", behind="0", walk="clockwise")
    row = LibraryRoom.objects.get()
    assert (answer.status_code, row.slug, row.is_approximate) == (302, "salon", True)
    expected = usual("round_table", places=12, behind=0, walk="clockwise")
    assert [one["label"] for one in row.plan["seats"]] == [one.label for one in expected.seats]


@pytest.mark.parametrize(
    ("measures", "words"),
    [
        ({"places": "1000"}, "Give a whole number from 1 to 400."),
        ({"places": "x"}, "Give a whole number from 1 to 400."),
        ({"observer_blocks": "4, x"}, "“x” is no whole number from 0 to 100."),
        ({"observer_blocks": " "}, "Fill this in."),
        ({"observer_blocks": ",".join("1" * 13)}, "Give one to 12 numbers."),
        ({"walk": "sideways"}, "Select a valid choice. sideways is not one of the available choices."),
        ({"place_pitch_mm": "50"}, "Give a whole number from 400 to 5000."),
        ({"behind_pitch_mm": ""}, "Fill this in."),
    ],
)
def test_measures_that_make_no_room_are_told_and_nothing_is_added(desk, measures, words):
    answer = added(desk, "round_table", **measures)
    assert (answer.status_code, LibraryRoom.objects.count()) == (422, 0)
    assert [one for found in answer.context["form"].errors.values() for one in found] == [words]


def test_faults_of_measures_and_names_are_told_together(desk):
    answer = desk.post("/rooms/new/", {"measures": urlencode({"layout": "theatre", "chair_rows": "0"})})
    assert (list(answer.context["form"].errors), list(answer.context["add_form"].errors)) == (
        ["chair_rows"], ["code", "names"],
    )  # fmt: skip


def test_form_that_lost_its_measures_begins_anew(desk):
    assert desk.post("/rooms/new/", NAMED).status_code == 422


def test_file_is_taken_in_with_its_own_code_and_name(desk):
    file = RoomFile(slug="hall", source={"en": "Measured."}, room=usual("horseshoe"))
    answer = desk.post("/rooms/import/", {"file": upload(room_json(file).encode())})
    assert (answer.url, LibraryRoom.objects.get().names) == ("/rooms/hall/", {"en": "Hall"})


def test_code_and_name_that_are_given_go_before_those_of_the_file(desk):
    desk.post("/rooms/import/", NAMED | {"file": upload(encoded(data()))})
    assert LibraryRoom.objects.get(slug="salon").names == {"en": "Salon"}


def test_table_is_taken_in_under_the_code_and_name_given(desk):
    content = b"label;zone;x_mm;y_mm;place;is_principal\nA1;table;1000;1000;1;yes\nA2;table;2000;1000;2;yes\n"
    desk.post("/rooms/import/", NAMED | {"file": upload(content, "room.csv")})
    row = LibraryRoom.objects.get()
    assert ([one["seat"] for one in row.plan["places"]], row.plan["width_mm"]) == (["A1", "A2"], 3000)


def test_file_with_faults_is_refused_whole_and_all_are_listed(desk):
    given = data()
    given["plan"]["seats"][0]["zone"] = "loge"
    given["plan"]["seats"][2]["x_mm"] = 90_000
    answer = desk.post("/rooms/import/", {"file": upload(encoded(given))})
    zones = "podium, table, behind, observers, press, secretariat, gallery"
    assert answer.context["faults"][:2] == [
        f"Seat 1 (A1), zone: “loge” is no zone. There are: {zones}.",
        "Seat 3 (A2), x_mm: 90000 mm is outside the room, which goes from 0 to 5000.",
    ]
    assert (answer.status_code, LibraryRoom.objects.count()) == (422, 0)


@pytest.mark.parametrize("content", [b"\x00\x01", b"{", b"PK\x03\x04", b"a", b"[]", b'{"names": {"en": "\\ud800"}}'])
def test_file_that_is_no_room_is_refused_in_words(desk, content):
    answer = desk.post("/rooms/import/", NAMED | {"file": upload(content)})
    assert (answer.status_code, bool(answer.context["faults"]), LibraryRoom.objects.count()) == (422, True, 0)


def test_table_without_a_code_is_asked_for_one(desk):
    content = b"label,zone,x_mm,y_mm\nA1,table,1000,1000\n"
    answer = desk.post("/rooms/import/", {"file": upload(content, "room.csv")})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["code"])


def test_many_faults_are_listed_as_far_as_one_reads(desk):
    content = b"label,zone,x_mm,y_mm\n" + b"A1,loge,x,y\n" * 300
    answer = desk.post("/rooms/import/", NAMED | {"file": upload(content, "room.csv")})
    assert (len(answer.context["faults"]), answer.context["more"] > 0) == (200, True)
