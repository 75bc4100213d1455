"""The rules of a time zone as calendars can follow them: one yearly rule for each of two changes, or none."""

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, kw_only=True)
class Onset:
    """One change of a zone's clocks, or its standing offset when `week` is 0.

    `start` is the first onset as a wall clock in the offset before it; later ones fall each year in `month` on the
    `week`-th (from 1; -1 the last) `weekday` ("SU") at the same time.
    """

    name: str
    is_daylight: bool
    offset_from: timedelta
    offset_to: timedelta
    start: datetime
    month: int = 0
    week: int = 0
    weekday: str = ""


@lru_cache(maxsize=256)
def onsets(zone: str, first_year: int, last_year: int) -> tuple[Onset, ...] | None:
    """Return the rules that hold in `zone` from the year before `first_year` to the year after `last_year`.

    Two of them, in order of `start`, or one where the clocks never change; None where no two yearly rules describe
    those years (Casablanca), which are then best told in UTC. Source: RFC 5545, section 3.6.5; Outlook follows yearly
    rules with one weekday, and no lists of dates.
    """
    years = range(first_year - 1, last_year + 2)
    info = ZoneInfo(zone)
    changes = list(_changes(info, years))
    if not changes:
        return _standing(info, years[0])
    groups: dict[tuple[timedelta, timedelta], list[datetime]] = {}
    for change in changes:
        before, after = _offset(info, change - SECOND), _offset(info, change)
        groups.setdefault((before, after), []).append(change)
    if len(groups) != 2 or any(len(group) != len(years) for group in groups.values()):
        return None
    found = [_onset(info, offsets, group) for offsets, group in groups.items()]
    return tuple(sorted(filter(None, found), key=lambda onset: onset.start)) if all(found) else None


def _offset(info: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(info).utcoffset() or timedelta(0)


def _changes(info: ZoneInfo, years: range) -> Iterator[datetime]:
    moment, end = datetime(years[0], 1, 1, tzinfo=UTC), datetime(years[-1] + 1, 1, 1, tzinfo=UTC)
    while moment < end:
        if _offset(info, moment) != _offset(info, moment + DAY):
            yield _between(info, moment, moment + DAY)
        moment += DAY


def _between(info: ZoneInfo, low: datetime, high: datetime) -> datetime:
    before = _offset(info, low)
    while high - low > SECOND:
        middle = low + (high - low) // 2
        low, high = (middle, high) if _offset(info, middle) == before else (low, middle)
    return high.replace(microsecond=0)


def _standing(info: ZoneInfo, year: int) -> tuple[Onset, ...] | None:
    start = datetime(year, 1, 1)
    offset = _offset(info, start.replace(tzinfo=UTC))
    if offset.seconds % 60:
        return None
    name = start.replace(tzinfo=info).tzname() or ""
    return (Onset(name=name, is_daylight=False, offset_from=offset, offset_to=offset, start=start),)


def _onset(info: ZoneInfo, offsets: tuple[timedelta, timedelta], changes: Sequence[datetime]) -> Onset | None:
    before, after = offsets
    walls = [(change + before).replace(tzinfo=None) for change in changes]
    weeks = set.intersection(*(_weeks(wall) for wall in walls))
    kinds = {(wall.month, wall.weekday(), wall.time()) for wall in walls}
    if len(kinds) != 1 or not weeks:
        return None
    return Onset(
        name=changes[0].astimezone(info).tzname() or "",
        is_daylight=after > before,
        offset_from=before,
        offset_to=after,
        start=walls[0],
        month=walls[0].month,
        week=-1 if -1 in weeks else min(weeks),
        weekday=WEEKDAYS[walls[0].weekday()],
    )


def _weeks(wall: datetime) -> set[int]:
    weeks = {(wall.day - 1) // 7 + 1}
    return weeks | {-1} if wall.day + 7 > calendar.monthrange(wall.year, wall.month)[1] else weeks
