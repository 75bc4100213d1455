"""The shape "rows": tables that face a podium, in blocks with aisles between, then rows of seats without a table."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

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

BEHIND_MM = 850


@dataclass(frozen=True, kw_only=True)
class Rows:
    """The measures. `blocks` are places in each block of a row of tables, `behind` the seats behind each place;
    `observer_blocks` and `press_blocks` are seats in each block of theirs, as many blocks as the tables have.
    `curve_mm` is the radius of the front row, 0 for straight rows.
    """

    podium_chairs: int = 9
    table_rows: int = 7
    blocks: tuple[int, ...] = (4, 6, 4)
    behind: int = 1
    secretariat_seats: int = 12
    observer_rows: int = 2
    observer_blocks: tuple[int, ...] = (9, 14, 9)
    press_blocks: tuple[int, ...] = (3, 14, 3)
    place_pitch_mm: int = 1600
    seat_pitch_mm: int = 660
    row_pitch_mm: int = 2100
    aisle_mm: int = 1400
    margin_mm: int = 1500
    curve_mm: int = 0
    row_walk: str = "each"
    first_end: str = "left"


def rows_room(measures: Rows) -> tuple[int, int, tuple[SeatFacts, ...]]:
    """Return width, depth and seats; a place's own seat comes before those behind it, left to right, front to back.

    Raises ValueError where observers or press are not in as many blocks as the tables.
    """
    tables_mm = rows_row_mm(measures)
    front_mm = front_width_mm(measures.podium_chairs, measures.secretariat_seats, margin_mm=measures.margin_mm)
    width_mm = max(tables_mm + 2 * measures.margin_mm, front_mm)
    left_mm = (width_mm - tables_mm) // 2
    first_mm = FIRST_ROW_Y_MM + forward_mm(tables_mm, measures.curve_mm)
    arc = Arc(axis_mm=width_mm // 2, front_mm=first_mm, radius_mm=measures.curve_mm)
    back_mm = first_mm + measures.table_rows * measures.row_pitch_mm + 600
    back = [("observers", _spots(measures.observer_blocks, left_mm, measures))] * measures.observer_rows
    if any(measures.press_blocks):
        back.append(("press", _spots(measures.press_blocks, left_mm, measures)))
    tables = bent_rows(_tables(left_mm, first_mm, measures), arc)
    walked = along_rows(tables, row_walk=measures.row_walk, first_end=measures.first_end)
    seats = (
        *front(measures.podium_chairs, measures.secretariat_seats, width_mm=width_mm, margin_mm=measures.margin_mm),
        *numbered(walked),
        *bent_seats(back_rows(back, top_mm=back_mm, first_row=measures.table_rows), arc),
    )
    return width_mm, back_mm + len(back) * BACK_ROW_PITCH_MM + 250, seats


def rows_row_mm(measures: Rows) -> int:
    """Return how long a row of tables is."""
    return sum(measures.blocks) * measures.place_pitch_mm + (len(measures.blocks) - 1) * measures.aisle_mm


def _spots(counts: tuple[int, ...], left_mm: int, measures: Rows, *, pitch_mm: int = 0) -> list[Spot]:
    widths = (count * measures.place_pitch_mm for count in measures.blocks)
    blocks = tuple(zip(counts, widths, strict=True))
    pitch_mm = pitch_mm or measures.seat_pitch_mm
    return list(across(blocks, left_mm=left_mm, pitch_mm=pitch_mm, aisle_mm=measures.aisle_mm))


def _tables(left_mm: int, first_mm: int, measures: Rows) -> list[list[Station]]:
    spots = _spots(measures.blocks, left_mm, measures, pitch_mm=measures.place_pitch_mm)
    return [
        [_station(row, index, spot, measures, first_mm) for index, spot in enumerate(spots, 1)]
        for row in range(measures.table_rows)
    ]


def _station(row: int, index: int, spot: Spot, measures: Rows, first_mm: int) -> Station:
    # The chairs beside an aisle in the first and last row can be taken away for a wheelchair.
    is_open = spot.is_at_aisle and row in (0, measures.table_rows - 1)
    seat = SeatFacts(
        label=f"{row_letters(row)}{index}",
        zone="table",
        row=row_letters(row),
        side=spot.side,
        x_mm=spot.x_mm,
        y_mm=first_mm + row * measures.row_pitch_mm,
        is_accessible=is_open,
        is_removable=is_open,
    )
    return Station(seat=seat, behind=tuple(_behind(seat, measures)))


def _behind(seat: SeatFacts, measures: Rows) -> Iterator[SeatFacts]:
    left_mm = seat.x_mm - (measures.behind - 1) * measures.seat_pitch_mm // 2
    for index in range(measures.behind):
        yield replace(
            seat,
            label=f"{seat.label}{chr(ord('b') + index)}",
            zone="behind",
            x_mm=left_mm + index * measures.seat_pitch_mm,
            y_mm=seat.y_mm + BEHIND_MM,
            is_accessible=False,
            is_removable=True,
        )
