"""Which languages go into a ZIP file of everything."""

from django import forms
from django.utils.translation import gettext_lazy as _

from events.documents.base import PAPERS
from participants.models.language_names import language_label


class ZipForm(forms.Form):
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one language.")},
    )
    paper = forms.ChoiceField(
        required=False, choices=[("", ""), *((one, one) for one in PAPERS)], widget=forms.HiddenInput
    )

    def __init__(self, *arguments, languages, **options):
        super().__init__(*arguments, **options)
        self.fields["languages"].choices = [(one.code, language_label(one.code)) for one in languages]
