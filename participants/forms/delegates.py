"""The form of a delegate, whole on its own page and short on that of the delegation."""

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from participants.domain.texts import text_in
from participants.forms.base import VersionedForm, group, row
from participants.forms.delegations import TokenForm, rank_choices
from participants.forms.texts import TextsFormField
from participants.models import Delegate
from participants.models.roster import GENDERS, SPOKEN

LANGUAGES = {"": "–", **SPOKEN}


class OrganField(forms.ModelChoiceField):
    names = {}

    def label_from_instance(self, obj):
        return text_in(self.names.get(obj.pk, {}), get_language() or "en") or obj.code


class DelegateForm(VersionedForm, TokenForm):
    function = TextsFormField(label=_("Function"), required=False, max_length=250)
    capacity = TextsFormField(
        label=_("Further capacity"), required=False, max_length=250,
        help_text=_("A second capacity in which the person attends, such as chairing a committee."),
    )  # fmt: skip
    style_text = TextsFormField(label=_("Own form of address"), required=False, max_length=60)
    organ = OrganField(label=_("Organ"), queryset=None, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=list(LANGUAGES.items()), required=False)

    class Meta:
        model = Delegate
        fields = (
            "role", "is_placeholder", "gender", "given_names", "family_name", "is_family_name_first", "function",
            "rank", "style", "style_text", "capacity", "organ", "language", "access_needs", "email", "person",
        )  # fmt: skip
        widgets = {"person": forms.HiddenInput}
        help_texts = {
            "family_name": _("The part under which lists file the person, particles included: de Souza, Faki Mahamat."),
            "is_placeholder": _("Tick this while the name is to follow; give the function if it is known."),
            "style": _("By default the rank decides whether H.E. is printed."),
        }

    def __init__(self, *args, organs=(), **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["organ"]
        field.names = dict(organs)
        field.queryset = self._meta.model.organ.field.related_model.objects.filter(pk__in=field.names)
        if not field.names:
            del self.fields["organ"]
        self.fields["family_name"].required = False
        self.fields["rank"].choices = rank_choices()[1:]
        self.fields["gender"].choices = [("", "–"), *GENDERS.items()]

    def layout(self):
        name = ("is_placeholder", row("gender", "given_names", "family_name"), "is_family_name_first")
        address = (row("rank", "style"), "style_text")
        office = ("function", "capacity", *(["organ"] if "organ" in self.fields else []))
        return Layout(
            "role",
            group(_("Name"), *name),
            group(_("Function"), *office),
            group(_("Form of address"), *address),
            group(_("Practical"), row("language", "email"), "access_needs"),
            "person", "version", "token",
        )  # fmt: skip

    def clean(self):
        data = super().clean()
        if not data.get("is_placeholder") and not data.get("family_name") and "family_name" not in self.errors:
            self.add_error("family_name", _("Give a family name, or say that nobody is named yet."))
        if data.get("style") == "own" and not data.get("style_text") and "style_text" not in self.errors:
            self.add_error("style_text", _("Give the form of address, such as His Eminence."))
        return data

    def validate_constraints(self):
        """Left to the operation, which knows who is head, and to `clean`, which says so at the field."""

    @property
    def columns(self):
        return {name: value for name, value in self.wanted.items() if name != "token"}


class QuickDelegateForm(DelegateForm):
    """The few fields that suffice for a start; sent to the page of the whole form, where the rest may follow."""

    class Meta(DelegateForm.Meta):
        fields = ("role", "gender", "given_names", "family_name", "function", "rank", "style")
        widgets = {"style": forms.HiddenInput}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("capacity", "style_text", "organ", "language"):
            self.fields.pop(name, None)

    def layout(self):
        return Layout(
            row("role", "rank"), row("gender", "given_names", "family_name"), "function", "style", "version", "token"
        )
