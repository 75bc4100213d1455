"""The best plan with rules between sitters: all plans, built up place by place, without those that cannot be the best.

At each place either nobody starts or one of those who wait. Two beginnings with the same sitters waiting, and the same
places of those whom a rule still ties to one who waits, go on alike: the cheaper is kept. A beginning is dropped once
its cost and the least that those who wait can cost (`bounding`) exceed a plan that is known.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from events.domain.seating.bounding import Bounds
from events.domain.seating.constraints import is_hard, other_of, pair_starts
from events.domain.seating.rest import Rest, Scale

# One who sits and is tied to one who waits: member, start.
Tie = tuple[int, int]
# The set of members who wait, and the ties.
Key = tuple[int, tuple[Tie, ...]]


@dataclass(frozen=True, kw_only=True)
class Tables:
    """What the search looks up; members by their number in `rest.members`, sets of them as bits of an int."""

    rest: Rest
    scale: Scale

    @cached_property
    def bounds(self) -> Bounds:
        """The lower bounds."""
        return Bounds(rest=self.rest, scale=self.scale)

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """How many places each member takes."""
        return tuple(self.rest.board.sizes[one] for one in self.rest.members)

    @cached_property
    def cells(self) -> list[list[int]]:
        """What each member costs at each place."""
        return [self.rest.cells(one, self.scale) for one in self.rest.members]

    @cached_property
    def starts(self) -> list[int]:
        """Where each member may start, as a set of places."""
        return [self.rest.starts(one) for one in self.rest.members]

    @cached_property
    def next_free(self) -> list[int]:
        """The first free place from each one on, the number of places where none is left."""
        found = [len(self.rest.board.places)] * (len(self.rest.board.places) + 1)
        for place in reversed(range(len(self.rest.board.places))):
            found[place] = place if self.rest.reach[place] else found[place + 1]
        return found

    @cached_property
    def formers(self) -> tuple[list[int], list[int]]:
        """By place: the members who formerly started there, and those who cannot start where they did any more.

        Nobody is counted as such where changes do not come first: there the lower bounds have them.
        """
        here = [0] * (len(self.rest.board.places) + 1)
        lost = [0] * (len(self.rest.board.places) + 1)
        gone = 0
        for number, one in enumerate(self.rest.members if self.scale.changes > self.scale.inversions else ()):
            former = self.rest.board.sitters[one].former
            if former is None:
                continue
            if former >= 0 and self.starts[number] >> former & 1:
                here[former] |= 1 << number
            else:
                gone |= 1 << number
        for place in range(len(here)):
            lost[place] = gone
            gone |= here[place]
        return here, lost

    @cached_property
    def ties(self) -> list[tuple[tuple[int, bool, int], ...]]:
        """For each member: those whom a rule ties to it (number), whether it is hard, and which rule."""
        number = {one: place for place, one in enumerate(self.rest.members)}
        return [
            tuple(
                (number[other_of(self.rest.board, rule, one)], is_hard(rule), place) for place, rule in enumerate(rules)
            )
            for one, rules in ((one, self.rest.pair_rules[one]) for one in self.rest.members)
        ]

    @cached_property
    def _related(self) -> dict[tuple[int, int], tuple[int, ...]]:
        return {}

    def related(self, member: int, start: int) -> tuple[int, ...]:
        """Return, for each of its ties, where the other starts when it is in the rule's relation to `member`."""
        key = member, start
        if key not in self._related:
            one = self.rest.members[member]
            rules = self.rest.pair_rules[one]
            self._related[key] = tuple(pair_starts(self.rest.board, rule, one, start) for rule in rules)
        return self._related[key]

    def is_open(self, tie: Tie, waiting: int, place: int) -> bool:
        """Return whether one who waits may still come to a place from `place` on that a rule of `tie` asks about."""
        related = self.related(*tie)
        return any(waiting >> other & 1 and related[number] >> place for other, _, number in self.ties[tie[0]])

    def broken(self, member: int, start: int, waiting: int, open_ties: tuple[Tie, ...]) -> int | None:
        """Return how many wishes `member` at `start` breaks with those who sit, or None where it breaks a hard rule."""
        if not self.ties[member]:
            return 0
        sitting, count = dict(open_ties), 0
        related = self.related(member, start)
        for other, hard, number in self.ties[member]:
            if waiting >> other & 1:
                continue
            is_related = other in sitting and bool(related[number] >> sitting[other] & 1)
            if hard and is_related:
                return None
            count += not hard and not is_related
        return count

    def digit(self, member: int, place: int) -> int:
        """Return `place` as the digit of `member` in the int that says where all start; the first is the highest."""
        return place << self._bits * (len(self.sizes) - 1 - member)

    def digits(self, starts: Mapping[int, int]) -> int:
        """Return `starts` (by sitter) as one int."""
        return sum(self.digit(number, starts[one]) for number, one in enumerate(self.rest.members))

    def places(self, digits: int) -> dict[int, int]:
        """Return by sitter where all start."""
        mask, last = (1 << self._bits) - 1, len(self.sizes) - 1
        return {one: digits >> self._bits * (last - number) & mask for number, one in enumerate(self.rest.members)}

    @cached_property
    def _bits(self) -> int:
        return len(self.rest.board.places).bit_length()


@dataclass(kw_only=True)
class Search:
    """One pass over the places. `best` is the cheapest plan known: its cost, and its places as digits of one int.

    With a `width` only so many beginnings are kept at a place, and only the next `ahead` of those who wait are tried,
    with those who formerly sat there. `left` is how many beginnings may still be gone on from.
    """

    tables: Tables
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
                self._go_on(place, bound, cost, lowest, key)
            self.levels.pop(place, None)
        return True

    @property
    def bound(self) -> int:
        """The least that a plan can cost which was not gone on to."""
        bounds = [bound for level in self.levels.values() for bound, _, _ in level.values()]
        return min([self.best[0], *bounds])

    def _go_on(self, place: int, bound: int, cost: int, lowest: int, key: Key) -> None:
        tables, scale = self.tables, self.tables.scale
        waiting, ties = key
        reach, after = tables.rest.reach[place], tables.next_free[place + 1]
        self._keep(after, waiting, ties, cost, lowest)
        least = cost + tables.bounds.least(waiting, tables.bounds.rank[place])[0]
        least += (tables.formers[1][place] & waiting).bit_count() * scale.changes
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
        passed, here = 0, self.tables.formers[0][place]
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
        bounds = tables.bounds
        lost = (tables.formers[1][place] & waiting).bit_count() * tables.scale.changes
        loose, close = bounds.least(waiting, bounds.rank[place])
        bound = cost + close + lost
        if (bound, lowest) >= self.best:
            return
        if ties:
            ties = tuple(tie for tie in ties if tables.is_open(tie, waiting, place))
        level = self.levels.setdefault(place, {})
        key = waiting, ties
        known = level.get(key)
        if known is None or (cost, lowest) < known[1:]:
            level[key] = (bound, cost, lowest)
