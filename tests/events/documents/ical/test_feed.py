"""A calendar to follow, as raw bytes: what it says of itself, and that no text leaves its line."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import icalendar
import pytest

from events.documents.ical import FeedValues, calendar_values, kept_after, kept_entries, render_feed
from events.domain.items import DETAILS
from tests.meeting_facts import clock, item, meeting, segment

ROOT = Path(__file__).parents[4]
SITE = {"domain": "meetings.example.org", "public_url": "https://planner.example.org"}
AT = datetime(2017, 9, 5, 12, tzinfo=UTC)
ABOUT = FeedValues(
    name="Mali, and; more", uid="calendar-mali@meetings.example.org", url="https://planner.example.org/m/mali/",
    source="https://planner.example.org/m/mali/programme-mali.ics?detail=items&lang=fr", refresh="PT1H", changed_at=AT,
)  # fmt: skip
HOSTILE = 'a\r\nMETHOD:PUBLISH\rb\nBEGIN:VEVENT\x00\x7f\x0b\u2028\u0085\\N c,;"\ud800 \U0001f468\u200d\U0001f469'


def facts(*names, **fields):
    rows = (item(kind="debate", uuid=name, minutes=10, title={"en": name}) for name in names)
    return meeting(segment(*rows, uuid="part"), **fields)


def values(detail="items"):
    """Two items, one of which was cancelled."""
    before, after = facts("a", "b"), facts("a")
    kept = kept_after([], (before, {}), (after, {}), at=AT, **SITE)
    told = calendar_values(after, language="en", detail=detail, **SITE)
    return replace(told, entries=(*told.entries, *kept_entries(kept, language="en", detail=detail)))


def unfolded(data):
    return data.decode().replace("\r\n ", "").split("\r\n")


def names(data):
    return [line.partition(":")[0].partition(";")[0] for line in unfolded(data)]


def test_calendar_says_what_it_is_once():
    lines = unfolded(render_feed(values(), ABOUT))
    assert lines[1 : lines.index("BEGIN:VTIMEZONE")] == [
        "VERSION:2.0",
        "PRODID:-//Meeting Planner//Calendar//EN",
        "CALSCALE:GREGORIAN",
        r"NAME:Mali\, and\; more",
        r"X-WR-CALNAME:Mali\, and\; more",
        "LAST-MODIFIED:20170905T120000Z",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "SOURCE;VALUE=URI:https://planner.example.org/m/mali/programme-mali.ics?detail=items&lang=fr",
        "UID:calendar-mali@meetings.example.org",
        "URL:https://planner.example.org/m/mali/",
        "X-PUBLISHED-TTL:PT1H",
    ]


@pytest.mark.parametrize("detail", DETAILS)
def test_bytes_keep_the_format(detail):
    data = render_feed(values(detail), replace(ABOUT, name="é" * 200))
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert {"METHOD", "ORGANIZER", "ATTENDEE", "RDATE", "VALARM", "X-ALT-DESC"} & set(names(data)) == set()


def test_cancelled_entry_says_so_and_takes_no_time():
    live, gone = icalendar.Calendar.from_ical(render_feed(values(), ABOUT)).walk("VEVENT")
    assert [(one["STATUS"], one["TRANSP"]) for one in (live, gone)] == [
        ("CONFIRMED", "OPAQUE"),
        ("CANCELLED", "TRANSPARENT"),
    ]
    assert gone["SUMMARY"].startswith("CANCELLED: ")


def test_entries_joined_are_the_end_of_the_whole():
    data = render_feed(values(), ABOUT)
    joined = b"".join(one.to_ical() for one in icalendar.Calendar.from_ical(data).walk("VEVENT"))
    assert data.endswith(joined + b"END:VCALENDAR\r\n")


def test_calendar_of_somebody_without_entries_is_empty_and_whole():
    told = calendar_values(facts("a"), language="en", **SITE)
    data = render_feed(replace(told, entries=()), ABOUT)
    assert (data.count(b"BEGIN:"), data.endswith(b"END:VCALENDAR\r\n")) == (1, True)


def test_hostile_name_stays_in_its_line():
    data = render_feed(values(), replace(ABOUT, name=HOSTILE))
    assert (names(data).count("METHOD"), names(data).count("BEGIN")) == (0, 6)
    assert icalendar.Calendar.from_ical(data)["NAME"].startswith(r"a\nMETHOD:PUBLISH\nb\nBEGIN:VEVENT")


def test_bytes_are_the_same_in_any_process_and_without_assertions():
    told = facts("a", title={"en": HOSTILE.replace("\ud800", "")}, end=clock("18:00"))
    program = (
        "import sys, django; django.setup()\n"
        "from events.documents.ical import calendar_values, render_feed\n"
        "from tests.events.documents.ical.test_feed import ABOUT, HOSTILE, SITE, facts, replace\n"
        "told = facts('a', title={'en': HOSTILE.replace('\\ud800', '')})\n"
        "values = calendar_values(told, language='en', detail='meeting', **SITE)\n"
        "sys.stdout.buffer.write(render_feed(values, replace(ABOUT, name=HOSTILE)))\n"
    )
    environment = os.environ | {"PYTHONHASHSEED": "3", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-O", "-c", program]
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True).stdout
    values = calendar_values(told, language="en", detail="meeting", **SITE)
    assert result == render_feed(values, replace(ABOUT, name=HOSTILE))
