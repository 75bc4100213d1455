"""What every form refuses, and what it says when the row has moved on."""

import pytest
from django import forms
from django.http import QueryDict

from participants.forms.base import PlannerForm, VersionedForm
from participants.forms.texts import TextsFormField
from participants.models import Delegation
from participants.operations.acting import Stale


class Form(PlannerForm):
    name = forms.CharField(max_length=10)
    texts = TextsFormField(required=False, max_length=20)


def errors(**data):
    return Form({"name": "x", **data}).errors


@pytest.mark.parametrize(("character", "code"), [("\0", "U+0000"), ("\x07", "U+0007"), ("\x9f", "U+009F")])
@pytest.mark.parametrize("field", ["name", "texts_fr"])
def test_control_character_is_refused_by_its_name(field, character, code):
    found = errors(**{field: f"a{character}b"})
    name = field.partition("_")[0]
    assert found == {name: [f"This holds a character that cannot be shown ({code}), perhaps from copying. Remove it."]}


@pytest.mark.parametrize("text", ["مالي", "🇲🇱 ok", "a\u202eb", "Keïta"])
def test_every_script_passes(text):
    assert errors(name=text, texts_en=text) == {}


def test_too_long_a_text_is_refused_with_both_lengths():
    assert errors(name="x" * 10_000) == {"name": ["Shorten this to 10 characters; it has 10000."]}


def test_what_is_missing_is_asked_for():
    assert errors(name=" ") == {"name": ["Fill this in."]}


@pytest.mark.parametrize(
    ("needs", "data", "expected"),
    [
        ("any", {}, ["Give the text in at least one language."]),
        (("en", "fr"), {"t_en": "Opening"}, ["Give the text in: Français."]),
        ("any", {"t_fr": "Ouverture"}, None),
        ((), {}, None),
    ],
)
def test_texts_say_which_language_is_missing(needs, data, expected):
    class Texts(PlannerForm):
        t = TextsFormField(needs=needs)

    assert Texts(data).errors.get("t") == expected


class ContactForm(VersionedForm):
    class Meta:
        model = Delegation
        fields = ("contact_name", "note")


def test_stale_form_shows_both_versions_and_keeps_what_was_typed():
    row = Delegation(pk=1, version=1, contact_name="Old")
    form = ContactForm(QueryDict("contact_name=Mine&note=same&version=1"), instance=row)
    assert form.is_valid()
    form.add_stale(Stale(current=Delegation(contact_name="Theirs", note="same", version=4), wanted=form.wanted))
    assert form.errors["contact_name"] == ["Somebody changed this meanwhile. Now: Theirs. Yours: Mine."]
    assert "note" not in form.errors
    assert (form["contact_name"].value(), form["version"].value()) == ("Mine", 4)
