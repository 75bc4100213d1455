"""The shape "boardroom": one long table, the host in the middle of a long side or at a short end."""

from dataclasses import dataclass

from events.domain.facts import SeatFacts
from events.domain.seating.rectangle import FourSides, Sides, rectangle_room
from meetingplanner.languages import phrase

HOSTS: dict[str, str] = {
    "long": phrase("in the middle of a long side"),
    "short": phrase("at a short end"),
}
# From chair to chair across the table.
TABLE_MM = 2600


@dataclass(frozen=True, kw_only=True)
class Boardroom(FourSides):
    """The measures. `long_side` are the places of a long side, `short_end` of a short end; the podium is the host's.

    Where the host sits there are so many fewer places.
    """

    host: str = "long"
    long_side: int = 11
    short_end: int = 1
    podium_chairs: int = 1
    observer_rows: int = 1
    observer_blocks: tuple[int, ...] = (8,)
    secretariat_seats: int = 2
    behind: int = 0


def boardroom_room(measures: Boardroom) -> tuple[int, int, tuple[SeatFacts, ...]]:
    """Return width, depth and seats; the walk goes round the table."""
    is_long = measures.host == "long"
    sides = Sides(
        across=measures.long_side if is_long else measures.short_end,
        down=measures.short_end if is_long else measures.long_side,
        least_width_mm=TABLE_MM,
        least_depth_mm=TABLE_MM,
    )
    return rectangle_room(measures, sides)
