"""What stands behind the table in many rooms: the secretariat, rows of observers and the row of the press."""

from collections.abc import Iterator
from dataclasses import dataclass

from events.domain.facts import SeatFacts
from events.domain.seating.furniture import BACK_ROW_PITCH_MM, TOWARDS_PODIUM, Spot, across, back_rows

SECRETARIAT_PITCH_MM = 900


@dataclass(frozen=True, kw_only=True)
class Hall:
    """The measures of that part. `observer_blocks` and `press_blocks` are the seats of a row between its aisles."""

    secretariat_seats: int = 4
    observer_rows: int = 2
    observer_blocks: tuple[int, ...] = (10, 10)
    press_blocks: tuple[int, ...] = (0,)
    seat_pitch_mm: int = 660
    aisle_mm: int = 1400
    margin_mm: int = 1500


def hall_width_mm(measures: Hall) -> int:
    """Return how wide the rows of observers and press are, with an aisle on either side."""
    return _rows_mm(measures) + 2 * measures.aisle_mm


def hall_depth_mm(measures: Hall) -> int:
    """Return how deep those rows are, from the first one's middle to the wall."""
    return len(_rows(measures)) * BACK_ROW_PITCH_MM + 250


def hall(measures: Hall, *, centre_mm: int, top_mm: int, first_row: int) -> Iterator[SeatFacts]:
    """Yield the observers' and the press's seats from `top_mm` backwards, their rows lettered from `first_row`."""
    rows = [(zone, _spots(counts, centre_mm, measures)) for zone, counts in _rows(measures)]
    yield from back_rows(rows, top_mm=top_mm, first_row=first_row)


def secretariat(count: int, *, centre_mm: int, y_mm: int) -> Iterator[SeatFacts]:
    """Yield the secretariat's seats in one row that looks at the podium."""
    left_mm = centre_mm - (count - 1) * SECRETARIAT_PITCH_MM // 2
    for index in range(count):
        yield SeatFacts(
            label=f"SEC{index + 1}",
            zone="secretariat",
            row="",
            side="centre",
            x_mm=left_mm + index * SECRETARIAT_PITCH_MM,
            y_mm=y_mm,
            angle=TOWARDS_PODIUM,
            place=index + 1,
        )


def _rows(measures: Hall) -> list[tuple[str, tuple[int, ...]]]:
    rows = [("observers", measures.observer_blocks)] * measures.observer_rows
    return [*rows, ("press", measures.press_blocks)] if any(measures.press_blocks) else rows


def _block_mm(measures: Hall) -> int:
    return max(*measures.observer_blocks, *measures.press_blocks) * measures.seat_pitch_mm


def _rows_mm(measures: Hall) -> int:
    count = max(len(measures.observer_blocks), len(measures.press_blocks))
    return count * (_block_mm(measures) + measures.aisle_mm) - measures.aisle_mm


def _spots(counts: tuple[int, ...], centre_mm: int, measures: Hall) -> list[Spot]:
    blocks = tuple((count, _block_mm(measures)) for count in counts)
    width_mm = len(counts) * (_block_mm(measures) + measures.aisle_mm) - measures.aisle_mm
    left_mm = centre_mm - width_mm // 2
    return list(across(blocks, left_mm=left_mm, pitch_mm=measures.seat_pitch_mm, aisle_mm=measures.aisle_mm))
