"""Wall clocks: naive datetimes to the minute, whose fold tells which of two; instants are aware and in UTC.

What both apps know of clocks stands in `participants.domain.zones` and is had from here too.
"""

import re
from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from participants.domain.zones import NonexistentTime as NonexistentTime
from participants.domain.zones import instant, is_sound, is_twice, local
from participants.domain.zones import nearest_instant as nearest_instant
from participants.domain.zones import problem as problem

_TEXT = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::00(?:\.0+)?)?(?:#([12]))?", re.ASCII)
_NOT_PLACES = {"Factory", "localtime"}


def is_zone(name: str) -> bool:
    """Return whether `name` is a zone of the tz database ("America/New_York")."""
    return name in _zones()


def to_text(wall: datetime) -> str:
    """Return "2017-09-20T15:30", with "#2" for the second of two; seconds are dropped, for clocks show minutes.

    Raises ValueError for an aware datetime, which is no wall clock.
    """
    if wall.tzinfo is not None:
        raise ValueError("a wall clock carries no zone")
    return wall.isoformat(timespec="minutes") + ("#2" if wall.fold else "")


def from_text(text: str) -> datetime:
    """Return the wall clock that `to_text` wrote; "#1", the first of two said outright, and seconds of zero are read.

    Raises ValueError for anything else: dates that do not exist, and years that are slips.
    """
    match = _TEXT.fullmatch(text)
    wall = match and datetime.fromisoformat(f"{match[1]}T{match[2]}").replace(fold=int(match[3] == "2"))
    if wall is None or not is_sound(wall):
        raise ValueError(f"no wall clock: {text[:40]!r}")
    return wall


def which_of_two(moment: datetime, zone: str) -> str:
    """Return which time the clocks keep at `moment` if they show that hour twice: "EDT", "UTC−3" where the zone has no
    letters for it; "" for any other hour.
    """
    if not is_twice(local(moment, zone), zone):
        return ""
    kept = moment.astimezone(ZoneInfo(zone))
    if kept.tzname().isalpha():
        return kept.tzname()
    minutes = round(kept.utcoffset().total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'−' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")


def plus(wall: datetime, length: timedelta, zone: str) -> datetime:
    """Return the wall clock `length` after `wall`, counted in real time. Raises NonexistentTime as `instant` does."""
    return local(instant(wall, zone) + length, zone)


def between(start: datetime, end: datetime, zone: str) -> timedelta:
    """Return the real time from one wall clock to another, negative when `end` is earlier. Raises NonexistentTime."""
    return instant(end, zone) - instant(start, zone)


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones() - _NOT_PLACES)
