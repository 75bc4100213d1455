"""The registration desk's pages: terms, second places, releases, and what staff decide of one request."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from participants.models import Act, ObserverPlace, Roster
from participants.operations.desk import change_desk
from participants.operations.observers import set_observer_places
from tests import factories

pytestmark = pytest.mark.django_db
AT = factories.AT


@pytest.fixture
def event():
    return factories.event(slug="mali", observer_places=2)


@pytest.fixture
def desk(client, event):
    client.force_login(factories.user(role="protocol_officer"))
    return client


def url(name, *args):
    return reverse(f"events:{name}", args=["mali", *args])


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def observer(event, *, number=None, minutes=0, **fields):
    row = factories.delegation(roster=event.roster, grounds=("observer",), status="accepted")
    return factories.request(delegation=row, place_number=number, received_at=AT + timedelta(minutes=minutes), **fields)


def shown(page, **fields):
    """What the form of the terms would send back, changed by `fields`."""
    return (
        {"registration": "closed", "most_places": "1", "reserve_places": "0", "is_position_shown": "on"}
        | {"version": page.context["form"].initial["version"]}
        | fields
    )


def held(request):
    return list(ObserverPlace.objects.filter(request=request).values_list("number", flat=True))


def test_terms_are_set_with_their_reason(desk, event):
    page = desk.get(url("desk"))
    later = timezone.now() + timedelta(days=2)
    fields = {"registration": "timed", "closes_at_date": later.date().isoformat(), "closes_at_time": "12:00"}
    response = desk.post(url("desk"), shown(page, most_places="2", why="Agreed", **fields))
    roster = Roster.objects.get()
    assert (response.status_code, roster.registration, roster.most_places) == (302, "timed", 2)
    assert roster.closes_at.date() == later.date()
    assert Act.objects.get().why == "Agreed"


def test_terms_in_the_past_are_refused_at_each_field_and_nothing_is_saved(desk, event):
    page = desk.get(url("desk"))
    fields = {f"{name}_{part}": value for name in ("release_at", "cutoff_at")
              for part, value in (("date", "2017-09-01"), ("time", "12:00"))}  # fmt: skip
    response = desk.post(url("desk"), shown(page, most_places="99", **fields))
    assert set(response.context["form"].errors) == {"most_places"}
    response = desk.post(url("desk"), shown(page, most_places="2", **fields))
    errors = response.context["form"].errors
    assert (set(errors), errors["cutoff_at"]) == ({"release_at", "cutoff_at"}, ["This instant has passed already."])
    assert Roster.objects.get().most_places == 1


def test_terms_that_somebody_changed_meanwhile_show_both(desk, event):
    page = desk.get(url("desk"))
    change_desk(event.roster, most_places=3, by=None, at=AT)
    response = desk.post(url("desk"), shown(page, most_places="2"))
    form = response.context["form"]
    assert form.errors["most_places"] == ["Somebody changed this meanwhile. Now: 3. Yours: 2."]
    assert desk.post(url("desk"), form.data).status_code == 302
    assert Roster.objects.get().most_places == 2


def test_second_places_are_released_by_a_press(desk, event):
    change_desk(event.roster, most_places=2, by=None, at=AT)
    request = observer(event, number=1, places_asked=2)
    response = desk.post(url("desk_seconds"))
    assert (response.status_code, held(request)) == (302, [1, 2])
    assert any("has observer place 2" in words for words in said(response))


def test_places_of_a_silent_delegation_are_released_and_taken_back(desk, event):
    delegation = factories.delegation(roster=event.roster, entity=factories.entity(en="Chad"))
    refused = desk.post(url("desk_release"), {"release-why": ""})
    assert set(refused.context["release_form"].errors) == {"why", "delegations"}
    desk.post(url("desk_release"), {"release-why": "Silent", "release-delegations": [str(delegation.uuid)]})
    assert Roster.objects.get().observer_places == 4
    assert "Chad: 2 places" in desk.get(url("desk")).content.decode()
    response = desk.post(url("desk_take_back", delegation.uuid))
    assert said(response)[0].startswith("Chad has its places again.")
    assert Roster.objects.get().observer_places == 2


def test_request_says_where_it_stands_and_why(desk, event):
    for number in (1, 2):
        observer(event, number=number)
    waiting = observer(event, minutes=5)
    page = desk.get(url("observer_request", waiting.uuid))
    assert "Every observer place is granted (2 in all); this request is number 1" in page.content.decode()
    assert page.context["link"].startswith("http")


def test_order_is_changed_with_a_reason_by_position(desk, event):
    first, second, third = (observer(event, minutes=n) for n in range(3))
    set_observer_places(event.roster, number=0, by=None, at=AT)
    page = desk.get(url("observer_request", third.uuid))
    fields = {"do": "line", "line-position": "1", "line-shown": page.context["line_form"].initial["shown"]}
    refused = desk.post(url("observer_request", third.uuid), fields | {"line-why": ""})
    assert refused.context["line_form"].errors["why"] == ["Give the reason; it is kept with the decision."]
    assert desk.post(url("observer_request", third.uuid), fields | {"line-why": "Wish"}).status_code == 302
    third.refresh_from_db()
    assert third.line == 1
    moved = desk.post(url("observer_request", first.uuid), fields | {"line-why": "Wish"})
    assert "changed meanwhile" in str(moved.context["line_form"].errors["__all__"])


def test_place_of_the_reserve_is_granted_by_hand_once(desk, event):
    change_desk(event.roster, reserve_places=2, by=None, at=AT)
    waiting = observer(event)
    page = desk.get(url("observer_request", waiting.uuid))
    fields = {"do": "grant", "grant-why": "Minister", "grant-from_reserve": "on"}
    fields["grant-version"] = page.context["grant_form"].initial["version"]
    assert desk.post(url("observer_request", waiting.uuid), fields).status_code == 302
    assert held(waiting) == [1]
    again = desk.post(url("observer_request", waiting.uuid), fields)
    assert again.status_code == 200
    assert held(waiting) == [1]


def test_maximum_of_a_request_is_raised_with_a_reason(desk, event):
    change_desk(event.roster, seconds_released_at=AT, by=None, at=AT)
    request = observer(event, number=1)
    fields = {"do": "terms", "terms-places_asked": "2", "terms-most_places": "2", "terms-why": "Two ministers"}
    desk.post(url("observer_request", request.uuid), fields | {"terms-version": str(request.version)})
    assert held(request) == [1, 2]


def test_pages_are_in_french(client, event):
    client.force_login(factories.user(role="desk_officer", language="fr"))
    waiting = observer(event)
    assert "Conditions d" in client.get(url("desk")).content.decode()
    assert "Combien de places" in client.get(url("observer_request", waiting.uuid)).content.decode()
