"""The seating plan of one moment: the drawing as the hall sees it, then lists by seat and by delegation."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext

from events.documents.base import Document, Options
from events.documents.pdf.blocks import (
    Block,
    BulletList,
    GroupRow,
    Heading,
    KeyFacts,
    PageBreak,
    Paragraph,
    Table,
    Title,
    Wording,
)
from events.documents.pdf.document import body_size_mm, document_pdf
from events.documents.pdf.frame import Frame
from events.documents.podium_words import podium_words
from events.documents.seat_drawing import Sketch, drawing
from events.documents.seat_grounds import ground_at_table
from events.documents.seat_words import (
    approximate_sentence,
    code_sentence,
    moment_of,
    moment_words,
    order_sentence,
    order_sentences,
    podium_sentence,
    seat_text,
    title_for_part,
)
from events.documents.seating_lists import by_delegation, by_seat, lacking, unseated
from events.documents.surroundings import absences, notice, notice_of_absences, open_points, surroundings
from events.documents.words import place, shown
from events.domain.facts import MeetingFacts, SegmentFacts
from events.domain.seating.chart import INTERPRETER, ChartSeat, chart
from events.domain.seating.order import plan
from events.domain.seating.values import SeatPlan
from events.domain.seats import seat_count
from meetingplanner.languages import LANGUAGES, phrase
from participants.domain.attendance import is_granted
from participants.domain.prose import dashed, sentences, stopped
from participants.grounds import GROUNDS

BLOCKED_BY = ("seats", "time", "person")
TITLE_MM = 22.0
Row = tuple[Wording, ...] | GroupRow


@dataclass(frozen=True, kw_only=True)
class SeatingPlanPrint:
    """The plan in one language; `sketch` is None without a room, when the lists are all there is."""

    title: str
    subtitle: str
    frame: Frame
    points: tuple[str, ...]
    absences: tuple[str, ...]
    sketch: Sketch | None
    terms: tuple[tuple[str, str], ...]
    by_seat: tuple[Row, ...]
    by_delegation: tuple[Row, ...]
    unseated: tuple[str, ...]
    lacking: tuple[str, ...]


def collect(facts: MeetingFacts, options: Options) -> SeatingPlanPrint:
    """Return the plan of the segment `options.moment`, of the first one when none is named.

    Raises NoMoment for a segment that is not the meeting's.
    """
    segment, language = moment_of(facts, options.moment), options.language
    seats = plan(facts, segment)
    title = gettext("Seating plan")
    named = title_for_part(title, facts, segment, language)
    parts = (shown(facts.short_title, language), moment_words(facts, segment, language), facts.reference)
    subtitle = dashed(parts, language)
    return SeatingPlanPrint(
        title=title,
        subtitle=subtitle,
        # The head of the first page gives way to the drawing; the subtitle says what it would.
        frame=replace(
            surroundings(facts, options, title=named, blocked_by=BLOCKED_BY, is_landscape=True), masthead=None
        ),
        points=open_points(facts, BLOCKED_BY, options),
        absences=absences(facts, (segment,), ("podium",), language, has_times=False),
        sketch=sketch(facts, segment, seats, language) if facts.room and facts.room.seats else None,
        terms=_terms(facts, segment, seats, language),
        by_seat=by_seat(facts, seats, language),
        by_delegation=by_delegation(facts, seats, language),
        unseated=unseated(facts, seats, language),
        lacking=lacking(facts, seats, language),
    )


def render(values: SeatingPlanPrint) -> bytes:
    """Return the plan as PDF: the drawing on its own sheet, then who sits where by seat and by delegation."""
    return document_pdf(blocks(values), values.frame)


def blocks(values: SeatingPlanPrint) -> tuple[Block, ...]:
    """Return what the print consists of, in order."""
    composed: list[Block] = [Title(text=values.title, subtitle=values.subtitle)]
    if values.sketch:
        width_mm, height_mm = body_size_mm(values.frame)
        composed += [drawing(values.sketch, width_mm=width_mm, height_mm=height_mm - TITLE_MM), PageBreak()]
    composed += [KeyFacts(items=values.terms), *notice(values.points), *notice_of_absences(values.absences)]
    for heading, entries in (
        (gettext("Delegations without a place"), values.unseated),
        (gettext("Delegations with fewer seats than promised"), values.lacking),
    ):
        if entries:
            composed += [Heading(text=heading), BulletList(items=entries)]
    if values.by_seat:
        composed += [Heading(text=gettext("By seat")), _table(values.by_seat)]
    if values.by_delegation:
        composed += [Heading(text=gettext("By delegation")), _delegations(values.by_delegation)]
    else:
        composed.append(Paragraph(text=gettext("No delegation is expected yet.")))
    return tuple(composed)


def sketch(facts: MeetingFacts, segment: SegmentFacts, seats: SeatPlan, language: str) -> Sketch:
    """Return what the drawing shows; the meeting must have a room."""
    words, charted = podium_words(facts.kind), chart(facts.room, seats)
    grounds = tuple(ground_at_table(facts, one) for one in charted)
    order, *rest = order_sentences(facts, segment, language)
    rest += [words.view, *([approximate_sentence()] if facts.room.is_approximate else [])]
    return Sketch(
        seats=charted,
        texts=tuple(seat_text(facts, one, language) for one in charted),
        top=words.label,
        words=tuple(filter(None, (order, sentences(rest, language), podium_sentence(facts, seats, language)))),
        legend=legend(facts, charted),
        description=gettext(
            "Drawing of the seats. The lists that follow say the same in words, by seat and by delegation."
        ),
        is_rtl=LANGUAGES[language].direction == "rtl",
        grounds=grounds,
        ground_key=tuple((code, gettext(GROUNDS[code].label)) for code in GROUNDS if code in grounds),
        ground_head=gettext("First ground of invitation"),
        code_words=code_sentence(),
    )


def legend(facts: MeetingFacts, charted: tuple[ChartSeat, ...]) -> tuple[tuple[str, str], ...]:
    """Return the key of the zones and signs that `charted` has, in a fixed order."""
    zones = {one.seat.zone for one in charted}
    labels = {
        "podium": podium_words(facts.kind).label,
        "table": gettext("At the table"),
        "behind": gettext("Behind the table"),
        "observers": gettext("Observers' rows (barred edge)"),
        "secretariat": gettext("Secretariat (round)"),
        "press": gettext("Press (rounded corners)"),
        "gallery": gettext("Gallery"),
        "free": gettext("Free"),
        "blocked": gettext("Not in use"),
        INTERPRETER: gettext("Interpreter (small and round)"),
        "accessible": gettext("Dot: accessible to wheelchairs"),
    }
    if any(one.is_free and one.seat.zone in ("table", "behind", "podium") for one in charted):
        zones.add("free")
    zones |= {"blocked"} if any(one.seat.is_blocked for one in charted) else set()
    zones |= {"accessible"} if any(one.seat.is_accessible for one in charted) else set()
    return tuple((zone, label) for zone, label in labels.items() if zone in zones)


def _terms(facts: MeetingFacts, segment: SegmentFacts, seats: SeatPlan, language: str) -> tuple[tuple[str, str], ...]:
    words = podium_words(facts.kind)
    warning = approximate_sentence() if facts.room and facts.room.is_approximate else ""
    room = place(facts.room, language)
    podium = podium_sentence(facts, seats, language)
    room = sentences((stopped(room, language), warning), language) if warning else room
    return (
        (gettext("Room"), room or gettext("No room is chosen yet.")),
        (gettext("Order of seats"), order_sentence(facts, segment, language)),
        *(((words.label, podium),) if podium else ()),
        (
            gettext("Drawing"),
            sentences((words.view, code_sentence()), language),
        ),
        *_observers_rows(facts),
    )


def _observers_rows(facts: MeetingFacts) -> Iterator[tuple[str, str]]:
    """Yield how many seats the observers' rows have, which are promised to nobody, beside the places that there are."""
    count = seat_count(facts)
    if count and count.observer_seats:
        granted = sum(len(one.place_numbers) for one in facts.roster.requests if is_granted(one))
        numbers = {"seats": count.observer_seats, "places": facts.roster.observer_places, "granted": granted}
        words = gettext("Seats in these rows: %(seats)s. Observer places: %(places)s; granted: %(granted)s.")
        yield gettext("Observers' rows"), words % numbers


def _table(rows: tuple[Row, ...]) -> Table:
    header = (
        gettext("Seat"),
        gettext("Delegation"),
        gettext("Code"),
        gettext("Name"),
        gettext("Seats behind"),
        gettext("Remarks"),
    )
    return Table(header=header, rows=rows, column_widths=(6, 20, 7, 30, 10, 20), is_wide=True)


def _delegations(rows: tuple[Row, ...]) -> Table:
    header = (
        gettext("Delegation"),
        gettext("Code"),
        gettext("Seat"),
        gettext("Seats behind"),
        gettext("Head of delegation"),
        gettext("Remarks"),
    )
    return Table(header=header, rows=rows, column_widths=(24, 7, 10, 10, 28, 20), is_wide=True)


DOCUMENT = Document(
    slug="seating-plan",
    title=phrase("Seating plan"),
    collect=collect,
    render=render,
    papers=("a3", "a4", "letter"),
    blocked_by=BLOCKED_BY,
    has_moments=True,
)
