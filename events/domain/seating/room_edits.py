"""Edits of a room, each from one state of it to the next: marks, moves, seats that come and go.

What was wrong with a room before an edit does not stand in its way.
"""

import math
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from events.domain.facts import RoomFacts, SeatFacts
from events.domain.seating.faults import Fault, RoomRefused
from events.domain.seating.room_checks import Claim, claims_of, placed, seat_faults

BEHIND_MM = 900


@dataclass(frozen=True, kw_only=True)
class NewRow:
    """A row of seats to come: the first one's spot, and how they follow one another to the right of where they look.

    Labels are the row's letter, or the zone's first letters, with a free number; `has_places` gives each a place.
    """

    zone: str
    row: str
    count: int
    x_mm: int
    y_mm: int
    pitch_mm: int
    angle: int = 0
    has_places: bool = True


def marked(room: RoomFacts, labels: Collection[str], **marks: bool) -> RoomFacts:
    """Return the room with `marks` (is_blocked, is_accessible, is_removable) on the seats of these labels."""
    return replace(room, seats=tuple(replace(one, **marks) if one.label in labels else one for one in room.seats))


def moved(room: RoomFacts, labels: Collection[str], *, x_mm: int = 0, y_mm: int = 0, turn: int = 0) -> RoomFacts:
    """Return the room with these seats moved to the right and away from the podium, and turned clockwise on their spot.

    Raises RoomRefused where one would stand outside the room or in another seat.
    """
    seats = tuple(
        replace(one, x_mm=one.x_mm + x_mm, y_mm=one.y_mm + y_mm, angle=(one.angle + turn) % 360)
        if one.label in labels
        else one
        for one in room.seats
    )
    return checked(room, replace(room, seats=seats))


def without(room: RoomFacts, labels: Collection[str]) -> RoomFacts:
    """Return the room without these seats; with a principal's seat its place goes, and the seats behind the table."""
    gone = set(labels)
    for place in room.places:
        if place.seat in gone:
            gone.update(one.label for one in room.seats if one.label in place.behind and one.zone == "behind")
    seats = [one for one in room.seats if one.label not in gone]
    kept = [replace(one, behind=_left(one.behind, gone)) for one in room.places if one.seat not in gone]
    return replaced(room, seats, claims_of(seats, kept))


def with_row(room: RoomFacts, row: NewRow) -> RoomFacts:
    """Return the room with a row of new seats at its end; places go on from the highest number of their zone.

    Raises RoomRefused as `moved` does.
    """
    labels = _free_labels(room, row.row or row.zone[:3].upper(), row.count)
    last = max((one.number for one in room.places if one.zone == row.zone), default=0)
    sight = math.radians(row.angle)
    seats = []
    for index, label in enumerate(labels):
        along_mm = index * row.pitch_mm
        seat = SeatFacts(
            label=label,
            zone=row.zone,
            row=row.row,
            side="",
            x_mm=round(row.x_mm + math.cos(sight) * along_mm),
            y_mm=round(row.y_mm + math.sin(sight) * along_mm),
            angle=row.angle % 360,
            place=last + index + 1 if row.has_places else None,
        )
        seats.append(replace(seat, side=_side(seat, room)))
    claims = [Claim(zone=row.zone, number=one.place, is_principal=row.has_places) for one in seats]
    return replaced(room, [*room.seats, *seats], [*claims_of(room.seats, room.places), *claims])


def with_seats_behind(room: RoomFacts, labels: Collection[str], *, count: int) -> RoomFacts:
    """Return the room with so many more seats behind each place of the table whose principal's seat is named.

    Raises RoomRefused as `moved` does.
    """
    by_label = {one.label: one for one in room.seats}
    added, claims = [], []
    for place in (one for one in room.places if one.zone == "table" and one.seat in labels):
        principal = by_label[place.seat]
        sight = math.radians(principal.angle)
        names = _free_labels(room, f"{principal.label}b", count)
        for index, label in enumerate(names, len(place.behind) + 1):
            added.append(
                replace(
                    principal,
                    label=label,
                    zone="behind",
                    x_mm=round(principal.x_mm - math.sin(sight) * index * BEHIND_MM),
                    y_mm=round(principal.y_mm + math.cos(sight) * index * BEHIND_MM),
                    is_accessible=False,
                    is_removable=True,
                    is_blocked=False,
                )
            )
            claims.append(Claim(zone="table", number=place.number))
    return replaced(room, [*room.seats, *added], [*claims_of(room.seats, room.places), *claims])


def resized(room: RoomFacts, *, width_mm: int, depth_mm: int) -> RoomFacts:
    """Return the room of another size. Raises RoomRefused where a seat would stand outside."""
    return checked(room, replace(room, width_mm=width_mm, depth_mm=depth_mm))


def checked(before: RoomFacts, after: RoomFacts) -> RoomFacts:
    """Return the room after an edit. Raises RoomRefused with what was not wrong before it."""
    known = {(one.label, one.template) for one in _faults(before)}
    faults = tuple(one for one in _faults(after) if (one.label, one.template) not in known)
    if faults:
        raise RoomRefused(faults)
    return after


def replaced(room: RoomFacts, seats: Sequence[SeatFacts], claims: Sequence[Claim]) -> RoomFacts:
    """Return the room with these seats in the place of its own, and the places that they claim; see `checked`."""
    numbered = tuple(replace(one, place=claim.number) for one, claim in zip(seats, claims, strict=True))
    places, faults = placed(numbered, claims, where="seat")
    if faults:
        raise RoomRefused(tuple(faults))
    return checked(room, replace(room, seats=numbered, places=places))


def _faults(room: RoomFacts) -> list[Fault]:
    return seat_faults(room.seats, width_mm=room.width_mm, depth_mm=room.depth_mm, where="seat")


def _left(behind: tuple[str, ...], gone: set[str]) -> tuple[str, ...]:
    return tuple(label for label in behind if label not in gone)


def _free_labels(room: RoomFacts, prefix: str, count: int) -> list[str]:
    """Return labels that begin so and go on with the numbers after the highest that is there."""
    pattern = re.compile(re.escape(prefix) + r"(\d{1,6})", re.IGNORECASE)
    taken = [int(found[1]) for one in room.seats if (found := pattern.fullmatch(one.label))]
    first = max(taken, default=0) + 1
    return [f"{prefix}{number}" for number in range(first, first + count)]


def _side(seat: SeatFacts, room: RoomFacts) -> str:
    third = room.width_mm / 3
    return "left" if seat.x_mm < third else "right" if seat.x_mm > 2 * third else "centre"
