"""Names of States and organisations in all six languages, and the scripts of everything the fixtures say in them."""

import re
import unicodedata

import pytest

from meetingplanner.languages import LANGUAGES
from tests.fixture_files import (
    DAYS,
    ENTITIES,
    MEETINGS,
    NAMES,
    WORKING_LANGUAGES,
    WORKING_PARTS,
    by_language,
    holds,
    name,
    table,
    texts,
)

MEETING_DAYS, TODAY = DAYS[:2], DAYS[-1]
STATES = {code for code, row in ENTITIES.items() if row["kind"] in ("state", "observer_state")}
OTHER_LANGUAGES = tuple(language for language in LANGUAGES if language not in WORKING_LANGUAGES)
FORMS = ("list_name", "prose", "short", "abbreviation")
SCRIPTS = {"es": "LATIN", "ru": "CYRILLIC", "ar": "ARABIC", "zh": "CJK"}
SLIPS = re.compile(r"\*|\[|\((?:el|la|los|las)\)|\( | \)|  |’|^ | $| ,|[\u200b-\u200f\u202a-\u202e]")
BRACKETS = (("(", ")"), ("（", "）"), ("《", "》"), ("«", "»"))


def named(language, day):
    return [row["code"] for row in NAMES if row["language"] == language and holds(row, day)]


def written(language):
    """Everything the fixtures say in one of the languages."""
    yield from (row[form] for row in NAMES if row["language"] == language for form in FORMS)
    for row in table("person_titles"):
        yield from (by_language(row, column)[language] for column in ("title", "capacity"))
    yield from (row[f"name_{language}"] for row in table("groups"))
    for meeting in MEETINGS.values():
        printed = [part for key, part in meeting.items() if key not in WORKING_PARTS]
        yield from (one[language] for one in texts(printed))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("day", MEETING_DAYS)
def test_every_state_has_one_name_in_each_language_on_the_days_of_the_meetings(day, language):
    states = [code for code in named(language, day) if code in STATES]
    assert (len(states), set(states)) == (195, STATES)


@pytest.mark.parametrize(
    ("language", "missing"), [("es", {"NLD", "TUR"}), ("ru", {"NLD"}), ("ar", {"NLD"}), ("zh", {"NLD"})]
)
def test_states_without_a_sourced_name_today_are_these(language, missing):
    states = [code for code in named(language, TODAY) if code in STATES]
    assert (STATES - set(states), len(states)) == (missing, 195 - len(missing))


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
@pytest.mark.parametrize("day", DAYS)
def test_organisations_without_a_name_in_the_language_are_these(day, language):
    others = [code for code in named(language, day) if code not in STATES]
    assert set(ENTITIES) - STATES - set(others) == {"CEN-SAD", "EEAS", "SC-1267", "UEMOA"}
    assert len(others) == len(set(others)) == 43


def test_names_in_the_other_languages_are_whole():
    rows = [row for row in NAMES if row["language"] in OTHER_LANGUAGES]
    assert [row for row in rows if not (row["list_name"] and row["prose"] and row["short"] and row["source"])] == []
    assert [row for row in rows if row["formal"] or row["sort_key"]] == []
    assert [row for row in rows if not row["prose"].endswith(row["list_name"]) and "(" not in row["list_name"]
            and "（" not in row["list_name"] and row["code"] != "VEN"] == []  # fmt: skip


def test_two_states_never_share_a_name_on_a_day():
    for language in LANGUAGES:
        for day in DAYS:
            shown = [row["list_name"] for row in NAMES if row["language"] == language and holds(row, day)]
            assert sorted(shown) == sorted(set(shown))


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("CIV", ("Côte d'Ivoire", "Кот-д'Ивуар", "كوت ديفوار", "科特迪瓦")),
        ("MLI", ("Malí", "Мали", "مالي", "马里")),
        ("DZA", ("Argelia", "Алжир", "الجزائر", "阿尔及利亚")),
        ("BOL", ("Bolivia (Estado Plurinacional de)", "Боливия (Многонациональное Государство)",
                 "بوليفيا (دولة - المتعددة القوميات)", "玻利维亚（多民族国）")),
        ("CZE", ("Chequia", "Чехия", "تشيكيا", "捷克")),
        ("SWZ", ("Swazilandia", "Свазиленд", "سوازيلند", "斯威士兰")),
        ("MKD", ("ex República Yugoslava de Macedonia", "бывшая югославская Республика Македония",
                 "جمهورية مقدونيا اليوغوسلافية سابقاً", "前南斯拉夫的马其顿共和国")),
        ("TUR", ("Turquía", "Турция", "تركيا", "土耳其")),
        ("VAT", ("Santa Sede", "Святой Престол", "الكرسي الرسولي", "教廷")),
        ("PSE", ("Estado de Palestina", "Государство Палестина", "دولة فلسطين", "巴勒斯坦国")),
        ("AU", ("Unión Africana", "Африканский союз", "الاتحاد الأفريقي", "非洲联盟")),
        ("UN", ("Naciones Unidas", "Организация Объединенных Наций", "الأمم المتحدة", "联合国")),
    ],
)  # fmt: skip
def test_names_of_2017_are_those_of_the_list(code, names):
    assert tuple(name(code, language)["list_name"] for language in OTHER_LANGUAGES) == names


@pytest.mark.parametrize(
    ("code", "language", "eve", "day", "before", "after"),
    [
        ("CZE", "es", "2016-07-04", "2016-07-05", "República Checa", "Chequia"),
        ("SWZ", "ru", "2018-04-18", "2018-04-19", "Свазиленд", "Эсватини"),
        ("SWZ", "zh", "2018-04-18", "2018-04-19", "斯威士兰", "斯威士兰"),
        ("MKD", "ar", "2019-02-11", "2019-02-12", "جمهورية مقدونيا اليوغوسلافية سابقاً", "مقدونيا الشمالية"),
        ("COG", "zh", "2026-05-14", "2026-05-15", "刚果", "刚果（布）"),
    ],
)
def test_renamed_states_change_on_their_day_in_the_other_languages(code, language, eve, day, before, after):
    assert [name(code, language, one)["list_name"] for one in (eve, day)] == [before, after]


@pytest.mark.parametrize(
    ("code", "prose"),
    [
        ("NER", "el Níger"), ("FRA", "Francia"), ("NLD", "los Países Bajos"), ("MDA", "la República de Moldova"),
        ("BOL", "el Estado Plurinacional de Bolivia"), ("IRN", "la República Islámica del Irán"),
        ("SLV", "El Salvador"), ("UN", "las Naciones Unidas"), ("EU", "la Unión Europea"),
    ],
)  # fmt: skip
def test_spanish_prose_has_the_article_of_the_list(code, prose):
    assert name(code, "es")["prose"] == prose


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
def test_texts_carry_no_marks_stray_spaces_or_open_brackets(language):
    found = list(written(language))
    assert len(found) > 1000
    assert [text for text in found if SLIPS.search(text) or unicodedata.normalize("NFC", text) != text] == []
    assert [text for text in found for first, last in BRACKETS if text.count(first) != text.count(last)] == []


@pytest.mark.parametrize("language", OTHER_LANGUAGES)
def test_letters_are_those_of_the_script(language):
    """A Latin "a" among Cyrillic letters looks right and is found by no search."""
    wrong = {
        (letter, text)
        for text in written(language)
        for letter in text
        if letter.isalpha() and letter not in "ª" and SCRIPTS[language] not in unicodedata.name(letter)
    }
    assert wrong == set()
