"""The list of speakers with its time budget: who speaks when and for how long, against the time there is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext, pgettext

from events.documents.base import DOCX, Document, Options
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
from events.documents.surroundings import absences, notice, notice_of_absences, open_points, surroundings
from events.documents.time_budget import BudgetValues, budget_table, budgets, remarks
from events.documents.word import document_docx
from events.documents.words import (
    clock,
    day_name,
    entity_name,
    entity_of,
    full_address,
    minutes_text,
    of_texts,
    shown,
    to_be_announced,
    together,
    zone_time,
)
from events.domain.days import by_day, day_of
from events.domain.facts import MeetingFacts, SpeechFacts
from events.domain.items import ITEM_KINDS, SPOKEN_LANGUAGES
from events.domain.speaking import follows_scheme, why_next
from events.domain.taking_part import speaks
from events.domain.timeline import timeline
from events.domain.timing import ItemTiming, SpeechTiming, Timeline
from meetingplanner.languages import phrase
from participants.domain.names import begun
from participants.domain.prose import joined, quoted
from participants.domain.ranks import SCHEMES

BLOCKED_BY = ("time", "person")
ASSUMED = "({minutes})"


@dataclass(frozen=True, kw_only=True)
class SpeechValues:
    """One line of the list, in words; `name` is empty while nobody is named, `details` stand under it.

    `starts_at` and `ends_at` are the planned instants, `is_assumed` tells that nobody set how long it takes.
    """

    number: str
    name: str
    details: tuple[str, ...]
    delegation: str
    minutes: str
    starts_at: datetime
    ends_at: datetime
    is_assumed: bool
    planned: str
    actual: str


@dataclass(frozen=True, kw_only=True)
class ListedItem:
    """One item with speakers, or what one day has of it: its heading, the day where a new one begins, its lines."""

    day: str
    title: str
    remark: str
    speeches: tuple[SpeechValues, ...]


@dataclass(frozen=True, kw_only=True)
class SpeakersValues:
    """The list in words, the budget of each segment and last of the whole, and what explains it.

    There is no budget once the meeting has ended.
    """

    frame: Frame
    points: tuple[str, ...]
    absences: tuple[str, ...]
    remarks: tuple[str, ...]
    items: tuple[ListedItem, ...]
    has_actual: bool
    budgets: tuple[BudgetValues, ...]
    budget_remarks: tuple[str, ...]


def collect(facts: MeetingFacts, options: Options) -> SpeakersValues:
    """Return the speakers of every item in programme order, numbered through, and the budgets.

    Who does not come is left out, and keeps the time that the budgets count.
    """
    language = options.language
    times = timeline(facts)
    speeches = [speech for item in times.items for speech in item.speeches if speaks(facts, speech.speech)]
    return SpeakersValues(
        frame=surroundings(facts, options, title=gettext("List of speakers"), blocked_by=BLOCKED_BY),
        points=open_points(facts, BLOCKED_BY, options),
        absences=absences(facts, facts.segments, ("speeches",), language, has_times=True),
        remarks=tuple(_remarks(facts, speeches, language)),
        items=tuple(_items(facts, times, language)),
        has_actual=any(one.actual_start or one.actual_end for one in speeches),
        budgets=() if times.actual_end else tuple(budgets(times, facts.kind, language)),
        budget_remarks=() if times.actual_end else tuple(remarks(times, language)),
    )


def render(values: SpeakersValues) -> bytes:
    """Return the list as PDF."""
    return document_pdf(list(blocks(values)), values.frame)


def render_docx(values: SpeakersValues) -> bytes:
    """Return the same as DOCX."""
    return document_docx(blocks(values), values.frame)


def _remarks(facts: MeetingFacts, speeches: list[SpeechTiming], language: str) -> Iterator[str]:
    if not speeches:
        yield gettext("No speakers are inscribed yet.")
        return
    yield gettext("Speakers are listed in the order set by the secretariat. All times are in %(zone)s.") % {
        "zone": zone_time(facts.roster.zone, language)
    }
    yield from _orders(facts, language)
    if any(one.is_assumed for one in speeches):
        yield gettext("Minutes in brackets are assumed: no limit has been set for that speaker.")


def _orders(facts: MeetingFacts, language: str) -> Iterator[str]:
    """Yield for each scheme of rank which items' speakers stand in its order; one that they left is not named."""
    by_scheme: dict[str, list[str]] = {}
    for item in facts.items.values():
        count = sum(speaks(facts, speech) for speech in item.speeches)
        if count > 1 and item.order and item.order.scheme in SCHEMES and follows_scheme(why_next(facts, item)):
            title = shown(item.title, language) or gettext(ITEM_KINDS[item.kind].label)
            by_scheme.setdefault(item.order.scheme, []).append(quoted(title, language))
    for scheme, titles in by_scheme.items():
        places = {"items": joined(titles, language), "scheme": gettext(SCHEMES[scheme].label)}
        yield gettext("Order of speakers, %(items)s: %(scheme)s.") % places


def _items(facts: MeetingFacts, times: Timeline, language: str) -> Iterator[ListedItem]:
    zone = facts.roster.zone
    runs = list(_runs(facts, times))
    has_days = len({day_of(item.start, zone) for item in times.items} | {on for on, _, _ in runs}) > 1
    number, told, before = 0, None, None
    for on, timing, speeches in runs:
        title = shown(timing.item.title, language) or gettext(ITEM_KINDS[timing.item.kind].label)
        is_continued = timing is before
        yield ListedItem(
            day=day_name(on, language) if has_days and on != told else "",
            title=gettext("%(title)s (continued)") % {"title": title} if is_continued else title,
            remark="" if is_continued else actual_words(timing, zone, language),
            speeches=tuple(_line(facts, one, place, language) for place, one in enumerate(speeches, number + 1)),
        )
        number, told, before = number + len(speeches), on, timing


def _runs(facts: MeetingFacts, times: Timeline) -> Iterator[tuple[date, ItemTiming, tuple[SpeechTiming, ...]]]:
    for timing in times.items:
        speeches = [one for one in timing.speeches if speaks(facts, one.speech)]
        for on, run in by_day(speeches, facts.roster.zone, start=lambda one: one.start):
            yield on, timing, run


def _line(facts: MeetingFacts, timing: SpeechTiming, number: int, language: str) -> SpeechValues:
    zone, speech = facts.roster.zone, timing.speech
    minutes = minutes_text(timing.end - timing.start)
    return SpeechValues(
        number=str(number),
        name=_name(facts, speech, language),
        details=tuple(_details(facts, speech, language)),
        delegation=entity_name(entity_of(facts, speech.delegation), language),
        minutes=ASSUMED.format(minutes=minutes) if timing.is_assumed else minutes,
        starts_at=timing.start,
        ends_at=timing.end,
        is_assumed=timing.is_assumed,
        planned=clock(timing.start, zone, language),
        actual=_actual(timing.actual_start, timing.actual_end, zone, language),
    )


def _name(facts: MeetingFacts, speech: SpeechFacts, language: str) -> str:
    delegate = facts.delegates.get(speech.delegate)
    if delegate is None or delegate.is_withdrawn:
        return ""
    return begun(full_address(delegate, language), language) or to_be_announced(shown(delegate.function, language))


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


def blocks(values: SpeakersValues) -> Iterator[Block]:
    yield Title(text=gettext("List of speakers"))
    yield from notice(values.points)
    yield from notice_of_absences(values.absences)
    for remark in values.remarks:
        yield Paragraph(text=note(remark))
    if values.items:
        yield _table(values)
    if values.budgets:
        yield Heading(text=gettext("Time budget"))
        yield budget_table(values.budgets)
    for sentence in values.budget_remarks:
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
        rows.append(GroupRow(text=item.title, code=" ".join(f"· {part}" for part in (item.day, item.remark) if part)))
        rows += [_row(speech, has_actual=values.has_actual) for speech in item.speeches]
    return Table(header=tuple(header), rows=tuple(rows), column_widths=tuple(widths), numeric=(3, 4), is_wide=True)


def _row(speech: SpeechValues, *, has_actual: bool) -> tuple[Wording, ...]:
    details = [f"\n{detail}" for detail in speech.details]
    name = together(bold(speech.name) if speech.name else note(gettext("Name to follow")), *details)
    cells = (speech.number, name, speech.delegation, speech.minutes, speech.planned)
    return (*cells, speech.actual) if has_actual else cells


DOCUMENT = Document(
    slug="speakers",
    title=phrase("List of speakers with time budget"),
    collect=collect,
    render=render,
    blocked_by=BLOCKED_BY,
    blocks=blocks,
)
WORD = Document(
    slug="speakers-word",
    title=phrase("List of speakers with time budget (Word)"),
    collect=collect,
    render=render_docx,
    content_type=DOCX,
    blocked_by=BLOCKED_BY,
    blocks=blocks,
    edition_of="speakers",
)
