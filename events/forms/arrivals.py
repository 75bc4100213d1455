"""How a principal comes and goes."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from events.forms.clocks import DayClockFormField
from events.models import Arrival, Item
from participants.domain.texts import text_in
from participants.forms.base import VersionedForm


class ArrivalForm(VersionedForm):
    arrives = DayClockFormField(label=_("Arrives"), required=False)

    class Meta:
        model = Arrival
        fields = ("arrives", "entrance", "holding_room", "escort", "leaves_after", "note")

    def __init__(self, *args, facts, language, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.fields["version"].required = False
        self.fields["arrives"].place(facts)
        items = Item.objects.kept().filter(segment__event__roster__slug=facts.roster.slug)
        field = self.fields["leaves_after"]
        field.queryset = items.filter(segment__withdrawn_at__isnull=True).order_by("segment__position", "position")
        field.empty_label = gettext("stays to the end")
        field.label_from_instance = lambda item: text_in(item.title, language)


class PressForm(forms.Form):
    """One field for each item, called by its uuid, with the version that the page showed beside."""

    def __init__(self, *args, items, choices, **kwargs):
        super().__init__(*args, **kwargs)
        for item in items:
            self.fields[f"press_{item.uuid}"] = forms.ChoiceField(choices=choices, required=False)
            self.fields[f"version_{item.uuid}"] = forms.IntegerField(required=False)
        self.items = items

    @property
    def wanted(self):
        data = self.cleaned_data
        return {item.uuid: (data[f"version_{item.uuid}"] or 0, data[f"press_{item.uuid}"]) for item in self.items}
