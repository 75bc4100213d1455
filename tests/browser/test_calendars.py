"""Calendars to follow as a program reads them that is not ours: ical.js, in a browser."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import icalendar
import pytest

from events.models import Item
from events.operations.calendars import issued_calendar, issued_own_calendar
from events.operations.feeds import make_feed
from events.operations.issuing import issue_revision
from events.operations.programme import withdraw_row
from participants.models import Delegate
from tests import factories

ICAL = (Path(__file__).parent / "vendor" / "ical.es5.min.cjs").read_text("utf-8")
READ = f"""(text) => {{
  const module = {{ exports: {{}} }}; const exports = module.exports; {ICAL};
  const ical = module.exports.default || module.exports;
  const calendar = new ical.Component(ical.parse(text));
  const zones = calendar.getAllSubcomponents("vtimezone").map((one) => new ical.Timezone(one));
  zones.forEach((one) => ical.TimezoneService.register(one));
  return JSON.stringify({{
    name: calendar.getFirstPropertyValue("name"), zones: zones.map((one) => one.tzid),
    entries: calendar.getAllSubcomponents("vevent").map((one) => {{
      const event = new ical.Event(one);
      return [
        event.uid, event.sequence, one.getFirstPropertyValue("status"), event.summary,
        event.startDate.toJSDate().toISOString(), event.endDate.toJSDate().toISOString(),
      ];
    }}),
  }});
}}"""


@pytest.fixture
def issued(reference):
    """The reference meeting, issued, and again without its last item."""
    event, revisions = reference.event, []
    for hours in (0, 1):
        at = factories.AT + timedelta(hours=hours)
        revisions.append(issue_revision(event, standing="provisional", languages=["en", "fr"], by=None, at=at))
        withdraw_row(Item.objects.kept().filter(segment__event=event).last(), by=None, at=at)
    return revisions[1]


@pytest.fixture
def read(open_context):
    page = open_context()
    page.goto("/accounts/login/")
    return lambda row: json.loads(page.evaluate(READ, bytes(row.content).decode()))


def ours(row):
    """The same, read by the library that wrote it."""
    found = []
    for one in icalendar.Calendar.from_ical(bytes(row.content)).walk("VEVENT"):
        times = [one[name].dt.timestamp() for name in ("DTSTART", "DTEND")]
        found.append([str(one["UID"]), int(one["SEQUENCE"]), str(one["STATUS"]), str(one["SUMMARY"]), *times])
    return found


@pytest.mark.parametrize("is_utc", [False, True])
@pytest.mark.parametrize("detail", ["meeting", "sittings", "items"])
def test_programme_is_read_as_it_was_written(issued, read, detail, is_utc):
    row = issued_calendar(issued, detail=detail, language="fr", is_utc=is_utc)
    told = read(row)
    times = [[*one[:4], *(datetime.fromisoformat(moment).timestamp() for moment in one[4:])] for one in told["entries"]]
    assert (times, told["zones"]) == (ours(row), [] if is_utc else ["America/New_York"])


def test_cancelled_item_is_read_as_cancelled(issued, read):
    told = read(issued_calendar(issued, detail="items", language="en"))
    assert [one[1] for one in told["entries"] if one[2] == "CANCELLED" and one[3].startswith("CANCELLED: ")] == [1]


def test_own_calendar_is_read(issued, read):
    speaker = Delegate.objects.filter(speeches__isnull=False, withdrawn_at=None).first()
    make_feed(issued.roster.event, by=None, at=factories.AT, delegate=speaker)
    told = read(issued_own_calendar(issued, str(speaker.uuid), language="en"))
    assert {one[0].split("-")[0] for one in told["entries"]} == {"slot"}
