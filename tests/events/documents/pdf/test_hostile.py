"""Whatever is typed is printed: no letter lost, nothing beside the line, no error."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from events.documents.pdf.blocks import Paragraph, Run, Table
from events.documents.pdf.coverage import printable
from events.documents.pdf.language import in_language
from events.documents.pdf.style import BODY, CELL, CELL_HEAD
from events.documents.pdf.text import Text
from tests.events.documents.pdf.reading import opened, printed, strays, text

LETTERS = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab Zé-–/\n\u00a0\u00ad\u0301\u0651\u200d\u202e()«»“”。，（中文国אبتلا٣12%\ud800😀fi"),
        st.characters(),
    ),
    max_size=60,
)
SETTINGS = (BODY, CELL, CELL_HEAD)


def kept(words):
    """The letters of a text without blanks, hyphens and what only lays it out."""
    return "".join(char for char in words if not char.isspace() and char not in "\u00ad-‐")


@settings(max_examples=120, deadline=None)
@given(
    runs=st.lists(
        st.tuples(LETTERS, st.sampled_from(["", "bold", "italic", "caps", "inserted"])), min_size=1, max_size=3
    ),
    room_pt=st.floats(5, 300),
    setting=st.sampled_from(SETTINGS),
    is_rtl=st.booleans(),
    language=st.sampled_from(["", "en", "ar", "zh", "ru"]),
)
def test_any_text_is_laid_out_with_all_its_letters(runs, room_pt, setting, is_rtl, language):
    with in_language(language):
        made = Text([Run(text=words, style=style) for words, style in runs], setting, is_rtl=is_rtl)
        made.wrap(room_pt, 0)
        canvas = Canvas(io.BytesIO(), initialFontName="sans")
        made.drawOn(canvas, 0, 0)
    shown = "".join(word.text for line in made._lines for word in line.words)
    assert kept(shown) == kept("".join(printable(words, is_for_lines=True) for words, _ in runs))
    assert [line.width_pt for line in made._lines if line.width_pt > room_pt + 1 and len(line.words) > 1] == []


@pytest.mark.parametrize("letters", ["a", "W", "م", "中", "e\u0301", "‐", "/"])
def test_a_word_of_five_thousand_letters_stays_on_the_page(letters):
    data = printed(Paragraph(text=letters * 5000), Table(header=("x", "y"), rows=((letters * 200, "z"),)))
    assert strays(data) == []
    assert len("".join(text(data).split())) > 5000


@pytest.mark.parametrize(
    "link", ["https://é.example/\n()\\", "http://" + "x" * 3000, "HTTPS://x", "", "data:text/html,x"]
)
def test_any_address_leaves_a_file_that_opens(link):
    with opened(printed(Paragraph(text=(Run(text="words", link=link), " after")))) as file:
        addresses = [str(one.A.URI) for one in file.pages[0].get("/Annots", [])]
    assert all(one.lower().startswith(("http://", "https://")) and one.isprintable() for one in addresses)
