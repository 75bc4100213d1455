"""Moves since the last issue: who sits elsewhere at one moment, is new there or has left, as an usher walks."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext, pgettext

from events.documents.base import Document, NothingToPrint, Options
from events.documents.edition_words import revision_name
from events.documents.pdf.blocks import Block, GroupRow, Heading, KeyFacts, Table, Title, Wording, bold, box, note
from events.documents.pdf.document import document_pdf
from events.documents.pdf.frame import Frame
from events.documents.podium_words import podium_moves
from events.documents.seat_move_words import moves_sentence
from events.documents.seat_words import head_words, moment_of, moment_words, order_sentence, person_words, zone_name
from events.documents.surroundings import notice, open_points, surroundings
from events.documents.words import entity_name, entity_of, moment, together
from events.domain.edition import LastIssue
from events.domain.facts import MeetingFacts, SegmentFacts
from events.domain.seating.order import ZONES, plan
from events.domain.seating.proposing import Move
from events.domain.seating.since import MovesSince, PodiumMove, moves_since
from meetingplanner.languages import phrase
from participants.domain.prose import GRAMMARS, listed

BLOCKED_BY = ("seats", "person")
DONE = box()
Row = tuple[Wording, ...] | GroupRow


@dataclass(frozen=True, kw_only=True)
class SeatChanges:
    """The moves of one moment in words.

    `coming`: seat now, delegation, head, seats behind, where it sat. `podium`, whose heading is `there`: chair now,
    name, chair until now. `going`: seat until now, name, why.
    """

    title: str
    subtitle: str
    frame: Frame
    points: tuple[str, ...]
    terms: tuple[tuple[str, str], ...]
    coming: tuple[Row, ...]
    there: str
    podium: tuple[Row, ...]
    going: tuple[Row, ...]


def collect(facts: MeetingFacts, options: Options) -> SeatChanges:
    """Return who sits elsewhere at the segment `options.moment`, the first for "", than in the last issue.

    Raises NothingToPrint where nothing was issued, the issue does not have the segment, or nobody moves; NoMoment for
    a segment that is not the meeting's.
    """
    segment, issued, language = moment_of(facts, options.moment), options.issued, options.language
    title = gettext("Moves since the last issue")
    moves = moves_since(issued.facts, facts, segment.uuid) if issued else None
    if issued is None or not moves:
        raise NothingToPrint(title)
    return SeatChanges(
        title=title,
        subtitle=moment_words(facts, segment, language),
        frame=surroundings(facts, options, title=title, blocked_by=BLOCKED_BY),
        points=open_points(facts, BLOCKED_BY, options),
        terms=tuple(_terms(facts, segment, issued, moves, language)),
        coming=tuple(_coming(facts, segment, moves, language)),
        there=podium_moves(facts.kind).there,
        podium=tuple(_podium(facts, moves, language)),
        going=tuple(_going(facts, issued.facts, moves, language)),
    )


def render(values: SeatChanges) -> bytes:
    """Return the sheet as PDF."""
    return document_pdf(list(_blocks(values)), values.frame)


def _blocks(values: SeatChanges) -> Iterator[Block]:
    yield Title(text=values.title, subtitle=values.subtitle)
    yield KeyFacts(items=values.terms)
    yield from notice(values.points)
    if values.coming:
        yield Heading(text=gettext("To their new seats, in walking order"))
        header = (
            gettext("Seat"),
            gettext("Delegation"),
            gettext("Head of delegation"),
            gettext("Seats behind"),
            gettext("Until now"),
            pgettext("move", "Done"),
        )
        yield Table(header=header, rows=values.coming, column_widths=(2, 5.5, 6.5, 2.6, 2.6, 1.4), is_wide=True)
    if values.podium:
        yield Heading(text=values.there)
        header = (gettext("Chair"), gettext("Name"), gettext("Until now"), pgettext("move", "Done"))
        yield Table(header=header, rows=values.podium, column_widths=(2, 12, 5, 1.4), is_wide=True)
    if values.going:
        yield Heading(text=gettext("Seats left: take the plates away"))
        header = (gettext("Seat"), gettext("Name"), gettext("Remarks"), pgettext("move", "Done"))
        yield Table(header=header, rows=values.going, column_widths=(2, 10, 7, 1.4), is_wide=True)


def _terms(
    facts: MeetingFacts, segment: SegmentFacts, issued: LastIssue, moves: MovesSince, language: str
) -> Iterator[tuple[str, str]]:
    at = moment(issued.issued_at, facts.roster.zone, language)
    named = {"name": revision_name(issued.number), "moment": at}
    yield gettext("Compared with"), gettext("%(name)s of %(moment)s") % named
    yield gettext("Moves"), moves_sentence((*moves.seats, *moves.podium))
    order = order_sentence(facts, segment, language)
    yield gettext("Order of seats"), order
    then = next(one for one in issued.facts.segments if one.uuid == segment.uuid)
    former = order_sentence(issued.facts, then, language)
    if former != order:
        yield gettext("Order until now"), former


def _coming(facts: MeetingFacts, segment: SegmentFacts, moves: MovesSince, language: str) -> Iterator[Row]:
    assigned = plan(facts, segment).assignments
    behind: dict[str, list[str]] = {}
    for one in assigned:
        behind.setdefault(one.delegation, []).extend(one.behind)
    zones = {one.delegation: one.zone for one in assigned}
    for zone in ZONES:
        here = [one for one in moves.seats if one.after and zones[one.delegation] == zone]
        if here and set(zones.values()) != {"table"}:
            yield GroupRow(text=zone_name(facts, zone))
        for one in here:
            name = entity_name(entity_of(facts, one.delegation), language)
            head = head_words(facts, one.delegation, language)
            until_now = listed(one.before, language) or gettext("new here")
            rear = listed(behind[one.delegation], language)
            yield bold(listed(one.after, language)), bold(name), head, rear, until_now, DONE


def _podium(facts: MeetingFacts, moves: MovesSince, language: str) -> Iterator[Row]:
    for one in moves.podium:
        if one.after:
            until_now = one.before or gettext("new here")
            yield bold(one.after), _person(facts, one, language), until_now, DONE


def _going(facts: MeetingFacts, earlier: MeetingFacts, moves: MovesSince, language: str) -> Iterator[Row]:
    for one in moves.seats:
        if not one.after:
            known = facts if one.delegation in facts.delegations else earlier
            name = entity_name(entity_of(known, one.delegation), language)
            yield bold(listed(one.before, language)), bold(name), _why(facts, one), DONE
    for one in moves.podium:
        if not one.after:
            known = facts if one.delegate in facts.delegates else earlier
            yield bold(one.before), _person(known, one, language), podium_moves(facts.kind).leaves, DONE


def _why(facts: MeetingFacts, move: Move) -> str:
    """Return why a delegation has no seat any more: it does not come, or the room has none for it."""
    is_coming = move.delegation in facts.coming
    return gettext("no place left in the room") if is_coming else gettext("does not come")


def _person(facts: MeetingFacts, move: PodiumMove, language: str) -> Wording:
    delegate = facts.delegates[move.delegate]
    name, entity = person_words(delegate, language), entity_name(entity_of(facts, delegate.delegation), language)
    return together(bold(name), note(f"{GRAMMARS[language].dash}{entity}")) if name else bold(entity)


DOCUMENT = Document(
    slug="seat-moves",
    title=phrase("Moves since the last issue"),
    collect=collect,
    render=render,
    blocked_by=BLOCKED_BY,
    has_moments=True,
    compares=True,
)
