"""Days and clocks as each language writes them: "20 September 2017", "1er octobre 2017", "15:30", "15 h 30"."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from participants.domain.french import day_of_month
from participants.domain.names import NBSP


@dataclass(frozen=True, kw_only=True)
class DateForms:
    """How one language writes dates: names of months and weekdays (Monday first), day with month, hour with minute.

    `after_weekday` stands between the weekday and the day.
    """

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    day_and_month: Callable[[int, str], str]
    clock: Callable[[int, int], str]
    after_weekday: str = " "


def _day_en(day: int, month: str) -> str:
    return f"{day} {month}"


def _day_fr(day: int, month: str) -> str:
    return f"{day_of_month(day)}{NBSP}{month}"


def _clock_en(hour: int, minute: int) -> str:
    return f"{hour:02}:{minute:02}"


def _clock_fr(hour: int, minute: int) -> str:
    return f"{hour}{NBSP}h{NBSP}{minute:02}" if minute else f"{hour}{NBSP}h"


DATE_FORMS: dict[str, DateForms] = {
    "en": DateForms(
        months=(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ),
        weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        day_and_month=_day_en,
        clock=_clock_en,
        after_weekday=", ",
    ),
    "fr": DateForms(
        months=(
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ),
        weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        day_and_month=_day_fr,
        clock=_clock_fr,
    ),
}


def day_text(day: date, language: str, *, has_weekday: bool = False, has_year: bool = True) -> str:
    """Return the day in words: "Wednesday, 20 September 2017", "mercredi 20 septembre 2017", "1er octobre".

    French holds day and month together by a no-break space.
    """
    forms = DATE_FORMS[language]
    words = forms.day_and_month(day.day, forms.months[day.month - 1])
    if has_weekday:
        words = f"{forms.weekdays[day.weekday()]}{forms.after_weekday}{words}"
    return f"{words} {day.year}" if has_year else words


def clock_text(wall: datetime | time, language: str) -> str:
    """Return the time of day: "15:30", "15 h 30" with no-break spaces, "15 h" on the hour; seconds are not shown."""
    return DATE_FORMS[language].clock(wall.hour, wall.minute)


def moment_text(wall: datetime, language: str) -> str:
    """Return day and time of a wall clock: "20 September 2017, 15:30"."""
    return f"{day_text(wall, language)}, {clock_text(wall, language)}"


def span_text(start: datetime, end: datetime, language: str) -> str:
    """Return from when to when: day once if both fall on it, each with its own day otherwise."""
    if start.date() == end.date():
        return f"{day_text(start, language)}, {clock_text(start, language)}–{clock_text(end, language)}"
    return f"{moment_text(start, language)} – {moment_text(end, language)}"
