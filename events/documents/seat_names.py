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
# Half the height of the band that a name takes, in its size.
HALF_LINE = 0.6
# What of its size a line of letters takes above and below its middle.
HALF_LETTERS = 0.42
LEADING = 1.1
# By how much a name that would stand on another is made smaller before it is tried again.
SMALLER = 0.92

Point = tuple[float, float]
Box = tuple[float, float, float, float]


def names_beside(
    seats: Sequence[ChartSeat], names: Mapping[str, str], points: Mapping[str, Point], *, scale: float
) -> Iterator[tuple[str, tuple[Label, ...]]]:
    """Yield (seat label, lines of the name) for each seat of `names` (seat label to name) that leaves room for one to
    be read: first the names that have it in one line, then those that need two or three.

    `points` are the seats' centres on the drawing by label, `scale` its millimetres to one of the room's. A name ends
    before the next seat and before the middle of the room, where the names of the other side end; one that would
    stand on another is made smaller, and left out where that does not help.
    """
    taken: list[Box] = []
    largest_pt = min(LARGEST_PT, _line_pt(seats, names, points))
    middle_mm = (min(x for x, _ in points.values()) + max(x for x, _ in points.values())) / 2
    placed: set[str] = set()
    for count, one in product((1, 2, 3), seats):
        name = names.get(one.seat.label)
        if not name or one.seat.label in placed:
            continue
        turn = math.radians(one.seat.angle)
        reach_mm = one.depth_mm * scale / 2 + GAP_MM
        x_mm, y_mm = points[one.seat.label]
        # Away from the corner that a turned seat would put into the line.
        x_mm, y_mm = x_mm + math.sin(turn) * reach_mm, y_mm - math.cos(turn) * (reach_mm + GAP_MM)
        sign = 1 if x_mm < middle_mm else -1
        room_mm = min(abs(middle_mm - x_mm), _free_mm(one, seats, points, (x_mm, y_mm), sign, scale=scale)) - GAP_MM
        lines = balanced_lines(name, count) if count > 1 else (name,)
        size_pt = min(largest_pt, room_mm / (max(text_width_em(line) for line in lines) * MM_PER_PT))
        while size_pt >= SMALLEST_PT:
            labels = tuple(_labels(lines, size_pt, (x_mm, y_mm), sign))
            boxes = [_box(label, sign) for label in labels]
            if not any(_overlaps(box, other) for box in boxes for other in taken):
                taken += boxes
                placed.add(one.seat.label)
                yield one.seat.label, labels
                break
            size_pt *= SMALLER


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


def _free_mm(
    one: ChartSeat,
    seats: Sequence[ChartSeat],
    points: Mapping[str, Point],
    start: Point,
    sign: int,
    *,
    scale: float,
) -> float:
    """Return how far it is from `start` to the next seat on that side, inside the band of a line."""
    free_mm = math.inf
    for other in seats:
        half_mm = math.hypot(other.width_mm, other.depth_mm) * scale / 2
        x_mm, y_mm = points[other.seat.label]
        ahead_mm = (x_mm - start[0]) * sign
        is_in_band = abs(y_mm - start[1]) < half_mm + LARGEST_PT * MM_PER_PT * HALF_LINE
        if other is not one and is_in_band and ahead_mm > 0:
            free_mm = min(free_mm, ahead_mm - half_mm)
    return free_mm
