"""Times as the clocks of the meeting show them: instants, and wall clocks of a meeting of one day."""

from datetime import datetime

from django.utils.translation import get_language, gettext

from events.domain import wallclock
from events.forms.wallclock import WallClockFormField
from participants.domain.dates import day_text


class DayClockFormField(WallClockFormField):
    """A wall clock whose date need not be typed where the meeting has one `day`."""

    day = None

    def place(self, facts, *, hint=""):
        """Take zone and day from the meeting, and say so under the label."""
        self.zone = facts.roster.zone
        words = [str(hint), self.help_text]
        if facts.start.date() == facts.end.date():
            self.day = facts.start.date()
            day = day_text(self.day, get_language() or "en")
            words[1] = gettext("Times of %(zone)s; without a date, %(day)s.") % {"zone": self.zone, "day": day}
        self.help_text = " ".join(word for word in words if word)

    def clean(self, value):
        if value and not value[0] and value[1] and self.day:
            value = [self.day.isoformat(), *value[1:]]
        return super().clean(value)


class InstantFormField(WallClockFormField):
    """Gives an aware datetime; its zone must be set."""

    def prepare_value(self, value):
        return wallclock.local(value, self.zone) if is_instant(value) else value

    def clean(self, value):
        wall = super().clean(value)
        return wallclock.instant(wall, self.zone) if wall else None

    def to_compare(self, data):
        wall = super().to_compare(data)
        return wallclock.nearest_instant(wall, self.zone) if wall else None

    def shown(self, value):
        return super().shown(self.prepare_value(value))


def is_instant(value):
    return isinstance(value, datetime) and value.tzinfo is not None
