"""Forms of the open points: written down or changed, settled in words, found by filters."""

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from events.domain.items import BLOCKS, SEVERITIES
from events.models import OpenPoint
from participants.forms.base import PlannerForm, VersionedForm, VersionedPlainForm, row
from participants.forms.texts import TextsFormField

STATES = (
    ("open", pgettext_lazy("open points", "open")),
    ("settled", pgettext_lazy("open points", "settled")),
    ("all", pgettext_lazy("open points", "all")),
)


def block_choices():
    return [(code, gettext(label)) for code, label in BLOCKS.items()]


def severity_choices():
    return [(code, gettext(label)) for code, label in SEVERITIES.items()]


class PointForm(VersionedForm):
    uuid = forms.UUIDField(widget=forms.HiddenInput, required=False)
    finding = TextsFormField(
        label=_("What is open"), needs="any", is_long=True, max_length=2000, help_text=_("One or two sentences.")
    )
    where = TextsFormField(label=_("Where"), required=False, max_length=500)
    proposal = TextsFormField(label=_("Proposal"), required=False, is_long=True, max_length=2000)
    severity = forms.ChoiceField(label=_("Severity"), choices=severity_choices)
    blocks = forms.MultipleChoiceField(
        label=_("What it blocks"),
        choices=block_choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("These are provisional until the point is settled."),
    )

    class Meta:
        model = OpenPoint
        fields = ("code", "severity", "finding", "where", "proposal", "blocks")

    def __init__(self, *args, event, **kwargs):
        super().__init__(*args, **kwargs)
        self.event = event
        if self.instance.pk:
            del self.fields["uuid"]
        else:
            del self.fields["version"]
            self.initial |= {"uuid": self.instance.uuid, "code": next_code(event), "severity": "medium"}

    def clean(self):
        cleaned = super().clean()
        # The same form sent twice meets its own row: the operation tells, and it is no number taken.
        others = self.event.open_points.exclude(pk=self.instance.pk).exclude(
            uuid=cleaned.get("uuid") or self.instance.uuid
        )
        if "code" in cleaned and others.filter(code=cleaned["code"]).exists():
            self.add_error("code", _("There is an open point with this number already."))
        return cleaned

    @property
    def wanted(self):
        wanted = super().wanted
        if not self.instance.pk:
            wanted["uuid"] = wanted["uuid"] or self.instance.uuid
        return wanted

    def layout(self):
        hidden = "version" if self.instance.pk else "uuid"
        return Layout(hidden, row("code", "severity"), "finding", "where", "proposal", "blocks")


def next_code(event):
    codes = set(event.open_points.values_list("code", flat=True))
    return next(code for number in range(1, len(codes) + 2) if (code := f"P-{number:02}") not in codes)


class SettleForm(VersionedPlainForm):
    resolution = forms.CharField(
        label=_("How it was settled"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What was decided, and by whom."),
    )

    def layout(self):
        return Layout("version", "resolution")


class PointFilterForm(PlannerForm):
    state = forms.ChoiceField(label=_("State"), choices=STATES, required=False)
    severity = forms.ChoiceField(
        label=_("Severity"), choices=lambda: [("", gettext("any severity")), *severity_choices()], required=False
    )
    blocks = forms.ChoiceField(
        label=_("What it blocks"),
        choices=lambda: [("", gettext("whatever it blocks")), *block_choices()],
        required=False,
    )

    @property
    def chosen(self):
        # An address typed by hand may hold anything: what is no choice filters nothing.
        self.is_valid()
        return {name: self.cleaned_data.get(name, "") for name in self.fields}
