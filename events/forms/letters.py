"""Forms of the log of letters."""

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from events.models import Letter
from participants.forms.base import PlannerForm, VersionedForm, row
from participants.forms.wallclock import ReceivedFormField
from participants.models.roster import document_languages


class SentForm(PlannerForm):
    language = forms.ChoiceField(label=_("Language"), choices=document_languages)
    sent_at = ReceivedFormField(label=_("Sent"))
    note = forms.CharField(label=_("Note"), max_length=250, required=False)
    shown = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, roster, now, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sent_at"].place(zone=roster.zone, first_on=roster.first_on, now=now)
        self.fields["sent_at"].initial = now.replace(second=0, microsecond=0)

    def layout(self):
        return Layout(row("language", "sent_at"), "note", "shown")


class LetterForm(VersionedForm):
    sent_at = ReceivedFormField(label=_("Sent"))
    acknowledged_at = ReceivedFormField(label=_("Acknowledged"), required=False)

    class Meta:
        model = Letter
        fields = ("sent_at", "acknowledged_at", "note")

    def __init__(self, *args, roster, now, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("sent_at", "acknowledged_at"):
            self.fields[name].place(zone=roster.zone, first_on=roster.first_on, now=now)

    def layout(self):
        return Layout(row("sent_at", "acknowledged_at"), "note", "version")
