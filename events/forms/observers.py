"""Forms of the observers' desk: a request, a new entity with it, the number of places."""

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from participants.forms.base import PlannerForm, TakingOver, VersionedPlainForm, group, row
from participants.forms.choosing import EntityFormField
from participants.forms.delegations import TokenForm
from participants.forms.texts import TextsFormField
from participants.forms.wallclock import ReceivedFormField
from participants.models import Request
from participants.models.entities import KINDS
from participants.models.places import MOST_ASKED

NEW_KINDS = ("organisation", "state", "observer_state", "united_nations")
MOST_PLACES = 5000


def new_kinds():
    return [(code, KINDS[code]) for code in NEW_KINDS]


class RequestForm(TokenForm):
    received_at = ReceivedFormField(label=_("Request received"))
    contact_name = forms.CharField(label=_("Contact"), max_length=120, required=False)
    contact_email = forms.EmailField(label=_("Contact's e-mail"), required=False)
    note = forms.CharField(label=_("Note"), max_length=250, required=False)
    places_asked = forms.IntegerField(
        label=_("Places asked for"), min_value=1, max_value=MOST_ASKED, initial=1, required=False
    )

    def __init__(self, *args, roster, now, **kwargs):
        super().__init__(*args, **kwargs)
        self.roster = roster
        self.fields["received_at"].place(zone=roster.zone, first_on=roster.first_on, now=now)
        self.fields["received_at"].initial = now.replace(second=0, microsecond=0)
        if "entity" in self.fields:
            self.fields["entity"].roster = roster
            self.fields["entity"].language = get_language() or "en"

    def clean_places_asked(self):
        return self.cleaned_data["places_asked"] or 1

    def clean_token(self):
        token = self.cleaned_data["token"]
        if token and Request.objects.filter(uuid=token).exclude(roster=self.roster).exists():
            raise forms.ValidationError(_("This form belongs to another meeting. Open it again from here."))
        return token


class ObserverForm(RequestForm):
    entity = EntityFormField(
        label=_("State or organization"), help_text=_("Its name in any language, an abbreviation or a code.")
    )

    def layout(self):
        return Layout(
            "entity", row("received_at", "places_asked"), row("contact_name", "contact_email"), "note", "token"
        )


class NewObserverForm(RequestForm):
    names = TextsFormField(label=_("Name"), needs="any", max_length=200)
    prose = TextsFormField(
        label=_("Name in a sentence, with its article"), required=False, max_length=200,
        help_text=_("As in “the World Bank”, « la Banque mondiale »."),
    )  # fmt: skip
    kind = forms.ChoiceField(label=_("Kind"), choices=new_kinds)

    def layout(self):
        request = (row("received_at", "places_asked"), row("contact_name", "contact_email"), "note", "token")
        return Layout(group(_("The entity"), "names", "prose", "kind"), group(_("Its request"), *request))


class PlacesForm(TakingOver, PlannerForm):
    number = forms.IntegerField(label=_("Observer places"), min_value=0, max_value=MOST_PLACES)
    why = forms.CharField(label=_("Reason"), max_length=500, required=False)
    shown = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def layout(self):
        return Layout(row("number", "why"), "shown")

    def add_moved(self, now):
        """Say which number somebody else set, and take it over as seen: saving again is a decision."""
        self.add_differing("number", current=now, yours=self.cleaned_data["number"])
        self.take_over(shown=now)


class WithdrawForm(VersionedPlainForm):
    why = forms.CharField(label=_("Reason"), max_length=500, required=False)
    shown = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def add_moved(self, *, version, number):
        """Say where the request stands by now, and take that over as seen."""
        now = gettext("it holds place %(number)s") % {"number": number} if number else gettext("it waits for a place")
        words = gettext("This request was changed meanwhile: %(now)s now. Press again to withdraw it.")
        self.add_error(None, words % {"now": now})
        self.take_over(version=version, shown=number)
