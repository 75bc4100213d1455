"""The form of a room's seats: one choice of seats, and what is to be done with them."""

from dataclasses import replace

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from events.documents.kind_words import said_to
from events.documents.room_words import fault_sentence
from events.domain.seating.room_checks import LONGEST_LABEL, MOST_MM, MOST_NUMBER
from events.domain.seating.room_edits import (
    NewRow,
    marked,
    moved,
    resized,
    with_row,
    with_seats_behind,
    without,
)
from events.domain.seating.room_labels import LABEL_ENDS, LABEL_SCHEMES, labelled, with_labels
from events.domain.seating.room_walks import PATTERN_LABELS, renumbered
from events.forms.rooms import WholeNumberField
from events.models.room import ZONES
from participants.forms.base import PlannerForm

MARKS = {
    "block": (_("Out of use"), {"is_blocked": True}),
    "unblock": (_("In use again"), {"is_blocked": False}),
    "accessible": (_("Accessible to wheelchairs"), {"is_accessible": True}),
    "inaccessible": (_("Not accessible"), {"is_accessible": False}),
    "removable": (_("Can be taken away"), {"is_removable": True}),
    "fixed": (_("Cannot be taken away"), {"is_removable": False}),
}
# What is done -> the fields that it needs.
NEEDS = {
    "mark": ("seats", "mark"),
    "move": ("seats", "right_mm", "back_mm", "turn"),
    "behind": ("seats", "behind"),
    "remove": ("seats",),
    "row": ("row_zone", "row_count", "row_x_mm", "row_y_mm", "row_pitch_mm", "row_angle"),
    "renumber": ("number_zone", "pattern", "first_hour"),
    "renumber_from": ("seats", "number_zone", "pattern"),
    "label": ("seats", "label"),
    "labels": ("label_scheme", "label_start", "label_end"),
    "resize": ("width_mm", "depth_mm"),
}
# What it reads besides, and may be empty.
MAY = {"row": ("row_letter",), "labels": ("label_zone", "label_letters")}
# What is done to one seat alone -> the words where more are chosen.
ONE_SEAT = {
    "label": _("Choose one seat alone: no two have the same label."),
    "renumber_from": _("Choose one seat alone, at which the walk begins."),
}
# Where it is told what the room has against an edit; elsewhere above the form.
TOLD_AT = {"label": "label", "labels": "label_letters", "renumber_from": "seats"}
SAID = {
    "mark": _("The seats were marked."),
    "move": _("The seats were moved."),
    "behind": _("The seats behind were added."),
    "remove": _("The seats were deleted."),
    "row": _("The row was added."),
    "renumber": _("The places were numbered anew."),
    "renumber_from": _("The places were numbered anew."),
    "label": _("The seat has another label."),
    "labels": _("The seats were labelled anew."),
    "resize": _("The room has another size."),
}


def zone_choices(kind):
    return [(zone, capfirst(said_to(kind, label))) for zone, label in ZONES.items() if zone != "behind"]


def number(label, *, least, most, usual, **kwargs):
    return WholeNumberField(label=label, min_value=least, max_value=most, initial=usual, required=False, **kwargs)


class RoomSeatsForm(PlannerForm):
    seats = forms.CharField(
        label=_("Seats chosen"), required=False, max_length=4000,
        help_text=_("Their labels, such as A4, B1-B7, or a row's letter for the whole row."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "data-chosen": ""}),
    )  # fmt: skip
    shown = forms.CharField(required=False, widget=forms.HiddenInput)
    is_confirmed = forms.BooleanField(required=False, widget=forms.HiddenInput)
    mark = forms.ChoiceField(
        label=_("Mark as"), required=False, choices=[(code, one[0]) for code, one in MARKS.items()]
    )
    right_mm = number(_("To the right (mm)"), least=-MOST_MM, most=MOST_MM, usual=0)
    back_mm = number(_("Down the drawing (mm)"), least=-MOST_MM, most=MOST_MM, usual=0)
    turn = number(_("Turn (degrees, clockwise)"), least=-359, most=359, usual=0)
    behind = number(_("Seats more behind each"), least=1, most=6, usual=1)
    row_zone = forms.ChoiceField(label=_("Zone"), required=False)
    row_letter = forms.CharField(
        label=_("Letter of the row"), required=False, max_length=8, help_text=_("Empty at a table.")
    )
    row_count = number(_("Seats"), least=1, most=500, usual=1)
    row_x_mm = number(_("First seat: from the left (mm)"), least=0, most=MOST_MM, usual=1000)
    row_y_mm = number(_("From the top (mm)"), least=0, most=MOST_MM, usual=1000)
    row_pitch_mm = number(_("From seat to seat (mm)"), least=250, most=10_000, usual=660)
    row_angle = number(
        _("Where they look (degrees)"), least=0, most=359, usual=0, help_text=_("0: towards the top of the drawing")
    )
    has_places = forms.BooleanField(label=_("Each is a place, numbered on"), required=False, initial=True)
    number_zone = forms.ChoiceField(label=_("Places of"), required=False)
    pattern = forms.ChoiceField(label=_("Numbered"), required=False, choices=lambda: list(PATTERN_LABELS.items()))
    first_hour = number(
        _("Round the table, from … o'clock"),
        least=1,
        most=12,
        usual=12,
        help_text=_("12 is the top of the drawing, 6 the hall."),
    )
    label = forms.CharField(
        label=_("New label of the seat"), required=False, max_length=LONGEST_LABEL,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    label_zone = forms.ChoiceField(label=_("Which seats"), required=False)
    label_scheme = forms.ChoiceField(label=_("Labels"), required=False)
    label_letters = forms.CharField(
        label=_("Letters"), required=False, max_length=8, widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("By row: of the first row, the others follow; empty, each keeps its own. Running: before each."),
    )  # fmt: skip
    label_start = number(_("Begin with the number"), least=1, most=MOST_NUMBER, usual=1)
    label_end = forms.ChoiceField(label=_("Counted"), required=False)
    width_mm = number(_("Width (mm)"), least=1, most=MOST_MM, usual=None)
    depth_mm = number(_("Depth (mm)"), least=1, most=MOST_MM, usual=None)

    def __init__(self, *args, room, shown, kind="", **kwargs):
        super().__init__(*args, **kwargs)
        self.room = room
        self.initial |= {"shown": shown, "width_mm": room.width_mm, "depth_mm": room.depth_mm}
        self.initial.setdefault("number_zone", "table")
        self.initial.setdefault("row_zone", "observers")
        for name, labels in (("pattern", PATTERN_LABELS), ("label_scheme", LABEL_SCHEMES), ("label_end", LABEL_ENDS)):
            self.fields[name].choices = [(code, capfirst(said_to(kind, label))) for code, label in labels.items()]
        self.fields["label_zone"].choices = [("", _("Those chosen")), *zone_choices(kind)]
        for name in ("row_zone", "number_zone"):
            self.fields[name].choices = zone_choices(kind)

    @property
    def do(self):
        return self.data.get("do", "")

    def clean_seats(self):
        chosen, unknown = chosen_seats(self.cleaned_data["seats"], self.room.seats)
        if unknown:
            words = ", ".join(unknown[:20])
            raise ValidationError(_("The room has no seat %(labels)s."), params={"labels": words}, code="unknown")
        return chosen

    def clean(self):
        cleaned = super().clean()
        if self.do not in NEEDS:
            raise ValidationError(_("Choose what is to be done with the seats."))
        needed = NEEDS[self.do]
        if self.do == "labels" and cleaned.get("label_zone") == "":
            needed = ("seats", *needed)
        read = (*needed, *MAY.get(self.do, ()), "__all__")
        # What belongs to another press of a button neither helps nor hinders this one.
        for name in [name for name in self.errors if name not in read]:
            del self.errors[name]
        for name in needed:
            if name not in self.errors and cleaned.get(name) in (None, "", []):
                words = _("Choose at least one seat.") if name == "seats" else _("Fill this in.")
                self.add_error(name, words)
        if self.do in ONE_SEAT and len(cleaned.get("seats") or []) > 1:
            self.add_error("seats", ONE_SEAT[self.do])
        return cleaned

    def edited(self):
        """The room as it would be. Raises RoomRefused."""
        return EDITS[self.do](self.room, self.cleaned_data)

    def add_faults(self, faults):
        at = TOLD_AT.get(self.do)
        # What is wrong with a label is wrong with those of the seats behind, which follow it.
        for fault in faults[:1] if self.do == "label" else faults:
            # At a field it is plain which seat is meant; what stands in it is in the words.
            self.add_error(at, fault_sentence(replace(fault, where="", field="") if at else fault))

    @property
    def still_chosen(self):
        """The seats that stay chosen after the edit, as they were typed: not by labels that they have no more."""
        if self.do == "label":
            return self.cleaned_data["label"]
        return "" if self.do in ("remove", "labels") else self.data.get("seats", "")[:4000]


def chosen_seats(typed, seats):
    """Labels of the seats that are meant, in the order typed, and what of it the room does not have."""
    by_label = {seat.label.casefold(): index for index, seat in enumerate(seats)}
    rows = {}
    for seat in seats:
        if seat.row and seat.zone != "behind":
            rows.setdefault(seat.row.casefold(), []).append(seat.label)
    chosen, unknown = {}, []
    for part in typed.replace(",", " ").replace(";", " ").split():
        found = of_part(part.casefold(), seats, by_label, rows)
        chosen.update(dict.fromkeys(found))
        if not found:
            unknown.append(part)
    return list(chosen), unknown


def of_part(part, seats, by_label, rows):
    if part in by_label:
        return [seats[by_label[part]].label]
    if part in rows:
        return rows[part]
    for at in (index for index, sign in enumerate(part) if sign in "-–"):
        first, last = by_label.get(part[:at]), by_label.get(part[at + 1 :])
        if first is not None and last is not None:
            first, last = min(first, last), max(first, last)
            return [one.label for one in seats[first : last + 1] if one.zone == seats[first].zone]
    return []


def _row(room, data):
    return with_row(
        room,
        NewRow(
            zone=data["row_zone"],
            row=data["row_letter"].strip(),
            count=data["row_count"],
            x_mm=data["row_x_mm"],
            y_mm=data["row_y_mm"],
            pitch_mm=data["row_pitch_mm"],
            angle=data["row_angle"],
            has_places=data["has_places"],
        ),
    )


def _labels(room, data):
    zone = data["label_zone"]
    chosen = [one.label for one in room.seats if one.zone == zone] if zone else data["seats"]
    return labelled(
        room,
        chosen,
        scheme=data["label_scheme"],
        letters=data["label_letters"].strip(),
        start=data["label_start"],
        end=data["label_end"],
    )


EDITS = {
    "mark": lambda room, data: marked(room, data["seats"], **MARKS[data["mark"]][1]),
    "move": lambda room, data: moved(
        room, data["seats"], x_mm=data["right_mm"], y_mm=data["back_mm"], turn=data["turn"]
    ),
    "behind": lambda room, data: with_seats_behind(room, data["seats"], count=data["behind"]),
    "remove": lambda room, data: without(room, data["seats"]),
    "row": _row,
    "renumber": lambda room, data: renumbered(
        room, data["number_zone"], pattern=data["pattern"], first_hour=data["first_hour"]
    ),
    "renumber_from": lambda room, data: renumbered(
        room, data["number_zone"], pattern=data["pattern"], first_seat=data["seats"][0]
    ),
    "label": lambda room, data: with_labels(room, {data["seats"][0]: data["label"].strip()}),
    "labels": _labels,
    "resize": lambda room, data: resized(room, width_mm=data["width_mm"], depth_mm=data["depth_mm"]),
}
