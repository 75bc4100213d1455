"""The seating as if there were no rules between sitters and each took one place: exact, fast, and never above the truth.

Among placements on free places two sitters against the order can always change places: one pair less is against the
order, and the sum of distances does not grow. So the best keeps the order, and a table over sitters and places finds
it. What it costs is a lower bound of every plan.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from operator import add, eq

from events.domain.seating.rest import Rest, Scale


def in_order(rest: Rest, scale: Scale) -> tuple[int, list[int]]:
    """Return the least cost, without changes where these come first, and the places of the members, in order.

    Of several such plans it is the one with the lowest places, looked at in the order of the sitters. O(places *
    sitters). Raises ValueError when there are more members than free places.
    """
    count, width = len(rest.members), len(rest.free) - len(rest.members) + 1
    if width < 1:
        raise ValueError("There are more sitters than places.")
    after, takes = [0] * width, []
    for number in reversed(range(count)):
        cells = rest.on_free(rest.cells(rest.members[number], scale, with_changes=scale.changes < scale.inversions))
        own = list(map(add, cells[number : number + width], after))
        after = _least_after(own)
        takes.append(bytes(map(eq, own, after)))
    offset, places = 0, []
    for number, taking in enumerate(reversed(takes)):
        offset = taking.index(1, offset)
        places.append(rest.free[number + offset])
    return after[0], places


def _least_after(values: Sequence[int]) -> list[int]:
    found = list(accumulate(reversed(values), min))
    found.reverse()
    return found


@dataclass(frozen=True, kw_only=True)
class Relaxed:
    """The lower bounds of any set of members that starts at any place, worked out as they are asked for."""

    rest: Rest
    scale: Scale

    @cached_property
    def cells(self) -> list[list[int]]:
        """What each member costs at each free place, without changes where these come first."""
        with_changes = self.scale.changes < self.scale.inversions
        members = self.rest.members
        return [self.rest.on_free(self.rest.cells(one, self.scale, with_changes=with_changes)) for one in members]

    @cached_property
    def _rows(self) -> dict[int, list[int]]:
        return {0: [0] * (len(self.rest.free) + 1)}

    def row(self, waiting: int) -> list[int]:
        """Return the least cost of the set `waiting` of members on the free places from each one on, in walking order.

        Where it ends, there are fewer places than members.
        """
        rows, chain, left = self._rows, [], waiting
        while left not in rows:
            chain.append(left)
            left &= left - 1
        for one in reversed(chain):
            number = (one & -one).bit_length() - 1
            # The row after is longer by one, so the last place that leaves room for the others ends this one.
            after = rows[one & one - 1]
            rows[one] = _least_after(list(map(add, self.cells[number], after[1:])))
        return rows[waiting]
