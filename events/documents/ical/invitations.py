"""The calendar part of a message: one entry, one attendee, a method. Source: RFC 5546, RFC 6047."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from django.utils.translation import gettext
from icalendar import Calendar, Event, vCalAddress, vText

from events.documents.ical.entries import CalendarValues, Entry
from events.documents.ical.writer import PRODUCT, cleaned, event_of, rules_of, timezone_of, uses_zone

METHODS = ("REQUEST", "CANCEL")
# What an entry has beside what it says.
_BESIDE = frozenset({b"DTSTAMP", b"LAST-MODIFIED", b"CREATED", b"SEQUENCE", b"ATTENDEE"})
# An answer that is known stands in the entry, lest an update make calendars forget it.
ANSWERS = {"accepted": "ACCEPTED", "tentative": "TENTATIVE", "regrets": "DECLINED"}


class Organiser(Protocol):
    """Who invites: a mailbox that somebody reads."""

    email: str
    name: str


@dataclass(frozen=True, kw_only=True)
class Attendee:
    """Who is invited, by the one address that the message goes to; `answer` is one of ANSWERS or any other status."""

    email: str
    name: str
    answer: str = ""


def whole(values: CalendarValues) -> Entry:
    """Return the meeting as one entry, from its first start to its last end: a message has one identity."""
    return replace(values.entries[0], end=max(entry.end for entry in values.entries))


def invitation_bytes(
    values: CalendarValues,
    *,
    method: str,
    attendee: Attendee,
    organiser: Organiser,
    note: str,
    at: datetime,
    last: str = "",
) -> bytes:
    """Return the calendar part, `method` REQUEST or CANCEL, of a message made at `at`; `note` ends its description.

    `last` is the calendar part that the attendee was sent before, "" for none: what says the same has its sequence,
    what says something else, cancels or invites anew a higher one. A cancellation says so in its summary and takes no
    time. The attendee's answer is not asked for: it counts through the link. Raises ValueError for another method.
    """
    if method not in METHODS:
        raise ValueError(f"{method!r} is not one of {', '.join(METHODS)}")
    entry, is_over = whole(values), method == "CANCEL"
    entry = replace(
        entry,
        changed_at=at,
        description="\n".join(filter(None, (entry.description, note))),
        summary=gettext("CANCELLED: %(title)s") % {"title": entry.summary} if is_over else entry.summary,
    )
    rules = rules_of(replace(values, entries=(entry,)))
    event = event_of(entry, values.zone if rules else "")
    if is_over:
        event["STATUS"], event["TRANSP"] = vText("CANCELLED"), vText("TRANSPARENT")
    event.add("ORGANIZER", _address(organiser.email, organiser.name))
    event.add("ATTENDEE", _invited(attendee))
    if not is_over:
        event.add("X-MICROSOFT-DISALLOW-COUNTER", "TRUE")
    _number(event, entry.sequence, method, last)
    calendar = _empty(method)
    if rules and uses_zone(event):
        calendar.add_component(timezone_of(values.zone, rules))
    calendar.add_component(event)
    return calendar.to_ical()


def _empty(method: str) -> Calendar:
    calendar = Calendar()
    for name, value in (("VERSION", "2.0"), ("PRODID", PRODUCT), ("CALSCALE", "GREGORIAN"), ("METHOD", method)):
        calendar.add(name, value)
    return calendar


def _number(event: Event, issued: int, method: str, last: str) -> None:
    """Give the entry its sequence: never below that of what was issued or of what was sent."""
    event.pop("SEQUENCE", None)
    sequence = issued
    if last:
        before = Calendar.from_ical(last)
        (sent,) = before.walk("VEVENT")
        is_same = str(before.get("METHOD", "")) == method and _content(sent) == _content(event)
        sequence = max(issued, int(sent.get("SEQUENCE", 0)) + (not is_same))
    elif method == "CANCEL":
        sequence += 1
    event.add("SEQUENCE", sequence)


def _content(event: Event) -> list[bytes]:
    """Return what an entry says: not when it was said, how often, and to whom with what answer."""
    return sorted(
        line
        for line in event.to_ical().replace(b"\r\n ", b"").split(b"\r\n")
        if line.split(b":")[0].split(b";")[0] not in _BESIDE
    )


def _address(email: str, name: str) -> vCalAddress:
    address = vCalAddress(f"mailto:{email}")
    # A parameter's value can hold no quotation mark and no line end, whatever the name is.
    if name := cleaned(name).replace('"', "'").replace("\n", " ").strip():
        address.params["CN"] = vText(name)
    return address


def _invited(attendee: Attendee) -> vCalAddress:
    address = _address(attendee.email, attendee.name)
    for name, value in (
        ("CUTYPE", "INDIVIDUAL"), ("ROLE", "REQ-PARTICIPANT"),
        ("PARTSTAT", ANSWERS.get(attendee.answer, "NEEDS-ACTION")), ("RSVP", "FALSE"),
    ):  # fmt: skip
        address.params[name] = vText(value)
    return address
