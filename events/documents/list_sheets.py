"""Every list as a spreadsheet: what its print collects, a row a line and times as times; the same facts once more."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext, pgettext

from events.documents import arrivals, changeover, participants, plates, programme, speakers
from events.documents.base import CSV, XLSX, Document, Options
from events.documents.seat_words import entity_code, moment_words, order_sentence, remarks, zone_name
from events.documents.seating_lists import podium_rows
from events.documents.words import as_of, entity_name, entity_of, full_address, shown, zone_time
from events.domain.facts import MeetingFacts
from events.domain.seating.numbering import seat_numbers
from events.domain.seating.order import plan
from events.domain.timing import to_minute
from events.domain.wallclock import local
from meetingplanner.languages import LANGUAGES, phrase
from participants.documents.sheets import Cell, Sheet, csv_bytes, searchable
from participants.documents.xlsx import xlsx_bytes
from participants.domain.attendance import head_of
from participants.domain.prose import listed
from participants.domain.texts import text_in
from participants.domain.values import DelegateFacts, EntityFacts

Rows = Iterable[tuple[Cell, ...]]
KINDS = ((plates.TABLE, plates.collect_table), (plates.PODIUM, plates.collect_podium))


@dataclass(frozen=True, kw_only=True)
class ListValues:
    """A list as a sheet, as of the instant of the facts."""

    sheet: Sheet
    as_of: datetime


def render(values: ListValues) -> bytes:
    """Return the list as XLSX."""
    return xlsx_bytes(values.sheet, as_of=values.as_of)


def render_csv(values: ListValues) -> bytes:
    """Return the list as CSV."""
    return csv_bytes(values.sheet)


def collect_programme(facts: MeetingFacts, options: Options) -> ListValues:
    """Return the items as the programme has them, a row each: its part, when it starts and ends, who speaks."""
    values, zone = programme.collect(facts, options), zone_time(facts.roster.zone, options.language)
    headings = (
        gettext("Part"),
        gettext("Start (%(zone)s)") % {"zone": zone},
        gettext("End (%(zone)s)") % {"zone": zone},
        gettext("Minutes"),
        gettext("Item"),
        gettext("Speakers"),
        gettext("Remarks"),
    )
    return _list(gettext("Programme"), headings, _programme_rows(values, facts.roster.zone), facts, options)


def collect_speakers(facts: MeetingFacts, options: Options) -> ListValues:
    """Return the speakers as their list has them, a row each, numbered through."""
    values, zone = speakers.collect(facts, options), zone_time(facts.roster.zone, options.language)
    headings = (
        gettext("No."),
        gettext("Item"),
        gettext("Start (%(zone)s)") % {"zone": zone},
        gettext("Minutes"),
        gettext("Speaker"),
        gettext("Remarks"),
        gettext("Delegation"),
        pgettext("time", "Actual"),
    )
    return _list(gettext("List of speakers"), headings, _speaker_rows(values, facts.roster.zone), facts, options)


def collect_participants(facts: MeetingFacts, options: Options) -> ListValues:
    """Return the people as the list of participants has them, a row each; a delegation that named nobody has one."""
    values = participants.collect(facts, options)
    headings = (
        pgettext("list of participants", "Group"),
        gettext("Code"),
        gettext("Delegation"),
        gettext("Ground of invitation"),
        gettext("Name"),
        gettext("Given names"),
        gettext("Family name"),
        gettext("Function"),
        gettext("Level"),
        pgettext("in the delegation", "Role"),
    )
    return _list(gettext("List of participants"), headings, _participant_rows(values), facts, options)


def collect_seats(facts: MeetingFacts, options: Options) -> ListValues:
    """Return who sits where as the plans have it, a row a seat taken, for every part of the meeting.

    In walking order after the podium, with the number of the seat's microphone, as conference systems read it.
    """
    headings = (
        gettext("Part"),
        pgettext("seats", "Zone"),
        gettext("Microphone"),
        gettext("Seat"),
        pgettext("seats", "Row"),
        pgettext("seats", "Place"),
        gettext("Delegation"),
        gettext("Short name"),
        gettext("Code"),
        gettext("Name"),
        gettext("Function"),
        gettext("Seats behind"),
        gettext("Remarks"),
        gettext("Order of seats"),
    )
    return _list(gettext("Seats"), headings, _seat_rows(facts, options.language), facts, options)


def collect_changeover(facts: MeetingFacts, options: Options) -> ListValues:
    """Return what is moved on the podium and at the table between two moments, a row a chair or seat."""
    headings = (gettext("Next part"), gettext("Seat"), gettext("Before"), gettext("After"), gettext("What to do"))
    values = changeover.collect(facts, options)
    return _list(values.title, headings, _changeover_rows(values), facts, options)


def collect_plates(facts: MeetingFacts, options: Options) -> ListValues:
    """Return what stands on the plates, in the order in which they are printed and set out."""
    headings = (gettext("Plates"), gettext("No."), pgettext("on a plate", "Name"), gettext("Function"))
    return _list(gettext("Plates"), headings, _plate_rows(facts, options), facts, options)


def collect_arrivals(facts: MeetingFacts, options: Options) -> ListValues:
    """Return the principals as the arrivals sheet has them, a row each."""
    values, zone = arrivals.collect(facts, options), zone_time(facts.roster.zone, options.language)
    headings = (
        gettext("Arrival (%(zone)s)") % {"zone": zone},
        gettext("Name"),
        gettext("Function"),
        gettext("Delegation"),
        gettext("Entrance"),
        gettext("Holding room"),
        gettext("Escort"),
        gettext("Leaves after"),
        gettext("Remarks"),
    )
    return _list(gettext("Arrivals"), headings, _arrival_rows(values, facts.roster.zone), facts, options)


def _list(title: str, headings: tuple[str, ...], rows: Rows, facts: MeetingFacts, options: Options) -> ListValues:
    language = options.language
    name = shown(facts.short_title, language) or shown(facts.title, language)
    sheet = Sheet(
        title=title,
        headings=headings,
        rows=tuple(rows),
        direction=LANGUAGES[language].direction,
        foot=f"{name} · {as_of(options.as_of, facts.roster.zone, language)}",
    )
    return ListValues(sheet=sheet, as_of=options.as_of)


def _wall(instant: datetime, zone: str) -> datetime:
    return local(to_minute(instant), zone).replace(tzinfo=None)


def _minutes(start: datetime, end: datetime) -> float:
    return round((end - start).total_seconds() / 60, 2)


def _programme_rows(values: programme.ProgrammeValues, zone: str) -> Rows:
    for segment in values.segments:
        for item in segment.items:
            times = (_wall(item.starts_at, zone), _wall(item.ends_at, zone), _minutes(item.starts_at, item.ends_at))
            remarks = (*item.remarks, item.description)
            yield segment.title, *times, item.title, _lines(item.speakers), _lines(remarks)


def _speaker_rows(values: speakers.SpeakersValues, zone: str) -> Rows:
    for item in values.items:
        for one in item.speeches:
            start, minutes = _wall(one.starts_at, zone), _minutes(one.starts_at, one.ends_at)
            remarks = _lines((*one.details, gettext("Minutes assumed") if one.is_assumed else ""))
            name = one.name or gettext("Name to follow")
            yield int(one.number), item.title, start, minutes, name, remarks, one.delegation, one.actual


def _participant_rows(values: participants.ParticipantsValues) -> Rows:
    for one in values.delegations:
        for person in one.people:
            name = person.name or gettext("Name to follow")
            own = (person.given_names, person.family_name)
            yield one.section, one.code, one.name, one.grounds, name, *own, person.function, person.rank, person.role


def _seat_rows(facts: MeetingFacts, language: str) -> Rows:
    numbers, known = seat_numbers(facts.room), {one.label: one for one in facts.room.seats} if facts.room else {}
    for segment in facts.segments:
        part, order = moment_words(facts, segment, language), order_sentence(facts, segment, language)
        seats = plan(facts, segment)
        for row in podium_rows(facts, seats):
            delegate = facts.delegates[row.delegate]
            entity = _entity_cells(entity_of(facts, delegate.delegation), language)
            person = ("", "") if row.is_interpreter else _person_cells(delegate, language)
            note = gettext("Interpreter") if row.is_interpreter else row.note
            number = numbers.get(row.label)
            yield part, zone_name(facts, "podium"), number, row.seat, "", None, *entity, *person, "", note, order
        for one in seats.assignments:
            entity, head = entity_of(facts, one.delegation), head_of(facts.delegations[one.delegation])
            person = _person_cells(head, language) if head and one.part == 1 else ("", "")
            note = remarks(facts, seats, one.delegation, language) if one.part == 1 else ""
            behind, seat = listed(one.behind, language), known[one.seat]
            place = (part, zone_name(facts, one.zone), numbers.get(one.seat), one.seat, seat.row, one.number)
            yield *place, *_entity_cells(entity, language), *person, behind, note, order


def _entity_cells(entity: EntityFacts, language: str) -> tuple[str, str, str]:
    """Return the name as lists have it, the short one of the plates, and the code."""
    return entity_name(entity, language), text_in(entity.short, language), entity_code(entity, language)


def _person_cells(delegate: DelegateFacts, language: str) -> tuple[str, str]:
    """Return the name with its form of address, "" while nobody is named, and the function."""
    return searchable(full_address(delegate, language, is_listed=True)), shown(delegate.function, language)


def _changeover_rows(values: changeover.ChangeoverValues) -> Rows:
    for moment in values.moments:
        yield from ((moment.after, *row) for row in moment.chairs)
        yield from ((moment.after, *row, gettext("exchange the plates")) for row in moment.plates)


def _plate_rows(facts: MeetingFacts, options: Options) -> Rows:
    for document, collect in KINDS:
        for number, plate in enumerate(collect(facts, options).plates, 1):
            yield document.title_for(facts.kind), number, plate.name, plate.function


def _arrival_rows(values: arrivals.ArrivalsValues, zone: str) -> Rows:
    for one in values.arrivals:
        arrives = _wall(one.arrives_at, zone) if one.arrives_at else None
        whereabouts = (one.entrance, one.holding_room, one.escort, one.leaves_after)
        yield arrives, one.name, one.function, one.delegation, *whereabouts, one.note


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text)


def _sheet(
    slug: str, title: str, collect: Callable[[MeetingFacts, Options], Any], *, needs: str = "view_meeting"
) -> Document:
    return Document(slug=slug, title=title, collect=collect, render=render, content_type=XLSX, papers=(), needs=needs)


SHEETS = (
    _sheet("programme-xlsx", phrase("Programme, as a spreadsheet"), collect_programme),
    _sheet("speakers-xlsx", phrase("List of speakers, as a spreadsheet"), collect_speakers),
    _sheet("participants-xlsx", phrase("List of participants, as a spreadsheet"), collect_participants),
    _sheet("seats-xlsx", phrase("Seats, as a spreadsheet"), collect_seats),
    Document(
        slug="seats-csv",
        title=phrase("Seats, as CSV"),
        collect=collect_seats,
        render=render_csv,
        content_type=CSV,
        papers=(),
    ),
    _sheet("changeover-xlsx", phrase("Changeover between the parts, as a spreadsheet"), collect_changeover),
    _sheet("plates-xlsx", phrase("Plates, as a spreadsheet"), collect_plates),
    _sheet("arrivals-xlsx", phrase("Arrivals, as a spreadsheet"), collect_arrivals, needs=arrivals.DOCUMENT.needs),
)
