"""Principals: their sheet, departures of several at once, the press at each item; and what contradicts itself."""

from datetime import datetime

import pytest
from django.urls import reverse

from events.domain.consistency import findings
from events.domain.principals import principals
from events.models import Arrival, Item
from events.operations.arrivals import set_arrival
from events.queries import meeting_facts
from participants.models import Act
from participants.operations.acting import Stale
from tests import factories

AT = factories.AT
pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    event = factories.event(slug="mali")
    people = {}
    for name in ("Keita", "Diop"):
        delegation = factories.delegation(roster=event.roster, status="accepted")
        people[name] = factories.delegate(delegation=delegation, family_name=name, given_names="A")
    part = factories.segment(event=event, chairs=[people["Keita"]])
    for number, name in enumerate(("Keita", "Diop")):
        item = factories.item(segment=part, position=number, title={"en": f"Item {number}"}, duration_minutes=30)
        factories.speech(item=item, delegation=people[name].delegation, delegate=people[name])
    event.people = people
    return event


@pytest.fixture
def desk(client, event):
    client.force_login(factories.user(role="desk_officer"))
    return client


def url(name, *arguments):
    return reverse(f"events:{name}", args=["mali", *arguments])


def wish(**fields):
    return {
        "arrives_date": "2017-09-20",
        "arrives_time": "15:00",
        "entrance": "Delegates' entrance",
        "version": "",
    } | fields


def test_principals_come_by_hour_then_by_programme(event):
    factories.arrival(event=event, delegate=event.people["Diop"], arrives=datetime(2017, 9, 20, 15))
    names = {str(one.uuid): name for name, one in event.people.items()}
    assert [names[one.delegate] for one in principals(meeting_facts(event.roster))] == ["Diop", "Keita"]


def test_arrival_is_arranged_and_shown(desk, event):
    delegate = event.people["Diop"]
    assert desk.post(url("arrival", delegate.uuid), wish(holding_room="Room B")).status_code == 302
    row = Arrival.objects.get()
    assert (row.arrives, row.entrance, row.holding_room) == (datetime(2017, 9, 20, 15), "Delegates' entrance", "Room B")
    assert "Room B" in desk.get(url("arrivals")).content.decode()
    assert Act.objects.get().operation == "set_arrival"


def test_second_of_two_officers_is_shown_what_the_first_saved(desk, event):
    delegate = event.people["Diop"]
    set_arrival(event, delegate, by=None, at=AT, entrance="North")
    row = Arrival.objects.get()
    set_arrival(event, delegate, by=None, at=AT, version=row.version, entrance="South")
    response = desk.post(url("arrival", delegate.uuid), wish(version=row.version))
    assert (response.status_code, "South" in response.content.decode()) == (422, True)
    assert Arrival.objects.get().entrance == "South"


def test_arrival_arranged_meanwhile_is_not_overwritten(event):
    delegate = event.people["Diop"]
    set_arrival(event, delegate, by=None, at=AT, entrance="North")
    with pytest.raises(Stale):
        set_arrival(event, delegate, by=None, at=AT, version=0, entrance="South")


def test_bad_hour_is_told_at_its_field(desk, event):
    response = desk.post(url("arrival", event.people["Diop"].uuid), wish(arrives_time="25:00"))
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["arrives"])


def test_several_leave_after_one_item_by_one_act(desk, event):
    item = Item.objects.order_by("position").first()
    who = [str(one.uuid) for one in event.people.values()]
    desk.post(url("arrivals_leave"), {"who": who, "after": str(item.uuid)})
    assert (Arrival.objects.filter(leaves_after=item).count(), Act.objects.count()) == (2, 1)
    desk.post(url("arrivals_leave"), {"who": [], "after": "x"})
    assert Act.objects.count() == 1


def press(event, **codes):
    data = {}
    for item in Item.objects.filter(segment__event=event):
        data |= {f"press_{item.uuid}": codes.get(item.title["en"][-1], ""), f"version_{item.uuid}": item.version}
    return data


def test_press_is_set_for_all_items_by_one_act(desk, event):
    desk.post(url("arrivals_press"), press(event) | {f"press_{one.uuid}": "open" for one in Item.objects.all()})
    assert (set(Item.objects.values_list("press", flat=True)), Act.objects.count()) == ({"open"}, 1)


def test_press_of_an_item_that_moved_on_saves_nothing(desk, event):
    data = press(event) | {f"press_{one.uuid}": "pool" for one in Item.objects.all()}
    Item.objects.filter(position=1).update(version=9)
    desk.post(url("arrivals_press"), data)
    assert set(Item.objects.values_list("press", flat=True)) == {""}


def kinds(event):
    found = findings(meeting_facts(event.roster), document_languages=("en",))
    return {one.kind for one in found} & {"arrives_late", "leaves_early"}


def test_principal_who_comes_after_their_hour_is_a_finding(event):
    row = factories.arrival(event=event, delegate=event.people["Diop"], arrives=datetime(2017, 9, 20, 16))
    assert kinds(event) == set()
    Arrival.objects.filter(pk=row.pk).update(arrives=datetime(2017, 9, 20, 17))
    assert kinds(event) == {"arrives_late"}


def test_principal_who_leaves_before_they_speak_is_a_finding(event):
    first, second = Item.objects.order_by("position")
    row = factories.arrival(event=event, delegate=event.people["Diop"], leaves_after=first)
    assert kinds(event) == {"leaves_early"}
    Arrival.objects.filter(pk=row.pk).update(leaves_after=second)
    assert kinds(event) == set()


def test_viewer_sees_no_arrivals(client, event):
    client.force_login(factories.user(role="viewer"))
    assert client.get(url("arrivals")).status_code == 403
