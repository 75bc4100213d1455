"""Change bars: beside what a print did not say before, and beside nothing else."""

import io
from dataclasses import replace
from datetime import UTC, datetime

import docx
import pdfplumber
import pytest
from docx.oxml.ns import qn

from events.documents import DOCUMENTS
from events.documents.base import printed
from events.documents.pdf.blocks import BulletList, Heading, KeyFacts, Paragraph, Table
from events.documents.redline import redlined
from events.domain.edition import Edition
from tests import facts as make
from tests.events.documents.pdf.reading import pages
from tests.events.documents.prints import mali, options, paragraph_text

BAR_PT = 1.4
WITH_BARS = ("programme", "speakers", "participants", "summary", "concept-note", "observers", "room-folder")


def barred(now, then):
    """The texts of what has a bar."""
    found = []
    for block in redlined(now, then):
        if isinstance(block, (Paragraph, Heading)):
            found += [block.text] * block.is_changed
        else:
            things = block.rows if isinstance(block, Table) else block.items
            found += [things[number] for number in block.changed]
    return found


A, B, C = (Paragraph(text=text) for text in "abc")


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        ((A, B), (A, B), []),
        ((A, B), (A, C, B), ["c"]),
        ((A, B, C), (A, C), []),
        ((A,), (A, A), ["a"]),
        ((A, B, C), (B, C, A), ["a"]),
        ((A, replace(B, number="1.")), (A, C, replace(B, number="2.")), ["c"]),
        ((replace(A, margin="15:30"),), (replace(A, margin="15:35"),), ["a"]),
        ((A, B), (replace(A, is_tight=True, keeps_with_next=True), B), []),
        ((A,), (Heading(text="a"),), ["a"]),
        ((BulletList(items=("a", "b")),), (BulletList(items=("a", "c", "b")),), ["c"]),
        ((KeyFacts(items=(("a", "1"), ("b", "2"))),), (KeyFacts(items=(("a", "1"), ("b", "3"))),), [("b", "3")]),
    ],
)
def test_bar_stands_at_what_is_new_or_was_moved(then, now, expected):
    assert barred(now, then) == expected


def table(*rows, header=("No.", "Name")):
    return Table(header=header, rows=rows)


def test_row_that_only_slid_has_no_bar():
    then, now = table(("1", "Mali"), ("2", "Niger")), table(("1", "Chad"), ("2", "Mali"), ("3", "Niger"))
    assert barred([now], [then]) == [("1", "Chad")]


def test_rows_under_another_header_are_new():
    assert barred([table(("1", "Mali"), header=("No.", "State"))], [table(("1", "Mali"))]) == [("1", "Mali")]


def read(data):
    """Every line of words with whether a bar stands beside it."""
    found = []
    with pdfplumber.open(io.BytesIO(data)) as file:
        for page in file.pages:
            bars = [line for line in page.lines if line["linewidth"] == BAR_PT and line["x0"] == line["x1"]]
            for line in page.extract_text_lines():
                middle = (line["top"] + line["bottom"]) / 2
                found.append((line["text"], any(bar["top"] <= middle <= bar["bottom"] for bar in bars)))
    return found


def beside_bars(slug, facts, earlier, language="en", **changes):
    made = printed(DOCUMENTS[slug], facts, options(language, **changes), earlier=earlier)
    return [text for text, has_bar in read(made.content) if has_bar]


MALI = make.delegate("Ibrahim Keïta", delegation="MLI")
NIGER = make.delegate("Aïchatou Kané", delegation="NER", gender="f")
BEFORE = make.meeting(
    roster=make.roster(make.delegation("MLI", MALI), make.delegation("NER", NIGER, grounds=("guest",))),
    segments=(
        make.segment(
            "Opening",
            make.item("Welcome", make.speech("MLI", by="Ibrahim Keïta"), minutes=10),
            make.item("Update", minutes=20, kind="other"),
            make.item("Closing", minutes=5, kind="other"),
            chairs=[("MLI", "Ibrahim Keïta")],
        ),
    ),
)


def with_items(*items):
    return replace(BEFORE, segments=(replace(BEFORE.segments[0], items=items),))


WELCOME, UPDATE, CLOSING = BEFORE.segments[0].items


def test_bar_stands_beside_the_changed_line_of_the_programme_and_beside_no_other():
    after = with_items(WELCOME, replace(UPDATE, title=make.both("Briefing")), CLOSING)
    assert beside_bars("programme", after, BEFORE) == ["15:40 Briefing"]


def test_speaker_who_joins_leaves_the_speakers_before_without_bar():
    speeches = (*WELCOME.speeches, make.speech("NER", by="Aïchatou Kané"))
    found = beside_bars("programme", with_items(replace(WELCOME, speeches=speeches), UPDATE, CLOSING), BEFORE)
    assert found == ["H.E. Ms. Aïchatou Kané, Minister"]


def test_new_row_of_a_table_has_a_bar():
    fewer = make.with_roster(BEFORE, delegations=BEFORE.roster.delegations[:1])
    found = beside_bars("participants", BEFORE, fewer)
    assert [text.split()[0] for text in found if "Kané" in text or "KANÉ" in text] == ["NER"]
    assert not any("KEÏTA" in text for text in found)


def test_both_columns_of_a_print_in_two_languages_have_bars():
    after = with_items(WELCOME, replace(UPDATE, title={"en": "Briefing", "fr": "Exposé"}), CLOSING)
    (line,) = beside_bars("programme", after, BEFORE, second_language="fr")
    assert "Briefing" in line
    assert "Exposé" in line


def test_print_from_right_to_left_has_its_bar():
    assert len(beside_bars("programme", with_items(WELCOME, UPDATE), BEFORE, "ar")) == 0
    after = with_items(WELCOME, replace(UPDATE, title={"ar": "إحاطة"}), CLOSING)
    assert len(beside_bars("programme", after, BEFORE, "ar")) == 1


@pytest.mark.parametrize("slug", WITH_BARS)
def test_print_against_itself_has_no_more_bars_than_without(slug):
    facts = mali()
    alone = [text for text, has_bar in read(printed(DOCUMENTS[slug], facts, options()).content) if has_bar]
    assert beside_bars(slug, facts, facts) == alone


def test_issue_after_the_first_says_what_it_supersedes():
    at = datetime(2017, 9, 14, 12, tzinfo=UTC)
    edition = Edition(number=1, standing="final", issued_at=at, supersedes_at=at.replace(day=12))
    made = printed(DOCUMENTS["programme"], BEFORE, options(edition=edition), earlier=BEFORE)
    assert "Supersedes Base of 12 September 2017, 08:00" in pages(made.content)[0]


def barred_in_word(slug, after, before):
    made = printed(DOCUMENTS[slug], after, options(), earlier=before)
    document = docx.Document(io.BytesIO(made.content))
    return [paragraph_text(one) for one in document.element.body.iter(qn("w:p")) if one.find(".//" + qn("w:pBdr"))
            is not None]  # fmt: skip


def test_word_has_bars_beside_paragraphs_and_rows():
    after = with_items(WELCOME, replace(UPDATE, title=make.both("Briefing")), CLOSING)
    assert barred_in_word("programme-word", after, BEFORE) == ["15:40\tBriefing"]
    assert barred_in_word("speakers-word", after, BEFORE) == []
    joined = (*WELCOME.speeches, make.speech("NER", by="Aïchatou Kané"))
    after = with_items(replace(WELCOME, speeches=joined), UPDATE, CLOSING)
    assert "2" in barred_in_word("speakers-word", after, BEFORE)


@pytest.mark.parametrize(("language", "side"), [("en", "left"), ("ar", "right")])
def test_bar_in_word_stands_where_lines_begin(language, side):
    after = with_items(WELCOME, replace(UPDATE, title=make.both("Briefing") | {"ar": "إحاطة"}), CLOSING)
    made = printed(DOCUMENTS["programme-word"], after, options(language), earlier=BEFORE)
    body = docx.Document(io.BytesIO(made.content)).element.body
    bars = [bar.tag for rule in body.iter(qn("w:pBdr")) for bar in rule]
    assert bars == [qn(f"w:{side}")]
