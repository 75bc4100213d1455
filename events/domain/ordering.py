"""Orders of a list as people make them: one step up or down, a place typed, two orders that must become one."""

from collections.abc import Mapping, Sequence


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
