"""The calendar of all meetings: of each what was issued last, where everybody may read it, in the order of days."""

from datetime import datetime, timedelta

import icalendar
import pytest

from events.documents.ical import FeedValues, joined
from events.models import IssuedCalendar
from events.operations import all_meetings as operation
from events.operations.issuing import issue_revision
from events.operations.meetings import set_times
from participants.operations.privacy import purge
from tests import factories

AT = factories.AT
pytestmark = pytest.mark.django_db


def meeting(slug, *, day, zone="America/New_York", is_public=True):
    start = datetime(2017, 9, day, 15)
    event = factories.event(
        slug=slug, starts=start, ends=start + timedelta(hours=2), title={"en": slug, "fr": f"{slug} (fr)"},
        is_programme_public=is_public,
    )  # fmt: skip
    type(event.roster).objects.filter(pk=event.roster_id).update(zone=zone)
    event.roster.refresh_from_db()
    factories.item(segment=factories.segment(event=event), title={"en": "Update"})
    return event


def issue(event, *, at=AT):
    return issue_revision(event, standing="provisional", languages=["en"], by=None, at=at)


@pytest.fixture
def two():
    events = [meeting("late", day=21), meeting("early", day=20, zone="Asia/Tokyo")]
    for one in events:
        issue(one)
    return events


def read(client, **query):
    response = client.get("/m/meetings.ics", query)
    return response, icalendar.Calendar.from_ical(response.content) if response.status_code == 200 else None


def titles(calendar):
    return [str(one["SUMMARY"]) for one in calendar.walk("VEVENT")]


def test_public_meetings_come_in_the_order_of_their_days_in_utc(client, two):
    issue(meeting("closed", day=19, is_public=False))
    meeting("draft", day=19)
    response, calendar = read(client)
    assert titles(calendar) == ["early", "late"]
    assert [one["DTSTART"].to_ical() for one in calendar.walk("VEVENT")] == [b"20170920T060000Z", b"20170921T190000Z"]
    assert (str(calendar["NAME"]), calendar.walk("VTIMEZONE")) == ("Meetings", [])
    assert response["Content-Type"] == "text/calendar; charset=utf-8"


def test_entries_are_those_of_the_calendar_of_each(client, two):
    response, _ = read(client)
    for event in two:
        own = client.get(f"/m/{event.roster.slug}/programme-{event.roster.slug}.ics", {"tz": "utc"}).content
        entry = own[own.index(b"BEGIN:VEVENT") : own.index(b"END:VCALENDAR")]
        assert entry in response.content


def test_language_is_that_asked_for_and_english_where_a_meeting_has_none(client, two):
    IssuedCalendar.objects.filter(revision__roster=two[0].roster_id, key__startswith="fr/").delete()
    response, calendar = read(client, lang="fr")
    assert (titles(calendar), str(calendar["NAME"])) == (["early (fr)", "late"], "Réunions")
    assert response["Content-Language"] == "fr"


def test_what_is_known_is_not_sent_again_until_something_is_issued_or_closed(client, two):
    kept = {"if-none-match": read(client)[0]["ETag"]}
    assert client.get("/m/meetings.ics", headers=kept).status_code == 304
    set_times(two[0], starts=two[0].starts, ends=two[0].ends + timedelta(hours=1), by=None, at=AT)
    assert client.get("/m/meetings.ics", headers=kept).status_code == 304
    issue(two[0], at=AT + timedelta(days=1))
    assert client.get("/m/meetings.ics", headers=kept).status_code == 200
    type(two[0]).objects.filter(pk=two[0].pk).update(is_programme_public=False)
    assert titles(read(client)[1]) == ["early"]


def test_purged_meeting_is_gone_and_without_any_there_is_none(client, two):
    for event in two:
        purge(event.roster, by=None, at=AT, is_forced=True)
    assert client.get("/m/meetings.ics").status_code == 404


def test_latest_are_kept_where_there_are_too_many(client, two, monkeypatch):
    monkeypatch.setattr(operation, "MOST_ENTRIES", 1)
    assert titles(read(client)[1]) == ["late"]
    monkeypatch.setattr(operation, "MOST_ENTRIES", 900)
    monkeypatch.setattr(operation, "MOST_BYTES", len(read(client)[0].content) - 1)
    assert titles(read(client)[1]) == ["late"]


def test_whole_days_stand_among_hours_and_a_text_cannot_begin_an_entry():
    about = FeedValues(name="x", uid="x", url="", source="", refresh="PT1H", changed_at=AT)
    hour, day = (
        b"BEGIN:VEVENT\r\nUID:%s\r\nDTSTART%s\r\nDESCRIPTION:BEGIN:VEVENT\r\nEND:VEVENT\r\n" % one
        for one in ((b"a", b":20170920T190000Z"), (b"b", b";VALUE=DATE:20170920"))
    )
    content = b"BEGIN:VCALENDAR\r\n" + hour + day + b"END:VCALENDAR\r\n"
    assert joined([content], about, most=9, most_bytes=9000).endswith(day + hour + b"END:VCALENDAR\r\n")


def test_calendar_costs_the_same_queries_for_two_meetings_and_for_nine(client, two, django_assert_num_queries):
    with django_assert_num_queries(2):
        read(client)
    for number in range(7):
        issue(meeting(f"more-{number}", day=10 + number))
    with django_assert_num_queries(2):
        assert len(titles(read(client)[1])) == 9


def test_page_of_meetings_offers_it_once_there_is_one(client):
    event = meeting("mali", day=20)
    client.force_login(factories.user(role="viewer"))
    assert "meetings.ics" not in client.get("/").content.decode()
    issue(event)
    assert "/m/meetings.ics" in client.get("/").content.decode()
