import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from events.documents.pdf.blocks import (
    BulletList,
    Heading,
    KeyFacts,
    Note,
    PageBreak,
    Paragraph,
    Spacer,
    Table,
    Title,
    WritingSpace,
    bold,
    caps,
    deleted,
    inserted,
    italic,
    note,
)
from events.documents.pdf.document import body_size_mm, document_pdf
from events.documents.pdf.frame import Masthead
from tests.events.documents.pdf.reading import AS_OF, fonts, frame, opened, pages, printed, sizes_pt, strays, text

ROOT = Path(__file__).resolve().parents[4]
NAMES = "Keïta António Nguyễn Thị Hồng Łódź Şahin Ștefan Müller office fi Żukowski"
LONG = ("Bolivia (Plurinational State of)", "the former Yugoslav Republic of Macedonia", "f" * 90, "W" * 60)
HOSTILE = "<b>bold</b>&amp;<img src='x'/> (paren\\ 100%) \x00\x1b\u202e %(name)s ${x}"
MASTHEAD = Masthead(
    meeting="Ministerial Meeting",
    organisers="United Nations",
    place_and_date="New York",
    reference="M/1",
    notes=("Rev.2",),
)


def every_block():
    return (
        Title(text="Programme", subtitle="Opening"),
        Note(lead="Provisional.", text="Two ends are given."),
        KeyFacts(items=(("Place", "Conference Room 4"), ("Chair", ""))),
        Heading(text="Debate"),
        Heading(text="First part", level=2),
        Paragraph(
            text=("x ", bold("b"), italic("i"), caps("ecowas"), note("n"), deleted("d"), inserted("e")), margin="15:30"
        ),
        Paragraph(text="Numbered", number="1.", indent=1),
        BulletList(items=("one", "two")),
        BulletList(items=("three",), is_numbered=True),
        Table(header=("Name",), rows=(("Mali",),)),
        Spacer(height_mm=5),
        WritingSpace(height_mm=40),
        PageBreak(is_landscape=True),
        Paragraph(text="Turned"),
    )


def test_text_is_read_back_with_its_diacritics_and_without_ligatures():
    assert NAMES in text(printed(Paragraph(text=NAMES)))


def test_every_block_prints_and_pages_turn():
    data = printed(*every_block(), masthead=MASTHEAD, footer="as of noon")
    assert [round(width) for width, _ in sizes_pt(data)] == [595, 842]
    assert pages(data)[1] == "M/1 Programme Turned as of noon 2/2"
    assert strays(data) == []


def test_all_fonts_are_embedded_and_none_is_a_standard_one():
    assert fonts(printed(*every_block(), masthead=MASTHEAD)) == {
        ("SourceSerif4-Regular", True),
        ("SourceSerif4-SemiBold", True),
        ("SourceSerif4-Italic", True),
        ("SourceSans3-Regular", True),
        ("SourceSans3-SemiBold", True),
    }


def test_file_says_what_it_is_and_dates_from_its_facts():
    data = printed(
        Title(text="x"), title="Liste — Côte", language="fr", author="Office", subject="S", keywords=("a", "b")
    )
    with opened(data) as file:
        info = {key: str(file.docinfo[key]) for key in ("/Title", "/Author", "/Subject", "/Keywords", "/CreationDate")}
        assert list(info.values()) == ["Liste — Côte", "Office", "S", "a, b", "D:20170919140500+00'00'"]
        assert str(file.Root.Lang) == "fr"
        assert file.Root.ViewerPreferences.DisplayDocTitle


def test_headings_are_bookmarks_below_the_title():
    with opened(printed(Title(text="T"), Heading(text="Côte"), Heading(text="b", level=2), Heading(text="c"))) as file:
        outline = file.open_outline()
        (top,) = outline.root
        assert [top.title, *[child.title for child in top.children]] == ["T", "Côte", "c"]
        assert [child.title for child in top.children[0].children] == ["b"]


def test_heading_without_a_title_is_a_bookmark_of_the_first_level():
    with opened(printed(Heading(text="a", level=2))) as file:
        assert [item.title for item in file.open_outline().root] == ["a"]


def test_pages_are_numbered_out_of_their_count():
    found = pages(printed(*[Paragraph(text=f"{NAMES} " * 30)] * 12))
    assert [page.split()[-1] for page in found] == [f"{number}/{len(found)}" for number in range(1, len(found) + 1)]


def test_mark_stands_on_every_page():
    found = pages(printed(Paragraph(text="a"), PageBreak(), Paragraph(text="b"), mark="PROVISOIRE"))
    assert [page.count("PROVISOIRE") for page in found] == [1, 1]


@pytest.mark.parametrize("paper", ["a4", "letter", "a3"])
@pytest.mark.parametrize("block", [Paragraph, Heading, Title], ids=lambda block: block.__name__)
def test_long_names_and_words_stay_on_the_page_whole(block, paper):
    data = printed(
        *[block(text=name) for name in LONG], paper=paper, masthead=replace(MASTHEAD, meeting=" ".join(LONG))
    )
    read = text(data).replace(" ", "")
    assert [name.replace(" ", "") in read for name in LONG] == [True] * 4
    assert strays(data) == []


def test_markup_and_control_characters_are_printed_as_text_or_dropped():
    data = printed(Title(text=HOSTILE), Paragraph(text=HOSTILE), title=HOSTILE, footer=HOSTILE, mark="<DRAFT>")
    assert text(data).count("<b>bold</b>&amp;<img src='x'/> (paren\\ 100%) %(name)s ${x}") >= 3


@pytest.mark.parametrize("given", ["\N{GRINNING FACE} ok", "مرحبا ok", "e\u0301\u0301\u0301 ok", "\ud800 ok", " ok"])
def test_texts_no_face_covers_still_print(given):
    assert "ok" in text(printed(Title(text=given), Paragraph(text=given), Table(header=(given,), rows=((given,),))))


@pytest.mark.parametrize("block", [Title, Heading, Paragraph, Note], ids=lambda block: block.__name__)
def test_ten_thousand_characters_flow_over_the_pages(block):
    data = printed(block(text="abcdefghi " * 1000))
    assert text(data).count("abcdefghi") == 1000
    assert strays(data) == []


def test_masthead_too_long_is_drawn_smaller():
    data = printed(Title(text="Programme"), masthead=replace(MASTHEAD, meeting="Very long name " * 150))
    assert strays(data) == []
    assert text(data).count("Very long name") == 150


def test_no_blocks_give_one_page():
    assert pages(printed(footer="as of noon")) == ["as of noon 1/1"]


def test_mirrored_page_prints_everything():
    data = printed(*every_block(), masthead=MASTHEAD, direction="rtl")
    assert strays(data) == []
    with opened(data) as file:
        assert str(file.Root.ViewerPreferences.Direction) == "/R2L"


def test_body_size_is_that_of_the_paper_without_its_margins():
    assert [round(side) for side in body_size_mm(frame(is_landscape=True))] == [247, 159]


def test_instant_without_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        printed(Title(text="x"), as_of=datetime(2017, 9, 19))


def test_what_is_not_a_block_is_refused():
    with pytest.raises(TypeError, match="not a block"):
        printed("x")


def digest():
    return hashlib.sha256(document_pdf(every_block(), frame(masthead=MASTHEAD, mark="DRAFT", as_of=AS_OF))).hexdigest()


def test_same_facts_give_the_same_bytes_in_any_process():
    module = "tests.events.documents.pdf.test_document"
    program = f"import {module} as m; print(m.digest())"
    environment = os.environ | {"PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": "1"}
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, check=True)
    assert run.stdout.decode().strip() == digest() == digest()
