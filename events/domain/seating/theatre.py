"""The shape "theatre": rows of chairs without tables that face a podium."""

from dataclasses import dataclass

from events.domain.facts import SeatFacts
from events.domain.seating.bending import Arc, bent_rows, bent_seats, forward_mm
from events.domain.seating.furniture import (
    BACK_ROW_PITCH_MM,
    FIRST_ROW_Y_MM,
    Spot,
    across,
    back_rows,
    front,
    front_width_mm,
    row_letters,
)
from events.domain.seating.walking import Station, along_rows, numbered


@dataclass(frozen=True, kw_only=True)
class Theatre:
    """The measures. `blocks` are chairs in each block of a row; the rows at the back with the same blocks observe.
    `curve_mm` is the radius of the front row, 0 for straight rows.
    """

    podium_chairs: int = 5
    chair_rows: int = 10
    blocks: tuple[int, ...] = (8, 8)
    secretariat_seats: int = 4
    observer_rows: int = 2
    seat_pitch_mm: int = 600
    row_pitch_mm: int = 1000
    aisle_mm: int = 1400
    margin_mm: int = 1500
    curve_mm: int = 0
    row_walk: str = "each"
    first_end: str = "left"


def theatre_room(measures: Theatre) -> tuple[int, int, tuple[SeatFacts, ...]]:
    """Return width, depth and seats; each chair is a place."""
    chairs_mm = theatre_row_mm(measures)
    front_mm = front_width_mm(measures.podium_chairs, measures.secretariat_seats, margin_mm=measures.margin_mm)
    width_mm = max(chairs_mm + 2 * measures.margin_mm, front_mm)
    blocks = tuple((count, count * measures.seat_pitch_mm) for count in measures.blocks)
    left_mm = (width_mm - chairs_mm) // 2
    spots = list(across(blocks, left_mm=left_mm, pitch_mm=measures.seat_pitch_mm, aisle_mm=measures.aisle_mm))
    first_mm = FIRST_ROW_Y_MM + forward_mm(chairs_mm, measures.curve_mm)
    arc = Arc(axis_mm=width_mm // 2, front_mm=first_mm, radius_mm=measures.curve_mm)
    rows = [
        [_station(row, index, spot, measures, first_mm) for index, spot in enumerate(spots, 1)]
        for row in range(measures.chair_rows)
    ]
    back_mm = first_mm + measures.chair_rows * measures.row_pitch_mm + 600
    back = back_rows([("observers", spots)] * measures.observer_rows, top_mm=back_mm, first_row=measures.chair_rows)
    walked = along_rows(bent_rows(rows, arc), row_walk=measures.row_walk, first_end=measures.first_end)
    seats = (
        *front(measures.podium_chairs, measures.secretariat_seats, width_mm=width_mm, margin_mm=measures.margin_mm),
        *numbered(walked),
        *bent_seats(back, arc),
    )
    return width_mm, back_mm + measures.observer_rows * BACK_ROW_PITCH_MM + 250, seats


def theatre_row_mm(measures: Theatre) -> int:
    """Return how long a row is."""
    return sum(measures.blocks) * measures.seat_pitch_mm + (len(measures.blocks) - 1) * measures.aisle_mm


def _station(row: int, index: int, spot: Spot, measures: Theatre, first_mm: int) -> Station:
    # The chairs beside an aisle in the first and last row can be taken away for a wheelchair.
    is_open = spot.is_at_aisle and row in (0, measures.chair_rows - 1)
    letters = row_letters(row)
    seat = SeatFacts(
        label=f"{letters}{index}",
        zone="table",
        row=letters,
        side=spot.side,
        x_mm=spot.x_mm,
        y_mm=first_mm + row * measures.row_pitch_mm,
        is_accessible=is_open,
        is_removable=is_open,
    )
    return Station(seat=seat)
