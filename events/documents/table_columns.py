"""Columns that a table can do without."""

from collections.abc import Sequence
from dataclasses import replace

from events.documents.pdf.blocks import GroupRow, Table, TotalRow, Wording


def without_empty(table: Table, indexes: Sequence[int], *, empty: str = "") -> Table:
    """Return `table` without those of the columns at `indexes` in which every row has `empty`."""
    rows = [_cells(row) for row in table.rows if not isinstance(row, GroupRow)]
    gone = {n for n in indexes if all(n >= len(cells) or cells[n] in (empty, "") for cells in rows)}
    kept = [n for n in range(len(table.header)) if n not in gone]
    if not gone or not rows:
        return table
    return replace(
        table,
        header=tuple(table.header[n] for n in kept),
        rows=tuple(_kept(row, kept) for row in table.rows),
        column_widths=tuple(table.column_widths[n] for n in kept) if table.column_widths else (),
        numeric=tuple(place for place, n in enumerate(kept) if n in table.numeric),
    )


def _cells(row: "tuple[Wording, ...] | TotalRow") -> tuple[Wording, ...]:
    return row.cells if isinstance(row, TotalRow) else row


def _kept(row: "tuple[Wording, ...] | GroupRow | TotalRow", kept: Sequence[int]) -> object:
    if isinstance(row, GroupRow):
        return row
    cells = tuple(_cells(row)[n] for n in kept if n < len(_cells(row)))
    return TotalRow(cells=cells) if isinstance(row, TotalRow) else cells
