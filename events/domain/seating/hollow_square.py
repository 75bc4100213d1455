"""The shape "hollow_square": four tables round an empty middle, the podium at the upper one."""

from dataclasses import dataclass

from events.domain.facts import SeatFacts
from events.domain.seating.rectangle import FourSides, Sides, rectangle_room

# Two tables and something of a middle between them.
LEAST_MM = 3600


@dataclass(frozen=True, kw_only=True)
class HollowSquare(FourSides):
    """The measures. `across` are the places of the lower table and, with the podium, of the upper; `down` of a side."""

    across: int = 9
    down: int = 6


def hollow_square_room(measures: HollowSquare) -> tuple[int, int, tuple[SeatFacts, ...]]:
    """Return width, depth and seats; the walk goes round the table."""
    sides = Sides(across=measures.across, down=measures.down, least_width_mm=LEAST_MM, least_depth_mm=LEAST_MM)
    return rectangle_room(measures, sides)
