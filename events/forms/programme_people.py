"""The form by which one more delegate is put on a list."""

from django.utils.translation import gettext_lazy as _

from events.forms.people import PersonFormField
from participants.forms.base import PlannerForm


class PersonChoiceForm(PlannerForm):
    person = PersonFormField(label=_("Add"), help_text=_("Part of the name or of the delegation."))

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].people = people
