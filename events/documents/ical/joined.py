"""Several calendars as one: their entries byte for byte as they stand, ordered by day and identity."""

import re
from collections.abc import Iterable

from events.documents.ical.entries import CalendarValues
from events.documents.ical.writer import FeedValues, render_feed
from meetingplanner.languages import phrase

ALL_MEETINGS = phrase("Meetings")
_END = b"END:VCALENDAR\r\n"
_BEGIN = re.compile(rb"^(?=BEGIN:VEVENT\r\n)", re.MULTILINE)
_ORDER = (
    re.compile(rb"^DTSTART[^:\r]*:(\d{8})(T\d{6}Z)?\r\n", re.MULTILINE),
    re.compile(rb"^UID:(.*)\r\n", re.MULTILINE),
)


def joined(contents: Iterable[bytes], about: FeedValues, *, most: int, most_bytes: int) -> bytes:
    """Return the calendar `about` with the entries of `contents`, which are calendars of ours in UTC.

    At most `most` entries and `most_bytes` bytes: what began first is left out first.
    """
    entries = sorted((entry for content in contents for entry in _entries(content)), key=_order)
    head = render_feed(CalendarValues(zone="UTC", changed_at=about.changed_at, entries=()), about).removesuffix(_END)
    room, taken = most_bytes - len(head) - len(_END), []
    for entry in reversed(entries[-most:]):
        room -= len(entry)
        if room < 0:
            break
        taken.append(entry)
    return b"".join((head, *reversed(taken), _END))


def _entries(content: bytes) -> list[bytes]:
    _, *entries = _BEGIN.split(content.removesuffix(_END))
    return entries


def _order(entry: bytes) -> tuple[bytes, ...]:
    start, uid = (pattern.search(entry) for pattern in _ORDER)
    return (start[1], start[2] or b"", uid[1]) if start and uid else ()
