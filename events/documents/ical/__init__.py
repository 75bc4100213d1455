"""Calendars from plain values. Identity, sequence and instants are given, never invented; the clock is not read."""

from events.documents.ical.entries import DETAILS, CalendarValues, Entry, calendar_values, entry_digests
from events.documents.ical.writer import calendar_bytes, render

__all__ = ["DETAILS", "CalendarValues", "Entry", "calendar_bytes", "calendar_values", "entry_digests", "render"]
