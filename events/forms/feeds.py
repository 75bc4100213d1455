"""A secret calendar address: for whom, and what it has."""

from django import forms
from django.utils.translation import gettext_lazy as _

from participants.forms.delegations import TokenForm
from participants.models.language_names import language_label

DETAIL_LABELS = (
    ("meeting", _("One entry for the meeting")),
    ("sittings", _("One entry for each part")),
    ("items", _("One entry for each item")),
)


class FeedForm(TokenForm):
    purpose = forms.CharField(
        label=_("For whom"),
        required=False,
        max_length=120,
        help_text=_("Such as “Mission of Mali” or “interpreters”: so that you know later what you revoke."),
    )
    delegate = forms.ChoiceField(
        label=_("Only what one person does"),
        required=False,
        help_text=_(
            "When they speak and where they preside. Titles of parts and items in which somebody else's family name "
            "stands, in whole words and as the lists write it, are left out."
        ),
    )
    detail = forms.ChoiceField(label=_("Otherwise"), choices=DETAIL_LABELS, required=False, initial="meeting")
    language = forms.ChoiceField(label=_("Language"))

    def __init__(self, *args, people, languages, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["delegate"].choices = [("", _("no, the programme")), *people]
        self.fields["language"].choices = [(code, language_label(code)) for code in languages]
