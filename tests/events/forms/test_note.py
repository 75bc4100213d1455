"""What the forms of the note and of the open points take and refuse."""

import pytest

from events.forms.note import ParagraphForm
from events.forms.points import PointForm
from events.models import NoteParagraph, OpenPoint
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    return factories.event()


def paragraph_form(event, text, row=None):
    row = row or NoteParagraph(event=event)
    return ParagraphForm({"version": "1", "kind": "paragraph", "text_en": text}, instance=row, event=event)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[-1|open", "A mark of a deletion is not complete near “[-1|open”"),
        ("[-1|a-] [-1|b-]", "Number 1 marks two deletions of this text."),
        ("[-2|b-]", "Another paragraph marks a deletion with number 2 already."),
        ("x" * 30_000, "Shorten this to 20000 characters"),
        ("", "Give the text in at least one language."),
    ],
)
def test_text_that_cannot_be_kept_is_refused_in_words(event, text, words):
    factories.paragraph(event=event, text="[-2|a-]")
    assert paragraph_form(event, text).errors["text"][0].startswith(words)


def test_paragraph_keeps_its_own_numbers(event):
    row = factories.paragraph(event=event, text="[-2|a-]")
    assert paragraph_form(event, "[-2|b-]", row).errors == {}


def test_number_of_another_point_is_refused_at_the_number(event):
    factories.open_point(event=event, code="P-01")
    data = {"code": "P-01", "severity": "low", "finding_en": "x"}
    form = PointForm(data, instance=OpenPoint(event=event), event=event)
    assert form.errors == {"code": ["There is an open point with this number already."]}


def test_new_point_is_offered_the_next_number(event):
    factories.open_point(event=event, code="P-01")
    assert PointForm(instance=OpenPoint(event=event), event=event)["code"].value() == "P-02"
