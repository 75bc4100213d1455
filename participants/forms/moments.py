"""An instant typed as date and time in the meeting's zone."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from participants.domain.dates import moment_text


class MomentWidget(forms.MultiWidget):
    template_name = "widgets/wallclock.html"
    use_fieldset = True

    def __init__(self, attrs=None):
        own = {"class": "form-control"}
        day = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "aria-label": _("Date")} | own)
        time = forms.TimeInput(format="%H:%M", attrs={"type": "time", "aria-label": _("Time")} | own)
        self.zone = "UTC"
        super().__init__({"date": day, "time": time}, attrs)

    def decompress(self, value):
        local = value and value.astimezone(ZoneInfo(self.zone))
        return [local.date(), local.time()] if local else [None, None]

    def id_for_label(self, id_):
        return f"{id_}_0" if id_ else id_


class MomentFormField(forms.MultiValueField):
    """Gives an aware datetime; of an hour that the clocks show twice the first is taken. `zone` is set by the form."""

    widget = MomentWidget

    def __init__(self, **kwargs):
        fields = [
            forms.DateField(error_messages={"invalid": _("Give a date that exists, such as 2017-09-20.")}),
            forms.TimeField(error_messages={"invalid": _("Give a time between 00:00 and 23:59.")}),
        ]
        super().__init__(fields, require_all_fields=False, **kwargs)
        for field, words in zip(self.fields, (_("Give the date."), _("Give the time.")), strict=True):
            field.error_messages["incomplete"] = words

    def in_zone(self, zone):
        self.widget.zone = zone
        self.help_text = gettext("Times of %(zone)s.") % {"zone": zone}

    def clean(self, value):
        return super().clean(value if value and any(value) else None)

    def compress(self, data_list):
        if not data_list or not all(one not in (None, "") for one in data_list):
            return None
        day, time = data_list
        if not 1900 <= day.year <= 2199:
            raise ValidationError(_("Give a year between 1900 and 2199."))
        local = datetime.combine(day, time.replace(second=0, microsecond=0), ZoneInfo(self.widget.zone))
        instant = local.astimezone(UTC)
        if instant.astimezone(local.tzinfo).replace(tzinfo=None) != local.replace(tzinfo=None):
            raise ValidationError(_("The clocks skip this time that night. Choose another."))
        return instant

    def has_changed(self, initial, data):
        try:
            values = [field.to_python(one) for field, one in zip(self.fields, data or (), strict=False)]
            return self.compress(values) != initial
        except ValidationError:
            return True

    def shown(self, value):
        return moment_text(value.astimezone(ZoneInfo(self.widget.zone)), get_language() or "en") if value else "–"
