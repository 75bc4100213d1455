"""Change bars: what a print says that the one before did not."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from events.documents.pdf.blocks import Block, BulletList, Heading, KeyFacts, Paragraph, Table


def redlined(now: Iterable[Block], then: Iterable[Block]) -> list[Block]:
    """Return the blocks of `now` with a bar at each paragraph, heading, entry and row that `then` did not have.

    A row is looked for in the tables that have its header; its number in front does not count, for it may have slid.
    What is gone has no bar: it is told in the list of changes.
    """
    earlier = _Earlier(then)
    return [earlier.marked(block) for block in now]


class _Earlier:
    """What the earlier print said; each thing accounts for one of its like."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self.blocks: Counter[str] = Counter()
        self.rows: dict[tuple[str, ...], Counter[str]] = {}
        self.entries: Counter[str] = Counter()
        for block in blocks:
            if isinstance(block, Table):
                self.rows.setdefault(block.header, Counter()).update(map(_row, block.rows))
            elif isinstance(block, (BulletList, KeyFacts)):
                self.entries.update(map(repr, block.items))
            elif isinstance(block, (Paragraph, Heading)):
                self.blocks[repr(block)] += 1

    def marked(self, block: Block) -> Block:
        if isinstance(block, Table):
            known = self.rows.get(block.header, Counter())
            return replace(block, changed=_new(block.rows, known, key=_row))
        if isinstance(block, (BulletList, KeyFacts)):
            return replace(block, changed=_new(block.items, self.entries, key=repr))
        if isinstance(block, (Paragraph, Heading)):
            return replace(block, is_changed=not _takes(self.blocks, repr(block)))
        return block


def _new(things: Sequence[Any], known: Counter[str], *, key: Any) -> tuple[int, ...]:
    return tuple(number for number, one in enumerate(things) if not _takes(known, key(one)))


def _takes(known: Counter[str], key: str) -> bool:
    if known[key] <= 0:
        return False
    known[key] -= 1
    return True


def _row(row: Any) -> str:
    """Return what a row says, without the number that it has in its table."""
    if isinstance(row, tuple) and row and isinstance(row[0], str) and row[0].rstrip(".").isdigit():
        return repr(row[1:])
    return repr(row)
