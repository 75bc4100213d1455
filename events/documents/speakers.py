"""The list of speakers with its time budget: who speaks when and for how long, against the time there is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext, pgettext

from events.documents.base import Document, Options
from events.documents.pdf.blocks import (
    Block,
    GroupRow,
    Heading,
    Paragraph,
    Table,
    Title,
    Wording,
    bold,
    note,
)
from events.documents.pdf.document import document_pdf
from events.documents.pdf.frame import Frame
from events.documents.programme import actual_words
from events.documents.surroundings import notice, open_points, surroundings
from events.documents.time_budget import BudgetValues, budget_table, budgets, room_left
from events.documents.words import (
    clock,
    entity_name,
    entity_of,
    full_address,
    graded,
    of_texts,
    shown,
    to_be_announced,
    together,
    zone_time,
)
from events.domain.facts import MeetingFacts, SpeechFacts
from events.domain.items import ITEM_KINDS, SPOKEN_LANGUAGES
from events.domain.timeline import timeline
from events.domain.timing import SpeechTiming, Timeline
from meetingplanner.languages import phrase

BLOCKED_BY = ("time", "person")
ASSUMED = "({minutes})"


@dataclass(frozen=True, kw_only=True)
class SpeechValues:
    """One line of the list, in words; `name` is empty while nobody is named, `details` stand under it."""

    number: str
    name: str
    details: tuple[str, ...]
    delegation: str
    minutes: str
    planned: str
    actual: str


@dataclass(frozen=True, kw_only=True)
class ListedItem:
    """One item with speakers: its heading, and the lines under it."""

    title: str
    remark: str
    speeches: tuple[SpeechValues, ...]


@dataclass(frozen=True, kw_only=True)
class SpeakersValues:
    """The list in words, the budget of each segment and last of the whole, and the room that open lists have left."""

    frame: Frame
    points: tuple[str, ...]
    remarks: tuple[str, ...]
    items: tuple[ListedItem, ...]
    has_actual: bool
    budgets: tuple[BudgetValues, ...]
    room_left: tuple[str, ...]


def collect(facts: MeetingFacts, options: Options) -> SpeakersValues:
    """Return the speakers of every item in programme order, numbered through, and the budgets."""
    language = options.language
    times = timeline(facts)
    speeches = [speech for item in times.items for speech in item.speeches]
    return SpeakersValues(
        frame=surroundings(facts, options, title=gettext("List of speakers"), blocked_by=BLOCKED_BY),
        points=open_points(facts, BLOCKED_BY, language),
        remarks=tuple(_remarks(facts, speeches, language)),
        items=tuple(_items(facts, times, language)),
        has_actual=any(one.actual_start or one.actual_end for one in speeches),
        budgets=tuple(budgets(times, language)),
        room_left=tuple(room_left(times, language)),
    )


def render(values: SpeakersValues) -> bytes:
    """Return the list as PDF."""
    return document_pdf(list(_blocks(values)), values.frame)


def _remarks(facts: MeetingFacts, speeches: list[SpeechTiming], language: str) -> Iterator[str]:
    if not speeches:
        yield gettext("No speakers are inscribed yet.")
        return
    yield gettext("The speakers stand in the order set by the secretariat. All times are in %(zone)s.") % {
        "zone": zone_time(facts.roster.zone, language)
    }
    if any(one.is_assumed for one in speeches):
        yield gettext("Minutes in brackets are assumed: none have been set for that speaker.")


def _items(facts: MeetingFacts, times: Timeline, language: str) -> Iterator[ListedItem]:
    number = 0
    for timing in times.items:
        if timing.speeches:
            lines = []
            for speech in timing.speeches:
                number += 1
                lines.append(_line(facts, speech, number, language))
            title = shown(timing.item.title, language) or gettext(ITEM_KINDS[timing.item.kind].label)
            remark = actual_words(timing, facts.roster.zone, language)
            yield ListedItem(title=title, remark=remark, speeches=tuple(lines))


def _line(facts: MeetingFacts, timing: SpeechTiming, number: int, language: str) -> SpeechValues:
    zone, speech = facts.roster.zone, timing.speech
    minutes = f"{(timing.end - timing.start).total_seconds() / 60:g}"
    return SpeechValues(
        number=str(number),
        name=_name(facts, speech, language),
        details=tuple(_details(facts, speech, language)),
        delegation=entity_name(entity_of(facts, speech.delegation), language),
        minutes=ASSUMED.format(minutes=minutes) if timing.is_assumed else minutes,
        planned=clock(timing.start, zone, language),
        actual=_actual(timing.actual_start, timing.actual_end, zone, language),
    )


def _name(facts: MeetingFacts, speech: SpeechFacts, language: str) -> str:
    delegate = facts.delegates.get(speech.delegate)
    if delegate is None or delegate.is_withdrawn:
        return ""
    return full_address(delegate, language) or to_be_announced(shown(delegate.function, language))


def _details(facts: MeetingFacts, speech: SpeechFacts, language: str) -> Iterator[str]:
    delegate = facts.delegates.get(speech.delegate)
    if delegate is not None and not delegate.is_withdrawn:
        function = shown(delegate.function, language)
        capacity = shown(speech.capacity or delegate.capacity, language)
        if function and not delegate.is_placeholder:
            yield function
        if capacity and capacity != function:
            yield capacity
    elif shown(speech.capacity, language):
        yield shown(speech.capacity, language)
    if shown(speech.on_behalf_of, language):
        yield gettext("on behalf %(of_group)s") % {"of_group": of_texts(speech.on_behalf_of, language)}
    if speech.language:
        name = gettext(SPOKEN_LANGUAGES.get(speech.language, speech.language))
        yield gettext("language: %(language)s") % {"language": name}
    if speech.is_text_received:
        yield gettext("text received")


def _actual(start: datetime | None, end: datetime | None, zone: str, language: str) -> str:
    clocks = [clock(one, zone, language) if one else "…" for one in (start, end)]
    return "–".join(clocks) if start or end else ""


def _blocks(values: SpeakersValues) -> Iterator[Block]:
    yield Title(text=gettext("List of speakers"))
    yield from notice(values.points)
    for remark in values.remarks:
        yield Paragraph(text=note(remark))
    if values.items:
        yield _table(values)
    yield Heading(text=gettext("Time budget"))
    yield budget_table(values.budgets)
    for sentence in values.room_left:
        yield Paragraph(text=sentence)


def _table(values: SpeakersValues) -> Table:
    header = [
        gettext("No."),
        gettext("Speaker"),
        gettext("Delegation"),
        gettext("Minutes"),
        pgettext("time", "Planned"),
    ]
    widths = [1.1, 9, 4.6, 1.8, 2.2]
    if values.has_actual:
        header.append(pgettext("time", "Actual"))
        widths.append(3)
    rows: list[object] = []
    for item in values.items:
        rows.append(GroupRow(text=item.title, code=item.remark))
        rows += [_row(speech, has_actual=values.has_actual) for speech in item.speeches]
    return Table(header=tuple(header), rows=tuple(rows), column_widths=tuple(widths), numeric=(3, 4), is_wide=True)


def _row(speech: SpeechValues, *, has_actual: bool) -> tuple[Wording, ...]:
    details = [part for detail in speech.details for part in ("\n", graded(detail))]
    name = together(bold(speech.name) if speech.name else note(gettext("Name to be announced")), *details)
    cells = (speech.number, name, graded(speech.delegation), speech.minutes, speech.planned)
    return (*cells, speech.actual) if has_actual else cells


DOCUMENT = Document(
    slug="speakers",
    title=phrase("List of speakers with time budget"),
    collect=collect,
    render=render,
    blocked_by=BLOCKED_BY,
)
