"""Lists compared: what came, what went, what stands elsewhere, and what is another in a field."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from events.domain.comparing.values import ADDED, AREAS, CHANGED, MOVED, WITHDRAWN, Change
from events.domain.snapshot import plain


def moved(before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """Return the fewest of the common members whose move makes one order of the other; the same both ways round.

    O(n log n). Where several choices are as few, the one that the lesser of the two orders gives.
    """
    common = set(before) & set(after)
    first, second = ([one for one in order if one in common] for order in (before, after))
    if first == second:
        return frozenset()
    if second < first:
        first, second = second, first
    place = {one: number for number, one in enumerate(second)}
    return frozenset(common) - _longest([(place[one], one) for one in first])


def _longest(numbered: Sequence[tuple[int, str]]) -> frozenset[str]:
    """Return the members of a longest rising run of numbers, found by patience."""
    tops: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for index, (number, _) in enumerate(numbered):
        pile = bisect_left(tops, number)
        back.append(ends[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(number)
            ends.append(index)
        else:
            tops[pile], ends[pile] = number, index
    kept, index = [], ends[-1] if ends else -1
    while index >= 0:
        kept.append(numbered[index][1])
        index = back[index]
    return frozenset(kept)


def came_and_went(
    area: str, before: Mapping[str, str], after: Mapping[str, str], *, has_order: bool = True
) -> Iterator[Change]:
    """Yield what is in one list only, and what was moved; the mappings give the uuid of what holds each, in order."""
    for uuid, of in before.items():
        if uuid not in after:
            yield Change(area=area, uuid=uuid, what=WITHDRAWN, of=of)
    order, orders = moved(tuple(before), tuple(after)) if has_order else (), (_before(before), _before(after))
    for uuid, of in after.items():
        if uuid not in before:
            yield Change(area=area, uuid=uuid, what=ADDED, of=of)
        elif uuid in order:
            yield Change(area=area, uuid=uuid, what=MOVED, before=orders[0][uuid], after=orders[1][uuid], of=of)


def _before(order: Iterable[str]) -> dict[str, str]:
    found, last = {}, ""
    for one in order:
        found[one] = last
        last = one
    return found


def fields_of(area: str, uuid: str, before: Any, after: Any, *, of: str = "") -> Iterator[Change]:
    """Yield a change for each compared field of one thing that is another."""
    if before == after:
        return
    for name in AREAS[area].compared:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield Change(area=area, uuid=uuid, what=CHANGED, field=name, before=plain(old), after=plain(new), of=of)
