"""Calendars of what was issued: entries are numbered at the issue; then, once, the bytes are made and kept.

The bytes depend on the issue alone, so that equal questions have equal answers until the next one. How often programs
are to ask stands in them: every 15 minutes in those of an issue made on a day of the meeting, every hour in all others.
Whoever issues on the day wants to be heard sooner; nobody knows what day it is when a program asks.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils.translation import override

from events.documents.ical import (
    OWN,
    CalendarValues,
    Entry,
    FeedValues,
    calendar_values,
    entries_of_detail,
    kept_after,
    kept_entries,
    next_ledger,
    own_entries,
    render_feed,
)
from events.documents.words import full_address
from events.domain.days import day_of
from events.domain.facts import MeetingFacts
from events.domain.items import DETAILS
from events.domain.wallclock import nearest_instant
from events.issued import revision_facts
from events.links import public_feed, public_programme
from events.models import Event, Feed, IssuedCalendar, Revision
from events.operations.acting import raise_sequences
from events.queries import meeting_facts
from meetingplanner.languages import DOCUMENT_LANGUAGES, INTERFACE_LANGUAGES
from participants.domain.prose import dashed
from participants.domain.texts import bare, text_in
from participants.operations.acting import Acting

# Google drops what is larger than a megabyte, about 1,100 entries; others fail before.
MOST_ENTRIES, MOST_BYTES = 900, 900_000
REFRESH, REFRESH_ON_THE_DAY = "PT1H", "PT15M"
Kept = list[dict[str, Any]]


@dataclass(frozen=True, kw_only=True)
class Numbered:
    """A meeting as it is issued, what is kept as cancelled, and the ledger of people's own entries."""

    facts: MeetingFacts
    cancelled: Kept
    own: dict[str, dict[str, Any]]


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """What a calendar says; `detail` is what it has entries for, which may be less than was asked for."""

    values: CalendarValues
    detail: str


def number_entries(
    act: Acting, event: Event, facts: MeetingFacts, last: Revision | None, before: MeetingFacts | None
) -> Numbered:
    """Raise the sequence of what changed since the issue `last`, with its ledger, and of nothing else.

    `facts` are those of the draft, `before` those of that issue: None where there is none, or they were purged. To be
    called within an issue, under the lock.
    """
    raise_sequences(act, event, facts)
    facts = meeting_facts(act.roster)
    own = next_ledger(last.own if before else {}, facts, at=act.at, **_site())
    if before is None:
        return Numbered(facts=facts, cancelled=[], own=own)
    kept = kept_after(last.cancelled, (before, last.own), (facts, own), at=act.at, **_site())
    return Numbered(facts=facts, cancelled=kept, own=own)


def feed_languages(facts: MeetingFacts) -> tuple[str, ...]:
    """Return the languages of a meeting's calendars: those of the screen, and those that the meeting prints in."""
    spoken = {*INTERFACE_LANGUAGES, *facts.roster.document_languages}
    return tuple(code for code in DOCUMENT_LANGUAGES if code in spoken)


def calendar_of(facts: MeetingFacts, cancelled: Kept, *, detail: str, language: str, is_utc: bool = False) -> Calendar:
    """Return what a calendar with an entry for each `detail` says; the page, the file and the feed all ask here.

    More than 900 entries are not told one by one: then there is one for each sitting, or for the meeting.
    """
    for told in DETAILS[DETAILS.index(detail) :: -1]:
        live = calendar_values(facts, language=language, detail=told, **_site()).entries
        entries = (*live, *kept_entries(cancelled, language=language, detail=told))
        if len(entries) <= MOST_ENTRIES:
            break
    return Calendar(values=_values(facts, entries, is_utc=is_utc), detail=told)


def item_calendar(facts: MeetingFacts, cancelled: Kept, uuid: str, *, language: str) -> CalendarValues | None:
    """Return the calendar of one item alone, None where it has no entry."""
    live = entries_of_detail(facts, language=language, detail="items", **_site())
    entries = [one for one in (*live, *kept_entries(cancelled, language=language, detail="items")) if one.uuid == uuid]
    return _values(facts, entries) if entries else None


def keep_calendars(revision: Revision, facts: MeetingFacts) -> None:
    """Make the calendars of an issue and keep them: every detail, language and way of telling the time, and people's.

    Of one that is larger than 900 kilobytes the next coarser detail is kept in its place.
    """
    rows = [row for language in feed_languages(facts) for row in _programme_rows(revision, facts, language)]
    feeds = Feed.objects.filter(roster=revision.roster_id, delegate__isnull=False, revoked_at__isnull=True)
    wanted = set(feeds.values_list("delegate__uuid", "language"))
    IssuedCalendar.objects.bulk_create([*rows, *_own_rows(revision, facts, wanted)])


def keep_own_calendars(feed: Feed, revision: Revision) -> None:
    """Make what is lacking of the calendars behind a person's own address, of an issue that is there already."""
    whole = Revision.objects.defer(None).get(pk=revision.pk)
    facts = revision_facts(whole)
    rows = _own_rows(whole, facts, {(feed.delegate.uuid, feed.language)}) if facts else ()
    IssuedCalendar.objects.bulk_create(rows, ignore_conflicts=True)


def issued_calendar(revision: Revision, *, detail: str, language: str, is_utc: bool = False) -> IssuedCalendar:
    """Return the programme's calendar of an issue without its bytes, in English where there is none in `language`.

    One query. Raises LookupError where none was kept.
    """
    languages = dict.fromkeys((language, DOCUMENT_LANGUAGES[0]))
    return _first(revision, [_key(code, is_utc, detail, told) for code in languages for told in DETAILS])


def issued_own_calendar(revision: Revision, delegate: str, *, language: str, is_utc: bool = False) -> IssuedCalendar:
    """Return a person's own calendar of an issue, as `issued_calendar`; `delegate` is a uuid."""
    return _first(revision, [_key(language, is_utc, OWN, delegate)])


def told_detail(row: IssuedCalendar) -> str:
    """Return what the programme's calendar has entries for, which may be less than was asked for."""
    return row.key.rpartition("/")[2]


def language_of(row: IssuedCalendar) -> str:
    """Return the language that a calendar is in."""
    return row.key.partition("/")[0]


def calendar_key(language: str, *, is_utc: bool, detail: str) -> str:
    """Return the key of a programme's calendar that has entries for all that was asked for."""
    return _key(language, is_utc, detail, detail)


def _first(revision: Revision, keys: list[str]) -> IssuedCalendar:
    rows = {row.key: row for row in IssuedCalendar.objects.filter(revision=revision, key__in=keys)}
    for key in keys:
        if key in rows:
            return rows[key]
    raise LookupError(f"no calendar {keys[0]} of {revision}")


def _key(language: str, is_utc: bool, detail: str, told: str) -> str:
    return f"{language}/{'utc' if is_utc else 'zone'}/{detail}/{told}"


def _row(revision: Revision, key: str, content: bytes) -> IssuedCalendar:
    digest = hashlib.blake2b(content, digest_size=16).hexdigest()
    return IssuedCalendar(revision=revision, key=key, content=content, digest=digest)


def _programme_rows(revision: Revision, facts: MeetingFacts, language: str) -> Iterator[IssuedCalendar]:
    for detail in DETAILS:
        told = calendar_of(facts, revision.cancelled, detail=detail, language=language)
        for is_utc in (False, True):
            kept, content = _rendered(revision, facts, told, asked=detail, language=language, is_utc=is_utc)
            yield _row(revision, _key(language, is_utc, detail, kept), content)


def _rendered(
    revision: Revision, facts: MeetingFacts, told: Calendar, *, asked: str, language: str, is_utc: bool
) -> tuple[str, bytes]:
    """Return the bytes of a calendar, and what they have entries for in the end."""
    source = public_feed(facts.roster.slug, detail=asked, language=language, is_utc=is_utc)
    about = _about(revision, facts, f"{asked}-{language}{'-utc' if is_utc else ''}", name=_name(facts, language))
    if facts.is_programme_public:
        about = replace(about, url=public_programme(facts.roster.slug), source=source)
    content = render_feed(replace(told.values, zone="UTC") if is_utc else told.values, about)
    if len(content) <= MOST_BYTES or told.detail == DETAILS[0]:
        return told.detail, content
    coarser = DETAILS[DETAILS.index(told.detail) - 1]
    told = calendar_of(facts, revision.cancelled, detail=coarser, language=language)
    return _rendered(revision, facts, told, asked=asked, language=language, is_utc=is_utc)


def _own_rows(
    revision: Revision, facts: MeetingFacts, wanted: Iterable[tuple[object, str]]
) -> Iterator[IssuedCalendar]:
    live = {code: own_entries(facts, revision.own, language=code, **_site()) for code in {code for _, code in wanted}}
    for delegate, language in sorted((str(uuid), code) for uuid, code in wanted):
        kept = kept_entries(revision.cancelled, language=language, detail=OWN, owner=delegate)
        values = _values(facts, (*live[language].get(delegate, ()), *kept))
        person = facts.delegates.get(delegate)
        name = dashed((_name(facts, language), person and bare(full_address(person, language))), language)
        for is_utc in (False, True):
            about = _about(revision, facts, f"{delegate}-{language}{'-utc' if is_utc else ''}", name=name)
            content = render_feed(replace(values, zone="UTC") if is_utc else values, about)
            yield _row(revision, _key(language, is_utc, OWN, delegate), content)


def _values(facts: MeetingFacts, entries: Iterable[Entry], *, is_utc: bool = False) -> CalendarValues:
    ordered = tuple(sorted(entries, key=lambda entry: (entry.start, entry.uid)))
    changed_at = max((entry.changed_at for entry in ordered), default=facts.entry.changed_at)
    return CalendarValues(zone="UTC" if is_utc else facts.roster.zone, changed_at=changed_at, entries=ordered)


def _name(facts: MeetingFacts, language: str) -> str:
    with override(language):
        return text_in(facts.short_title, language) or text_in(facts.title, language)


def _about(revision: Revision, facts: MeetingFacts, what: str, *, name: str) -> FeedValues:
    """Return what a calendar says of itself; one behind a secret address tells no address."""
    return FeedValues(
        name=name,
        uid=f"calendar-{facts.entry.uuid}-{what}@{settings.ICAL_DOMAIN}",
        url="",
        source="",
        refresh=REFRESH_ON_THE_DAY if _is_on_the_day(facts, revision.issued_at) else REFRESH,
        changed_at=revision.issued_at,
    )


def _is_on_the_day(facts: MeetingFacts, at: datetime) -> bool:
    zone = facts.roster.zone
    days = [day_of(nearest_instant(wall, zone), zone) for wall in (facts.start, facts.end)]
    return days[0] <= day_of(at, zone) <= days[1]


def _site() -> dict[str, str]:
    return {"domain": settings.ICAL_DOMAIN, "public_url": settings.PUBLIC_URL}
