"""What holds for the seats and places of every room, wherever it comes from."""

import math
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from events.domain.facts import PlaceFacts, SeatFacts
from events.domain.seating.faults import Fault
from meetingplanner.languages import phrase

ZONE_CODES = ("podium", "table", "behind", "observers", "press", "secretariat", "gallery")
MOST_SEATS = 5_000
MOST_MM = 500_000
MOST_NUMBER = 9_999
LONGEST_LABEL = 12
LEAST_APART_MM = 250

NO_LABEL = phrase("The seat has no label.")
LONG_TEXT = phrase("“%(text)s” has %(length)s characters; at most %(most)s.")
BAD_LABEL = phrase("“%(text)s” holds a blank, a comma or a semicolon; a label is one word.")
CONTROL = phrase("This holds a character that cannot be shown (%(code)s). Remove it.")
TWICE = phrase("The label “%(text)s” is there already: %(other)s. Small and capital letters count as the same.")
UNKNOWN_ZONE = phrase("“%(text)s” is no zone. There are: %(choices)s.")
OUT_OF_BOUNDS = phrase("%(value)s mm is outside the room, which goes from 0 to %(most)s.")
TOO_NEAR = phrase("It stands less than %(least)s mm from the seat %(other)s.")
TOO_MANY_SEATS = phrase("There are %(count)s seats; at most %(most)s.")
NO_SEATS = phrase("There is no seat.")
NO_PRINCIPAL = phrase("Place %(number)s (%(zone)s) has no principal's seat.")
TWO_PRINCIPALS = phrase("Place %(number)s (%(zone)s) is there already: the seat %(other)s is its principal's.")
NOT_NUMBERED = phrase("It is a principal's seat and has no number of a place.")
BEHIND_PRINCIPAL = phrase("A seat behind the table is no principal's seat.")
BEHIND_NOTHING = phrase("A seat behind the table needs the number of its place.")


@dataclass(frozen=True, kw_only=True)
class Claim:
    """What a seat says of the place it belongs to: zone and number, and whether it is the principal's seat."""

    zone: str
    number: int | None
    is_principal: bool = False


def seat_faults(
    seats: Sequence[SeatFacts], *, width_mm: int, depth_mm: int, where: str = "", first: int = 1
) -> list[Fault]:
    """Return what is wrong with `seats`, by seat in their order; the first one stands at number `first` of the file."""
    faults = [Fault(template=NO_SEATS, where="file" if where else "")] if not seats else []
    if len(seats) > MOST_SEATS:
        values = {"count": len(seats), "most": MOST_SEATS}
        return [Fault(template=TOO_MANY_SEATS, values=values, where="file" if where else "")]
    labels: dict[str, SeatFacts] = {}
    near = too_near(seats)
    for number, seat in enumerate(seats, first):
        found = [*_of_texts(seat), *_of_spot(seat, width_mm, depth_mm)]
        other = labels.setdefault(seat.label.casefold(), seat)
        if other is not seat and seat.label:
            found.append(("label", TWICE, {"text": seat.label, "other": other.label}))
        if number - first in near:
            found.append(("x_mm", TOO_NEAR, {"least": LEAST_APART_MM, "other": seats[near[number - first]].label}))
        faults += [
            Fault(template=template, values=values, where=where, number=number, label=seat.label, field=name)
            for name, template, values in found
        ]
    return faults


def beyond(found: Sequence[Fault], told: Sequence[Fault]) -> list[Fault]:
    """Return those of `found` that are about something else than what was `told` already of the same seats."""
    cells = {(one.number, one.field) for one in told}
    # What could not be read stands at the upper left corner, or nowhere.
    is_spotted = not any(one.field in ("x_mm", "y_mm") for one in told)
    return [one for one in found if (one.number, one.field) not in cells and (is_spotted or one.template != TOO_NEAR)]


def odd_character(text: str) -> str:
    """Return the code of a character of `text` that cannot be shown or kept, nothing where there is none."""
    odd = next((one for one in text if unicodedata.category(one) in ("Cc", "Cs", "Cn")), "")
    return f"U+{ord(odd):04X}" if odd else ""


def _of_texts(seat: SeatFacts) -> Iterator[tuple[str, str, Mapping[str, object]]]:
    if not seat.label:
        yield "label", NO_LABEL, {}
    if any(one.isspace() or one in ",;" for one in seat.label):
        yield "label", BAD_LABEL, {"text": seat.label}
    for name in ("label", "row", "side"):
        text = getattr(seat, name)
        if len(text) > LONGEST_LABEL:
            yield name, LONG_TEXT, {"text": text[:40], "length": len(text), "most": LONGEST_LABEL}
        if odd := odd_character(text):
            yield name, CONTROL, {"code": odd}
    if seat.zone not in ZONE_CODES:
        yield "zone", UNKNOWN_ZONE, {"text": seat.zone[:40], "choices": ", ".join(ZONE_CODES)}


def _of_spot(seat: SeatFacts, width_mm: int, depth_mm: int) -> Iterator[tuple[str, str, Mapping[str, object]]]:
    for name, most in (("x_mm", width_mm), ("y_mm", depth_mm)):
        if not 0 <= getattr(seat, name) <= most:
            yield name, OUT_OF_BOUNDS, {"value": getattr(seat, name), "most": most}


def too_near(seats: Sequence[SeatFacts]) -> dict[int, int]:
    """Return by the index of a seat that of an earlier one which it stands in, as far as there is one."""
    cells: dict[tuple[int, int], list[int]] = {}
    found = {}
    for index, seat in enumerate(seats):
        column, row = seat.x_mm // LEAST_APART_MM, seat.y_mm // LEAST_APART_MM
        for across in (column - 1, column, column + 1):
            for down in (row - 1, row, row + 1):
                for other in cells.get((across, down), ()):
                    spot = (seats[other].x_mm, seats[other].y_mm)
                    if index not in found and math.dist(spot, (seat.x_mm, seat.y_mm)) < LEAST_APART_MM:
                        found[index] = other
        # One seat for each cell is enough to find what else stands there.
        cells.setdefault((column, row), []).extend([index] if index not in found else [])
    return found


def placed(
    seats: Sequence[SeatFacts], claims: Sequence[Claim], *, where: str = "", first: int = 1
) -> tuple[tuple[PlaceFacts, ...], list[Fault]]:
    """Return the places that the seats claim to belong to, in the order of the principals' seats, and what is wrong."""
    principals: dict[tuple[str, int], str] = {}
    behind: dict[tuple[str, int], list[str]] = {}
    faults = []

    def wrong(at: int, template: str, **values: object) -> None:
        faults.append(
            Fault(
                template=template, values=values, where=where, number=at + first, label=seats[at].label, field="place"
            )
        )

    for at, (seat, claim) in enumerate(zip(seats, claims, strict=True)):
        if claim.number is None:
            if claim.is_principal:
                wrong(at, NOT_NUMBERED)
            elif seat.zone == "behind":
                wrong(at, BEHIND_NOTHING)
            continue
        key = (claim.zone, claim.number)
        if not claim.is_principal:
            behind.setdefault(key, []).append(seat.label)
        elif seat.zone == "behind":
            wrong(at, BEHIND_PRINCIPAL)
        elif key in principals:
            wrong(at, TWO_PRINCIPALS, number=claim.number, zone=claim.zone, other=principals[key])
        else:
            principals[key] = seat.label
    for at, claim in enumerate(claims):
        key = (claim.zone, claim.number)
        if claim.number is not None and not claim.is_principal and key not in principals:
            wrong(at, NO_PRINCIPAL, number=claim.number, zone=claim.zone)
    places = tuple(
        PlaceFacts(zone=zone, number=number, seat=label, behind=tuple(behind.get((zone, number), ())))
        for (zone, number), label in principals.items()
    )
    return places, faults


def claims_of(seats: Sequence[SeatFacts], places: Sequence[PlaceFacts]) -> list[Claim]:
    """Return for each seat which place it belongs to, by the list of places."""
    of_label = {}
    for place in places:
        of_label.update(dict.fromkeys(place.behind, Claim(zone=place.zone, number=place.number)))
        of_label[place.seat] = Claim(zone=place.zone, number=place.number, is_principal=True)
    return [of_label.get(seat.label, Claim(zone=seat.zone, number=None)) for seat in seats]
