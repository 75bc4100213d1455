"""Tables and key facts, on platypus' Table: every cell is a text of ours."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable
from reportlab.platypus import Table as PlatypusTable

from events.documents.pdf.blocks import GroupRow, KeyFacts, Run, Table, TotalRow, Wording, bold, note
from events.documents.pdf.columns import column_widths_pt, numeric
from events.documents.pdf.flow import BAR_GAP_PT, Marked, draw_bar
from events.documents.pdf.style import (
    ACCENT,
    BODY,
    CELL,
    CELL_END,
    CELL_HEAD,
    CELL_HEAD_END,
    CELL_LARGE,
    CELL_LARGE_END,
    HAIRLINE,
    INK,
    LABEL,
    MARGIN_COLUMN_PT,
    RULE,
    Setting,
)
from events.documents.pdf.tagging import Element, marked
from events.documents.pdf.text import Text, inked, width_pt

Command = tuple[object, ...]

GUTTER_PT, PADDING_PT = 9.0, 6.0
WIDEST_LABEL_PT, WIDEST_LABEL_SHARE = 48 * mm, 0.45
# What is higher than this share of a page, with the header, is parted where it stands.
PARTED_SHARE = 0.9
# A row is parted only where this much of it would stay behind.
LEAST_PART_PT = 42.0
# More than sums taken from either end differ by.
CLEARLY_PT = 1.0
_BASE: tuple[Command, ...] = (
    ("FONT", (0, 0), (-1, -1), "sans", 9, 12),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 2.6),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3.4),
)


class Cell(Marked):
    """Text with a gutter after it; `across_pt` makes it as wide as that whatever its column is.

    A header is read where it is drawn first; `is_changed` gives its row a bar. A line stands below its header whatever
    its language.
    """

    is_in_row = True

    def __init__(
        self,
        wording: Wording,
        setting: object,
        *,
        element: Element,
        is_rtl: bool,
        gutter_pt: float,
        across_pt: float = 0,
        is_changed: bool = False,
    ) -> None:
        super().__init__(wording, setting, element=element, is_rtl=is_rtl)
        self.gutter_pt, self.across_pt, self.is_changed = gutter_pt, across_pt, is_changed
        self.column_pt = 0.0

    def wrap(self, room_pt: float, height_pt: float) -> tuple[float, float]:
        _, height_pt = super().wrap(self.across_pt or room_pt - self.gutter_pt, height_pt)
        self.column_pt = room_pt
        return room_pt, height_pt

    def split(self, room_pt: float, height_pt: float) -> list[Flowable]:
        return super().split(self.across_pt or room_pt - self.gutter_pt, height_pt)

    def draw_at(self, canvas: Canvas, x_pt: float, y_pt: float) -> None:
        if self.is_rtl:
            # From right to left the first column, which holds what goes across, is the one at the right edge.
            x_pt += self.column_pt - self.across_pt if self.across_pt else self.gutter_pt
        if self.element.scope == "Column" and self.element.is_drawn:
            with marked(canvas, None):
                Text.draw_at(self, canvas, x_pt, y_pt)
        else:
            super().draw_at(canvas, x_pt, y_pt)


class _Rows(PlatypusTable):
    """A table that may start in the margin column, and parts a row only when a fresh page could not hold it."""

    shift_pt = 0.0
    page_pt = 0.0
    is_rtl = False
    bar_gap_pt = BAR_GAP_PT
    # What stands beside another column is asked for its whole height.
    _is_whole = False
    _worked_out_for: tuple[float, float] | None = None
    # What was sent on to the next page does not begin on the rest of this one.
    _is_sent_on = False

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803
        super().drawOn(canvas, x + self.shift_pt, y, _sW)

    def draw(self) -> None:
        super().draw()
        x_pt = self._width + self.bar_gap_pt if self.is_rtl else -self.bar_gap_pt
        for row, low_pt, height_pt in zip(self._cellvalues, self._rowpositions[1:], self._rowHeights, strict=True):
            if any(text.is_changed for cell in row for text in _texts(cell)):
                draw_bar(self.canv, x_pt, low_pt + 1.5, low_pt + height_pt - 1.5)

    def _drawCell(self, cell: object, style: object, pos: Sequence[float], size: Sequence[float]) -> None:  # noqa: N802
        """Draw the text of a cell at the top of its row, or where it is a header's at its end; an empty one is none."""
        (x_pt, low_pt), (width_pt, height_pt) = pos, size
        for text in _texts(cell):
            text.wrap(width_pt, height_pt)
            is_top = style.valign == "TOP"
            y_pt = low_pt + (height_pt - style.topPadding - text.height if is_top else style.bottomPadding)
            text.draw_at(self.canv, x_pt, y_pt)

    def first_pt(self, _room_pt: float) -> float:
        """Return the height of the header and of the first two rows, with the group's above them."""
        first = self._cellvalues[self.repeatRows : self.repeatRows + 1]
        is_group = any(text.across_pt for row in first for cell in row for text in _texts(cell))
        return sum(self._row_pt(row) for row in self._cellvalues[: self.repeatRows + 2 + is_group])

    def _row_pt(self, row: Sequence[object]) -> float:
        cells = [(text, width) for cell, width in zip(row, self._colWidths, strict=True) for text in _texts(cell)]
        return PADDING_PT + max((text.wrap(width, 0)[1] for text, width in cells), default=0)

    def _calc_height(self, availHeight: float, availWidth: float, H: object = None, W: object = None) -> None:  # noqa: N803
        """Place the rows once for each room, and none beyond it: otherwise ten pages took a hundred times one."""
        if self._worked_out_for == (availHeight, availWidth):
            return
        self._worked_out_for = availHeight, availWidth
        if None in self._argH:
            rows = zip(self._argH, self._cellvalues, self._cellStyles, strict=True)
            self._argH = self._rowHeights = [
                self._high_pt(row, styles) if known is None else known for known, row, styles in rows
            ]
            self._is_whole = True
        height_pt = 0.0
        for count, row_pt in enumerate(() if self._is_whole else self._argH, start=1):
            height_pt += row_pt
            if height_pt > availHeight + CLEARLY_PT:
                self._rowpositions, self._height, self._hmax = [], height_pt, count
                return
        super()._calc_height(availHeight, availWidth, H, W)

    def _high_pt(self, row: list[object], styles: Sequence[object]) -> float:
        """Return the height of a row: of its highest cell with what its style pads it by; an empty one is a line."""
        row[:] = [_texts(cell) or cell for cell in row]
        return max(
            (style.leading if isinstance(cell, str) else self._listCellGeom(cell, width, style)[1])
            + (style.bottomPadding + style.topPadding)
            for cell, style, width in zip(row, styles, self._colWidths, strict=True)
        )

    def keep_groups(self, groups: Iterable[int]) -> None:
        """Never part the rows at `groups` from the row after them, unless no page holds the two."""
        header_pt = sum(self._row_pt(row) for row in self._cellvalues[: self.repeatRows])
        for index in groups:
            two = self._cellvalues[index : index + 2]
            if len(two) == 2 and header_pt + sum(map(self._row_pt, two)) <= PARTED_SHARE * self.page_pt:
                self.setStyle([("NOSPLIT", (0, index), (-1, index + 1))])

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        if self._is_sent_on:
            self._is_sent_on = False
            return []
        self._calc(availWidth, availHeight)
        is_parted = self._ends_in_a_long_row(availHeight)
        self.splitByRow, self.splitInRow = int(not is_parted), int(is_parted or availHeight > 0.9 * self.page_pt)
        parts = super().split(availWidth, availHeight)
        if self._leaves_the_last_row_alone(parts):
            self.splitInRow = 0
            parts = super().split(availWidth, sum(parts[0]._rowHeights) - 0.1) or parts
            parts[-1]._is_sent_on = len(parts) > 1
        for part in parts:
            part.shift_pt, part.page_pt, part.hAlign, part.splitByRow = self.shift_pt, self.page_pt, self.hAlign, 1
            part.is_rtl, part.bar_gap_pt = self.is_rtl, self.bar_gap_pt
        return parts

    def _leaves_the_last_row_alone(self, parts: list[Flowable]) -> bool:
        """Return whether the next page would begin with the last row, though another can be sent along with it."""
        rows = [len(part._cellvalues) - self.repeatRows for part in parts]
        return len(rows) == 2 and rows[0] > 1 and rows[1] == 1 and sum(rows) == len(self._cellvalues) - self.repeatRows

    def _ends_in_a_long_row(self, room_pt: float) -> bool:
        """Return whether the row at the end of that room fits no page either, and enough of it would stay."""
        header_pt = sum(self._rowHeights[: self.repeatRows])
        for height_pt in self._rowHeights:
            if height_pt > room_pt:
                return header_pt + height_pt > PARTED_SHARE * self.page_pt and room_pt >= LEAST_PART_PT
            room_pt -= height_pt
        return False


def _texts(cell: object) -> tuple[Cell, ...]:
    """Return the text of a cell, which platypus keeps in a tuple; () of an empty one."""
    found = cell if isinstance(cell, (tuple, list)) else (cell,)
    return tuple(one for one in found if isinstance(one, Cell))


def table_flowable(table: Table, *, text_width_pt: float, page_pt: float, is_rtl: bool) -> Flowable:
    """Return `table` set to the text width, or that and the margin column; `page_pt` is the height of a page's text."""
    width = text_width_pt + (MARGIN_COLUMN_PT if table.is_wide else 0)
    widths = column_widths_pt(table, width_pt=width, gutter_pt=GUTTER_PT)
    # Units stand under units: at the end of lines from left to right, at the beginning of those from right to left.
    ends = set() if is_rtl else numeric(table)
    whole = Element(role="Table")
    grid = _Grid(widths=widths, ends=ends, is_rtl=is_rtl, is_large=table.is_large)
    rows = [grid.header(table.header, whole.child("TR"))]
    rows += [grid.row(row, whole.child("TR"), is_changed=n in table.changed) for n, row in enumerate(table.rows)]
    commands = [*_BASE, *_rules(table.rows)]
    if is_rtl:
        rows, widths = [row[::-1] for row in rows], widths[::-1]
    flowable = _Rows(
        rows, colWidths=widths, repeatRows=1, style=commands, hAlign="LEFT", spaceBefore=3, spaceAfter=12, splitInRow=0
    )
    flowable.page_pt, flowable.is_rtl, flowable.element = page_pt, is_rtl, whole
    flowable.shift_pt = -MARGIN_COLUMN_PT if table.is_wide and not is_rtl else 0
    flowable.keep_groups(index for index, row in enumerate(table.rows, start=1) if isinstance(row, GroupRow))
    return flowable


@dataclass(frozen=True, kw_only=True)
class _Grid:
    """The columns of one table: widths, those aligned at their end, direction, size; makes the cells of its rows."""

    widths: Sequence[float]
    ends: set[int]
    is_rtl: bool
    is_large: bool = False

    @property
    def plain(self) -> tuple[Setting, Setting]:
        """How cells are set that are no header's, and those at the end of their column."""
        return (CELL_LARGE, CELL_LARGE_END) if self.is_large else (CELL, CELL_END)

    def header(self, wordings: Sequence[Wording], above: Element) -> list[object]:
        """Return the cells of the header, each the head of its column."""
        elements = [above.child("TH", scope="Column") for _ in self.widths]
        return self._cells(wordings, elements, settings=(CELL_HEAD, CELL_HEAD_END))

    def row(self, row: object, above: Element, *, is_changed: bool) -> list[object]:
        """Return the cells of one row; a group's name heads what is below it, a total's first cell its row."""
        if isinstance(row, GroupRow):
            return self._group(row, above, is_changed=is_changed)
        if isinstance(row, TotalRow):
            first = above.child("TH", scope="Row")
            elements = [first, *(above.child("TD") for _ in self.widths[1:])]
            return self._cells([_strong(cell) for cell in row.cells], elements, is_changed=is_changed)
        return self._cells(row, [above.child("TD") for _ in self.widths], is_changed=is_changed)

    def _group(self, row: GroupRow, above: Element, *, is_changed: bool) -> list[object]:
        across = Cell(
            (bold(row.text), note(f"  {row.code}")) if row.code else bold(row.text),
            self.plain[0],
            element=above.child("TH", scope="Column", columns=len(self.widths)),
            is_rtl=self.is_rtl,
            gutter_pt=0,
            across_pt=sum(self.widths),
            is_changed=is_changed,
        )
        return [across] + [""] * (len(self.widths) - 1)

    def _cells(
        self,
        wordings: Sequence[Wording],
        elements: Sequence[Element],
        *,
        settings: tuple[Setting, Setting] | None = None,
        is_changed: bool = False,
    ) -> list[object]:
        last = len(self.widths) - 1
        wordings = (*wordings, *[""] * (len(self.widths) - len(wordings)))[: len(self.widths)]
        return [
            Cell(
                wording,
                (settings or self.plain)[index in self.ends],
                element=element,
                is_rtl=self.is_rtl,
                gutter_pt=0 if index == last else GUTTER_PT,
                is_changed=is_changed,
            )
            if wording
            else ""
            for index, (wording, element) in enumerate(zip(wordings, elements, strict=True))
        ]


def _strong(cell: Wording) -> Wording:
    return bold(cell) if isinstance(cell, str) else cell


def _rules(rows: Sequence[object]) -> list[Command]:
    """Return the lines between rows: hairlines, or in a table of groups a rule above each group; a total under ink."""
    commands: list[Command] = [
        ("LINEBELOW", (0, 0), (-1, 0), 0.9, ACCENT),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("LINEBELOW", (0, -1), (-1, -1), 0.4, RULE),
    ]
    has_groups = any(isinstance(row, GroupRow) for row in rows)
    if not has_groups and len(rows) > 1:
        commands.insert(0, ("LINEBELOW", (0, 1), (-1, -2), 0.4, HAIRLINE))
    for index, row in enumerate(rows, start=1):
        if isinstance(row, GroupRow):
            commands.append(("TOPPADDING", (0, index), (-1, index), 4))
            commands.append(("BOTTOMPADDING", (0, index), (-1, index), 0.8))
            if index > 1:
                commands.append(("LINEABOVE", (0, index), (-1, index), 0.4, RULE))
        elif isinstance(row, TotalRow):
            commands.append(("LINEABOVE", (0, index), (-1, index), 0.6, INK))
    return commands


def key_facts_flowable(facts: KeyFacts, *, text_width_pt: float, page_pt: float, is_rtl: bool) -> Flowable:
    """Return labels in a column as wide as the longest needs, with their values beside them."""
    longest = max(sum(width_pt(*piece) for piece in inked(label, LABEL)) for label, _ in facts.items)
    label_pt = min(longest + 2 * GUTTER_PT, WIDEST_LABEL_PT, WIDEST_LABEL_SHARE * text_width_pt)
    whole = Element(role="Table")
    rows = [list(row) for row in _labelled(facts, whole, is_rtl=is_rtl)]
    widths = [label_pt, text_width_pt - label_pt]
    if is_rtl:
        rows, widths = [row[::-1] for row in rows], widths[::-1]
    commands = [*_BASE, ("LINEBELOW", (0, 0), (-1, -2), 0.4, HAIRLINE), ("TOPPADDING", (0, 0), (-1, -1), 1.6)]
    flowable = _Rows(rows, colWidths=widths, style=commands, hAlign="LEFT", spaceBefore=2, spaceAfter=10, splitInRow=0)
    flowable.page_pt, flowable.element = page_pt, whole
    return flowable


def _labelled(facts: KeyFacts, whole: Element, *, is_rtl: bool) -> Iterator[tuple[Cell, Cell]]:
    """Yield a label, which heads its row, and its value, a dash where there is none."""
    for number, (label, value) in enumerate(facts.items):
        above, is_changed = whole.child("TR"), number in facts.changed
        head = above.child("TH", scope="Row")
        yield (
            Cell(label, LABEL, element=head, is_rtl=is_rtl, gutter_pt=GUTTER_PT, is_changed=is_changed),
            Cell(value or Run(text="–"), BODY, element=above.child("TD"), is_rtl=is_rtl, gutter_pt=0),
        )
