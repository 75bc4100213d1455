"""Calendars of what was issued: entries numbered at the issue, bytes made once and kept."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.translation import override

from events.documents.ical import (
    CalendarValues,
    Entry,
    FeedValues,
    calendar_values,
    kept_after,
    kept_entries,
    next_ledger,
    own_calendar,
    render_feed,
)
from events.domain.days import day_of
from events.domain.facts import MeetingFacts
from events.domain.wallclock import nearest_instant
from events.issued import revision_facts
from events.links import public_feed
from events.models import Event, IssuedCalendar, Item, Revision, Segment
from events.operations.acting import raise_sequences
from events.queries import meeting_facts
from participants.domain.texts import text_in
from participants.operations.acting import Acting

# Google drops what is larger than a megabyte, about 1,100 entries; others fail before.
MOST_ENTRIES, MOST_BYTES = 900, 900_000
# Nobody knows when somebody asks: who issues on a day of the meeting wants to be heard sooner.
REFRESH, REFRESH_ON_THE_DAY = "PT1H", "PT15M"


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """What a calendar of an issue says: its entries, and whether they had to be fewer than asked for."""

    values: CalendarValues
    detail: str
    is_reduced: bool


def number_entries(
    act: Acting, event: Event, last: Revision | None
) -> tuple[MeetingFacts, list[dict], dict[str, dict]]:
    """Raise the sequences of what changed since `last`, and return the facts, what is kept as cancelled and the ledger.

    The ledger is that of people's own entries. To be called within an issue, under the lock.
    """
    raise_sequences(act, event, meeting_facts(act.roster))
    facts = meeting_facts(act.roster)
    before = revision_facts(last) if last else None
    site = {"domain": settings.ICAL_DOMAIN, "public_url": settings.PUBLIC_URL}
    rows = [
        *Event.objects.filter(pk=event.pk).values_list("uuid", "sequence", "entry_changed_at"),
        *Segment.objects.filter(event=event).values_list("uuid", "sequence", "entry_changed_at"),
        *Item.objects.filter(segment__event=event).values_list("uuid", "sequence", "entry_changed_at"),
    ]
    states = {str(uuid): (sequence, changed_at) for uuid, sequence, changed_at in rows}
    kept = kept_after(last.cancelled, before, facts, states, at=act.at, **site) if before else []
    ledger = next_ledger(last.own if before else {}, before, facts, at=act.at, **site)
    return facts, kept, ledger


def calendar_of(
    facts: MeetingFacts, cancelled: list[dict], *, detail: str, language: str, is_utc: bool = False
) -> Calendar:
    """Return what the calendar of an issue says; the page and the feed both ask here.

    More than 900 entries are not told one by one: then there is one for each sitting.
    """
    site = {"domain": settings.ICAL_DOMAIN, "public_url": settings.PUBLIC_URL}
    values = calendar_values(facts, language=language, detail=detail, **site)
    is_reduced = len(values.entries) > MOST_ENTRIES
    if is_reduced:
        detail = "sittings" if detail == "items" else "meeting"
        values = calendar_values(facts, language=language, detail=detail, **site)
    entries = (*values.entries, *kept_entries(cancelled, language=language, detail=detail))
    return Calendar(values=_values(facts, entries, is_utc=is_utc), detail=detail, is_reduced=is_reduced)


def issued_calendar(revision: Revision, *, detail: str, language: str, is_utc: bool = False) -> IssuedCalendar:
    """Return the feed of an issue as it is served, made when it is asked for first and then kept; without its bytes.

    One query for one that is there. What is larger than 900 kilobytes is told by sittings.
    """

    def made() -> bytes:
        whole = _heavy(revision)
        facts = revision_facts(revision)
        told = calendar_of(facts, whole.cancelled, detail=detail, language=language, is_utc=is_utc)
        content = render_feed(told.values, _feed(facts, revision, detail, language, is_utc=is_utc))
        if len(content) > MOST_BYTES and told.detail == "items":
            told = calendar_of(facts, whole.cancelled, detail="sittings", language=language, is_utc=is_utc)
            content = render_feed(told.values, _feed(facts, revision, detail, language, is_utc=is_utc))
        return content

    return _kept(revision, f"{detail}/{language}/{'utc' if is_utc else 'zone'}", made)


def issued_own_calendar(revision: Revision, delegate: str, *, language: str) -> IssuedCalendar:
    """Return a person's own feed of an issue, made once and kept; `delegate` is a uuid."""

    def made() -> bytes:
        facts = revision_facts(revision)
        site = {"domain": settings.ICAL_DOMAIN, "public_url": settings.PUBLIC_URL}
        entries = own_calendar(facts, _heavy(revision).own, delegate, language=language, **site)
        feed = _feed(facts, revision, f"own-{delegate}", language, is_secret=True)
        return render_feed(_values(facts, entries), feed)

    return _kept(revision, f"own/{delegate}/{language}", made)


def _heavy(revision: Revision) -> Revision:
    return Revision.objects.defer(None).only("cancelled", "own").get(pk=revision.pk)


def _kept(revision: Revision, key: str, made) -> IssuedCalendar:
    found = IssuedCalendar.objects.filter(revision=revision, key=key).first()
    if found is None:
        content = made()
        digest = hashlib.blake2b(content, digest_size=16).hexdigest()
        values = {"content": content, "digest": digest}
        found = IssuedCalendar.objects.get_or_create(revision=revision, key=key, defaults=values)[0]
    return found


def _values(facts: MeetingFacts, entries: tuple[Entry, ...], *, is_utc: bool = False) -> CalendarValues:
    ordered = tuple(sorted(entries, key=lambda entry: (entry.start, entry.uid)))
    changed_at = max((entry.changed_at for entry in ordered), default=facts.entry.changed_at)
    return CalendarValues(zone="UTC" if is_utc else facts.roster.zone, changed_at=changed_at, entries=ordered)


def _feed(
    facts: MeetingFacts,
    revision: Revision,
    detail: str,
    language: str,
    *,
    is_utc: bool = False,
    is_secret: bool = False,
) -> FeedValues:
    with override(language):
        name = text_in(facts.short_title, language) or text_in(facts.title, language)
    is_public = facts.is_programme_public and not is_secret
    return FeedValues(
        name=name,
        uid=f"calendar-{facts.entry.uuid}-{detail}-{language}@{settings.ICAL_DOMAIN}",
        url=f"{settings.PUBLIC_URL}/m/{facts.roster.slug}/" if is_public else "",
        source=public_feed(facts.roster.slug, detail=detail, language=language, is_utc=is_utc) if is_public else "",
        refresh=REFRESH_ON_THE_DAY if _is_on_the_day(facts, revision.issued_at) else REFRESH,
        changed_at=revision.issued_at,
    )


def _is_on_the_day(facts: MeetingFacts, at: datetime) -> bool:
    zone = facts.roster.zone
    days = [day_of(nearest_instant(wall, zone), zone) for wall in (facts.start, facts.end)]
    return days[0] <= day_of(at, zone) <= days[1]
