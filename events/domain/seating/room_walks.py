"""The places of a room numbered anew: which way one walks past them, and where the walk begins.

The walk is kept as the numbers of the places and nowhere else: a room that came as a file has one like any other.
"""

from collections.abc import Sequence
from dataclasses import replace

from events.domain.facts import PlaceFacts, RoomFacts, SeatFacts
from events.domain.seating.faults import Fault, RoomRefused
from events.domain.seating.room_checks import claims_of
from events.domain.seating.room_edits import replaced
from events.domain.seating.walking import Station, along_rows, round_about
from meetingplanner.languages import phrase

# Seats without a row stand in one when their distance from the podium differs by no more.
SAME_ROW_MM = 400

# How the rows are walked and from which end, or which way round.
PATTERNS: dict[str, tuple[str, str]] = {
    "each_left": ("each", "left"),
    "each_right": ("each", "right"),
    "turning_left": ("turning", "left"),
    "turning_right": ("turning", "right"),
    "clockwise": ("clockwise", ""),
    "anticlockwise": ("anticlockwise", ""),
}
PATTERN_LABELS: dict[str, str] = {
    "each_left": phrase("Row by row, each from the left"),
    "each_right": phrase("Row by row, each from the right"),
    "turning_left": phrase("Back and forth, the first row from the left"),
    "turning_right": phrase("Back and forth, the first row from the right"),
    "clockwise": phrase("Round the table, clockwise"),
    "anticlockwise": phrase("Round the table, anticlockwise"),
}
NOT_OF_ZONE = phrase("%(label)s is no first seat of a place of that zone.")


def renumbered(room: RoomFacts, zone: str, *, pattern: str, first_hour: int = 12, first_seat: str = "") -> RoomFacts:
    """Return the room with the places of `zone` numbered from 1 as one walks by a row of PATTERNS.

    From `first_seat`, a label, where one is given: after the last place the walk goes on at its beginning. Raises
    RoomRefused where it is not the first seat of a place of the zone.
    """
    by_label = {one.label: one for one in room.seats}
    places = [one for one in room.places if one.zone == zone]
    walked = _walked([by_label[one.seat] for one in places], pattern, first_hour)
    if first_seat:
        if first_seat not in walked:
            raise RoomRefused((Fault(template=NOT_OF_ZONE, values={"label": first_seat}),))
        at = walked.index(first_seat)
        walked = walked[at:] + walked[:at]
    numbers = {label: number for number, label in enumerate(walked, 1)}
    after = [replace(one, number=numbers[one.seat]) if one.zone == zone else one for one in room.places]
    return replaced(room, room.seats, claims_of(room.seats, after))


def new_numbers(before: RoomFacts, after: RoomFacts) -> dict[tuple[str, int], int]:
    """Return the number by zone and old number of each place whose number alone is another in `after`.

    Nothing where the rooms differ in more than the numbers of their places.
    """
    if [replace(one, place=None) for one in before.seats] != [replace(one, place=None) for one in after.seats]:
        return {}
    now = {one.seat: one for one in after.places}
    kept: list[tuple[PlaceFacts, PlaceFacts | None]] = [(one, now.get(one.seat)) for one in before.places]
    return {
        (one.zone, one.number): then.number
        for one, then in kept
        if then and then.zone == one.zone and then.number != one.number
    }


def rows_of(seats: Sequence[SeatFacts]) -> list[list[SeatFacts]]:
    """Return the seats row by row, front to back and left to right; those without a letter by where they stand."""
    rows: list[list[SeatFacts]] = []
    for seat in sorted(seats, key=lambda one: (one.y_mm, one.x_mm)):
        for row in rows:
            if seat.row == row[0].row and (seat.row or abs(seat.y_mm - row[0].y_mm) <= SAME_ROW_MM):
                row.append(seat)
                break
        else:
            rows.append([seat])
    return [sorted(row, key=lambda one: one.x_mm) for row in rows]


def _walked(seats: Sequence[SeatFacts], pattern: str, first_hour: int) -> list[str]:
    walk, first_end = PATTERNS[pattern]
    if first_end:
        rows = [[Station(seat=one) for one in row] for row in rows_of(seats)]
        stations = along_rows(rows, row_walk=walk, first_end=first_end)
    else:
        stations = round_about(
            [Station(seat=one) for one in seats], centre_mm=_centre(seats), walk=walk, first_hour=first_hour
        )
    return [one.seat.label for one in stations]


def _centre(seats: Sequence[SeatFacts]) -> tuple[float, float]:
    across = [one.x_mm for one in seats] or [0]
    down = [one.y_mm for one in seats] or [0]
    return (min(across) + max(across)) / 2, (min(down) + max(down)) / 2
