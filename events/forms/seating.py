"""Forms of the seats: order of a moment, room, single chairs, and numbers kept for those without a place."""

from crispy_forms.layout import Layout
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.domain.podium import INTERPRETERS
from events.models import Event, LibraryRoom, SeatingPlan
from events.models.seating import rank_schemes, schemes
from participants.domain.protocol import ALPHABETICAL_ORDERS
from participants.domain.seat_orders import SEATING_SCHEMES
from participants.domain.texts import text_in
from participants.forms.base import PlannerForm, TakingOver, VersionedForm, Versioning, row
from participants.forms.choosing import EntityFormField, SuggestInput
from participants.models.language_names import language_label

MARKS = {
    "block": (_("Out of use"), {"is_blocked": True}),
    "unblock": (_("In use again"), {"is_blocked": False}),
    "accessible": (_("Accessible to wheelchairs"), {"is_accessible": True}),
    "inaccessible": (_("Not accessible"), {"is_accessible": False}),
}


def order_languages():
    return [(code, language_label(code)) for code in ALPHABETICAL_ORDERS]


def rank_scheme_choices():
    return [("", _("none")), *((code, gettext(label)) for code, label in rank_schemes())]


class SeatingForm(VersionedForm):
    class Meta:
        model = SeatingPlan
        fields = ("scheme", "language", "rank_scheme", "is_mixed")

    scheme = forms.ChoiceField(
        label=_("Order"),
        choices=schemes,
        help_text=_("By hand begins as a copy of the order there is. Choosing another one later forgets it."),
    )
    language = forms.ChoiceField(
        label=_("Language of the order"),
        choices=order_languages,
        help_text=_("Whose alphabet decides, not that of the print."),
    )
    rank_scheme = forms.ChoiceField(
        label=_("Order of rank"),
        choices=rank_scheme_choices,
        required=False,
        help_text=_(
            "Only for the order by rank: that of the head of delegation who comes; equal ranks by the alphabet."
        ),
    )
    is_mixed = forms.TypedChoiceField(
        label=_("Blocks or mixed"),
        choices=[("", _("In blocks by status")), ("mixed", _("Mixed: all in one order"))],
        coerce=bool,
        empty_value=False,
        required=False,
        help_text=_(
            "Blocks are Member States, observer States, organizations and United Nations; an order by hand has none."
        ),
    )

    def __init__(self, *args, roster, reader_language, **kwargs):
        super().__init__(*args, **kwargs)
        # None is an answer too: the form was made when the moment had no plan, and the operation looks at that.
        self.fields["version"].required = False
        self.fields["scheme"].choices = [(code, gettext(label)) for code, label in schemes()]
        self.initial["is_mixed"] = "mixed" if self.instance.is_mixed else ""
        self.fields["drawn_state"] = EntityFormField(
            roster=roster,
            language=reader_language,
            required=False,
            label=_("State drawn"),
            help_text=_("Whom the lot of the General Assembly fell on; only for the order that starts there."),
        )
        self.initial.setdefault("drawn_state", self.instance.drawn_state_id)

    def clean(self):
        cleaned = super().clean()
        scheme = SEATING_SCHEMES.get(cleaned.get("scheme"))
        if scheme and scheme.is_drawn and not cleaned.get("drawn_state") and "drawn_state" not in self.errors:
            self.add_error("drawn_state", _("Say which State was drawn, or choose another order."))
        if scheme and scheme.is_ranked and not cleaned.get("rank_scheme") and "rank_scheme" not in self.errors:
            self.add_error("rank_scheme", _("Say which order of rank, or choose another order."))
        return cleaned

    def layout(self):
        return Layout("version", "scheme", "drawn_state", "rank_scheme", "language", "is_mixed")


class InterpretersForm(TakingOver, PlannerForm):
    shown = forms.CharField(widget=forms.HiddenInput, required=False, max_length=4000)

    def __init__(self, *args, people, now, **kwargs):
        super().__init__(*args, **kwargs)
        self.now = now
        self.initial["shown"] = ",".join(f"{uuid}:{place}" for uuid, place in now.items())
        places = [("", _("none")), *((code, _(label)) for code, label in INTERPRETERS.items())]
        for uuid, name in people.items():
            self.fields[uuid] = forms.ChoiceField(label=name, choices=places, required=False)
            self.initial[uuid] = now[uuid]

    @property
    def places(self):
        # What was not sent stays as it is.
        return {uuid: self.cleaned_data[uuid] for uuid in self.now if self.add_prefix(uuid) in self.data}

    @property
    def places_shown(self):
        pairs = (one.partition(":") for one in self.cleaned_data["shown"].split(",") if one)
        return {uuid: place for uuid, _colon, place in pairs}

    def add_stale(self):
        seen = self.places_shown
        for uuid, place in self.now.items():
            if seen.get(uuid) != place:
                current, yours = (
                    gettext(INTERPRETERS[one]) if one else gettext("none") for one in (place, self.cleaned_data[uuid])
                )
                self.add_differing(uuid, current=current, yours=yours)
        self.add_error(
            None, gettext("Somebody saved this after you opened it. Save again to keep yours; nothing of it is lost.")
        )
        self.take_over(shown=self.initial["shown"])


class RoomForm(Versioning, PlannerForm):
    library = forms.ModelChoiceField(
        label=_("Room"),
        queryset=LibraryRoom.objects.all(),
        empty_label=_("Choose a room"),
        help_text=_("The meeting gets its own copy. Marks made on the seats of the room it has are lost."),
    )

    # Sent by the page that asks again; whoever replaces nothing is not asked.
    is_confirmed = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, reader_language, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["library"].label_from_instance = lambda one: room_label(one, reader_language)


def room_label(room, language):
    label = ", ".join(filter(None, (text_in(room.names, language), text_in(room.building, language))))
    return gettext("%(room)s (approximate plan)") % {"room": label} if room.is_approximate else label


class SeatForm(TakingOver, PlannerForm):
    label = forms.CharField(
        label=_("Seats"),
        max_length=200,
        help_text=_("Their numbers, such as A4, or several: A4, A5. A click on the drawing fills this in."),
    )
    mark = forms.ChoiceField(label=_("Mark as"), choices=[(code, label) for code, (label, _change) in MARKS.items()])
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    seen = forms.JSONField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, room, seats, **kwargs):
        super().__init__(*args, **kwargs)
        labels = [seat.label for seat in seats]
        self.labels = {label.casefold(): label for label in labels}
        self.now = {"version": room.version if room else None, "seen": marks_of(seats)}
        self.initial |= self.now
        self.fields["label"].widget = SuggestInput(
            suggestions=labels, attrs={"maxlength": 200, "data-seat-label": "", "autocapitalize": "characters"}
        )

    def clean_label(self):
        typed = self.cleaned_data["label"].replace(",", " ").replace(";", " ").split()
        unknown = [one for one in typed if one.casefold() not in self.labels]
        if unknown or not typed:
            raise ValidationError(
                _("The room has no seat %(labels)s."), params={"labels": ", ".join(unknown) or "–"}, code="unknown"
            )
        return list(dict.fromkeys(self.labels[one.casefold()] for one in typed))

    @property
    def seen_marks(self):
        """What the page showed, (is_blocked, is_accessible) by label; what arrived damaged showed nothing."""
        given = self.cleaned_data.get("seen")
        if not isinstance(given, dict) or not all(is_pair(one) for one in given.values()):
            return {}
        return {label: tuple(marks) for label, marks in given.items()}

    def take_over_now(self):
        self.take_over(**{name: self.fields[name].prepare_value(value) for name, value in self.now.items()})

    def add_marked(self, now):
        chosen = dict(self.fields["mark"].choices)[self.cleaned_data["mark"]]
        words = gettext("Somebody marked these seats meanwhile. Now: %(current)s. Yours: %(yours)s.")
        current = "; ".join(f"{label}, {mark_words(marks)}" for label, marks in now.items())
        self.add_error("label", words % {"current": current, "yours": gettext(str(chosen))})
        self.take_over_now()


def marks_of(seats):
    pairs = ((seat.label, [seat.is_blocked, seat.is_accessible]) for seat in seats)
    return {label: marks for label, marks in pairs if any(marks)}


def is_pair(value):
    return isinstance(value, list) and [type(one) for one in value] == [bool, bool]


def mark_words(marks):
    is_blocked, is_accessible = marks
    words = [MARKS["block"][0]] if is_blocked else [gettext("in use")]
    return ", ".join(str(word).lower() for word in [*words, *([MARKS["accessible"][0]] if is_accessible else [])])


class SeatNumbersForm(VersionedForm):
    class Meta:
        model = Event
        fields = ("secretariat_seats", "press_seats", "reserve_seats")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.IntegerField) and not field.widget.is_hidden:
                field.widget.attrs["max"] = 5000
                field.validators = [one for one in field.validators if getattr(one, "code", "") != "max_value"]
                field.validators.append(at_most_5000)

    def layout(self):
        return Layout("version", row("secretariat_seats", "press_seats", "reserve_seats"))


def at_most_5000(value):
    if value > 5000:
        raise ValidationError(_("At most 5,000."))
