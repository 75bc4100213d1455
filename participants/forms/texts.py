"""A text in several languages: one input for each, labelled by the language's own name."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from meetingplanner.languages import LANGUAGES, USUAL_LANGUAGES
from participants.forms.base import in_our_words
from participants.models.language_names import language_label

_meeting_languages: ContextVar[tuple[str, ...]] = ContextVar("meeting_languages", default=USUAL_LANGUAGES)


@contextmanager
def writing_in(languages: list[str] | tuple[str, ...]) -> Iterator[None]:
    """While open, forms that are made ask for texts in `languages`, in the order of LANGUAGES: those of a meeting."""
    token = _meeting_languages.set(tuple(code for code in LANGUAGES if code in languages))
    try:
        yield
    finally:
        _meeting_languages.reset(token)


class TextsWidget(forms.MultiWidget):
    template_name = "widgets/texts.html"
    use_fieldset = True

    def __init__(self, *, languages, is_long, max_length, attrs=None):
        self.languages = languages
        kind = forms.Textarea if is_long else forms.TextInput
        widgets = {}
        for code in languages:
            own = {"lang": code, "dir": LANGUAGES[code].direction, "class": "form-control", "maxlength": max_length}
            widgets[code] = kind(attrs=own | ({"rows": 3} if is_long else {}))
        super().__init__(widgets, attrs)

    def decompress(self, value):
        return [(value or {}).get(code, "") for code in self.languages]

    def id_for_label(self, id_):
        return f"{id_}_0" if id_ else id_


class TextsFormField(forms.MultiValueField):
    """Asks in `languages`, by default those of the meeting at hand; a text in any other is kept as it was.

    `needs` names the languages that must not be empty; with needs="any" one of them must have a text.
    """

    def __init__(self, *, needs=(), is_long=False, max_length=1000, languages=None, **kwargs):
        self.own_languages = languages
        self.needs = needs
        self.is_long, self.max_length = is_long, max_length
        self.kept = {}
        kwargs.setdefault("required", bool(needs))
        self.languages = languages or USUAL_LANGUAGES
        super().__init__(self._inputs(), widget=self._widget(), require_all_fields=False, **kwargs)

    def __deepcopy__(self, memo):
        result = super().__deepcopy__(memo)
        languages = self.own_languages or _meeting_languages.get()
        result.kept = {}
        if languages != self.languages:
            result.languages = languages
            result.fields = result._inputs()
            attrs = result.widget.attrs
            result.widget = result._widget()
            result.widget.attrs = attrs
            result.widget.is_required = result.required
        return result

    def _inputs(self):
        fields = [forms.CharField(required=False, max_length=self.max_length) for _code in self.languages]
        for field in fields:
            in_our_words(field)
        return fields

    def _widget(self):
        return TextsWidget(languages=self.languages, is_long=self.is_long, max_length=self.max_length)

    def get_bound_field(self, form, field_name):
        initial = form.get_initial_for_field(self, field_name) or {}
        self.kept = {code: text for code, text in initial.items() if text and code not in self.languages}
        return super().get_bound_field(form, field_name)

    def compress(self, data_list):
        return {code: text for code, text in zip(self.languages, data_list, strict=False) if text}

    def clean(self, value):
        texts = {} if self._is_blank(value) else super().clean(value)
        texts = {**texts, **self.kept}
        if self.needs == "any" and not texts:
            raise ValidationError(_("Give the text in at least one language."), code="required")
        missing = [code for code in self.needs if code not in texts] if self.needs != "any" else []
        if missing:
            names = ", ".join(str(language_label(code)) for code in missing)
            raise ValidationError(_("Give the text in: %(languages)s."), params={"languages": names}, code="required")
        return texts

    def has_changed(self, initial, data):
        asked = {code: text for code, text in (initial or {}).items() if text and code in self.languages}
        return self.compress(data or []) != asked

    def shown(self, value):
        return " / ".join(f"{text} ({code.upper()})" for code, text in (value or {}).items() if text) or "–"

    def _is_blank(self, value):
        return not value or not any((text or "").strip() for text in value)
