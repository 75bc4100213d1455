"""Tables and key facts, on platypus' Table: every cell is a text of ours."""

from collections.abc import Iterable, Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable
from reportlab.platypus import Table as PlatypusTable

from events.documents.pdf.blocks import GroupRow, KeyFacts, Run, Table, TotalRow, Wording, bold, note
from events.documents.pdf.columns import column_widths_pt, numeric
from events.documents.pdf.style import (
    ACCENT,
    BODY,
    CELL,
    CELL_END,
    CELL_HEAD,
    CELL_HEAD_END,
    HAIRLINE,
    INK,
    LABEL,
    MARGIN_COLUMN_PT,
    RULE,
)
from events.documents.pdf.text import Text, inked, width_pt

Command = tuple[object, ...]

GUTTER_PT, PADDING_PT = 9.0, 6.0
WIDEST_LABEL_PT = 48 * mm
# What is higher than this share of a page, with the header, is parted where it stands.
PARTED_SHARE = 0.9
# A row is parted only where this much of it would stay behind.
LEAST_PART_PT = 42.0
_BASE: tuple[Command, ...] = (
    ("FONT", (0, 0), (-1, -1), "sans", 9, 12),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 2.6),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3.4),
)


class Cell(Text):
    """Text with a gutter after it; `across_pt` makes it as wide as that whatever its column is."""

    def __init__(
        self, wording: Wording, setting: object, *, is_rtl: bool, gutter_pt: float, across_pt: float = 0
    ) -> None:
        super().__init__(wording, setting, is_rtl=is_rtl)
        self.gutter_pt, self.across_pt = gutter_pt, across_pt

    def wrap(self, room_pt: float, height_pt: float) -> tuple[float, float]:
        _, height_pt = super().wrap(self.across_pt or room_pt - self.gutter_pt, height_pt)
        return room_pt, height_pt

    def split(self, room_pt: float, height_pt: float) -> list[Flowable]:
        return super().split(self.across_pt or room_pt - self.gutter_pt, height_pt)

    def draw(self) -> None:
        if self.is_rtl and not self.across_pt:
            self.canv.translate(self.gutter_pt, 0)
        super().draw()


class _Rows(PlatypusTable):
    """A table that may start in the margin column, and parts a row only when a fresh page could not hold it."""

    shift_pt = 0.0
    page_pt = 0.0

    def drawOn(self, canvas: object, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803
        super().drawOn(canvas, x + self.shift_pt, y, _sW)

    def first_pt(self, _room_pt: float) -> float:
        """Return the height of the header and of the first two rows, of which one may be a group's."""
        return sum(self._row_pt(row) for row in self._cellvalues[: self.repeatRows + 2])

    def _row_pt(self, row: Sequence[object]) -> float:
        cells = [(cell, width) for cell, width in zip(row, self._colWidths, strict=True) if isinstance(cell, Text)]
        return PADDING_PT + max((cell.wrap(width, 0)[1] for cell, width in cells), default=0)

    def keep_groups(self, groups: Iterable[int]) -> None:
        """Never part the rows at `groups` from the row after them, unless no page holds the two."""
        header_pt = sum(self._row_pt(row) for row in self._cellvalues[: self.repeatRows])
        for index in groups:
            two = self._cellvalues[index : index + 2]
            if len(two) == 2 and header_pt + sum(map(self._row_pt, two)) <= PARTED_SHARE * self.page_pt:
                self.setStyle([("NOSPLIT", (0, index), (-1, index + 1))])

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        self._calc(availWidth, availHeight)
        is_parted = self._ends_in_a_long_row(availHeight)
        self.splitByRow, self.splitInRow = int(not is_parted), int(is_parted or availHeight > 0.9 * self.page_pt)
        parts = super().split(availWidth, availHeight)
        for part in parts:
            part.shift_pt, part.page_pt, part.hAlign, part.splitByRow = self.shift_pt, self.page_pt, self.hAlign, 1
        return parts

    def _ends_in_a_long_row(self, room_pt: float) -> bool:
        """Return whether the row at the end of that room fits no page either, and enough of it would stay."""
        header_pt = sum(self._rowHeights[: self.repeatRows])
        for height_pt in self._rowHeights:
            if height_pt > room_pt:
                return header_pt + height_pt > PARTED_SHARE * self.page_pt and room_pt >= LEAST_PART_PT
            room_pt -= height_pt
        return False


def table_flowable(table: Table, *, text_width_pt: float, page_pt: float, is_rtl: bool) -> Flowable:
    """Return `table` set to the text width, or that and the margin column; `page_pt` is the height of a page's text."""
    width = text_width_pt + (MARGIN_COLUMN_PT if table.is_wide else 0)
    widths = column_widths_pt(table, width_pt=width, gutter_pt=GUTTER_PT)
    ends = numeric(table)
    rows = [_cells(table.header, widths, ends, setting=(CELL_HEAD, CELL_HEAD_END), is_rtl=is_rtl)]
    rows += [_row(row, widths, ends, is_rtl=is_rtl) for row in table.rows]
    commands = [*_BASE, *_rules(table.rows)]
    if is_rtl:
        rows, widths = [row[::-1] for row in rows], widths[::-1]
    flowable = _Rows(
        rows, colWidths=widths, repeatRows=1, style=commands, hAlign="LEFT", spaceBefore=3, spaceAfter=12, splitInRow=0
    )
    flowable.page_pt = page_pt
    flowable.shift_pt = -MARGIN_COLUMN_PT if table.is_wide and not is_rtl else 0
    flowable.keep_groups(index for index, row in enumerate(table.rows, start=1) if isinstance(row, GroupRow))
    return flowable


def _row(row: object, widths: list[float], ends: set[int], *, is_rtl: bool) -> list[object]:
    if isinstance(row, GroupRow):
        wording = (bold(row.text), note(f"  {row.code}")) if row.code else bold(row.text)
        across = Cell(wording, CELL, is_rtl=is_rtl, gutter_pt=0, across_pt=sum(widths))
        return [across] + [""] * (len(widths) - 1)
    if isinstance(row, TotalRow):
        return _cells([_strong(cell) for cell in row.cells], widths, ends, is_rtl=is_rtl)
    return _cells(row, widths, ends, is_rtl=is_rtl)


def _strong(cell: Wording) -> Wording:
    return bold(cell) if isinstance(cell, str) else cell


def _cells(
    wordings: Sequence[Wording],
    widths: list[float],
    ends: set[int],
    *,
    setting: tuple[object, object] = (CELL, CELL_END),
    is_rtl: bool,
) -> list[object]:
    last = len(widths) - 1
    wordings = (*wordings, *[""] * (len(widths) - len(wordings)))[: len(widths)]
    return [
        Cell(wording, setting[index in ends], is_rtl=is_rtl, gutter_pt=0 if index == last else GUTTER_PT)
        if wording
        else ""
        for index, wording in enumerate(wordings)
    ]


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
    label_pt = min(longest + 2 * GUTTER_PT, WIDEST_LABEL_PT)
    rows = [
        [
            Cell(label, LABEL, is_rtl=is_rtl, gutter_pt=GUTTER_PT),
            Cell(value or Run(text="–"), BODY, is_rtl=is_rtl, gutter_pt=0),
        ]
        for label, value in facts.items
    ]
    widths = [label_pt, text_width_pt - label_pt]
    if is_rtl:
        rows, widths = [row[::-1] for row in rows], widths[::-1]
    commands = [*_BASE, ("LINEBELOW", (0, 0), (-1, -2), 0.4, HAIRLINE), ("TOPPADDING", (0, 0), (-1, -1), 1.6)]
    flowable = _Rows(rows, colWidths=widths, style=commands, hAlign="LEFT", spaceBefore=2, spaceAfter=10, splitInRow=0)
    flowable.page_pt = page_pt
    return flowable
