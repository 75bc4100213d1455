"""Where pages end: no part of a document ends on a page with a line or two."""

import io

import pdfplumber
import pytest

from events.documents.pdf.blocks import Heading, PageBreak, Paragraph, Table, Title, WritingSpace
from tests.events.documents.pdf.reading import pages, printed

LINES = tuple(Paragraph(text=f"Line {number}") for number in range(1, 60))
FOOT_TOP_PT = 16 * 72 / 25.4


def lines_on(data):
    return [page.count("Line ") for page in pages(data)]


def test_page_is_longer_by_a_line_where_its_part_ends_there():
    counts = [lines_on(printed(*LINES[:count])) for count in range(25, 45)]
    assert all(len(found) == 1 or found[-1] >= 4 for found in counts)
    assert max(found[0] for found in counts if len(found) == 1) > max(found[0] for found in counts if len(found) > 1)


@pytest.mark.parametrize("count", range(25, 45))
def test_longer_page_keeps_clear_of_its_foot(count):
    with pdfplumber.open(io.BytesIO(printed(*LINES[:count]))) as file:
        page = file.pages[0]
        ends = [page.height - word["bottom"] for word in page.extract_words() if word["text"] in ("Line", str(count))]
    assert min(ends) > FOOT_TOP_PT


@pytest.mark.parametrize("count", range(25, 45))
def test_each_part_of_a_bound_document_ends_well(count):
    found = lines_on(printed(*LINES[:count], PageBreak(), Title(text="T"), *LINES[:count]))
    assert sum(found) == 2 * count and min(found) >= 3


@pytest.mark.parametrize("count", range(20, 45))
def test_table_leaves_rows_enough_for_the_last_page(count):
    table = Table(header=("Delegation", "Seat"), rows=tuple((f"Line {n}", "A1") for n in range(count)))
    found = lines_on(printed(Title(text="T"), table))
    assert sum(found) == count and min(found) >= min(4, count)


def test_what_stands_alone_on_its_page_keeps_it():
    long = Paragraph(text="Line " + "word " * 1200)
    assert sum(lines_on(printed(long, *LINES[:3]))) == 4


@pytest.mark.parametrize("filler", range(12, 30))
def test_lines_to_write_on_go_along_to_a_last_page_that_would_be_short(filler):
    end = (Heading(text="Outcome"), Paragraph(text="Line end"))
    data = printed(*LINES[:filler], Heading(text="Follow-up"), WritingSpace(height_mm=40), *end)
    with pdfplumber.open(io.BytesIO(data)) as file:
        ends = [max(page.height - word["bottom"] for word in page.extract_words()) for page in file.pages]
        lows = [min(p.height - w["bottom"] for w in p.extract_words() if w["text"] == "end") for p in file.pages[-1:]]
    assert len(file.pages) == 1 or max(ends) - lows[0] > 70
