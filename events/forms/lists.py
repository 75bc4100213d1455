"""Forms of the meeting's short lists: one row each, in an order that is typed, dragged or moved by keys."""

from django import forms
from django.utils.translation import gettext_lazy as _

from participants.forms.base import PlannerForm
from participants.forms.choosing import EntityFormField
from participants.forms.texts import TextsFormField
from participants.forms.wallclock import DayFormField

MOST_ROWS = 100
LAST = 10_000


class RowForm(PlannerForm):
    pk = forms.IntegerField(widget=forms.HiddenInput, required=False)
    position = forms.IntegerField(label=_("Position"), required=False, min_value=1, max_value=999)

    def has_changed(self):
        # A position alone makes no row: dragging numbers the empty ones too.
        return any(name != "position" for name in self.changed_data)

    @property
    def own_fields(self):
        return [self[name] for name in self.fields if name not in ("pk", "position", "DELETE")]


class OrganiserRow(RowForm):
    entity = EntityFormField(label=_("Organizer"))

    def __init__(self, *args, roster, language, names, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["entity"].roster = roster
        self.fields["entity"].share(names)
        self.fields["entity"].language = language


class ObjectiveRow(RowForm):
    text = TextsFormField(label=_("Objective"), needs="any", is_long=True, max_length=2000)


class DocumentRow(RowForm):
    symbol = forms.CharField(label=_("Symbol"), max_length=60, required=False, help_text=_("As printed: S/2017/271."))
    title = TextsFormField(label=_("Title"), needs="any", max_length=500)
    dated_on = DayFormField(
        label=_("Dated"), required=False, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )


class EarlierRow(RowForm):
    held_on = DayFormField(label=_("Held on"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    title = TextsFormField(label=_("Title"), required=False, max_length=300)


class RowsFormSet(forms.BaseFormSet):
    default_error_messages = {
        "missing_management_form": _("The form arrived incomplete. Nothing was saved; load the page again."),
        "too_many_forms": _("The list is too long. Remove some of its rows."),
    }

    @property
    def rows(self):
        """The rows to keep, in the order wanted."""
        kept = [form for form in self.forms if form.cleaned_data and not self._should_delete_form(form)]
        kept = [form for form in kept if form.has_changed() or form.cleaned_data.get("pk")]
        ordered = sorted(kept, key=lambda form: form.cleaned_data.get("position") or LAST)
        return [{name: form.cleaned_data.get(name) for name in form.fields} for form in ordered]

    def clean(self):
        entities = [row["entity"] for row in self.rows if row.get("entity")]
        if len(entities) != len(set(entities)):
            raise forms.ValidationError(_("An organizer stands in the list twice. Remove one of the two."))


ROW_FORMS = {"organisers": OrganiserRow, "objectives": ObjectiveRow, "documents": DocumentRow, "earlier": EarlierRow}


def rows_formset(name, *, extra=1):
    return forms.formset_factory(
        ROW_FORMS[name],
        formset=RowsFormSet,
        extra=extra,
        can_delete=True,
        max_num=MOST_ROWS,
        absolute_max=MOST_ROWS + 5,
        validate_max=True,
    )
