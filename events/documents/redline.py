"""Change bars: what a print says, or says elsewhere, that the one before did not."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from events.documents.pdf.blocks import Block, BulletList, Heading, KeyFacts, Paragraph, Table
from events.domain.comparing.lists import moved


def redlined(now: Iterable[Block], then: Iterable[Block]) -> list[Block]:
    """Return the blocks of `now` with a bar at each paragraph, heading, entry and row that `then` did not have, or had
    in another order.

    How a block is set does not count, nor the number in front of it, for it may have slid. A row is looked for in the
    tables that have its header. What is gone has no bar: it is told in the list of changes.
    """
    blocks, earlier = list(now), list(then)
    texts = _New(_texts(earlier), _texts(blocks), key=_text)
    entries = _New(_entries(earlier), _entries(blocks), key=repr)
    rows = {
        header: _New(_rows(earlier, header), _rows(blocks, header), key=_row)
        for header in {block.header for block in blocks if isinstance(block, Table)}
    }
    return [_marked(block, texts, entries, rows) for block in blocks]


class _New:
    """Of the things of a kind in a print, which are new or stand in another order; asked for each in turn."""

    def __init__(self, then: Iterable[Any], now: Iterable[Any], *, key: Callable[[Any], str]) -> None:
        earlier, later = _numbered(map(key, then)), _numbered(map(key, now))
        known, slid = set(earlier), moved(earlier, later)
        self._answers = iter([one not in known or one in slid for one in later])

    def __call__(self) -> bool:
        return next(self._answers)

    def indexes(self, things: Sequence[Any]) -> tuple[int, ...]:
        return tuple(number for number, _ in enumerate(things) if self())


def _numbered(keys: Iterable[str]) -> list[tuple[str, int]]:
    """Return each key with how many of its like went before, so that each thing accounts for one of its like."""
    counts: Counter[str] = Counter()
    found = []
    for key in keys:
        found.append((key, counts[key]))
        counts[key] += 1
    return found


def _marked(block: Block, texts: _New, entries: _New, rows: dict[tuple[str, ...], _New]) -> Block:
    if isinstance(block, Table):
        return replace(block, changed=rows[block.header].indexes(block.rows))
    if isinstance(block, (BulletList, KeyFacts)):
        return replace(block, changed=entries.indexes(block.items))
    if isinstance(block, (Paragraph, Heading)):
        return replace(block, is_changed=texts())
    return block


def _texts(blocks: Iterable[Block]) -> list[Paragraph | Heading]:
    return [block for block in blocks if isinstance(block, (Paragraph, Heading))]


def _entries(blocks: Iterable[Block]) -> list[Any]:
    return [one for block in blocks if isinstance(block, (BulletList, KeyFacts)) for one in block.items]


def _rows(blocks: Iterable[Block], header: tuple[str, ...]) -> list[Any]:
    return [row for block in blocks if isinstance(block, Table) and block.header == header for row in block.rows]


def _text(block: Paragraph | Heading) -> str:
    """Return what a paragraph or heading says, and the time beside it."""
    return repr((type(block).__name__, block.text, getattr(block, "margin", "")))


def _row(row: Any) -> str:
    """Return what a row says, without the number that it has in its table."""
    if isinstance(row, tuple) and row and isinstance(row[0], str) and row[0].rstrip(".").isdigit():
        return repr(row[1:])
    return repr(row)
