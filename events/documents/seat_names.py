"""Names beside the seats of a bent table, on the side to which people look: there the room is empty."""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, product
from statistics import median
from typing import NamedTuple

from events.documents.pdf.blocks import Label
from events.documents.pdf.fit import balanced_lines, text_width_em
from events.domain.seating.chart import ChartSeat

LARGEST_PT, SMALLEST_PT = 9.0, 5.5
MM_PER_PT = 25.4 / 72
GAP_MM = 1.2
# What of its size a line of letters takes above and below its middle.
HALF_LETTERS = 0.42
LEADING = 1.1
# A name that would stand on another is tried in the next size.
SIZES_PT = (LARGEST_PT, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0, 5.75, SMALLEST_PT)
# What is read with ease; for its sake all names are made smaller.
EASY_PT = 6.5
CORNERS = ((-1, -1), (1, -1), (1, 1), (-1, 1))
# Seats nearer than this share of a seat's diagonal stand beside it, others opposite.
NEAR = 1.2
# How far off the height of its seat a name may stand, in its size.
OFF = (0.0, 0.15, -0.15, 0.3, -0.3, 0.6, -0.6)
# Farther above or below no seat is in the way of a name.
LEVEL_MM = 12.0

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
    named = [(one.seat.label, names[one.seat.label]) for one in seats if names.get(one.seat.label)]
    most_pt, best, best_worth = _line_pt(seats, names, points), {}, (0, 0.0)
    for largest_pt in [size_pt for size_pt in SIZES_PT if size_pt <= most_pt]:
        if best and largest_pt < EASY_PT:
            break
        found = dict(_placed(named, room, largest_pt=largest_pt))
        worth = (len(found), min((EASY_PT, *(label.size_pt for labels in found.values() for label in labels))))
        if worth > best_worth:
            best, best_worth = found, worth
        if worth == (len(named), EASY_PT):
            break
    yield from best.items()


def _placed(
    named: Sequence[tuple[str, str]], room: "_Room", *, largest_pt: float
) -> Iterator[tuple[str, tuple[Label, ...]]]:
    """Yield (seat label, lines of the name) for each of the (seat label, name) that finds a place."""
    taken: list[Box] = []
    placed: set[str] = set()
    for is_halved, least_pt, count, (seat, name) in product((True, False), (EASY_PT, SMALLEST_PT), (1, 2, 3), named):
        if seat in placed:
            continue
        lines = balanced_lines(name, count) if count > 1 else (name,)
        sizes_pt = [one for one in SIZES_PT if least_pt <= one <= largest_pt]
        for labels, sign in _tries(seat, lines, room, sizes_pt=sizes_pt, is_halved=is_halved):
            boxes = [_box(label, sign) for label in labels]
            if not any(_overlaps(box, other) for box in boxes for other in taken):
                taken += boxes
                placed.add(seat)
                yield seat, labels
                break


def _tries(
    seat: str, lines: Sequence[str], room: "_Room", *, sizes_pt: Sequence[float], is_halved: bool
) -> Iterator[tuple[tuple[Label, ...], int]]:
    """Yield where the lines of a name may stand, the best first, and to which side they go."""
    em = max(text_width_em(line) for line in lines)
    for size_pt, off in product(sizes_pt, OFF):
        start = room.start(seat, len(lines), size_pt, off)
        if em * size_pt * MM_PER_PT <= (start.halved_mm if is_halved else start.free_mm):
            yield tuple(_labels(lines, size_pt, start.at, start.sign)), start.sign


class _Start(NamedTuple):
    """Where a name starts, to which side it goes (1: to the right), and how far it is from there to the next seat, and
    to the next seat or the middle of the room.
    """

    at: Point
    sign: int
    free_mm: float
    halved_mm: float


class _Room:
    """The seats as they stand on the drawing."""

    def __init__(self, *, seats: Sequence[ChartSeat], points: Mapping[str, Point], scale: float) -> None:
        self.points = points
        self.outlines = {one.seat.label: _outline(one, points[one.seat.label], scale=scale) for one in seats}
        sides = [x_mm for x_mm, _ in points.values()]
        self.middle_mm = (min(sides) + max(sides)) / 2
        self._starts: dict[tuple[str, int, float, float], _Start] = {}
        self._level: dict[str, list[str]] = {}

    def start(self, seat: str, count: int, size_pt: float, off: float) -> _Start:
        """Return where a name of so many lines starts so far off the middle of its seat, in its size; kept."""
        key = (seat, count, size_pt, off)
        if key not in self._starts:
            high_mm = (LEADING * (count - 1) + 2 * HALF_LETTERS) * size_pt * MM_PER_PT
            self._starts[key] = self._start(seat, off * size_pt * MM_PER_PT, high_mm)
        return self._starts[key]

    def _start(self, seat: str, off_mm: float, high_mm: float) -> _Start:
        own_mm, y_mm = self.points[seat]
        low_mm, top_mm = y_mm + off_mm - high_mm / 2, y_mm + off_mm + high_mm / 2
        sign = 1 if own_mm < self.middle_mm else -1
        near_mm = NEAR * math.dist(*self.outlines[seat][::2])
        start_mm, end_mm = own_mm * sign, math.inf
        for label in self._level_with(seat):
            outline = self.outlines[label]
            if all(y <= low_mm for _, y in outline) or all(y >= top_mm for _, y in outline):
                continue
            across = [x_mm * sign for x_mm in _across(outline, low_mm, top_mm)]
            if (self.points[label][0] - own_mm) * sign < near_mm:
                start_mm = max((start_mm, *across))
            else:
                end_mm = min((end_mm, *across))
        at = (start_mm + GAP_MM) * sign, y_mm + off_mm
        free_mm, half_mm = (end - start_mm - 2 * GAP_MM for end in (end_mm, self.middle_mm * sign))
        return _Start(at, sign, free_mm, min(free_mm, half_mm))

    def _level_with(self, seat: str) -> list[str]:
        """Return the seats that stand about as high on the side to which a name goes, itself among them."""
        if seat not in self._level:
            own_mm, y_mm = self.points[seat]
            sign = 1 if own_mm < self.middle_mm else -1
            own_mm -= sign * math.dist(*self.outlines[seat][::2])
            self._level[seat] = [
                label
                for label, (x_mm, other_mm) in self.points.items()
                if abs(other_mm - y_mm) < LEVEL_MM and (x_mm - own_mm) * sign > 0
            ]
        return self._level[seat]


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
