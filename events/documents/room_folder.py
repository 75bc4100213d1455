"""Everything for the room officer, bound: programme, speakers, podium, seats, participants and a list of plates."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext, pgettext

from events.documents import changeover, door_list, participants, plates, programme, seating_plan, speakers
from events.documents.base import Document, Options
from events.documents.meeting_words import meeting_words
from events.documents.pdf.blocks import (
    Block,
    Contents,
    Heading,
    PageBreak,
    Paragraph,
    Plate,
    Table,
    Title,
    bold,
    box,
    note,
)
from events.documents.pdf.document import document_pdf
from events.documents.pdf.frame import Frame
from events.documents.podium_words import podium_words
from events.documents.seat_words import podium_sentence, title_for_part
from events.documents.surroundings import notice, open_points, surroundings
from events.documents.table_columns import without_empty
from events.documents.words import (
    as_of,
    capitalised,
    entity_name,
    entity_of,
    full_address,
    functions,
    shown,
    to_be_announced,
)
from events.domain.facts import MeetingFacts, SegmentFacts
from events.domain.podium import INTERPRETERS
from events.domain.seating.order import plan
from events.domain.taking_part import podium_of
from meetingplanner.languages import phrase
from participants.domain.prose import stopped

BLOCKED_BY = ("time", "seats", "person")


class DifferentStates(ValueError):
    """The parts were made from different states of the meeting: bound together they would contradict each other."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part: its title, its `entry` in contents and bookmarks, its blocks after it, and the instant of its facts."""

    title: str
    entry: str
    blocks: tuple[Block, ...]
    as_of: datetime
    subtitle: str = ""
    is_landscape: bool = False


@dataclass(frozen=True, kw_only=True)
class FolderValues:
    """The parts in the order in which they are bound, all made from one state."""

    frame: Frame
    points: tuple[str, ...]
    introduction: str
    parts: tuple[Part, ...]


def collect(facts: MeetingFacts, options: Options) -> FolderValues:
    """Return all that is needed in the room. Raises DifferentStates for parts that are not of one state."""
    frame = surroundings(facts, options, title=gettext("Folder for the room"), blocked_by=BLOCKED_BY)
    moment = as_of(options.as_of, facts.roster.zone, options.language)
    return FolderValues(
        frame=frame,
        points=open_points(facts, BLOCKED_BY, options),
        introduction=meeting_words(facts.kind).shown % {"as_of": moment},
        parts=of_one_state(tuple(_parts(facts, options))),
    )


def render(values: FolderValues) -> bytes:
    """Return the folder as one PDF with contents, bookmarks and pages numbered through."""
    return document_pdf(list(blocks(values)), values.frame)


def blocks(values: FolderValues) -> Iterator[Block]:
    """Yield the cover, then each part from a new page."""
    yield Title(text=gettext("Folder for the room"))
    yield from notice(values.points)
    yield Paragraph(text=note(values.introduction))
    yield Heading(text=gettext("Contents"))
    keys = [f"part-{number}" for number, _ in enumerate(values.parts, 1)]
    yield Contents(entries=tuple((key, part.entry) for key, part in zip(keys, values.parts, strict=True)))
    for key, part in zip(keys, values.parts, strict=True):
        yield PageBreak(is_landscape=part.is_landscape)
        yield Title(text=part.title, subtitle=part.subtitle, part=key, entry=part.entry)
        yield from part.blocks


def of_one_state(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return `parts` as they are. Raises DifferentStates, naming them, where they are not as of the same instant."""
    if len({part.as_of for part in parts}) > 1:
        names = ", ".join(part.entry for part in parts)
        raise DifferentStates(
            gettext("These parts show different states of the meeting: %(names)s.") % {"names": names}
        )
    return parts


def _parts(facts: MeetingFacts, options: Options) -> Iterator[Part]:
    yield _bound(programme, facts, options)
    yield _bound(speakers, facts, options)
    yield _part(podium_words(facts.kind).label, _podium(facts, options.language), options)
    for segment in facts.segments:
        part = _bound(seating_plan, facts, replace(options, moment=segment.uuid), is_landscape=True)
        door = _bound(door_list, facts, replace(options, moment=segment.uuid))
        for one in (part, door):
            yield replace(one, entry=title_for_part(one.title, facts, segment, options.language))
    if len(facts.segments) > 1:
        yield _bound(changeover, facts, options)
    yield _bound(participants, facts, options)
    yield _part(gettext("Plates to set out"), _plates(facts, options), options)


def _part(title: str, composed: Iterable[Block], options: Options) -> Part:
    return Part(title=title, entry=title, blocks=tuple(composed), as_of=options.as_of)


def _bound(module: object, facts: MeetingFacts, options: Options, *, is_landscape: bool = False) -> Part:
    """Return what `module` prints as a part: its own title heads it."""
    values = module.collect(facts, options)
    title, *rest = module.blocks(values)
    told_on_the_cover = tuple(notice(values.points))
    return Part(
        title=title.text,
        entry=title.text,
        subtitle=title.subtitle,
        blocks=tuple(block for block in rest if block not in told_on_the_cover),
        as_of=values.frame.as_of,
        is_landscape=is_landscape,
    )


def _podium(facts: MeetingFacts, language: str) -> Iterator[Block]:
    for segment in facts.segments:
        yield Heading(text=shown(segment.title, language))
        seats = plan(facts, segment)
        words = podium_sentence(facts, seats, language)
        if words:
            yield Paragraph(text=note(words))
        rows = tuple(_seated(facts, segment, language))
        if rows:
            header = (gettext("No."), gettext("Name"), gettext("Function"), gettext("Delegation"))
            yield Table(header=header, rows=rows, column_widths=(1.1, 6, 7, 4.5), is_wide=True)
        else:
            yield Paragraph(text=podium_words(facts.kind).nobody)


def _seated(facts: MeetingFacts, segment: SegmentFacts, language: str) -> Iterator[tuple[object, ...]]:
    interpreters = {one.delegate: one.place for one in segment.interpreters}
    for number, uuid in enumerate(podium_of(facts, segment), 1):
        delegate = facts.delegates[uuid]
        function = shown(delegate.function, language)
        name = full_address(delegate, language, is_listed=True)
        entity = entity_name(entity_of(facts, delegate.delegation), language)
        who = bold(name) if name else to_be_announced(function or entity)
        yield (str(number), who, functions(delegate, language), entity)
        if uuid in interpreters:
            place = gettext(INTERPRETERS[interpreters[uuid]])
            yield ("", gettext("Interpreter (%(place)s)") % {"place": place}, "", entity)


def _plates(facts: MeetingFacts, options: Options) -> Iterator[Block]:
    for document, collected, heading in (
        (plates.TABLE, plates.collect_table(facts, options), pgettext("of a delegation", "Name")),
        (plates.PODIUM, plates.collect_podium(facts, options), gettext("Name")),
    ):
        yield Heading(text=document.title_for(facts.kind))
        if not collected.plates:
            yield Paragraph(text=gettext("There is none to set out."))
            continue
        order = stopped(capitalised(collected.order), options.language)
        yield Paragraph(text=note(order), keeps_with_next=True)
        yield _checklist(collected.plates, heading)


def _checklist(found: Iterable[Plate], heading: str) -> Table:
    rows = tuple((str(number), bold(one.name), one.function, box()) for number, one in enumerate(found, 1))
    header = (gettext("No."), heading, gettext("Function"), gettext("Set out"))
    table = Table(header=header, rows=rows, column_widths=(1.1, 7, 8, 2.4), is_wide=True)
    return without_empty(table, (2,))


DOCUMENT = Document(
    slug="room-folder",
    title=phrase("Folder for the room"),
    collect=collect,
    render=render,
    blocked_by=BLOCKED_BY,
    blocks=blocks,
    parts=("programme", "speakers", "seating-plan", "door-list", "changeover", "participants"),
)
