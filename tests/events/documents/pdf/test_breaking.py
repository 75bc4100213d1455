from dataclasses import replace

import pytest

from events.documents.pdf.blocks import KeyFacts, Paragraph, Run, Table, bold
from events.documents.pdf.breaks import break_places
from events.documents.pdf.hyphens import hyphen_places
from events.documents.pdf.language import in_language
from events.documents.pdf.style import BODY, CELL, CELL_HEAD
from events.documents.pdf.text import Text, inked, width_pt
from tests.events.documents.pdf.reading import pages, printed

FRENCH = (
    "Les ministres adoptent la recommandation concernant les organisations internationales et la coopération "
    "institutionnelle entre gouvernements"
)
CHINESE = (
    "《联合国气候变化框架公约》缔约方会议（第三十届）于2025年11月10日至21日在贝伦举行，"
    "“全体缔约方”应提交发言稿；会议室：3号厅！"
)
CLOSING, OPENING = "，。；：！）》”、", "（《“"
JUSTIFIED = replace(BODY, align="justify")


def lines(wording, setting, room_pt, language="en"):
    with in_language(language):
        made = Text(wording, setting)
    made.wrap(room_pt, 0)
    return made._lines


def read(line):
    return "".join(word.text + (" " if word.gap_pt else "") for word in line.words).strip()


@pytest.mark.parametrize("room_pt", range(60, 400, 17))
@pytest.mark.parametrize("setting", [BODY, CELL], ids=["fitted", "cell"])
def test_no_chinese_line_begins_with_a_closing_or_ends_with_an_opening_sign(setting, room_pt):
    found = [read(line) for line in lines(CHINESE, setting, room_pt, "zh")]
    assert "".join(found) == CHINESE
    assert [line for line in found if line[0] in CLOSING or line[-1] in OPENING] == []


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("co-chair", ["co-", "chair"]),
        ("and/or", ["and/", "or"]),
        ("10-21", ["10-21"]),
        ("15:30–16:00", ["15:30–16:00"]),
        ("peace—now", ["peace—", "now"]),
        ("中文AB中", ["中", "文", "AB", "中"]),
        ("（中）文", ["（中）", "文"]),
        ("2025年11月", ["2025年", "11月"]),
        ("好……吧", ["好……", "吧"]),
        ("Diop先生阁下等", ["Diop", "先生阁下", "等"]),
        ("女士们", ["女士", "们"]),
    ],
)
def test_words_part_where_their_script_allows(word, parts):
    bounds = [0, *break_places(word), len(word)]
    assert [word[start:end] for start, end in zip(bounds, bounds[1:], strict=False)] == parts


def test_cell_leaves_no_word_alone_on_its_last_line_where_as_many_lines_do_without():
    text = "Conseil de sécurité ; Pays contributeur"
    room_pt = width_pt("Conseil de sécurité ; Pays", CELL.ink) + 1
    assert [read(line) for line in lines(text, CELL, room_pt, "fr")][-1] == "Pays contributeur"
    assert [read(line) for line in lines("Haute Représentante", CELL, room_pt * 0.7, "fr")][-1] == "Représentante"


@pytest.mark.parametrize("room_pt", range(90, 300, 20))
def test_justified_lines_are_full_and_the_last_is_not_stretched(room_pt):
    with in_language("fr"):
        made = Text(FRENCH, JUSTIFIED)
    made.wrap(room_pt, 0)
    *placed, last = made.placed_lines()
    several = [line for line in placed if len(line.words) > 1]
    widths = [
        sum(word.width_pt for word in line.words) + sum(word.gap_pt + line.stretch_pt for word in line.words[:-1])
        for line in several
    ]
    assert widths == pytest.approx([room_pt] * len(several), abs=0.5)
    assert len(several) >= len(placed) / 2
    assert last.stretch_pt == 0


def test_justified_words_are_hyphenated_by_their_language_and_read_whole():
    found = [read(line) for line in lines(FRENCH, JUSTIFIED, 110, "fr")]
    assert [line for line in found if line.endswith("‐")] != []
    assert " ".join(found).replace("‐ ", "") == FRENCH
    assert [line for line in lines(FRENCH, JUSTIFIED, 110, "zh") if read(line).endswith("‐")] == []


def test_hyphen_at_the_end_of_a_line_reads_as_a_soft_one():
    narrow = Table(header=("a", "b"), rows=(("internationalisation " * 3, "x"),), column_widths=(1, 12))
    (page,) = pages(printed(narrow))
    assert page.replace("\ufffe ", "").replace("\ufffe", "").count("internationalisation") == 3


def test_soft_hyphens_are_used_where_needed_and_unseen_elsewhere():
    word = "Regional\u00adkommission"
    assert [read(line) for line in lines(word, CELL, 300)] == ["Regionalkommission"]
    assert [read(line) for line in lines(word, CELL, width_pt("Regionalkom", CELL.ink))] == ["Regional‐", "kommission"]


def test_names_are_hyphenated_only_when_longer_than_a_line():
    name = "Konstantinopoulos"
    room_pt = width_pt(name, CELL.ink) + 1
    assert [read(line) for line in lines(f"A {name}", CELL, room_pt)] == ["A", name]
    assert "".join(read(line).removesuffix("‐") for line in lines(name, CELL, room_pt / 2)) == name


@pytest.mark.parametrize(
    ("word", "language", "parts"),
    [
        ("participants,", "en", ("parti", "cipants,")),
        ("recommandation", "fr", ("recom", "mandation")),
        ("ECOWAS", "en", ()),
        ("short", "en", ()),
        ("организация", "ru", ("органи", "зация")),
        ("participants", "ar", ()),
        ("participants", "", ()),
    ],
)
def test_hyphens_follow_the_patterns_of_the_language(word, language, parts):
    places = hyphen_places(word, language)
    if parts:
        assert len(parts[0]) in places
    else:
        assert places == ()


def test_language_of_a_run_wins_over_that_of_the_document():
    with in_language("en"):
        (plain, _), (_, french) = inked(("a", Run(text="b", language="fr")), BODY)
        assert french.language == "fr"
        assert inked("a", BODY)[0][1].language == "en"
    assert inked("a", BODY)[0][1].language == ""


def test_address_longer_than_a_line_is_parted_after_its_signs():
    address = "https://www.example.org/meetings/mali/programme/participants"
    found = [read(line) for line in lines(address, CELL, 90)]
    assert "".join(found) == address
    assert all(line[-1] in "/." for line in found[:-1])


def test_heads_of_columns_are_not_hyphenated_while_their_words_fit():
    word = "délégations"
    room_pt = width_pt(word, CELL_HEAD.ink) + 1
    assert [read(line) for line in lines(f"Nombre de {word}", CELL_HEAD, room_pt, "fr")][-1] == word


@pytest.mark.parametrize("room_pt", range(70, 420, 9))
@pytest.mark.parametrize("words", ["a short one of eight words to be set", FRENCH, FRENCH * 2])
def test_last_line_has_two_words_where_they_fit(words, room_pt):
    found = [read(line) for line in lines(words, BODY, room_pt)]
    two = " ".join(words.split()[-2:])
    assert (
        len(found) == 1
        or len(found[-1].split()) > 1
        or width_pt(two, BODY.ink) > room_pt * 0.95
        or width_pt(found[-1], BODY.ink) > room_pt / 3
    )


def test_emphasis_inside_a_word_breaks_nothing():
    assert [read(line) for line in lines((bold("Ma"), "li"), BODY, 5)] != []
    assert "".join(read(line) for line in lines((bold("Ma"), "li"), BODY, 12)) == "Mali"


def test_label_column_is_as_wide_as_its_longest_label():
    (page,) = pages(printed(KeyFacts(items=(("Organisations", "x"), ("A", "y"))), Paragraph(text="z")))
    assert page == "Organisations x A y z 1/1"
