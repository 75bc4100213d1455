"""The form by which somebody who signs in already gets a role at a meeting."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from participants.forms.base import PlannerForm
from participants.models import User
from participants.models.people import roles


def role_choices():
    return [("", gettext("Choose")), *((code, gettext(label)) for code, label in roles())]


class StaffForm(PlannerForm):
    email = forms.EmailField(
        label=_("E-mail address"), max_length=254, help_text=_("With which the person signs in to this site.")
    )
    role = forms.ChoiceField(label=_("Role"), choices=role_choices)

    def clean_email(self):
        found = User.objects.filter(email__iexact=self.cleaned_data["email"], is_active=True).first()
        if found is None:
            raise forms.ValidationError(
                _("Nobody signs in with this address. An administrator makes the account first.")
            )
        self.user = found
        return found.email
