"""Wall clocks and calendar identities."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.domain import wallclock
from participants.models.fields import Versioned


class WallClockField(models.CharField):
    """A wall clock in the meeting's zone: a naive datetime whose fold tells which of two is meant.

    Stored as "2017-09-20T15:30", with "#2" for the second of two, so that text order is time order.
    """

    def __init__(self, *args, **kwargs):
        kwargs["max_length"] = 18
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, kwargs

    def from_db_value(self, value, expression, connection):
        return wallclock.from_text(value) if value else None

    def to_python(self, value):
        if not isinstance(value, str):
            return value or None
        try:
            return wallclock.from_text(value) if value else None
        except ValueError as error:
            raise ValidationError(_("Give a date and a time.")) from error

    def run_validators(self, value):
        # The inherited validator measures the text's length; a datetime has none.
        return

    def get_prep_value(self, value):
        value = self.to_python(value)
        return wallclock.to_text(value) if value else None

    def value_to_string(self, obj):
        return self.get_prep_value(self.value_from_object(obj)) or ""


class CalendarEntry(Versioned):
    """What has an identity in calendars: its sequence rises by one when it is issued with other content than before."""

    sequence = models.PositiveIntegerField(default=0, editable=False)
    entry_changed_at = models.DateTimeField(editable=False)
    entry_created_at = models.DateTimeField(editable=False)
    entry_digest = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        abstract = True
