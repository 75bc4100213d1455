"""What stays together on a page, hangs beside its sign, or stands apart from what follows."""

import io

import pdfplumber
import pytest

from events.documents.pdf.blocks import Heading, Note, Paragraph, Spacer, Table, Title, WritingSpace
from events.documents.pdf.language import in_language
from events.documents.pdf.shaping import words
from events.documents.pdf.style import BODY
from events.documents.pdf.text import inked
from tests.events.documents.pdf.reading import pages, printed


def opened(data):
    return pdfplumber.open(io.BytesIO(data))


@pytest.mark.parametrize("filler_mm", range(60, 200, 20))
def test_lines_to_write_on_under_one_number_stay_on_one_page(filler_mm):
    data = printed(
        Title(text="T"),
        Spacer(height_mm=filler_mm),
        Heading(text="Outcome"),
        Paragraph(text="", number="1.", is_tight=True, keeps_with_next=True),
        WritingSpace(height_mm=60),
    )
    with opened(data) as file:
        counts = [len([one for one in page.lines if round(one["linewidth"], 1) == 0.6]) for page in file.pages]
    assert sorted(counts)[-1] == sum(counts) == 7


def test_lines_to_write_on_that_no_page_holds_go_on_over_it():
    with opened(printed(Title(text="T"), WritingSpace(height_mm=400))) as file:
        assert len(file.pages) == 2


@pytest.mark.parametrize("filler_mm", range(100, 180, 4))
def test_speaker_under_an_item_is_not_parted_by_the_end_of_a_page(filler_mm):
    data = printed(Title(text="T"), Spacer(height_mm=filler_mm), Paragraph(text="First " + "word " * 70, indent=1))
    assert [page for page in pages(data) if "word" in page and "First" not in page] == []


def test_points_of_a_notice_hang_beside_their_dash():
    data = printed(Title(text="T"), Note(lead="Provisional.", text="Open:", points=("hang " * 40,)))
    with opened(data) as file:
        found = file.pages[0].extract_words()
    lefts = {round(one["x0"]) for one in found if one["text"] == "hang"} & {
        round(min(other["x0"] for other in found if round(other["top"]) == round(one["top"]) and other["text"] != "–"))
        for one in found
        if one["text"] == "hang"
    }
    (dash,) = [one for one in found if one["text"] == "–"]
    assert len(lefts) == 1
    assert min(lefts) > dash["x1"]


@pytest.mark.parametrize("filler_mm", range(60, 200, 7))
def test_table_sent_on_to_the_next_page_does_not_begin_on_the_rest_of_this_one(filler_mm):
    rows = tuple((f"R{n}", "long " * (12 if n < 7 else 120)) for n in range(8))
    data = printed(Title(text="T"), Spacer(height_mm=filler_mm), Table(header=("Zeit", "Wort"), rows=rows))
    assert [page.lower().count("zeit") for page in pages(data) if page.lower().count("zeit") > 1] == []


def test_header_of_a_table_stands_clear_of_the_paragraph_above():
    table = Table(header=("Name", "Place"), rows=(("Mali", "A1"),))
    with opened(printed(Title(text="T"), Paragraph(text="All times"), table)) as file:
        found = {one["text"].lower(): one for one in file.pages[0].extract_words()}
    assert found["name"]["top"] - found["times"]["bottom"] > 6


def test_figures_of_an_english_date_in_an_arabic_document_are_of_the_face_of_its_words():
    with in_language("ar"):
        found = words(inked("20 September 2017, 15:30", BODY))
    assert len({piece.face.name for word in found for piece in word.pieces}) == 1
