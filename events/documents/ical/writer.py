"""The only place that knows the calendar library: values to bytes, every property set by hand.

The library's own defaults invent identities and instants, list time zone changes as dates and leave some texts
unescaped, so nothing is left to them. Source: RFC 5545, RFC 7986.
"""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vText, vUri

from events.documents.ical.entries import CalendarValues, Entry, calendar_values
from events.documents.ical.zones import Onset, onsets
from events.domain.facts import MeetingFacts
from events.domain.wallclock import local, problem

PRODUCT = "-//Meeting Planner//Calendar//EN"
_LINE_ENDS = dict.fromkeys(map(ord, "\r\v\f\u0085\u2028\u2029"), "\n")


def calendar_bytes(
    facts: MeetingFacts, *, language: str, detail: str = "meeting", domain: str, public_url: str
) -> bytes:
    """Return the calendar file of `calendar_values`; equal facts give equal bytes."""
    return render(calendar_values(facts, language=language, detail=detail, domain=domain, public_url=public_url))


@dataclass(frozen=True, kw_only=True)
class FeedValues:
    """What a calendar to follow says of itself: its name and identity, where it is, and how often to ask.

    `source` is its own address, "" where that is secret. `refresh` is a duration as RFC 5545 has it ("PT1H").
    """

    name: str
    uid: str
    url: str
    source: str
    refresh: str
    changed_at: datetime


def render_feed(values: CalendarValues, feed: FeedValues) -> bytes:
    """Return the calendar as one to follow; equal values give equal bytes. Source: RFC 7986."""
    return _whole(values, head=partial(_describe, feed=feed)).to_ical()


def _describe(calendar: Calendar, *, feed: FeedValues) -> None:
    for name in ("NAME", "X-WR-CALNAME"):
        calendar.add(name, _text(feed.name))
    calendar.add("UID", feed.uid)
    calendar.add("LAST-MODIFIED", feed.changed_at)
    if feed.url:
        calendar.add("URL", feed.url)
    if feed.source:
        calendar.add("SOURCE", vUri(feed.source), parameters={"VALUE": "URI"})
    calendar.add("REFRESH-INTERVAL", vText(feed.refresh), parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", vText(feed.refresh))


def render(values: CalendarValues) -> bytes:
    """Return the calendar as an iCalendar file: one time zone where an entry uses it, then the entries in order.

    Without METHOD, ORGANIZER or ATTENDEE: it is a snapshot to keep, nobody is invited by it. Without a name or an
    identity of its own: it is no calendar to follow, and programs would offer to make one of it.
    """
    return _whole(values).to_ical()


def _whole(values: CalendarValues, *, head: Callable[[Calendar], None] | None = None) -> Calendar:
    rules = rules_of(values) if values.entries else None
    calendar = Calendar()
    calendar.add("VERSION", "2.0")
    calendar.add("PRODID", PRODUCT)
    calendar.add("CALSCALE", "GREGORIAN")
    if head:
        head(calendar)
    events = [event_of(entry, values.zone if rules else "") for entry in values.entries]
    if rules and any(uses_zone(event) for event in events):
        calendar.add_component(timezone_of(values.zone, rules))
    for event in events:
        calendar.add_component(event)
    return calendar


def uses_zone(event: Event) -> bool:
    """Return whether an entry's start or end is told by the clocks of a zone."""
    return any("TZID" in event[name].params for name in ("DTSTART", "DTEND"))


def rules_of(values: CalendarValues) -> tuple[Onset, ...] | None:
    """Return when the clocks of the zone change around the entries, None where that cannot be written."""
    years = [local(moment, values.zone).year for entry in values.entries for moment in (entry.start, entry.end)]
    return onsets(values.zone, min(years), max(years))


def event_of(entry: Entry, zone: str) -> Event:
    """Return an entry with every property that it has anywhere; without `zone` its times are in UTC."""
    event = Event()
    event.add("UID", entry.uid)
    event.add("DTSTAMP", entry.changed_at)
    event.add("LAST-MODIFIED", entry.changed_at)
    event.add("CREATED", entry.created_at)
    event.add("SEQUENCE", entry.sequence)
    event.add("DTSTART", _moment(entry.start, zone))
    event.add("DTEND", _moment(entry.end, zone))
    for name, text in (("SUMMARY", entry.summary), ("LOCATION", entry.location), ("DESCRIPTION", entry.description)):
        if text:
            event.add(name, _text(text))
    if entry.url:
        event.add("URL", entry.url)
    if entry.categories:
        event.add("CATEGORIES", [cleaned(category) for category in entry.categories])
    if entry.related:
        event.add("RELATED-TO", entry.related)
    live = "TENTATIVE" if entry.is_tentative else "CONFIRMED"
    event.add("STATUS", "CANCELLED" if entry.is_cancelled else live)
    event.add("TRANSP", "TRANSPARENT" if entry.is_cancelled else "OPAQUE")
    event.add("CLASS", "PRIVATE" if entry.is_private else "PUBLIC")
    return event


def _moment(moment: datetime, zone: str) -> datetime:
    # A wall clock that shows twice is read differently by different programs: it goes out in UTC.
    if not zone or problem(local(moment, zone), zone):
        return moment
    return moment.astimezone(ZoneInfo(zone))


def timezone_of(zone: str, rules: tuple[Onset, ...]) -> Timezone:
    """Return the time zone that entries refer to."""
    timezone = Timezone()
    timezone.add("TZID", zone)
    for onset in rules:
        part = TimezoneDaylight() if onset.is_daylight else TimezoneStandard()
        part.add("DTSTART", onset.start)
        part.add("TZOFFSETFROM", onset.offset_from)
        part.add("TZOFFSETTO", onset.offset_to)
        part.add("TZNAME", onset.name)
        if onset.week:
            part.add("RRULE", dict(_rule(onset)))
        timezone.add_component(part)
    return timezone


def _rule(onset: Onset) -> Iterator[tuple[str, object]]:
    yield "FREQ", "YEARLY"
    yield "BYMONTH", onset.month
    yield "BYDAY", f"{onset.week}{onset.weekday}"


def _text(text: str) -> vText:
    return vText(cleaned(text))


def cleaned(text: str) -> str:
    """Return `text` without what could end a line or break a reader: controls but the line feed, lone surrogates."""
    if text.isprintable():
        return text
    text = text.replace("\r\n", "\n").translate(_LINE_ENDS)
    return "".join(char for char in text if char == "\n" or unicodedata.category(char) not in ("Cc", "Cs"))
