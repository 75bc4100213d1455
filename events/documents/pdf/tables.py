"""Tables and key facts, on platypus' Table: every cell is a text of ours."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from events.documents.pdf.blocks import GroupRow, KeyFacts, Run, Table, TotalRow, Wording, bold, note
from events.documents.pdf.columns import column_widths_pt, numeric
from events.documents.pdf.rows import Cell, Rows
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
from events.documents.pdf.tagging import Element
from events.documents.pdf.text import inked, width_pt

Command = tuple[object, ...]

GUTTER_PT = 9.0
WIDEST_LABEL_PT, WIDEST_LABEL_SHARE = 48 * mm, 0.45
_BASE: tuple[Command, ...] = (
    ("FONT", (0, 0), (-1, -1), "sans", 9, 12),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 2.6),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3.4),
)


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
    flowable = Rows(
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
    flowable = Rows(rows, colWidths=widths, style=commands, hAlign="LEFT", spaceBefore=2, spaceAfter=10, splitInRow=0)
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
