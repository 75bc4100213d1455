"""The form of a paragraph of the concept note, whose text carries its deletions as marks."""

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy as _

from events.models import NoteParagraph
from events.operations.note import mark_errors
from participants.forms.base import VersionedForm, row
from participants.forms.texts import TextsFormField

ROWS = 10


class ParagraphForm(VersionedForm):
    uuid = forms.UUIDField(widget=forms.HiddenInput, required=False)
    after = forms.UUIDField(widget=forms.HiddenInput, required=False)
    text = TextsFormField(
        label=_("Text"),
        needs="any",
        is_long=True,
        max_length=20_000,
        help_text=_(
            "A deletion is written [-1|the words-]: its number, then the words. The same number in both languages "
            "marks the same deletion."
        ),
    )

    class Meta:
        model = NoteParagraph
        fields = ("kind", "number", "text")

    def __init__(self, *args, event, **kwargs):
        super().__init__(*args, **kwargs)
        self.event = event
        self.fields["number"].help_text = _("Of a heading: II, III.")
        for widget in self.fields["text"].widget.widgets:
            widget.attrs["rows"] = ROWS
        if self.instance.pk:
            del self.fields["uuid"], self.fields["after"]
        else:
            del self.fields["version"]
            self.initial["uuid"] = self.instance.uuid

    def clean(self):
        cleaned = super().clean()
        # The same form sent twice meets its own row, whose numbers are not another paragraph's.
        uuid = self.instance.uuid if self.instance.pk else cleaned.get("uuid")
        own = self.event.paragraphs.filter(uuid=uuid).first() if uuid else None
        for error in mark_errors(self.event, cleaned.get("text") or {}, own=own):
            self.add_error("text", error)
        return cleaned

    @property
    def wanted(self):
        wanted = super().wanted
        if not self.instance.pk:
            wanted["uuid"] = wanted["uuid"] or self.instance.uuid
            wanted["after"] = str(wanted["after"]) if wanted["after"] else None
        return wanted

    def layout(self):
        hidden = ("version",) if self.instance.pk else ("uuid", "after")
        return Layout(*hidden, row("kind", "number"), "text")
