"""No text stands on another, in any document of the real meeting."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from events.documents import DOCUMENTS
from events.documents.base import PDF
from tests.events.documents.pdf.reading import overlaps
from tests.events.documents.prints import IN_LANGUAGES, LATIN_AND_CYRILLIC, STATES, file

PRINTS = [slug for slug, one in DOCUMENTS.items() if one.content_type == PDF]


@pytest.mark.parametrize(("slug", "language"), [one for one in IN_LANGUAGES if one[0] in PRINTS])
def test_no_text_stands_on_another(slug, language):
    data = file(slug, STATES["ticked"](), language).content
    found = overlaps(data, is_latin=language in LATIN_AND_CYRILLIC)
    # Arabic letters of one word stand over each other by nature: then the letters of one piece are among the other's.
    assert [one for one in found if language != "ar" or not is_one_word(*one[1:])] == []


def is_one_word(one, other):
    shorter, longer = sorted(("".join(one.split()), "".join(other.split())), key=len)
    letters = iter(longer)
    return all(letter in letters for letter in shorter)


@pytest.mark.parametrize(("one", "other", "is_one"), [("امج: ", "مج", True), ("سجل", "وفد", False)])
def test_pieces_of_one_word_are_known(one, other, is_one):
    assert is_one_word(one, other) is is_one


@pytest.mark.parametrize(("rise", "is_seen"), [(0, True), (6, True), (12, False)])
def test_texts_drawn_on_each_other_are_seen(rise, is_seen):
    packed = io.BytesIO()
    canvas = Canvas(packed)
    canvas.drawString(100, 100, "Ministerial Meeting")
    canvas.drawString(104, 100 + rise, "Implementation")
    canvas.save()
    assert bool(list(overlaps(packed.getvalue()))) is is_seen
