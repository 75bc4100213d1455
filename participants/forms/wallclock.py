"""Days and clocks as typed: a slip of the year refused, an hour shown twice asked about, one skipped refused."""

from datetime import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from participants.documents.places import of_place
from participants.domain import zones
from participants.domain.dates import clock_in_sentence_text, moment_text
from participants.domain.reception import reception_fault

WHICH = (("", _("asked only where the clocks go back")), ("1", _("the first of the two")), ("2", _("the second")))


class DayFormField(forms.DateField):
    default_error_messages = {
        "invalid": _("Give a date that exists, such as 2017-09-20."),
        "year": _("Give a year between %(first)s and %(last)s."),
    }

    def to_python(self, value):
        day = super().to_python(value)
        if day and not zones.is_sound(day):
            years = {"first": zones.FIRST_YEAR, "last": zones.LAST_YEAR}
            raise ValidationError(self.error_messages["year"], code="year", params=years)
        return day


class WallClockWidget(forms.MultiWidget):
    template_name = "widgets/wallclock.html"
    use_fieldset = True

    def __init__(self, attrs=None):
        self.zone = ""
        self.asks = False
        widgets = {
            "date": forms.DateInput(
                format="%Y-%m-%d", attrs={"type": "date", "class": "form-control", "aria-label": _("Date")}
            ),
            "time": forms.TimeInput(
                format="%H:%M", attrs={"type": "time", "class": "form-control", "aria-label": _("Time")}
            ),
            "which": forms.Select(choices=WHICH, attrs={"class": "form-select", "aria-label": _("Which of the two")}),
        }
        super().__init__(widgets, attrs)

    def decompress(self, value):
        if not value:
            return [None, None, ""]
        is_twice = bool(self.zone) and zones.problem(value, self.zone) == "twice"
        return [value.date(), value.time(), str(value.fold + 1) if is_twice else ""]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        which = context["widget"]["subwidgets"][2]
        if not self.asks and not any(which["value"]):
            del context["widget"]["subwidgets"][2]
        return context

    def id_for_label(self, id_):
        return f"{id_}_0" if id_ else id_


class WallClockFormField(forms.MultiValueField):
    """Gives a naive datetime. A form whose zone is typed on the same page sets no zone and calls `check_in` itself."""

    widget = WallClockWidget

    def __init__(self, *, zone="", **kwargs):
        fields = [
            DayFormField(),
            forms.TimeField(error_messages={"invalid": _("Give a time between 00:00 and 23:59.")}),
            forms.ChoiceField(choices=WHICH, required=False),
        ]
        super().__init__(fields, require_all_fields=False, **kwargs)
        for field, words in zip(self.fields, (_("Give the date."), _("Give the time.")), strict=False):
            field.error_messages["incomplete"] = words
        self.zone = zone

    def __deepcopy__(self, memo):
        result = super().__deepcopy__(memo)
        result.zone = self.zone
        return result

    @property
    def zone(self):
        return self._zone

    @zone.setter
    def zone(self, zone):
        self._zone = self.widget.zone = zone
        if zone:
            self.help_text = gettext("Times %(of_place)s.") % {"of_place": of_place(zone, get_language() or "en")}

    def clean(self, value):
        if value and not any(value[:2]):
            value = None
        wall = super().clean(value)
        if wall and self.zone:
            self.check_in(self.zone, wall, is_chosen=bool(value[2]))
        return wall

    def compress(self, data_list):
        if not data_list or not all(data_list[:2]):
            return None
        day, time, which = (*data_list, "")[:3]
        return datetime.combine(day, time.replace(second=0, microsecond=0)).replace(fold=int(which == "2"))

    def check_in(self, zone, wall, *, is_chosen):
        """Raise ValidationError where the clocks of `zone` skip the time, or show it twice and nobody chose."""
        found = zones.problem(wall, zone, is_chosen=is_chosen)
        language = get_language() or "en"
        values = {"time": clock_in_sentence_text(wall, language), "of_place": of_place(zone, language)}
        if found == "missing":
            raise ValidationError(
                _("The clocks %(of_place)s go forward then and skip %(time)s. Choose another time."), params=values
            )
        if found == "twice":
            self.widget.asks = True
            raise ValidationError(
                _("The clocks %(of_place)s go back then and show %(time)s twice. Say whether the first or the second."),
                params=values,
            )

    def has_changed(self, initial, data):
        try:
            return self.to_compare(data) != initial
        except ValidationError:
            return True

    def to_compare(self, data):
        values = [field.to_python(one) for field, one in zip(self.fields, data or (), strict=False)]
        return self.compress(values)

    def shown(self, value):
        return moment_text(value, get_language() or "en") if value else "–"


class InstantFormField(WallClockFormField):
    """Gives an aware datetime; its zone must be set."""

    def prepare_value(self, value):
        return zones.local(value, self.zone) if is_instant(value) else value

    def clean(self, value):
        wall = super().clean(value)
        return zones.instant(wall, self.zone) if wall else None

    def to_compare(self, data):
        wall = super().to_compare(data)
        return zones.nearest_instant(wall, self.zone) if wall else None

    def shown(self, value):
        return super().shown(self.prepare_value(value))


class ReceivedFormField(InstantFormField):
    """When something came in; `place` says at which meeting, and what the time is now."""

    def place(self, *, zone, first_on, now):
        self.zone, self.first_on, self.now = zone, first_on, now

    def clean(self, value):
        received_at = super().clean(value)
        fault = received_at and reception_fault(received_at, first_on=self.first_on, now=self.now)
        if fault:
            raise ValidationError(gettext(fault))
        return received_at


def is_instant(value):
    return isinstance(value, datetime) and value.tzinfo is not None


def check_zone(form, zone, *names):
    """Ask of each wall clock of `form` whether it exists in `zone`; the answers become errors at the fields."""
    for name in names:
        wall = form.cleaned_data.get(name)
        if wall is None:
            continue
        field = form.fields[name]
        raw = field.widget.value_from_datadict(form.data, form.files, form.add_prefix(name))
        try:
            field.check_in(zone, wall, is_chosen=bool(raw[2]))
        except ValidationError as error:
            form.add_error(name, error)
