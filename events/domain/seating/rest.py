"""What is left to seat once some sitters have their places: who, where they may start, and what that costs."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, compress

from events.domain.seating.board import Board, span, starts_over
from events.domain.seating.constraints import CONSTRAINTS, is_hard, other_of, pair_starts
from events.domain.seating.problem import Costs, Rule


@dataclass(frozen=True, kw_only=True)
class Scale:
    """The terms of a cost as digits of one int, so that the more important one always decides; `top` is the first."""

    inversions: int
    distance: int
    wishes: int
    changes: int

    @property
    def is_least_change(self) -> bool:
        """Whether changes come before all."""
        return self.changes > self.inversions

    @property
    def top(self) -> int:
        """What the most important term counts."""
        return max(self.inversions, self.changes)

    def packed(self, costs: Costs) -> int:
        """Return `costs` as one int; requests for accessible places are settled before and not in it."""
        terms = costs.inversions * self.inversions + costs.distance * self.distance
        return terms + costs.wishes * self.wishes + costs.changes * self.changes

    def unpacked(self, packed: int) -> Costs:
        """Return the costs that `packed` says."""
        terms = {}
        weights = {name: getattr(self, name) for name in ("inversions", "distance", "wishes", "changes")}
        for name, weight in sorted(weights.items(), key=lambda one: -one[1]):
            terms[name], packed = divmod(packed, weight)
        return Costs(**terms)


def scale_of(board: Board) -> Scale:
    """Return the scale of `board`: order, distance, wishes, changes; or, with least change, changes before all."""
    sitters, places = len(board.sitters), len(board.places)
    farthest = sitters * (places + max(board.due, default=0)) + 1
    changes = sitters + 1
    wishes = len(board.rules) + 1
    if board.problem.is_least_change:
        inversions = wishes * farthest
        return Scale(wishes=1, distance=wishes, inversions=inversions, changes=inversions * (sitters * sitters + 1))
    distance = changes * wishes
    return Scale(changes=1, wishes=changes, distance=distance, inversions=distance * farthest)


@dataclass(frozen=True, kw_only=True)
class Rest:
    """The `members` (in order) still to be seated beside those `fixed` (sitter to start), under `rules`.

    Only the hard rules that must hold are among `rules`.
    """

    board: Board
    rules: tuple[Rule, ...]
    fixed: Mapping[int, int]
    members: tuple[int, ...]

    @cached_property
    def taken(self) -> int:
        """The set of places of those fixed."""
        return sum(span(start, start + self.board.sizes[one]) for one, start in self.fixed.items())

    @cached_property
    def reach(self) -> tuple[int, ...]:
        """How many free places there are from each one to the end of its run or the next that is taken."""
        return self.board.stretch_without(self.taken)

    @cached_property
    def free(self) -> tuple[int, ...]:
        """The free places in walking order."""
        return tuple(place for place, reach in enumerate(self.reach) if reach)

    @cached_property
    def _fitting(self) -> dict[int, int]:
        sizes = {self.board.sizes[one] for one in self.members}
        return {size: sum(1 << place for place in self.free if self.reach[place] >= size) for size in sizes}

    @cached_property
    def pair_rules(self) -> dict[int, tuple[Rule, ...]]:
        """The rules that name each member and another one; hard ones and wishes."""
        found: dict[int, list[Rule]] = {one: [] for one in self.members}
        for rule in self.rules:
            named = [self.board.index[key] for key in rule.sitters]
            if len(named) == 2 and all(one in found for one in named):
                for one in named:
                    found[one].append(rule)
        return {one: tuple(rules) for one, rules in found.items()}

    @cached_property
    def lone_rules(self) -> dict[int, tuple[Rule, ...]]:
        """The rules that name each member alone, or with one that is fixed."""
        found: dict[int, list[Rule]] = {one: [] for one in self.members}
        for rule in self.rules:
            named = [self.board.index[key] for key in rule.sitters]
            inside = [one for one in named if one in found]
            if len(inside) == 1 and all(one in found or one in self.fixed for one in named):
                found[inside[0]].append(rule)
        return {one: tuple(rules) for one, rules in found.items()}

    def starts(self, sitter: int) -> int:
        """Return where `sitter` may start beside those fixed."""
        found = self._fitting[self.board.sizes[sitter]]
        for rule in self.lone_rules[sitter]:
            if is_hard(rule):
                found &= ~self._breaking(rule, sitter)
        return found

    def _breaking(self, rule: Rule, sitter: int) -> int:
        """Return where `sitter` starts when it breaks `rule`, which names no other member."""
        board, row = self.board, CONSTRAINTS[rule.kind]
        if row.sitters == 1:
            return starts_over(board.first_row, board.sizes[sitter])
        other = other_of(board, rule, sitter)
        related = pair_starts(board, rule, other, self.fixed[other])
        return span(0, len(board.places)) & ~related if row.wants else related

    def cells(self, sitter: int, scale: Scale, *, with_changes: bool = True) -> list[int]:
        """Return what `sitter` costs at each place of the room beside those fixed, on `scale`."""
        places, due = len(self.board.places), self.board.due[sitter]
        distance = scale.distance
        found = [*range(due * distance, (due - min(due, places)) * distance, -distance)]
        found += range(0, (places - due) * distance, distance)
        passed = bisect_left(self._fixed_order, sitter)
        if self._fixed_order:
            found = [one + count * scale.inversions for one, count in zip(found, self._against(passed), strict=True)]
        for rule in self.lone_rules[sitter]:
            breaking = 0 if is_hard(rule) else self._breaking(rule, sitter)
            for place in range(places if breaking else 0):
                found[place] += (breaking >> place & 1) * scale.wishes
        former = self.board.sitters[sitter].former
        if with_changes and former is not None:
            found = [one + scale.changes for one in found]
            if 0 <= former < places:
                found[former] -= scale.changes
        return found

    @cached_property
    def _fixed_order(self) -> list[int]:
        return sorted(self.fixed)

    @cached_property
    def _known_against(self) -> dict[int, list[int]]:
        return {}

    def _against(self, passed: int) -> list[int]:
        """Return, for each place, how many of those fixed sit against the order with one who comes after `passed`."""
        if passed not in self._known_against:
            steps = [0] * (len(self.board.places) + 1)
            for sitter in self._fixed_order[:passed]:
                steps[0] += 1
                steps[self.fixed[sitter]] -= 1
            for sitter in self._fixed_order[passed:]:
                steps[self.fixed[sitter] + 1] += 1
            self._known_against[passed] = list(accumulate(steps[:-1]))
        return self._known_against[passed]

    def on_free(self, cells: list[int]) -> list[int]:
        """Return those of `cells` that are of free places."""
        return list(compress(cells, self.reach))
