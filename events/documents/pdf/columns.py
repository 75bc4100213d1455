"""How wide the columns of a table are: the shares asked for, unless a word of a header would break for them."""

from collections.abc import Iterable, Iterator, Sequence

from events.documents.pdf.blocks import Table, TotalRow, Wording, bold
from events.documents.pdf.breaking import unbound
from events.documents.pdf.shaping import width_of
from events.documents.pdf.style import CELL, CELL_HEAD, Setting
from events.documents.pdf.text import inked, words


def column_widths_pt(table: Table, *, width_pt: float, gutter_pt: float) -> list[float]:
    """Return the width of each column, `width_pt` in all; the gutter after each but the last is part of it.

    A column narrower than the longest word of its header, or of the numbers under it, takes what it lacks from the
    others in proportion to what they can spare. Numbers that are too long break before their units, then anywhere.
    A Chinese header or number is one word while there is room. Where all words together are too long the shares stand
    as they are.
    """
    count, in_numbers = len(table.header), numeric(table)
    shares = table.column_widths or (1,) * count
    widths = [width_pt * share / sum(shares) for share in shares]
    gutters = [gutter_pt] * (count - 1) + [0]
    headers = [_longest_pt([header], CELL_HEAD) + gutter for header, gutter in zip(table.header, gutters, strict=True)]
    for is_bound in (True, False):
        needs = [
            max(header, _longest_pt(_cells(table, n), CELL, is_bound=is_bound) + gutters[n])
            if n in in_numbers
            else header
            for n, header in enumerate(headers)
        ]
        if sum(needs) <= width_pt:
            return _levelled(widths, needs)
    if sum(headers) <= width_pt:
        return _levelled(widths, headers)
    return widths


def numeric(table: Table) -> set[int]:
    """Return the columns of numbers, counted from the start."""
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


def _longest_pt(wordings: Iterable[Wording], setting: Setting, *, is_bound: bool = True) -> float:
    found = [0.0]
    for wording in wordings:
        whole = words(inked(wording, setting)) if wording else []
        if is_bound and all(word.is_han for word in whole):
            found.append(width_of(whole))
        found += [part.width_pt for word in whole for part in ([word] if is_bound else unbound(word))]
    # A hair more, or rounding would break the word that just fits.
    return max(found) + 0.1
