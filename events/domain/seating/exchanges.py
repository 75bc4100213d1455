"""What it costs at least, with least change, that some leave their former places for those that others leave.

As one walks, somebody is on the way from each former place that is left to the place taken instead. Who it is matters
little: each costs at every place that it passes no less than the cheapest of all would. So it is counted how many are
on the way, `on` to places farther on and `back` to places nearer; and of two who clash one leaves.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from events.domain.seating.constraints import is_broken, is_hard
from events.domain.seating.relaxing import least_after
from events.domain.seating.tables import Tables, Tie

# More than so many on the way are counted as so many.
MOST = 4
# Of so many who stay is it kept in mind that somebody farther on cannot then.
OPEN = 5

# How many are on the way on, how many back, and who of those who stay still keeps another from it (a set).
State = tuple[int, int, int]


@dataclass(frozen=True, kw_only=True)
class Exchanges:
    """The bounds of those who wait; members by their number, places by rank as with `Bounds`."""

    tables: Tables

    def least(self, place: int, waiting: int, ties: tuple[Tie, ...]) -> int:
        """Return what all in the set `waiting` cost at least from `place` on, changes included."""
        bounds, scale = self.tables.bounds, self.tables.scale
        rank = bounds.rank[place]
        if rank + waiting.bit_count() > bounds.rank[-1]:
            return bounds.never
        on, back = waiting & self._before[rank], self._after(rank) & ~waiting
        stays = 0
        for member, start in ties:
            if start == self._places.get(member):
                stays |= 1 << member
        key = min(on.bit_count(), MOST), min(back.bit_count(), MOST), stays & self._open[rank]
        found = self._rows[rank].get(key)
        if found is None:
            return bounds.never
        found += self._staying[rank]
        for member in _members(on):
            found += self._cells[member][rank] + scale.changes
        for member in _members(back):
            between = self._after(rank) & waiting & self._before[self._ranks[member]]
            found -= self._cells[member][rank] + scale.changes + between.bit_count() * scale.inversions
        return found + self._strays(rank, waiting)

    def apart(self, place: int, waiting: int) -> int:
        """Return what all in `waiting` cost at least from `place` on, none minding any other."""
        rank = self.tables.bounds.rank[place]
        return sum(self._alone(member)[rank] for member in _members(waiting))

    def _strays(self, rank: int, waiting: int) -> int:
        return sum(self._alone(member)[rank] for member in _members(waiting & self._without))

    @cached_property
    def _lonely(self) -> dict[int, list[int]]:
        return {}

    def _alone(self, member: int) -> list[int]:
        """Return what `member` costs at least from each rank on."""
        if member not in self._lonely:
            tables, never = self.tables, self.tables.bounds.never
            cells, starts = tables.cells[member], tables.starts[member]
            self._lonely[member] = least_after(
                [*(cells[place] if starts >> place & 1 else never for place in tables.rest.free), never]
            )
        return self._lonely[member]

    @cached_property
    def _places(self) -> dict[int, int]:
        """The former places of all who could stay, and alone were there."""
        rest, starts = self.tables.rest, self.tables.starts
        formers = [rest.board.sitters[one].former for one in rest.members]
        found = {one: former for one, former in enumerate(formers) if former is not None and former >= 0}
        counts = Counter(found.values())
        return {one: former for one, former in found.items() if counts[former] == 1 and starts[one] >> former & 1}

    @cached_property
    def _ranks(self) -> dict[int, int]:
        return {member: self.tables.bounds.rank[place] for member, place in self._places.items()}

    @cached_property
    def _owners(self) -> dict[int, int]:
        return {rank: member for member, rank in self._ranks.items()}

    @cached_property
    def _without(self) -> int:
        """The set of those who have no former place to stay at."""
        return sum(1 << member for member in range(len(self.tables.sizes)) if member not in self._places)

    @cached_property
    def _before(self) -> list[int]:
        """By rank: the set of those whose former places are before it."""
        found = [0]
        for rank in range(len(self.tables.rest.free)):
            found.append(found[-1] | (1 << self._owners[rank] if rank in self._owners else 0))
        return found

    def _after(self, rank: int) -> int:
        """Return the set of those whose former places are at `rank` or after it."""
        return self._before[-1] & ~self._before[rank]

    @cached_property
    def _cells(self) -> dict[int, list[int]]:
        """By member what it costs at each rank, changes left out."""
        rest, scale = self.tables.rest, self.tables.scale
        return {
            member: rest.on_free(rest.cells(rest.members[member], scale, with_changes=False)) for member in self._places
        }

    @cached_property
    def _staying(self) -> list[int]:
        """By rank: what all whose former places are at it or after it cost there."""
        found = [0] * (len(self.tables.rest.free) + 1)
        for rank in reversed(range(len(found) - 1)):
            member = self._owners.get(rank)
            found[rank] = found[rank + 1] + (self._cells[member][rank] if member is not None else 0)
        return found

    @cached_property
    def _passing(self) -> list[tuple[int, int]]:
        """By rank: what it costs at least to pass to the next on the way on, and from the next on the way back."""
        found = []
        for rank in range(len(self.tables.rest.free) - 1):
            costs = [(self._cells[member], self._ranks[member]) for member in self._places]
            on = min((cells[rank + 1] - cells[rank] for cells, former in costs if former <= rank), default=0)
            back = min((cells[rank] - cells[rank + 1] for cells, former in costs if former > rank), default=0)
            found.append((on, back))
        return [*found, (0, 0)]

    @cached_property
    def _clashing(self) -> dict[int, int]:
        """By member: the set of those with former places before its own beside whom it cannot stay."""
        rest, found = self.tables.rest, {}
        number = {one: at for at, one in enumerate(rest.members)}
        usable = {rest.members[member]: place for member, place in self._places.items()}
        for rule in rest.rules:
            pair = [number.get(rest.board.index[key], -1) for key in rule.sitters]
            is_of_two = len(pair) == 2 and is_hard(rule) and set(pair) <= self._places.keys()
            if is_of_two and is_broken(rest.board, rule, usable):
                first, last = sorted(pair, key=self._ranks.__getitem__)
                found[last] = found.get(last, 0) | 1 << first
        return found

    @cached_property
    def _open(self) -> list[int]:
        """By rank: the set of those before it of whom it is kept in mind that they stay."""
        found, now, until = [], 0, {}
        for last, firsts in self._clashing.items():
            for first in _members(firsts):
                until[first] = max(until.get(first, 0), self._ranks[last])
        for rank in range(len(self.tables.rest.free) + 1):
            now = sum(1 << member for member in _members(now) if until[member] >= rank)
            found.append(now)
            owner = self._owners.get(rank)
            if owner in until and now.bit_count() < OPEN:
                now |= 1 << owner
        return found

    @cached_property
    def _rows(self) -> list[dict[State, int]]:
        """By rank and State: what is still to come at least, beside what all cost at their former places."""
        rows: list[dict[State, int]] = [{(0, 0, 0): 0}]
        for rank in reversed(range(len(self.tables.rest.free))):
            rows.append(self._row(rank, rows[-1]))
        rows.reverse()
        return rows

    def _row(self, rank: int, after: dict[State, int]) -> dict[State, int]:
        found: dict[State, int] = {}
        most_on = min(self._before[rank].bit_count(), MOST)
        most_back = min(self._after(rank).bit_count(), MOST)
        for stays in _subsets(self._open[rank]):
            for on in range(most_on + 1):
                for back in range(most_back + 1):
                    costs = [
                        cost + self._pass(rank, state) + after[state]
                        for state, cost in self._ways(rank, on, back, stays)
                        if state in after
                    ]
                    if costs:
                        found[on, back, stays] = min(costs)
        return found

    def _pass(self, rank: int, state: State) -> int:
        (on, back), (cost_on, cost_back) = state[:2], self._passing[rank]
        if cost_on < 0 and on == MOST:
            on = len(self.tables.sizes)
        if cost_back < 0 and back == MOST:
            back = len(self.tables.sizes)
        return on * cost_on + back * cost_back

    def _ways(self, rank: int, on: int, back: int, stays: int) -> Iterator[tuple[State, int]]:
        """Yield what can become of `on` and `back` at `rank`, and what that costs."""
        owner, scale = self._owners.get(rank), self.tables.scale
        kept = self._open[rank + 1] if rank + 1 < len(self._open) else 0
        if owner is None:
            yield from self._taken(rank, on, back, stays & kept, 0)
            return
        ahead, behind = self._is_before(rank, owner), self._is_after(rank, owner)
        if not self._clashing.get(owner, 0) & stays:
            yield (on, back, (stays | 1 << owner) & kept), (ahead * on + behind * back) * scale.inversions
        for less in _one_less(back):
            yield from self._taken(rank, on, less, stays & kept, scale.changes)
        cost = scale.changes + behind * back * scale.inversions
        yield from self._taken(rank, on, back, stays & kept, cost, own=1)

    def _taken(
        self, rank: int, on: int, back: int, stays: int, cost: int, *, own: int = 0
    ) -> Iterator[tuple[State, int]]:
        """Yield who takes the place: nobody, one on the way on, or one on the way back; `own` goes on from it."""
        going = min(on + own, MOST)
        yield (going, back, stays), cost
        if on:
            for less in _one_less(on):
                yield (min(less + own, MOST), back, stays), cost
        passed = going * self._is_parted[rank] * self.tables.scale.inversions
        yield (going, min(back + 1, MOST), stays), cost + passed

    def _is_before(self, rank: int, owner: int) -> bool:
        """Return whether all whose former places are before `rank` come before `owner` in the order."""
        return not self._before[rank] >> owner

    def _is_after(self, rank: int, owner: int) -> bool:
        """Return whether all whose former places are after `rank` come after `owner` in the order."""
        return not self._after(rank + 1) & (1 << owner) - 1

    @cached_property
    def _is_parted(self) -> list[bool]:
        """By rank: whether all with former places up to it come before all with former places after it."""
        found = []
        for rank in range(len(self.tables.rest.free)):
            later = self._after(rank + 1)
            found.append(not later or self._before[rank + 1] < later & -later)
        return found


def _members(members: int) -> Iterator[int]:
    while members:
        bit = members & -members
        members ^= bit
        yield bit.bit_length() - 1


def _subsets(members: int) -> Iterator[int]:
    found = members
    while True:
        yield found
        if not found:
            return
        found = found - 1 & members


def _one_less(count: int) -> tuple[int, ...]:
    """Return how many are left of `count` when one is taken, which may be more than MOST."""
    if not count:
        return ()
    return (count - 1,) if count < MOST else (count - 1, count)
