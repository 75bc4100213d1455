"""Calendars from plain values. Identity, sequence and instants are given, never invented; the clock is not read."""

from events.documents.ical.entries import DETAILS, CalendarValues, Entry, calendar_values, entry_digests
from events.documents.ical.kept import kept_after, kept_entries
from events.documents.ical.own import next_ledger, own_calendar
from events.documents.ical.writer import FeedValues, calendar_bytes, render, render_feed

__all__ = [
    "DETAILS",
    "CalendarValues",
    "Entry",
    "FeedValues",
    "calendar_bytes",
    "calendar_values",
    "entry_digests",
    "kept_after",
    "kept_entries",
    "next_ledger",
    "own_calendar",
    "render",
    "render_feed",
]
