"""The front page of a meeting answers its five questions."""

from datetime import datetime

import pytest
from django.urls import reverse

from events.models import Event
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return factories.event(slug="mali", observer_places=2, has_segment=True)


@pytest.fixture
def page(client, event):
    client.force_login(factories.user(role="viewer"))
    return lambda: client.get(reverse("events:overview", args=["mali"]))


def test_findings_come_worst_first_each_with_its_cure(page, event):
    found = page().context["first_findings"]
    assert [one["severity"] for one in found] == sorted(
        (one["severity"] for one in found), key=["high", "medium", "low"].index
    )
    assert all(one["url"].startswith("/meetings/mali/") for one in found)
    assert "No room is chosen." in [one["sentence"] for one in found]


@pytest.mark.parametrize(("role", "is_told"), [("desk_officer", True), ("viewer", False)])
def test_late_arrival_is_told_to_those_alone_who_may_see_arrivals(client, page, event, role, is_told):
    chair = factories.delegate(delegation=factories.delegation(roster=event.roster))
    factories.segment(event=event, chairs=(chair,), position=1)
    factories.arrival(delegate=chair, arrives=datetime(2017, 9, 20, 16, 10))
    client.force_login(factories.user(role=role))
    assert ("arrives" in page().content.decode()) == is_told


def test_replies_are_counted_by_ground(page, event):
    factories.delegation(roster=event.roster, grounds=("host",), status="accepted")
    factories.delegation(roster=event.roster, grounds=("host",), status="regrets")
    context = page().context
    assert [(one.ground, one.accepted, one.regrets) for one in context["replies"]] == [("host", 1, 1)]
    assert context["total"].total == 2


def test_observer_places_are_granted_waiting_and_free(page, event):
    for number in (1, None, None):
        observer = factories.delegation(roster=event.roster, grounds=("observer",))
        factories.request(delegation=observer, place_number=number)
    seats = page().context["seats"]
    assert {name: seats[name] for name in ("places", "granted", "waiting", "free")} == {
        "places": 2, "granted": 1, "waiting": 2, "free": 1,
    }  # fmt: skip


def test_programme_that_is_too_long_says_by_how_much(page, event):
    factories.item(segment=event.segments.get(), kind="other", duration_minutes=160)
    response = page()
    assert response.context["end"]["computed"] == {"clock": "18:10", "day": "", "wall": datetime(2017, 9, 20, 18, 10)}
    assert "10 minutes too long" in response.content.decode()


def test_end_on_another_day_says_so(page, event):
    Event.objects.update(ends=datetime(2017, 9, 21, 1))
    factories.item(segment=event.segments.get(), kind="other", duration_minutes=60)
    end = page().context["end"]
    assert [(end[name]["clock"], end[name]["day"]) for name in ("computed", "hard")] == [
        ("16:30", "20 September 2017"), ("01:00", "21 September 2017"),
    ]  # fmt: skip


def test_occasion_is_a_sentence_whose_french_contracts(page, event, client):
    Event.objects.update(in_margins_of={"en": "the general debate", "fr": "le débat général"})
    assert "In the margins of the general debate" in page().content.decode()
    client.force_login(factories.user(role="viewer", language="fr"))
    assert "En marge du débat général" in page().content.decode()


def test_open_point_on_the_times_makes_them_provisional(page, event):
    assert "PROVISIONAL" not in page().content.decode()
    factories.open_point(event=event, blocks=("time",))
    assert "PROVISIONAL" in page().content.decode()


def test_page_takes_the_same_queries_for_any_size(page, event, django_assert_max_num_queries):
    part = event.segments.get()
    factories.delegation(roster=event.roster)
    with django_assert_max_num_queries(40) as small:
        page()
    for number in range(30):
        one = factories.delegation(roster=event.roster)
        factories.delegate(delegation=one)
        factories.speech(item=factories.item(segment=part, position=number), delegation=one)
        factories.objective(event=event, position=number)
    with django_assert_max_num_queries(len(small)):
        page()
