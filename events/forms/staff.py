"""The form by which somebody gets a role at a meeting, with an account made if there is none."""

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from participants.forms.base import PlannerForm, group, row
from participants.models import User
from participants.models.people import interface_languages, roles


def role_choices():
    return [("", gettext("Choose")), *((code, gettext(label)) for code, label in roles())]


class StaffForm(PlannerForm):
    email = forms.EmailField(
        label=_("E-mail address"), max_length=254, help_text=_("With which the person signs in to this site.")
    )
    role = forms.ChoiceField(label=_("Role"), choices=role_choices)
    makes_account = forms.BooleanField(
        label=_("make an account if there is none"), required=False,
        help_text=_("The person is sent a link by mail to set a password."),
    )  # fmt: skip
    name = forms.CharField(label=_("Name"), max_length=120, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=interface_languages, required=False)

    user = None

    def layout(self):
        return Layout(row("email", "role"), group(_("A new account"), "makes_account", row("name", "language")))

    def clean(self):
        data = super().clean()
        if not data.get("email"):
            return data
        found = User.objects.filter(email__iexact=data["email"]).first()
        if found and not found.is_active:
            self.add_error("email", _("The account with this address is closed."))
        elif found:
            self.user = found
        elif not data.get("makes_account"):
            self.add_error("email", _("Nobody signs in with this address. Have an account made below."))
        return data
