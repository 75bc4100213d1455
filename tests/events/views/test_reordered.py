"""Two officers put the same list into order: the second is told what the first did, and loses nothing."""

from datetime import UTC, datetime

import pytest

from events.operations.programme import add_item, reorder, withdraw_row
from tests import factories
from tests.events.views.programme import csv, titles, url

pytestmark = pytest.mark.django_db


def test_order_made_from_a_list_that_changed_shows_both_and_loses_nothing(desk, segment, items):
    data = {"version": csv(items), "down": str(items[0].uuid)}
    factories.item(segment=segment, position=3, title={"en": "new"})
    response = desk.post(url("programme_order", "items", segment.uuid), data)
    conflict = response.context["conflict"]
    assert (response.status_code, conflict["now"], conflict["yours"]) == (422, ["a", "b", "c", "new"], ["b", "a", "c"])
    again = {"version": conflict["version"], "order": conflict["order"]}
    desk.post(conflict["url"], again)
    assert titles(segment) == ["b", "a", "c", "new"]


def test_order_made_from_a_list_that_changed_is_told_who_moved_what(desk, segment, items):
    data = {"version": csv(items), "down": str(items[0].uuid)}
    other = {"by": factories.user(name="Aïssa Diarra"), "at": datetime(2017, 9, 20, 14, 5, tzinfo=UTC)}
    reorder(segment, [str(items[place].uuid) for place in (2, 0, 1)], **other)
    withdraw_row(items[1], **other)
    add_item(segment, title={"en": "d"}, kind="other", **other | {"by": None})
    conflict = desk.post(url("programme_order", "items", segment.uuid), data).context["conflict"]
    assert conflict["meanwhile"] == [
        "Aïssa Diarra, 10:05: “c” from place 3 to 1",
        "Aïssa Diarra, 10:05: “b” is no longer there",
        "the program itself, 10:05: “d” came to place 3",
    ]
    assert (conflict["now"], conflict["yours"]) == (["c", "a", "d"], ["b", "a", "c"])


def test_item_dragged_into_a_part_that_changed_still_comes_there_by_ones_own_order(desk, event, segment, items):
    other = factories.segment(event=event, position=1)
    there = factories.item(segment=other, title={"en": "there"})
    data = {"version": str(there.uuid), "order": f"{items[1].uuid},{there.uuid}", "moved": str(items[1].uuid)}
    add_item(other, title={"en": "new"}, kind="other", by=None, at=factories.AT)
    conflict = desk.post(url("programme_order", "items", other.uuid), data).context["conflict"]
    desk.post(conflict["url"], {"version": conflict["version"], "order": conflict["order"]})
    assert (titles(segment), titles(other)) == (["a", "c"], ["b", "there", "new"])


def test_order_from_a_list_that_never_was_is_answered_with_the_newest_change(desk, segment, items):
    reorder(segment, [str(one.uuid) for one in reversed(items)], by=None, at=factories.AT)
    data = {"version": f"x,{items[0].uuid}", "order": csv(items)}
    conflict = desk.post(url("programme_order", "items", segment.uuid), data).context["conflict"]
    assert len(conflict["meanwhile"]) == 1


def test_page_shows_what_was_done_and_offers_ones_own_order(desk, segment, items):
    data = {"version": csv(items), "down": str(items[0].uuid)}
    reorder(segment, [str(one.uuid) for one in (items[2], items[0], items[1])], by=None, at=factories.AT)
    html = desk.post(url("programme_order", "items", segment.uuid), data).content.decode()
    assert "“c” from place 3 to 1" in html
    assert "Put them in my order" in html


@pytest.mark.parametrize("kind", ["segments", "speeches"])
def test_order_of_parts_and_of_speakers_is_told_alike(desk, event, segment, items, kind):
    home = factories.delegation(roster=event.roster)
    parts = [segment, factories.segment(event=event, position=1)]
    heads = [factories.delegate(delegation=home, role="adviser") for _ in range(2)]
    talks = [
        factories.speech(item=items[0], delegation=home, delegate=one, position=place)
        for place, one in enumerate(heads)
    ]
    parent, rows = (event, parts) if kind == "segments" else (items[0], talks)
    reorder(parent, [str(row.uuid) for row in reversed(rows)], by=None, at=factories.AT)
    data = {"version": csv(rows), "down": str(rows[0].uuid)}
    conflict = desk.post(url("programme_order", kind, parent.uuid), data).context["conflict"]
    assert [one.count("from place 2 to 1") for one in conflict["meanwhile"]] == [1]
