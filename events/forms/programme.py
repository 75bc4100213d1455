"""Forms of the programme's rows: segments, items, speeches. A new row carries its identity, so it is added once."""

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.documents.words import duration
from events.domain import wallclock
from events.domain.items import ITEM_KINDS, PRESS, SPOKEN_LANGUAGES
from events.domain.timeline import limit_of
from events.forms.clocks import DayClockFormField
from events.forms.people import PersonFormField, people_of
from events.models import Item, Segment, Speech
from participants.forms.base import VersionedForm, group, row
from participants.forms.texts import TextsFormField
from participants.forms.wallclock import InstantFormField
from participants.models import Delegate, Delegation

LENGTHS = (
    ("minutes", _("A number of minutes")),
    ("rest", _("As long as its speakers need; a debate, or an item without speakers, takes what remains")),
)


def minutes_field(most, words, **kwargs):
    return forms.IntegerField(
        min_value=1,
        max_value=most,
        required=False,
        error_messages={"min_value": words, "max_value": words, "invalid": words},
        **kwargs,
    )


def spoken_languages():
    return [("", gettext("not known")), *((code, gettext(name)) for code, name in SPOKEN_LANGUAGES.items())]


def press_choices():
    return [("", gettext("not decided")), *((code, gettext(label)) for code, label in PRESS.items())]


class RowForm(VersionedForm):
    uuid = forms.UUIDField(widget=forms.HiddenInput, required=False)
    clock_hints = {}

    def __init__(self, *args, facts, language, **kwargs):
        super().__init__(*args, **kwargs)
        self.facts = facts
        self.language = language
        for name, field in self.fields.items():
            if isinstance(field, DayClockFormField):
                field.place(facts, hint=self.clock_hints.get(name, ""))
            elif isinstance(field, InstantFormField):
                field.zone = facts.roster.zone
        if not self.instance.pk:
            self.initial["uuid"] = self.instance.uuid
            del self.fields["version"]
        else:
            del self.fields["uuid"]

    @property
    def hidden(self):
        return "version" if self.instance.pk else "uuid"

    @property
    def wanted(self):
        wanted = super().wanted
        if self.instance.pk is None and wanted["uuid"] is None:
            wanted["uuid"] = self.instance.uuid
        return wanted

    def refuse_end_before_start(self, start, end):
        starts, ends = self.cleaned_data.get(start), self.cleaned_data.get(end)
        if starts and ends and wallclock.between(starts, ends, self.facts.roster.zone).total_seconds() <= 0:
            self.add_error(end, _("The end must come after the start."))


class SegmentForm(RowForm):
    title = TextsFormField(label=_("Title"), needs="any", max_length=250)
    starts = DayClockFormField(label=_("Fixed start"), required=False)
    ends = DayClockFormField(label=_("Fixed end"), required=False)
    handover_seconds = forms.IntegerField(
        label=_("Hand-over, in seconds"),
        min_value=0,
        max_value=600,
        initial=30,
        help_text=_("What passes between two speakers; 0 to 600."),
        error_messages={
            "min_value": _("Give 0 to 600 seconds."),
            "max_value": _("Give 0 to 600 seconds."),
            "invalid": _("Give a whole number of seconds."),
        },
    )

    class Meta:
        model = Segment
        fields = ("title", "starts", "ends", "handover_seconds")

    clock_hints = {
        "starts": _("Leave it empty to start where the part before ends."),
        "ends": _("Leave it empty to end where its items end."),
    }

    def clean(self):
        cleaned = super().clean()
        self.refuse_end_before_start("starts", "ends")
        return cleaned

    def layout(self):
        return Layout(self.hidden, "title", row("starts", "ends"), "handover_seconds")


class ItemForm(RowForm):
    title = TextsFormField(label=_("Title"), needs="any", max_length=250)
    description = TextsFormField(label=_("Description"), required=False, is_long=True, max_length=2000)
    press = forms.ChoiceField(label=_("Press"), choices=press_choices, required=False)
    length = forms.ChoiceField(label=_("How long"), choices=LENGTHS, widget=forms.RadioSelect)
    duration_minutes = minutes_field(720, _("An item lasts from 1 to 720 minutes."), label=_("Minutes"))
    fixed_start = DayClockFormField(label=_("Fixed start"), required=False)
    fixed_end = DayClockFormField(label=_("Fixed end"), required=False)
    actual_start = DayClockFormField(label=_("Began at"), required=False)
    actual_end = DayClockFormField(label=_("Ended at"), required=False)

    clock_hints = {
        "fixed_start": _("Leave it empty to start where the item before ends."),
        "fixed_end": _("By when it must have ended; without a number of minutes it takes what remains until then."),
    }

    class Meta:
        model = Item
        fields = (
            "kind", "title", "description", "duration_minutes", "fixed_start", "fixed_end", "press", "actual_start",
            "actual_end",
        )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            kind = ITEM_KINDS.get(self.initial.get("kind"), ITEM_KINDS["statement"])
            self.initial |= {"kind": kind.code, "duration_minutes": kind.default_minutes}
        self.initial["length"] = "rest" if self.initial.get("duration_minutes") is None else "minutes"

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("length") == "rest":
            cleaned["duration_minutes"] = None
            self._errors.pop("duration_minutes", None)
        elif not cleaned.get("duration_minutes") and "duration_minutes" not in self._errors:
            self.add_error("duration_minutes", _("Give the minutes, or choose that it takes what it needs."))
        self.refuse_end_before_start("fixed_start", "fixed_end")
        self.refuse_end_before_start("actual_start", "actual_end")
        return cleaned

    @property
    def wanted(self):
        return {name: value for name, value in super().wanted.items() if name != "length"}

    def layout(self):
        return Layout(
            self.hidden,
            group(_("What"), "kind", "title", "description", "press"),
            group(_("When"), "length", "duration_minutes", row("fixed_start", "fixed_end")),
            group(_("As it really was"), row("actual_start", "actual_end")),
        )


class SpeechForm(RowForm):
    speaker = PersonFormField(
        label=_("Speaker"),
        help_text=_("Type part of the name or of the delegation, or choose the delegation with the name to follow."),
    )
    planned_minutes = minutes_field(120, _("A speech lasts from 1 to 120 minutes."), label=_("Minutes"))
    capacity = TextsFormField(
        label=_("Capacity"), required=False, max_length=250, help_text=_("In which the speaker takes the floor.")
    )
    on_behalf_of = TextsFormField(label=_("On behalf of"), required=False, max_length=250)
    language = forms.ChoiceField(label=_("Language"), choices=spoken_languages, required=False)
    requested_at = InstantFormField(label=_("Asked for the floor at"), required=False)
    actual_start = DayClockFormField(label=_("Began at"), required=False)
    actual_end = DayClockFormField(label=_("Ended at"), required=False)

    class Meta:
        model = Speech
        fields = (
            "planned_minutes", "capacity", "on_behalf_of", "language", "requested_at", "is_text_received",
            "actual_start", "actual_end",
        )  # fmt: skip

    def __init__(self, *args, item, **kwargs):
        super().__init__(*args, **kwargs)
        own = self.instance if self.instance.pk else None
        delegate = str(own.delegate.uuid) if own and own.delegate else ""
        speaker = self.fields["speaker"]
        speaker.people = people_of(self.facts, language=self.language, has_to_follow=True, also={delegate})
        if own:
            self.initial["speaker"] = speaker.person(delegation=str(own.delegation.uuid), delegate=delegate)
        self.fields["planned_minutes"].help_text = _("Left empty, it counts with %(length)s.") % {
            "length": duration(limit_of(item))
        }

    def clean(self):
        cleaned = super().clean()
        self.refuse_end_before_start("actual_start", "actual_end")
        return cleaned

    @property
    def wanted(self):
        wanted = super().wanted
        person = wanted.pop("speaker")
        roster = {"roster__slug": self.facts.roster.slug}
        wanted["delegation"] = Delegation.objects.get(uuid=person.delegation, **roster)
        wanted["delegate"] = Delegate.objects.get(uuid=person.delegate) if person.delegate else None
        return wanted

    def add_stale(self, stale):
        super().add_stale(stale)
        field, yours = self.fields["speaker"], self.cleaned_data.get("speaker")
        delegate = stale.current.delegate
        now = field.person(
            delegation=str(stale.current.delegation.uuid), delegate=str(delegate.uuid) if delegate else ""
        )
        if now != yours:
            self.add_differing("speaker", current=field.shown(now), yours=field.shown(yours))

    def layout(self):
        return Layout(
            self.hidden,
            group(_("Who"), "speaker", "capacity", "on_behalf_of"),
            group(
                _("How long, and what is ready"), row("planned_minutes", "language"), "requested_at", "is_text_received"
            ),
            group(_("As it really was"), row("actual_start", "actual_end")),
        )
