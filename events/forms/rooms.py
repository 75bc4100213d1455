"""Forms of the library of rooms: the measures of a shape, a file, and what a room is called."""

import re

from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.domain.seating.layouts import LAYOUTS
from events.domain.seating.measures import CHOICE, COUNTS, MM, MOST_BLOCKS, measure_faults, measures_of, usual_measures
from events.domain.seating.room_reading import LARGEST_BYTES, TOO_LARGE
from events.models import LibraryRoom
from participants.forms.base import PlannerForm, VersionedPlainForm, group, in_our_words
from participants.forms.texts import TextsFormField

WALKING = ("row_walk", "first_end", "walk", "first_hour")
NAMED = {"names": _("Name"), "building": _("Building"), "city": _("City")}


class CountsFormField(forms.CharField):
    """Several whole numbers, "4, 6, 4", as a tuple."""

    def __init__(self, *, least, most, **kwargs):
        super().__init__(max_length=60, **kwargs)
        self.least, self.most = least, most

    def prepare_value(self, value):
        return ", ".join(map(str, value)) if isinstance(value, tuple | list) else value

    def clean(self, value):
        parts = super().clean(value).replace(",", " ").replace(";", " ").split()
        if not 1 <= len(parts) <= MOST_BLOCKS:
            raise ValidationError(_("Give one to %(most)d numbers."), params={"most": MOST_BLOCKS})
        for part in parts:
            if not re.fullmatch("[0-9]{1,6}", part) or not self.least <= int(part) <= self.most:
                raise ValidationError(
                    _("“%(value)s” is no whole number from %(least)d to %(most)d."),
                    params={"value": part[:20], "least": self.least, "most": self.most},
                )
        return tuple(int(part) for part in parts)


class WholeNumberField(forms.IntegerField):
    def clean(self, value):
        try:
            return super().clean(value)
        except ValidationError as error:
            if getattr(error, "code", "") == "required":
                raise
            params = {"least": self.min_value, "most": self.max_value}
            raise ValidationError(_("Give a whole number from %(least)d to %(most)d."), params=params) from None


class MeasuresForm(PlannerForm):
    """The measures of a shape; what is not sent is as usual, so that an address may name some of them alone."""

    def __init__(self, data=None, *, shape, **kwargs):
        self.shape, self.usual = shape, usual_measures(shape)
        super().__init__(data, **kwargs)
        for measure in measures_of(shape):
            self.fields[measure.name] = _field_of(measure, self.usual[measure.name])
            in_our_words(self.fields[measure.name])

    def layout(self):
        names = [measure.name for measure in measures_of(self.shape)]
        lengths = [measure.name for measure in measures_of(self.shape) if measure.kind == MM]
        walking = [name for name in names if name in WALKING]
        seats = [name for name in names if name not in lengths + walking]
        return Layout(
            group(_("Seats"), *seats), group(_("Walk"), *walking), group(_("Distances in millimetres"), *lengths)
        )

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            for name, fault in measure_faults(self.shape, cleaned).items():
                self.add_error(name or None, gettext(fault.template) % fault.values)
        return cleaned


def _field_of(measure, usual):
    common = {
        "label": gettext(measure.label),
        "initial": usual,
        "help_text": gettext(measure.hint) if measure.hint else "",
    }
    if measure.kind == CHOICE:
        choices = [(code, capfirst(gettext(label))) for code, label in measure.choices.items()]
        return forms.ChoiceField(choices=choices, **common)
    if measure.kind == COUNTS:
        return CountsFormField(least=measure.least, most=measure.most, **common)
    return WholeNumberField(min_value=measure.least, max_value=measure.most, **common)


def shapes():
    return [(code, gettext(layout.label)) for code, layout in LAYOUTS.items()]


class CodeFormField(forms.SlugField):
    def clean(self, value):
        return super().clean((value or "").strip().lower())


def code_field(**kwargs):
    return CodeFormField(
        label=_("Code"),
        max_length=50,
        help_text=_("A short word for addresses and files, such as room-4. It cannot be changed later."),
        error_messages={"invalid": _("Only letters, figures, hyphens and underscores.")},
        **kwargs,
    )


class CodeForm(PlannerForm):
    """What a new room of the library is called. A code that is taken is refused here and once more on saving."""

    code = code_field()
    names = TextsFormField(label=NAMED["names"], needs="any", max_length=200)

    def clean_code(self):
        if self.cleaned_data["code"] and LibraryRoom.objects.filter(slug=self.cleaned_data["code"]).exists():
            raise ValidationError(_("The library has a room with this code already."))
        return self.cleaned_data["code"]


class AddRoomForm(CodeForm):
    building = TextsFormField(label=NAMED["building"], required=False, max_length=200)
    city = TextsFormField(label=NAMED["city"], required=False, max_length=200)
    is_measured = forms.BooleanField(
        label=_("The distances were measured in the room"), required=False,
        help_text=_("Otherwise every page and print of the plan says that it is approximate."),
    )  # fmt: skip
    source = TextsFormField(
        label=_("Source"), required=False, max_length=250, help_text=_("What the plan rests on: a drawing, a visit.")
    )


class ImportForm(CodeForm):
    code = code_field(required=False)
    names = TextsFormField(
        label=NAMED["names"], required=False, max_length=200,
        help_text=_("A JSON file has code and name of its own; what is given here goes before."),
    )  # fmt: skip
    file = forms.FileField(
        label=_("File"), widget=forms.FileInput(attrs={"accept": ".json,.csv,.xlsx"}),
        help_text=_("A room as JSON, or as CSV or XLSX with a line for each seat; at most 5 MB and 5,000 seats."),
        error_messages={"required": _("Choose a file."), "empty": _("The file is empty.")},
    )  # fmt: skip
    field_order = ("file", "code", "names")

    def clean_file(self):
        if self.cleaned_data["file"].size > LARGEST_BYTES:
            raise ValidationError(gettext(TOO_LARGE))
        return self.cleaned_data["file"]


class LibraryRoomForm(VersionedPlainForm):
    names = TextsFormField(label=NAMED["names"], needs="any", max_length=200)
    building = TextsFormField(label=NAMED["building"], required=False, max_length=200)
    city = TextsFormField(label=NAMED["city"], required=False, max_length=200)
    is_approximate = forms.BooleanField(label=_("The plan was not measured"), required=False)
    source = TextsFormField(
        label=_("Source"), required=False, max_length=250, help_text=_("What the plan rests on: a drawing, a visit.")
    )

    def __init__(self, *args, room, **kwargs):
        initial = {name: getattr(room, name) for name in ("names", "building", "city", "is_approximate", "source")}
        super().__init__(*args, initial=initial | {"version": room.version}, **kwargs)
        self.fields["version"].required = True


class VersionForm(VersionedPlainForm):
    """A press of a button on a page that showed a version."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["version"].required = True
