"""Forms of a plan that is kept: one delegation moved by hand, and a rule of protocol."""

from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.domain.seating.moving import WAYS
from events.domain.seating.rule_kinds import RULE_KINDS, WAYS_APART
from participants.forms.base import PlannerForm, row
from participants.forms.choosing import SuggestInput


class MoveForm(PlannerForm):
    delegation = forms.ChoiceField(label=_("Delegation"))
    seat = forms.CharField(
        label=_("To seat"), max_length=12, help_text=_("The number of the principal's seat, such as A4.")
    )
    way = forms.ChoiceField(label=_("How"), widget=forms.RadioSelect, initial="swap")
    is_pinned = forms.BooleanField(label=_("Pin it there: no proposal moves it"), required=False)
    seen = forms.CharField(required=False, max_length=4000, widget=forms.HiddenInput)

    def __init__(self, *args, delegations, places, **kwargs):
        """`delegations`: (uuid, name) pairs; `places`: seat label to (zone, number)."""
        super().__init__(*args, **kwargs)
        self.places = {label.casefold(): place for label, place in places.items()}
        self.fields["delegation"].choices = [("", _("Choose a delegation")), *delegations]
        self.fields["way"].choices = [(code, gettext(label)) for code, label in WAYS.items()]
        self.fields["seat"].widget = SuggestInput(
            suggestions=list(places), attrs={"maxlength": 12, "autocapitalize": "characters"}
        )

    def clean_seat(self):
        typed = self.cleaned_data["seat"].strip()
        if typed.casefold() not in self.places:
            raise ValidationError(
                _("The room has no place with the seat %(label)s."), params={"label": typed}, code="unknown"
            )
        return typed

    @property
    def place(self):
        return self.places[self.cleaned_data["seat"].casefold()]


class RuleForm(PlannerForm):
    kind = forms.ChoiceField(label=_("Rule"))
    delegation = forms.ChoiceField(label=_("Delegation"))
    other = forms.ChoiceField(label=_("Other delegation"), required=False)
    way = forms.ChoiceField(label=_("How far"), required=False, help_text=_("Only for those kept apart."))
    distance = forms.IntegerField(
        label=_("Places between"), required=False, min_value=1, max_value=100,
        help_text=_("Only for those kept apart by places, or near."),
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Reason"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args, delegations, sees_confidential, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = [one for one in RULE_KINDS.values() if sees_confidential or not one.is_confidential]
        self.fields["kind"].choices = [("", _("Choose a rule")), *((one.code, gettext(one.label)) for one in kinds)]
        self.fields["delegation"].choices = [("", _("Choose a delegation")), *delegations]
        self.fields["other"].choices = [("", _("none")), *delegations]
        self.fields["way"].choices = [("", _("none")), *((code, gettext(one)) for code, one in WAYS_APART.items())]
        if not sees_confidential:
            del self.fields["way"]
            self.fields["distance"].help_text = _("Only for those near.")

    def layout(self):
        rest = ("way", "distance") if "way" in self.fields else ("distance",)
        return Layout("kind", row("delegation", "other"), row(*rest), "reason")
