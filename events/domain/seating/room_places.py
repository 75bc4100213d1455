"""The list of places in a room's file (JSON): what it says of each seat, and what is wrong with it."""

from collections.abc import Sequence
from typing import Any

from events.domain.facts import SeatFacts
from events.domain.seating.faults import Fault
from events.domain.seating.room_checks import MOST_NUMBER, UNKNOWN_ZONE, ZONE_CODES, Claim
from meetingplanner.languages import phrase

NO_PLACE = phrase("A place has a zone, a number, the label of its seat and a list of the labels behind.")
BAD_NUMBER = phrase("“%(value)s” is no number from 1 to %(most)s.")
NO_SUCH_SEAT = phrase("There is no seat “%(text)s”.")
SEAT_TAKEN = phrase("The seat “%(text)s” belongs to another place already: %(other)s.")
OTHER_ZONE = phrase("The seat “%(text)s” stands in the zone %(zone)s.")
OTHER_NUMBER = phrase("The seat “%(text)s” says that its place is %(number)s.")
NUMBER_TWICE = phrase("The zone %(zone)s has a place %(number)s already.")


def listed_places(seats: Sequence[SeatFacts], given: Sequence[Any]) -> tuple[list[Claim], list[Fault]]:
    """Return for each of `seats` what the list of places says of it, and what is wrong with the list."""
    reader = _Reader(seats)
    for number, one in enumerate(given, 1):
        reader.read(number, one)
    claims = [reader.claims.get(seat.label, Claim(zone=seat.zone, number=seat.place)) for seat in seats]
    return claims, reader.faults


class _Reader:
    def __init__(self, seats: Sequence[SeatFacts]):
        self.seats = {seat.label: seat for seat in seats}
        self.claims: dict[str, Claim] = {}
        self.numbers: set[tuple[str, int]] = set()
        self.faults: list[Fault] = []

    def read(self, at: int, one: Any) -> None:
        if not _is_place(one):
            self._wrong(at, "", NO_PLACE)
            return
        zone, number = one["zone"], one["number"]
        if zone not in ZONE_CODES:
            self._wrong(at, "zone", UNKNOWN_ZONE, text=zone[:40], choices=", ".join(ZONE_CODES))
        if not 1 <= number <= MOST_NUMBER:
            self._wrong(at, "number", BAD_NUMBER, value=str(number)[:20], most=MOST_NUMBER)
        if (zone, number) in self.numbers:
            self._wrong(at, "number", NUMBER_TWICE, zone=zone[:40], number=number)
        self.numbers.add((zone, number))
        self._claim(at, "seat", one["seat"].strip(), Claim(zone=zone, number=number, is_principal=True))
        for label in one.get("behind", []):
            self._claim(at, "behind", label.strip(), Claim(zone=zone, number=number))

    def _claim(self, at: int, field: str, label: str, claim: Claim) -> None:
        seat = self.seats.get(label)
        if seat is None:
            self._wrong(at, field, NO_SUCH_SEAT, text=label[:40])
            return
        other = self.claims.setdefault(label, claim)
        if other is not claim:
            self._wrong(at, field, SEAT_TAKEN, text=label, other=f"{other.zone} {other.number}")
        if claim.is_principal and seat.zone != claim.zone:
            self._wrong(at, field, OTHER_ZONE, text=label, zone=seat.zone[:40])
        if seat.place not in (None, claim.number):
            self._wrong(at, field, OTHER_NUMBER, text=label, number=seat.place)

    def _wrong(self, at: int, field: str, template: str, **values: object) -> None:
        self.faults.append(Fault(template=template, values=values, where="place", number=at, field=field))


def _is_place(one: Any) -> bool:
    if not isinstance(one, dict) or one.keys() - {"zone", "number", "seat", "behind"}:
        return False
    behind = one.get("behind", [])
    is_listed = isinstance(behind, list) and all(isinstance(label, str) for label in behind)
    texts = all(isinstance(one.get(name), str) for name in ("zone", "seat"))
    return is_listed and texts and type(one.get("number")) is int
