"""Every list as a spreadsheet: what its print collects, a row a line and times as times; the same facts once more."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext, pgettext

from events.documents import arrivals, changeover, participants, plates, programme, speakers
from events.documents.base import XLSX, Document, Options
from events.documents.pdf.blocks import GroupRow, Run, Wording
from events.documents.seat_words import moment_words
from events.documents.seating_lists import by_seat
from events.documents.words import as_of, shown, zone_time
from events.domain.facts import MeetingFacts
from events.domain.seating.order import plan
from events.domain.timing import to_minute
from events.domain.wallclock import local
from meetingplanner.languages import LANGUAGES, phrase
from participants.documents.sheets import Cell, Sheet, xlsx_bytes

Rows = Iterable[tuple[Cell, ...]]
KINDS = ((plates.TABLE.title, plates.collect_table), (plates.PODIUM.title, plates.collect_podium))


@dataclass(frozen=True, kw_only=True)
class ListValues:
    """A list as a sheet, as of the instant of the facts."""

    sheet: Sheet
    as_of: datetime


def render(values: ListValues) -> bytes:
    """Return the list as XLSX."""
    return xlsx_bytes(values.sheet, as_of=values.as_of)


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
    """Return who sits where as the plans have it, a row a seat taken, for every part of the meeting."""
    headings = (
        gettext("Part"),
        pgettext("seats", "Zone"),
        gettext("Seat"),
        gettext("Delegation"),
        gettext("Code"),
        gettext("Name"),
        gettext("Seats behind"),
        gettext("Remarks"),
    )
    return _list(gettext("Seats"), headings, _seat_rows(facts, options.language), facts, options)


def collect_changeover(facts: MeetingFacts, options: Options) -> ListValues:
    """Return what is moved on the podium and at the table between two moments, a row a chair or seat."""
    headings = (gettext("Next part"), gettext("Seat"), gettext("Before"), gettext("After"), gettext("What to do"))
    values = changeover.collect(facts, options)
    return _list(values.title, headings, _changeover_rows(values), facts, options)


def collect_plates(facts: MeetingFacts, options: Options) -> ListValues:
    """Return what stands on the plates, in the order in which they are printed and set out."""
    headings = (gettext("Plates"), gettext("No."), gettext("Name"), gettext("Function"))
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
            name = one.name or gettext("Name to be announced")
            yield int(one.number), item.title, start, minutes, name, remarks, one.delegation, one.actual


def _participant_rows(values: participants.ParticipantsValues) -> Rows:
    for one in values.delegations:
        for person in one.people:
            name = person.name or gettext("Name to be announced")
            own = (person.given_names, person.family_name)
            yield one.section, one.code, one.name, one.grounds, name, *own, person.function, person.rank, person.role


def _seat_rows(facts: MeetingFacts, language: str) -> Rows:
    for segment in facts.segments:
        part, zone = moment_words(facts, segment, language), ""
        for row in by_seat(facts, plan(facts, segment), language):
            if isinstance(row, GroupRow):
                zone = row.text
            else:
                yield part, zone, *(_text(cell) for cell in row)


def _changeover_rows(values: changeover.ChangeoverValues) -> Rows:
    for moment in values.moments:
        yield from ((moment.after, *row) for row in moment.chairs)
        yield from ((moment.after, *row, gettext("exchange the plates")) for row in moment.plates)


def _plate_rows(facts: MeetingFacts, options: Options) -> Rows:
    for kind, collect in KINDS:
        for number, plate in enumerate(collect(facts, options).plates, 1):
            yield gettext(kind), number, plate.name, plate.function


def _arrival_rows(values: arrivals.ArrivalsValues, zone: str) -> Rows:
    for one in values.arrivals:
        arrives = _wall(one.arrives_at, zone) if one.arrives_at else None
        whereabouts = (one.entrance, one.holding_room, one.escort, one.leaves_after)
        yield arrives, one.name, one.function, one.delegation, *whereabouts, one.note


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text)


def _text(wording: Wording) -> str:
    """Return the words of a cell without their style."""
    return "".join(_texts(wording))


def _texts(wording: Wording) -> Iterator[str]:
    if isinstance(wording, str | Run):
        yield wording if isinstance(wording, str) else wording.text
    else:
        for part in wording:
            yield from _texts(part)


def _sheet(
    slug: str, title: str, collect: Callable[[MeetingFacts, Options], Any], *, needs: str = "view_meeting"
) -> Document:
    return Document(slug=slug, title=title, collect=collect, render=render, content_type=XLSX, papers=(), needs=needs)


SHEETS = (
    _sheet("programme-xlsx", phrase("Programme, as a spreadsheet"), collect_programme),
    _sheet("speakers-xlsx", phrase("List of speakers, as a spreadsheet"), collect_speakers),
    _sheet("participants-xlsx", phrase("List of participants, as a spreadsheet"), collect_participants),
    _sheet("seats-xlsx", phrase("Seats, as a spreadsheet"), collect_seats),
    _sheet("changeover-xlsx", phrase("Changeover between the parts, as a spreadsheet"), collect_changeover),
    _sheet("plates-xlsx", phrase("Plates, as a spreadsheet"), collect_plates),
    _sheet("arrivals-xlsx", phrase("Arrivals, as a spreadsheet"), collect_arrivals, needs=arrivals.DOCUMENT.needs),
)
