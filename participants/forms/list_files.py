"""Forms of lists that come as files: the upload, and what each of a file's columns is."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from participants.domain.lists.columns import COLUMNS, LISTS, NAMES_ENTITY, columns_of, lacking
from participants.domain.lists.tables import LARGEST_BYTES, TOO_LARGE
from participants.forms.base import VersionedPlainForm
from participants.forms.delegations import TokenForm

LONGEST_NAME = 200


def column_label(code):
    return COLUMNS[code].heading(get_language() or "en")


class UploadForm(TokenForm):
    kind = forms.ChoiceField(label=_("List"))
    file = forms.FileField(
        label=_("File"), widget=forms.FileInput,
        help_text=_("CSV or XLSX, at most 10 MB, 10,000 rows and 100 columns."),
        error_messages={"required": _("Choose a file."), "empty": _("The file is empty.")},
    )  # fmt: skip

    def __init__(self, *args, allowed, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [
            (code, gettext(row.label)) for code, row in LISTS.items() if row.permission in allowed
        ]
        self.fields["file"].widget.attrs["accept"] = ".csv,.xlsx,.txt,.tsv"

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LARGEST_BYTES:
            raise ValidationError(gettext(TOO_LARGE))
        return file

    @property
    def file_name(self):
        return "".join(one for one in self.cleaned_data["file"].name if one.isprintable())[-LONGEST_NAME:]


class ColumnsForm(VersionedPlainForm):
    """One choice for each column of the file, by its index."""

    def __init__(self, *args, list_file, languages, **kwargs):
        super().__init__(*args, **kwargs)
        self.list_file = list_file
        own = [(one.code, column_label(one.code)) for one in columns_of(list_file.kind, languages)]
        used = set(list_file.columns.values()) - {code for code, _label in own}
        choices = [("", _("– leave out –")), *own, *((code, column_label(code)) for code in sorted(used))]
        for index, heading in enumerate(list_file.outline.get("headings", ())):
            label = heading or gettext("Column %(letter)s") % {"letter": letter_of(index)}
            field = forms.ChoiceField(label=label, choices=choices, required=False)
            field.initial = list_file.columns.get(str(index), "")
            self.fields[f"column_{index}"] = field
        self.initial["version"] = list_file.version

    @property
    def rows(self):
        """Each column of the file: its letter, heading, first cells, and the choice of what it is."""
        samples = self.list_file.outline.get("samples", ())
        for index, heading in enumerate(self.list_file.outline.get("headings", ())):
            cells = [cells[index] for cells in samples if index < len(cells) and cells[index]]
            yield {"letter": letter_of(index), "heading": heading, "cells": cells, "field": self[f"column_{index}"]}

    @property
    def chosen(self):
        """The code of the column that each column of the file is, by its index."""
        indexes = range(len(self.list_file.outline.get("headings", ())))
        return {index: code for index in indexes if (code := self.cleaned_data.get(f"column_{index}"))}

    def clean(self):
        data = super().clean()
        seen = {}
        for index, code in self.chosen.items():
            if code in seen:
                words = _("Column %(letter)s is this already. Leave one of the two out.")
                self.add_error(f"column_{index}", ValidationError(words, params={"letter": letter_of(seen[code])}))
            seen.setdefault(code, index)
        if lacking(self.list_file.kind, self.chosen):
            names = ", ".join(column_label(code) for code in NAMES_ENTITY)
            self.add_error(None, _("Say which column names the delegation: one of %(names)s.") % {"names": names})
        return data


def letter_of(index):
    """What a spreadsheet calls the column with that index, from 0: A, Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
