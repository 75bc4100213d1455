"""The door list: every delegation in alphabetical order, in large type, with where it sits and who is on the podium."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext, pgettext

from events.documents.base import Document, Options
from events.documents.pdf.blocks import Block, KeyFacts, Paragraph, Table, Title, Wording, bold, note
from events.documents.pdf.document import document_pdf
from events.documents.pdf.frame import Frame
from events.documents.podium_words import podium_words
from events.documents.seat_words import (
    later_words,
    moment_of,
    moment_words,
    order_sentence,
    person_words,
    title_for_part,
)
from events.documents.surroundings import notice, open_points, surroundings
from events.documents.table_columns import without_empty
from events.documents.words import entity_name, together
from events.domain.changeover import later_on_podium
from events.domain.facts import MeetingFacts, RoomFacts, SeatFacts, SegmentFacts
from events.domain.seating.order import plan
from events.domain.seating.values import SeatAssignment
from meetingplanner.languages import phrase
from participants.domain.attendance import expected_delegations, head_of
from participants.domain.prose import listed
from participants.domain.protocol import entity_sort_key
from participants.domain.values import DelegationFacts

BLOCKED_BY = ("seats", "person")
Row = tuple[Wording, ...]


@dataclass(frozen=True, kw_only=True)
class DoorList:
    """The list of one moment in one language; rows of delegation with its people, seats, row, side, seats behind."""

    title: str
    subtitle: str
    frame: Frame
    points: tuple[str, ...]
    terms: tuple[tuple[str, str], ...]
    sides: str
    rows: tuple[Row, ...]


def collect(facts: MeetingFacts, options: Options) -> DoorList:
    """Return the list of the segment `options.moment`, of the first for "": all expected, alphabetical in the language.

    Who is on the podium, or goes there in a later part, is named with the chair, who has no place is marked.
    Raises NoMoment for a segment that is not the meeting's.
    """
    segment, language = moment_of(facts, options.moment), options.language
    title = gettext("Door list")
    return DoorList(
        title=title,
        subtitle=moment_words(facts, segment, language),
        frame=surroundings(
            facts, options, title=title_for_part(title, facts, segment, language), blocked_by=BLOCKED_BY
        ),
        points=open_points(facts, BLOCKED_BY, options),
        terms=((gettext("Order of seats"), order_sentence(facts, segment, language)),),
        sides=podium_words(facts.kind).sides,
        rows=tuple(_rows(facts, segment, language)),
    )


def render(values: DoorList) -> bytes:
    """Return the list as PDF."""
    return document_pdf(list(blocks(values)), values.frame)


def blocks(values: DoorList) -> Iterator[Block]:
    """Yield what the print consists of, in order."""
    yield Title(text=values.title, subtitle=values.subtitle)
    yield KeyFacts(items=values.terms)
    yield from notice(values.points)
    if not values.rows:
        yield Paragraph(text=gettext("No delegation is expected yet."))
        return
    yield Paragraph(text=note(values.sides))
    header = (
        gettext("Delegation"),
        gettext("Seat"),
        pgettext("seats", "Row"),
        pgettext("seats", "Side"),
        gettext("Seats behind"),
    )
    table = Table(header=header, rows=values.rows, column_widths=(9, 2.6, 1.6, 2.4, 2.6), is_wide=True, is_large=True)
    yield without_empty(table, (2, 4))


def row_words(seats: Iterable[SeatFacts], language: str) -> str:
    """Return the rows in which those seats stand, each once; "" for a table that has none."""
    return listed(dict.fromkeys(one.row for one in seats), language)


def side_words(seats: Iterable[SeatFacts], language: str) -> str:
    """Return on which side of the room, as seen from the hall, those seats are, each side once."""
    sides = {
        "left": pgettext("side of a room", "left"),
        "centre": pgettext("side of a room", "centre"),
        "right": pgettext("side of a room", "right"),
    }
    return listed(dict.fromkeys(sides.get(one.side, one.side) for one in seats), language)


def seats_of(room: RoomFacts | None, labels: Iterable[str]) -> list[SeatFacts]:
    """Return the seats of those labels, in that order; those that the room does not have are left out."""
    known = {one.label: one for one in room.seats} if room else {}
    return [known[label] for label in labels if label in known]


def _rows(facts: MeetingFacts, segment: SegmentFacts, language: str) -> Iterator[Row]:
    seats = plan(facts, segment)
    given: dict[str, list[SeatAssignment]] = {}
    for one in seats.assignments:
        given.setdefault(one.delegation, []).append(one)
    chairs = {one.delegate: podium_words(facts.kind).seat % {"seat": one.seat} for one in seats.podium}
    on_podium = {facts.delegates[uuid].delegation for uuid in chairs}
    chairs |= {one.delegate: later_words(facts, one, language) for one in later_on_podium(facts)[segment.uuid]}
    for delegation in _everybody(facts, on_podium, language):
        places = given.get(delegation.uuid, [])
        here = seats_of(facts.room, (one.seat for one in places))
        yield (
            _who(facts, delegation, chairs, language),
            bold(listed((one.seat for one in places), language) or gettext("no place")),
            row_words(here, language),
            side_words(here, language),
            listed((label for one in places for label in one.behind), language),
        )


def _everybody(facts: MeetingFacts, on_podium: Iterable[str], language: str) -> list[DelegationFacts]:
    found = {one.uuid: one for one in expected_delegations(facts.roster)}
    found |= {uuid: facts.delegations[uuid] for uuid in on_podium}
    return sorted(
        found.values(),
        key=lambda one: (entity_sort_key(facts.entities[one.entity], language), one.uuid),
    )


def _who(facts: MeetingFacts, delegation: DelegationFacts, chairs: Mapping[str, str], language: str) -> Wording:
    """Return the delegation with its head below, where one is named, and who of it is on the podium or goes there
    later: `chairs` says so in words.
    """
    head = head_of(delegation)
    people = [one for one in delegation.delegates if one.uuid in chairs or one is head]
    lines = [bold(entity_name(facts.entities[delegation.entity], language))]
    for one in sorted(people, key=lambda one: one is not head):
        lines += [f"\n{words}" for words in (person_words(one, language), chairs.get(one.uuid, "")) if words]
    return together(*lines)


DOCUMENT = Document(
    slug="door-list",
    title=phrase("Door list"),
    collect=collect,
    render=render,
    blocked_by=BLOCKED_BY,
    has_moments=True,
)
