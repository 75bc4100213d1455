"""Days and clocks as each language writes them: "20 September 2017", "1er octobre 2017", "15:30", "15 h 30".

The names of months and weekdays are those of CLDR; how a date is put together is the usage of the United Nations.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cached_property

from babel import Locale

from participants.domain.french import day_of_month
from participants.domain.names import NBSP


def _clock(hour: int, minute: int) -> str:
    return f"{hour:02}:{minute:02}"


def _clock_fr(hour: int, minute: int) -> str:
    return f"{hour}{NBSP}h{NBSP}{minute:02}" if minute else f"{hour}{NBSP}h"


def _clock_in_sentence_fr(hour: int, minute: int) -> str:
    return _clock_fr(hour, minute) if minute else f"{hour}{NBSP}{'heures' if hour > 1 else 'heure'}"


def _clock_es(hour: int, minute: int) -> str:
    return f"{hour}.{minute:02}"


@dataclass(frozen=True, kw_only=True)
class DateForms:
    """How one language writes dates: day and month, the year after them, the weekday with them; hour with minute,
    and as sentences have it where that differs.

    `locales` name the months; where there are two, both names stand with a stroke, as UN texts in Arabic have them.
    """

    locales: tuple[str, ...]
    day: str
    with_year: str
    with_weekday: str
    clock: Callable[[int, int], str] = _clock
    clock_in_sentence: Callable[[int, int], str] | None = None
    day_of_month: Callable[[int], str] = str

    @cached_property
    def months(self) -> tuple[str, ...]:
        """The names of the months as dates have them, January first."""
        names = [Locale.parse(code).months["format"]["wide"] for code in self.locales]
        return tuple("/".join(name[month] for name in names) for month in range(1, 13))

    @cached_property
    def weekdays(self) -> tuple[str, ...]:
        """The names of the weekdays, Monday first."""
        names = Locale.parse(self.locales[-1]).days["format"]["wide"]
        return tuple(names[day] for day in range(7))


DATE_FORMS: dict[str, DateForms] = {
    "en": DateForms(
        locales=("en",),
        day="{day} {month}",
        with_year="{date} {year}",
        with_weekday="{weekday}, {date}",
    ),
    "fr": DateForms(
        locales=("fr",),
        day=f"{{day}}{NBSP}{{month}}",
        with_year="{date} {year}",
        with_weekday="{weekday} {date}",
        clock=_clock_fr,
        clock_in_sentence=_clock_in_sentence_fr,
        day_of_month=day_of_month,
    ),
    "es": DateForms(
        locales=("es",),
        day=f"{{day}}{NBSP}de {{month}}",
        with_year="{date} de {year}",
        with_weekday="{weekday}, {date}",
        clock=_clock_es,
    ),
    "ru": DateForms(
        locales=("ru",),
        day=f"{{day}}{NBSP}{{month}}",
        with_year=f"{{date}} {{year}}{NBSP}года",
        with_weekday="{weekday}, {date}",
    ),
    "ar": DateForms(
        locales=("ar_LB", "ar"),
        day=f"{{day}}{NBSP}{{month}}",
        with_year=f"{{date}}{NBSP}{{year}}",
        with_weekday="{weekday}، {date}",
    ),
    "zh": DateForms(
        locales=("zh",), day="{number}月{day}日", with_year="{year}年{date}", with_weekday="{date}{weekday}"
    ),
}


def day_text(day: date, language: str, *, has_weekday: bool = False, has_year: bool = True) -> str:
    """Return the day in words: "Wednesday, 20 September 2017", "mercredi 20 septembre 2017", "1er octobre".

    In all languages but English and Chinese a no-break space holds the day to the month.
    """
    forms = DATE_FORMS[language]
    month = forms.months[day.month - 1]
    words = forms.day.format(day=forms.day_of_month(day.day), month=month, number=day.month)
    if has_year:
        words = forms.with_year.format(date=words, year=day.year)
    return forms.with_weekday.format(date=words, weekday=forms.weekdays[day.weekday()]) if has_weekday else words


def clock_text(wall: datetime | time, language: str) -> str:
    """Return the time of day: "15:30", "15 h 30", "15 h" with no-break spaces; seconds are not shown."""
    return DATE_FORMS[language].clock(wall.hour, wall.minute)


def clock_in_sentence_text(wall: datetime | time, language: str) -> str:
    """Return the time of day as sentences have it: "15:30", "15 h 30", "15 heures" on the hour."""
    forms = DATE_FORMS[language]
    return (forms.clock_in_sentence or forms.clock)(wall.hour, wall.minute)


def moment_text(wall: datetime, language: str) -> str:
    """Return day and time of a wall clock: "20 September 2017, 15:30"."""
    return f"{day_text(wall, language)}, {clock_text(wall, language)}"


def span_text(start: datetime, end: datetime, language: str) -> str:
    """Return from when to when: day once if both fall on it, each with its own day otherwise."""
    if start.date() == end.date():
        return f"{day_text(start, language)}, {clock_text(start, language)}–{clock_text(end, language)}"
    return f"{moment_text(start, language)} – {moment_text(end, language)}"
