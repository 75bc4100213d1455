"""The four documents in Word: what the print says, in its order, whatever users wrote; and what Word must be told."""

import io
import os
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from functools import cache

import docx
import pytest
from django.utils.translation import override
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn

from events.documents import DOCUMENTS
from events.documents.base import DOCX
from events.documents.pdf.blocks import Run
from events.documents.pdf.language import in_language
from events.documents.pdf.text import inked, width_pt
from events.documents.pdf.wording import marked
from events.documents.word import make_template, names
from events.documents.word.document import TEMPLATE
from events.documents.word.room import CELL, CELL_PT, HEADER, HEADER_PT, WIDER
from events.documents.word.runs import REGIONS, STYLES, Voice, directed, fit, runs_xml
from events.domain.facts import ParagraphFacts
from meetingplanner.languages import DOCUMENT_LANGUAGES, LANGUAGES
from tests import facts as make
from tests.events.documents.pdf.reading import pages
from tests.events.documents.prints import (
    NEEDING_CONTENT,
    STATES,
    docx_lines,
    file,
    options,
    paragraph_text,
    with_observers,
)

SLUGS = tuple(slug for slug, one in DOCUMENTS.items() if one.content_type == DOCX)
# What docxtpl, XML or Word would take for its own, and what may not stand in any file.
TRAPS = (
    "{{ body }}",
    "{% for x in y %}",
    "{_{ x }_}",
    "{# no #}",
    "<b>&amp;</b>",
    "a\u0000\u000b\u202eb",
    "مريم (UN) 😀",
)


@cache
def state(name):
    return STATES[name]()


def opened(slug, facts, language="en", **changes):
    return docx.Document(io.BytesIO(file(slug, facts, language, **changes).content))


def texts(value):
    """Every text of a block, however deep, in the order of its fields."""
    if isinstance(value, str):
        return [value] if value else []
    if isinstance(value, tuple):
        return [text for one in value for text in texts(one)]
    if isinstance(value, Run):
        return [value.text]
    return []


def said(block):
    """The texts of a block in the order in which they are read."""
    fields = ("number", "margin", "lead", "text", "code", "subtitle", "header", "items", "cells")
    found = [text for name in fields for text in texts(getattr(block, name, ""))]
    for row in getattr(block, "rows", ()):
        found += (
            texts(row) if isinstance(row, tuple) else said(row) if not hasattr(row, "code") else [row.text, row.code]
        )
    return found


def blocks_of(slug, facts, language):
    """What the print of the same name is composed of."""
    document = DOCUMENTS[DOCUMENTS[slug].edition_of]
    names = document.render.__globals__
    composed = names.get("blocks") or names["_blocks"]
    with override(language):
        return list(composed(document.collect(facts, options(language))))


def body(content):
    document = docx.Document(io.BytesIO(content))
    return "".join(paragraph_text(one) for one in document.element.body.iter(qn("w:p")))


@pytest.mark.parametrize(
    ("slug", "name"),
    [(slug, name) for slug in SLUGS for name in ("observers", "hostile")]
    + [(slug, "empty") for slug in SLUGS if slug not in NEEDING_CONTENT],
)
@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_word_says_all_that_the_print_says_in_its_order(slug, language, name):
    facts = state(name)
    text, at = "".join(body(file(slug, facts, language).content).split()), 0
    for words in (text for block in blocks_of(slug, facts, language) for text in said(block)):
        wanted = "".join(fit(words).split())
        found = text.find(wanted, at)
        assert found >= 0, words
        at = found + len(wanted)


def test_there_are_four_documents_in_word():
    assert SLUGS == ("programme-word", "speakers-word", "concept-note-word", "summary-word")


def trapped():
    """A meeting whose every text is a trap."""
    person = make.delegate(f"Ada {TRAPS[0]}", delegation="S0", function=make.both(TRAPS[1]))
    item = make.item(TRAPS[2], replace(make.speech("S0"), delegate=person.uuid), kind="debate")
    paragraphs = tuple(
        ParagraphFacts(uuid=f"p{n}", version=1, position=n, kind="paragraph", number=f"{n}", text=make.both(one))
        for n, one in enumerate(TRAPS)
    )
    delegation, state = make.delegation("S0", person), make.entity("S0", en=TRAPS[4])
    return make.meeting(
        roster=make.roster(delegation, entities=(state,), requests=()),
        segments=(make.segment(TRAPS[5], item),),
        title=make.both(TRAPS[6]),
        short_title=make.both(TRAPS[0]),
        reference=TRAPS[1],
        organisers=("S0",),
        paragraphs=paragraphs,
    )


@pytest.mark.parametrize("language", ["en", "ar"])
def test_marks_of_templates_and_of_xml_are_words(language):
    content = file("concept-note-word", trapped(), language).content
    lines = "".join("".join(docx_lines(content)).split())
    assert [one for one in TRAPS if "".join(fit(one).split()) not in lines] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_no_text_of_a_user_breaks_the_file(slug):
    content = file(slug, trapped()).content
    with zipfile.ZipFile(io.BytesIO(content)) as made:
        assert made.testzip() is None
    assert "{{ body }}" in "".join(docx_lines(content))


@pytest.mark.parametrize("slug", SLUGS)
def test_file_tells_nothing_of_when_it_was_made(slug):
    content = file(slug, state("observers")).content
    with zipfile.ZipFile(io.BytesIO(content)) as made:
        assert {one.date_time for one in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    about = docx.Document(io.BytesIO(content)).core_properties
    assert (about.created, about.modified) == (about.created, about.created)
    assert about.created.isoformat()[:19] == "2017-09-20T13:00:00"


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_core_properties_are_those_of_the_print(language):
    document, facts = DOCUMENTS["programme"], state("observers")
    with override(language):
        frame = document.collect(facts, options(language)).frame
    about = opened("programme-word", facts, language).core_properties
    assert (about.title, about.author, about.subject, about.language) == (
        " ".join(fit(frame.title).split()),
        " ".join(fit(frame.author).split()),
        " ".join(fit(frame.subject).split()),
        REGIONS[language],
    )


def is_foreign(paragraph):
    """Whether words of the paragraph are said to be English, in a document of another language."""
    return any(one.get(qn("w:val")) == "en-GB" for one in paragraph.iter(qn("w:lang")))


def test_english_paragraph_of_an_arabic_document_runs_from_left_to_right():
    document = opened("concept-note-word", state("mali"), "ar")
    paragraphs = [one._p for one in document.paragraphs if is_foreign(one._p)]
    assert len(paragraphs) > 5
    assert [one for one in paragraphs if one.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None] == []


@pytest.mark.parametrize(("language", "is_slanted"), [("fr", True), ("ar", False), ("zh", False)])
def test_notice_is_slanted_only_where_letters_have_italics(language, is_slanted):
    paragraphs = opened("programme-word", state("mali"), language).paragraphs
    notice, *_ = [one for one in paragraphs if one.style.style_id == names.NOTE]
    assert (notice._p.find(f".//{qn('w:i')}") is not None) == is_slanted


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
@pytest.mark.parametrize("name", ["mali", "council"])
def test_columns_hold_the_longest_word_of_their_header_and_cells_in_a_wide_face(name, language):
    for table in opened("speakers-word", state(name), language).tables:
        widths = [int(one.get(qn("w:w"))) for one in table._tbl.iter(qn("w:gridCol"))]
        rows = [(row.cells, HEADER if not number else CELL) for number, row in enumerate(table.rows)]
        with in_language(language):
            needed = [
                [max((20 * wide_pt(word, cell, setting) for word in words_of(cell)), default=0) for cell in cells]
                for cells, setting in rows
                if len({id(cell._tc) for cell in cells}) == len(widths)
            ]
        assert [one for row in needed for one in zip(row, widths, strict=True) if one[0] > one[1]] == []


def words_of(cell):
    return re.findall(r"[\u3000-\u9fff\uff00-\uffef]|[^\s/\u3000-\u9fff\uff00-\uffef-]+[/-]?", cell.text)


def wide_pt(word, cell, setting):
    """The width of a word as the cell has it, in a wide face."""
    sizes = [run.font.size.pt for one in cell.paragraphs for run in one.runs if run.font.size]
    own = {HEADER: HEADER_PT, CELL: CELL_PT}[setting]
    smaller = replace(setting, ink=replace(setting.ink, size_pt=WIDER * (sizes[0] if sizes else own)))
    return sum(width_pt(*part) for part in inked(word, smaller))


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_every_paragraph_and_table_runs_in_the_direction_of_the_language(slug, language):
    document, is_rtl = opened(slug, state("observers"), language), LANGUAGES[language].direction == "rtl"
    section = document.sections[0]
    roots = [document.element.body, section.header._element, section.first_page_header._element]
    paragraphs = [one for root in roots for one in root.iter(qn("w:p"))]
    tables = list(document.element.body.iter(qn("w:tblPr")))
    found = {one.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None for one in paragraphs if not is_foreign(one)}
    assert found == {is_rtl}
    assert {one.find(qn("w:bidiVisual")) is not None for one in tables} <= {is_rtl}


def test_table_repeats_its_header_and_parts_no_row():
    (table, *_) = opened("speakers-word", state("observers")).tables
    rows = [[one.tag for one in row._tr.trPr] for row in table.rows]
    assert rows[0] == [qn("w:cantSplit"), qn("w:tblHeader")]
    assert all(row == [qn("w:cantSplit")] for row in rows[1:])


def test_headings_and_lists_are_those_of_word():
    found = {one.style.name for one in opened("programme-word", state("mali")).paragraphs}
    assert {"Title", "Heading 1", "Body Text", "Timed Text"} <= found


@pytest.mark.parametrize(("language", "word"), [("en", "PROVISIONAL"), ("fr", "PROVISOIRE")])
def test_mark_stands_once_in_both_heads(language, word):
    document = opened("programme-word", state("mali"), language)
    section = document.sections[0]
    heads = [
        "".join(paragraph_text(one) for one in head._element.iter(qn("w:p")))
        for head in (section.first_page_header, section.header)
    ]
    assert [head.count(word) for head in heads] == [1, 1]
    assert word not in [one.text for one in document.paragraphs]


def test_apostrophes_and_hyphens_of_names_are_those_of_print():
    delegate = make.delegate("Jean-Yves d'Aba", delegation="MLI")
    segment = make.segment("A", make.item("7917e séance", replace(make.speech("MLI"), delegate=delegate.uuid)))
    facts = make.meeting(roster=make.roster(make.delegation("MLI", delegate)), segments=(segment,))
    document = opened("speakers-word", facts, "fr")
    body = document.element.body
    (name,) = (one for one in body.iter(qn("w:p")) if "Aba" in paragraph_text(one).title())
    assert paragraph_text(name).split("\n")[0] == "S.E.\u00a0M.\u00a0Jean-Yves d\u2019Aba"
    assert len(list(name.iter(qn("w:noBreakHyphen")))) == 1
    raised = [one.getparent().getparent() for one in body.iter(qn("w:vertAlign"))]
    assert {"".join(text.text for text in one.iter(qn("w:t"))) for one in raised} == {"e"}


def test_summary_without_open_points_says_draft():
    head = opened("summary-word", make.meeting()).sections[0].first_page_header
    assert head.paragraphs[-1].text.endswith(" · DRAFT")


@pytest.mark.parametrize(
    ("text", "is_rtl", "pieces"),
    [
        ("Mali", False, [("Mali", False)]),
        ("Mali مالي 2017", False, [("Mali ", False), ("مالي", True), (" 2017", False)]),
        ("مالي Mali 2017", True, [("مالي ", True), ("Mali", False), (" 2017", True)]),
        ("2017", True, [("2017", True)]),
        ("", True, []),
    ],
)
def test_text_is_parted_by_direction(text, is_rtl, pieces):
    assert list(directed(text, is_rtl=is_rtl)) == pieces


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_paper_is_the_one_asked_for(paper):
    section = opened("programme-word", state("mali"), paper=paper).sections[0]
    assert round(section.page_width.mm, 1) == {"a4": 210, "letter": 215.9}[paper]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_what_stands_at_the_right_of_the_head_ends_with_the_text(paper):
    document = opened("programme-word", state("mali"), paper=paper)
    section = document.sections[0]
    width = round((section.page_width - section.left_margin - section.right_margin) / 635)
    stops = [one for name in ("Header", "Footer") for one in document.styles[name].paragraph_format.tab_stops]
    assert {round(one.position / 635) for one in stops if one.alignment == WD_TAB_ALIGNMENT.RIGHT} == {width}


def test_template_is_the_one_its_maker_makes():
    with zipfile.ZipFile(io.BytesIO(make_template.template())) as made, zipfile.ZipFile(TEMPLATE) as kept:
        assert {one: made.read(one) for one in made.namelist()} == {one: kept.read(one) for one in kept.namelist()}


def test_template_has_every_style_that_is_needed():
    assert {*names.NEEDED} - {one.style_id for one in docx.Document(str(TEMPLATE)).styles} == set()


needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None and os.environ.get("REQUIRE_OFFICE") != "1",
    reason="LibreOffice is not installed: apt-get install libreoffice-writer-nogui",
)


@pytest.fixture(scope="module")
def office_pages(tmp_path_factory):
    """The pages that LibreOffice makes of each file, by its slug and language; one start of it for all."""
    place = tmp_path_factory.mktemp("office")
    made = {
        (slug, language): file(slug, with_observers(), language) for slug in SLUGS for language in ("en", "fr", "ar")
    }
    for one in made.values():
        (place / one.name).write_bytes(one.content)
    command = ["soffice", f"-env:UserInstallation=file://{place}/profile", "--headless", "--convert-to", "pdf"]
    paths = [str(place / one.name) for one in made.values()]
    subprocess.run([*command, "--outdir", str(place), *paths], check=True, capture_output=True, timeout=240)
    return {key: pages((place / one.name).with_suffix(".pdf").read_bytes()) for key, one in made.items()}


@needs_office
@pytest.mark.once
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("slug", SLUGS)
def test_libreoffice_shows_what_the_print_says(office_pages, slug, language):
    text = re.sub(r"[\s\u00ad\ufffe-]", "", "".join(office_pages[slug, language]))
    wanted = [words for block in blocks_of(slug, with_observers(), language) for words in said(block)]
    parts = [part for words in wanted for part in fit(words).replace("-", " ").split()]
    assert [one for one in parts if one not in text] == []


@needs_office
@pytest.mark.once
@pytest.mark.parametrize("slug", SLUGS)
def test_libreoffice_numbers_the_pages_of_an_arabic_document(office_pages, slug):
    found, count = office_pages[slug, "ar"], len(office_pages[slug, "ar"])
    assert count > 0
    assert all(re.search(rf"\b{number}/{count}\b", page) for number, page in enumerate(found, 1))


@pytest.mark.parametrize(("language", "around"), [("fr", "Sur {} ici"), ("ar", "عن {} هنا")])
def test_text_of_another_language_says_so_and_keeps_its_direction(language, around):
    title = marked("(2017) Title", "en")
    xml = runs_xml(around.format(title), Voice(language=language, is_rtl=language == "ar", relation=str))
    runs = re.findall(r"<w:r>(?:<w:rPr>(.*?)</w:rPr>)?<w:t[^>]*>(.*?)</w:t>", xml)
    assert ('<w:lang w:val="en-GB"/>', "(2017) Title") in runs
    assert (STYLES["note"], "\u00a0[en]") in runs
    assert [properties for properties, text in runs if text in ("Sur ", "عن ")] == ["<w:rtl/>" * (language == "ar")]
