"""What a calendar says of a meeting: entries as plain values, in one language, and the digests of their content."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import datetime

from django.utils.translation import gettext, override

from events.documents.ical.sittings import Sitting, item_sittings, meeting_sittings, segment_sittings
from events.documents.words import of_texts
from events.domain.facts import EntryFacts, MeetingFacts
from events.domain.items import DETAILS, ITEM_KINDS, LEVELS, PRESS
from events.domain.timeline import timeline
from events.domain.timing import ItemTiming, SegmentTiming, Timeline, to_minute
from meetingplanner.languages import DOCUMENT_LANGUAGES
from participants.domain.prose import apposed, strongly_listed
from participants.domain.texts import Texts, bare, text_in

SUMMARY_CHARACTERS = 120
DESCRIPTION_CHARACTERS = 400


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry. `start` and `end` are instants in UTC to the minute; `uuid` is that of the row it stands for.

    What lasts for days has several, with one uuid and a `uid` for each day; they share sequence and instants. One that
    `is_cancelled` was issued before and is no more. `related` is the uid of what it belongs to.
    """

    uuid: str
    uid: str
    sequence: int
    changed_at: datetime
    created_at: datetime
    start: datetime
    end: datetime
    summary: str
    location: str
    description: str
    url: str
    categories: tuple[str, ...]
    is_tentative: bool
    is_cancelled: bool = False
    is_private: bool = False
    related: str = ""


# What an entry exports but its revision: a digest of it differs exactly when the content does.
_CONTENT = tuple(sorted(one.name for one in fields(Entry) if one.name not in ("sequence", "changed_at")))


@dataclass(frozen=True, kw_only=True)
class CalendarValues:
    """One calendar file: its zone, when it last changed, and entries by start, then uid."""

    zone: str
    changed_at: datetime
    entries: tuple[Entry, ...]


@dataclass(frozen=True, kw_only=True)
class Words:
    """What all entries of one calendar share, in the language at hand."""

    language: str
    domain: str
    url: str
    title: str
    location: str
    is_tentative: bool


def calendar_values(
    facts: MeetingFacts, *, language: str, detail: str = "meeting", domain: str, public_url: str
) -> CalendarValues:
    """Return the calendar of the meeting in `language`, whatever language is active.

    `detail` is one of DETAILS: one entry for the meeting, for each segment, or for each item, one a day for what
    lasts for days; where there is no segment or item that lasts, the meeting's. While an open point blocks the time,
    entries are tentative and say so. `public_url` is the site's address; links appear only when it is https. Raises
    ValueError for an unknown detail.
    """
    if detail not in DETAILS:
        raise ValueError(f"no such detail: {detail}; there are {', '.join(DETAILS)}")
    times = timeline(facts)
    with override(language):
        words = words_of(facts, language, domain=domain, public_url=public_url)
        entries = _entries(facts, times, words, detail) or _entries(facts, times, words, "meeting")
    return CalendarValues(
        zone=facts.roster.zone,
        changed_at=max(entry.changed_at for entry in entries),
        entries=entries,
    )


def entries_of_detail(
    facts: MeetingFacts, *, language: str, detail: str, domain: str, public_url: str
) -> tuple[Entry, ...]:
    """Return the entries of that detail alone, by start, then uid; () where nothing of the kind lasts."""
    with override(language):
        words = words_of(facts, language, domain=domain, public_url=public_url)
        return _entries(facts, timeline(facts), words, detail)


def entry_digests(facts: MeetingFacts, *, domain: str, public_url: str) -> dict[str, str]:
    """Return for each uuid with an entry a digest (64 hexadecimal figures) of all it exports, in every language.

    Sequence and instant of change are left out, so a digest differs exactly when content does. The values are
    digested and not the bytes, lest a new release of the calendar library raise every sequence. Segments and items
    that do not last have no entry and no digest.
    """
    contents: dict[str, list[str]] = {}
    for language in DOCUMENT_LANGUAGES:
        for detail in DETAILS:
            found = entries_of_detail(facts, language=language, detail=detail, domain=domain, public_url=public_url)
            for entry in found:
                contents.setdefault(entry.uuid, []).append(content_of(entry, facts.roster.zone, language))
    return {uuid: digest_of(texts) for uuid, texts in contents.items()}


def content_of(entry: Entry, zone: str, language: str) -> str:
    """Return all that an entry exports in one language but its sequence and instant of change, as one text."""
    return json.dumps([language, zone, *(getattr(entry, name) for name in _CONTENT)], default=str)


def digest_of(texts: Iterable[str]) -> str:
    """Return a digest, 64 hexadecimal figures, of `texts` in their order."""
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


def words_of(facts: MeetingFacts, language: str, *, domain: str, public_url: str) -> Words:
    """Return what the entries of a calendar in `language`, which must be active, share."""
    room, home = facts.room, "m" if facts.is_programme_public else "meetings"
    where = (text_in(texts, language) for texts in (room.names, room.building, room.city)) if room else ()
    return Words(
        language=language,
        domain=domain,
        url=f"{public_url}/{home}/{facts.roster.slug}/" if public_url.startswith("https://") else "",
        title=text_in(facts.short_title, language) or text_in(facts.title, language),
        location=apposed(dict.fromkeys(where), language),
        is_tentative=bool(facts.blocked("time")),
    )


def _entries(facts: MeetingFacts, times: Timeline, words: Words, detail: str) -> tuple[Entry, ...]:
    builders: dict[str, Callable[[], Iterable[Iterator[Entry]]]] = {
        "meeting": lambda: (_meeting_entries(facts, times, words),),
        "sittings": lambda: (_segment_entries(facts, one, words) for one in times.segments if _lasts(one)),
        "items": lambda: (_item_entries(facts, one, words) for one in times.items if _lasts(one)),
    }
    found = (entry for entries in builders[detail]() for entry in entries)
    return tuple(sorted(found, key=lambda entry: (entry.start, entry.uid)))


def _lasts(timing: SegmentTiming | ItemTiming) -> bool:
    return to_minute(timing.end) > to_minute(timing.start)


def _meeting_entries(facts: MeetingFacts, times: Timeline, words: Words) -> Iterator[Entry]:
    title = text_in(facts.title, words.language)
    lines = []
    if text_in(facts.in_margins_of, words.language):
        occasion = bare(of_texts(facts.in_margins_of, words.language))
        lines.append(gettext("In the margins %(of_occasion)s.") % {"of_occasion": occasion})
    return entries_of(
        facts.entry,
        "meeting",
        words,
        sittings=meeting_sittings(times, facts.roster.zone),
        title=title if len(_summary(title, words)) <= SUMMARY_CHARACTERS else words.title,
        lines=lines,
        category=_level(facts),
    )


def _segment_entries(facts: MeetingFacts, timing: SegmentTiming, words: Words) -> Iterator[Entry]:
    segment = timing.segment
    titles = (text_in(one.item.title, words.language) for one in timing.items)
    return entries_of(
        segment.entry,
        "segment",
        words,
        sittings=segment_sittings(timing, facts.roster.zone),
        title=_part(segment.title, "", words),
        lines=[strongly_listed(titles, words.language)],
        category=_level(facts),
    )


def _item_entries(facts: MeetingFacts, timing: ItemTiming, words: Words) -> Iterator[Entry]:
    item = timing.item
    kind = gettext(ITEM_KINDS[item.kind].label)
    return entries_of(
        item.entry,
        "item",
        words,
        sittings=item_sittings(timing, facts.roster.zone),
        title=_part(item.title, kind, words),
        lines=[text_in(item.description, words.language), *([gettext(PRESS[item.press])] if item.press else [])],
        category=kind,
    )


def _level(facts: MeetingFacts) -> str:
    return gettext(LEVELS[facts.level]) if facts.level in LEVELS else ""


def _part(title: Texts, otherwise: str, words: Words) -> str:
    part = text_in(title, words.language) or otherwise
    return gettext("%(meeting)s: %(part)s") % {"meeting": words.title, "part": part}


def entries_of(
    facts: EntryFacts,
    kind: str,
    words: Words,
    *,
    sittings: Iterable[Sitting],
    title: str,
    lines: list[str],
    category: str,
) -> Iterator[Entry]:
    """Yield the entry of each sitting of what `facts` identify, in the language of `words`, which must be active."""
    for sitting in sittings:
        # The first day's identity is that of the whole: it stays when a second day comes or goes.
        day = "" if sitting.day == 1 else f"-day{sitting.day}"
        yield Entry(
            uuid=facts.uuid,
            uid=f"{kind}-{facts.uuid}{day}@{words.domain}",
            sequence=facts.sequence,
            changed_at=facts.changed_at,
            created_at=facts.created_at,
            start=to_minute(sitting.start),
            end=to_minute(sitting.end),
            summary=_summary(_cut(title, SUMMARY_CHARACTERS - len(_summary("", words))), words),
            location=words.location,
            description=_description(lines, words),
            url=words.url,
            categories=(category,) if category else (),
            is_tentative=words.is_tentative,
        )


def _summary(title: str, words: Words) -> str:
    return gettext("%(title)s (provisional)") % {"title": title} if words.is_tentative else title


def _description(lines: list[str], words: Words) -> str:
    notice = gettext("The time is provisional.") if words.is_tentative else ""
    text = "\n".join(filter(None, (notice, *lines)))
    if not words.url:
        return _cut(text, DESCRIPTION_CHARACTERS)
    return "\n".join(filter(None, (_cut(text, DESCRIPTION_CHARACTERS - len(words.url) - 1), words.url)))


def _cut(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    return text[: max(length - 1, 0)].rstrip() + "…"
