"""Names beside the seats of a bent table, on the side to which people look: there the room is empty."""

import math
from collections.abc import Iterator, Mapping, Sequence

from events.documents.pdf.blocks import Label
from events.documents.pdf.fit import text_width_em
from events.domain.seating.chart import ChartSeat

LARGEST_PT, SMALLEST_PT = 9.0, 4.8
MM_PER_PT = 25.4 / 72
GAP_MM = 1.2
# Half the height of the band that a name takes, in its size.
HALF_LINE = 0.6

Point = tuple[float, float]


def names_beside(
    seats: Sequence[ChartSeat], names: Mapping[str, str], points: Mapping[str, Point], *, scale: float
) -> Iterator[Label]:
    """Yield a name for each seat of `names` (seat label to name) that leaves room for one a reader can read.

    `points` are the seats' centres on the drawing by label, `scale` its millimetres to one of the room's. A name ends
    before the next seat and before the middle of the room, where the names of the other side end.
    """
    middle_mm = (min(x for x, _ in points.values()) + max(x for x, _ in points.values())) / 2
    for one in seats:
        name = names.get(one.seat.label)
        if not name:
            continue
        turn = math.radians(one.seat.angle)
        reach_mm = one.depth_mm * scale / 2 + GAP_MM
        x_mm, y_mm = points[one.seat.label]
        # Away from the corner that a turned seat would put into the line.
        x_mm, y_mm = x_mm + math.sin(turn) * reach_mm, y_mm - math.cos(turn) * (reach_mm + GAP_MM)
        sign = 1 if x_mm < middle_mm else -1
        room_mm = min(abs(middle_mm - x_mm), _free_mm(one, seats, points, (x_mm, y_mm), sign, scale=scale)) - GAP_MM
        size_pt = min(LARGEST_PT, room_mm / (text_width_em(name) * MM_PER_PT))
        if size_pt >= SMALLEST_PT:
            anchor = "start" if sign > 0 else "end"
            yield Label(x_mm=x_mm, y_mm=y_mm, text=name, size_pt=size_pt, anchor=anchor)


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
