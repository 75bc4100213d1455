"""The calendar of all meetings whose programme is public: of each what was issued last, one entry for each day."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import F, OuterRef, Subquery
from django.utils.translation import gettext, override

from events.documents.ical import ALL_MEETINGS, FeedValues, joined
from events.domain.items import DETAILS
from events.links import all_meetings_feed
from events.models import IssuedCalendar, Revision
from events.operations.calendars import MOST_BYTES, MOST_ENTRIES, REFRESH, calendar_key, language_of
from meetingplanner.languages import DOCUMENT_LANGUAGES


@dataclass(frozen=True, kw_only=True)
class AllMeetings:
    """A calendar before its bytes are made: which stored ones it joins (keys of rows), and what it is known by."""

    language: str
    rows: tuple[int, ...]
    digest: str
    changed_at: datetime


def all_meetings(language: str) -> AllMeetings | None:
    """Return what the calendar joins, of each meeting the one in `language`, else in English; None before any issue.

    In UTC, for the meetings may be in many zones. One query.
    """
    newest = Revision.objects.filter(roster=OuterRef("revision__roster"), withdrawn_at__isnull=True)
    keys = [calendar_key(code, is_utc=True, detail=DETAILS[0]) for code in (language, DOCUMENT_LANGUAGES[0])]
    public = IssuedCalendar.objects.filter(
        revision__roster__event__is_programme_public=True,
        revision=Subquery(newest.order_by("-number").values("pk")[:1]),
        key__in=keys,
    )
    rows = {}
    for row in public.annotate(issued_at=F("revision__issued_at")).order_by("revision"):
        if row.revision_id not in rows or language_of(row) == language:
            rows[row.revision_id] = row
    if not rows:
        return None
    state = " ".join((language, *(row.digest for row in rows.values())))
    return AllMeetings(
        language=language,
        rows=tuple(row.pk for row in rows.values()),
        digest=hashlib.blake2b(state.encode(), digest_size=16).hexdigest(),
        changed_at=max(row.issued_at for row in rows.values()),
    )


def bytes_of(calendar: AllMeetings) -> bytes:
    """Return the calendar; at most 900 entries and 900 kilobytes, the latest. One query."""
    rows = IssuedCalendar.objects.defer(None).in_bulk(calendar.rows)
    with override(calendar.language):
        name = gettext(ALL_MEETINGS)
    about = FeedValues(
        name=name,
        uid=f"calendar-all-{calendar.language}@{settings.ICAL_DOMAIN}",
        url="",
        source=all_meetings_feed(calendar.language),
        refresh=REFRESH,
        changed_at=calendar.changed_at,
    )
    return joined(
        (bytes(rows[pk].content) for pk in calendar.rows if pk in rows), about, most=MOST_ENTRIES, most_bytes=MOST_BYTES
    )
