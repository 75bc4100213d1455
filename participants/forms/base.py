"""What every form has: our look and words, and a version that tells whether the row has moved on."""

import unicodedata

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Fieldset
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

ALLOWED_CONTROLS = frozenset("\t\n\r")


def no_control_characters(value):
    for character in value:
        if unicodedata.category(character) in ("Cc", "Cs") and character not in ALLOWED_CONTROLS:
            raise ValidationError(
                _("This holds a character that cannot be shown (%(code)s), perhaps from copying. Remove it."),
                params={"code": f"U+{ord(character):04X}"},
                code="control_character",
            )


class PlannerForm(forms.Form):
    # The browser's own bubbles would speak the browser's language and hide our words.
    use_required_attribute = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            in_our_words(field)

    @property
    def helper(self):
        helper = FormHelper(self)
        helper.form_tag = False
        helper.disable_csrf = True
        layout = self.layout()
        if layout is not None:
            helper.layout = layout
        return helper

    def layout(self):
        return None

    @property
    def wanted(self):
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}


class PlannerModelForm(PlannerForm, forms.ModelForm):
    pass


def group(legend, *fields):
    return Fieldset(legend, *fields, css_class="group")


def row(*fields):
    return Div(*fields, css_class="form-row")


class TakingOver:
    def take_over(self, **values):
        """Send what there is now back as what was seen, so that saving again is a decision."""
        self.data = self.data.copy()
        for name, value in values.items():
            self.data[self.add_prefix(name)] = value

    def add_differing(self, name, *, current, yours):
        words = gettext("Somebody changed this meanwhile. Now: %(current)s. Yours: %(yours)s.")
        self.add_error(name, words % {"current": current, "yours": yours})


class Versioning(TakingOver, forms.Form):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, required=False)

    def add_stale(self, stale):
        """Put both versions at each field that differs, and take over the new version: saving again is a decision."""
        now = values_shown(self, stale.current)
        for name, field in self.fields.items():
            if name not in stale.wanted or name not in now or now[name] == stale.wanted[name]:
                continue
            self.add_differing(name, current=shown(field, now[name]), yours=shown(field, stale.wanted[name]))
        self.add_error(
            None, gettext("Somebody saved this after you opened it. Save again to keep yours; nothing of it is lost.")
        )
        self.take_over(version=stale.current.version)


class VersionedForm(Versioning, PlannerModelForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial.setdefault("version", self.instance.version)
            self.fields["version"].required = True


class VersionedPlainForm(Versioning, PlannerForm):
    pass


def in_our_words(field):
    if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
        field.error_messages["required"] = _("Fill this in.")
    if isinstance(field, forms.CharField) and not isinstance(field, forms.UUIDField | forms.JSONField):
        field.error_messages["max_length"] = _("Shorten this to %(limit_value)d characters; it has %(show_value)d.")
        # Django's own words for a null character say neither which it is nor what to do.
        kept = [one for one in field.validators if not isinstance(one, ProhibitNullCharactersValidator)]
        field.validators = [*(one for one in kept if one is not no_control_characters), no_control_characters]


def values_shown(form, row):
    return {name: getattr(row, name) for name in form.fields if hasattr(row, name)}


def shown(field, value):
    if hasattr(field, "shown"):
        return field.shown(value)
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, list | tuple):
        return ", ".join(str(label_of(field, one)) for one in value) or "–"
    return str(label_of(field, value)) if value not in (None, "") else "–"


def label_of(field, value):
    choices = getattr(field, "choices", ())
    if isinstance(field, forms.ModelChoiceField):
        return field.label_from_instance(value)
    return dict(choices).get(value, value)
