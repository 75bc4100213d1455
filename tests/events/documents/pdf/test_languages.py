"""Texts that stand in for missing ones: which language readers are told, and how they stand in a line of another."""

import pytest

from events.documents.pdf.bidi import visual_order
from events.documents.pdf.blocks import BulletList, GroupRow, Heading, KeyFacts, Note, Paragraph, Run, Table, bold
from events.documents.pdf.language import in_language
from events.documents.pdf.shaping import words
from events.documents.pdf.style import BODY, GREY
from events.documents.pdf.text import Text, inked
from events.documents.pdf.wording import marked
from tests.events.documents.pdf.reading import printed
from tests.events.documents.pdf.tags import findings, spoken

AROUND = {"ar": ("عن ", " هنا"), "fr": ("Sur ", " ici")}
TITLE = marked("(2017) Working title (2)", "en")


def within(language):
    before, after = AROUND[language]
    return f"{before}{TITLE}{after}"


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("fr", "ltr")])
@pytest.mark.parametrize(
    ("block", "role"),
    [
        (lambda text: Heading(text=text), "H1"),
        (lambda text: Paragraph(text=text), "P"),
        (lambda text: Paragraph(text=bold(text)), "P"),
        (lambda text: Paragraph(text="x", margin=text), "Span"),
        (lambda text: Table(header=("x",), rows=((text,),)), "TD"),
        (lambda text: Table(header=(text,), rows=(("x",),)), "TH"),
        (lambda text: Table(header=("x",), rows=(GroupRow(text=text), ("x",))), "TH"),
        (lambda text: BulletList(items=(text,)), "LBody"),
        (lambda text: KeyFacts(items=(("x", text),)), "TD"),
        (lambda text: Note(text=text), "P"),
    ],
)
def test_text_of_another_language_says_so_wherever_it_stands(block, role, language, direction):
    whole, inside = (printed(block(text), language=language, direction=direction) for text in (TITLE, within(language)))
    assert [set(spoken(data)) for data in (whole, inside)] == [{(role, "en")}] * 2
    assert [finding for data in (whole, inside) for finding in findings(data) if "heading" not in finding] == []


@pytest.mark.parametrize("text", [within("ar"), (within("ar"), " ", Run(text="2", style="bold")), f"1 {within('ar')}"])
def test_figures_and_brackets_at_its_edges_stay_beside_it_in_an_arabic_line(text):
    with in_language("ar"):
        pieces = [piece for word in Text(text, BODY, is_rtl=True)._found() for piece in word.pieces]
    ordered = [pieces[index] for index in visual_order([piece.level for piece in pieces])]
    assert "(2017)Workingtitle(2)\u00a0[en]" in "".join(piece.text for piece in ordered)


def test_its_mark_is_grey_and_in_the_language_around():
    with in_language("fr"):
        found = [(text, drawn.language, drawn.color == GREY) for text, drawn in inked(within("fr"), BODY)]
    own = ("\u2068(2017) Working title (2)", "en", False)
    assert found == [("Sur ", "fr", False), own, ("\u00a0[en]\u2069", "fr", True), (" ici", "fr", False)]


def test_it_has_the_face_of_the_chinese_words_around():
    with in_language("zh"):
        faces = {drawn.face for _, drawn in inked(f"在{TITLE}", BODY)}
    assert faces == {"sans"}


def test_chinese_line_may_end_before_and_after_it():
    with in_language("zh"):
        found = words(inked(f"在{marked('Geneva', 'en')}举行", BODY))
    assert [word.text for word in found] == ["在", "Geneva\u00a0[en]", "举", "行"]
