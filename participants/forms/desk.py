"""Forms of the registration desk: its terms, releases, and what staff decide of one request."""

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from participants.domain.desk import terms_digest
from participants.forms.base import PlannerForm, PlannerModelForm, TakingOver, Versioning, group, row, shown
from participants.forms.choosing import EntityFormField
from participants.forms.wallclock import InstantFormField
from participants.models import Roster
from participants.models.places import MOST_ASKED
from participants.queries import desk_facts


def instant(label, **kwargs):
    return InstantFormField(label=label, required=False, **kwargs)


class DeskForm(TakingOver, PlannerModelForm):
    opens_at = instant(_("Opens"))
    closes_at = instant(_("Closes"), help_text=_("Then second places are granted, too."))
    release_at = instant(
        _("Release of places not answered for"),
        help_text=_("Places of invited delegations at the table that have not accepted by then go to observers."),
    )
    cutoff_at = instant(_("Grants by hand from"), help_text=_("From then on no place is granted by itself."))
    lapse_at = instant(
        _("End of the waiting list"), help_text=_("Those who wait then are told that no place was left.")
    )
    links_end_at = instant(_("Links end"), help_text=_("From then on no delegation reaches its page any more."))
    why = forms.CharField(label=_("Reason"), max_length=500, required=False)
    version = forms.CharField(widget=forms.HiddenInput, required=False, max_length=16)

    class Meta:
        model = Roster
        fields = (
            "registration", "opens_at", "closes_at", "most_places", "reserve_places", "is_position_shown",
            "release_at", "cutoff_at", "lapse_at", "links_end_at",
        )  # fmt: skip
        help_texts = {
            "reserve_places": _("Protocol grants them by hand."),
            "most_places": _("The first place of everybody comes before the second of anybody."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, InstantFormField):
                effect = field.help_text
                field.zone = self.instance.zone
                field.help_text = " ".join(str(words) for words in (effect, field.help_text) if words)
        self.initial["version"] = terms_digest(desk_facts(self.instance))

    def layout(self):
        return Layout(
            group(_("The public form"), "registration", "opens_at", "closes_at"),
            group(_("Places"), row("most_places", "reserve_places"), "is_position_shown"),
            group(_("Towards the meeting"), "release_at", "cutoff_at", "lapse_at"),
            group(_("Answers of delegations"), "links_end_at"),
            "why", "version",
        )  # fmt: skip

    @property
    def terms(self):
        return {name: self.cleaned_data[name] for name in self._meta.fields}

    def add_stale(self, stale):
        """Say at each field what somebody else set, and take that over as seen: saving again is a decision."""
        for name, yours in stale.wanted.items():
            now = getattr(stale.current, name)
            if now != yours:
                field = self.fields[name]
                self.add_differing(name, current=shown(field, now), yours=shown(field, yours))
        self.add_error(
            None, gettext("Somebody saved this after you opened it. Save again to keep yours; nothing of it is lost.")
        )
        self.take_over(version=terms_digest(desk_facts(stale.current)))


class ReasonForm(PlannerForm):
    why = forms.CharField(
        label=_("Reason"), max_length=500,
        error_messages={"required": _("Give the reason; it is kept with the decision.")},
    )  # fmt: skip


class RequestTermsForm(Versioning, ReasonForm):
    places_asked = forms.IntegerField(label=_("Places asked for"), min_value=1, max_value=MOST_ASKED)
    most_places = forms.IntegerField(
        label=_("Most places for this request"), min_value=1, max_value=MOST_ASKED, required=False,
        help_text=_("Empty: the maximum of the meeting."),
    )  # fmt: skip

    def layout(self):
        return Layout(row("places_asked", "most_places"), "why", "version")


class GrantForm(Versioning, ReasonForm):
    from_reserve = forms.BooleanField(label=_("from the reserve"), required=False)

    def layout(self):
        return Layout("from_reserve", "why", "version")


class LineForm(TakingOver, ReasonForm):
    position = forms.IntegerField(label=_("Position on the waiting list"), min_value=1)
    shown = forms.CharField(widget=forms.HiddenInput, max_length=400_000)

    def layout(self):
        return Layout("position", "why", "shown")


class MatchForm(Versioning, PlannerForm):
    entity = EntityFormField(
        label=_("State or organization"), help_text=_("Its name in any language, an abbreviation or a code.")
    )

    def __init__(self, *args, roster, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["entity"].roster = roster
        self.fields["entity"].language = get_language() or "en"

    def layout(self):
        return Layout("entity", "version")


class ReleaseForm(ReasonForm):
    delegations = forms.MultipleChoiceField(
        label=_("Delegations"), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one delegation.")},
    )  # fmt: skip

    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["delegations"].choices = choices

    def layout(self):
        return Layout("delegations", "why")
