"""Why speakers stand in the order that was made by hand."""

from django import forms
from django.utils.translation import gettext_lazy as _

from participants.forms.base import PlannerForm


class WhyForm(PlannerForm):
    why = forms.CharField(label=_("Why in this order"), max_length=250, required=False)
