"""When people sit: what lasts for days as one stretch a day, since an entry over several days blocks their nights.

The rules: what is no longer than LONGEST_SITTING stays whole, on the day it begins, also when it runs past midnight.
A longer meeting has the stretches of its segments, a longer segment those of its items if each of its days has some.
Whatever is too long still is cut at midnight, because nothing says when people go home. Stretches of one day become
one, from the first start to the last end.

The number of a day counts the days of the calendar from the first, whether or not anything happens on those between.
So the identity that is made of it survives a move of the whole, a part taken out, and a day that becomes free; only
a new first day gives the identities to other days, as a move does.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from events.domain.days import day_of
from events.domain.timing import ItemTiming, SegmentTiming, Timeline
from events.domain.wallclock import nearest_instant

# An evening that ends at two in the morning is one sitting; what is longer than this goes on over a night.
LONGEST_SITTING = timedelta(hours=14)
Stretch = tuple[datetime, datetime]


@dataclass(frozen=True, kw_only=True)
class Sitting:
    """One day's stretch, instants in UTC; `day` is 1 on the day on which the whole begins."""

    day: int
    start: datetime
    end: datetime


def meeting_sittings(times: Timeline, zone: str) -> tuple[Sitting, ...]:
    """Return the sittings of the whole meeting by day, at least one.

    Its own start and end bound the first and the last of them, or stand as a stretch of their own where nothing of
    the programme lies on that day. A meeting whose programme is not known is cut at midnight.
    """
    whole = (times.start, times.end)
    if not _is_long(whole) or not times.segments:
        return _sittings([whole], zone)
    parts = [stretch for segment in times.segments for stretch in _segment_stretches(segment, zone)]
    by_day = sorted(_by_day(parts, zone).values())
    first, last = by_day[0], by_day[-1]
    if day_of(first[0], zone) == day_of(times.start, zone):
        by_day[0] = (times.start, first[1])
    elif times.start < first[0]:
        by_day.insert(0, next(_cut(whole, zone)))
    if day_of(last[0], zone) == day_of(times.end, zone) or _is_evening(last, times.end):
        by_day[-1] = (by_day[-1][0], times.end)
    elif last[1] < times.end:
        by_day.append(list(_cut(whole, zone))[-1])
    return _sittings([one for one in by_day if one[0] < one[1]], zone, first_on=day_of(times.start, zone))


def segment_sittings(segment: SegmentTiming, zone: str) -> tuple[Sitting, ...]:
    """Return the sittings of a segment by day."""
    return _sittings(_segment_stretches(segment, zone), zone)


def item_sittings(item: ItemTiming, zone: str) -> tuple[Sitting, ...]:
    """Return the sittings of an item by day."""
    return _sittings([(item.start, item.end)], zone)


def _segment_stretches(segment: SegmentTiming, zone: str) -> list[Stretch]:
    days = list(_cut((segment.start, segment.end), zone))
    items = [stretch for item in segment.items for stretch in _cut((item.start, item.end), zone)]
    is_planned = {day_of(start, zone) for start, _ in days} <= {day_of(start, zone) for start, _ in items}
    return items if len(days) > 1 and is_planned else days


def _sittings(stretches: Iterable[Stretch], zone: str, *, first_on: date | None = None) -> tuple[Sitting, ...]:
    found = _by_day((part for one in stretches for part in _cut(one, zone)), zone)
    first = first_on or min(found)
    return tuple(Sitting(day=(on - first).days + 1, start=start, end=end) for on, (start, end) in sorted(found.items()))


def _by_day(stretches: Iterable[Stretch], zone: str) -> dict[date, Stretch]:
    found: dict[date, Stretch] = {}
    for start, end in stretches:
        on = day_of(start, zone)
        known = found.get(on, (start, end))
        found[on] = (min(start, known[0]), max(end, known[1]))
    return found


def _cut(stretch: Stretch, zone: str) -> Iterator[Stretch]:
    start, end = stretch
    while _is_long(stretch):
        night = nearest_instant(datetime.combine(day_of(start, zone) + timedelta(days=1), time()), zone)
        if night >= end:
            break
        yield start, night
        start = night
    yield start, end


def _is_long(stretch: Stretch) -> bool:
    return stretch[1] - stretch[0] > LONGEST_SITTING


def _is_evening(last: Stretch, end: datetime) -> bool:
    return last[1] <= end and not _is_long((last[0], end))
