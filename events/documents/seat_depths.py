"""How deep the seats of straight rows are drawn: as deep as the rows before and behind them leave it."""

from collections.abc import Mapping, Sequence

from events.domain.seating.chart import ChartSeat

# What stays white of the way from one row to the next.
GAP_SHARE = 0.12
# Seats are tables and chairs, never deeper than that share of their width.
DEEPEST_SHARE = 0.9


def row_depths(seats: Sequence[ChartSeat], *, widening: float = 1.0) -> dict[str, float]:
    """Return for each zone how deep its seats may be drawn, in the room's millimetres; no seat gets shallower.

    A room leaves ways between its rows that a drawing does not need, and words need the height. `widening` is how many
    times wider than deep the drawing makes everything. The zones that carry names take their share first.
    """
    rows = {zone: sorted({one.seat.y_mm for one in found}) for zone, found in _by_zone(seats).items()}
    widths = {one.seat.zone: one.width_mm * widening for one in seats}
    depths: dict[str, float] = {one.seat.zone: one.depth_mm for one in seats}
    for zone in sorted(rows, key=lambda zone: (zone not in ("table", "podium"), zone)):
        most = min(_room(zone, rows, depths), DEEPEST_SHARE * widths[zone])
        depths[zone] = max(depths[zone], most)
    return depths


def _room(zone: str, rows: Mapping[str, Sequence[int]], depths: Mapping[str, float]) -> float:
    """Return how deep a row of `zone` may be beside its own kind and the other zones as deep as they are."""
    found = []
    for own in rows[zone]:
        for other, places in rows.items():
            for place in places:
                free = (1 - GAP_SHARE) * abs(place - own)
                if free:
                    found.append(free if other == zone else 2 * free - depths[other])
    return min(found, default=depths[zone])


def _by_zone(seats: Sequence[ChartSeat]) -> dict[str, list[ChartSeat]]:
    zones: dict[str, list[ChartSeat]] = {}
    for one in seats:
        zones.setdefault(one.seat.zone, []).append(one)
    return zones
