"""Instants as pages show them: with the day where it could be mistaken, and which of two where clocks show both."""

from datetime import time

from events.domain.days import day_of
from events.domain.timing import to_minute, whole_minutes
from events.domain.wallclock import local, which_of_two
from participants.domain.dates import clock_text, day_text
from participants.domain.names import NBSP


def clock_words(moment, *, zone, language, on):
    """The time, with the day before it where it is not `on`: "23:30", "1 November, 03:00", "01:30 EDT"."""
    wall = local(to_minute(moment), zone)
    clock = NBSP.join(part for part in (clock_text(wall, language), which_of_two(to_minute(moment), zone)) if part)
    if wall.date() == on:
        return clock
    return f"{day_text(wall, language, has_year=wall.year != on.year)}, {clock}"


def dash(timing, zone):
    """What stands between start and end: with blanks where the end has its own day."""
    return "–" if day_of(timing.start, zone) == day_of(timing.end, zone) else " – "


def figure(moments, *, zone, language):
    """Each of several instants as a big clock, each with its day where they do not fall on one."""
    found = {name: day_of(moment, zone) for name, moment in moments.items()}
    has_days = len(set(found.values())) > 1
    return {
        name: {
            "clock": clock_words(moment, zone=zone, language=language, on=found[name]),
            "day": day_text(found[name], language) if has_days else "",
            "wall": local(to_minute(moment), zone),
        }
        for name, moment in moments.items()
    }


def length_words(length):
    hours, minutes = divmod(whole_minutes(length), 60)
    parts = [f"{hours}{NBSP}h"] if hours else []
    return NBSP.join([*parts, f"{minutes}{NBSP}min"] if minutes or not hours else parts)


def length_between(start, end):
    # As the printed clocks have it: "15:30–15:40" is never eleven minutes long. Seconds alone count as a minute.
    return length_words((to_minute(end) - to_minute(start)) or end - start)


def seconds(moment):
    """An instant for scripts, in whole seconds of UTC; "" for none."""
    return "" if moment is None else str(round(moment.timestamp()))


def span(length):
    """A length for scripts, in whole seconds."""
    return str(round(length.total_seconds()))


def clock_forms(language):
    """How scripts write a clock: "HH:mm", "H h mm" without a nought before the hour, and another form on the hour."""
    forms = {"clock": time(9, 43), "clock_whole": time(9)}
    return {
        name: clock_text(wall, language).replace("09", "HH").replace("9", "H").replace("43", "mm")
        for name, wall in forms.items()
    }
