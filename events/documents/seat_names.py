"""Names beside the seats of a bent table, on the side to which people look: there the room is empty."""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, product
from statistics import median

from events.documents.pdf.blocks import Label
from events.documents.pdf.fit import balanced_lines, text_width_em
from events.domain.seating.chart import ChartSeat

LARGEST_PT, SMALLEST_PT = 9.0, 5.5
MM_PER_PT = 25.4 / 72
GAP_MM = 1.2
# What of its size a line of letters takes above and below its middle.
HALF_LETTERS = 0.42
LEADING = 1.1
# By how much a name that would stand on another is made smaller before it is tried again.
SMALLER = 0.95
# What is read with ease; for its sake all names are made smaller by steps.
EASY_PT, SIZE_STEP_PT = 6.5, 0.5
CORNERS = ((-1, -1), (1, -1), (1, 1), (-1, 1))
# Seats nearer than this share of a seat's diagonal stand beside it, others opposite.
NEAR = 1.2
# How far off the height of its seat a name may stand, in its size.
OFF = (0.0, 0.1, -0.1, 0.2, -0.2, 0.3, -0.3, 0.45, -0.45, 0.6, -0.6)
# Farther above or below no seat is in the way of a name.
LEVEL_MM = 15.0

Point = tuple[float, float]
Box = tuple[float, float, float, float]


def names_beside(
    seats: Sequence[ChartSeat], names: Mapping[str, str], points: Mapping[str, Point], *, scale: float
) -> Iterator[tuple[str, tuple[Label, ...]]]:
    """Yield (seat label, lines of the name) for each seat of `names` (seat label to name) that leaves room for one to
    be read: first the names that have it in one line, then those that need two or three.

    `points` are the seats' centres on the drawing by label, `scale` its millimetres to one of the room's. A name stands
    at the height of its seat, or a little off it, clear of the seats beside it, and ends before the next one and, where
    it can, before the middle of the room; one that would stand on another is made smaller, and left out where that does
    not help. All are a little smaller where otherwise one would be left out or hard to read.
    """
    room = _Room(seats=seats, points=points, scale=scale)
    largest_pt, best, best_worth = min(LARGEST_PT, _line_pt(seats, names, points)), {}, (0, 0.0)
    wanted = sum(1 for one in seats if names.get(one.seat.label))
    while largest_pt >= EASY_PT:
        found = dict(_placed(seats, names, room, largest_pt=largest_pt))
        sizes = [label.size_pt for labels in found.values() for label in labels]
        worth = (len(found), min(EASY_PT, *sizes) if sizes else 0.0)
        if worth > best_worth:
            best, best_worth = found, worth
        if worth == (wanted, EASY_PT):
            break
        largest_pt -= SIZE_STEP_PT
    yield from best.items()


def _placed(
    seats: Sequence[ChartSeat], names: Mapping[str, str], room: "_Room", *, largest_pt: float
) -> Iterator[tuple[str, tuple[Label, ...]]]:
    taken: list[Box] = []
    placed: set[str] = set()
    for is_halved, count, one in product((True, False), (1, 2, 3), seats):
        name = names.get(one.seat.label)
        if not name or one.seat.label in placed:
            continue
        lines = balanced_lines(name, count) if count > 1 else (name,)
        for labels, sign in _tries(one, lines, room, largest_pt=largest_pt, is_halved=is_halved):
            boxes = [_box(label, sign) for label in labels]
            if not any(_overlaps(box, other) for box in boxes for other in taken):
                taken += boxes
                placed.add(one.seat.label)
                yield one.seat.label, labels
                break


def _tries(
    one: ChartSeat, lines: Sequence[str], room: "_Room", *, largest_pt: float, is_halved: bool
) -> Iterator[tuple[tuple[Label, ...], int]]:
    """Yield where the lines of a name may stand, the best first, and to which side they go."""
    em, size_pt = max(text_width_em(line) for line in lines), largest_pt
    while size_pt >= SMALLEST_PT:
        high_mm = (LEADING * (len(lines) - 1) + 2 * HALF_LETTERS) * size_pt * MM_PER_PT
        for off in OFF:
            start, sign, free_mm = room.start(
                one, off_mm=off * size_pt * MM_PER_PT, high_mm=high_mm, is_halved=is_halved
            )
            if em * size_pt * MM_PER_PT <= free_mm:
                yield tuple(_labels(lines, size_pt, start, sign)), sign
        size_pt *= SMALLER


class _Room:
    """The seats as they stand on the drawing."""

    def __init__(self, *, seats: Sequence[ChartSeat], points: Mapping[str, Point], scale: float) -> None:
        self.points = points
        self.outlines = {one.seat.label: _outline(one, points[one.seat.label], scale=scale) for one in seats}
        self.level: dict[str, list[str]] = {}
        sides = [x_mm for x_mm, _ in points.values()]
        self.middle_mm = (min(sides) + max(sides)) / 2

    def start(self, one: ChartSeat, *, off_mm: float, high_mm: float, is_halved: bool) -> tuple[Point, int, float]:
        """Return where a name of that height starts so far off the middle of its seat, to which side it goes (1: to the
        right), and how far it is to the next seat there, or to the middle of the room.
        """
        own_mm, y_mm = self.points[one.seat.label]
        y_mm += off_mm
        sign = 1 if own_mm < self.middle_mm else -1
        near_mm = NEAR * math.dist(*self.outlines[one.seat.label][::2])
        start_mm, end_mm = own_mm * sign, self.middle_mm * sign if is_halved else math.inf
        for label in self._level_with(one.seat.label):
            outline = self.outlines[label]
            across = [x_mm * sign for x_mm in _across(outline, y_mm - high_mm / 2, y_mm + high_mm / 2)]
            if across and (self.points[label][0] - own_mm) * sign < near_mm:
                start_mm = max(start_mm, *across)
            elif across:
                end_mm = min(end_mm, *across)
        return ((start_mm + GAP_MM) * sign, y_mm), sign, end_mm - start_mm - 2 * GAP_MM

    def _level_with(self, label: str) -> list[str]:
        """Return the seats that stand about as high, itself among them."""
        if label not in self.level:
            y_mm = self.points[label][1]
            self.level[label] = [one for one, (_, other_mm) in self.points.items() if abs(other_mm - y_mm) < LEVEL_MM]
        return self.level[label]


def _outline(one: ChartSeat, point: Point, *, scale: float) -> tuple[Point, ...]:
    """Return the corners of a seat on the drawing, one after another."""
    turn, (x_mm, y_mm) = math.radians(one.seat.angle), point
    sides = ((right * one.width_mm * scale / 2, down * one.depth_mm * scale / 2) for right, down in CORNERS)
    return tuple(
        (x_mm + right * math.cos(turn) - down * math.sin(turn), y_mm + right * math.sin(turn) + down * math.cos(turn))
        for right, down in sides
    )


def _across(outline: Sequence[Point], low_mm: float, high_mm: float) -> Iterator[float]:
    """Yield the ends, from left to right, of what of an outline lies between two heights; nothing where none does."""
    for (x_mm, y_mm), (next_mm, down_mm) in pairwise((*outline, outline[0])):
        if low_mm < y_mm < high_mm:
            yield x_mm
        for level_mm in (low_mm, high_mm):
            if min(y_mm, down_mm) < level_mm < max(y_mm, down_mm):
                yield x_mm + (next_mm - x_mm) * (level_mm - y_mm) / (down_mm - y_mm)


def _labels(lines: Sequence[str], size_pt: float, start: Point, sign: int) -> Iterator[Label]:
    """Yield the lines of a name, which together stand at the height of `start`."""
    step_mm = LEADING * size_pt * MM_PER_PT
    anchor = "start" if sign > 0 else "end"
    for number, line in enumerate(lines):
        y_mm = start[1] + (number - (len(lines) - 1) / 2) * step_mm
        yield Label(x_mm=start[0], y_mm=y_mm, text=line, size_pt=size_pt, anchor=anchor)


def _line_pt(seats: Sequence[ChartSeat], names: Mapping[str, str], points: Mapping[str, Point]) -> float:
    """Return the size in which most names stand clear of the next seat's; any size for fewer than two."""
    heights = [points[one.seat.label][1] for one in seats if names.get(one.seat.label)]
    steps = [abs(one - other) for one, other in pairwise(heights)]
    return median(steps) / (2 * HALF_LETTERS * MM_PER_PT) if steps else LARGEST_PT


def _box(label: Label, sign: int) -> Box:
    """Return left, top, right and bottom of a line of a name as it is drawn."""
    size_mm = label.size_pt * MM_PER_PT
    ends = sorted((label.x_mm, label.x_mm + sign * text_width_em(label.text, face="sans") * size_mm))
    return ends[0], label.y_mm - HALF_LETTERS * size_mm, ends[1], label.y_mm + HALF_LETTERS * size_mm


def _overlaps(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
