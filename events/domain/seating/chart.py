"""A plan as a picture has it: every seat of the room with its size and who sits there, still undrawn."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from events.domain.facts import RoomFacts, SeatFacts
from events.domain.seating.values import SeatPlan

# Depth of what stands there, and the greatest width: a table's front, a chair.
_SIZES_MM = {"table": (900, 1560), "podium": (900, 1500), "behind": (560, 640)}
_USUAL_MM = (640, 700)
_GAP = 0.93
# An interpreter's chair against those of the podium, and how far behind one it stands.
_SMALL, _BEHIND_MM = 0.5, 120
INTERPRETER = "interpreter"


@dataclass(frozen=True, kw_only=True)
class ChartSeat:
    """One seat: its size, and the delegation (uuid) or, on the podium, the delegate (uuid) it is for.

    `is_principal` for the first seat of a place; the seats behind carry the same delegation. A seat of the zone
    INTERPRETER is for the interpreter of the delegate `interprets`; one that `is_added` is none of the room's.
    """

    seat: SeatFacts
    width_mm: int
    depth_mm: int
    delegation: str = ""
    delegate: str = ""
    is_principal: bool = True
    interprets: str = ""
    is_added: bool = False

    @property
    def is_free(self) -> bool:
        """Whether nobody sits there."""
        return not (self.delegation or self.delegate or self.interprets)


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """The field that the seats take, in the room's millimetres."""

    left_mm: int
    top_mm: int
    width_mm: int
    height_mm: int


def chart(room: RoomFacts, plan: SeatPlan) -> tuple[ChartSeat, ...]:
    """Return the seats of `room` in its order, with who sits there by `plan`; seats nobody has are free.

    A seat is as wide as its neighbours of the same zone leave it, so that any room can be drawn. Chairs of
    interpreters are small; those behind somebody come last, for the room does not have them.
    """
    sizes = {zone: _size(zone, seats) for zone, seats in _zones(room.seats).items()}
    delegations, behind = {}, set()
    for one in plan.assignments:
        delegations.update(dict.fromkeys((one.seat, *one.behind), one.delegation))
        behind.update(one.behind)
    podium = {one.seat: one.delegate for one in plan.podium}
    seats = tuple(
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
    return tuple(_interpreted(seats, plan)) if plan.interpreters else seats


def _interpreted(seats: Iterable[ChartSeat], plan: SeatPlan) -> Iterator[ChartSeat]:
    """Yield the seats with those of interpreters among them, then the chairs behind others."""
    beside = {one.seat: one.delegate for one in plan.interpreters if not one.is_behind}
    behind = {one.seat: one.delegate for one in plan.interpreters if one.is_behind}
    added = []
    for one in seats:
        size = {"width_mm": max(round(one.width_mm * _SMALL), 1), "depth_mm": max(round(one.depth_mm * _SMALL), 1)}
        if one.seat.label in beside:
            small = replace(one.seat, zone=INTERPRETER)
            yield replace(one, seat=small, interprets=beside[one.seat.label], is_principal=False, **size)
            continue
        yield one
        if one.seat.label in behind:
            turn, away_mm = math.radians(one.seat.angle), (one.depth_mm + size["depth_mm"]) / 2 + _BEHIND_MM
            chair = replace(
                one.seat,
                label=f"{one.seat.label}i",
                zone=INTERPRETER,
                x_mm=round(one.seat.x_mm - math.sin(turn) * away_mm),
                y_mm=round(one.seat.y_mm + math.cos(turn) * away_mm),
                is_accessible=False,
            )
            whose = behind[one.seat.label]
            added.append(ChartSeat(seat=chair, interprets=whose, is_principal=False, is_added=True, **size))
    yield from added


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
    """Return the least distance between two seats that stand apart, 0 where there are not two."""
    places = sorted({(seat.x_mm, seat.y_mm) for seat in seats})
    least = math.inf
    for index, (x_mm, y_mm) in enumerate(places):
        for other_x_mm, other_y_mm in islice(places, index + 1, None):
            if other_x_mm - x_mm >= least:
                break
            least = min(least, math.hypot(other_x_mm - x_mm, other_y_mm - y_mm))
    return 0 if least == math.inf else least
