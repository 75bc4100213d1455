"""The form of a meeting made from another."""

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from events.forms.meetings import AddressFormField
from participants.forms.base import PlannerForm, group
from participants.forms.texts import TextsFormField
from participants.forms.wallclock import DayFormField
from participants.models import Roster


class DuplicateForm(PlannerForm):
    title = TextsFormField(label=_("Title"), needs="any", max_length=300)
    short_title = TextsFormField(label=_("Short title"), required=False, max_length=120)
    slug = AddressFormField(
        label=_("Address"), help_text=_("The last part of the page's address, such as mali-2017. It should not change.")
    )
    first_on = DayFormField(
        label=_("First day"), widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("Every other day and time moves by as much."),
    )  # fmt: skip
    keeps_names = forms.BooleanField(label=_("the names of delegates"), required=False, initial=True)
    keeps_contacts = forms.BooleanField(label=_("the contacts of delegations"), required=False, initial=True)
    keeps_staff = forms.BooleanField(label=_("the roles of staff"), required=False, initial=True)

    def layout(self):
        return Layout(
            "title", "short_title", "slug", "first_on",
            group(_("Taken over, too"), "keeps_names", "keeps_contacts", "keeps_staff"),
        )  # fmt: skip

    def clean_slug(self):
        slug = self.cleaned_data["slug"]
        if Roster.objects.filter(slug=slug).exists():
            raise forms.ValidationError(_("Another meeting has this address."))
        return slug
