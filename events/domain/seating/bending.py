"""Straight rows bent to arcs round the podium: a seat stays in its row, as far from the next, and looks ahead."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from events.domain.facts import SeatFacts
from events.domain.seating.walking import Station

# How far the ends of a row may be turned towards each other, and how near they may come to the line of the podium.
MOST_TURN = math.radians(75)
MOST_FORWARD_MM = 1_900


@dataclass(frozen=True, kw_only=True)
class Arc:
    """The arc of the front row: where the rows' axis and the front row are, and its radius; 0 leaves rows straight."""

    axis_mm: int
    front_mm: int
    radius_mm: int


def least_radius_mm(row_mm: int) -> int:
    """Return the least radius of rows that are so long."""
    return math.ceil(row_mm / 2 / MOST_TURN)


def forward_mm(row_mm: int, radius_mm: int) -> int:
    """Return how much further back rows so long begin, so that their ends stay away from the podium."""
    if not radius_mm:
        return 0
    return max(0, math.ceil(radius_mm * (1 - math.cos(row_mm / 2 / radius_mm))) - MOST_FORWARD_MM)


def bent_rows(rows: Iterable[list[Station]], arc: Arc) -> list[list[Station]]:
    """Return the rows of stations bent; the seats behind a place stay behind it."""
    return [[_bent_station(station, arc) for station in row] for row in rows]


def bent_seats(seats: Iterable[SeatFacts], arc: Arc) -> Iterator[SeatFacts]:
    """Yield the seats of straight rows bent."""
    for seat in seats:
        yield _bent(seat, arc, _turn(seat, arc)) if arc.radius_mm else seat


def _bent_station(station: Station, arc: Arc) -> Station:
    if not arc.radius_mm:
        return station
    turn, seat = _turn(station.seat, arc), station.seat
    behind = tuple(_bent(one, arc, turn + (one.x_mm - seat.x_mm) / _radius_mm(one, arc)) for one in station.behind)
    return Station(seat=_bent(seat, arc, turn), behind=behind)


def _radius_mm(seat: SeatFacts, arc: Arc) -> int:
    return arc.radius_mm + seat.y_mm - arc.front_mm


def _turn(seat: SeatFacts, arc: Arc) -> float:
    return (seat.x_mm - arc.axis_mm) / _radius_mm(seat, arc)


def _bent(seat: SeatFacts, arc: Arc, turn: float) -> SeatFacts:
    radius_mm = _radius_mm(seat, arc)
    return replace(
        seat,
        x_mm=round(arc.axis_mm + radius_mm * math.sin(turn)),
        y_mm=round(arc.front_mm - arc.radius_mm + radius_mm * math.cos(turn)),
        angle=round(seat.angle - math.degrees(turn)) % 360,
    )
