"""Signing in, in our words: labels above, no words inside the boxes that vanish when one types."""

from allauth.account.forms import LoginForm
from django.utils.translation import gettext_lazy as _


class SignInForm(LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        labels = {"login": _("E-mail address"), "password": _("Password"), "remember": _("Stay signed in here")}
        for name, label in labels.items():
            if name in self.fields:
                self.fields[name].label = label
                self.fields[name].help_text = ""
                self.fields[name].widget.attrs.pop("placeholder", None)
