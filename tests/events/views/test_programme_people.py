"""Who presides, and the podium: an ordered list saved once."""

import pytest
from django.urls import reverse

from tests import factories
from tests.events.views.programme import csv

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return factories.event(slug="mali")


@pytest.fixture
def people(event):
    home = factories.delegation(roster=event.roster, entity=factories.entity(en="Mali"))
    return [
        factories.delegate(delegation=home, role="adviser", family_name=name) for name in ("Alpha", "Beta", "Gamma")
    ]


@pytest.fixture
def segment(event, people):
    return factories.segment(event=event, chairs=people[:2])


@pytest.fixture
def post(client, segment):
    client.force_login(factories.user(role="protocol_officer"))
    address = reverse("events:segment_chairs", args=["mali", segment.uuid])

    def post(shown, order, **data):
        return client.post(address, {"version": csv(shown), "order": csv(order)} | data)

    return post


def chairs(segment):
    return [row.delegate.family_name for row in segment.chairs.order_by("position")]


def listed(response):
    return [label.split()[2] for _uuid, label in response.context["rows"]]


def test_list_is_changed_on_the_page_without_being_saved(post, segment, people):
    both = people[:2]
    assert listed(post(both, both, down=str(people[0].uuid))) == ["Beta", "Alpha"]
    assert listed(post(both, both, drop=str(people[0].uuid))) == ["Beta"]
    assert listed(post(both, both, add="1", person="gamma")) == ["Alpha", "Beta", "Gamma"]
    assert listed(post(both, both, enter="1", person="gamma")) == ["Alpha", "Beta", "Gamma"]
    assert listed(post(both, both, **{f"place-{people[1].uuid}": "1"})) == ["Beta", "Alpha"]
    assert chairs(segment) == ["Alpha", "Beta"]


def test_saved_list_is_the_one_on_the_page(post, segment, people):
    response = post(people[:2], [people[2], people[0]], save="1")
    assert (response.status_code, chairs(segment)) == (302, ["Gamma", "Alpha"])


def test_person_who_is_not_found_is_asked_for_again(post, people):
    response = post(people[:2], people[:2], add="1", person="Nobody")
    assert (response.status_code, listed(response)) == (422, ["Alpha", "Beta"])


def test_list_that_changed_meanwhile_is_shown_beside_yours(post, segment, people):
    segment.chairs.filter(delegate=people[0]).delete()
    response = post(people[:2], [people[2]], save="1")
    assert (response.status_code, listed(response), chairs(segment)) == (422, ["Gamma"], ["Beta"])
    assert response.context["now"] == ["Ibrahim Boubacar Beta (Mali)"]
    post(people[1:2], [people[2]], save="1")
    assert chairs(segment) == ["Gamma"]


def test_delegates_of_other_meetings_are_left_out(post, segment, people):
    stranger = factories.delegate(delegation=factories.delegation(roster=factories.roster()))
    post(people[:2], [stranger, people[0]], save="1")
    assert chairs(segment) == ["Alpha"]


@pytest.mark.parametrize("name", ["segment_chairs", "segment_podium"])
def test_reader_may_not_change_who_sits_where(client, segment, name):
    client.force_login(factories.user(role="viewer"))
    assert client.get(reverse(f"events:{name}", args=["mali", segment.uuid])).status_code == 403
