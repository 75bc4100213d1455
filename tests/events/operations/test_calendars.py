"""Calendars over revisions: identities for ever, sequences that rise for what changed alone, bytes that stay."""

from datetime import datetime, timedelta

import icalendar
import pytest

from events.models import IssuedCalendar, Revision
from events.operations.calendars import calendar_of, issued_calendar, issued_own_calendar
from events.operations.feeds import make_feed
from events.operations.issuing import issue_revision
from events.operations.programme import change_row, reorder, restore_row, set_chairs, withdraw_row
from events.queries import meeting_facts
from tests import factories
from tests.meeting_facts import item, meeting, segment

AT = factories.AT
pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    event = factories.event(slug="mali")
    part = factories.segment(event=event, title={"en": "Opening"})
    delegation = factories.delegation(roster=event.roster)
    for number in range(3):
        row = factories.item(segment=part, position=number, duration_minutes=10, title={"en": f"Item {number}"})
        role = "alternate" if number else "head"
        person = factories.delegate(delegation=delegation, role=role, given_names="Ann", family_name=f"Person{number}")
        factories.speech(item=row, delegation=delegation, delegate=person, planned_minutes=5)
    return event


class Issues:
    """A meeting issued again and again; each issue an hour later than the one before."""

    def __init__(self, event):
        self.event, self.at = event, AT

    def __call__(self, detail="items", **options):
        self.at += timedelta(hours=1)
        self.revision = issue_revision(
            self.event, standing="provisional", languages=["en"], by=None, at=self.at, **options
        )
        return self.entries(detail)

    def entries(self, detail="items"):
        return read(issued_calendar(self.revision, detail=detail, language="en"))

    def own(self, delegate):
        if not delegate.feeds.exists():
            make_feed(self.event, by=None, at=self.at, delegate=delegate)
        return read(issued_own_calendar(self.revision, str(delegate.uuid), language="en"))


@pytest.fixture
def issue(event):
    return Issues(event)


def read(row):
    content = bytes(IssuedCalendar.objects.defer(None).get(pk=row.pk).content)
    return {str(one["UID"]): one for one in icalendar.Calendar.from_ical(content).walk("VEVENT")}


def numbers(entries):
    """Sequence and status by what the entry is of."""
    return {str(one["SUMMARY"]).split(": ")[-1]: (int(one["SEQUENCE"]), str(one["STATUS"])) for one in entries.values()}


def rows(event):
    return list(event.segments.get().items.order_by("position"))


def test_first_issue_numbers_everything_zero(issue):
    assert set(numbers(issue()).values()) == {(0, "CONFIRMED")}


def test_issue_of_the_same_changes_no_sequence_and_no_instant(issue):
    before, after = issue(), issue()
    assert {uid: one.to_ical() for uid, one in before.items()} == {uid: one.to_ical() for uid, one in after.items()}


def test_what_changed_has_a_higher_sequence_and_nothing_else(issue, event):
    issue()
    change_row(rows(event)[2], by=None, at=AT, title={"en": "Renamed"})
    assert numbers(issue()) == {"Item 0": (0, "CONFIRMED"), "Item 1": (0, "CONFIRMED"), "Renamed": (1, "CONFIRMED")}


def test_drafts_raise_nothing_however_often_they_change(issue, event):
    issue()
    for name in ("A", "B", "Item 0"):
        change_row(rows(event)[0], by=None, at=AT, title={"en": name})
    assert set(numbers(issue()).values()) == {(0, "CONFIRMED")}


def test_move_keeps_identities_and_raises_those_that_moved(issue, event):
    before = issue()
    uuids = [str(one.uuid) for one in rows(event)]
    reorder(event.segments.get(), [uuids[1], uuids[0], uuids[2]], by=None, at=AT)
    after = issue()
    assert before.keys() == after.keys()
    assert [one for one, _ in numbers(after).values()].count(1) == 2


def test_item_taken_out_stays_as_cancelled_and_comes_back_above_it(issue, event):
    before = issue()
    gone = rows(event)[2]
    withdraw_row(gone, by=None, at=AT)
    cancelled = issue()
    assert before.keys() == cancelled.keys()
    assert numbers(cancelled)["Item 2"] == (1, "CANCELLED")
    entry = cancelled[f"item-{gone.uuid}@{next(iter(before)).split('@')[1]}"]
    assert (str(entry["SUMMARY"]).startswith("CANCELLED: "), str(entry["TRANSP"])) == (True, "TRANSPARENT")
    restore_row(gone, by=None, at=AT)
    assert numbers(issue())["Item 2"] == (2, "CONFIRMED")


def test_cancelled_entry_does_not_change_while_others_do(issue, event):
    issue()
    withdraw_row(rows(event)[2], by=None, at=AT)
    first = issue()
    change_row(rows(event)[0], by=None, at=AT, title={"en": "Renamed"})
    second = issue()
    uid = next(one for one, entry in first.items() if str(entry["STATUS"]) == "CANCELLED")
    assert first[uid].to_ical() == second[uid].to_ical()


def test_cancelled_entries_go_at_an_issue_a_month_after_the_meeting(issue, event):
    issue()
    withdraw_row(rows(event)[2], by=None, at=AT)
    issue()
    issue.at = datetime.fromisoformat("2017-10-21T22:00:00+00:00")
    assert "CANCELLED" not in {status for _, status in numbers(issue()).values()}


def test_speaker_replaced_has_the_slot_struck_and_the_other_gets_one(issue, event):
    issue()
    speech = rows(event)[0].speeches.get()
    old = speech.delegate
    new = factories.delegate(delegation=speech.delegation, role="alternate", family_name="Successor")
    change_row(speech, by=None, at=AT, delegate=new)
    issue()
    assert [(int(one["SEQUENCE"]), str(one["STATUS"])) for one in issue.own(old).values()] == [(1, "CANCELLED")]
    assert [(int(one["SEQUENCE"]), str(one["STATUS"])) for one in issue.own(new).values()] == [(1, "CONFIRMED")]
    assert issue.own(old).keys() == issue.own(new).keys() == {f"slot-{speech.uuid}@meetings.example.org"}


def test_own_calendar_names_nobody_else_and_is_private(issue, event):
    issue()
    speech = rows(event)[0].speeches.get()
    set_chairs(event.segments.get(), [speech.delegate], by=None, at=AT)
    issue()
    entries = issue.own(speech.delegate)
    text = "".join(one.to_ical().decode() for one in entries.values())
    assert (len(entries), "Person1" in text, "Person0" in text) == (2, False, False)
    assert {str(one["CLASS"]) for one in entries.values()} == {"PRIVATE"}


def test_own_slot_that_moved_keeps_its_identity_with_a_higher_sequence(issue, event):
    issue()
    speaker = rows(event)[2].speeches.get().delegate
    before = issue.own(speaker)
    change_row(rows(event)[0], by=None, at=AT, duration_minutes=20)
    issue()
    after = issue.own(speaker)
    assert before.keys() == after.keys()
    assert [int(one["SEQUENCE"]) for one in after.values()] == [1]


def test_day_that_falls_away_is_cancelled():
    event = factories.event(slug="two", starts=datetime(2017, 9, 20, 9), ends=datetime(2017, 9, 21, 17))
    days = [
        factories.segment(
            event=event, position=n, starts=datetime(2017, 9, 20 + n, 9), ends=datetime(2017, 9, 20 + n, 17)
        )
        for n in range(2)
    ]
    issue = Issues(event)
    before = issue("meeting")
    withdraw_row(days[1], by=None, at=AT)
    type(event).objects.filter(pk=event.pk).update(ends=datetime(2017, 9, 20, 17))
    event.refresh_from_db()
    after = issue("meeting")
    assert (len(before), before.keys()) == (2, after.keys())
    assert [str(one["STATUS"]) for one in after.values()] == ["CONFIRMED", "CANCELLED"]


def test_bytes_are_kept_and_read_again(issue):
    issue()
    first = issued_calendar(issue.revision, detail="items", language="en")
    again = issued_calendar(issue.revision, detail="items", language="en")
    assert (first.pk, first.digest) == (again.pk, again.digest)


def test_calendar_to_follow_says_what_it_is(issue, event):
    type(event).objects.filter(pk=event.pk).update(is_programme_public=True)
    issue()
    row = issued_calendar(issue.revision, detail="items", language="fr")
    text = bytes(row.content).decode().replace("\r\n ", "")
    lines = text.split("\r\n")
    assert f"UID:calendar-{event.uuid}-items-fr@" in text
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT1H" in lines
    assert [one for one in lines if one.startswith("SOURCE;VALUE=URI:")][0].endswith(
        "/m/mali/programme-mali.ics?detail=items&lang=fr"
    )
    assert [one.split(":")[0] for one in lines if one.startswith(("NAME", "X-WR-CALNAME"))] == ["NAME", "X-WR-CALNAME"]
    assert {"METHOD", "ORGANIZER", "ATTENDEE"} & {one.split(":")[0].split(";")[0] for one in lines} == set()


def test_secret_programme_tells_no_address(issue):
    issue()
    assert b"SOURCE" not in bytes(issued_calendar(issue.revision, detail="items", language="en").content)


def test_issue_on_the_day_asks_to_be_read_more_often(issue):
    issue.at = datetime.fromisoformat("2017-09-20T13:00:00+00:00")
    issue()
    assert b"PT15M" in bytes(issued_calendar(issue.revision, detail="meeting", language="en").content)


def many(count):
    return meeting(segment(*(item(minutes=1, kind="other") for _ in range(count))), end="23:59")


def test_nine_hundred_items_are_told_and_one_more_is_not():
    told, reduced = (calendar_of(many(count), [], detail="items", language="en") for count in (900, 901))
    assert (len(told.values.entries), told.detail, reduced.detail) == (900, "items", "sittings")


def test_page_and_feed_say_the_same(issue, event):
    entries = issue()
    whole = Revision.objects.defer(None).get(pk=issue.revision.pk)
    told = calendar_of(meeting_facts(event.roster), whole.cancelled, detail="items", language="en")
    assert [one.uid for one in told.values.entries] == list(entries)
