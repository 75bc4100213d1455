"""The best plan with rules between sitters: all plans, built up place by place, without those that cannot be the best.

At each place either nobody starts or one of those who wait. Two beginnings with the same sitters waiting, and the same
places of those whom a rule still ties to one who waits, go on alike: the cheaper is kept. A beginning is dropped once
its cost and the least that those who wait can cost (`leasts`) exceed a plan that is known.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from events.domain.seating.leasts import Leasts
from events.domain.seating.tables import Tables, Tie

# The set of members who wait, and the ties.
Key = tuple[int, tuple[Tie, ...]]


@dataclass(kw_only=True)
class Search:
    """One pass over the places. `best` is the cheapest plan known: its cost, and its places as digits of one int.

    With a `width` only so many beginnings are kept at a place, and only the next `ahead` of those who wait are tried,
    with those who formerly sat there. `left` is how many beginnings may still be gone on from.
    """

    tables: Tables
    leasts: Leasts
    best: tuple[int, int]
    left: int
    width: int | None = None
    ahead: int | None = None
    # By place and Key: the least that any plan with this beginning costs, its cost so far, its places.
    levels: dict[int, dict[Key, tuple[int, int, int]]] = field(default_factory=dict)

    def run(self) -> bool:
        """Go over all places; return whether every beginning was gone on from."""
        tables = self.tables
        everybody = (1 << len(tables.sizes)) - 1
        self._keep(tables.next_free[0], everybody, (), 0, 0)
        for place in range(len(tables.rest.board.places)):
            level = self.levels.get(place, {})
            chosen = sorted((bound, cost, lowest, key) for key, (bound, cost, lowest) in level.items())
            for bound, cost, lowest, key in chosen[: self.width]:
                if (bound, lowest) >= self.best:
                    continue
                if not self.left:
                    return False
                self.left -= 1
                self._go_on(place, cost, lowest, key)
            self.levels.pop(place, None)
        return True

    @property
    def bound(self) -> int:
        """The least that a plan can cost which was not gone on to."""
        bounds = [bound for level in self.levels.values() for bound, _, _ in level.values()]
        return min([self.best[0], *bounds])

    def _go_on(self, place: int, cost: int, lowest: int, key: Key) -> None:
        tables, scale = self.tables, self.tables.scale
        waiting, ties = key
        reach, after = tables.rest.reach[place], tables.next_free[place + 1]
        self._keep(after, waiting, ties, cost, lowest)
        least = cost + self.leasts.apart(place, waiting)
        for member, passed in self._candidates(place, waiting):
            added = passed * scale.inversions
            if least + added > self.best[0]:
                break
            if tables.sizes[member] > reach or not tables.starts[member] >> place & 1:
                continue
            broken = tables.broken(member, place, waiting, ties)
            if broken is None:
                continue
            now = waiting & ~(1 << member)
            end = tables.next_free[place + tables.sizes[member]]
            own = ((member, place),) if tables.ties[member] else ()
            total = cost + added + tables.cells[member][place] + broken * scale.wishes
            self._keep(end, now, (*ties, *own), total, lowest + tables.digit(member, place))

    def _candidates(self, place: int, waiting: int) -> Iterator[tuple[int, int]]:
        """Yield those who may start at `place`, in order, each with how many before it wait."""
        passed, here = 0, self.tables.formers[place]
        left = waiting
        while left:
            bit = left & -left
            if self.ahead is None or passed < self.ahead or bit & here:
                yield bit.bit_length() - 1, passed
            passed += 1
            left ^= bit

    def _keep(self, place: int, waiting: int, ties: tuple[Tie, ...], cost: int, lowest: int) -> None:
        """Keep a beginning, where none like it is cheaper and it can still be the best."""
        if not waiting:
            self.best = min(self.best, (cost, lowest))
            return
        tables = self.tables
        bound = cost + self.leasts.least(place, waiting, ties)
        if (bound, lowest) >= self.best:
            return
        if ties:
            ties = tuple(tie for tie in ties if tables.is_open(tie, waiting, place))
        level = self.levels.setdefault(place, {})
        key = waiting, ties
        known = level.get(key)
        if known is None or (cost, lowest) < known[1:]:
            level[key] = (bound, cost, lowest)
