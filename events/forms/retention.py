"""The form that says how long personal data are kept."""

from django import forms
from django.utils.translation import gettext_lazy as _

from participants.forms.base import PlannerForm, TakingOver
from participants.forms.wallclock import DayFormField


class RetentionForm(TakingOver, PlannerForm):
    keep_until = DayFormField(
        label=_("Personal data are kept until"), required=False, widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("After that day they are purged; empty: as long as the meeting is kept."),
    )  # fmt: skip
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=10)
