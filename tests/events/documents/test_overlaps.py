"""No text stands on another, in any document of the real meeting."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from events.documents import DOCUMENTS
from events.documents.base import PDF
from meetingplanner.languages import DOCUMENT_LANGUAGES
from tests.events.documents.pdf.reading import overlaps
from tests.events.documents.prints import LATIN_AND_CYRILLIC, STATES, file

PRINTS = [slug for slug, one in DOCUMENTS.items() if one.content_type == PDF]
# Arabic letters of one word stand over each other by nature.
LANGUAGES = [code for code in DOCUMENT_LANGUAGES if code != "ar"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", PRINTS)
def test_no_text_stands_on_another(slug, language):
    data = file(slug, STATES["ticked"](), language).content
    assert list(overlaps(data, is_latin=language in LATIN_AND_CYRILLIC)) == []


@pytest.mark.parametrize(("rise", "is_seen"), [(0, True), (6, True), (12, False)])
def test_texts_drawn_on_each_other_are_seen(rise, is_seen):
    packed = io.BytesIO()
    canvas = Canvas(packed)
    canvas.drawString(100, 100, "Ministerial Meeting")
    canvas.drawString(104, 100 + rise, "Implementation")
    canvas.save()
    assert bool(list(overlaps(packed.getvalue()))) is is_seen
