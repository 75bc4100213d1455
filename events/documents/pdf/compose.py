"""From blocks to what platypus places on pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import singledispatch

from reportlab.lib.units import mm
from reportlab.platypus import ActionFlowable, BaseDocTemplate, Flowable, NextPageTemplate
from reportlab.platypus import PageBreak as PlatypusPageBreak
from reportlab.platypus import Spacer as PlatypusSpacer

from events.documents.pdf import blocks
from events.documents.pdf.drawings import DrawingFlowable
from events.documents.pdf.flow import (
    INDENT_PT,
    RULING_PT,
    Beside,
    Bookmarked,
    Condition,
    ContentsLine,
    Marked,
    Marker,
    Ruling,
    margin_marker,
)
from events.documents.pdf.language import in_language
from events.documents.pdf.pages import Sheet, later_name
from events.documents.pdf.parallel import GUTTER_PT, Column, SideBySide, paired
from events.documents.pdf.style import (
    BODY,
    HEADING,
    MARGIN_COLUMN_PT,
    MARGIN_NUMBER,
    MARGIN_TIME,
    NOTE,
    SUBTITLE,
    TITLE,
)
from events.documents.pdf.tables import key_facts_flowable, table_flowable
from events.documents.pdf.tagging import Element
from events.documents.pdf.text import Text
from events.documents.pdf.wording import plain

ITEM_AFTER_PT = 2
POINT_SIGN, POINT_PT = "–", 3.2 * mm
# What a table's header keeps from a paragraph above it.
TABLE_AFTER_TEXT_PT = 8
LARGEST_KEPT_SHARE = 0.6
# How far into the outer margin the times of a second column reach that runs from right to left.
OUTER_MARGIN_PT = 13 * mm
# What two languages share.
FOR_BOTH = (blocks.PageBreak, blocks.WritingSpace, blocks.Spacer)


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where blocks stand: width of the text, height of a page's text, direction.

    `heading_level` is the deepest a heading may have there, that no level be left out; inside a part of a bound
    document every heading is `shift` levels deeper.
    """

    text_width_pt: float
    page_pt: float
    is_rtl: bool
    heading_level: int = 2
    shift: int = 0


class _Part(ActionFlowable):
    """Tells the pages that come which part of a bound document they are of."""

    def __init__(self, entry: str) -> None:
        super().__init__(("part",))
        self.entry = entry

    def apply(self, document: BaseDocTemplate) -> None:
        document.canv.part_entry = self.entry


def flowables(composed: Iterable[blocks.Block], sheet: Sheet) -> list[Flowable]:
    """Return what `composed` is on the pages of `sheet`, in order. Raises TypeError for what is not a block."""
    turned, found, leading, deepest, shift = sheet.frame.is_landscape, [], [], -1, 0
    before = None
    for block in _rows(composed):
        if isinstance(block, blocks.PageBreak):
            turned = turned if block.is_landscape is None else block.is_landscape
            found += [*leading, NextPageTemplate(later_name(is_landscape=turned)), PlatypusPageBreak()]
            leading = []
            continue
        if isinstance(block, blocks.Title) and block.part:
            shift = 1
            found[-1:-1] = [_Part(plain(block.entry or block.text))]
        place = Place(
            text_width_pt=sheet.text_width_pt(is_landscape=turned),
            page_pt=sheet.page_pt(is_landscape=turned),
            is_rtl=sheet.is_rtl,
            heading_level=deepest + 1,
            shift=shift,
        )
        deepest = min(_level(block, deepest, shift), deepest + 1)
        placed = list(_placed(block, place))
        if isinstance(block, blocks.Table) and isinstance(before, blocks.Paragraph):
            placed[0].spaceBefore = TABLE_AFTER_TEXT_PT
        before = block
        if _leads(block):
            leading += placed
        elif placed:
            found += [*_kept(leading, placed[0], place), *placed]
            leading = []
    return found + leading


@dataclass(frozen=True, kw_only=True)
class _Row:
    """Blocks of one kind in two languages, or one alone, and the Parallel they are of."""

    start: blocks.Block | None
    end: blocks.Block | None
    whole: blocks.Parallel

    @property
    def leader(self) -> blocks.Block:
        """The block whose kind decides where the row stands."""
        return self.start or self.end


def _rows(composed: Iterable[blocks.Block]) -> Iterator[blocks.Block | _Row]:
    """Yield the blocks, each Parallel as its rows."""
    for block in composed:
        if not isinstance(block, blocks.Parallel):
            yield block
            continue
        for start, end in paired(block.start, block.end):
            row = _Row(start=start, end=end, whole=block)
            yield row.leader if isinstance(row.leader, FOR_BOTH) else row


def _level(block: blocks.Block | _Row, deepest: int, shift: int) -> int:
    """Return the level of a heading, the title's being 0; of any other block that of the heading above it."""
    block = block.leader if isinstance(block, _Row) else block
    if isinstance(block, blocks.Title):
        return shift
    return block.level + shift if isinstance(block, blocks.Heading) else deepest


def _leads(block: blocks.Block | _Row) -> bool:
    block = block.leader if isinstance(block, _Row) else block
    return isinstance(block, blocks.Heading) or (isinstance(block, blocks.Paragraph) and block.keeps_with_next)


def _kept(leading: list[Flowable], following: Flowable, place: Place) -> list[Flowable]:
    """Return `leading` after a condition: a new page unless it fits here with the beginning of `following`.

    Platypus' own keeping-together would send a heading to the next page with the whole of a long table.
    """
    if not leading:
        return []
    needed_pt = after_pt = 0.0
    for text in leading:
        needed_pt += max(text.getSpaceBefore(), after_pt) + text.wrap(place.text_width_pt, 0)[1]
        after_pt = text.getSpaceAfter()
    first_pt = getattr(following, "first_pt", lambda room_pt: following.wrap(room_pt, place.page_pt)[1])
    needed_pt += max(following.getSpaceBefore(), after_pt) + first_pt(place.text_width_pt)
    most_pt = LARGEST_KEPT_SHARE * place.page_pt
    return [Condition(min(needed_pt, most_pt), before_pt=leading[0].getSpaceBefore()), *leading]


@singledispatch
def _placed(block: object, place: Place) -> Iterator[Flowable]:
    raise TypeError(f"not a block: {block!r}")


@_placed.register
def _(block: blocks.Title, place: Place) -> Iterator[Flowable]:
    setting = TITLE if block.subtitle else replace(TITLE, after_pt=9)
    element = Element(role=f"H{place.shift + 1}")
    title = Bookmarked(block.text, setting, element=element, level=place.shift, is_rtl=place.is_rtl, part=block.part)
    title.entry = plain(block.entry) or title.entry
    yield title
    if block.subtitle:
        yield Marked(block.subtitle, SUBTITLE, element=Element(role="P"), is_rtl=place.is_rtl)


@_placed.register
def _(block: blocks.Heading, place: Place) -> Iterator[Flowable]:
    level = block.level + place.shift
    element = Element(role=f"H{min(level, place.heading_level) + 1}")
    heading = Bookmarked(block.text, HEADING[block.level], element=element, level=level, is_rtl=place.is_rtl)
    heading.has_bar = block.is_changed
    yield heading


@_placed.register
def _(block: blocks.Contents, place: Place) -> Iterator[Flowable]:
    whole = Element(role="TOC")
    for part, title in block.entries:
        yield ContentsLine(title, part=part, element=whole.child("TOCI").child("Link"), is_rtl=place.is_rtl)


@_placed.register
def _(block: blocks.Paragraph, place: Place) -> Iterator[Flowable]:
    setting = replace(BODY, after_pt=0 if block.is_tight else BODY.after_pt)
    element, marker, indent_pt = Element(role="P"), None, block.indent * INDENT_PT
    if block.margin or block.number:
        marker = margin_marker(
            block.margin or block.number,
            MARGIN_TIME if block.margin else MARGIN_NUMBER,
            element=element.child("Span"),
            is_rtl=place.is_rtl,
        )
        marker = replace(marker, before_pt=MARGIN_COLUMN_PT + indent_pt)
    yield Beside(
        block.text,
        setting,
        element=element,
        is_rtl=place.is_rtl,
        indent_pt=indent_pt,
        marker=marker,
        has_bar=block.is_changed,
    )


@_placed.register
def _(block: blocks.BulletList, place: Place) -> Iterator[Flowable]:
    whole = Element(role="L", numbering="Decimal" if block.is_numbered else "Disc")
    for number, item in enumerate(block.items, start=1):
        entry = whole.child("LI")
        sign = f"{number}." if block.is_numbered else "–"
        is_last = number == len(block.items)
        setting = replace(BODY, after_pt=BODY.after_pt if is_last else ITEM_AFTER_PT)
        sign_setting = replace(BODY, is_fitted=False)
        sign_text = Text(sign, sign_setting, is_rtl=place.is_rtl)
        marker = Marker(text=sign_text, before_pt=INDENT_PT, width_pt=INDENT_PT, element=entry.child("Lbl"))
        body = entry.child("LBody")
        yield Beside(
            item, setting, element=body, is_rtl=place.is_rtl, indent_pt=INDENT_PT, marker=marker,
            has_bar=number - 1 in block.changed,
        )  # fmt: skip


@_placed.register
def _(block: blocks.Table, place: Place) -> Iterator[Flowable]:
    yield table_flowable(block, text_width_pt=place.text_width_pt, page_pt=place.page_pt, is_rtl=place.is_rtl)


@_placed.register
def _(block: blocks.KeyFacts, place: Place) -> Iterator[Flowable]:
    if block.items:
        yield key_facts_flowable(block, text_width_pt=place.text_width_pt, page_pt=place.page_pt, is_rtl=place.is_rtl)


@_placed.register
def _(block: blocks.Note, place: Place) -> Iterator[Flowable]:
    text = (block.text,) if isinstance(block.text, (str, blocks.Run)) else block.text
    wording = (blocks.bold(block.lead), block.gap, *text) if block.lead else text
    line = replace(NOTE, after_pt=0)
    found = [Beside(wording, line, element=Element(role="P"), is_rtl=place.is_rtl, has_bar=True)]
    whole = Element(role="L", numbering="Disc")
    for point in block.points:
        entry = whole.child("LI")
        sign = Text(POINT_SIGN, replace(line, is_fitted=False), is_rtl=place.is_rtl)
        marker = Marker(text=sign, before_pt=POINT_PT, width_pt=POINT_PT, element=entry.child("Lbl"))
        found.append(
            Beside(
                point, line, element=entry.child("LBody"), is_rtl=place.is_rtl, indent_pt=POINT_PT, marker=marker,
                has_bar=True,
            )
        )  # fmt: skip
    for number, one in enumerate(found):
        one.is_bar_outside = True
        one.bar_ends_pt = (0 if number else 1.5, 0 if number < len(found) - 1 else 1.5)
    found[-1].spaceAfter = NOTE.after_pt
    yield from found


@_placed.register
def _(block: blocks.WritingSpace, place: Place) -> Iterator[Flowable]:
    yield Ruling(max(1, round(block.height_mm * mm / RULING_PT)), page_pt=place.page_pt)


@_placed.register
def _(block: blocks.Spacer, place: Place) -> Iterator[Flowable]:
    yield PlatypusSpacer(1, min(block.height_mm * mm, place.page_pt))


@_placed.register
def _(block: blocks.Drawing, place: Place) -> Iterator[Flowable]:
    shift_pt = MARGIN_COLUMN_PT if place.is_rtl else -MARGIN_COLUMN_PT
    yield DrawingFlowable(block, shift_pt=shift_pt, page_pt=place.page_pt)


@_placed.register
def _(block: _Row, place: Place) -> Iterator[Flowable]:
    whole = block.whole
    width_pt = (place.text_width_pt - GUTTER_PT) / 2
    columns = []
    for index, side in enumerate((_inner(block.start), _outer(_inner(block.end), whole.directions[1]))):
        narrow = replace(place, text_width_pt=width_pt, is_rtl=whole.directions[index] == "rtl")
        with in_language(whole.languages[index]):
            stack = tuple(_placed(side, narrow)) if side else ()
        if index:
            _fit_beside(stack)
        is_left = bool(index) == place.is_rtl
        columns.append(Column(stack=stack, x_pt=0 if is_left else width_pt + GUTTER_PT, width_pt=width_pt))
    _join([column.stack for column in columns], whole.languages)
    yield SideBySide(columns)


def _inner(block: blocks.Block | None) -> blocks.Block | None:
    """Return a block as it stands in a column, which has no margin column to take."""
    return replace(block, is_wide=False) if isinstance(block, blocks.Table) else block


def _outer(block: blocks.Block | None, direction: str) -> blocks.Block | None:
    """Return a block as it stands in the second column, where no margin column is: its time goes before its text."""
    if not isinstance(block, blocks.Paragraph) or direction == "rtl":
        return block
    before = block.margin or block.number
    if not before:
        return block
    text = (block.text,) if isinstance(block.text, (str, blocks.Run)) else block.text
    return replace(block, text=(blocks.note(f"{before} "), *text), margin="", number="")


def _fit_beside(stack: Iterable[Flowable]) -> None:
    """Keep what stands beside texts of the second column in the gutter or the outer margin."""
    for flowable in stack:
        flowable.bar_gap_pt = GUTTER_PT / 2
        marker = getattr(flowable, "marker", None)
        if marker and flowable.is_rtl and marker.before_pt > OUTER_MARGIN_PT:
            flowable.marker = replace(marker, before_pt=OUTER_MARGIN_PT, width_pt=OUTER_MARGIN_PT - 3)


def _join(stacks: list[tuple[Flowable, ...]], languages: tuple[str, str]) -> None:
    """Give what is drawn its language; a heading in two languages is one heading, and one bookmark."""
    heads = [stack[0] for stack in stacks if stack and isinstance(stack[0], Bookmarked)]
    shared = Element(role=heads[0].element.role) if len(heads) == 2 else None
    for stack, language in zip(stacks, languages, strict=True):
        for flowable in stack:
            if shared and isinstance(flowable, Bookmarked):
                flowable.element = shared.child("Span")
                flowable.entry = flowable.entry if flowable is heads[0] else ""
                flowable.element.language = language
            else:
                flowable.element.top.language = language
