"""Two programmes of 5,000 items compared, and told in words: processor time of each.

A line each: median, least and most of seven, after one that is not counted, with the aim; `row_us`, and the same at a
tenth of the size, tell whether the work grows with the size alone. Each item has a speech. `edited`: a twentieth of the
items moved, retitled or taken out, and all that follows is at another hour; `reversed`: the items of each segment from
the last to the first; `same`: the same facts twice, as read from two snapshots. Each run has facts of its own, so both
timelines are computed in it.
Run: .venv/bin/python tests/benchmarks/comparing.py; it ends with 1 when an aim is missed.
"""

import gc
import sys
from dataclasses import replace
from statistics import median
from time import process_time

from ground import tell

TIMES = 7
SIZE = 5_000
SEGMENTS = 10
AIMS_MS = {"same": 500, "edited": 500, "reversed": 500, "told": 1_000}


def programme(size):
    from tests.meeting_facts import item, meeting, roster, segment, speech

    each = size // SEGMENTS
    segments = [
        segment(
            *(
                item(uuid=f"i{part}-{n}", minutes=1 + n % 9, speeches=(speech(uuid=f"s{part}-{n}", minutes=1),))
                for n in range(each)
            ),
            uuid=f"part{part}",
        )
        for part in range(SEGMENTS)
    ]
    return replace(meeting(*segments), roster=roster(_delegation()))


def _delegation():
    from tests.meeting_facts import delegation

    return replace(delegation("ML"), uuid="delegation")


def edited(facts):
    """Of every twenty items one is retitled, in every second segment moved to its head, in every third taken out."""

    def change(number, segment):
        chosen = segment.items[::20]
        rest = [one for index, one in enumerate(segment.items) if index % 20]
        if number % 3 == 0:
            return replace(segment, items=tuple(rest))
        others = tuple(replace(one, title={"en": "New"}) for one in chosen)
        return replace(segment, items=(*others, *rest) if number % 2 else (*rest, *others))

    return replace(facts, segments=tuple(change(number, one) for number, one in enumerate(facts.segments)))


def backwards(facts):
    return replace(facts, segments=tuple(replace(one, items=one.items[::-1]) for one in facts.segments))


def again(facts):
    """The same facts, nothing computed from them yet, and no row the same object."""
    from events.domain.snapshot import from_json, to_json

    return from_json(to_json(facts))


def timed(work, before, after):
    seconds = []
    for number in range(TIMES + 1):
        pair = again(before), again(after)
        gc.collect()  # what making the facts left behind
        start = process_time()
        found = work(*pair)
        if number:
            seconds.append(process_time() - start)
    return seconds, found


def measure(name, work, change):
    few = SIZE // 10
    facts = {size: programme(size) for size in (SIZE, few)}
    (seconds, found), (less, _) = (timed(work, facts[size], change(facts[size])) for size in (SIZE, few))
    milliseconds = [one * 1000 for one in seconds]
    is_met = median(milliseconds) <= AIMS_MS[name]
    tell(
        work=name,
        items=SIZE,
        changes=len(found),
        cpu_ms=round(median(milliseconds), 1),
        least_ms=round(min(milliseconds), 1),
        most_ms=round(max(milliseconds), 1),
        row_us=round(median(milliseconds) * 1000 / SIZE, 1),
        row_us_at_a_tenth=round(median(less) * 1_000_000 / few, 1),
        aim_ms=AIMS_MS[name],
        is_met=is_met,
    )
    return is_met


def main():
    from events.documents.change_words import told
    from events.domain.revision import compare

    def in_words(before, after):
        found = told(compare(before, after), before, after, "fr")
        return (*found.substance, *found.shifts)

    met = [
        measure("same", compare, again),
        measure("edited", compare, edited),
        measure("reversed", compare, backwards),
        measure("told", in_words, edited),
    ]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
