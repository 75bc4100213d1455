"""What layouts share: letters of rows, the podium, and rows of single seats in blocks."""

from collections.abc import Iterator
from dataclasses import dataclass

from events.domain.facts import SeatFacts

# No row is called I or O, which read as figures.
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
TOWARDS_PODIUM, TOWARDS_HALL = 0, 180
BACK_ROW_PITCH_MM = 950
PODIUM_Y_MM = 1500
PODIUM_PITCH_MM = 1600
FIRST_ROW_Y_MM = 4600
DESK_PITCH_MM = 850


@dataclass(frozen=True, kw_only=True)
class Spot:
    """One seat of a row: its side of the room, where it stands, and whether an aisle runs beside it."""

    side: str
    x_mm: int
    is_at_aisle: bool


def row_letters(number: int) -> str:
    """Return the letters of the row `number`, counted from 0: A to Z without I and O, then AA, AB and so on."""
    rest, last = divmod(number, len(LETTERS))
    return (row_letters(rest - 1) if rest else "") + LETTERS[last]


def podium(*, chairs: int, centre_mm: int, y_mm: int, pitch_mm: int) -> Iterator[SeatFacts]:
    """Yield the chairs of a straight podium that look at the hall, POD1 at the left end as the hall sees it."""
    left_mm = centre_mm - (chairs - 1) * pitch_mm // 2
    for index in range(chairs):
        x_mm = left_mm + index * pitch_mm
        yield SeatFacts(
            label=f"POD{index + 1}", zone="podium", row="", side="centre", x_mm=x_mm, y_mm=y_mm, angle=TOWARDS_HALL
        )


def front_width_mm(chairs: int, desk: int, *, margin_mm: int) -> int:
    """Return the least width of a room with so many chairs on the podium and a secretariat of `desk` beside it."""
    beside_mm = (-(-desk // 2) * DESK_PITCH_MM + 300) if desk else 0
    return max(chairs - 1, 0) * PODIUM_PITCH_MM + 1600 + 2 * (margin_mm + beside_mm)


def front(chairs: int, desk: int, *, width_mm: int, margin_mm: int) -> Iterator[SeatFacts]:
    """Yield the podium's chairs, then a secretariat of `desk` seats at its both ends, the odd one on the left."""
    yield from podium(chairs=chairs, centre_mm=width_mm // 2, y_mm=PODIUM_Y_MM, pitch_mm=PODIUM_PITCH_MM)
    for index in range(desk):
        is_left = index < -(-desk // 2)
        offset_mm = margin_mm + 350 + (index if is_left else desk - 1 - index) * DESK_PITCH_MM
        yield SeatFacts(
            label=f"SEC{index + 1}",
            zone="secretariat",
            row="",
            side="left" if is_left else "right",
            x_mm=offset_mm if is_left else width_mm - offset_mm,
            y_mm=PODIUM_Y_MM,
            angle=TOWARDS_HALL,
            place=index + 1,
        )


def across(blocks: tuple[tuple[int, int], ...], *, left_mm: int, pitch_mm: int, aisle_mm: int) -> Iterator[Spot]:
    """Yield the seats of one row from left to right: (seats, width) for each block, its seats in its middle."""
    for number, (count, width_mm) in enumerate(blocks):
        start_mm = left_mm + (width_mm - count * pitch_mm) // 2 + pitch_mm // 2
        is_first, is_last = number == 0, number == len(blocks) - 1
        side = "centre" if is_first == is_last else "left" if is_first else "right"
        for index in range(count):
            is_at_aisle = (index == 0 and not is_first) or (index == count - 1 and not is_last)
            yield Spot(side=side, x_mm=start_mm + index * pitch_mm, is_at_aisle=is_at_aisle)
        left_mm += width_mm + aisle_mm


def back_rows(rows: list[tuple[str, list[Spot]]], *, top_mm: int, first_row: int) -> Iterator[SeatFacts]:
    """Yield rows of single seats from front to back, each with its zone; those of observers are places of their own.

    The first row's seats beside an aisle can be taken away for a wheelchair.
    """
    number = 0
    for row, (zone, spots) in enumerate(rows):
        letters = row_letters(first_row + row)
        for index, spot in enumerate(spots, 1):
            is_place = zone == "observers"
            number += is_place
            is_open = is_place and row == 0 and spot.is_at_aisle
            yield SeatFacts(
                label=f"{letters}{index}",
                zone=zone,
                row=letters,
                side=spot.side,
                x_mm=spot.x_mm,
                y_mm=top_mm + row * BACK_ROW_PITCH_MM,
                place=number if is_place else None,
                is_accessible=is_open,
                is_removable=is_open,
            )
