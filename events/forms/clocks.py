"""An instant, typed as what the clocks of the meeting show."""

from datetime import datetime

from events.domain import wallclock
from events.forms.wallclock import WallClockFormField


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
