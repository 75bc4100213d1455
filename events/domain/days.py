"""The programme by the days on which it happens, for pages and prints alike.

A part or an item belongs to the day its start shows on clocks in the meeting's zone, whatever the hour; what begins
before midnight and lasts beyond it stays whole. Order is that of the programme: a fixed start out of order gives a day
twice.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import TypeVar

from events.domain.timing import ItemTiming, SegmentTiming, Timeline, to_minute
from events.domain.wallclock import local

Something = TypeVar("Something")


@dataclass(frozen=True, kw_only=True)
class Part:
    """What one day has of a segment; `is_continued` when the segment began on a day before."""

    segment: SegmentTiming
    items: tuple[ItemTiming, ...]
    is_continued: bool


@dataclass(frozen=True, kw_only=True)
class Day:
    """One day in the meeting's zone, with the parts of segments that it has."""

    on: date
    parts: tuple[Part, ...]


def day_of(moment: datetime, zone: str) -> date:
    """Return the day that calendars show at `moment` in `zone`."""
    return local(to_minute(moment), zone).date()


def by_day(
    timings: Iterable[Something], zone: str, *, start: Callable[[Something], datetime]
) -> Iterator[tuple[date, tuple[Something, ...]]]:
    """Yield each run of `timings` that begin on one day, with that day, in the order given."""
    for on, run in groupby(timings, key=lambda timing: day_of(start(timing), zone)):
        yield on, tuple(run)


def days(times: Timeline, zone: str) -> tuple[Day, ...]:
    """Return the days of the programme with what begins on them; none for a meeting without segments.

    A segment stands on the day of its first item, on that of its own start without items, and again on each further
    day on which one of its items begins.
    """
    found = by_day(
        _parts(times, zone), zone, start=lambda part: part.items[0].start if part.items else part.segment.start
    )
    return tuple(Day(on=on, parts=parts) for on, parts in found)


def _parts(times: Timeline, zone: str) -> Iterator[Part]:
    for segment in times.segments:
        runs = [items for _, items in by_day(segment.items, zone, start=lambda item: item.start)]
        for number, items in enumerate(runs or [()]):
            yield Part(segment=segment, items=items, is_continued=number > 0)
