"""How a principal comes and goes, and what the press may see of an item."""

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from events.forms.clocks import DayClockFormField
from events.forms.programme import press_choices
from events.models import Arrival, Item
from participants.forms.base import VersionedForm, row


class ItemChoiceField(forms.ModelChoiceField):
    """Gives an item of the programme; `labels` say by uuid how each is called, in the order offered."""

    def __init__(self, **kwargs):
        self.labels = {}
        super().__init__(queryset=Item.objects.none(), to_field_name="uuid", **kwargs)

    def offer(self, rows, labels):
        self.labels = labels
        self.queryset = rows

    def label_from_instance(self, obj):
        return self.labels.get(str(obj.uuid), _("an item that was taken out"))


class ArrivalForm(VersionedForm):
    arrives = DayClockFormField(label=_("Arrives"), required=False)
    leaves_after = ItemChoiceField(
        label=_("Leaves after"),
        required=False,
        empty_label=_("nothing said"),
        error_messages={"invalid_choice": _("Choose an item of the programme.")},
    )

    class Meta:
        model = Arrival
        fields = ("arrives", "entrance", "holding_room", "escort", "leaves_after", "note")

    def __init__(self, *args, facts, labels, **kwargs):
        super().__init__(*args, **kwargs)
        # A form made while nothing was written yet has no version, and is refused once something is.
        self.fields["version"].required = False
        self.fields["arrives"].place(facts)
        rows = Item.objects.filter(uuid__in=[*labels, *self.kept_uuid()])
        self.fields["leaves_after"].offer(rows.order_by("segment__position", "position", "pk"), labels)
        if self.instance.leaves_after_id:
            self.initial["leaves_after"] = self.instance.leaves_after.uuid

    def kept_uuid(self):
        return [self.instance.leaves_after.uuid] if self.instance.leaves_after_id else []

    def layout(self):
        return Layout(
            "version",
            row("arrives", "leaves_after"),
            row("entrance", "holding_room", "escort"),
            "note",
        )


class PressForm(VersionedForm):
    press = forms.ChoiceField(
        label=_("Press"),
        choices=press_choices,
        required=False,
        widget=forms.Select(attrs={"class": "form-select form-select-sm"}),
    )

    class Meta:
        model = Item
        fields = ("press",)
