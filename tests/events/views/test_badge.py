"""Whose badge it is: told to those who may see the meeting, to nobody else."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from events.domain.badges import badge_address, token_of
from tests import factories as make

pytestmark = pytest.mark.django_db


def address(delegate):
    return reverse("events:badge", args=(token_of(str(delegate.uuid)),))


@pytest.fixture
def delegate():
    event = make.event()
    delegation = make.delegation(roster=event.roster, grounds=("host",), status="accepted")
    return make.delegate(delegation=delegation, family_name="Keïta")


def test_the_code_leads_to_the_page(delegate):
    assert badge_address(str(delegate.uuid), "https://x.org") == f"https://x.org{address(delegate)}"


def test_staff_of_the_meeting_see_whose_it_is(client, delegate):
    client.force_login(make.user(role="viewer", roster=delegate.delegation.roster))
    page = client.get(address(delegate)).content.decode()
    assert "Keïta" in page and "Expected at the meeting" in page


def test_page_takes_the_same_queries_however_many_attend(client, delegate):
    client.force_login(make.user(role="viewer", roster=delegate.delegation.roster))
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            client.get(address(delegate))
        counts.append(len(captured))
        for _ in range(20):
            make.delegate(delegation=make.delegation(roster=delegate.delegation.roster))
    assert counts[0] == counts[1]


def test_the_page_says_where_the_person_sits_now(client, delegate):
    event = delegate.delegation.roster.event
    make.segment(event=event, podium=(delegate,))
    make.segment(event=event, position=1)
    make.room(event=event)
    client.force_login(make.user(role="viewer", roster=event.roster))
    page = client.get(address(delegate)).content.decode()
    assert re.findall("<dd>(.*?)</dd>", page) == ["P2-0", "T1-0"]


def test_code_of_a_slip_leads_to_the_delegation_and_its_seat_now(client):
    event = make.event(observer_places=1)
    make.segment(event=event)
    make.room(event=event)
    observer = make.delegation(roster=event.roster, grounds=("observer",), entity=make.entity(en="Ireland"))
    make.request(delegation=observer, place_number=1)
    client.force_login(make.user(role="viewer", roster=event.roster))
    page = client.get(address(observer)).content.decode()
    assert ("Ireland" in page, re.findall("<dd>(.*?)</dd>", page)) == (True, ["O1-0"])
    observer.status = "withdrawn"
    observer.save()
    assert "this slip is not valid" in client.get(address(observer)).content.decode()


def test_strangers_learn_nothing_from_a_slip(client, delegate):
    client.force_login(make.user(role="viewer", roster=make.event().roster))
    assert client.get(address(delegate.delegation)).status_code == 404


def test_a_withdrawn_person_is_told(client, delegate):
    delegate.withdrawn_at = make.AT
    delegate.save()
    client.force_login(make.user(role="viewer", roster=delegate.delegation.roster))
    assert "No longer expected" in client.get(address(delegate)).content.decode()


def test_strangers_learn_nothing(client, delegate):
    answer = client.get(address(delegate))
    assert answer.status_code == 302 and "login" in answer["Location"]
    client.force_login(make.user(role="viewer", roster=make.event().roster))
    assert client.get(address(delegate)).status_code == 404


@pytest.mark.parametrize("token", ["x", "A" * 22, "é" * 22])
def test_unknown_codes_are_not_found(client, token):
    client.force_login(make.user(role="administrator"))
    assert client.get(f"/b/{token}/").status_code == 404
