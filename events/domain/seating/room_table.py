"""A room as a table (CSV), a line a seat: written, and read with everything that is wrong with it told at once."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from events.domain.facts import PlaceFacts, RoomFacts, SeatFacts
from events.domain.seating.faults import Fault, RoomRefused
from events.domain.seating.room_checks import (
    MOST_MM,
    MOST_NUMBER,
    MOST_SEATS,
    TOO_MANY_SEATS,
    UNKNOWN_ZONE,
    ZONE_CODES,
    Claim,
    beyond,
    claims_of,
    placed,
    seat_faults,
)
from meetingplanner.languages import phrase
from participants.domain.lists.cells import NO, NO_YES, YES
from participants.domain.lists.tables import Table

COLUMNS = (
    "label", "zone", "row", "side", "x_mm", "y_mm", "angle", "place", "place_zone", "is_principal", "is_accessible",
    "is_removable", "is_blocked",
)  # fmt: skip
NEEDED = ("label", "zone", "x_mm", "y_mm")
NUMBERS: dict[str, tuple[int, int]] = {
    "x_mm": (-MOST_MM, MOST_MM),
    "y_mm": (-MOST_MM, MOST_MM),
    "angle": (0, 359),
    "place": (1, MOST_NUMBER),
}
TRUTHS = ("is_principal", "is_accessible", "is_removable", "is_blocked")
NUMBER = re.compile(r"[-+]?[0-9]{1,9}")
# From the outermost seats to the walls, where nothing else is said.
EDGE_MM = 1000

NO_COLUMN = phrase("The column is missing.")
UNKNOWN_COLUMN = phrase("There is no such column. There are: %(choices)s.")
COLUMN_TWICE = phrase("The column is there twice.")
CELL_IS_EMPTY = phrase("The cell is empty.")
NO_NUMBER = phrase("“%(text)s” is no whole number from %(least)s to %(most)s.")
ODD_CELL = phrase("The cell holds a formula or an error. Put the value there.")


def room_rows(room: RoomFacts) -> Iterator[tuple[str | int, ...]]:
    """Yield a row of cells for each seat, in the order of COLUMNS and of the room; "yes" or nothing for what is so."""
    for seat, claim in zip(room.seats, claims_of(room.seats, room.places), strict=True):
        is_usual = claim.number is None or claim.zone == _usual_zone(seat.zone)
        yield (
            seat.label,
            seat.zone,
            seat.row,
            seat.side,
            seat.x_mm,
            seat.y_mm,
            seat.angle,
            "" if claim.number is None else claim.number,
            "" if is_usual else claim.zone,
            *(
                "yes" if one else ""
                for one in (claim.is_principal, seat.is_accessible, seat.is_removable, seat.is_blocked)
            ),
        )


def _usual_zone(zone: str) -> str:
    return "table" if zone == "behind" else zone


def read_room_rows(
    table: Table, *, width_mm: int | None = None, depth_mm: int | None = None
) -> tuple[int, int, tuple[SeatFacts, ...], tuple[PlaceFacts, ...]]:
    """Return width, depth, seats and places of a table; a size that is not given is as large as the seats need.

    Raises RoomRefused with all faults: of the headings, else line by line.
    """
    headings = [one.strip().lower() for one in table.headings]
    faults = list(_heading_faults(headings))
    if len(table.rows) > MOST_SEATS:
        values = {"count": len(table.rows), "most": MOST_SEATS}
        faults.append(Fault(template=TOO_MANY_SEATS, values=values, where="file"))
    if faults:
        raise RoomRefused(tuple(faults))
    seats, claims, numbers = [], [], []
    for record in table.rows:
        cells = {name: record.cells[at] if at < len(record.cells) else "" for at, name in enumerate(headings)}
        odd = {headings[at] for at in record.odd if at < len(headings)}
        line = _Line(record.number, cells, odd)
        seats.append(line.seat())
        claims.append(line.claim())
        numbers.append(record.number)
        faults += line.faults
    width_mm = width_mm or max(seat.x_mm for seat in seats) + EDGE_MM
    depth_mm = depth_mm or max(seat.y_mm for seat in seats) + EDGE_MM
    places, unplaced = placed(seats, claims, where="line", first=0)
    found = [*seat_faults(seats, width_mm=width_mm, depth_mm=depth_mm, where="line", first=0), *unplaced]
    # Lines may be empty, so that a seat's number is not that of its line.
    faults += beyond([replace(one, number=numbers[one.number]) for one in found], faults)
    if faults:
        raise RoomRefused(tuple(sorted(faults, key=lambda one: one.number)))
    return width_mm, depth_mm, tuple(seats), places


def _heading_faults(headings: list[str]) -> Iterator[Fault]:
    for name in NEEDED:
        if name not in headings:
            yield Fault(template=NO_COLUMN, where="file", field=name)
    for at, name in enumerate(headings):
        if name not in COLUMNS:
            yield Fault(
                template=UNKNOWN_COLUMN, values={"choices": ", ".join(COLUMNS)}, where="file", field=name[:40] or "–"
            )
        elif name in headings[:at]:
            yield Fault(template=COLUMN_TWICE, where="file", field=name)


class _Line:
    """One line of the file, and what is wrong with its cells."""

    def __init__(self, number: int, cells: Mapping[str, str], odd: set[str]):
        self.number, self.cells, self.faults = number, cells, []
        for name in NEEDED:
            if not cells[name] and name not in odd:
                self._wrong(name, CELL_IS_EMPTY)
        for name in sorted(odd):
            self._wrong(name, ODD_CELL)
        self.values = {name: self._number(name) for name in NUMBERS}
        self.truths = {name: self._truth(name) for name in TRUTHS}
        zones = [name for name in ("zone", "place_zone") if cells.get(name) and cells[name] not in ZONE_CODES]
        for name in zones:
            self._wrong(name, UNKNOWN_ZONE, text=cells[name][:40], choices=", ".join(ZONE_CODES))

    def seat(self) -> SeatFacts:
        texts = {name: self.cells.get(name, "") for name in ("label", "zone", "row", "side")}
        spot = {name: self.values[name] or 0 for name in ("x_mm", "y_mm", "angle")}
        marks = {name: self.truths[name] for name in TRUTHS[1:]}
        return SeatFacts(**texts, **spot, **marks, place=self.values["place"])

    def claim(self) -> Claim:
        zone = self.cells["zone"]
        is_principal = self.truths["is_principal"]
        owner = zone if is_principal else self.cells.get("place_zone") or _usual_zone(zone)
        return Claim(zone=owner, number=self.values["place"], is_principal=is_principal)

    def _number(self, name: str) -> int | None:
        text = self.cells.get(name, "")
        least, most = NUMBERS[name]
        if not text:
            return None
        value = int(text) if NUMBER.fullmatch(text) else most + 1
        if not least <= value <= most:
            self._wrong(name, NO_NUMBER, text=text[:40], least=least, most=most)
            return None
        return value

    def _truth(self, name: str) -> bool:
        text = self.cells.get(name, "").lower()
        if text not in YES | NO:
            self._wrong(name, NO_YES, text=text[:40])
        return text in YES

    def _wrong(self, name: str, template: str, **values: object) -> None:
        label = self.cells.get("label", "")[:20]
        self.faults.append(
            Fault(template=template, values=values, where="line", number=self.number, label=label, field=name)
        )
