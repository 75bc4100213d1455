"""The changeover sheet: what ushers do between two moments with the plates, and who goes where."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext

from events.documents.base import Document, NothingToPrint, Options
from events.documents.pdf.blocks import Block, GroupRow, Heading, Paragraph, Table, Title, Wording, note
from events.documents.pdf.document import document_pdf
from events.documents.pdf.frame import Frame
from events.documents.podium_words import PodiumMoves, podium_moves
from events.documents.seat_words import person_words, quoted_moment
from events.documents.surroundings import notice, open_points, surroundings
from events.documents.words import entity_name, entity_of, shown
from events.domain.changeover import ChairChange, Changeover, Passage, Sitter, changeovers
from events.domain.facts import MeetingFacts
from meetingplanner.languages import phrase
from participants.domain.prose import GRAMMARS, bracketed, listed

BLOCKED_BY = ("seats", "person")
Cells = tuple[str, ...]
# What is done with the plate of a chair and with the one that comes there: whole sentences, since languages join the
# two in ways of their own.
TASKS: dict[tuple[str, str], str] = {
    ("taken", ""): phrase("take the plate away"),
    ("moved", ""): phrase("move the plate to %(seat)s"),
    ("", "new"): phrase("bring the new plate"),
    ("", "from another chair"): phrase("put the plate from %(other)s there"),
    ("taken", "new"): phrase("take the plate away, bring the new plate"),
    ("taken", "from another chair"): phrase("take the plate away, put the plate from %(other)s there"),
    ("moved", "new"): phrase("move the plate to %(seat)s, bring the new plate"),
    ("moved", "from another chair"): phrase("move the plate to %(seat)s, put the plate from %(other)s there"),
}


@dataclass(frozen=True, kw_only=True)
class MomentValues:
    """One changeover in words: both moments, quoted; rows of the chairs of the podium, of people, of table plates.

    `chairs`: chair, before, after, what to do. `coming`: name, from, to, and so `turning`, who change chairs. `going`:
    name, from, to, remarks. `plates`: seat, before, after.
    """

    before: str
    after: str
    chairs: tuple[Cells, ...]
    coming: tuple[Cells, ...]
    turning: tuple[Cells, ...]
    going: tuple[Cells, ...]
    plates: tuple[Cells, ...]


@dataclass(frozen=True, kw_only=True)
class ChangeoverValues:
    """The sheet in one language, a part for each two moments that follow one another."""

    title: str
    subtitle: str
    frame: Frame
    words: PodiumMoves
    points: tuple[str, ...]
    moments: tuple[MomentValues, ...]


def collect(facts: MeetingFacts, options: Options) -> ChangeoverValues:
    """Return all changeovers of the meeting, none for a meeting of one moment."""
    title, language = gettext("Changeover between the parts"), options.language
    return ChangeoverValues(
        title=title,
        subtitle=shown(facts.title, language),
        frame=surroundings(facts, options, title=title, blocked_by=BLOCKED_BY),
        words=podium_moves(facts.kind),
        points=open_points(facts, BLOCKED_BY, options),
        moments=tuple(_moment(facts, one, language) for one in changeovers(facts)),
    )


def render(values: ChangeoverValues) -> bytes:
    """Return the sheet as PDF. Raises NothingToPrint for a meeting of one moment."""
    return document_pdf(list(blocks(values)), values.frame)


def blocks(values: ChangeoverValues) -> Iterator[Block]:
    """Yield what the print consists of, in order. Raises NothingToPrint for a meeting of one moment."""
    if not values.moments:
        raise NothingToPrint(values.title)
    yield Title(text=values.title, subtitle=values.subtitle)
    yield from notice(values.points)
    has_remarks = any(cells[-1] for one in values.moments for cells in one.going)
    for one in values.moments:
        yield from _blocks_of(one, values.words, has_remarks=has_remarks)


def _blocks_of(one: MomentValues, words: PodiumMoves, *, has_remarks: bool) -> Iterator[Block]:
    places = {"part_before": one.before, "part_after": one.after}
    yield Heading(text=gettext("From %(part_before)s to %(part_after)s") % places)
    yield from _table(
        words.plates,
        (gettext("Chair"), gettext("Before"), gettext("After"), gettext("What to do")),
        one.chairs,
        words.nobody,
        widths=(2.4, 6, 6, 6),
    )
    yield from _people(one, words, has_remarks=has_remarks)
    yield from _table(
        gettext("Plates at the table and in the other zones"),
        (gettext("Seat"), gettext("Before"), gettext("After")),
        one.plates,
        gettext("They stay where they are."),
        widths=(3, 8.5, 8.5),
    )


def _people(one: MomentValues, words: PodiumMoves, *, has_remarks: bool) -> Iterator[Block]:
    """Yield one table of who comes, changes chairs and goes, so that its columns stand below one another."""
    yield Heading(text=gettext("People"), level=2)
    columns = 4 if has_remarks else 3
    rows = (
        *_passages(words.coming, one.coming, words.nobody_comes),
        *(_passages(words.turning, one.turning, "") if one.turning else ()),
        *_passages(words.going, one.going, words.nobody_goes),
    )
    yield Table(
        header=(gettext("Name"), gettext("From"), gettext("To"), gettext("Remarks"))[:columns],
        rows=tuple(row if isinstance(row, GroupRow) else row[:columns] for row in rows),
        column_widths=(8, 3, 4, 6) if has_remarks else (10, 5, 5),
        is_wide=True,
    )


def _passages(heading: str, rows: tuple[Cells, ...], none: str) -> Iterator[GroupRow | tuple[Wording, ...]]:
    yield GroupRow(text=heading)
    yield from rows or ((note(none),),)


def _table(
    title: str, header: Cells, rows: tuple[Cells, ...], none: str, *, widths: tuple[float, ...]
) -> Iterator[Block]:
    yield Heading(text=title, level=2)
    if rows:
        yield Table(header=header, rows=rows, column_widths=widths, is_wide=True)
    else:
        yield Paragraph(text=note(none))


def _moment(facts: MeetingFacts, one: Changeover, language: str) -> MomentValues:
    return MomentValues(
        before=quoted_moment(facts, one.before, language),
        after=quoted_moment(facts, one.after, language),
        chairs=tuple(
            (
                chair.seat,
                _sitter(facts, chair.before, language),
                _sitter(facts, chair.after, language),
                _task(chair),
            )
            for chair in one.chairs
        ),
        coming=tuple(
            (_person(facts, who.delegate, language), who.place or _no_place(), who.chair or _no_chair())
            for who in one.coming
        ),
        turning=tuple(
            (_person(facts, chair.before.delegate, language), chair.seat, chair.goes_to)
            for chair in one.chairs
            if chair.before and chair.goes_to and not chair.before.is_interpreter
        ),
        going=tuple(
            (
                _person(facts, who.delegate, language),
                who.chair or _no_chair(),
                "" if who.leaves_after else who.place or _no_place(),
                _remark(facts, who, language),
            )
            for who in one.going
        ),
        plates=tuple(
            (plate.seat, _delegation(facts, plate.before, language), _delegation(facts, plate.after, language))
            for plate in one.plates
        ),
    )


def _task(chair: ChairChange) -> str:
    """Return what is done with the plates of a chair, as one sentence."""
    if chair.stays:
        return gettext("stays")
    taken = "moved" if chair.goes_to else "taken" if chair.before else ""
    put = "from another chair" if chair.comes_from else "new" if chair.after else ""
    return gettext(TASKS[taken, put]) % {"seat": chair.goes_to, "other": chair.comes_from}


def _sitter(facts: MeetingFacts, sitter: Sitter | None, language: str) -> str:
    if sitter is None:
        return "–"
    person = person_words(facts.delegates[sitter.delegate], language, is_inside=sitter.is_interpreter)
    if not sitter.is_interpreter:
        return person
    return GRAMMARS[language].gap.join((gettext("Interpreter"), bracketed(person, language)))


def _person(facts: MeetingFacts, uuid: str, language: str) -> str:
    delegate = facts.delegates[uuid]
    entity = entity_name(entity_of(facts, delegate.delegation), language)
    parts = (person_words(delegate, language), bracketed(entity, language))
    return GRAMMARS[language].gap.join(part for part in parts if part)


def _remark(facts: MeetingFacts, who: Passage, language: str) -> str:
    words = []
    if who.leaves_after:
        item = shown(facts.items[who.leaves_after].title, language)
        words.append(gettext("leaves the meeting after “%(item)s”") % {"item": item})
    if who.returns:
        words.append(podium_moves(facts.kind).returns)
    return listed(words, language)


def _delegation(facts: MeetingFacts, uuid: str, language: str) -> str:
    return entity_name(entity_of(facts, uuid), language) if uuid else "–"


def _no_place() -> str:
    return gettext("no place at the table")


def _no_chair() -> str:
    return gettext("no chair")


DOCUMENT = Document(
    slug="changeover",
    title=phrase("Changeover between the parts"),
    collect=collect,
    render=render,
    blocked_by=BLOCKED_BY,
    blocks=blocks,
)
