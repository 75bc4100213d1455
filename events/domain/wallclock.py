"""Wall clocks: naive datetimes to the minute, whose fold tells which of two; instants are aware and in UTC."""

import re
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

_TEXT = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::00(?:\.0+)?)?(?:#([12]))?", re.ASCII)
_NOT_PLACES = {"Factory", "localtime"}


class NonexistentTime(ValueError):
    """The wall clock is skipped when the clocks go forward in that zone."""


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

    Raises ValueError for anything else: dates that do not exist, and years before 1900 or after 2199, which are slips.
    """
    match = _TEXT.fullmatch(text)
    if match is None or not "1900" <= text[:4] <= "2199":
        raise ValueError(f"no wall clock: {text[:40]!r}")
    day, time, which = match.groups()
    return datetime.fromisoformat(f"{day}T{time}").replace(fold=int(which == "2"))


def problem(wall: datetime, zone: str, *, is_chosen: bool = False) -> str | None:
    """Return "missing" for a time the clocks skip, "twice" for one they show twice, None for any other.

    With `is_chosen` the fold is somebody's answer to that question, and "twice" is no longer asked.
    """
    if _is_missing(wall, zone):
        return "missing"
    return "twice" if not is_chosen and _is_twice(wall, zone) else None


def instant(wall: datetime, zone: str) -> datetime:
    """Return the instant of `wall` in `zone`, in UTC. Raises NonexistentTime for a time the clocks skip."""
    if _is_missing(wall, zone):
        raise NonexistentTime(f"{to_text(wall)} does not exist in {zone}")
    return nearest_instant(wall, zone)


def nearest_instant(wall: datetime, zone: str) -> datetime:
    """Return the instant of `wall` in UTC; a time the clocks skip is read as if they had not gone forward yet.

    For facts that were sound when typed and of which the zone's law was changed later. Source: PEP 495.
    """
    return wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def local(moment: datetime, zone: str) -> datetime:
    """Return the wall clock that shows at `moment` in `zone`: naive, its fold set for the second of two."""
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def plus(wall: datetime, length: timedelta, zone: str) -> datetime:
    """Return the wall clock `length` after `wall`, counted in real time. Raises NonexistentTime as `instant` does."""
    return local(instant(wall, zone) + length, zone)


def between(start: datetime, end: datetime, zone: str) -> timedelta:
    """Return the real time from one wall clock to another, negative when `end` is earlier. Raises NonexistentTime."""
    return instant(end, zone) - instant(start, zone)


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones() - _NOT_PLACES)


def _is_missing(wall: datetime, zone: str) -> bool:
    return local(nearest_instant(wall, zone), zone) != wall


def _is_twice(wall: datetime, zone: str) -> bool:
    first, second = (nearest_instant(wall.replace(fold=fold), zone) for fold in (0, 1))
    return first != second
