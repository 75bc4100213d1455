"""Calendars from plain values. Identity, sequence and instants are given, never invented; the clock is not read."""

from events.documents.ical.entries import (
    CalendarValues,
    Entry,
    calendar_values,
    entries_of_detail,
    entry_digests,
)
from events.documents.ical.joined import ALL_MEETINGS, joined
from events.documents.ical.kept import OWN, kept_after, kept_entries
from events.documents.ical.own import next_ledger, own_entries
from events.documents.ical.writer import FeedValues, calendar_bytes, render, render_feed

__all__ = [
    "ALL_MEETINGS",
    "OWN",
    "CalendarValues",
    "Entry",
    "FeedValues",
    "calendar_bytes",
    "calendar_values",
    "entries_of_detail",
    "entry_digests",
    "joined",
    "kept_after",
    "kept_entries",
    "next_ledger",
    "own_entries",
    "render",
    "render_feed",
]
