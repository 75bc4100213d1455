"""What the search looks up: where each member may start, at what cost, and whom rules tie to whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from events.domain.seating.bounding import Bounds
from events.domain.seating.constraints import is_hard, other_of, pair_starts
from events.domain.seating.recent import Recent
from events.domain.seating.rest import Rest, Scale

# One who sits and is tied to one who waits: member, start.
Tie = tuple[int, int]


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
    def cells(self) -> Recent:
        """By member what it costs at each place."""
        return Recent(lambda member: self.rest.cells(self.rest.members[member], self.scale))

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
    def formers(self) -> list[int]:
        """By place: the members who formerly started there, where changes come first."""
        found = [0] * (len(self.rest.board.places) + 1)
        for number, one in enumerate(self.rest.members if self.scale.is_least_change else ()):
            former = self.rest.board.sitters[one].former
            if former is not None and former >= 0 and self.starts[number] >> former & 1:
                found[former] |= 1 << number
        return found

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
        return place << self.bits * (len(self.sizes) - 1 - member)

    def digits(self, starts: Mapping[int, int]) -> int:
        """Return `starts` (by sitter) as one int."""
        return sum(self.digit(number, starts[one]) for number, one in enumerate(self.rest.members))

    def places(self, digits: int) -> dict[int, int]:
        """Return by sitter where all start."""
        mask, last = (1 << self.bits) - 1, len(self.sizes) - 1
        return {one: digits >> self.bits * (last - number) & mask for number, one in enumerate(self.rest.members)}

    @cached_property
    def bits(self) -> int:
        """How many bits the digit of a place takes."""
        return len(self.rest.board.places).bit_length()
