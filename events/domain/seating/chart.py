"""A plan as a picture has it: every seat of the room with its size and who sits there, still undrawn."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from events.domain.facts import RoomFacts, SeatFacts
from events.domain.seating.values import SeatPlan

# Depth of what stands there, and the greatest width: a table's front, a chair.
_SIZES_MM = {"table": (900, 1560), "podium": (900, 1500), "behind": (560, 640)}
_USUAL_MM = (640, 700)
_GAP = 0.93


@dataclass(frozen=True, kw_only=True)
class ChartSeat:
    """One seat: its size, and the delegation (uuid) or, on the podium, the delegate (uuid) it is for.

    `is_principal` for the first seat of a place; the seats behind carry the same delegation.
    """

    seat: SeatFacts
    width_mm: int
    depth_mm: int
    delegation: str = ""
    delegate: str = ""
    is_principal: bool = True

    @property
    def is_free(self) -> bool:
        """Whether nobody sits there."""
        return not (self.delegation or self.delegate)


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """The field that the seats take, in the room's millimetres."""

    left_mm: int
    top_mm: int
    width_mm: int
    height_mm: int


def chart(room: RoomFacts, plan: SeatPlan) -> tuple[ChartSeat, ...]:
    """Return the seats of `room` in its order, with who sits there by `plan`; seats nobody has are free.

    A seat is as wide as its neighbours of the same zone leave it, so that any room can be drawn.
    """
    sizes = {zone: _size(zone, seats) for zone, seats in _zones(room.seats).items()}
    delegations, behind = {}, set()
    for one in plan.assignments:
        delegations.update(dict.fromkeys((one.seat, *one.behind), one.delegation))
        behind.update(one.behind)
    podium = {one.seat: one.delegate for one in plan.podium}
    return tuple(
        ChartSeat(
            seat=seat,
            width_mm=sizes[seat.zone][0],
            depth_mm=sizes[seat.zone][1],
            delegation=delegations.get(seat.label, ""),
            delegate=podium.get(seat.label, ""),
            is_principal=seat.zone != "behind" and seat.label not in behind,
        )
        for seat in room.seats
    )


def bounds(seats: Iterable[ChartSeat], *, edge_mm: int = 500) -> Bounds:
    """Return the field of all `seats` with an edge around it; a square of two edges when there are none."""
    reach = [(one.seat, math.hypot(one.width_mm, one.depth_mm) / 2) for one in seats]
    if not reach:
        return Bounds(left_mm=0, top_mm=0, width_mm=2 * edge_mm, height_mm=2 * edge_mm)
    left = min(seat.x_mm - half for seat, half in reach) - edge_mm
    top = min(seat.y_mm - half for seat, half in reach) - edge_mm
    right = max(seat.x_mm + half for seat, half in reach) + edge_mm
    bottom = max(seat.y_mm + half for seat, half in reach) + edge_mm
    return Bounds(left_mm=round(left), top_mm=round(top), width_mm=round(right - left), height_mm=round(bottom - top))


def row_ends(seats: Iterable[ChartSeat]) -> dict[str, tuple[SeatFacts, SeatFacts]]:
    """Return for each lettered row its first and last seat as the hall sees them, the seats behind left out."""
    ends: dict[str, tuple[SeatFacts, SeatFacts]] = {}
    for one in (each.seat for each in seats if each.seat.row and each.seat.zone != "behind"):
        first, last = ends.get(one.row, (one, one))
        ends[one.row] = (min(first, one, key=_place_of), max(last, one, key=_place_of))
    return ends


def is_straight(seats: Iterable[ChartSeat]) -> bool:
    """Return whether all rows run straight across, so that a drawing may be widened undeformed."""
    return all(one.seat.angle % 180 == 0 for one in seats)


def _place_of(seat: SeatFacts) -> tuple[int, str]:
    return seat.x_mm, seat.label


def _zones(seats: Iterable[SeatFacts]) -> dict[str, list[SeatFacts]]:
    zones: dict[str, list[SeatFacts]] = {}
    for seat in seats:
        zones.setdefault(seat.zone, []).append(seat)
    return zones


def _size(zone: str, seats: list[SeatFacts]) -> tuple[int, int]:
    depth_mm, widest_mm = _SIZES_MM.get(zone, _USUAL_MM)
    pitch_mm = _pitch(seats)
    width_mm = round(min(pitch_mm * _GAP, widest_mm)) if pitch_mm else widest_mm
    return max(width_mm, 1), max(round(min(depth_mm, width_mm * 1.2)), 1)


def _pitch(seats: list[SeatFacts]) -> float:
    """Return the least distance between two of the seats, 0 where there are not two."""
    ordered = sorted(seats, key=lambda one: (one.x_mm, one.y_mm))
    least = math.inf
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.x_mm - one.x_mm >= least:
                break
            distance = math.hypot(other.x_mm - one.x_mm, other.y_mm - one.y_mm)
            least = min(least, distance) if distance else least
    return 0 if least == math.inf else least
