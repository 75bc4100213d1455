"""The pages of the open points."""

from datetime import datetime

import pytest
from django.urls import reverse

from events.models import Event, OpenPoint
from tests import factories

pytestmark = pytest.mark.django_db
OPTION = {
    "label": {"en": "Until 16:00", "fr": "Jusqu'à 16 h"},
    "operation": "set_times",
    "arguments": {"starts": "2017-09-20T15:30", "ends": "2017-09-20T16:00", "segments": []},
}


def url(name, *args):
    return reverse(f"events:{name}", args=["mali", *args])


def codes(response):
    return [point.code for point in response.context["points"]]


def test_open_points_come_worst_first_and_filters_say_what_they_leave_out(desk, event):
    factories.open_point(event=event, code="low", severity="low", position=0)
    factories.open_point(event=event, code="high", severity="high", position=1, blocks=["text"])
    factories.open_point(event=event, code="done", resolved_at=factories.AT)
    assert codes(desk.get(url("open_points"))) == ["high", "low"]
    assert codes(desk.get(url("open_points"), {"state": "settled"})) == ["done"]
    response = desk.get(url("open_points"), {"state": "all", "blocks": "text"})
    assert (codes(response), response.context["count"]) == (["high"], 3)
    assert response.context["chips"] == [("Concept note", "?state=all")]


@pytest.mark.parametrize("query", [{"state": "x"}, {"severity": "worst"}, {"blocks": "<b>"}])
def test_filter_that_is_none_leaves_nothing_out(desk, event, query):
    factories.open_point(event=event, code="one")
    assert codes(desk.get(url("open_points"), query)) == ["one"]


@pytest.mark.parametrize("count", [1, 30])
def test_list_asks_the_same_number_of_queries_whatever_the_size(desk, event, count, django_assert_num_queries):
    for _number in range(count):
        factories.open_point(event=event)
    with django_assert_num_queries(5):
        desk.get(url("open_points"))


def test_option_shows_what_would_change_and_settles_the_point(desk, event):
    point = factories.open_point(event=event, code="S1-01", options=[OPTION])
    response = desk.get(url("open_point", point.uuid))
    [option] = response.context["options"]
    assert option["differences"] == [{"what": "end of the meeting", "before": "18:00", "after": "16:00"}]
    desk.post(url("open_point_option", point.uuid, 0), {"version": "1", "seen": option["seen"]})
    event.refresh_from_db()
    point.refresh_from_db()
    assert (event.ends, point.resolution) == (datetime(2017, 9, 20, 16), "Until 16:00")


def test_option_of_an_old_page_asks_to_decide_again(desk, event):
    point = factories.open_point(event=event, options=[OPTION])
    Event.objects.filter(pk=event.pk).update(version=2)
    response = desk.post(url("open_point_option", point.uuid, 0), {"version": "1", "seen": "1"}, follow=True)
    point.refresh_from_db()
    assert point.resolved_at is None
    assert "decide again" in response.content.decode()


def test_option_needs_the_right_to_make_its_change(client, event):
    client.force_login(factories.user(role="rapporteur"))
    point = factories.open_point(event=event, options=[OPTION])
    assert "Settle with this" not in client.get(url("open_point", point.uuid)).content.decode()
    client.post(url("open_point_option", point.uuid, 0), {"version": "1", "seen": "1"})
    point.refresh_from_db()
    assert point.resolved_at is None


def test_point_is_settled_in_words_and_opened_again(desk, event):
    point = factories.open_point(event=event)
    desk.post(url("open_point_settle", point.uuid), {"version": "1", "resolution": "The mission confirmed it"})
    point.refresh_from_db()
    assert point.resolution == "The mission confirmed it"
    desk.post(url("open_point_reopen", point.uuid), {"version": point.version})
    point.refresh_from_db()
    assert point.resolved_at is None


def test_point_settled_meanwhile_shows_both_ways(desk, event):
    point = factories.open_point(event=event)
    OpenPoint.objects.filter(pk=point.pk).update(version=2, resolved_at=factories.AT, resolution="Theirs")
    response = desk.post(url("open_point_settle", point.uuid), {"version": "1", "resolution": "Mine"})
    [error] = response.context["form"].errors["resolution"]
    assert error == "Somebody changed this meanwhile. Now: Theirs. Yours: Mine."


def test_point_must_be_settled_in_some_words(desk, event):
    point = factories.open_point(event=event)
    response = desk.post(url("open_point_settle", point.uuid), {"version": "1", "resolution": "  "})
    assert (response.status_code, response.context["form"].errors) == (422, {"resolution": ["Fill this in."]})


def test_point_is_added_once_and_changed(desk, event):
    identity = desk.get(url("open_point_add")).context["form"]["uuid"].value()
    data = {"uuid": identity, "code": "P-01", "severity": "high", "finding_en": "Who presides?", "blocks": ["person"]}
    answers = [desk.post(url("open_point_add"), data) for _number in range(2)]
    point = OpenPoint.objects.get()
    assert ([one.status_code for one in answers], point.blocks) == ([302, 302], ["person"])
    desk.post(url("open_point_edit", point.uuid), data | {"version": "1", "blocks": []})
    point.refresh_from_db()
    assert point.blocks == []


@pytest.mark.parametrize("name", ["open_point_edit", "open_point_settle", "open_point_reopen"])
def test_viewer_settles_nothing(client, event, name):
    client.force_login(factories.user(role="viewer"))
    point = factories.open_point(event=event)
    assert client.post(url(name, point.uuid)).status_code == 403
    assert client.get(url("open_point", point.uuid)).status_code == 200
