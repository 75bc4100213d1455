"""Lower bounds of what sitters who still wait will cost, from any place on.

Two tables over free places, for a set of sitters who wait. `loose` is the least cost without rules, each taking one
place (`relaxing`), pairs against the order and distances alone. `close` looks at the first who waits. Either nobody who
waits comes before it: then it keeps its rules with those who have places and with the next in order, and the others
follow where it ends. Or somebody does: that is a pair against the order, and the others cost no less than all of
them loosely, nor than it at its best place and they without it. So `close` counts a pair against the order for
each who cannot keep its turn, and no pair twice, since of each pair it is the one who comes first in the order.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from operator import add

from events.domain.seating.constraints import is_hard, other_of, pair_starts
from events.domain.seating.recent import Recent
from events.domain.seating.relaxing import least_after
from events.domain.seating.rest import Rest, Scale

# The rank from which a row is, and its two tables.
Row = tuple[int, list[int], list[int]]
# How many ranks a row has that is made while searching; those who wait out of turn seldom wait for long.
AHEAD = 48
# How many ranks before its turn a row begins; farther ahead of so many who wait hardly anybody ever sits.
BEHIND = 200


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """The bounds beside `rest.fixed`; members by their number, sets of them as bits of an int, places by rank.

    The rank of a place is the number of free ones before it. With least change the bounds leave changes out.
    """

    rest: Rest
    scale: Scale

    @cached_property
    def rank(self) -> list[int]:
        """The rank of each place, and how many are free at all."""
        found = [0]
        for reach in self.rest.reach:
            found.append(found[-1] + bool(reach))
        return found

    @cached_property
    def never(self) -> int:
        """More than any plan costs."""
        return self.scale.top << 64

    @cached_property
    def _cells(self) -> Recent:
        """By member: its cost at each rank, and the least of it and those after; then both loosely.

        Where the member may not start it costs never, and so where the places end. Loosely it may start anywhere.
        """
        return Recent(self._worked_out)

    def _worked_out(self, member: int) -> tuple[list[int], list[int], list[int], list[int]]:
        one, unit = self.rest.members[member], self.scale.distance
        starts, with_changes = self.rest.starts(one), self.scale.changes < self.scale.inversions
        cells = self.rest.cells(one, self.scale, with_changes=with_changes)
        close = [cells[place] if starts >> place & 1 else self.never for place in self.rest.free]
        if with_changes or self.rest.lone_rules[one]:
            cells = self.rest.cells(one, self.scale, with_changes=False)
        loose = [cost // unit * unit for cost in self.rest.on_free(cells)]
        close.append(self.never)
        loose.append(self.never)
        return close, least_after(close), loose, least_after(loose)

    @cached_property
    def _rows(self) -> dict[int, Row]:
        """The rows of those who wait in turn, from BEHIND ranks before their turn to where too few places are left."""
        count, last = len(self.rest.members), self.rank[-1]
        rows, waiting = {0: (0, [0] * (last + 1), [0] * (last + 1))}, 0
        for member in reversed(range(count)):
            others, waiting = waiting, waiting | 1 << member
            ranks = range(max(member - BEHIND, 0), last - count + member + 2)
            rows[waiting] = self._made(waiting, rows[others], ranks)
        return rows

    def renew(self, member: int) -> None:
        """Make the row of all from `member` on anew, as those after it are known better now."""
        count, last = len(self.rest.members), self.rank[-1]
        waiting = (1 << count) - (1 << member)
        if member + 1 == count:
            # Rows of other sets were made from rows that are worse.
            self._rows.clear()
            self._rows[0] = (0, [0] * (last + 1), [0] * (last + 1))
        ranks = range(max(member - BEHIND, 0), last - count + member + 2)
        self._rows[waiting] = self._made(waiting, self._rows[waiting & waiting - 1], ranks)

    def learn(self, waiting: int, values: Mapping[int, int]) -> None:
        """Take it that all in the set `waiting`, whose row is known, cost at least `values` from their ranks on."""
        first, _, close = self._rows[waiting]
        close[:] = accumulate((max(one, values.get(first + at, 0)) for at, one in enumerate(close)), max)

    @cached_property
    def _steps(self) -> dict[tuple[int, int], list[int]]:
        return {}

    def least(self, waiting: int, rank: int) -> tuple[int, int]:
        """Return what all in the set `waiting` cost at least from `rank` on, loosely and closely."""
        if rank + waiting.bit_count() > self.rank[-1]:
            return self.never, self.never
        row = self._rows.get(waiting)
        if row is None or not row[0] <= rank < row[0] + len(row[1]):
            row = self._made_from(waiting, rank)
        first, loose, close = row
        return loose[rank - first], close[rank - first]

    def _made_from(self, waiting: int, rank: int) -> Row:
        """Return the row of `waiting` from `rank` on, and make those that it needs."""
        chain, ranks = [], range(rank, min(rank + AHEAD, self.rank[-1] - waiting.bit_count() + 2))
        while waiting not in self._rows or not self._rows[waiting][0] <= rank < self._end(waiting):
            chain.append(waiting)
            waiting &= waiting - 1
        row = self._rows[waiting]
        for one in reversed(chain):
            row = self._rows[one] = self._made(one, row, ranks)
        return row

    def _end(self, waiting: int) -> int:
        first, loose, _ = self._rows[waiting]
        return first + len(loose)

    def _made(self, waiting: int, after: Row, ranks: range) -> Row:
        """Return the row of `waiting` for `ranks`, made from the row of all but the first.

        A row never falls, so beyond its end its last value holds.
        """
        first, others = (waiting & -waiting).bit_length() - 1, waiting & waiting - 1
        start, loose, close = after
        here, last, end = slice(ranks.start, ranks.stop), len(loose) - 1, min(ranks.stop, self.rank[-1])
        following = (others & -others).bit_length() - 1
        steps = [min(rank - start, last) for rank in self._next_ranks(first, following)[here]]
        cells, own, loose_cells, loose_own = self._cells[first]
        near, loosely = (_part(row, ranks.start - start, len(ranks) + 1) for row in (close, loose))

        def least(cells: list[int], others: list[int], beyond: int) -> list[int]:
            return least_after([*map(add, cells[here], others), beyond])[:-1]

        looser = least(loose_cells, loosely[1:], loose_own[end] + loosely[-1])
        in_turn = least(cells, [close[rank] for rank in steps], own[end] + near[-1])
        overtaken = map(max, looser, map(add, own[here], near))
        pair, places = self.scale.inversions, self.rank[-1] - waiting.bit_count() + 1 - ranks.start
        found = [min(one, other + pair) for one, other in zip(in_turn, overtaken, strict=True)]
        return ranks.start, looser, found[: max(places, 0)] + [self.never] * (len(ranks) - max(places, 0))

    def _next_ranks(self, member: int, following: int) -> list[int]:
        """Return for each rank where `member` starts the first at which `following`, -1 for none, can come after it."""
        board, members = self.rest.board, self.rest.members
        size, one = board.sizes[members[member]], members[member]
        rules = [
            rule
            for rule in self.rest.pair_rules[one]
            if is_hard(rule) and following >= 0 and other_of(board, rule, one) == members[following]
        ]
        key = (member, following) if rules else (-1, size)
        if key not in self._steps:
            found = []
            for place in self.rest.free:
                related, end = 0, min(place + size, len(board.places))
                for rule in rules:
                    related |= pair_starts(board, rule, one, place)
                while related >> end & 1 and end < len(board.places):
                    end += 1
                found.append(self.rank[end])
            self._steps[key] = [*found, self.rank[-1]]
        return self._steps[key]


def _part(row: list[int], first: int, count: int) -> list[int]:
    """Return `count` values of `row` from `first` on; before its beginning nothing, beyond its end its last."""
    found = [0] * -first + row[max(first, 0) : first + count]
    return found + row[-1:] * (count - len(found))
