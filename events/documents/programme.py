"""The programme: segments with their chairs, items with their times, speakers with name and function."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from events.documents.base import DOCX, Document, Options
from events.documents.meeting_words import meeting_words
from events.documents.pdf.blocks import Block, BulletList, Heading, KeyFacts, Note, Paragraph, Title, bold, note
from events.documents.pdf.document import document_pdf
from events.documents.pdf.frame import Frame
from events.documents.surroundings import absences, notice, notice_of_absences, open_points, surroundings
from events.documents.word import document_docx
from events.documents.words import (
    clock,
    clock_in_sentence,
    day_name,
    duration,
    moment,
    of_texts,
    person,
    shown,
    speaker,
    together,
    wall_moment,
    zone_time,
)
from events.domain.days import Part, day_of, days
from events.domain.facts import MeetingFacts
from events.domain.items import ITEM_KINDS, PRESS, SPOKEN_LANGUAGES
from events.domain.taking_part import chairs_of, speaks
from events.domain.timeline import timeline
from events.domain.timing import ItemTiming, Timeline, to_minute
from meetingplanner.languages import phrase
from participants.domain.dates import day_text
from participants.domain.names import begun
from participants.domain.prose import apposed, joined, listed

BLOCKED_BY = ("time", "person")


@dataclass(frozen=True, kw_only=True)
class ItemValues:
    """One item: when it starts, its title, what is added in grey, its description and its speakers, all in words.

    `starts_at` and `ends_at` are the instants.
    """

    start: str
    starts_at: datetime
    ends_at: datetime
    title: str
    remarks: tuple[str, ...]
    description: str
    speakers: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SegmentValues:
    """What a day has of a segment: the day where a new one begins, title, the sentence on its chairs, items.

    `chairs` is empty where a segment goes on after a night.
    """

    day: str
    title: str
    chairs: str
    items: tuple[ItemValues, ...]


@dataclass(frozen=True, kw_only=True)
class ProgrammeValues:
    """The programme in words; `warnings` are what readers must know, `terms` labels with their values at the end.

    Hours are the planned ones; actual ones stand in the remarks, which call them so. `end` is the hour of the end and
    `end_day` its day where no heading tells it, `actual_end` the remark on it. A programme that goes on beyond the end
    has none while the meeting has not ended, and `hard_end` says in a sentence when it must end.
    """

    frame: Frame
    margins: str
    points: tuple[str, ...]
    absences: tuple[str, ...]
    warnings: tuple[str, ...]
    zone_note: str
    segments: tuple[SegmentValues, ...]
    end: str
    end_label: str
    end_day: str
    actual_end: str
    hard_end: str
    terms: tuple[tuple[str, str], ...]
    documents: tuple[str, ...]


def collect(facts: MeetingFacts, options: Options) -> ProgrammeValues:
    """Return the programme as computed from `facts`; a meeting without segments has only its terms."""
    language, zone = options.language, facts.roster.zone
    times = timeline(facts)
    has_end = bool(times.actual_end or (times.segments and not times.overrun))
    presses = {one.item.press for one in times.items}
    return ProgrammeValues(
        frame=surroundings(facts, options, title=gettext("Programme"), blocked_by=BLOCKED_BY),
        margins=margins(facts, language),
        points=open_points(facts, BLOCKED_BY, options),
        absences=absences(facts, facts.segments, ("chairs", "speeches"), language, has_times=True),
        warnings=tuple(_warnings(times, facts.kind)),
        zone_note=gettext("All times are in %(zone)s.") % {"zone": zone_time(zone, language)},
        segments=tuple(_segments(facts, times, language, has_press=len(presses) > 1)),
        end=clock(times.end, zone, language) if has_end else "",
        end_label=meeting_words(facts.kind).end,
        end_day=_end_day(times, zone, language),
        actual_end=_actual_end(times, zone, language),
        hard_end=_hard_end(times, facts, language) if times.overrun and not times.actual_end else "",
        terms=tuple(_terms(facts, language, press=next(iter(presses)) if len(presses) == 1 else "")),
        documents=tuple(reference_documents(facts, language)),
    )


def render(values: ProgrammeValues) -> bytes:
    """Return the programme as PDF."""
    return document_pdf(list(blocks(values)), values.frame)


def render_docx(values: ProgrammeValues) -> bytes:
    """Return the same as DOCX."""
    return document_docx(blocks(values), values.frame)


def margins(facts: MeetingFacts, language: str) -> str:
    """Return "In the margins of the general debate …"; "" for a meeting that stands alone."""
    if not facts.in_margins_of:
        return ""
    return gettext("In the margins %(of_occasion)s") % {"of_occasion": of_texts(facts.in_margins_of, language)}


def reference_documents(facts: MeetingFacts, language: str) -> Iterator[str]:
    """Yield each document the meeting refers to, its symbol where the title does not have it."""
    for one in facts.reference_documents:
        title = shown(one.title, language)
        yield (
            apposed((title, one.symbol), language)
            if one.symbol and not _has_symbol(title, one.symbol)
            else title or one.symbol
        )


def chairs_words(facts: MeetingFacts, uuids: tuple[str, ...], language: str) -> str:
    """Return the sentence on who presides, functions in apposition; that it is to be announced while nobody does."""
    known = [facts.delegates[uuid] for uuid in uuids if uuid in facts.delegates]
    chairs = [person(facts, one, language, capacity=one.capacity) for one in known]
    if not chairs:
        return meeting_words(facts.kind).chair_to_follow
    words = {"chairs": joined(chairs, language)}
    return (
        meeting_words(facts.kind).chair[known[0].gender] if len(chairs) == 1 else gettext("Co-chairs: %(chairs)s")
    ) % words


def _has_symbol(title: str, symbol: str) -> bool:
    # Chinese writes the year in full-width brackets, without a blank before them.
    written = unicodedata.normalize("NFKC", title).replace(" ", "")
    return symbol.rpartition("/")[2].replace(" ", "") in written


def _warnings(times: Timeline, kind: str) -> Iterator[str]:
    if times.overrun:
        yield meeting_words(kind).too_long % {"length": duration(times.overrun)}


def _end_day(times: Timeline, zone: str, language: str) -> str:
    """Return the day of the end, "" where the heading above tells it: the last day of several, the only one else."""
    found = days(times, zone)
    last = found[-1].on if found else day_of(times.start, zone)
    on = day_of(times.end, zone)
    return "" if on == last else day_text(on, language, has_weekday=True)


def _actual_end(times: Timeline, zone: str, language: str) -> str:
    """Return when the meeting really ended; "" before that, or where it ended at the minute planned."""
    end = times.actual_end
    if end is None or to_minute(end) == to_minute(times.end):
        return ""
    has_day = day_of(end, zone) != day_of(times.end, zone)
    actual = moment(end, zone, language) if has_day else clock_in_sentence(end, zone, language)
    return gettext("actual time %(time)s") % {"time": actual}


def _hard_end(times: Timeline, facts: MeetingFacts, language: str) -> str:
    zone, words = facts.roster.zone, meeting_words(facts.kind)
    places = {"time": clock_in_sentence(times.end, zone, language), "day": _end_day(times, zone, language)}
    return (words.must_end_on if places["day"] else words.must_end) % places


def _segments(facts: MeetingFacts, times: Timeline, language: str, *, has_press: bool) -> Iterator[SegmentValues]:
    found = days(times, facts.roster.zone)
    for day in found:
        for number, part in enumerate(day.parts):
            chairs = chairs_of(facts, part.segment.segment)
            yield SegmentValues(
                day=day_name(day.on, language) if len(found) > 1 and not number else "",
                title=_title(part, language),
                chairs="" if part.is_continued else chairs_words(facts, chairs, language),
                items=tuple(_items(facts, part.items, language, has_press=has_press)),
            )


def _title(part: Part, language: str) -> str:
    title = shown(part.segment.segment.title, language)
    return gettext("%(title)s (continued)") % {"title": title} if part.is_continued else title


def _items(
    facts: MeetingFacts, items: tuple[ItemTiming, ...], language: str, *, has_press: bool
) -> Iterator[ItemValues]:
    for timing in items:
        item = timing.item
        press = gettext(PRESS[item.press]) if has_press and item.press else ""
        yield ItemValues(
            start=clock(timing.start, facts.roster.zone, language),
            starts_at=timing.start,
            ends_at=timing.end,
            title=shown(item.title, language) or gettext(ITEM_KINDS[item.kind].label),
            remarks=tuple(remark for remark in (press, actual_words(timing, facts.roster.zone, language)) if remark),
            description=shown(item.description, language),
            speakers=tuple(
                begun(speaker(facts, speech, language), language) for speech in item.speeches if speaks(facts, speech)
            ),
        )


def actual_words(timing: ItemTiming, zone: str, language: str) -> str:
    """Return from when to when an item really lasted, as far as that is recorded; "" where nothing is."""
    start = clock_in_sentence(timing.actual_start, zone, language) if timing.actual_start else ""
    end = clock_in_sentence(timing.actual_end, zone, language) if timing.actual_end else ""
    if start and end:
        return gettext("actual time %(start)s–%(end)s") % {"start": start, "end": end}
    if start:
        return gettext("began at %(start)s") % {"start": start}
    return gettext("ended at %(end)s") % {"end": end} if end else ""


def _terms(facts: MeetingFacts, language: str, *, press: str) -> Iterator[tuple[str, str]]:
    if press:
        yield gettext("Press"), gettext(PRESS[press])
    if facts.languages:
        names = [gettext(SPOKEN_LANGUAGES.get(code, code)) for code in facts.languages]
        yield gettext("Languages"), listed(names, language)
    if facts.reply_deadline:
        yield gettext("Replies until"), wall_moment(facts.reply_deadline, facts.roster.zone, language)
    contact = listed((facts.contact_name, facts.contact_email, facts.contact_phone), language)
    if contact:
        yield gettext("Contact"), contact


def blocks(values: ProgrammeValues) -> Iterator[Block]:
    yield Title(text=gettext("Programme"), subtitle=values.margins)
    yield from notice(values.points)
    yield from notice_of_absences(values.absences)
    for warning in values.warnings:
        yield Note(text=warning)
    if values.segments:
        yield Paragraph(text=note(values.zone_note))
    for segment in values.segments:
        yield from _segment_blocks(segment)
    if values.end:
        remarks = [note(f" · {remark}") for remark in (values.end_day, values.actual_end) if remark]
        yield Paragraph(text=together(bold(values.end_label), *remarks), margin=values.end)
    if values.hard_end:
        yield Note(text=values.hard_end)
    if values.documents:
        yield Heading(text=gettext("Documents"))
        yield BulletList(items=values.documents)
    if values.terms:
        yield Heading(text=gettext("Arrangements"))
        yield KeyFacts(items=values.terms)


def _segment_blocks(segment: SegmentValues) -> Iterator[Block]:
    if segment.day:
        yield Heading(text=segment.day)
    yield Heading(text=segment.title)
    if segment.chairs:
        yield Paragraph(text=segment.chairs, keeps_with_next=bool(segment.items))
    for item in segment.items:
        yield from _item_blocks(item)


def _item_blocks(item: ItemValues) -> Iterator[Block]:
    remarks = [note(f" · {remark}") for remark in item.remarks]
    description = (f"\n{item.description}",) if item.description else ()
    yield Paragraph(
        text=together(bold(item.title), *remarks, *description),
        margin=item.start,
        is_tight=bool(item.speakers),
        keeps_with_next=bool(item.speakers),
    )
    for number, words in enumerate(item.speakers, 1):
        yield Paragraph(text=words, indent=1, is_tight=number < len(item.speakers))


DOCUMENT = Document(
    slug="programme",
    title=phrase("Programme"),
    collect=collect,
    render=render,
    blocked_by=BLOCKED_BY,
    blocks=blocks,
    is_bilingual=True,
)
WORD = Document(
    slug="programme-word",
    title=phrase("Programme (Word)"),
    collect=collect,
    render=render_docx,
    content_type=DOCX,
    blocked_by=BLOCKED_BY,
    edition_of="programme",
    blocks=blocks,
)
