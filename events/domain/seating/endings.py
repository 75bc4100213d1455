"""Endings: who still waits at a place, and which of those who sit a rule ties to them; and what they cost from there.

A cost is one int here: that of the scale, and below it the places of those who wait as digits, so that of two plans
with one cost that with the lower places is the less.
"""

from dataclasses import dataclass, field
from functools import cached_property

from events.domain.seating.leasts import Leasts
from events.domain.seating.tables import Tables, Tie

# The place, the set of members who wait, and the ties in the order of the members.
Key = tuple[int, int, tuple[Tie, ...]]
# An ending that follows another, with what it costs to get there.
Step = tuple[Key, int]


@dataclass(kw_only=True)
class Endings:
    """What is known of endings: the least that each costs, and for those `settled` that it costs no more."""

    tables: Tables
    leasts: Leasts
    known: dict[Key, int] = field(default_factory=dict)
    settled: set[Key] = field(default_factory=set)

    @cached_property
    def shift(self) -> int:
        """How many bits the digits of all places take."""
        return self.tables.bits * len(self.tables.sizes)

    def least(self, key: Key) -> int:
        """Return what the ending costs at least: no less than with fewer ties, nor than the bounds say."""
        found = self.known.get(key)
        if found is not None:
            return found
        place, waiting, ties = key
        if not waiting:
            return 0
        fewer = [self.known.get((place, waiting, one), 0) for one in ((), *((tie,) for tie in ties))] if ties else [0]
        return max(*fewer, self.leasts.least(place, waiting, ties) << self.shift)

    def key(self, place: int, waiting: int, ties: tuple[Tie, ...]) -> Key:
        """Return the ending at `place`, without the ties that say nothing any more."""
        if ties:
            is_open = self.tables.is_open
            ties = tuple(sorted(tie for tie in ties if is_open(tie, waiting, place)))
        return place, waiting, ties

    def after_nobody(self, key: Key) -> Key:
        """Return what follows where nobody starts at the place."""
        place, waiting, ties = key
        return self.key(self.tables.next_free[place + 1], waiting, ties)

    def after(self, key: Key, first: int, room: int) -> tuple[list[Step], int, int]:
        """Return what follows where one starts whom at least `first` others wait before, as far as it may cost `room`.

        Then how many wait before the next who is left out because it costs more, and the least that it costs;
        (-1, 0) where nobody is left.
        """
        place, waiting, _ = key
        tables = self.tables
        least = self.leasts.apart(place, waiting)
        steps, passed = [], 0
        while waiting:
            bit = waiting & -waiting
            waiting ^= bit
            if passed >= first:
                cost = least + passed * tables.scale.inversions << self.shift
                if cost > room:
                    return steps, passed, cost
                steps += self._step(key, bit.bit_length() - 1, passed)
            passed += 1
        return steps, -1, 0

    def _step(self, key: Key, member: int, passed: int) -> list[Step]:
        place, waiting, ties = key
        tables, scale = self.tables, self.tables.scale
        if tables.sizes[member] > tables.rest.reach[place] or not tables.starts[member] >> place & 1:
            return []
        broken = tables.broken(member, place, waiting, ties)
        if broken is None:
            return []
        own = ((member, place),) if tables.ties[member] else ()
        cost = passed * scale.inversions + tables.cells[member][place] + broken * scale.wishes
        after = tables.next_free[place + tables.sizes[member]]
        found = self.key(after, waiting & ~(1 << member), (*ties, *own))
        return [(found, (cost << self.shift) + tables.digit(member, place))]
