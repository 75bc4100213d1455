"""Orders of a list as people make them: one step up or down, a place typed, two orders that must become one."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Move:
    """One row that went from place `old` to place `new`, counted from 1; None where the list lacked it or lacks it."""

    key: str
    old: int | None
    new: int | None


def moved_by(order: Sequence[str], key: str, step: int) -> tuple[str, ...]:
    """Return `order` with `key` moved by `step` places, up when negative, at most to either end.

    An order without `key` is returned as it is.
    """
    if key not in order:
        return tuple(order)
    return placed_at(order, {key: order.index(key) + 1 + step})


def placed_at(order: Sequence[str], places: Mapping[str, int]) -> tuple[str, ...]:
    """Return `order` with each key of `places` taken out and put at its place, counted from 1, smaller places first.

    A place beyond either end is that end; equal places keep the order that the keys had; keys not in `order` are left
    out of account.
    """
    wanted = {key: place for key, place in places.items() if key in order}
    result = [key for key in order if key not in wanted]
    for key in sorted(wanted, key=lambda one: (wanted[one], order.index(one))):
        result.insert(max(wanted[key] - 1, 0), key)
    return tuple(result)


def merged(yours: Sequence[str], now: Sequence[str]) -> tuple[str, ...]:
    """Return the keys of `now` in the order of `yours`; one that `yours` lacks follows what it follows in `now`."""
    result = [key for key in yours if key in now]
    for place, key in enumerate(now):
        if key not in result:
            result.insert(result.index(now[place - 1]) + 1 if place else 0, key)
    return tuple(result)


def moves(before: Sequence[str], after: Sequence[str]) -> tuple[Move, ...]:
    """Return the fewest moves that make `after` of `before`, by their new places, what was taken out last."""
    old = {key: place for place, key in enumerate(before, 1)}
    new = {key: place for place, key in enumerate(after, 1)}
    stayed = _longest_rising([key for key in after if key in old], old)
    moved = [Move(key=key, old=old.get(key), new=new[key]) for key in after if key not in stayed]
    return (*moved, *(Move(key=key, old=old[key], new=None) for key in before if key not in new))


def _longest_rising(keys: Sequence[str], places: Mapping[str, int]) -> set[str]:
    """Return the most keys that stand in the order of their places, by the ends of the best runs of each length."""
    ends: list[int] = []
    last: list[str] = []
    before: dict[str, str] = {}
    for key in keys:
        length = bisect_left(ends, places[key])
        if length:
            before[key] = last[length - 1]
        ends[length : length + 1], last[length : length + 1] = [places[key]], [key]
    found: set[str] = set()
    key = last[-1] if last else ""
    while key:
        found.add(key)
        key = before.get(key, "")
    return found
