"""Lower bounds of what sitters who still wait will cost, from any place on.

Two tables over free places, for a set of sitters who wait. `loose` is the least cost without rules, each taking one
place (`relaxing`), pairs against the order and distances alone. `close` looks at the first who waits. Either nobody who
waits comes before it: then it keeps its rules with those who have places and with the next in order, and the others
follow where it ends. Or somebody does: that is a pair against the order, and the others cost no less than all of
them loosely, nor than it at its best place and they without it. So `close` counts a pair against the order for
each who cannot keep its turn, and no pair twice, since of each pair it is the one who comes first in the order.
"""

from dataclasses import dataclass
from functools import cached_property
from operator import add

from events.domain.seating.constraints import is_hard, other_of, pair_starts
from events.domain.seating.relaxing import least_after
from events.domain.seating.rest import Rest, Scale


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
    def _cells(self) -> list[list[int]]:
        with_changes = self.scale.changes < self.scale.inversions
        members = self.rest.members
        return [self.rest.on_free(self.rest.cells(one, self.scale, with_changes=with_changes)) for one in members]

    @cached_property
    def _loose_cells(self) -> list[list[int]]:
        unit = self.scale.distance
        return [[one // unit * unit for one in cells] for cells in self._cells]

    @cached_property
    def _close_cells(self) -> list[list[int]]:
        found = []
        for one, cells in zip(self.rest.members, self._cells, strict=True):
            starts = self.rest.starts(one)
            allowed = (starts >> place & 1 for place in self.rest.free)
            found.append([cost if may else self.never for cost, may in zip(cells, allowed, strict=True)])
        return found

    @cached_property
    def _own_least(self) -> list[list[int]]:
        return [[*least_after(cells), self.never] for cells in self._close_cells]

    @cached_property
    def _rows(self) -> dict[int, tuple[int, list[int], list[int]]]:
        count = self.rank[-1] + 1
        return {0: (0, [0] * count, [0] * count)}

    @cached_property
    def _steps(self) -> dict[tuple[int, int], list[int]]:
        return {}

    def loose(self, waiting: int, rank: int) -> int:
        """Return what all in the set `waiting` cost at least from `rank` on, whatever their order."""
        first, loose, _ = self._row(waiting, rank)
        return loose[rank - first]

    def close(self, waiting: int, rank: int) -> int:
        """Return what all in the set `waiting` cost at least from `rank` on."""
        first, _, close = self._row(waiting, rank)
        return close[rank - first]

    def _row(self, waiting: int, rank: int) -> tuple[int, list[int], list[int]]:
        rows, chain, left = self._rows, [], waiting
        while left not in rows or rows[left][0] > rank:
            chain.append(left)
            left &= left - 1
        for one in reversed(chain):
            rows[one] = self._made(one, rank)
        return rows[waiting]

    def _made(self, waiting: int, rank: int) -> tuple[int, list[int], list[int]]:
        """Return the row of `waiting` from `rank` on, made from that of all but the first."""
        first, others = (waiting & -waiting).bit_length() - 1, waiting & waiting - 1
        start, loose, close = self._rows[others]
        at = rank - start
        looser = least_after([*map(add, self._loose_cells[first][rank:], loose[at + 1 :]), self.never])
        steps = self._next_ranks(first, (others & -others).bit_length() - 1)[rank:]
        own = [cost + close[step - start] for cost, step in zip(self._close_cells[first][rank:], steps, strict=True)]
        in_turn = least_after([*own, self.never])
        overtaken = map(max, looser, map(add, self._own_least[first][rank:], close[at:]))
        pair = self.scale.inversions
        return rank, looser, [min(one, other + pair) for one, other in zip(in_turn, overtaken, strict=True)]

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
            self._steps[key] = found
        return self._steps[key]
