"""Forms of the list of delegations and of one delegation: adding, replying, grounds, places."""

import json
import uuid

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from participants.domain.ranks import RANKS
from participants.domain.texts import text_in
from participants.domain.values import InvitationFacts
from participants.forms.base import PlannerForm, VersionedForm, VersionedPlainForm, in_our_words, row
from participants.forms.choosing import EntityFormField
from participants.forms.wallclock import ReceivedFormField
from participants.grounds import GROUNDS
from participants.models import DatedGroup, Delegation
from participants.models.roster import CHANNELS, PREPARING, STATUSES

OBSERVER = "observer"
FIRST_STATUSES = (*PREPARING, "accepted")


def inviting_grounds():
    return [(code, gettext(ground.label)) for code, ground in GROUNDS.items() if code != OBSERVER]


def rank_choices():
    return [("", "–"), *((code, gettext(rank.label)) for code, rank in RANKS.items())]


def first_statuses():
    return [(code, STATUSES[code]) for code in FIRST_STATUSES]


class TokenForm(PlannerForm):
    """A form that carries the identity of the row it is to make, so that sending it twice makes one."""

    token = forms.UUIDField(
        label=_("This form"), widget=forms.HiddenInput, required=False,
        error_messages={"invalid": _("It arrived damaged. Load the page again and fill it in anew.")},
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["token"].initial = uuid.uuid4


class AddDelegationForm(TokenForm):
    entity = EntityFormField(
        label=_("State or organization"), help_text=_("Its name in any language, an abbreviation or a code.")
    )
    grounds = forms.MultipleChoiceField(
        label=_("Grounds of invitation"), choices=inviting_grounds, widget=forms.CheckboxSelectMultiple
    )
    status = forms.ChoiceField(label=_("Status"), choices=first_statuses, initial="proposed")

    def __init__(self, *args, roster, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["entity"].roster = roster
        self.fields["entity"].language = get_language() or "en"
        self.fields["grounds"].error_messages["required"] = _("Choose at least one ground.")


class GroupChoiceField(forms.ModelChoiceField):
    def label_from_instance(self, obj):
        return text_in(obj.names, get_language() or "en")


class AddGroupForm(PlannerForm):
    group = GroupChoiceField(label=_("Group"), queryset=DatedGroup.objects.order_by("code"), to_field_name="code")
    ground = forms.ChoiceField(label=_("Ground of invitation"), choices=inviting_grounds)
    status = forms.ChoiceField(label=_("Status of those who are new"), choices=first_statuses, initial="proposed")


class ReplyForm(VersionedForm):
    status = forms.ChoiceField(label=_("Status"))
    received_at = ReceivedFormField(label=_("Reply received"), required=False)

    class Meta:
        model = Delegation
        fields = (
            "status", "reply_channel", "received_at", "level_announced", "is_name_to_follow", "contact_name",
            "contact_email", "note",
        )  # fmt: skip
        widgets = {"note": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args, now, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["status"].choices = [(code, label) for code, label in STATUSES.items() if code != "withdrawn"]
        self.fields["level_announced"].choices = rank_choices()
        self.fields["reply_channel"].choices = [("", "–"), *CHANNELS.items()]
        roster = self.instance.roster
        self.fields["received_at"].place(zone=roster.zone, first_on=roster.first_on, now=now)

    def layout(self):
        return Layout(
            row("status", "reply_channel"), "received_at", row("level_announced"), "is_name_to_follow",
            row("contact_name", "contact_email"), "note", "version",
        )  # fmt: skip


class PlacesForm(VersionedForm):
    class Meta:
        model = Delegation
        fields = ("places_at_table", "places_behind")

    def layout(self):
        return Layout(row("places_at_table", "places_behind"), "version")


class GroundsForm(PlannerForm):
    """One line for each ground: whether, by which organ, at which position among those invited on it, a note."""

    seen = forms.JSONField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, grounds, organs, **kwargs):
        super().__init__(*args, **kwargs)
        present = {one.ground: one for one in grounds}
        self.fields["seen"].initial = [as_list(one) for one in grounds]
        for code, label in inviting_grounds():
            own = present.get(code)
            self.fields[f"is_{code}"] = forms.BooleanField(label=label, required=False, initial=own is not None)
            self.fields[f"organ_{code}"] = forms.ChoiceField(
                label=_("Acting body"), required=False, choices=[("", "–"), *organs], initial=own and own.organ
            )
            self.fields[f"position_{code}"] = forms.IntegerField(
                label=_("Position"),
                required=False,
                min_value=1,
                max_value=999,
                initial=own.position + 1 if own else None,
            )
            self.fields[f"note_{code}"] = forms.CharField(
                label=_("Note"), required=False, max_length=250, initial=own and own.note
            )
        self.has_organs = bool(organs)
        for name, field in self.fields.items():
            in_our_words(field)
            if name.startswith(("organ_", "position_", "note_")):
                kind = "form-select" if name.startswith("organ_") else "form-control"
                field.widget.attrs |= {"class": kind, "aria-label": f"{field.label}, {ground_label(name)}"}

    def lines(self):
        for code, label in inviting_grounds():
            cells = [self[f"{name}_{code}"] for name in ("is", "organ", "position", "note")]
            yield {"label": label, "is": cells[0], "organ": cells[1], "position": cells[2], "note": cells[3]}

    def clean(self):
        data = super().clean()
        if not self.errors and not any(data.get(f"is_{code}") for code, _label in inviting_grounds()):
            raise forms.ValidationError(
                _("Choose at least one ground. To take the delegation off the list, withdraw it.")
            )
        return data

    def add_changed(self, now):
        """Say what the grounds are by now, and take them over as seen: saving again is a decision."""
        names = ", ".join(gettext(GROUNDS[one.ground].label) for one in now) or "–"
        self.add_error(
            None,
            gettext("Somebody changed the grounds meanwhile. Now: %(now)s. Save again to keep yours.") % {"now": names},
        )
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = json.dumps([as_list(one) for one in now])

    def wanted_grounds(self):
        data = self.cleaned_data
        return tuple(
            InvitationFacts(
                ground=code,
                organ=data.get(f"organ_{code}") or "",
                position=(data.get(f"position_{code}") or 0) - 1,
                note=data.get(f"note_{code}") or "",
            )
            for code, _label in inviting_grounds()
            if data.get(f"is_{code}")
        )

    def seen_grounds(self):
        rows = self.cleaned_data.get("seen") or []
        is_whole = isinstance(rows, list) and all(isinstance(one, list) and types_of(one) == TYPES for one in rows)
        return tuple(InvitationFacts(**dict(zip(KEYS, one, strict=True))) for one in rows) if is_whole else ()


KEYS = ("ground", "organ", "position", "note")
TYPES = [str, str, int, str]


def types_of(values):
    return [type(value) for value in values]


def as_list(invitation):
    return [getattr(invitation, key) for key in KEYS]


def ground_label(name):
    return gettext(GROUNDS[name.partition("_")[2]].label)


class WhyForm(VersionedPlainForm):
    why = forms.CharField(label=_("Reason"), required=False, max_length=500)
