"""Who sits beside, opposite and behind whom: from where the seats stand and look, as no drawing says it."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from statistics import median

from events.domain.facts import RoomFacts, SeatFacts

# Side by side: as near as this many times the usual distance in the zone, and turned from one another no further.
BESIDE_PITCHES = 1.6
BESIDE_DEGREES = 75
# What is ahead of a seat stands no further beside its line of sight; what it faces looks back within so many degrees.
AHEAD_PITCHES = 0.75
FACING_DEGREES = 30
FACING_MM = 15_000
BEHIND_MM = 3_500
# Zones whose relations the process remembers: a page asks for the same ones again and again.
ZONES_KEPT = 48


@dataclass(frozen=True, kw_only=True)
class PlaceRelation:
    """One place of a zone; `beside`, `facing` and `behind` are indexes of the others in the same sequence.

    Side by side is at once left or right, no aisle and no chair out of use between. `behind` are the places directly in
    its back. `run` numbers, from 0, the stretches along which each place is beside the one before.
    """

    number: int
    seat: str
    row: str
    is_accessible: bool
    is_first_row: bool
    run: int
    beside: tuple[int, ...]
    facing: tuple[int, ...]
    behind: tuple[int, ...]


def place_relations(room: RoomFacts, zone: str) -> tuple[PlaceRelation, ...]:
    """Return the usable places of `zone` in walking order with their relations.

    The first row is that which has no other row of the zone ahead; a place without a row is in it when nobody of the
    zone is ahead. Time grows with the number of seats, not with its square.
    """
    by_label = {seat.label: seat for seat in room.seats}
    places = sorted(
        (one for one in room.places if one.zone == zone and one.seat in by_label), key=lambda one: one.number
    )
    return relations_of(tuple((place.number, by_label[place.seat]) for place in places))


def by_number(places: Iterable[PlaceRelation]) -> dict[int, int]:
    """Return the index of each place by its number."""
    return {one.number: at for at, one in enumerate(places)}


@lru_cache(maxsize=ZONES_KEPT)
def relations_of(numbered: tuple[tuple[int, SeatFacts], ...]) -> tuple[PlaceRelation, ...]:
    """Return the relations of places, by number, with their principals' seats; the last zones are remembered."""
    seats = [seat for _, seat in numbered]
    near = _Near(seats)
    at = {index: position for position, index in enumerate(near.usable)}
    relations: list[PlaceRelation] = []
    run = -1
    for index in near.usable:
        beside = _positions(near.beside[index], at)
        run += not (relations and len(relations) - 1 in beside)
        relations.append(
            PlaceRelation(
                number=numbered[index][0],
                seat=seats[index].label,
                row=seats[index].row,
                is_accessible=seats[index].is_accessible,
                is_first_row=near.is_first[index],
                run=run,
                beside=beside,
                facing=_positions(near.facing[index], at),
                behind=_positions(near.behind[index], at),
            )
        )
    return tuple(relations)


class _Near:
    """The relations of all `seats`, those out of use included, by index; and which can be used."""

    def __init__(self, seats: Sequence[SeatFacts]):
        field = _Field(seats)
        ahead = [field.ahead(index) for index in range(len(seats))]
        self.usable = [index for index, seat in enumerate(seats) if not seat.is_blocked]
        self.beside = _mutual([field.beside(index) for index in range(len(seats))])
        self.facing = _mutual([{other for other, is_facing in found if is_facing} for found in ahead])
        self.behind: list[set[int]] = [set() for _ in seats]
        for index, found in enumerate(ahead):
            for other in (other for other, is_facing in found if not is_facing):
                self.behind[other].add(index)
        self.is_first = _first_rows(seats, [any(not is_facing for _, is_facing in found) for found in ahead])


def _positions(indexes: Iterable[int], at: dict[int, int]) -> tuple[int, ...]:
    return tuple(sorted(at[index] for index in indexes if index in at))


def _mutual(found: Sequence[set[int]]) -> list[set[int]]:
    return [{other for other in others if index in found[other]} for index, others in enumerate(found)]


def _first_rows(seats: Sequence[SeatFacts], is_hidden: Sequence[bool]) -> list[bool]:
    rows: dict[str, list[bool]] = {}
    for seat, hidden in zip(seats, is_hidden, strict=True):
        rows.setdefault(seat.row, []).append(hidden)
    # A row longer than the one ahead has ends with nobody ahead: most of it decides.
    first = {row: 2 * sum(hidden) < len(hidden) for row, hidden in rows.items()}
    return [first[seat.row] if seat.row else not hidden for seat, hidden in zip(seats, is_hidden, strict=True)]


class _Field:
    """The seats of a zone on a grid, so that only near ones are looked at."""

    def __init__(self, seats: Sequence[SeatFacts]):
        self.spots = [(seat.x_mm, seat.y_mm) for seat in seats]
        self.angles = [seat.angle for seat in seats]
        sights = {angle: (math.sin(math.radians(angle)), -math.cos(math.radians(angle))) for angle in set(self.angles)}
        self.sights = [sights[angle] for angle in self.angles]
        self.pitch = _usual_distance(self.spots)
        self.size = self.pitch * BESIDE_PITCHES
        # Each cell has the seats of the nine round it.
        self.near: dict[tuple[int, int], list[int]] = {}
        for index, spot in enumerate(self.spots):
            column, row = self._cell(*spot)
            for cell in product((column - 1, column, column + 1), (row - 1, row, row + 1)):
                self.near.setdefault(cell, []).append(index)
        self.reach = 0.0
        if seats:
            across, down = zip(*self.spots, strict=True)
            self.reach = min(FACING_MM, math.hypot(max(across) - min(across), max(down) - min(down)) + 1)

    def beside(self, index: int) -> set[int]:
        """Return the nearest seat at either hand, where it is near enough and looks much the same way."""
        x_mm, y_mm = self.spots[index]
        nearest: dict[bool, tuple[float, int]] = {}
        for other in self.near[self._cell(x_mm, y_mm)]:
            east, south = self.spots[other][0] - x_mm, self.spots[other][1] - y_mm
            distance = math.hypot(east, south)
            if not 0 < distance <= self.size or self._turn(index, other) > BESIDE_DEGREES:
                continue
            # Round a bend the neighbour stands where the look half way between the two has its side.
            (e1, s1), (e2, s2) = self.sights[index], self.sights[other]
            if abs(east * (e1 + e2) + south * (s1 + s2)) <= distance:
                hand = south * e1 > east * s1
                nearest[hand] = min(nearest.get(hand, (math.inf, 0)), (distance, other))
        return {other for _, other in nearest.values()}

    def ahead(self, index: int) -> list[tuple[int, bool]]:
        """Return the first seats in the line of sight, with whether they look back; none behind others' backs."""
        (x_mm, y_mm), (east, south) = self.spots[index], self.sights[index]
        for step in range(1, math.ceil(self.reach / self.size) + 2):
            ahead_mm = step * self.size
            near = self.near.get(self._cell(x_mm + east * ahead_mm, y_mm + south * ahead_mm), ())
            found = self._in_sight(index, near) if near else ()
            if found:
                nearest = min(found)[0]
                return self._told(index, [one for one in found if one[0] <= nearest + self.pitch / 2])
        return []

    def _in_sight(self, index: int, near: Iterable[int]) -> list[tuple[float, int]]:
        (x_mm, y_mm), (east, south) = self.spots[index], self.sights[index]
        least, wide, found = 0.3 * self.pitch, AHEAD_PITCHES * self.pitch, []
        for other in near:
            x, y = self.spots[other]
            along = (x - x_mm) * east + (y - y_mm) * south
            if along > least and abs((y - y_mm) * east - (x - x_mm) * south) <= wide:
                found.append((along, other))
        return found

    def _told(self, index: int, found: list[tuple[float, int]]) -> list[tuple[int, bool]]:
        told = []
        for along, other in found:
            turn = self._turn(index, other)
            if turn >= 180 - FACING_DEGREES and along <= FACING_MM:
                told.append((other, True))
            elif turn <= FACING_DEGREES and along <= BEHIND_MM:
                told.append((other, False))
        return told

    def _turn(self, index: int, other: int) -> int:
        turn = abs(self.angles[index] - self.angles[other]) % 360
        return min(turn, 360 - turn)

    def _cell(self, x_mm: float, y_mm: float) -> tuple[int, int]:
        return int(x_mm // self.size), int(y_mm // self.size)


def _usual_distance(spots: Sequence[tuple[int, int]]) -> float:
    """Return the median distance from a seat to its nearest, 1000 where there are not two."""
    if len(spots) < 2:
        return 1000
    across, down = (max(one) - min(one) for one in zip(*spots, strict=True))
    size = max(math.sqrt(across * down / len(spots)), (across + down) / len(spots), 1)
    while math.isinf(usual := median(_nearest_within(spots, size))):
        size *= 2
    return max(usual, 1)


def _nearest_within(spots: Sequence[tuple[int, int]], size: float) -> Iterator[float]:
    """Yield the distance from each seat to its nearest, infinite where none is as near as `size`."""
    cells: dict[tuple[float, float], list[int]] = {}
    for index, (x_mm, y_mm) in enumerate(spots):
        cells.setdefault((x_mm // size, y_mm // size), []).append(index)
    for (column, row), here in cells.items():
        near = [
            one
            for cell in product((column - 1, column, column + 1), (row - 1, row, row + 1))
            for one in cells.get(cell, ())
        ]
        for index in here:
            nearest = min((math.dist(spots[index], spots[one]) for one in near if one != index), default=math.inf)
            yield nearest if nearest <= size else math.inf
