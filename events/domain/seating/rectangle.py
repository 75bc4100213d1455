"""Tables with four sides: the podium in the middle of the upper one, places on all four."""

from collections.abc import Iterator
from dataclasses import dataclass

from events.domain.facts import SeatFacts
from events.domain.seating.furniture import podium
from events.domain.seating.hall import Hall, hall, hall_depth_mm, hall_width_mm, secretariat
from events.domain.seating.walking import Station, numbered, round_about, with_behind

# From a side's outermost place to the seats of the side round the corner, and from the table to the hall.
CORNER_MM = 900
PASSAGE_MM = 2000
FIRST_BEHIND_MM = 950


@dataclass(frozen=True, kw_only=True)
class FourSides(Hall):
    """The measures that such tables share; the walk starts at an hour of the clock, 12 being the podium's."""

    podium_chairs: int = 3
    behind: int = 1
    place_pitch_mm: int = 900
    behind_pitch_mm: int = 900
    margin_mm: int = 2500
    walk: str = "anticlockwise"
    first_hour: int = 12


@dataclass(frozen=True, kw_only=True)
class Sides:
    """Places on the upper and lower side, on the left and right one, and the least distance between opposite ones."""

    across: int
    down: int
    least_width_mm: int
    least_depth_mm: int


def rectangle_room(measures: FourSides, sides: Sides) -> tuple[int, int, tuple[SeatFacts, ...]]:
    """Return width, depth and seats of a room with one table of these sides, then the secretariat, then the hall."""
    table_width_mm = max(
        sides.least_width_mm,
        (max(sides.across, measures.podium_chairs + 2 * _beside(measures, sides)) - 1) * measures.place_pitch_mm
        + 2 * CORNER_MM,
    )
    table_depth_mm = max(sides.least_depth_mm, (sides.down - 1) * measures.place_pitch_mm + 2 * CORNER_MM)
    rear_mm = FIRST_BEHIND_MM + measures.behind * measures.behind_pitch_mm
    width_mm = max(table_width_mm + 2 * (rear_mm + measures.margin_mm), hall_width_mm(measures))
    centre_mm, top_mm = width_mm // 2, measures.margin_mm + rear_mm
    bottom_mm = top_mm + table_depth_mm
    desk_mm = bottom_mm + rear_mm + 1000
    back_mm = desk_mm + (PASSAGE_MM if measures.secretariat_seats else 0)
    left_mm, right_mm = centre_mm - table_width_mm // 2, centre_mm + table_width_mm // 2
    stations = tuple(_stations(measures, sides, box_mm=(left_mm, top_mm, right_mm, bottom_mm)))
    walked = round_about(
        stations, centre_mm=(centre_mm, (top_mm + bottom_mm) / 2), walk=measures.walk, first_hour=measures.first_hour
    )
    seats = (
        *podium(chairs=measures.podium_chairs, centre_mm=centre_mm, y_mm=top_mm, pitch_mm=measures.place_pitch_mm),
        *secretariat(measures.secretariat_seats, centre_mm=centre_mm, y_mm=desk_mm),
        *numbered(walked),
        *hall(measures, centre_mm=centre_mm, top_mm=back_mm, first_row=0),
    )
    return width_mm, back_mm + hall_depth_mm(measures), seats


def _beside(measures: FourSides, sides: Sides) -> int:
    """Return how many places stand on either side of the podium: what it leaves of its side, halved."""
    return max(sides.across - measures.podium_chairs, 0) // 2


def _stations(measures: FourSides, sides: Sides, *, box_mm: tuple[int, int, int, int]) -> Iterator[Station]:
    left_mm, top_mm, right_mm, bottom_mm = box_mm
    centre_mm, middle_mm, pitch_mm = (left_mm + right_mm) // 2, (top_mm + bottom_mm) // 2, measures.place_pitch_mm
    beside = _beside(measures, sides)
    reach = (measures.podium_chairs - 1) / 2
    upper = [-reach - step for step in range(beside, 0, -1)] + [reach + step for step in range(1, beside + 1)]
    upper = upper if measures.podium_chairs else _steps(sides.across)
    spots = [
        *(("centre", 180, round(centre_mm + step * pitch_mm), top_mm) for step in upper),
        *(("right", 270, right_mm, round(middle_mm + step * pitch_mm)) for step in _steps(sides.down)),
        *(("centre", 0, round(centre_mm - step * pitch_mm), bottom_mm) for step in _steps(sides.across)),
        *(("left", 90, left_mm, round(middle_mm - step * pitch_mm)) for step in _steps(sides.down)),
    ]
    lower = {round(centre_mm + step * pitch_mm) for step in (_steps(sides.across)[:1] + _steps(sides.across)[-1:])}
    for number, (side, angle, x_mm, y_mm) in enumerate(spots, 1):
        # At the ends of the lower side there is room beside the chair for a wheelchair.
        is_open = angle == 0 and x_mm in lower
        seat = SeatFacts(
            label=f"T{number}", zone="table", row="", side=side, x_mm=x_mm, y_mm=y_mm, angle=angle,
            is_accessible=is_open, is_removable=is_open,
        )  # fmt: skip
        yield with_behind(seat, behind=measures.behind, first_mm=FIRST_BEHIND_MM, pitch_mm=measures.behind_pitch_mm)


def _steps(count: int) -> list[float]:
    """Return where `count` places stand on a side, in places from its middle."""
    return [index - (count - 1) / 2 for index in range(count)]
