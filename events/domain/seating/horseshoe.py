"""The shape "horseshoe": one bent table, open towards the hall, with its apex as podium; rows across the hall."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from events.domain.facts import SeatFacts
from events.domain.seating.furniture import podium
from events.domain.seating.hall import Hall, hall, hall_depth_mm, hall_width_mm, secretariat
from events.domain.seating.walking import Station, numbered, round_about

APEX_Y_MM = 3600


@dataclass(frozen=True, kw_only=True)
class Horseshoe(Hall):
    """The measures. `places` stand at both arms, half on each; the seats behind a place one behind the other.

    The secretariat sits at a table inside the horseshoe. The walk starts at an hour of the clock, 12 being the apex.
    """

    podium_chairs: int = 3
    places: int = 20
    behind: int = 2
    secretariat_seats: int = 6
    observer_rows: int = 4
    observer_blocks: tuple[int, ...] = (14, 14)
    press_blocks: tuple[int, ...] = (10, 10)
    radius_mm: int = 6000
    arm_mm: int = 6500
    podium_pitch_mm: int = 1300
    behind_pitch_mm: int = 900
    seat_pitch_mm: int = 660
    aisle_mm: int = 1400
    margin_mm: int = 3600
    walk: str = "clockwise"
    first_hour: int = 6


def horseshoe_room(measures: Horseshoe) -> tuple[int, int, tuple[SeatFacts, ...]]:
    """Return width, depth and seats; usually one walks from the left arm's end over the apex to the right arm's end."""
    width_mm = max(2 * (measures.radius_mm + measures.margin_mm), hall_width_mm(measures))
    centre_mm, bend_mm = width_mm // 2, APEX_Y_MM + measures.radius_mm
    back_mm = bend_mm + measures.arm_mm + 2200
    walked = round_about(
        _arms(centre_mm, measures),
        centre_mm=(centre_mm, bend_mm),
        walk=measures.walk,
        first_hour=measures.first_hour,
    )
    seats = (
        *podium(chairs=measures.podium_chairs, centre_mm=centre_mm, y_mm=APEX_Y_MM, pitch_mm=measures.podium_pitch_mm),
        *secretariat(measures.secretariat_seats, centre_mm=centre_mm, y_mm=bend_mm + measures.arm_mm // 2),
        *numbered(walked),
        *hall(measures, centre_mm=centre_mm, top_mm=back_mm, first_row=0),
    )
    return width_mm, back_mm + hall_depth_mm(measures), seats


def _arms(centre_mm: int, measures: Horseshoe) -> Iterator[Station]:
    half = measures.places // 2
    # The podium's chairs and a passage on either side keep the arms off the apex.
    quarter_mm = math.pi / 2 * measures.radius_mm
    free_mm = measures.podium_chairs * measures.podium_pitch_mm / 2 + 600
    step_mm = (measures.arm_mm + quarter_mm - free_mm) / max(measures.places - half, 1)
    for index in range(measures.places):
        is_left = index < half
        along = index if is_left else measures.places - 1 - index
        x_mm, y_mm, outwards = _point((along + 0.5) * step_mm, measures)
        sign = -1 if is_left else 1
        side = "left" if is_left else "right"
        label = f"{'L' if is_left else 'R'}{along + 1}"
        seats = []
        for depth in range(measures.behind + 1):
            offset_mm = depth * measures.behind_pitch_mm
            seats.append(
                SeatFacts(
                    label=label + ("" if depth == 0 else chr(ord("a") + depth)),
                    zone="behind" if depth else "table",
                    row="",
                    side=side,
                    x_mm=round(centre_mm + sign * (x_mm + offset_mm * math.cos(outwards))),
                    y_mm=round(y_mm - offset_mm * math.sin(outwards)),
                    angle=round(-sign * (90 + math.degrees(outwards))) % 360,
                    is_accessible=depth == 0 and along == 0,
                    is_removable=depth > 0 or along == 0,
                )
            )
        yield Station(seat=seats[0], behind=tuple(seats[1:]))


def _point(along_mm: float, measures: Horseshoe) -> tuple[float, float, float]:
    """Return distance from the axis, depth, and the outward direction (radians above the horizontal) on one arm."""
    bend_y_mm = APEX_Y_MM + measures.radius_mm
    if along_mm <= measures.arm_mm:
        return measures.radius_mm, bend_y_mm + measures.arm_mm - along_mm, 0.0
    angle = (along_mm - measures.arm_mm) / measures.radius_mm
    return measures.radius_mm * math.cos(angle), bend_y_mm - measures.radius_mm * math.sin(angle), angle
