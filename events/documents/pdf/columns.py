"""How wide the columns of a table are: the shares asked for, unless words break or rows get higher by them."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from events.documents.pdf.blocks import Run, Table, TotalRow, Wording, bold
from events.documents.pdf.breaking import unbound
from events.documents.pdf.shaping import Word, width_of
from events.documents.pdf.style import CELL, CELL_HEAD, Setting
from events.documents.pdf.text import inked, words

# Rows looked at to balance the columns, spread over the table: more would make long tables slow.
ROWS_SEEN = 36
# How much of a line stays empty at its end, for a first guess of how many lines there are.
UNEVEN = 1.06
# Shares of the rows whose cells keep their lines when a column gives room to another, the most careful first.
KEPT_SHARES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
BALANCING_TURNS = 3
# Columns stay as they were asked for unless what is gained is more than a twentieth.
WORTH_MOVING = 0.95
# What headers and words stand apart besides the gutter, where there is room.
APART_PT = 5.0

Lines = tuple[float, ...]


@dataclass(frozen=True, kw_only=True)
class _Cells:
    """What one column needs: its header's longest word; of its cells the longest word, whole and with loose spaces.

    `held` is the width of the longest words that are held together.
    `lines` has, row by row, the widths of the paragraphs of each cell. All with the gutter.
    """

    header: float
    held: float
    bound: float
    loose: float
    lines: tuple[Lines, ...]


def column_widths_pt(
    table: Table,
    *,
    width_pt: float,
    gutter_pt: float,
    cell: Setting = CELL,
    head: Setting = CELL_HEAD,
    has_hyphens: bool = True,
) -> list[float]:
    """Return the width of each column, `width_pt` in all; the gutter after each but the last is part of it.

    A column narrower than the longest word of its header or of its cells, or a name in them, takes what it lacks from
    the others in proportion to what they can spare. Where that is too much for all names may break, then words of text,
    then numbers before their units, then anywhere. A Chinese header or number is one word while there is room. Where
    all words together are too long the shares stand as they are. After that a column takes room from others where the
    rows get lower by it. `cell` and `head` say how the cells and the header are set; what has no hyphens loosens its
    numbers before it breaks a word.
    """
    count, in_numbers = len(table.header), numeric(table)
    shares = table.column_widths or (1,) * count
    widths = [width_pt * share / sum(shares) for share in shares]
    columns = _columns(table, gutter_pt, cell=cell, head=head)
    for needs in _needs(columns, in_numbers, has_hyphens=has_hyphens):
        if sum(needs) <= width_pt:
            return _balanced(_levelled(widths, needs), needs, columns)
    return widths


def holds_words(table: Table, *, width_pt: float, gutter_pt: float, cell: Setting, head: Setting) -> bool:
    """Return whether every column can be as wide as the longest word of its header and of its cells."""
    columns = _columns(table, gutter_pt, cell=cell, head=head)
    return sum(max(one.header, one.loose) for one in columns) <= width_pt


def numeric(table: Table) -> set[int]:
    """Return the columns of numbers, counted from the start."""
    return {index % len(table.header) for index in table.numeric}


def _needs(columns: Sequence[_Cells], in_numbers: set[int], *, has_hyphens: bool) -> Iterator[list[float]]:
    """Yield what the columns need at least, the best first."""
    for words_pt in ([max(one.bound, one.held) for one in columns], [one.bound for one in columns]):
        for apart_pt in (APART_PT, 0):
            yield [max(one.header, own) + apart_pt for one, own in zip(columns, words_pt, strict=True)]
    yield [max(one.header, one.bound if n in in_numbers else one.loose) for n, one in enumerate(columns)]
    if not has_hyphens:
        yield [max(one.header, one.loose) for one in columns]
    for is_bound in (True, False):
        numbers = [one.bound if is_bound else one.loose for one in columns]
        yield [max(one.header, numbers[n] if n in in_numbers else 0) for n, one in enumerate(columns)]
    yield [one.header for one in columns]


def _levelled(widths: Sequence[float], needs: Sequence[float]) -> list[float]:
    pairs = list(zip(widths, needs, strict=True))
    lacking = sum(max(need - own, 0) for own, need in pairs)
    spare = sum(max(own - need, 0) for own, need in pairs)
    return [need if own <= need else own - lacking * (own - need) / spare for own, need in pairs]


def _balanced(widths: list[float], needs: Sequence[float], columns: Sequence[_Cells]) -> list[float]:
    """Return the widths with room moved between columns as long as the rows get lower by it."""
    best = _height(widths, columns)
    for _ in range(BALANCING_TURNS):
        before = best
        for index, column in enumerate(columns):
            for wanted in _wanted(column, widths[index]):
                tried = _widened(widths, needs, columns, index, wanted)
                height = _height(tried, columns) if tried else best
                if height < WORTH_MOVING * best:
                    widths, best = tried, height
        if best == before:
            break
    return widths


def _wanted(column: _Cells, own: float) -> Iterator[float]:
    """Yield widths above its own at which cells of the column would have fewer lines."""
    natural = sorted(max(lines) for lines in column.lines if lines)
    for share in KEPT_SHARES if natural else ():
        whole = natural[math.ceil(share * len(natural)) - 1]
        yield from (part for part in (whole, UNEVEN * whole / 2) if part > own)


def _widened(
    widths: Sequence[float], needs: Sequence[float], columns: Sequence[_Cells], index: int, wanted: float
) -> list[float] | None:
    """Return the widths with that column as wide as `wanted`; None where the others can't spare it.

    A column without a word is there to be written in, and keeps its width.
    """
    for share in (*KEPT_SHARES, 0):
        kept = [max(_kept(one, share), one.loose) for one in columns]
        floors = [min(max(need, one), own) for need, one, own in zip(needs, kept, widths, strict=True)]
        floors[index] = wanted
        if sum(floors) <= sum(widths):
            return _levelled(widths, floors)
    return None


def _kept(column: _Cells, share: float) -> float:
    natural = sorted(max(lines) for lines in column.lines if lines)
    if not natural:
        return math.inf
    return natural[math.ceil(share * len(natural)) - 1] if share else 0


def _height(widths: Sequence[float], columns: Sequence[_Cells]) -> int:
    """Return about how high the rows are: the squares of their lines, so that none gets very high for many others."""
    rows = zip(*(one.lines for one in columns), strict=False)
    return sum(
        max(sum(_lines(line, own) for line in cell) for cell, own in zip(row, widths, strict=True)) ** 2 for row in rows
    )


def _lines(line_pt: float, room_pt: float) -> int:
    return 1 if line_pt <= room_pt else math.ceil(UNEVEN * line_pt / room_pt)


def _columns(table: Table, gutter_pt: float, *, cell: Setting, head: Setting) -> list[_Cells]:
    last, in_numbers = len(table.header) - 1, numeric(table)
    return [
        _measured(table, n, gutter_pt if n < last else 0, cell=cell, head=head, is_number=n in in_numbers)
        for n in range(last + 1)
    ]


def _measured(table: Table, index: int, gutter_pt: float, *, cell: Setting, head: Setting, is_number: bool) -> _Cells:
    # A hair more, or rounding would break the word that just fits.
    more_pt = gutter_pt + 0.1
    found = [_words(wording, cell) for wording in _seen(table, index, is_whole=is_number)]
    loose = [part.width_pt for one in found for word in one for part in unbound(word)]
    return _Cells(
        header=_longest_pt(_words(table.header[index], head), is_whole=True) + more_pt,
        held=max((part for one in found for part in _held_pt(one)), default=0) + more_pt,
        bound=max((_longest_pt(one, is_whole=is_number) for one in found), default=0) + more_pt,
        loose=max(loose, default=0) + more_pt,
        lines=tuple(tuple(width_of(part) + more_pt for part in _paragraphs(one)) for one in found[:ROWS_SEEN]),
    )


def _seen(table: Table, index: int, *, is_whole: bool) -> Iterator[Wording]:
    """Yield cells of a column, "" where a row has none: as many as are looked at and the one with the longest word, or
    all where it `is_whole`.
    """
    rows = [row for row in table.rows if isinstance(row, (tuple, TotalRow))]
    step = max(1, math.ceil(len(rows) / ROWS_SEEN))
    cells = [_cell(row, index) for row in rows[::step]]
    if step > 1:
        others = [_cell(row, index) for number, row in enumerate(rows) if number % step]
        cells += others if is_whole else [max(others, key=_longest_letters)]
    return iter(cells)


def _cell(row: object, index: int) -> Wording:
    is_total = isinstance(row, TotalRow)
    cells = row.cells if is_total else row
    wording = cells[index] if index < len(cells) else ""
    return bold(wording) if is_total and isinstance(wording, str) else wording


def _longest_letters(wording: Wording) -> int:
    """Return how many letters the longest word of a cell has."""
    runs = (wording,) if isinstance(wording, (str, Run)) else wording
    texts = (run.text if isinstance(run, Run) else run for run in runs)
    return max((len(word) for text in texts for word in text.split()), default=0)


def _words(wording: Wording, setting: Setting) -> list[Word]:
    return words(inked(wording, setting)) if wording else []


def _paragraphs(found: Sequence[Word]) -> Iterator[Sequence[Word]]:
    start = 0
    for end, word in enumerate(found, start=1):
        if word.ends_line or end == len(found):
            yield found[start:end]
            start = end


def _held_pt(found: Sequence[Word]) -> Iterator[float]:
    """Yield the widths of words that are held together."""
    start = 0
    for end, word in enumerate(found, start=1):
        if not word.is_held or end == len(found):
            yield width_of(found[start:end])
            start = end


def _longest_pt(found: Sequence[Word], *, is_whole: bool) -> float:
    """Return the width of the longest word; one of Chinese characters alone is a word where it `is_whole`."""
    if is_whole and found and all(word.is_han for word in found):
        return width_of(found)
    return max((word.width_pt for word in found), default=0)
