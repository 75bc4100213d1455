"""The seating as if nobody had rules and each took one place: exact for that, fast, and never above the truth.

Among placements on free places two sitters against the order can always change places: one pair less is against the
order, and the sum of distances does not grow. So the best keeps the order, and a table over sitters and places finds
it. What it costs is a lower bound of every plan.
"""

from collections.abc import Iterable
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
        after = least_after(own)
        takes.append(bytes(map(eq, own, after)))
    offset, places = 0, []
    for number, taking in enumerate(reversed(takes)):
        offset = taking.index(1, offset)
        places.append(rest.free[number + offset])
    return after[0], places


def least_after(values: Iterable[int]) -> list[int]:
    """Return for each of `values` the least of it and those after it."""
    found = list(accumulate(reversed(list(values)), min))
    found.reverse()
    return found
