"""The page of principals: its rows, the form of one, those who leave by one press, and the press by item."""

from datetime import datetime

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from events.models import Arrival, Item
from events.operations.arrivals import set_arrival
from events.operations.programme import change_row, withdraw_row
from participants.models import Access
from participants.operations.delegates import withdraw_delegate
from tests import factories
from tests.sent_forms import form_with

pytestmark = pytest.mark.django_db
HX = {"HX-Request": "true"}
WHO = {"by": None, "at": factories.AT}


@pytest.fixture
def event():
    return factories.event(slug="mali")


@pytest.fixture
def people(event):
    """A head of State who only opens, and the minister who presides afterwards."""
    found = []
    for name, rank in (("Keïta", "head_of_state"), ("Messahel", "foreign_minister")):
        delegation = factories.delegation(roster=event.roster, entity=factories.entity(en=f"State of {name}"))
        found.append(factories.delegate(delegation=delegation, family_name=name, rank=rank))
    return found


@pytest.fixture
def items(event, people):
    parts = [
        factories.segment(event=event, position=place, chairs=[one], title={"en": f"Part {place}"})
        for place, one in enumerate(people)
    ]
    return [factories.item(segment=part, title={"en": f"Item {place}"}) for place, part in enumerate(parts)]


@pytest.fixture
def desk(client, items):
    client.force_login(factories.user(role="protocol_officer"))
    return client


def url(name="arrivals", *args):
    return reverse(f"events:{name}", args=["mali", *args])


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def clock(name, time, date=""):
    return {f"{name}_date": date, f"{name}_time": time}


def test_page_lists_principals_by_time_and_proposes_who_leaves(desk, people):
    factories.arrival(delegate=people[1], arrives=datetime(2017, 9, 20, 15, 5), holding_room="Room 6")
    rows = desk.get(url()).context["principals"]
    told = [(one["name"].split()[-1], one["arrives"], one["is_proposed"]) for one in rows]
    assert told == [("Messahel", "15:05", False), ("Keïta", "", True)]


def test_time_on_another_day_is_shown_with_the_day(desk, people):
    factories.arrival(delegate=people[0], arrives=datetime(2017, 9, 19, 21))
    assert desk.get(url()).context["principals"][0]["arrives"] == "19 September, 21:00"


@pytest.mark.parametrize("headers", [{}, HX])
def test_row_is_edited_in_its_place(desk, people, items, headers):
    address = url("arrival", people[0].uuid)
    form = form_with(desk, address, "escort")
    typed = clock("arrives", "15:05") | {"escort": "Guard", "leaves_after": str(items[0].uuid)}
    response = desk.post(address, form.fields | typed, headers=headers)
    assert response.status_code == (200 if headers else 302)
    row = Arrival.objects.get()
    assert (row.arrives, row.escort, row.leaves_after) == (datetime(2017, 9, 20, 15, 5), "Guard", items[0])


def test_form_made_before_somebody_wrote_shows_both(desk, people):
    address = url("arrival", people[0].uuid)
    form = form_with(desk, address, "escort")
    set_arrival(people[0].delegation.roster.event, people[0], escort="First", **WHO)
    response = desk.post(address, form.fields | {"escort": "Second"})
    assert response.status_code == 422
    assert response.context["form"].errors["escort"] == ["Somebody changed this meanwhile. Now: First. Yours: Second."]
    again = response.context["form"].data | {"escort": "Second"}
    assert desk.post(address, again).status_code == 302
    assert Arrival.objects.get().escort == "Second"


def test_item_changed_meanwhile_is_shown_by_its_name(desk, people, items):
    factories.arrival(delegate=people[0])
    address = url("arrival", people[0].uuid)
    form = form_with(desk, address, "escort")
    set_arrival(people[0].delegation.roster.event, people[0], leaves_after=items[1], **WHO)
    response = desk.post(address, form.fields | {"leaves_after": str(items[0].uuid)})
    [words] = response.context["form"].errors["leaves_after"]
    assert "Item 1" in words and "Item 0" in words


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        (clock("arrives", "25:00"), "arrives"),
        ({"escort": "x" * 121}, "escort"),
        ({"leaves_after": "nothing"}, "leaves_after"),
        ({"leaves_after": "0f9f2f36-6a6e-4a3e-8e5e-3a6b5f0f2a11"}, "leaves_after"),
        ({"note": "a\x00b"}, "note"),
    ],
)
def test_bad_input_gets_words_at_its_field(desk, people, typed, field):
    address = url("arrival", people[0].uuid)
    response = desk.post(address, form_with(desk, address, "escort").fields | typed)
    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])
    assert Arrival.objects.count() == 0


def test_item_that_was_taken_out_is_told(desk, people, items):
    factories.arrival(delegate=people[0], leaves_after=items[0])
    withdraw_row(items[0], **WHO)
    assert "an item that was taken out" in desk.get(url()).content.decode()
    address = url("arrival", people[0].uuid)
    assert said(desk.post(address, form_with(desk, address, "escort").fields)) == [
        "Somebody took the person or the item out meanwhile. Nothing was changed."
    ]


def test_delegate_who_is_gone_or_no_principal_has_no_form(desk, people):
    adviser = factories.delegate(delegation=people[0].delegation, role="adviser")
    withdraw_delegate(people[1], **WHO)
    codes = [desk.get(url("arrival", one.uuid)).status_code for one in (adviser, people[1])]
    assert codes == [404, 404]


def test_those_proposed_leave_by_one_press(desk, people, items):
    form = form_with(desk, url(), "leaving")
    assert form.fields["leaving"] == [str(people[0].uuid)]
    assert form.fields["item"] == [str(items[0].uuid)]
    assert desk.post(form.action, form.fields).status_code == 302
    assert [(one.delegate, one.leaves_after) for one in Arrival.objects.all()] == [(people[0], items[0])]


def test_press_that_somebody_overtook_changes_nothing(desk, people, items):
    form = form_with(desk, url(), "leaving")
    set_arrival(people[0].delegation.roster.event, people[0], escort="Guard", **WHO)
    assert "was changed meanwhile" in said(desk.post(form.action, form.fields))[0]
    assert Arrival.objects.get().leaves_after is None


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({}, "Tick those who leave, then press again."),
        ({"leaving": "nobody"}, "What was sent could not be understood"),
        ({"item": "nothing"}, "What was sent could not be understood"),
    ],
)
def test_press_without_sense_is_answered_in_words(desk, sent, words):
    assert words in said(desk.post(url("arrivals_leave"), sent))[0]


def test_press_of_an_item_is_decided_on_the_page(desk, items):
    assert "nobody decided" in desk.get(url()).content.decode()
    form = form_with(desk, url(), "press")
    assert desk.post(form.action, form.fields | {"press": "pool"}).status_code == 302
    assert sorted(Item.objects.values_list("press", flat=True)) == ["", "pool"]


def test_press_decided_meanwhile_shows_both(desk, items):
    form = form_with(desk, url(), "press")
    change_row(items[0], press="closed", **WHO)
    response = desk.post(form.action, form.fields | {"press": "pool"}, headers=HX)
    assert response.status_code == 422
    assert "Now: Closed to the press. Yours: Press pool only." in response.content.decode()
    items[0].refresh_from_db()
    assert items[0].press == "closed"


def test_two_who_wait_in_one_room_are_a_note(desk, people):
    for one in people:
        factories.arrival(delegate=one, arrives=datetime(2017, 9, 20, 15), holding_room="Room 6")
    assert "Room 6: these wait there at the same time: " in desk.get(url()).content.decode()


def test_page_is_reached_from_the_programme_by_who_may_edit_it(desk, client):
    assert url() in desk.get(reverse("events:programme", args=["mali"])).content.decode()
    client.force_login(factories.user(role="viewer"))
    assert url() not in client.get(reverse("events:programme", args=["mali"])).content.decode()
    assert client.get(url()).status_code == 403


def test_sheet_taken_away_is_recorded_and_refused_to_viewers(desk, client):
    address = reverse("events:document", args=["mali", "arrivals", "en"])
    assert desk.get(address).status_code == 200
    assert [one.what for one in Access.objects.all()] == ["arrivals"]
    client.force_login(factories.user(role="viewer"))
    assert client.get(address).status_code == 403
