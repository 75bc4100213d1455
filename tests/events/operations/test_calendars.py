"""Calendars over revisions: identities for ever, sequences that rise for what changed alone, bytes that stay."""

import random
from datetime import datetime, timedelta

import icalendar
import pytest
from django.utils.translation import override

from events.domain.items import DETAILS
from events.issued import revision_facts
from events.models import IssuedCalendar, Revision
from events.operations import calendars
from events.operations.calendars import (
    calendar_of,
    issued_calendar,
    issued_own_calendar,
    keep_calendars,
    language_of,
    told_detail,
)
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


REVISION = ("DTSTAMP:", "LAST-MODIFIED:", "SEQUENCE:")


def content(entry):
    text = entry.to_ical().decode().replace("\r\n ", "")
    return [line for line in text.split("\r\n") if not line.startswith(REVISION)]


def move(event, luck):
    uuids = [str(one.uuid) for one in rows(event) if one.withdrawn_at is None]
    luck.shuffle(uuids)
    reorder(event.segments.get(), uuids, by=None, at=AT)


def rename(event, luck):
    change_row(luck.choice(rows(event)), by=None, at=AT, title={"en": f"Item {luck.randrange(5)}"})


def cancel(event, luck):
    here = [one for one in rows(event) if one.withdrawn_at is None]
    if len(here) > 1:
        withdraw_row(luck.choice(here), by=None, at=AT)


def restore(event, luck):
    gone = [one for one in rows(event) if one.withdrawn_at is not None]
    if gone:
        restore_row(luck.choice(gone), by=None, at=AT)


def replace_speaker(event, luck):
    people = list(event.roster.delegations.get().delegates.order_by("pk"))
    change_row(luck.choice(rows(event)).speeches.get(), by=None, at=AT, delegate=luck.choice(people))


CHANGES = (move, rename, cancel, restore, replace_speaker)


def every_calendar(issue, event):
    """Each entry of each calendar of the current issue, by the calendar and its uid."""
    people = event.roster.delegations.get().delegates.order_by("pk")
    told = {detail: issue.entries(detail) for detail in DETAILS}
    told |= {str(person.uuid): issue.own(person) for person in people}
    return {(name, uid): entry for name, entries in told.items() for uid, entry in entries.items()}


@pytest.mark.parametrize("seed", range(6))
def test_sequence_rises_for_what_changed_and_for_nothing_else(issue, event, seed):
    luck, seen = random.Random(seed), {}  # noqa: S311 - any order will do, the same each time
    for _ in range(8):
        issue()
        for key, entry in every_calendar(issue, event).items():
            before = seen.get(key)
            if before is not None and content(before) == content(entry):
                assert before.to_ical() == entry.to_ical()
            elif before is not None:
                assert entry["SEQUENCE"] > before["SEQUENCE"]
                assert entry["DTSTAMP"].dt > before["DTSTAMP"].dt
            seen[key] = entry
        assert seen.keys() == every_calendar(issue, event).keys()
        luck.choice(CHANGES)(event, luck)


def test_speech_has_one_sequence_whoever_speaks(issue, event):
    speech, seen = rows(event)[0].speeches.get(), []
    for person in event.roster.delegations.get().delegates.order_by("pk"):
        change_row(speech, by=None, at=AT, delegate=person)
        issue()
        (entry,) = [one for uid, one in issue.own(person).items() if str(speech.uuid) in uid]
        seen.append(int(entry["SEQUENCE"]))
    assert seen == [0, 1, 2]


def test_issue_keeps_every_calendar_and_looking_makes_none(issue, event):
    type(event.roster).objects.filter(pk=event.roster.pk).update(document_languages=["en", "fr", "ar"])
    issue()
    kept = set(IssuedCalendar.objects.values_list("key", flat=True))
    assert len(kept) == 3 * len(DETAILS) * 2
    issue.entries("items")
    assert set(IssuedCalendar.objects.values_list("key", flat=True)) == kept


def test_language_that_was_not_issued_is_answered_in_english(issue):
    issue()
    assert language_of(issued_calendar(issue.revision, detail="items", language="ar")) == "en"


def test_bytes_do_not_depend_on_who_speaks_to_the_program(issue):
    issue()
    with override("fr"):
        issue.revision.calendars.all().delete()
        keep_calendars(Revision.objects.defer(None).get(pk=issue.revision.pk), revision_facts(issue.revision))
    english = issued_calendar(issue.revision, detail="items", language="en")
    assert b"CATEGORIES:Statement" in bytes(english.content)


def test_items_too_large_to_be_read_are_told_by_sittings(issue, event, monkeypatch):
    monkeypatch.setattr(calendars, "MOST_BYTES", 1500)
    issue()
    row = issued_calendar(issue.revision, detail="items", language="en")
    assert (told_detail(row), bytes(row.content).count(b"BEGIN:VEVENT")) == ("sittings", 1)
    assert told_detail(issued_calendar(issue.revision, detail="sittings", language="en")) == "sittings"


def test_cancelled_entries_count_among_the_nine_hundred(issue, event):
    issue()
    withdraw_row(rows(event)[2], by=None, at=AT)
    issue()
    cancelled = Revision.objects.defer(None).get(pk=issue.revision.pk).cancelled
    assert calendar_of(many(900), cancelled, detail="items", language="en").detail == "sittings"


def test_address_made_after_an_issue_is_served_from_it(issue, event):
    issue()
    person = rows(event)[0].speeches.get().delegate
    assert [str(one["SUMMARY"]) for one in issue.own(person).values()] == ["You speak: Item 0"]
