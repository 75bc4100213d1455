"""The form of a confidential note."""

from django import forms
from django.utils.translation import gettext_lazy as _

from participants.forms.base import PlannerForm


class NoteForm(PlannerForm):
    text = forms.CharField(label=_("Text"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
