"""Forms of a substitution: what is wished, then what of all that follows is to be done, with the words for it."""

from dataclasses import replace

from crispy_forms.layout import Div, Fieldset, Layout
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.domain.substitution.change import OF_RANK
from events.domain.substitution.kinds import FORMER, KINDS, WAYS, Substitution
from participants.domain.names import STYLES, full_name
from participants.domain.values import DelegateFacts
from participants.forms.base import PlannerForm, VersionedPlainForm, group, in_our_words, row
from participants.forms.delegates import LANGUAGES
from participants.forms.delegations import TokenForm, rank_choices
from participants.forms.texts import TextsFormField
from participants.models.roster import GENDERS

OF_NEW = (
    "gender", "given_names", "family_name", "is_family_name_first", "function", "capacity", "rank", "style",
    "style_text", "language", "email",
)  # fmt: skip
SPEAKS = {
    "to_follow": _("The speeches stay; the name is to follow"),
    "nobody": _("The speeches are taken out of the programme"),
}
LONGEST = {"title": 250, "description": 2000, "capacity": 250, "script": 2000}


def ways():
    return [(code, gettext(label)) for code, label in WAYS.items()]


def former():
    return [(code, gettext(label)) for code, label in FORMER.items()]


def styles():
    return [(code, gettext(style.label)) for code, style in STYLES.items()]


def ranks():
    return rank_choices()[1:]


class SubstitutionForm(VersionedPlainForm, TokenForm):
    way = forms.ChoiceField(label=_("What happens"), choices=ways, widget=forms.RadioSelect)
    by = forms.ChoiceField(label=_("Who takes the place"))
    gender = forms.ChoiceField(label=_("Gender"), choices=[("", "–"), *GENDERS.items()], required=False)
    given_names = forms.CharField(label=_("Given names"), max_length=120, required=False)
    family_name = forms.CharField(
        label=_("Family name"), max_length=120,
        help_text=_("As the delegation writes it: it is never changed."),
    )  # fmt: skip
    is_family_name_first = forms.BooleanField(label=_("Family name comes first"), required=False)
    function = TextsFormField(label=_("Function"), required=False, max_length=250)
    capacity = TextsFormField(label=_("Further capacity"), required=False, max_length=250)
    rank = forms.ChoiceField(label=_("Rank"), choices=ranks, initial="unspecified")
    style = forms.ChoiceField(label=_("Form of address"), choices=styles)
    style_text = TextsFormField(label=_("Own form of address"), required=False, max_length=60)
    language = forms.ChoiceField(label=_("Language"), choices=list(LANGUAGES.items()), required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    own_rank = forms.ChoiceField(label=_("Rank"), choices=ranks)
    own_function = TextsFormField(label=_("Function"), required=False, max_length=250)
    own_style = forms.ChoiceField(label=_("Form of address"), choices=styles)
    own_style_text = TextsFormField(label=_("Own form of address"), required=False, max_length=60)
    former = forms.ChoiceField(label=_("Who held the place"), choices=former, widget=forms.RadioSelect)
    speaks = forms.ChoiceField(label=_("Speeches"), choices=list(SPEAKS.items()), widget=forms.RadioSelect)
    why = forms.CharField(
        label=_("Reason"), max_length=250, required=False, help_text=_("Such as the note that said so.")
    )

    def __init__(self, *args, person, members, **kwargs):
        own = {f"own_{name}": getattr(person, name) for name in OF_RANK}
        first = {"way": "member" if members else "new", "former": "withdrawn", "speaks": "to_follow"}
        super().__init__(*args, initial=own | first | {"version": person.version}, **kwargs)
        self.person = person
        self.fields["by"].choices = [("", "–"), *members]
        if self.is_bound:
            self.fields["by"].required = self.data.get("way") == "member"
            self.fields["family_name"].required = self.data.get("way") == "new"

    def layout(self):
        return Layout(
            "way",
            Div("by", css_class="way-member"),
            of_way(
                "new", _("Somebody new"), row("gender", "given_names", "family_name"), "is_family_name_first",
                "function", "capacity", row("rank", "style"), "style_text", row("language", "email"),
            ),
            of_way("rank", _("The same person"), "own_function", row("own_rank", "own_style"), "own_style_text"),
            Div("speaks", css_class="way-withdraw"),
            Div("former", css_class="way-other"),
            group(_("For the history"), "why"),
            "version", "token",
        )  # fmt: skip

    def clean(self):
        data = super().clean()
        for way, prefix in (("new", ""), ("rank", "own_")):
            name = f"{prefix}style_text"
            is_lacking = data.get(f"{prefix}style") == "own" and not data.get(name)
            if data.get("way") == way and is_lacking and name not in self.errors:
                self.add_error(name, _("Give the form of address, such as His Eminence."))
        if data.get("way") == "rank" and not self.errors:
            self.refuse_unchanged(data)
        return data

    def refuse_unchanged(self, data):
        if all(data[f"own_{name}"] == getattr(self.person, name) for name in OF_RANK):
            self.add_error("own_rank", _("Nothing would change: give another rank, title or form of address."))

    @property
    def wish(self):
        data, old = self.cleaned_data, self.person
        person = None
        if data["way"] == "new":
            fields = {name: data[name] for name in OF_NEW}
            person = DelegateFacts(
                uuid=str(data.get("token") or self.fields["token"].initial), version=1, delegation=old.delegation,
                role=old.role, organ=old.organ, **fields,
            )  # fmt: skip
        elif data["way"] == "rank":
            person = replace(old, **{name: data[f"own_{name}"] for name in OF_RANK})
        return Substitution(
            way=data["way"], delegate=old.uuid, by=data["by"] if data["way"] == "member" else "", person=person,
            former=data["former"], is_to_follow=data["speaks"] != "nobody",
        )  # fmt: skip

    @property
    def hidden(self):
        """What was sent, as pairs of name and value, so that the review carries it on."""
        names = [name for bound in self for name in names_of(bound)]
        token = str(self.cleaned_data.get("token") or self.fields["token"].initial)
        sent = [(name, value) for name in names if name != "token" for value in self.data.getlist(name)]
        return [*sent, ("token", token)]

    def add_moved(self, now):
        """Say that the person was changed after the form was made, and take over the new state."""
        words = _("Somebody changed %(name)s after you opened this. Look at it and go on; nothing of yours is lost.")
        self.add_error(None, words % {"name": full_name(now) or gettext("the delegate to be named")})
        self.take_over(version=now.version)


def of_way(way, legend, *fields):
    return Fieldset(legend, *fields, css_class=f"group way-{way}")


def names_of(bound):
    suffixes = getattr(bound.field.widget, "widgets_names", [""])
    return [f"{bound.html_name}{suffix}" for suffix in suffixes]


class ReviewForm(PlannerForm):
    """A tick for each choice and an input for each text that is proposed; a text that is not ticked may be anything."""

    def __init__(self, *args, rows, **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = rows
        for one in rows:
            if one.is_choice:
                label = gettext(KINDS[one.kind].label)
                self.fields[f"keep-{one.key}"] = forms.BooleanField(label=label, required=False)
            if KINDS[one.kind].is_text:
                self.fields[f"text-{one.key}"] = text_field(one)
        for field in self.fields.values():
            in_our_words(field)

    def clean(self):
        for one in self.rows:
            name = f"text-{one.key}"
            is_kept = self.cleaned_data.get(f"keep-{one.key}")
            if not is_kept:
                self.errors.pop(name, None)
            elif name in self.fields and not self.cleaned_data.get(name) and name not in self.errors:
                self.add_error(name, _("Fill this in, or leave the text as it is."))
        return self.cleaned_data

    @property
    def kept(self):
        return [one.key for one in self.rows if self.cleaned_data.get(f"keep-{one.key}")]

    @property
    def texts(self):
        named = {one.key: self.cleaned_data.get(f"text-{one.key}") for one in self.rows if KINDS[one.kind].is_text}
        return {key: text for key, text in named.items() if text}


def text_field(one):
    is_long = LONGEST[one.kind] > LONGEST["title"]
    attrs = {"lang": one.language, "dir": "auto", "class": "form-control"} | ({"rows": 3} if is_long else {})
    widget = (forms.Textarea if is_long else forms.TextInput)(attrs=attrs)
    return forms.CharField(label=_("Words"), max_length=LONGEST[one.kind], required=False, widget=widget)
