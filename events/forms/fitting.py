"""The form with which staff try how long each may speak; it changes nothing."""

import re

from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from events.forms.clocks import DayClockFormField
from participants.forms.base import PlannerForm, row

LONGEST_SECONDS = 7200
SCOPES = (("list", _("This list alone")), ("part", _("All lists of this part without a duration of their own")))
_CLOCK = re.compile(r"(?:(\d{1,3}):(?=\d\d$))?(\d{1,4})", re.ASCII)


class LengthFormField(forms.CharField):
    """Gives whole seconds, from seconds ("90") or minutes and seconds ("1:30")."""

    def prepare_value(self, value):
        return f"{value // 60}:{value % 60:02}" if isinstance(value, int) else value

    def clean(self, value):
        text = super().clean(value).strip()
        if not text:
            return None
        match = _CLOCK.fullmatch(text)
        if match is None or (match[1] and int(match[2]) > 59):
            raise ValidationError(_("Give seconds, such as 90, or minutes and seconds, such as 1:30."))
        seconds = int(match[1] or 0) * 60 + int(match[2])
        if not 1 <= seconds <= LONGEST_SECONDS:
            raise ValidationError(_("A speech lasts from one second to two hours."))
        return seconds


class FitForm(PlannerForm):
    limit = LengthFormField(
        label=_("Limit of a speech"),
        required=False,
        max_length=8,
        help_text=_("In seconds, or minutes and seconds: 90 and 1:30 are the same. Left empty, the longest that fits."),
    )
    ends = DayClockFormField(label=_("Must end by"), required=False)
    late = forms.IntegerField(
        label=_("Begins late, by minutes"),
        min_value=0,
        max_value=720,
        required=False,
        error_messages={
            "min_value": _("Give 0 to 720 minutes."),
            "max_value": _("Give 0 to 720 minutes."),
            "invalid": _("Give a whole number of minutes."),
        },
    )
    scope = forms.ChoiceField(label=_("For"), choices=SCOPES, widget=forms.RadioSelect, required=False, initial="list")

    def __init__(self, *args, facts, has_more_lists, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ends"].place(facts, hint=_("Left empty, what limits it in the programme."))
        if not has_more_lists:
            del self.fields["scope"]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("scope") == "part" and cleaned.get("ends"):
            self.add_error("ends", _("Another end can be tried for one list at a time."))
        return cleaned

    def layout(self):
        names = ("limit", "late", "ends")
        return Layout(row("limit", "late"), "ends", *(name for name in self.fields if name not in names))
