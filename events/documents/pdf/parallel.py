"""Two languages side by side: which blocks belong together, and a row of two columns that goes over the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from events.documents.pdf.blocks import Block

GUTTER_PT = 4 * mm
# A table places its rows as far as its room goes.
UNBOUNDED_PT = 1e6


def paired(start: Sequence[Block], end: Sequence[Block]) -> Iterator[tuple[Block | None, Block | None]]:
    """Yield the blocks of two versions of one text as pairs of a kind, in order; None where one has no counterpart."""
    kinds = ([type(block).__name__ for block in start], [type(block).__name__ for block in end])
    for what, first, last, other_first, other_last in SequenceMatcher(None, *kinds, autojunk=False).get_opcodes():
        ours, theirs = start[first:last], end[other_first:other_last]
        if what == "equal":
            yield from zip(ours, theirs, strict=True)
        else:
            yield from ((block, None) for block in ours)
            yield from ((None, block) for block in theirs)


@dataclass(frozen=True, kw_only=True)
class Column:
    """What stands in one column, one under the other; `x_pt` is the column's left edge in the row."""

    stack: tuple[Flowable, ...]
    x_pt: float
    width_pt: float

    def height_pt(self) -> float:
        """Return the height of the stack, with the spaces inside it."""
        heights = [flowable.wrap(self.width_pt, UNBOUNDED_PT)[1] for flowable in self.stack]
        return sum(heights) + sum(flowable.getSpaceAfter() for flowable in self.stack[:-1])

    def parted(self, room_pt: float) -> tuple["Column", "Column"]:
        """Return what fits that height, and what is left."""
        kept: list[Flowable] = []
        for index, flowable in enumerate(self.stack):
            height_pt = flowable.wrap(self.width_pt, room_pt)[1]
            if height_pt > room_pt:
                parts = flowable.split(self.width_pt, room_pt)
                head, tail = (parts[:1], parts[1:]) if len(parts) > 1 else ([], [flowable])
                return self._with((*kept, *head)), self._with((*tail, *self.stack[index + 1 :]))
            kept.append(flowable)
            room_pt -= height_pt + flowable.getSpaceAfter()
        return self, self._with(())

    def _with(self, stack: tuple[Flowable, ...]) -> "Column":
        return Column(stack=stack, x_pt=self.x_pt, width_pt=self.width_pt)


class SideBySide(Flowable):
    """A row of columns that begin level; read one column after the other."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        firsts = [column.stack[0] for column in self.columns if column.stack]
        lasts = [column.stack[-1] for column in self.columns if column.stack]
        self.spaceBefore = max((flowable.getSpaceBefore() for flowable in firsts), default=0)
        self.spaceAfter = max((flowable.getSpaceAfter() for flowable in lasts), default=0)

    def wrap(self, room_pt: float, _height_pt: float) -> tuple[float, float]:
        self.width, self.height = room_pt, max(column.height_pt() for column in self.columns)
        return room_pt, self.height

    def first_pt(self, _room_pt: float) -> float:
        """Return the height of the least that may stand at the end of a page."""
        least = [
            getattr(one, "first_pt", lambda room_pt, one=one: one.wrap(room_pt, 0)[1])(column.width_pt)
            for column in self.columns
            for one in column.stack[:1]
        ]
        return max(least, default=0)

    def split(self, _room_pt: float, height_pt: float) -> list[Flowable]:
        parts = [column.parted(height_pt) for column in self.columns]
        is_stuck = any(whole.stack and not head.stack for whole, (head, _) in zip(self.columns, parts, strict=True))
        if is_stuck or not any(tail.stack for _, tail in parts):
            return []
        first = SideBySide([head for head, _ in parts])
        second = SideBySide([tail for _, tail in parts])
        first.spaceAfter = second.spaceBefore = 0
        return [first, second]

    def draw(self) -> None:
        for column in self.columns:
            y_pt = self.height
            for flowable in column.stack:
                y_pt -= flowable.wrap(column.width_pt, self.height)[1]
                flowable.drawOn(self.canv, column.x_pt, y_pt)
                y_pt -= flowable.getSpaceAfter()
