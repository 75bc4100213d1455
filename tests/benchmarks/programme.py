"""The programme of 5,000 items computed, and the fit of a list of 5,000 speeches: processor time of each.

A line each: median, least and most of seven, after one that is not counted, with the aim; `row_us`, and the same at a
tenth of the size, tell whether the work grows with the size alone. `preview` is that list with another limit.
Run: .venv/bin/python tests/benchmarks/programme.py; it ends with 1 when an aim is missed.
"""

import sys
from dataclasses import replace
from statistics import median
from time import process_time

from ground import tell

TIMES = 7
SIZE = 5_000
AIMS_MS = {"timeline": 65, "fit": 20, "preview": 65}


def timed(work, facts):
    """Seconds of processor time for each of several runs; each has facts of its own, for answers are kept with them."""
    seconds = []
    for number in range(TIMES + 1):
        given = replace(facts)
        start = process_time()
        work(given)
        if number:
            seconds.append(process_time() - start)
    return seconds


def items(size):
    from events.domain.items import ITEM_KINDS
    from tests.meeting_facts import item, meeting, segment

    kinds = list(ITEM_KINDS)
    rows = (item(kind=kinds[number % len(kinds)], minutes=1 + number % 9) for number in range(size))
    return meeting(segment(*rows))


def speakers(size):
    from tests.meeting_facts import item, meeting, segment, speech

    rows = tuple(speech(minutes=None if number % 3 else 4) for number in range(size))
    return meeting(segment(item(kind="debate", speeches=rows, uuid="list"), item(kind="conclusion", minutes=5)))


def measure(name, work, facts, few):
    least = min(timed(work, few))
    seconds = timed(work, facts)
    figures = {
        "cpu_ms": round(median(seconds) * 1000, 1),
        "least_ms": round(min(seconds) * 1000, 1),
        "most_ms": round(max(seconds) * 1000, 1),
        "row_us": round(min(seconds) / SIZE * 1e6, 2),
        "row_us_at_a_tenth": round(least / (SIZE // 10) * 1e6, 2),
    }
    is_met = figures["cpu_ms"] <= AIMS_MS[name]
    tell(what=name, rows=SIZE, **figures, aim_ms=AIMS_MS[name], is_met=is_met)
    return is_met


def main():
    from events.domain.fitting import fit, with_limit
    from events.domain.timeline import timeline

    def fitted(facts):
        return fit(plans[len(facts.segments[0].items[0].speeches)], "list").longest

    few = SIZE // 10
    lists = {size: speakers(size) for size in (few, SIZE)}
    plans = {size: timeline(facts) for size, facts in lists.items()}
    met = [
        measure("timeline", timeline, items(SIZE), items(few)),
        measure("fit", fitted, lists[SIZE], lists[few]),
        measure("preview", lambda facts: timeline(with_limit(facts, {"list"}, 45)), lists[SIZE], lists[few]),
    ]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
