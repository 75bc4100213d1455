"""What clocks in a zone show: instants as wall clocks, wall clocks as instants, hours skipped or shown twice.

Wall clocks are naive datetimes to the minute, whose fold tells which of two; instants are aware and in UTC.
"""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

FIRST_YEAR, LAST_YEAR = 1900, 2199


class NonexistentTime(ValueError):
    """The wall clock is skipped when the clocks go forward in that zone."""


def is_sound(day: date) -> bool:
    """Return whether the year of `day` is one a meeting can have; any other is a slip, and clocks fail at its ends."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def problem(wall: datetime, zone: str, *, is_chosen: bool = False) -> str | None:
    """Return "missing" for a time the clocks skip, "twice" for one they show twice, None for any other.

    With `is_chosen` the fold is somebody's answer to that question, and "twice" is no longer asked.
    """
    if is_missing(wall, zone):
        return "missing"
    return "twice" if not is_chosen and is_twice(wall, zone) else None


def instant(wall: datetime, zone: str) -> datetime:
    """Return the instant of `wall` in `zone`, in UTC. Raises NonexistentTime for a time the clocks skip."""
    if is_missing(wall, zone):
        raise NonexistentTime(f"{wall.isoformat(timespec='minutes')} does not exist in {zone}")
    return nearest_instant(wall, zone)


def nearest_instant(wall: datetime, zone: str) -> datetime:
    """Return the instant of `wall` in UTC; a time the clocks skip is read as if they had not gone forward yet.

    For facts that were sound when typed and of which the zone's law was changed later. Source: PEP 495.
    """
    return wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def local(moment: datetime, zone: str) -> datetime:
    """Return the wall clock that shows at `moment` in `zone`: naive, its fold set for the second of two."""
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def is_missing(wall: datetime, zone: str) -> bool:
    """Return whether the clocks of `zone` go forward over `wall`."""
    return local(nearest_instant(wall, zone), zone) != wall


def is_twice(wall: datetime, zone: str) -> bool:
    """Return whether the clocks of `zone` go back and show `wall` twice."""
    first, second = (nearest_instant(wall.replace(fold=fold), zone) for fold in (0, 1))
    return first != second
