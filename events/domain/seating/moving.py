"""One delegation moved by hand in a plan that is kept: what becomes of the others, or why it cannot be."""

from collections.abc import Iterable, Sequence

from events.domain.facts import GivenFacts, MeetingFacts, SegmentFacts
from events.domain.seating.kept import left_alone
from events.domain.seating.neighbours import PlaceRelation, by_number, place_relations
from events.domain.seating.order import ordered_delegations, places_wanted, plan
from events.domain.seating.values import SeatPlan
from meetingplanner.languages import phrase

# How a delegation comes to a place: it changes places with who sits there, or those between move up.
WAYS: dict[str, str] = {
    "swap": phrase("Change places with who sits there"),
    "insert": phrase("Sit there, the others between move up by one"),
}

# Why a move cannot be made.
REFUSALS: dict[str, str] = {
    "no_place": phrase("The room has no such place, or it is out of use."),
    "no_delegation": phrase("This delegation has no seat in that zone."),
    "pinned": phrase("It is pinned, or who sits there is. Take the pin away first."),
    "no_room": phrase("It needs several places in one row; there is not enough room there."),
    "sizes": phrase("It has another number of places than who sits there. Let the others move up instead."),
    "no_seat": phrase("It has no place that it could be pinned to."),
    "taken": phrase("It has no place yet, so it cannot change places. Let the others move up instead."),
}


class MoveRefused(Exception):
    """A move that cannot be made; `code` is a row of REFUSALS."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


def moved(
    facts: MeetingFacts, segment: SegmentFacts, *, delegation: str, zone: str, number: int, way: str = "swap"
) -> tuple[GivenFacts, ...]:
    """Return the places given when `delegation` (uuid) comes to the place `number` of `zone`, its first of several.

    By "swap" it goes to a free place or changes with who sits there; by "insert" those between its old place, or the
    next free one, and the new move up. Nobody pinned moves, nor the delegation while it is pinned itself. Who does not
    come, or has no seat there any more, is in nobody's way. Raises MoveRefused.
    """
    wanted = {one.uuid: places_wanted(facts, one, zone) for one in ordered_delegations(facts, segment, zone)}
    if not wanted.get(delegation):
        raise MoveRefused("no_delegation")
    row = _Row(place_relations(facts.room, zone) if facts.room else (), segment, plan(facts, segment), zone)
    target = row.index.get(number)
    if target is None:
        raise MoveRefused("no_place")
    if delegation in row.pinned or row.sitting[target] in row.pinned:
        raise MoveRefused("pinned")
    if way == "swap":
        row.swap(delegation, target, wanted[delegation])
    else:
        row.insert(delegation, target, wanted[delegation])
    there = tuple(row.given())
    elsewhere = tuple(one for one in segment.given if one.zone != zone and one.delegation != delegation)
    given = (*elsewhere, *there)
    return tuple(sorted((*given, *left_alone(segment, given)), key=lambda one: (one.zone, one.number)))


class _Row:
    """The places of a zone in walking order with who sits on each, "" for nobody."""

    def __init__(self, places: Sequence[PlaceRelation], segment: SegmentFacts, seats: SeatPlan, zone: str):
        self.places, self.zone = places, zone
        self.index = by_number(places)
        self.sitting = [""] * len(places)
        for one in seats.assignments:
            if one.zone == zone:
                self.sitting[self.index[one.number]] = one.delegation
        here = set(self.sitting)
        self.pinned = {
            one.delegation for one in segment.given if one.is_pinned and one.zone == zone and one.delegation in here
        }

    def given(self) -> Iterable[GivenFacts]:
        for place, uuid in zip(self.places, self.sitting, strict=True):
            if uuid:
                yield GivenFacts(zone=self.zone, number=place.number, delegation=uuid, is_pinned=uuid in self.pinned)

    def swap(self, uuid: str, target: int, size: int) -> None:
        own = [at for at, one in enumerate(self.sitting) if one == uuid]
        there = self.sitting[target]
        if there in ("", uuid):
            self._take(uuid, own, target, size)
            return
        others = [at for at, one in enumerate(self.sitting) if one == there]
        if not own:
            raise MoveRefused("taken")
        if len(others) != len(own):
            raise MoveRefused("sizes")
        for at, other in zip(own, others, strict=True):
            self.sitting[at], self.sitting[other] = there, uuid

    def insert(self, uuid: str, target: int, size: int) -> None:
        own = [at for at, one in enumerate(self.sitting) if one == uuid]
        if self.sitting[target] in ("", uuid):
            self._take(uuid, own, target, size)
            return
        low, high = self._between(own, target, size)
        slots = [at for at in range(low, high) if self.sitting[at] not in self.pinned]
        queue = [self.sitting[at] for at in slots if self.sitting[at] != uuid]
        if not own:
            queue = [one for one in queue if one]
        before = sum(1 for at in slots if at < target and self.sitting[at] != uuid)
        is_forward = bool(own) and own[0] < target
        # Forward, who sits there gives way to the front; backward and from outside, to the back.
        place = before + (self._size_at(target) if is_forward else 0)
        queue[place:place] = [uuid] * size
        self._lay(queue, slots)

    def _between(self, own: Sequence[int], target: int, size: int) -> tuple[int, int]:
        """Return the range in which all move: from the old places to the new, or to the next free ones."""
        if own:
            there = [at for at, one in enumerate(self.sitting) if one == self.sitting[target]]
            return min(own[0], there[0]), max(own[-1], there[-1]) + 1
        free = 0
        for at in range(target, len(self.sitting)):
            free += self.sitting[at] == ""
            if free == size:
                return target, at + 1
        raise MoveRefused("no_room")

    def _size_at(self, target: int) -> int:
        return self.sitting.count(self.sitting[target])

    def _lay(self, queue: Sequence[str], slots: Sequence[int]) -> None:
        """Seat those of `queue` on `slots` one after the other. Raises MoveRefused where one would be torn apart."""
        if len(queue) != len(slots):
            raise MoveRefused("no_room")
        for at, one in zip(slots, queue, strict=True):
            self.sitting[at] = one
        for one in {uuid for uuid in queue if uuid}:
            self._hold_together([at for at in slots if self.sitting[at] == one])

    def _take(self, uuid: str, own: Sequence[int], target: int, size: int) -> None:
        places = range(target, target + size)
        if places[-1] >= len(self.sitting) or any(self.sitting[at] not in ("", uuid) for at in places):
            raise MoveRefused("no_room")
        self._hold_together(places)
        for at in own:
            self.sitting[at] = ""
        for at in places:
            self.sitting[at] = uuid

    def _hold_together(self, places: Sequence[int]) -> None:
        is_one = places[-1] - places[0] == len(places) - 1
        if not is_one or len({self.places[at].run for at in places}) > 1:
            raise MoveRefused("no_room")
