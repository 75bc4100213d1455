"""The seating page: who sits where, found by name, and what its forms do and refuse in words."""

import re

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from events.models import LibraryRoom, Room, Seat, SeatingPlan
from participants.models import DrawnState
from tests import factories
from tests.sent_forms import forms_of

pytestmark = pytest.mark.django_db
PLAN = {
    "width_mm": 9000,
    "depth_mm": 5000,
    "seats": [{"label": "X1", "zone": "table", "row": "X", "side": "left", "x_mm": 600, "y_mm": 900, "place": 1}],
    "places": [{"zone": "table", "number": 1, "seat": "X1"}],
}


@pytest.fixture
def event():
    event = factories.event(slug="mali", observer_places=2)
    mali = factories.delegation(roster=event.roster, entity=factories.entity(code="MLI", en="Mali", fr="Mali"))
    keita = factories.delegate(delegation=mali)
    factories.delegation(roster=event.roster, entity=factories.entity(code="CIV", en="Côte d'Ivoire"))
    factories.segment(event=event, podium=[keita], title={"en": "Opening", "fr": "Ouverture"})
    factories.room(event=event, table=2)
    return event


@pytest.fixture
def office(client, event):
    client.force_login(factories.user(role="protocol_officer"))
    return client


def page(client, **query):
    return client.get(reverse("events:seating", args=["mali"]), query)


def post(client, name, **fields):
    return client.post(reverse(f"events:{name}", args=["mali"]), fields)


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def listed(response):
    return [(row["seat"], row["name"], row["note"]) for group in response.context["groups"] for row in group["rows"]]


def drawn(response):
    return {seat["label"]: seat for seat in response.context["drawing"]["seats"]}


@pytest.mark.parametrize("name", ["seating", "programme", "observers"])
@pytest.mark.parametrize(
    ("kind", "told", "untold"), [("conference", "podium", "presidency"), ("organ", "presidency", "podium")]
)
def test_pages_name_the_zone_of_who_presides_by_the_kind_of_meeting(office, event, name, kind, told, untold):
    event.kind = kind
    event.save()
    shown = office.get(reverse(f"events:{name}", args=["mali"])).content.decode()
    text = re.sub(r"<script.*?</script>|<style.*?</style>|<[^>]*>", " ", shown, flags=re.DOTALL).lower()
    assert (told in text, untold in text) == (True, False)


def test_list_and_drawing_say_the_same(office):
    response = page(office)
    assert listed(response) == [
        ("P2-0", "Mali", "centre"),
        ("T1-0", "Côte d'Ivoire", ""),
        ("T2-0", "Mali", "on the podium: P2-0"),
    ]
    taken = {label: seat["title"] for label, seat in drawn(response).items() if not seat["is_free"]}
    assert taken == {
        "P2-0": "P2-0 – KEÏTA",
        "T1-0": "T1-0 – Côte d'Ivoire",
        "B1-1": "B1-1 – Côte d'Ivoire",
        "T2-0": "T2-0 – Mali",
        "B2-1": "B2-1 – Mali",
    }


def test_long_list_comes_in_parts_which_say_their_seats(office, event):
    event.room.delete()
    factories.room(event=event, table=103)
    for number in range(99):
        factories.delegation(roster=event.roster, entity=factories.entity(en=f"Zone {number:03}"))
    groups = page(office, q="Zone 099").context["groups"]
    assert [(one["label"], len(one["rows"])) for one in groups[1:]] == [
        ("At the table · T1-0 – T51-0", 51), ("At the table · T52-0 – T101-0", 50),
    ]  # fmt: skip
    assert [one["is_found"] for one in groups[1:]] == [False, False]


@pytest.mark.parametrize(
    ("search", "lit"),
    [
        ("cote ivoire", {"T1-0", "B1-1"}),
        ("keita", {"P2-0", "T2-0", "B2-1"}),
        ("mli", {"P2-0", "T2-0", "B2-1"}),
        ("T1-0", {"T1-0"}),
        ("nobody", set()),
    ],
)
def test_search_lights_up_the_seats_and_shortens_the_list(office, search, lit):
    response = page(office, q=search)
    assert {label for label, seat in drawn(response).items() if seat["is_lit"]} == lit
    assert response.context["count"] == len([seat for seat in lit if not seat.endswith("-1")])
    assert response.context["total"] == 3


def test_delegation_without_a_place_is_told_first(office, event):
    factories.delegation(roster=event.roster, entity=factories.entity(en="Zambia"))
    assert "Zambia" in page(office).context["unseated"]


def test_observer_sits_in_the_observers_rows_with_the_number_of_the_place(office, event):
    row = factories.delegation(roster=event.roster, grounds=("observer",), entity=factories.entity(en="Spain"))
    factories.request(delegation=row, place_number=2)
    assert listed(page(office))[-1] == ("O1-0", "Spain", "observer place 2")


def test_each_moment_has_its_own_podium(office, event):
    second = factories.segment(event=event, position=1, title={"en": "Debate"})
    seats = [seat for seat, _name, _note in listed(page(office, moment=str(second.uuid)))]
    assert seats == ["T1-0", "T2-0"]


@pytest.mark.parametrize("moment", ["x", "0f9f2f36-6a6e-4a3e-8e5e-3a6b5f0f2a11"])
def test_unknown_moment_is_not_found(office, moment):
    assert page(office, moment=moment).status_code == 404


def test_arithmetic_of_the_room_is_shown(office, event):
    numbers = page(office).context["numbers"]
    assert (numbers.usable, numbers.podium, numbers.promised, numbers.left, numbers.allowed) == (9, 3, 4, 2, 2)


def test_meeting_without_parts_and_room_says_what_to_do(client):
    factories.event(slug="mali")
    client.force_login(factories.user(role="desk_officer"))
    assert "There is no part of the meeting to seat." in page(client).content.decode()


def test_order_is_set_and_said(office, event):
    response = post(office, "seating_order", scheme="alphabetical", language="fr", drawn_state="")
    assert (response.status_code, said(response)[0][:29]) == (302, "The order of seats was set. S")
    assert SeatingPlan.objects.get().language == "fr"


def test_state_drawn_of_the_session_is_proposed(office):
    czechia = factories.entity(code="CZE", en="Czechia")
    DrawnState.objects.create(year=2017, session=72, entity=czechia)
    DrawnState.objects.create(year=2016, session=71, entity=factories.entity(code="BOL"))
    assert page(office).context["order_form"].initial["drawn_state"] == czechia.pk


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"scheme": "drawn", "drawn_state": ""}, "drawn_state", "Say which State was drawn, or choose another order."),
        ({"scheme": "lottery"}, "scheme", "Select a valid choice. lottery is not one of the available choices."),
        ({"language": "de"}, "language", "Select a valid choice. de is not one of the available choices."),
    ],
)
def test_order_that_cannot_be_is_refused_at_its_field(office, fields, field, words):
    response = post(office, "seating_order", **{"scheme": "alphabetical", "language": "en"} | fields)
    assert (response.status_code, response.context["order_form"].errors[field]) == (422, [words])
    assert SeatingPlan.objects.count() == 0


def test_stale_order_is_shown_with_both_values(office):
    post(office, "seating_order", scheme="alphabetical", language="fr")
    response = post(office, "seating_order", scheme="alphabetical", language="en")
    form = response.context["order_form"]
    assert "Somebody changed this meanwhile. Now: Français. Yours: English." in form.errors["language"]
    again = post(office, "seating_order", scheme="alphabetical", language="en", version=form.data["version"])
    assert (again.status_code, SeatingPlan.objects.get().language) == (302, "en")


def mark(client, *, seen=None, **fields):
    form = page(client).context["seat_form"]
    shown = {name: form[name].value() for name in ("version", "seen")}
    return post(client, "seating_mark", **shown | (seen or {}), **fields)


def test_seat_marked_meanwhile_shows_both_and_marking_again_decides(office):
    old = {"seen": page(office).context["seat_form"]["seen"].value()}
    mark(office, label="T1-0", mark="accessible")
    response = mark(office, label="T1-0", mark="block", seen=old)
    assert response.context["seat_form"].errors["label"] == [
        "Somebody marked these seats meanwhile. Now: T1-0, in use, accessible to wheelchairs. Yours: Out of use."
    ]
    again = {"seen": response.context["seat_form"]["seen"].value()}
    assert mark(office, label="T1-0", mark="block", seen=again).status_code == 302
    assert Seat.objects.get(label="T1-0").is_blocked


def test_seats_of_a_room_replaced_meanwhile_are_not_marked(office):
    old = {"version": "1"}
    Room.objects.update(version=2)
    response = mark(office, label="T1-0", mark="block", seen=old)
    assert response.context["seat_form"].errors["label"] == [
        "The meeting has another room by now. Look where the seats are and mark again."
    ]
    assert Seat.objects.filter(is_blocked=True).count() == 0


def test_seats_are_marked_and_the_next_delegation_moves_up(office):
    response = mark(office, label="t1-0", mark="block")
    assert said(response)[0].startswith("T1-0: Out of use. Saved")
    assert page(office).context["unseated"] == ("Mali",)
    mark(office, label="T1-0", mark="unblock")
    assert page(office).context["unseated"] == ()


def test_several_seats_are_marked_at_once(office):
    mark(office, label="T1-0, T2-0;O1-0", mark="accessible")
    marked = Seat.objects.filter(is_accessible=True).order_by("pk").values_list("label", flat=True)
    assert list(marked) == ["T1-0", "T2-0", "O1-0"]


@pytest.mark.parametrize(("label", "words"), [("Z9", "The room has no seat Z9."), (", ;", "The room has no seat –.")])
def test_seat_that_is_not_there_is_refused_in_words(office, label, words):
    response = post(office, "seating_mark", label=label, mark="block")
    assert (response.status_code, response.context["seat_form"].errors["label"]) == (422, [words])


def test_seats_kept_for_others_are_set(office, event):
    response = post(office, "seating_numbers", version=1, secretariat_seats=2, press_seats=0, reserve_seats=1)
    assert response.status_code == 302
    assert page(office).context["numbers"].left == -1


@pytest.mark.parametrize("number", ["-1", "5001", "many", ""])
def test_number_that_cannot_be_is_refused(office, number):
    fields = {"version": 1, "secretariat_seats": 0, "press_seats": number, "reserve_seats": 0}
    response = post(office, "seating_numbers", **fields)
    assert (response.status_code, list(response.context["numbers_form"].errors)) == (422, ["press_seats"])


def test_room_of_the_library_is_chosen_once(office):
    library = LibraryRoom.objects.create(slug="hall", names={"en": "Hall", "fr": "Salle"}, plan=PLAN)
    sent = {"library": library.pk, "version": Room.objects.get().version, "is_confirmed": "yes"}
    assert post(office, "seating_room", **sent).status_code == 302
    assert [seat for seat, _name, _note in listed(page(office))] == ["X1"]
    stale = post(office, "seating_room", **sent)
    assert (stale.status_code, Room.objects.get().version) == (422, sent["version"] + 1)


def test_replacing_the_room_is_asked_about_first_and_names_what_is_lost(office):
    library = LibraryRoom.objects.create(slug="hall", names={"en": "Hall", "fr": "Salle"}, plan=PLAN)
    Seat.objects.filter(label__in=("T1-0", "B1-1")).update(is_blocked=True)
    address = reverse("events:seating_room", args=["mali"])
    seats = Seat.objects.count()
    asked = office.post(address, {"library": library.pk, "version": Room.objects.get().version})
    assert (asked.status_code, asked.context["seat_count"], Seat.objects.count()) == (200, seats, seats)
    assert asked.context["marks"]["blocked"] == ["T1-0", "B1-1"]
    (form,) = [one for one in forms_of(asked.content.decode(), address) if one.action == address]
    assert office.post(form.action, form.fields).status_code == 302
    assert list(Seat.objects.values_list("label", flat=True)) == ["X1"]


@pytest.mark.parametrize(
    ("language", "is_kept", "words"),
    [
        ("en", True, "<strong>Without a place:</strong> Mali."),
        ("fr", True, "<strong>Sans place\u00a0:</strong> Mali."),
        ("en", False, "<td>T1-0</td><td>X1</td>"),
    ],
)
def test_question_about_another_room_names_who_loses_a_seat_or_sits_elsewhere(event, client, language, is_kept, words):
    mali = event.roster.delegations.get(entity__code="MLI")
    factories.given_place(segment=event.segments.get(), delegation=mali, number=2, is_kept=is_kept)
    library = LibraryRoom.objects.create(slug="hall", names={"en": "Hall", "fr": "Salle"}, plan=PLAN)
    client.force_login(factories.user(role="protocol_officer", language=language))
    asked = post(client, "seating_room", library=library.pk, version=Room.objects.get().version)
    assert (asked.status_code, [one["is_kept"] for one in asked.context["moments"]]) == (200, [is_kept])
    assert words in asked.content.decode()


def test_first_room_is_chosen_without_a_question(client):
    factories.segment(event=factories.event(slug="mali"))
    library = LibraryRoom.objects.create(slug="hall", names={"en": "Hall"}, plan=PLAN)
    client.force_login(factories.user(role="protocol_officer"))
    assert post(client, "seating_room", library=library.pk).status_code == 302
    assert Room.objects.get().names == {"en": "Hall"}


@pytest.mark.parametrize("name", ["seating_order", "seating_room", "seating_mark", "seating_numbers"])
def test_reader_sees_the_seats_and_changes_nothing(client, event, name):
    client.force_login(factories.user(role="viewer"))
    assert "order_form" not in page(client).context
    assert post(client, name).status_code == 403
    assert client.get(reverse(f"events:{name}", args=["mali"])).status_code == 405


def test_page_takes_the_same_queries_for_two_delegations_and_for_thirty(office, event):
    with CaptureQueriesContext(connection) as few:
        page(office)
    for number in range(30):
        row = factories.delegation(roster=event.roster, entity=factories.entity(en=f"State {number}"))
        factories.delegate(delegation=row)
    with CaptureQueriesContext(connection) as many:
        page(office)
    assert len(many) == len(few)


def test_page_has_no_style_or_script_of_its_own_that_the_policy_would_stop(office):
    content = page(office).content.decode()
    assert (" style=" in content, "<style" in content, "<script>" in content) == (False, False, False)


def test_room_chosen_meanwhile_is_not_replaced_by_who_saw_none(office):
    library = LibraryRoom.objects.create(slug="hall", names={"en": "Hall"}, plan=PLAN)
    response = post(office, "seating_room", library=library.pk)
    assert (response.status_code, Seat.objects.filter(label="X1").count()) == (422, 0)
    assert "Somebody saved this after you opened it." in response.content.decode()


def test_seats_at_the_table_tell_the_first_ground_of_invitation(office, event):
    row = factories.delegation(roster=event.roster, grounds=("host", "contributor"), entity=factories.entity(en="Aa"))
    response = page(office)
    seats = {seat["delegation"]: seat["ground"] for seat in drawn(response).values() if seat["ground"]}
    assert seats[str(row.uuid)] == "host"
    assert response.context["drawing"]["grounds"] == [("host", "Host"), ("mediation", "International mediation")]
    assert 'class="ground ground-host"' in response.content.decode()
