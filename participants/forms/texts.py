"""A text in several languages: one input for each, labelled by the language's own name."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from meetingplanner.languages import DOCUMENT_LANGUAGES, LANGUAGES
from participants.forms.base import in_our_words


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
    """`needs` names the languages that must not be empty; with needs="any" one of them must have a text."""

    def __init__(self, *, needs=(), is_long=False, max_length=1000, languages=DOCUMENT_LANGUAGES, **kwargs):
        self.languages = languages
        self.needs = needs
        fields = [forms.CharField(required=False, max_length=max_length) for _code in languages]
        for field in fields:
            in_our_words(field)
        widget = TextsWidget(languages=languages, is_long=is_long, max_length=max_length)
        kwargs.setdefault("required", bool(needs))
        super().__init__(fields, widget=widget, require_all_fields=False, **kwargs)

    def compress(self, data_list):
        return {code: text for code, text in zip(self.languages, data_list, strict=False) if text}

    def clean(self, value):
        texts = {} if self._is_blank(value) else super().clean(value)
        if self.needs == "any" and not texts:
            raise ValidationError(_("Give the text in at least one language."), code="required")
        missing = [code for code in self.needs if code not in texts] if self.needs != "any" else []
        if missing:
            names = ", ".join(LANGUAGES[code].own_name for code in missing)
            raise ValidationError(_("Give the text in: %(languages)s."), params={"languages": names}, code="required")
        return texts

    def has_changed(self, initial, data):
        return self.compress(data or []) != {code: text for code, text in (initial or {}).items() if text}

    def shown(self, value):
        return " / ".join(f"{text} ({code.upper()})" for code, text in (value or {}).items() if text) or "–"

    def _is_blank(self, value):
        return not value or not any((text or "").strip() for text in value)
