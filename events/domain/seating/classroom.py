"""The shape "classroom": rows of single tables that face a podium, a few places at each."""

from collections.abc import Iterator
from dataclasses import dataclass

from events.domain.facts import SeatFacts
from events.domain.seating.furniture import FIRST_ROW_Y_MM, front, front_width_mm, row_letters
from events.domain.seating.hall import Hall, hall, hall_depth_mm, hall_width_mm
from events.domain.seating.walking import Station, along_rows, numbered, with_behind

FIRST_BEHIND_MM = 850
BEHIND_PITCH_MM = 800


@dataclass(frozen=True, kw_only=True)
class Classroom(Hall):
    """The measures. `tables` are the tables in each block of a row, `at_table` the places at each of them."""

    podium_chairs: int = 5
    table_rows: int = 6
    tables: tuple[int, ...] = (3, 3)
    at_table: int = 2
    behind: int = 0
    place_pitch_mm: int = 800
    table_gap_mm: int = 300
    row_pitch_mm: int = 1800
    row_walk: str = "each"
    first_end: str = "left"


def classroom_room(measures: Classroom) -> tuple[int, int, tuple[SeatFacts, ...]]:
    """Return width, depth and seats."""
    front_mm = front_width_mm(measures.podium_chairs, measures.secretariat_seats, margin_mm=measures.margin_mm)
    offsets_mm = list(_offsets_mm(measures))
    tables_mm = offsets_mm[-1][1] + measures.place_pitch_mm // 2
    width_mm = max(tables_mm + 2 * measures.margin_mm, hall_width_mm(measures), front_mm)
    rows = [
        [
            _station(row, index, (width_mm - tables_mm) // 2 + x_mm, block, measures)
            for index, (block, x_mm) in enumerate(offsets_mm, 1)
        ]
        for row in range(measures.table_rows)
    ]
    walked = along_rows(rows, row_walk=measures.row_walk, first_end=measures.first_end)
    rear_mm = measures.behind * BEHIND_PITCH_MM
    back_mm = FIRST_ROW_Y_MM + (measures.table_rows - 1) * measures.row_pitch_mm + rear_mm + 2000
    seats = (
        *front(measures.podium_chairs, measures.secretariat_seats, width_mm=width_mm, margin_mm=measures.margin_mm),
        *numbered(walked),
        *hall(measures, centre_mm=width_mm // 2, top_mm=back_mm, first_row=measures.table_rows),
    )
    return width_mm, back_mm + hall_depth_mm(measures), seats


def _offsets_mm(measures: Classroom) -> Iterator[tuple[int, int]]:
    """Yield for each place of a row its block and how far it stands from the first table's edge."""
    x_mm = 0
    for block, count in enumerate(measures.tables):
        x_mm += measures.aisle_mm if block else 0
        for table in range(count):
            x_mm += measures.table_gap_mm if table else 0
            for place in range(measures.at_table):
                yield block, x_mm + place * measures.place_pitch_mm + measures.place_pitch_mm // 2
            x_mm += measures.at_table * measures.place_pitch_mm


def _station(row: int, index: int, x_mm: int, block: int, measures: Classroom) -> Station:
    letters, last = row_letters(row), len(measures.tables) - 1
    # A chair at the end of a row can be taken away for a wheelchair.
    is_open = row == 0 and index in (1, sum(measures.tables) * measures.at_table)
    seat = SeatFacts(
        label=f"{letters}{index}",
        zone="table",
        row=letters,
        side="centre" if last == 0 or block not in (0, last) else "left" if block == 0 else "right",
        x_mm=x_mm,
        y_mm=FIRST_ROW_Y_MM + row * measures.row_pitch_mm,
        is_accessible=is_open,
        is_removable=is_open,
    )
    return with_behind(seat, behind=measures.behind, first_mm=FIRST_BEHIND_MM, pitch_mm=BEHIND_PITCH_MM)
