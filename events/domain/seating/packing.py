"""Whether sitters of several places fit into stretches, nobody split by an aisle, and where."""

from collections import Counter
from collections.abc import Sequence

# Beyond so many tries it counts as not fitting.
TRIES = 20_000


def packed(reach: Sequence[int], sizes: Sequence[int]) -> dict[int, list[int]] | None:
    """Return starts for each size in walking order, or None where `sizes` do not fit.

    `reach` is how many free places there are from each one to the end of its stretch. Larger ones are placed first,
    each into every stretch that has a length of its own; what failed once is not tried again.
    """
    free = sum(1 for one in reach if one)
    wanted = Counter(sizes)
    if sum(sizes) > free:
        return None
    stretches = [
        (place, length) for place, length in enumerate(reach) if length and (not place or reach[place - 1] <= 1)
    ]
    large = sorted((size for size in sizes if size > 1), reverse=True)
    lengths = [length for _, length in stretches]
    if any(_room(lengths, size) < sum(wanted[one] for one in wanted if one >= size) for size in set(large)):
        return None
    found = _filled(lengths, large)
    if found is None:
        return None
    starts: dict[int, list[int]] = {size: [] for size in wanted}
    nexts = [place for place, _ in stretches]
    for stretch, size in zip(found, large, strict=True):
        starts[size].append(nexts[stretch])
        nexts[stretch] += size
    left = [
        place for (first, length), now in zip(stretches, nexts, strict=True) for place in range(now, first + length)
    ]
    starts[1] = left[: wanted[1]]
    return {size: sorted(places) for size, places in starts.items()}


def _room(lengths: Sequence[int], size: int) -> int:
    return sum(length // size for length in lengths)


def _filled(lengths: list[int], sizes: Sequence[int]) -> list[int] | None:
    """Return the stretch of each of `sizes`, which fall, or None."""
    failed: set[tuple[int, tuple[int, ...]]] = set()
    chosen: list[int] = []
    ways = [_ways(lengths, sizes, 0)]
    while len(chosen) < len(sizes):
        stretch = next(ways[-1], None)
        if stretch is None:
            failed.add((len(chosen), tuple(sorted(lengths))))
            if not chosen or len(failed) > TRIES:
                return None
            ways.pop()
            last = chosen.pop()
            lengths[last] += sizes[len(chosen)]
            continue
        lengths[stretch] -= sizes[len(chosen)]
        if (len(chosen) + 1, tuple(sorted(lengths))) in failed:
            lengths[stretch] += sizes[len(chosen)]
            continue
        chosen.append(stretch)
        ways.append(_ways(lengths, sizes, len(chosen)))
    return chosen


def _ways(lengths: Sequence[int], sizes: Sequence[int], number: int):
    """Return the stretches to try for one sitter, the fullest first, one of each length."""
    if number == len(sizes):
        return iter(())
    by_length = {length: stretch for stretch, length in reversed(list(enumerate(lengths))) if length >= sizes[number]}
    return iter([by_length[length] for length in sorted(by_length)])
