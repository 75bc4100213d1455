"""The agenda for calendars: the whole meeting as one entry, or one entry for each segment or item."""

from collections.abc import Callable

from events.documents.base import ICS, Document, Options
from events.documents.ical import CalendarValues, calendar_values, render
from events.domain.facts import MeetingFacts
from meetingplanner.languages import phrase

BLOCKED_BY = ("time",)


def collected(detail: str) -> Callable[[MeetingFacts, Options], CalendarValues]:
    """Return the `collect` of one detail: "meeting", "segments" or "items"."""

    def collect(facts: MeetingFacts, options: Options) -> CalendarValues:
        return calendar_values(
            facts,
            language=options.language,
            detail=detail,
            domain=options.ical_domain,
            public_url=options.public_url,
        )

    return collect


def _document(slug: str, title: str, detail: str) -> Document:
    return Document(
        slug=slug,
        title=title,
        collect=collected(detail),
        render=render,
        content_type=ICS,
        papers=(),
        blocked_by=BLOCKED_BY,
    )


DOCUMENT = _document("agenda", phrase("Agenda for calendars: the meeting"), "meeting")
SEGMENTS = _document("agenda-segments", phrase("Agenda for calendars: each segment"), "segments")
ITEMS = _document("agenda-items", phrase("Agenda for calendars: each item"), "items")
