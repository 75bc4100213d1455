"""The walk along the places of a room: from it each place has its number."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from events.domain.facts import SeatFacts
from meetingplanner.languages import phrase

# How the rows are walked, and from which end, as the hall sees it.
ROW_WALKS: dict[str, str] = {
    "each": phrase("every row from the same end"),
    "turning": phrase("back and forth, row by row"),
}
FIRST_ENDS: dict[str, str] = {
    "left": phrase("left, as the hall sees it"),
    "right": phrase("right, as the hall sees it"),
}
# How one walks round a table, as the drawing shows it.
WALKS: dict[str, str] = {"clockwise": phrase("clockwise"), "anticlockwise": phrase("anticlockwise")}


@dataclass(frozen=True, kw_only=True)
class Station:
    """A principal's seat with those behind it, still without a number."""

    seat: SeatFacts
    behind: tuple[SeatFacts, ...] = ()


def along_rows(rows: Sequence[Sequence[Station]], *, row_walk: str, first_end: str) -> Iterator[Station]:
    """Yield the stations of `rows`, given from left to right and front to back, as one walks them."""
    for number, row in enumerate(rows):
        is_turned = row_walk == "turning" and number % 2 == 1
        yield from reversed(row) if (first_end == "right") != is_turned else row


def round_about(
    stations: Iterable[Station], *, centre_mm: tuple[float, float], walk: str, first_hour: int
) -> tuple[Station, ...]:
    """Return the stations round the point `centre_mm` as one walks them, from `first_hour` of a clock laid upon it."""
    sign = 1 if walk == "clockwise" else -1

    def degrees(station: Station) -> float:
        x_mm, y_mm = station.seat.x_mm - centre_mm[0], centre_mm[1] - station.seat.y_mm
        # Rounded, so that the station at the very hour is the first and not, by a hair, the last.
        return round(sign * (math.degrees(math.atan2(x_mm, y_mm)) - first_hour * 30), 9) % 360

    return tuple(sorted(stations, key=degrees))


def numbered(stations: Iterable[Station]) -> Iterator[SeatFacts]:
    """Yield the seats of `stations` with the numbers of their places, from 1: a place's own, then those behind it."""
    for number, station in enumerate(stations, 1):
        yield replace(station.seat, place=number)
        for seat in station.behind:
            yield replace(seat, place=number)


def with_behind(seat: SeatFacts, *, behind: int, first_mm: int, pitch_mm: int) -> Station:
    """Return the station of `seat` with so many seats in its back, one behind the other, that look where it looks."""
    sight = math.radians(seat.angle)
    rear = []
    for index in range(behind):
        back_mm = first_mm + index * pitch_mm
        rear.append(
            replace(
                seat,
                label=f"{seat.label}{chr(ord('b') + index)}",
                zone="behind",
                x_mm=round(seat.x_mm - math.sin(sight) * back_mm),
                y_mm=round(seat.y_mm + math.cos(sight) * back_mm),
                is_accessible=False,
                is_removable=True,
            )
        )
    return Station(seat=seat, behind=tuple(rear))
