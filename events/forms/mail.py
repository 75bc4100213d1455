"""Forms of the mail page: the words of a message, and whom to write to."""

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.messages.texts import faults
from participants.forms.base import PlannerForm, TakingOver


class MessageTextForm(TakingOver, PlannerForm):
    subject = forms.CharField(label=_("Subject"), max_length=200)
    body = forms.CharField(label=_("Text"), max_length=5000, widget=forms.Textarea(attrs={"rows": 18}))
    version = forms.CharField(widget=forms.HiddenInput, required=False, max_length=16)

    def __init__(self, *args, kind, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind = kind

    def layout(self):
        return Layout("subject", "body", "version")

    def clean_body(self):
        return self.cleaned_data["body"].replace("\r\n", "\n").strip()

    def clean(self):
        data = super().clean()
        texts = {name: data.get(name, "") for name in ("subject", "body")}
        for field, sentence, values in faults(self.kind, **texts):
            if field in data:
                self.add_error(field, gettext(sentence) % values)
        return data


class RecipientsForm(TakingOver, PlannerForm):
    delegations = forms.MultipleChoiceField(
        label=_("To whom"), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one delegation.")},
    )  # fmt: skip
    is_inviting = forms.BooleanField(label=_("Set those who are only proposed or cleared to “invited”"), required=False)

    shown = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, choices, is_invitation, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["delegations"].choices = choices
        if not is_invitation:
            del self.fields["is_inviting"]

    def layout(self):
        return Layout("delegations", *(["is_inviting"] if "is_inviting" in self.fields else []), "shown")
