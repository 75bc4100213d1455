"""What a delegation fills in behind its link, and the public form for observer places."""

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from meetingplanner.languages import DOCUMENT_LANGUAGES
from participants.domain.answers import ANSWERS, Answer, MemberAnswer
from participants.forms.base import PlannerForm, TakingOver, VersionedPlainForm, row
from participants.forms.choosing import EntityFormField
from participants.forms.delegates import LANGUAGES as SPOKEN
from participants.forms.delegations import TokenForm
from participants.models.language_names import language_label
from participants.models.roster import DELEGATE_ROLES, GENDERS

STATUS_WORDS = {
    "accepted": _("We accept the invitation"),
    "tentative": _("We expect to come and shall confirm"),
    "regrets": _("We regret that we cannot come"),
}
STYLE_WORDS = {"": "–", "excellency": _("H.E."), "plain": _("Mr. or Ms.")}


def languages():
    return [(code, language_label(code)) for code in DOCUMENT_LANGUAGES]


class AnswerForm(TakingOver, PlannerForm):
    status = forms.ChoiceField(
        label=_("Your answer"), choices=[(code, STATUS_WORDS[code]) for code in ANSWERS], widget=forms.RadioSelect,
        error_messages={"required": _("Say whether you come.")},
    )  # fmt: skip
    contact_name = forms.CharField(label=_("Contact"), max_length=120, required=False)
    contact_email = forms.EmailField(label=_("Contact's e-mail"), max_length=254, required=False)
    language = forms.ChoiceField(label=_("Language of letters and mail"), choices=languages)
    wants_floor = forms.BooleanField(label=_("We ask for the floor"), required=False)
    on_behalf_of = forms.CharField(
        label=_("On behalf of"), max_length=200, required=False,
        help_text=_("If you speak for others, too, such as a group of States."),
    )  # fmt: skip
    version = forms.CharField(widget=forms.HiddenInput, required=False, max_length=16)

    def __init__(self, *args, is_observer=False, **kwargs):
        super().__init__(*args, **kwargs)
        if is_observer:
            del self.fields["status"]

    def layout(self):
        first = ("status",) if "status" in self.fields else ()
        return Layout(
            *first, row("contact_name", "contact_email"), "language", "wants_floor", "on_behalf_of", "version"
        )

    def answer(self, *, status, members):
        data = self.cleaned_data
        names = ("contact_name", "contact_email", "language", "wants_floor", "on_behalf_of")
        return Answer(status=data.get("status", status), members=members, **{name: data[name] for name in names})


class MemberForm(PlannerForm):
    uuid = forms.UUIDField(widget=forms.HiddenInput, required=False)
    role = forms.ChoiceField(label=_("Role"), choices=list(DELEGATE_ROLES.items()), required=False)
    style = forms.ChoiceField(label=_("Form of address"), choices=list(STYLE_WORDS.items()), required=False)
    gender = forms.ChoiceField(label=_("Mr. or Ms."), choices=[("", "–"), *GENDERS.items()], required=False)
    given_names = forms.CharField(label=_("Given names"), max_length=120, required=False)
    family_name = forms.CharField(
        label=_("Family name"), max_length=120, required=False,
        help_text=_("The part under which lists file the person, particles included. Printed as you write it."),
    )  # fmt: skip
    is_family_name_first = forms.BooleanField(label=_("The family name comes first"), required=False)
    function = forms.CharField(label=_("Function"), max_length=250, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=list(SPOKEN.items()), required=False)
    access_needs = forms.CharField(
        label=_("Access needs"), max_length=250, required=False,
        help_text=_("What the person needs to take part, such as a seat without steps."),
    )  # fmt: skip
    email = forms.EmailField(label=_("E-mail"), max_length=254, required=False)

    def layout(self):
        return Layout(
            "uuid", row("role", "style", "gender"), row("given_names", "family_name"), "is_family_name_first",
            "function", row("language", "email"), "access_needs",
        )  # fmt: skip

    @property
    def is_filled(self):
        return any(value for name, value in self.cleaned_data.items() if name not in ("uuid", "role"))

    def clean(self):
        data = super().clean()
        typed = ("given_names", "function", "email", "access_needs")
        if not data.get("family_name") and "family_name" not in self.errors and any(data.get(name) for name in typed):
            is_known = data.get("uuid") and not data.get("given_names")
            if not is_known:
                self.add_error("family_name", _("Give the family name; a person with one name has it here."))
        return data

    def member(self):
        data = self.cleaned_data
        values = {name: value for name, value in data.items() if name not in ("uuid", "role")}
        return MemberAnswer(uuid=str(data["uuid"] or ""), role=data["role"] or "adviser", **values)


def check_heads(forms):
    """Say at each further head that there is one already."""
    heads = [one for one in forms if one.cleaned_data.get("family_name") and one.cleaned_data.get("role") == "head"]
    for one in heads[1:]:
        one.add_error("role", gettext("There is a head of delegation already; choose one of the two."))


class ObserverRequestForm(TokenForm):
    entity = EntityFormField(
        label=_("State or organization"),
        error_messages={"required": _("Choose the State or organization, or write its name below.")},
        help_text=_("Its name in any language, an abbreviation or a code."),
    )  # fmt: skip
    new_name = forms.CharField(
        label=_("If the list does not have it: its name"), max_length=200, required=False,
        help_text=_("The secretariat will look at it."),
    )  # fmt: skip
    places_asked = forms.IntegerField(label=_("Places asked for"), min_value=1, initial=1)
    contact_name = forms.CharField(label=_("Contact"), max_length=120)
    contact_email = forms.EmailField(label=_("Contact's e-mail"), max_length=254)
    language = forms.ChoiceField(label=_("Language of letters and mail"), choices=languages)
    note = forms.CharField(label=_("Note"), max_length=250, required=False)

    def __init__(self, *args, roster, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["entity"].roster = roster
        self.fields["entity"].language = get_language() or "en"
        places = self.fields["places_asked"]
        places.max_value = roster.most_places
        places.validators.append(forms.fields.validators.MaxValueValidator(roster.most_places))
        places.widget.attrs["max"] = roster.most_places
        self.initial.setdefault("language", get_language() or "en")

    def layout(self):
        return Layout(
            "entity", "new_name", row("places_asked", "language"), row("contact_name", "contact_email"), "note", "token"
        )

    def clean(self):
        data = super().clean()
        if data.get("new_name") and self.has_error("entity", "required"):
            del self.errors["entity"]
            data["entity"] = None
        if data.get("entity") and data.get("new_name"):
            self.add_error("new_name", _("Leave this empty when the list has it."))
        return data


class DecisionForm(VersionedPlainForm):
    decision = forms.ChoiceField(
        label=_("Decision"), choices=[("accept", _("Accept the change")), ("decline", _("Decline it"))],
        widget=forms.RadioSelect, error_messages={"required": _("Say what you decide.")},
    )  # fmt: skip
    why = forms.CharField(
        label=_("Reason"), max_length=500, required=False, help_text=_("Needed where you decline.")
    )  # fmt: skip
