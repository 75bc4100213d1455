"""The shape "round_table": one round table, the podium at its upper edge."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from events.domain.facts import SeatFacts
from events.domain.seating.hall import Hall, hall, hall_depth_mm, hall_width_mm, secretariat
from events.domain.seating.walking import Station, numbered, round_about, with_behind

PASSAGE_MM = 2000
FIRST_BEHIND_MM = 950
LEAST_RADIUS_MM = 1200


@dataclass(frozen=True, kw_only=True)
class RoundTable(Hall):
    """The measures. The podium's chairs and the places stand at the same distance; the table is as large as they need.

    The walk starts at an hour of the clock, 12 being the podium's.
    """

    podium_chairs: int = 3
    places: int = 20
    behind: int = 1
    place_pitch_mm: int = 1000
    behind_pitch_mm: int = 900
    margin_mm: int = 2500
    walk: str = "anticlockwise"
    first_hour: int = 12


def round_table_room(measures: RoundTable) -> tuple[int, int, tuple[SeatFacts, ...]]:
    """Return width, depth and seats; the walk goes round the table."""
    chairs = measures.places + measures.podium_chairs
    radius_mm = max(round(chairs * measures.place_pitch_mm / (2 * math.pi)), LEAST_RADIUS_MM)
    rear_mm = FIRST_BEHIND_MM + measures.behind * measures.behind_pitch_mm
    width_mm = max(2 * (radius_mm + rear_mm + measures.margin_mm), hall_width_mm(measures))
    centre_mm = (width_mm // 2, measures.margin_mm + rear_mm + radius_mm)
    desk_mm = centre_mm[1] + radius_mm + rear_mm + 1000
    back_mm = desk_mm + (PASSAGE_MM if measures.secretariat_seats else 0)
    stations = _stations(measures, centre_mm, radius_mm)
    walked = round_about(stations, centre_mm=centre_mm, walk=measures.walk, first_hour=measures.first_hour)
    seats = (
        *_podium(measures, centre_mm, radius_mm),
        *secretariat(measures.secretariat_seats, centre_mm=centre_mm[0], y_mm=desk_mm),
        *numbered(walked),
        *hall(measures, centre_mm=centre_mm[0], top_mm=back_mm, first_row=0),
    )
    return width_mm, back_mm + hall_depth_mm(measures), seats


def _podium(measures: RoundTable, centre_mm: tuple[int, int], radius_mm: int) -> Iterator[SeatFacts]:
    step = 360 / (measures.places + measures.podium_chairs)
    for index in range(measures.podium_chairs):
        degrees = (index - (measures.podium_chairs - 1) / 2) * step
        yield _seat(f"POD{index + 1}", "podium", degrees, centre_mm, radius_mm)


def _stations(measures: RoundTable, centre_mm: tuple[int, int], radius_mm: int) -> Iterator[Station]:
    chairs = measures.places + measures.podium_chairs
    for index in range(measures.places):
        # Clockwise, from the first chair beside the podium.
        degrees = ((measures.podium_chairs + 1) / 2 + index) * 360 / chairs
        seat = _seat(f"T{index + 1}", "table", degrees, centre_mm, radius_mm)
        yield with_behind(seat, behind=measures.behind, first_mm=FIRST_BEHIND_MM, pitch_mm=measures.behind_pitch_mm)


def _seat(label: str, zone: str, degrees: float, centre_mm: tuple[int, int], radius_mm: int) -> SeatFacts:
    bearing = math.radians(degrees)
    x_mm = round(centre_mm[0] + math.sin(bearing) * radius_mm)
    return SeatFacts(
        label=label,
        zone=zone,
        row="",
        side="centre" if zone == "podium" else _side(x_mm - centre_mm[0]),
        x_mm=x_mm,
        y_mm=round(centre_mm[1] - math.cos(bearing) * radius_mm),
        angle=round(degrees + 180) % 360,
        # A chair at a round table can be taken away anywhere.
        is_accessible=zone == "table",
        is_removable=zone == "table",
    )


def _side(x_mm: int) -> str:
    return "left" if x_mm < -100 else "right" if x_mm > 100 else "centre"
