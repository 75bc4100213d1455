"""What follows from a problem alone: where each sitter is due, how far runs reach, which places are related.

Inside the solver a sitter is its index in the order, a place its index as one walks, and a set of places one int whose
bit p is place p.
"""

from dataclasses import dataclass, replace
from functools import cached_property

from events.domain.seating.problem import Place, Problem, Rule, Sitter

RELATIONS = ("beside", "facing", "behind")


@dataclass(frozen=True, kw_only=True)
class Board:
    """A problem with its tables."""

    problem: Problem

    @property
    def places(self) -> tuple[Place, ...]:
        """The places in walking order."""
        return self.problem.places

    @property
    def sitters(self) -> tuple[Sitter, ...]:
        """The sitters in their order."""
        return self.problem.sitters

    @cached_property
    def index(self) -> dict[str, int]:
        """The index of each sitter by its key."""
        return {one.key: number for number, one in enumerate(self.sitters)}

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """How many places each sitter takes."""
        return tuple(one.size for one in self.sitters)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules in an order of their own, each once, its sitters by key."""
        single = {replace(rule, sitters=tuple(sorted(rule.sitters))) for rule in self.problem.rules}
        return tuple(sorted(single, key=lambda rule: (rule.kind, rule.sitters, rule.within)))

    @cached_property
    def stretch(self) -> tuple[int, ...]:
        """How many places there are from each one to the end of its run, itself included."""
        return self.stretch_without(0)

    def stretch_without(self, taken: int) -> tuple[int, ...]:
        """Return how many free places there are from each one to the end of its run, itself included."""
        reach = [0] * (len(self.places) + 1)
        for place in reversed(range(len(self.places))):
            is_last = place + 1 == len(self.places) or self.places[place].run != self.places[place + 1].run
            reach[place] = 0 if taken >> place & 1 else 1 + (0 if is_last else reach[place + 1])
        return tuple(reach[:-1])

    @cached_property
    def due(self) -> tuple[int, ...]:
        """Where each starts when all are put one after the other, as if there were places without end after the last.

        Pinned and accessible sitters are counted like all others; one that no run has room for takes up nothing.
        """
        found, place, longest = [], 0, max(self.stretch, default=0)
        for size in self.sizes:
            while size <= longest and place < len(self.places) and self.stretch[place] < size:
                place += 1
            found.append(place)
            place += size if size <= longest else 0
        return tuple(found)

    @cached_property
    def first_row(self) -> int:
        """The set of places in the first row."""
        return sum(1 << number for number, one in enumerate(self.places) if one.is_first_row)

    @cached_property
    def neighbours(self) -> dict[str, list[int]]:
        """The set of places that each place is related to, by relation; it holds both ways."""
        found = {relation: [0] * len(self.places) for relation in RELATIONS}
        for relation, sets in found.items():
            for number, place in enumerate(self.places):
                for other in getattr(place, relation):
                    sets[number] |= 1 << other
                    sets[other] |= 1 << number
        return found

    @cached_property
    def _related(self) -> dict[tuple[str, int, int, int, int], int]:
        return {}

    def related(self, relation: str, within: int, start: int, *, size: int, other: int) -> int:
        """Return where a sitter of size `other` starts when it is in `relation` to one of `size` that is at `start`."""
        key = relation, within, start, size, other
        if key not in self._related:
            self._related[key] = self._worked_out(*key)
        return self._related[key]

    def _worked_out(self, relation: str, within: int, start: int, size: int, other: int) -> int:
        if relation == "within":
            return span(start + size, start + size + within) | span(start - other - within + 1, start - other + 1)
        near = 0
        for neighbours in self.neighbours[relation][start : start + size]:
            near |= neighbours
        return starts_over(near, other)


def span(first: int, end: int) -> int:
    """Return the set of places from `first` to before `end`."""
    first = max(first, 0)
    return ((1 << end - first) - 1) << first if end > first else 0


def starts_over(places: int, size: int) -> int:
    """Return where a sitter of `size` starts when it takes one of the set `places`."""
    found = 0
    for shift in range(size):
        found |= places >> shift
    return found
