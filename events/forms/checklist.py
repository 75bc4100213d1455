"""The form of a task."""

from crispy_forms.layout import Layout
from django.utils.translation import gettext_lazy as _

from events.models import Task
from participants.forms.base import VersionedForm, row
from participants.forms.delegations import TokenForm
from participants.forms.texts import TextsFormField


class TaskForm(VersionedForm, TokenForm):
    text = TextsFormField(label=_("Task"), needs="any", max_length=300)

    class Meta:
        model = Task
        fields = ("text", "days_before", "owner", "note")
        help_texts = {"days_before": _("0 is the first day itself; the date follows when the meeting moves.")}

    def layout(self):
        return Layout("text", row("days_before", "owner"), "note", "version", "token")

    @property
    def columns(self):
        return {name: value for name, value in self.wanted.items() if name != "token"}
