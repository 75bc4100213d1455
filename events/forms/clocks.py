"""A wall clock as the clocks of the meeting show it, whose date a meeting of one day has already."""

from django.utils.translation import get_language, gettext

from participants.documents.places import of_place
from participants.domain.dates import day_text
from participants.forms.wallclock import WallClockFormField


class DayClockFormField(WallClockFormField):
    """A wall clock whose date need not be typed where the meeting has one `day`."""

    day = None

    def place(self, facts, *, hint=""):
        """Take zone and day from the meeting, and say so under the label."""
        self.zone = facts.roster.zone
        words = [str(hint), self.help_text]
        if facts.start.date() == facts.end.date():
            self.day = facts.start.date()
            language = get_language() or "en"
            values = {"of_place": of_place(self.zone, language), "day": day_text(self.day, language)}
            words[1] = gettext("Times %(of_place)s; without a date, %(day)s.") % values
        self.help_text = " ".join(word for word in words if word)

    def clean(self, value):
        if value and not value[0] and value[1] and self.day:
            value = [self.day.isoformat(), *value[1:]]
        return super().clean(value)
