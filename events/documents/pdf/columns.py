"""How wide the columns of a table are: the shares asked for, unless a word of a header would break for them."""

from collections.abc import Iterable, Iterator, Sequence

from events.documents.pdf.blocks import Table, TotalRow, Wording, bold
from events.documents.pdf.style import CELL, CELL_HEAD, Setting
from events.documents.pdf.text import inked, words


def column_widths_pt(table: Table, *, width_pt: float, gutter_pt: float) -> list[float]:
    """Return the width of each column, `width_pt` in all; the gutter after each but the last is part of it.

    A column narrower than the longest word of its header, or of the numbers under it, takes what it lacks from the
    others in proportion to what they can spare. Where all words together are too long the shares stand as they are.
    """
    count = len(table.header)
    shares = table.column_widths or (1,) * count
    widths = [width_pt * share / sum(shares) for share in shares]
    gutters = [gutter_pt] * (count - 1) + [0]
    headers = [_longest_pt([header], CELL_HEAD) + gutter for header, gutter in zip(table.header, gutters, strict=True)]
    numbers = [
        max(header, _longest_pt(_cells(table, index), CELL) + gutter) if index in numeric(table) else header
        for index, (header, gutter) in enumerate(zip(headers, gutters, strict=True))
    ]
    for needs in (numbers, headers):
        if sum(needs) <= width_pt:
            return _levelled(widths, needs)
    return widths


def numeric(table: Table) -> set[int]:
    """Return the columns aligned at their end, counted from the start."""
    return {index % len(table.header) for index in table.numeric}


def _levelled(widths: Sequence[float], needs: Sequence[float]) -> list[float]:
    pairs = list(zip(widths, needs, strict=True))
    lacking = sum(max(need - own, 0) for own, need in pairs)
    spare = sum(max(own - need, 0) for own, need in pairs)
    return [need if own <= need else own - lacking * (own - need) / spare for own, need in pairs]


def _cells(table: Table, index: int) -> Iterator[Wording]:
    for row in table.rows:
        is_total = isinstance(row, TotalRow)
        cells = row.cells if is_total else row
        if isinstance(cells, tuple) and index < len(cells):
            yield bold(cells[index]) if is_total and isinstance(cells[index], str) else cells[index]


def _longest_pt(wordings: Iterable[Wording], setting: Setting) -> float:
    found = (word.width_pt for wording in wordings if wording for word in words(inked(wording, setting)))
    # A hair more, or rounding would break the word that just fits.
    return max(found, default=0.0) + 0.1
