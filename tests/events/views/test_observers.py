"""The observers' desk as people use it: registering, waiting, withdrawing, refusals in words, exports."""

import uuid

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from participants.models import Act, Delegation, Entity, ObserverPlace, Request
from tests import factories

pytestmark = pytest.mark.django_db
FRENCH = {"language": "fr"}


@pytest.fixture
def event():
    return factories.event(slug="mali", observer_places=2)


@pytest.fixture
def desk(client, event):
    client.force_login(factories.user(role="desk_officer"))
    return client


def url(name, *args):
    return reverse(f"events:{name}", args=["mali", *args])


def form(**fields):
    received = {"received_at_date": "2017-08-30", "received_at_time": "10:15"}
    return received | {"contact_name": "", "contact_email": "", "note": ""} | fields


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def register(desk, **fields):
    return desk.post(url("observer_register"), form(**fields))


def observer(event, *, number=None, **entity):
    row = factories.delegation(
        roster=event.roster, grounds=("observer",), status="accepted", entity=factories.entity(**entity)
    )
    return factories.request(delegation=row, place_number=number)


def test_request_is_registered_with_its_place_and_its_own_time(desk, event):
    factories.entity(en="Germany", fr="Allemagne")
    response = register(desk, entity="germany", contact_name="Ms. Weiß")
    request = Request.objects.get()
    assert (response.status_code, said(response)[0][:32]) == (302, "Germany has observer place 1. Sa")
    assert (request.received_at.isoformat(), request.contact_name) == ("2017-08-30T14:15:00+00:00", "Ms. Weiß")


def test_request_beyond_the_last_place_waits(desk, event):
    for number in (1, 2):
        observer(event, number=number)
    factories.entity(en="Germany", fr="Allemagne")
    assert said(register(desk, entity="Allemagne"))[0].startswith("Germany is number 1 on the waiting list.")


def test_form_sent_twice_counts_once(desk, event):
    factories.entity(en="Germany")
    token = str(uuid.uuid4())
    register(desk, entity="Germany", token=token)
    response = register(desk, entity="Germany", token=token)
    assert said(response)[-1] == "The form was sent twice and counts once. Germany has observer place 1."
    assert (Request.objects.count(), Act.objects.count()) == (1, 1)


def test_invited_entity_is_refused_at_the_field_with_its_ground(desk, event):
    host = factories.delegation(roster=event.roster, grounds=("host", "mediation"), entity=factories.entity(en="Mali"))
    response = register(desk, entity="Mali", note="kept")
    assert response.status_code == 200
    assert response.context["form"].errors["entity"] == [
        "Mali is invited already (Host, International mediation) and needs no observer place."
    ]
    assert response.context["form"]["note"].value() == "kept"
    assert list(Delegation.objects.all()) == [host]


def test_second_request_is_refused_with_the_first(desk, event):
    observer(event, number=2, en="Germany")
    response = register(desk, entity="Germany")
    assert response.context["form"].errors["entity"] == [
        "Germany already holds observer place 2, by its request received 1 September 2017, 08:00."
    ]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"entity": ""}, "entity"),
        ({"entity": "Atlantis"}, "entity"),
        ({"entity": "x" * 10_000}, "entity"),
        ({"entity": "Germany\x00"}, "entity"),
        ({"received_at_date": "2999-01-01"}, "received_at"),
        ({"received_at_date": "2017-02-30"}, "received_at"),
        ({"received_at_time": ""}, "received_at"),
        ({"contact_name": "x" * 10_000}, "contact_name"),
        ({"contact_name": "a\x07b"}, "contact_name"),
        ({"contact_email": "not an address"}, "contact_email"),
        ({"note": "x" * 251}, "note"),
        ({"token": "no uuid"}, "token"),
    ],
)
def test_bad_input_gets_words_at_the_field_and_saves_nothing(desk, event, fields, field):
    factories.entity(en="Germany")
    response = register(desk, **{"entity": "Germany"} | fields)
    assert (response.status_code, list(response.context["form"].errors)) == (200, [field])
    assert (Request.objects.count(), Delegation.objects.count(), Act.objects.count()) == (0, 0, 0)


def test_short_emoji_and_right_to_left_text_are_fine(desk, event):
    factories.entity(en="Germany")
    register(desk, entity="Germany", contact_name="أحمد", note="👍 merci")
    assert Request.objects.values_list("contact_name", "note").get() == ("أحمد", "👍 merci")


def test_withdrawal_names_the_delegation_and_who_gets_its_place(desk, event):
    first = observer(event, number=1, en="Germany")
    observer(event, number=2)
    observer(event, en="Portugal")
    page = desk.get(url("observer_withdraw", first.uuid)).content.decode()
    assert "Withdraw the request of Germany?" in page
    assert "Portugal, first on the waiting list, gets it at once." in page
    seen = {"why": "by telephone", "version": "1", "shown": "1"}
    messages = said(desk.post(url("observer_withdraw", first.uuid), seen))
    assert messages[1] == "Portugal moved up from the waiting list and has observer place 1."
    assert ObserverPlace.objects.get(number=1).request.delegation.entity.dated_names.first().list_name == "Portugal"
    assert Act.objects.get().why == "by telephone"


def test_withdrawing_twice_says_so(desk, event):
    first = observer(event, number=1, en="Germany")
    seen = {"version": "1", "shown": "1"}
    desk.post(url("observer_withdraw", first.uuid), seen)
    messages = said(desk.post(url("observer_withdraw", first.uuid), seen))
    assert messages[-1] == "The request of Germany was withdrawn before."


def test_fewer_places_than_granted_are_refused_with_names(desk, event):
    observer(event, number=1, en="Germany")
    observer(event, number=2, en="Portugal")
    response = desk.post(url("observer_places"), {"places-number": "1", "places-shown": "2"})
    assert response.context["places_form"].errors["number"] == [
        "If the number of observer places became 1, these would lose the place they were granted: Portugal (2)."
    ]


@pytest.mark.parametrize("number", ["", "-1", "5001", "many", "9" * 400])
def test_impossible_number_of_places_gets_words(desk, event, number):
    response = desk.post(url("observer_places"), {"places-number": number})
    assert (response.status_code, list(response.context["places_form"].errors)) == (200, ["number"])


def test_number_set_meanwhile_is_shown_beside_ones_own_and_saving_again_decides(desk, event):
    desk.post(url("observer_places"), {"places-number": "5", "places-shown": "2"})
    form = desk.post(url("observer_places"), {"places-number": "3", "places-shown": "2"}).context["places_form"]
    assert form.errors == {"number": ["Somebody changed this meanwhile. Now: 5. Yours: 3."]}
    desk.post(url("observer_places"), {"places-number": "3", "places-shown": form["shown"].value()})
    event.roster.refresh_from_db()
    assert event.roster.observer_places == 3


@pytest.mark.parametrize(("number", "now"), [(None, "it waits for a place"), (2, "it holds place 2")])
def test_request_that_moved_meanwhile_is_told_and_pressing_again_withdraws_it(desk, event, number, now):
    row = observer(event, number=number, en="Germany")
    form = desk.post(url("observer_withdraw", row.uuid), {"version": "1", "shown": "1"}).context["form"]
    assert form.non_field_errors() == [f"This request was changed meanwhile: {now} now. Press again to withdraw it."]
    assert Act.objects.count() == 0
    again = {name: form[name].value() for name in ("version", "shown")}
    assert desk.post(url("observer_withdraw", row.uuid), again).status_code == 302


def test_allowance_that_is_another_by_now_is_not_taken_over(desk, event):
    factories.room(event=event, podium=3, table=2, observers=4)
    words = said(desk.post(url("observer_take_over"), {"shown": "3"}))
    assert words == ["The room allows 4 observers by now; the page showed 3. Nothing was changed."]
    event.roster.refresh_from_db()
    assert event.roster.observer_places == 2


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("0001-01-01", "Give a year between 1900 and 2199."),
        ("9999-12-31", "Give a year between 1900 and 2199."),
        ("2015-09-19", "This is more than two years before the meeting. Check the year."),
        ("2199-12-31", "This lies in the future. Give the time at which it came in."),
    ],
)
def test_request_cannot_have_come_in_then(desk, event, day, words):
    factories.entity(en="Germany")
    response = register(desk, entity="Germany", received_at_date=day)
    assert (response.status_code, response.context["form"].errors) == (200, {"received_at": [words]})


def test_more_places_say_who_moved_up(desk, event):
    for number in (1, 2):
        observer(event, number=number)
    observer(event, en="Portugal")
    messages = said(desk.post(url("observer_places"), {"places-number": "3", "places-shown": "2"}))
    assert messages[1] == "Portugal moved up from the waiting list and has observer place 3."


def test_room_is_taken_over_and_its_figures_are_shown(desk, event):
    factories.room(event=event, podium=3, table=2, observers=4)
    assert "Take over 4 places" in desk.get(url("observers")).content.decode()
    desk.post(url("observer_take_over"), {"shown": "4"})
    event.roster.refresh_from_db()
    assert event.roster.observer_places == 4


def test_meeting_without_a_room_says_so(desk, event):
    assert said(desk.post(url("observer_take_over")))[0].startswith("The meeting has no room")


def test_new_entity_is_registered_for_this_meeting(desk, event):
    fields = form(names_en="World Bank", names_fr="Banque mondiale", kind="organisation", token=str(uuid.uuid4()))
    desk.post(url("observer_new"), fields)
    again = desk.post(url("observer_new"), fields)
    assert said(again)[-1].startswith("The form was sent twice and counts once.")
    assert Entity.objects.get().roster == event.roster
    assert "World Bank" in desk.get(url("observers")).content.decode()


def test_new_entity_under_a_known_name_is_refused(desk, event):
    factories.entity(en="Côte d'Ivoire")
    response = desk.post(url("observer_new"), form(names_en="cote d ivoire", kind="state"))
    assert response.context["form"].errors["names"] == [
        "The directory has Côte d'Ivoire already. Register it from the observers' page."
    ]


def test_observer_invited_meanwhile_is_pointed_out(desk, event):
    row = observer(event, number=1, en="Germany")
    row.delegation.invitations.create(ground="contributor")
    assert "Germany is invited meanwhile" in desk.get(url("observers")).content.decode()


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_register_is_exported(desk, event, file_format):
    observer(event, number=1, en="=Germany")
    response = desk.get(url("observers_export", file_format))
    assert response.headers["Content-Disposition"] == f'attachment; filename="mali-observers.{file_format}"'
    if file_format == "csv":
        assert "'=Germany," in response.content.decode("utf-8-sig")


def test_unknown_format_is_not_found(desk, event):
    assert desk.get(url("observers_export", "exe")).status_code == 404


@pytest.mark.parametrize("name", ["observer_register", "observer_new", "observer_places", "observer_take_over"])
def test_viewer_reads_the_desk_and_changes_nothing(client, event, name):
    client.force_login(factories.user(role="viewer"))
    assert client.get(url("observers")).status_code == 200
    assert client.post(url(name), {}).status_code == 403


def test_viewer_sees_who_has_a_place_and_takes_no_contacts_away(client, event):
    observer(event, number=1, en="Germany")
    client.force_login(factories.user(role="viewer"))
    page = client.get(url("observers")).content.decode()
    assert ("Germany" in page, url("observers_export", "csv") in page) == (True, False)
    assert client.get(url("observers_export", "csv")).status_code == 403


def test_desk_takes_the_same_number_of_queries_for_one_request_and_for_thirty(desk, event):
    counts = []
    for size in (1, 29):
        for _ in range(size):
            observer(event)
        with CaptureQueriesContext(connection) as context:
            assert desk.get(url("observers")).status_code == 200
        counts.append(len(context))
    assert counts[0] == counts[1]
