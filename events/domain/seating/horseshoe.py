"""The shape "horseshoe": one bent table, open towards the hall, with its apex as podium; rows across the hall."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from events.domain.facts import SeatFacts
from events.domain.seating.furniture import BACK_ROW_PITCH_MM, TOWARDS_PODIUM, Spot, across, back_rows, podium

APEX_Y_MM = 3600


@dataclass(frozen=True, kw_only=True)
class Horseshoe:
    """The measures. `places` stand at both arms, half on each; the seats behind a place one behind the other.

    The secretariat sits at a table inside the horseshoe.
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


def horseshoe_room(measures: Horseshoe) -> tuple[int, int, tuple[SeatFacts, ...]]:
    """Return width, depth and seats; places are walked from the left arm's end over the apex to the right arm's end."""
    width_mm = max(2 * (measures.radius_mm + measures.margin_mm), _hall_mm(measures) + 2 * measures.aisle_mm)
    centre_mm = width_mm // 2
    back_mm = APEX_Y_MM + measures.radius_mm + measures.arm_mm + 2200
    back = [("observers", measures.observer_blocks)] * measures.observer_rows + [("press", measures.press_blocks)]
    rows = [(zone, _spots(counts, centre_mm, measures)) for zone, counts in back]
    seats = (
        *podium(chairs=measures.podium_chairs, centre_mm=centre_mm, y_mm=APEX_Y_MM, pitch_mm=measures.podium_pitch_mm),
        *_secretariat(centre_mm, measures),
        *_arms(centre_mm, measures),
        *back_rows(rows, top_mm=back_mm, first_row=0),
    )
    return width_mm, back_mm + len(rows) * BACK_ROW_PITCH_MM + 250, seats


def _block_mm(measures: Horseshoe) -> int:
    return max(*measures.observer_blocks, *measures.press_blocks) * measures.seat_pitch_mm


def _hall_mm(measures: Horseshoe) -> int:
    return len(measures.observer_blocks) * (_block_mm(measures) + measures.aisle_mm) - measures.aisle_mm


def _spots(counts: tuple[int, ...], centre_mm: int, measures: Horseshoe) -> list[Spot]:
    blocks = tuple((count, _block_mm(measures)) for count in counts)
    left_mm = centre_mm - _hall_mm(measures) // 2
    return list(across(blocks, left_mm=left_mm, pitch_mm=measures.seat_pitch_mm, aisle_mm=measures.aisle_mm))


def _secretariat(centre_mm: int, measures: Horseshoe) -> Iterator[SeatFacts]:
    left_mm = centre_mm - (measures.secretariat_seats - 1) * 450
    for index in range(measures.secretariat_seats):
        yield SeatFacts(
            label=f"SEC{index + 1}",
            zone="secretariat",
            row="",
            side="centre",
            x_mm=left_mm + index * 900,
            y_mm=APEX_Y_MM + measures.radius_mm + measures.arm_mm // 2,
            angle=TOWARDS_PODIUM,
            place=index + 1,
        )


def _arms(centre_mm: int, measures: Horseshoe) -> Iterator[SeatFacts]:
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
        for depth in range(measures.behind + 1):
            offset_mm = depth * measures.behind_pitch_mm
            yield SeatFacts(
                label=label + ("" if depth == 0 else chr(ord("a") + depth)),
                zone="behind" if depth else "table",
                row="",
                side=side,
                x_mm=round(centre_mm + sign * (x_mm + offset_mm * math.cos(outwards))),
                y_mm=round(y_mm - offset_mm * math.sin(outwards)),
                angle=round(-sign * (90 + math.degrees(outwards))) % 360,
                place=index + 1,
                is_accessible=depth == 0 and along == 0,
                is_removable=depth > 0 or along == 0,
            )


def _point(along_mm: float, measures: Horseshoe) -> tuple[float, float, float]:
    """Return distance from the axis, depth, and the outward direction (radians above the horizontal) on one arm."""
    bend_y_mm = APEX_Y_MM + measures.radius_mm
    if along_mm <= measures.arm_mm:
        return measures.radius_mm, bend_y_mm + measures.arm_mm - along_mm, 0.0
    angle = (along_mm - measures.arm_mm) / measures.radius_mm
    return measures.radius_mm * math.cos(angle), bend_y_mm - measures.radius_mm * math.sin(angle), angle
