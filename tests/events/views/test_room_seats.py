"""The seats of a room, edited by the form: of the library, and of a meeting with people in it."""

import pytest

from events.domain.seating.order import plan
from events.domain.seating.room_file import RoomFile
from events.domain.seating.values import plan_digest
from events.forms.room_seats import chosen_seats
from events.models import Event, LibraryRoom, Seat
from events.operations.room_library import add_room
from events.queries import meeting_facts
from events.room_facts import library_file, room_facts
from participants.models import Act
from tests import factories as make
from tests.events.domain.seating.rooms import usual

pytestmark = pytest.mark.django_db
LIBRARY, MEETING = "/rooms/hall/seats/", "/meetings/mali/seating/room/seats/"


@pytest.fixture
def desk(client):
    client.force_login(make.user(role="desk_officer"))
    return client


@pytest.fixture
def library(db):
    room = usual("rows", table_rows=2, blocks=(3,), observer_blocks=(3,), press_blocks=(0,))
    return add_room(RoomFile(slug="hall", source={}, room=room), by=None, at=make.AT)


@pytest.fixture
def event(db):
    """A meeting whose two delegations have the two places at the table."""
    row = make.event(slug="mali", has_segment=True)
    make.room(event=row, table=2, seats_behind=0)
    for name in ("France", "Mali"):
        make.delegation(roster=row.roster, entity=make.entity(en=name), status="accepted", places_behind=0)
    return row


def sent(client, address, do, **fields):
    row = LibraryRoom.objects.filter(slug="hall").first()
    room = library_file(row).room if row else room_facts(Event.objects.get())
    return client.post(address, {"do": do, "shown": plan_digest(room)} | fields)


def seats(labels):
    return sorted(labels.values_list("label", flat=True))


def errors(answer):
    return {name: list(found) for name, found in answer.context["form"].errors.items()}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("A1", (["A1"], [])),
        ("a1; B2 a1", (["A1", "B2"], [])),
        ("A2-B1", (["A2", "A3", "B1"], [])),
        ("B1-A2", (["A2", "A3", "B1"], [])),
        ("b", (["B1", "B2", "B3"], [])),
        ("A1 A9 A1-A9 x-", (["A1"], ["A9", "A1-A9", "x-"])),
        ("", ([], [])),
    ],
)
def test_seats_are_named_by_label_range_or_row(library, typed, expected):
    assert chosen_seats(typed, library_file(library).room.seats) == expected


def test_label_that_holds_a_hyphen_is_itself_before_it_is_a_range(event):
    assert chosen_seats("T1-0 T1-0-T2-0", room_facts(event).seats) == (["T1-0", "T2-0"], [])


def test_seats_of_the_library_are_marked_and_stay_chosen(desk, library):
    answer = sent(desk, LIBRARY, "mark", seats="A1, B", mark="block")
    assert answer.url == f"{LIBRARY}?seats=A1%2C+B"
    room = library_file(LibraryRoom.objects.get()).room
    assert [one.label for one in room.seats if one.is_blocked] == ["A1", "B1", "B2", "B3"]
    assert 'value="A1, B"' in desk.get(answer.url).content.decode()


@pytest.mark.parametrize(
    ("do", "fields", "count"),
    [
        ("move", {"seats": "A1", "right_mm": "-100", "back_mm": "0", "turn": "10"}, 0),
        ("behind", {"seats": "A1-A3", "behind": "1"}, 3),
        ("remove", {"seats": "A1"}, -2),
        ("row", {"row_zone": "gallery", "row_count": "4", "row_x_mm": "300", "row_y_mm": "300", "row_pitch_mm": "300",
                 "row_angle": "0"}, 4),
        ("renumber", {"number_zone": "table", "pattern": "turning_right", "first_hour": "12"}, 0),
        ("renumber_from", {"seats": "B2", "number_zone": "table", "pattern": "anticlockwise"}, 0),
        ("label", {"seats": "B2", "label": "VIP"}, 0),
        ("labels", {"label_zone": "table", "label_scheme": "running", "label_start": "1", "label_end": "left"}, 0),
        ("labels", {"seats": "A", "label_scheme": "rows", "label_letters": "C", "label_start": "5",
                    "label_end": "walk"}, 0),
        ("resize", {"width_mm": "60000", "depth_mm": "60000"}, 0),
    ],
)  # fmt: skip
def test_each_edit_of_a_room_of_the_library_is_saved(desk, library, do, fields, count):
    answer = sent(desk, LIBRARY, do, **fields)
    row = LibraryRoom.objects.get()
    assert (answer.status_code, row.version, len(row.plan["seats"]) - len(library.plan["seats"])) == (302, 2, count)


@pytest.mark.parametrize(
    ("do", "fields", "expected"),
    [
        ("mark", {"mark": "block"}, {"seats": ["Choose at least one seat."]}),
        ("mark", {"seats": "Q7", "mark": "gild"},
         {"seats": ["The room has no seat Q7."],
          "mark": ["Select a valid choice. gild is not one of the available choices."]}),
        ("move", {"seats": "A1", "right_mm": "x", "back_mm": ""},
         {"right_mm": ["Give a whole number from -500000 to 500000."], "back_mm": ["Fill this in."],
          "turn": ["Fill this in."]}),
        ("label", {"seats": "A1, A2", "label": ""},
         {"seats": ["Choose one seat alone: no two have the same label."], "label": ["Fill this in."]}),
        ("label", {"seats": "A1", "label": "b2"},
         {"label": ["The label “B2” is there already: b2. Small and capital letters count as the same."]}),
        ("labels", {"label_scheme": "rows", "label_start": "0", "label_end": "up"},
         {"seats": ["Choose at least one seat."], "label_start": ["Give a whole number from 1 to 9999."],
          "label_end": ["Select a valid choice. up is not one of the available choices."]}),
        ("labels", {"label_zone": "secretariat", "label_scheme": "rows", "label_start": "1", "label_end": "left"},
         {"label_letters": ["The row of the seat SEC12 has no letter. Give the letter of the first row."]}),
        ("labels", {"label_zone": "nowhere", "label_scheme": "running", "label_start": "1", "label_end": "left",
                    "label_letters": "ABCDEFGHI"},
         {"label_zone": ["Select a valid choice. nowhere is not one of the available choices."],
          "label_letters": ["Shorten this to 8 characters; it has 9."]}),
        ("row", {"row_zone": "gallery", "row_count": "1", "row_x_mm": "300", "row_y_mm": "300", "row_pitch_mm": "300",
                 "row_angle": "0", "row_letter": "ABCDEFGHI"},
         {"row_letter": ["Shorten this to 8 characters; it has 9."]}),
        ("renumber_from", {"seats": "A1-A2", "number_zone": "table", "pattern": "each_left"},
         {"seats": ["Choose one seat alone, at which the walk begins."]}),
        ("renumber_from", {"seats": "SEC1", "number_zone": "table", "pattern": "each_left"},
         {"seats": ["SEC1 is no first seat of a place of that zone."]}),
        ("gild", {}, {"__all__": ["Choose what is to be done with the seats."]}),
    ],
)  # fmt: skip
def test_edit_that_cannot_be_is_told_at_its_fields(desk, library, do, fields, expected):
    answer = sent(desk, LIBRARY, do, **fields)
    assert (answer.status_code, errors(answer), LibraryRoom.objects.get().version) == (422, expected, 1)


def test_seats_that_would_stand_in_others_are_told_with_their_labels(desk, library):
    answer = sent(desk, LIBRARY, "move", seats="A1", right_mm="1600", back_mm="0", turn="0", row_count="x")
    words = errors(answer)
    assert [one.partition("(")[2] for one in words.pop("__all__")] == [
        "A2), x_mm: It stands less than 250 mm from the seat A1."
    ]
    assert words == {}


def test_seats_that_somebody_changed_meanwhile_are_left(desk, library):
    old = plan_digest(library_file(library).room)
    sent(desk, LIBRARY, "mark", seats="A1", mark="block")
    answer = desk.post(LIBRARY, {"do": "remove", "seats": "A1", "shown": old})
    assert (answer.status_code, list(errors(answer))) == (422, ["__all__"])
    assert LibraryRoom.objects.get().version == 2


def test_free_place_of_a_meeting_goes_without_a_question(desk, event):
    event.roster.delegations.last().delete()
    answer = sent(desk, MEETING, "remove", seats="T2-0")
    assert (answer.url, seats(Seat.objects.filter(zone="table"))) == (MEETING, ["T1-0"])
    assert Act.objects.first().operation == "edit_room"


def test_who_would_be_unseated_is_named_first_and_nothing_is_changed(desk, event):
    answer = sent(desk, MEETING, "remove", seats="T1-0")
    assert [one["unseated"] for one in answer.context["moments"]] == [["Mali"]]
    assert (Seat.objects.filter(zone="table").count(), Act.objects.count()) == (2, 0)


def test_who_would_sit_elsewhere_is_named_first(desk, event):
    answer = sent(desk, MEETING, "renumber", number_zone="table", pattern="each_right", first_hour="12")
    moves = [("France", "T1-0", "T2-0"), ("Mali", "T2-0", "T1-0")]
    assert [one["elsewhere"] for one in answer.context["moments"]] == [moves]
    page = answer.content.decode()
    assert (
        "Some would sit elsewhere" in page,
        '<th scope="row">Mali</th><td>T2-0</td><td>T1-0</td>' in page,
        Act.objects.count(),
    ) == (True, True, 0)


def test_seat_labelled_anew_keeps_who_sits_there_and_stays_chosen(desk, event):
    answer = sent(desk, MEETING, "label", seats="T1-0", label="VIP")
    assert answer.url == f"{MEETING}?seats=VIP"
    segment = meeting_facts(event.roster).segments[0]
    assert [one.seat for one in plan(meeting_facts(event.roster), segment).assignments] == ["VIP", "T2-0"]


def test_room_is_changed_once_that_is_confirmed_and_the_rest_keep_zone_and_number(desk, event):
    asked = sent(desk, MEETING, "remove", seats="T1-0")
    fields = dict(asked.context["sent"]) | {"is_confirmed": "yes"}
    assert desk.post(MEETING, fields).status_code == 302
    assert [(one.zone, one.number, one.seat) for one in room_facts(event).places if one.zone == "table"] == [
        ("table", 2, "T2-0")
    ]


def test_those_who_may_not_seat_do_not_edit(client, event):
    client.force_login(make.user(role="viewer"))
    assert client.get(MEETING).status_code == 403


def test_meeting_without_a_room_has_no_seats_to_edit(desk):
    make.event(slug="mali")
    assert desk.get(MEETING).status_code == 404
