"""Why speakers stand in an order made by hand."""

from django import forms
from django.utils.translation import gettext_lazy as _

from participants.forms.base import PlannerForm


class ReasonForm(PlannerForm):
    why = forms.CharField(label=_("Why in this order"), required=False, max_length=250)
