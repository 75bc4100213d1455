from dataclasses import replace

import pytest
from reportlab.lib.units import mm

from events.documents.pdf.blocks import Run, bold, note
from events.documents.pdf.flow import Beside, margin_marker
from events.documents.pdf.fonts import face
from events.documents.pdf.language import in_language
from events.documents.pdf.style import BODY, CELL, MARGIN_NUMBER
from events.documents.pdf.tables import Cell
from events.documents.pdf.tagging import Element
from events.documents.pdf.text import Text, width_pt
from events.documents.pdf.wording import marked

SENTENCE = "The meeting will be opened by the President of Mali and the Secretary-General of the United Nations today"


def lines(wording, setting, room_pt):
    text = Text(wording, setting)
    text.wrap(room_pt, 0)
    return [read(line) for line in text._lines]


def read(line):
    """The letters of a line, spaces only where words have them."""
    return "".join(word.text + (" " if word.gap_pt else "") for word in line.words).strip()


@pytest.mark.parametrize("room_mm", range(40, 140, 3))
def test_running_text_keeps_its_words_and_never_ends_in_one_short_word(room_mm):
    found = lines(SENTENCE, BODY, room_mm * mm)
    assert " ".join(found).replace("- ", "-") == SENTENCE
    assert len(found) == 1 or len(found[-1].split()) > 1


def test_cell_lines_take_what_they_can():
    assert lines("aa bb cc", CELL, width_pt("aa", CELL.ink) * 2.6) == ["aa bb", "cc"]


def test_runs_join_inside_a_word_and_line_feeds_end_lines():
    assert lines((bold("Ma"), "li,\nFrance"), BODY, 300) == ["Mali,", "France"]


def test_overlong_word_is_parted_and_keeps_every_letter():
    found = lines("x" * 60, CELL, 50)
    assert len(found) > 1
    assert "".join(found) == "x" * 60


def test_titles_stay_with_their_names():
    assert all(
        not line.endswith(("H.E.", "Mr."))
        for room in range(100, 200, 7)
        for line in lines("opened by H.E. Mr. Ibrahim Boubacar Keïta and H.E. Mr. António Guterres", BODY, room)
    )


def test_parts_across_pages_have_two_lines_at_least():
    text = Text(SENTENCE * 2, BODY)
    text.wrap(200, 0)
    count = len(text._lines)
    for fitting in range(1, count):
        parts = text.split(200, fitting * BODY.leading_pt)
        assert all(len(part._lines) >= 2 for part in parts)
        assert sum(len(part._lines) for part in parts) in {0, count}


def test_short_text_is_not_parted():
    text = Text("a\nb\nc", BODY)
    text.wrap(200, 0)
    assert text.split(200, 2 * BODY.leading_pt) == []


def test_unknown_style_is_refused():
    with pytest.raises(KeyError):
        Text(Run(text="x", style="blink"), BODY)


def test_chinese_line_is_left_uneven_rather_than_torn_apart():
    setting, full = replace(BODY, ink=replace(BODY.ink, size_pt=10)), "共同主席：" * 6
    even, torn = Text(full, setting), Text(f"共同主席：{'A' * 30}，{full}", setting)
    for one in (even, torn):
        one.wrap(200.0, 0)
    assert even.placed_lines()[0].stretch_pt > 0
    assert torn.placed_lines()[0].stretch_pt == 0


@pytest.mark.parametrize("count", [4, 7, 10])
def test_no_chinese_character_stands_alone_on_the_last_line_of_a_cell(count):
    found = lines("国" * count, CELL, 3.2 * CELL.ink.size_pt)
    assert len(found) > 1
    assert len(found[-1]) > 1


def test_typewriter_apostrophe_after_a_letter_is_shown_as_one_of_print_and_read_as_written():
    shown = [face("serif").shape(word).glyphs for word in ("l'Accord", "l\u2019Accord", "'Accord")]
    assert [one.number for one in shown[0]] == [one.number for one in shown[1]]
    assert "".join(one.source for one in shown[0]) == "l'Accord"
    assert shown[2][0].number != shown[1][1].number


def test_french_ordinal_is_shown_raised_and_read_as_written():
    raised, plain = (face("sans").shape(word, language="fr").glyphs for word in ("7917\u1d49", "7917e"))
    assert [one.number for one in plain] == [one.number for one in raised]
    assert "".join(one.source for one in plain) == "7917e"
    assert face("sans").shape("7917e", language="en").glyphs != plain


def test_given_name_stays_on_one_line_and_is_read_with_its_hyphen():
    room_pt = width_pt("minister, M. Jean-", CELL.ink) * 1.05
    assert lines("minister, M. Jean-Yves", CELL, room_pt) == ["minister,", "M.\u00a0Jean-Yves"]
    assert lines("minister, M. Jean-yves of it", CELL, room_pt) == ["minister,", "M.\u00a0Jean-yves of it"]


ENGLISH, ARABIC = "Two years after the signature", "بعد عامين من التوقيع"


def starts_left(wording, *, is_rtl, language):
    with in_language(language):
        text = Text(wording, BODY, is_rtl=is_rtl)
        text.wrap(400, 0)
        return text.placed_lines()[0].x_pt == 0


@pytest.mark.parametrize(
    ("wording", "is_rtl", "is_left"),
    [
        (ARABIC, True, False),
        (marked(ENGLISH, "en"), True, True),
        ((Run(text=ENGLISH, language="en"), note("[1]\u00a0"), note("\u00a0[en]")), True, True),
        ((ARABIC, " ", Run(text=ENGLISH, language="en")), True, False),
        (ENGLISH, False, True),
        (marked(ARABIC, "ar"), False, False),
        ((ENGLISH, " ", Run(text=ARABIC, language="ar")), False, True),
    ],
)
def test_text_starts_at_the_side_of_its_words_when_they_are_all_in_languages_of_the_other_direction(
    wording, is_rtl, is_left
):
    assert starts_left(wording, is_rtl=is_rtl, language="ar" if is_rtl else "en") == is_left


@pytest.mark.parametrize("numbers", ["II. ", "1. ", "XIV.\u00a0"])
def test_number_of_a_heading_does_not_turn_its_words(numbers):
    assert starts_left(f"{numbers}{marked('OBJECTIVES', 'en')}", is_rtl=True, language="ar")
    assert not starts_left(f"{numbers}الأهداف", is_rtl=True, language="ar")


@pytest.mark.parametrize(
    ("wording", "share"),
    [(ARABIC, 4 / 3), (marked(ENGLISH, "en"), 1), (f"{ARABIC} {marked(ENGLISH, 'en')}", 4 / 3), ("12", 4 / 3)],
)
def test_leading_is_that_of_the_language_of_all_words(wording, share):
    with in_language("ar"):
        assert Text(wording, BODY, is_rtl=True).leading_pt == BODY.leading_pt * share


def test_number_beside_a_text_in_another_language_stands_on_its_first_line():
    with in_language("ar"):
        number = margin_marker("1.", MARGIN_NUMBER, element=Element(role="Span"), is_rtl=True)
        beside = Beside(marked(ENGLISH, "en"), BODY, element=Element(role="P"), is_rtl=True, marker=number)
    assert number.text.leading_pt == beside.leading_pt == BODY.leading_pt


@pytest.mark.parametrize(("room_pt", "is_left"), [(400, False), (70, True)])
def test_cell_in_a_language_of_the_other_direction_stands_below_its_header_until_it_has_two_lines(room_pt, is_left):
    with in_language("ar"):
        cell = Cell(marked(ENGLISH, "en"), CELL, element=Element(role="TD"), is_rtl=True, gutter_pt=0)
        cell.wrap(room_pt, 0)
    assert [line.x_pt == 0 for line in cell.placed_lines()] == [is_left] * len(cell.placed_lines())
    assert cell.leading_pt == CELL.leading_pt * 4 / 3
