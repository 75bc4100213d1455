"""The arrivals sheet: who comes when, by whose side, where they wait, when they leave; and the press at each item."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from events.documents.base import XLSX, Document, Options
from events.documents.list_sheets import ListValues
from events.documents.list_sheets import render as sheet_bytes
from events.documents.pdf.blocks import Block, Heading, Paragraph, Table, Title, Wording, bold, note
from events.documents.pdf.document import document_pdf
from events.documents.pdf.frame import Frame
from events.documents.surroundings import surroundings
from events.documents.words import (
    as_of,
    clock,
    entity_name,
    full_address,
    shown,
    to_be_announced,
    wall_moment,
    zone_time,
)
from events.domain.facts import MeetingFacts
from events.domain.items import PRESS
from events.domain.principals import Principal, principals
from events.domain.timeline import timeline
from meetingplanner.languages import LANGUAGES, phrase
from participants.documents.sheets import Cell, Sheet
from participants.domain.dates import clock_text


@dataclass(frozen=True, kw_only=True)
class ArrivalValues:
    """One principal in words; `at` is the wall clock of the arrival, None while it is not known."""

    at: datetime | None
    arrives: str
    name: str
    function: str
    entity: str
    entrance: str
    holding_room: str
    escort: str
    leaves: str
    note: str


@dataclass(frozen=True, kw_only=True)
class ArrivalsValues:
    """The sheet: principals in the order of their arrival, and each item with its hour and press arrangement."""

    frame: Frame
    zone_note: str
    people: tuple[ArrivalValues, ...]
    press: tuple[tuple[str, str, str], ...]


def collect(facts: MeetingFacts, options: Options) -> ArrivalsValues:
    """Return the arrivals sheet in words; a meeting without principals has an empty one."""
    language, zone = options.language, facts.roster.zone
    return ArrivalsValues(
        frame=surroundings(facts, options, title=gettext("Arrivals sheet"), is_landscape=True),
        zone_note=gettext("All times are in %(zone)s.") % {"zone": zone_time(zone, language)},
        people=tuple(_people(facts, language)),
        press=tuple(_press(facts, language)),
    )


def render(values: ArrivalsValues) -> bytes:
    """Return the sheet as PDF."""
    return document_pdf(list(blocks(values)), values.frame)


def blocks(values: ArrivalsValues) -> Iterator[Block]:
    yield Title(text=gettext("Arrivals sheet"))
    order = gettext("By hour of arrival; those without one follow in the order of the programme.")
    yield Paragraph(text=note(f"{values.zone_note} {order}"))
    if values.people:
        yield Table(
            header=_headings(),
            rows=tuple(_row(one) for one in values.people),
            column_widths=(2.4, 6.4, 3.2, 2.8, 2.8, 2.8, 3.6),
            is_wide=True,
        )
    else:
        yield Paragraph(text=gettext("Nobody is expected yet."))
    if values.press:
        yield Heading(text=gettext("Press"))
        header = (gettext("Time"), gettext("Item"), gettext("Press"))
        yield Table(header=header, rows=values.press, column_widths=(2.4, 12, 8), is_wide=True)


def collect_sheet(facts: MeetingFacts, options: Options) -> ListValues:
    """Return the same people as a spreadsheet, a row each."""
    values, language = collect(facts, options), options.language
    name = shown(facts.short_title, language) or shown(facts.title, language)
    headings = _headings()
    sheet = Sheet(
        title=gettext("Arrivals sheet"),
        headings=(headings[0], gettext("Name"), gettext("Function"), *headings[2:], gettext("Note")),
        rows=tuple(map(_cells, values.people)),
        direction=LANGUAGES[language].direction,
        foot=f"{name} · {as_of(options.as_of, facts.roster.zone, language)}",
    )
    return ListValues(sheet=sheet, as_of=options.as_of)


def _cells(one: ArrivalValues) -> tuple[Cell, ...]:
    arranged = (one.entrance, one.holding_room, one.escort, one.leaves, one.note)
    return one.at or "", one.name, one.function, one.entity, *arranged


def _headings() -> tuple[str, ...]:
    return (
        gettext("Arrives"),
        gettext("Name and function"),
        gettext("Delegation"),
        gettext("Entrance"),
        gettext("Holding room"),
        gettext("Escort"),
        gettext("Leaves after"),
    )


def _row(one: ArrivalValues) -> tuple[Wording, ...]:
    leaves = "\n".join(part for part in (one.leaves, one.note) if part)
    name = (bold(one.name), f"\n{one.function}" if one.function else "")
    return one.arrives, name, one.entity, one.entrance, one.holding_room, one.escort, leaves


def _people(facts: MeetingFacts, language: str) -> Iterator[ArrivalValues]:
    titles = {one.item.uuid: one.item.title for one in timeline(facts).items}
    for one in principals(facts):
        delegate = facts.delegates[one.delegate]
        entity = entity_name(facts.entities[facts.delegations[delegate.delegation].entity], language)
        function = shown(delegate.function, language)
        name, arrival = full_address(delegate, language, is_listed=True), one.arrival
        yield ArrivalValues(
            at=arrival.arrives if arrival else None,
            arrives=_arrives(facts, one, language),
            name=name or to_be_announced(function or entity),
            function=function if name else "",
            entity=entity,
            entrance=arrival.entrance if arrival else "",
            holding_room=arrival.holding_room if arrival else "",
            escort=arrival.escort if arrival else "",
            leaves=shown(titles[arrival.leaves_after], language) if arrival and arrival.leaves_after in titles else "",
            note=arrival.note if arrival else "",
        )


def _arrives(facts: MeetingFacts, one: Principal, language: str) -> str:
    """Return the hour, with the day where the meeting has several or it is another one."""
    wall = one.arrival.arrives if one.arrival else None
    if wall is None:
        return ""
    if wall.date() == facts.start.date() == facts.end.date():
        return clock_text(wall, language)
    return wall_moment(wall, facts.roster.zone, language)


def _press(facts: MeetingFacts, language: str) -> Iterator[tuple[str, str, str]]:
    for one in timeline(facts).items:
        press = gettext(PRESS[one.item.press]) if one.item.press else gettext("not decided")
        yield clock(one.start, facts.roster.zone, language), shown(one.item.title, language), press


DOCUMENT = Document(
    slug="arrivals",
    title=phrase("Arrivals sheet"),
    collect=collect,
    render=render,
    blocks=blocks,
    needs="edit_programme",
)
SHEET = Document(
    slug="arrivals-xlsx",
    title=phrase("Arrivals sheet, as a spreadsheet"),
    collect=collect_sheet,
    render=sheet_bytes,
    content_type=XLSX,
    papers=(),
    needs="edit_programme",
)
