"""Issuing a revision, and its prints in further languages."""

from django import forms
from django.utils.translation import gettext_lazy as _

from events.models.revisions import standings
from participants.forms.base import PlannerForm, TakingOver
from participants.models.language_names import language_label

LANGUAGES_NEEDED = {"required": _("Choose at least one language.")}


class IssueForm(TakingOver, PlannerForm):
    standing = forms.ChoiceField(
        label=_("Issue it as"),
        choices=standings,
        widget=forms.RadioSelect,
        initial="provisional",
        help_text=_("Final is refused while an open point or a grave finding stands."),
    )
    languages = forms.MultipleChoiceField(
        label=_("Print it in"), widget=forms.CheckboxSelectMultiple, error_messages=LANGUAGES_NEEDED
    )
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=250,
        help_text=_("Why it is issued; for staff, in the list of revisions."),
    )
    shown = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, languages, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["languages"].choices = [(one.code, language_label(one.code)) for one in languages]


class FurtherLanguagesForm(PlannerForm):
    languages = forms.MultipleChoiceField(
        label=_("Print it in"), widget=forms.CheckboxSelectMultiple, error_messages=LANGUAGES_NEEDED
    )

    def __init__(self, *args, languages, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["languages"].choices = [(one.code, language_label(one.code)) for one in languages]
