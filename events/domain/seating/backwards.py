"""The best plan from the last in the order to the first: what the last costs, what the last two cost, and so on.

What those from one on cost, at each place where they may begin, is found with what is known of those after it
(`settling`), and makes the bounds of all who sit before them better. With those who sit in turn before them and are
tied to them the same. So the bounds of a room without a place to spare, where each rule costs something, are true.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from events.domain.seating.endings import Endings, Key
from events.domain.seating.leasts import Leasts
from events.domain.seating.relaxing import in_order
from events.domain.seating.settling import Settling
from events.domain.seating.tables import Tables, Tie

# From so many places before where one starts in order to so many after it is looked at those who come from it on;
# before, since who waits leaves its place to those after it.
BEFORE, AFTER = 12, 4
# To how many endings each may lead.
EACH = 25_000


@dataclass(kw_only=True)
class Backwards:
    """The way from the last to the first.

    `upper` is the cost of a plan that is known, `left` to how many endings it may come yet; where they are used up the
    bounds stay as they are.
    """

    tables: Tables
    leasts: Leasts
    upper: int
    left: int

    def run(self) -> tuple[int, int | None]:
        """Return the least that a plan costs, and the places of the best one as digits, None where it was not found."""
        bounds, places = self.tables.bounds, in_order(self.tables.rest, self.tables.scale)[1]
        for member in reversed(range(len(places))):
            bounds.renew(member)
            values = {rank: self._cost_from(member, rank) for rank in self._ranks(member, bounds.rank[places[member]])}
            bounds.learn(self._from(member), values)
        start = self.tables.next_free[0], self._from(0), ()
        found, is_settled = self._settle(start, self.upper, self.left)
        cost = found >> self._endings.shift
        return cost, found - (cost << self._endings.shift) if is_settled else None

    @cached_property
    def _endings(self) -> Endings:
        return Endings(tables=self.tables, leasts=self.leasts)

    def _from(self, member: int) -> int:
        return (1 << len(self.tables.sizes)) - (1 << member)

    @cached_property
    def _sizes_before(self) -> list[int]:
        return [0, *accumulate(self.tables.sizes)]

    def _ranks(self, member: int, rank: int) -> range:
        """Return where it is looked at those from `member` on, the last first; in order it starts at `rank`."""
        before, last = self._sizes_before, len(self.tables.rest.free)
        return range(min(last - before[-1] + before[member], rank + AFTER), max(rank - BEFORE, 0) - 1, -1)

    def _cost_from(self, member: int, rank: int) -> int:
        """Return what those from `member` on cost at least from `rank` on, nobody being tied to them."""
        place, waiting = self.tables.rest.free[rank], self._from(member)
        upper = self.upper - self._least_before[member][rank]
        cost = self._settle((place, waiting, ()), upper, EACH)[0] >> self._endings.shift
        ties = tuple(self._ties(member, rank))
        for some in dict.fromkeys((*((tie,) for tie in ties), ties)):
            if some:
                self._settle((place, waiting, some), upper, EACH)
        return cost

    def _ties(self, member: int, rank: int) -> Iterator[Tie]:
        """Yield the ties of those who sit one after the other up to before `member`, which starts at `rank`."""
        tables, waiting, before = self.tables, self._from(member), self._sizes_before
        for other in range(member):
            start = rank - before[member] + before[other]
            if start >= 0 and any(tied >= member for tied, _, _ in tables.ties[other]):
                tie = other, tables.rest.free[start]
                if tables.is_open(tie, waiting, tables.rest.free[rank]):
                    yield tie

    def _settle(self, key: Key, upper: int, most: int) -> tuple[int, bool]:
        limit = (upper + 1 << self._endings.shift) - 1
        settling = Settling(endings=self._endings, start=key, limit=limit, most=min(most, self.left))
        found = settling.run()
        self.left = max(self.left - len(settling.least), 0)
        return found

    @cached_property
    def _least_before(self) -> list[list[int]]:
        """By number of members and rank: what so many of the first cost at least on places before it, without rules.

        0 where they have no room there.
        """
        rest, scale = self.tables.rest, self.tables.scale
        rows = [[0] * (len(rest.free) + 1)]
        for member in rest.members:
            cells = rest.on_free(rest.cells(member, scale, with_changes=False))
            costs = [self.tables.bounds.never, *(cost + cell for cost, cell in zip(rows[-1], cells, strict=False))]
            rows.append(list(accumulate(costs, min)))
        return [[cost if cost < self.tables.bounds.never else 0 for cost in row] for row in rows]
