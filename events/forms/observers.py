"""Forms of the observers' desk: a request, a new entity with it, the number of places."""

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events.domain import wallclock
from events.forms.wallclock import WallClockFormField
from participants.forms.base import PlannerForm, group, row
from participants.forms.choosing import EntityFormField
from participants.forms.delegations import TokenForm
from participants.forms.texts import TextsFormField
from participants.models import Request
from participants.models.entities import KINDS

NEW_KINDS = ("organisation", "state", "observer_state", "united_nations")
MOST_PLACES = 5000


def new_kinds():
    return [(code, KINDS[code]) for code in NEW_KINDS]


class RequestForm(TokenForm):
    received_at = WallClockFormField(label=_("Request received"))
    contact_name = forms.CharField(label=_("Contact"), max_length=120, required=False)
    contact_email = forms.EmailField(label=_("Contact's e-mail"), required=False)
    note = forms.CharField(label=_("Note"), max_length=250, required=False)

    def __init__(self, *args, roster, now, **kwargs):
        super().__init__(*args, **kwargs)
        self.roster, self.now = roster, now
        self.fields["received_at"].zone = roster.zone
        self.fields["received_at"].initial = wallclock.local(now, roster.zone).replace(second=0, microsecond=0)
        if "entity" in self.fields:
            self.fields["entity"].roster = roster
            self.fields["entity"].language = get_language() or "en"

    def clean_received_at(self):
        received_at = wallclock.instant(self.cleaned_data["received_at"], self.roster.zone)
        if received_at > self.now:
            raise forms.ValidationError(_("This lies in the future. Give the time at which the request came in."))
        return received_at

    def clean_token(self):
        token = self.cleaned_data["token"]
        if token and Request.objects.filter(uuid=token).exclude(roster=self.roster).exists():
            raise forms.ValidationError(_("This form belongs to another meeting. Open it again from here."))
        return token


class ObserverForm(RequestForm):
    entity = EntityFormField(
        label=_("State or organisation"), help_text=_("Its name in any language, an abbreviation or a code.")
    )

    def layout(self):
        return Layout("entity", "received_at", row("contact_name", "contact_email"), "note", "token")


class NewObserverForm(RequestForm):
    names = TextsFormField(label=_("Name"), needs="any", max_length=200)
    prose = TextsFormField(
        label=_("Name in a sentence, with its article"), required=False, max_length=200,
        help_text=_("As in “the World Bank”, « la Banque mondiale »."),
    )  # fmt: skip
    kind = forms.ChoiceField(label=_("Kind"), choices=new_kinds)

    def layout(self):
        request = ("received_at", row("contact_name", "contact_email"), "note", "token")
        return Layout(group(_("The entity"), "names", "prose", "kind"), group(_("Its request"), *request))


class PlacesForm(PlannerForm):
    number = forms.IntegerField(label=_("Observer places"), min_value=0, max_value=MOST_PLACES)
    why = forms.CharField(label=_("Reason"), max_length=500, required=False)

    def layout(self):
        return Layout(row("number", "why"))


class WithdrawForm(PlannerForm):
    why = forms.CharField(label=_("Reason"), max_length=500, required=False)
