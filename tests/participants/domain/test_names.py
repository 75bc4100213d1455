"""Names folded, sorted, in capitals, addressed and printed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetingplanner.languages import DOCUMENT_LANGUAGES
from participants.documents.sheets import searchable
from participants.domain.names import (
    FORMS,
    STYLES,
    address,
    fold,
    full_name,
    function_with_capacity,
    honorific,
    listed_name,
    matches,
    name_halves,
    name_parts,
    person_sort_key,
    plate_name,
    printed_name,
    sort_key,
    spoken_name,
    upper,
)
from participants.domain.ranks import RANKS
from participants.domain.values import DelegateFacts


def delegate(given, family, *, gender="m", rank="minister", **facts):
    return DelegateFacts(
        uuid="d1", version=1, delegation="x", role="head", rank=rank, gender=gender,
        given_names=given, family_name=family, **facts,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "is_family_name_first", "parts"),
    [
        ("en", False, ("H.E.\u00a0Mr.", "Jean-Yves", "Le Drian")),
        ("en", True, ("H.E.\u00a0Mr.", "Le Drian", "Jean-Yves")),
        ("zh", False, ("Jean-Yves", "Le Drian先生阁下")),
    ],
)
def test_name_has_parts_between_which_a_plate_may_break_it(language, is_family_name_first, parts):
    person = delegate("Jean-Yves", "Le Drian", is_family_name_first=is_family_name_first)
    assert name_parts(person, language) == parts


@pytest.mark.parametrize(
    ("language", "fields", "halves"),
    [
        ("en", {}, ("H.E.\u00a0Mr.", "Jean-Yves Le Drian")),
        ("zh", {}, ("Jean-Yves Le Drian", "先生阁下")),
        ("fr", {"style": "plain"}, ("M.\u00a0Jean-Yves Le Drian",)),
        ("zh", {"style": "plain"}, ("Jean-Yves Le Drian先生",)),
        ("en", {"style": "own", "style_text": {"en": "His Eminence"}}, ("His Eminence", "Jean-Yves Le Drian")),
        ("en", {"gender": ""}, ("Jean-Yves Le Drian",)),
    ],
)
def test_plate_rather_breaks_a_name_after_its_form_of_address_unless_that_is_a_bare_title(language, fields, halves):
    assert name_halves(delegate("Jean-Yves", "Le Drian", **fields), language) == halves


def test_russian_title_has_a_capital_where_it_begins_a_line_and_none_inside_one():
    person = delegate("António", "Guterres", style="plain")
    names = (listed_name(person, "ru"), plate_name(person, "ru"), " ".join(name_halves(person, "ru")))
    assert [plain(one) for one in names] == ["Г-н António GUTERRES", *["Г-н António Guterres"] * 2]
    inside = (printed_name(person, "ru"), listed_name(person, "ru", is_inside=True))
    assert [plain(one) for one in inside] == ["г-н António Guterres", "г-н António GUTERRES"]
    assert plain(plate_name(delegate("Jean-Yves", "Le Drian"), "ru")).startswith("Его Превосходительство г-н")


def plain(text):
    return text.replace("\u00a0", " ")


KEITA = delegate(
    "Ibrahim Boubacar",
    "Keïta",
    rank="head_of_state",
    function={"en": "President of the Republic of Mali", "fr": "Président de la République du Mali"},
)
GUTERRES = delegate("António", "Guterres", rank="secretary_general")
MOGHERINI = delegate("Federica", "Mogherini", gender="f", rank="head_of_organisation")
LE_DRIAN = delegate("Jean-Yves", "Le Drian", rank="foreign_minister")
WU = delegate("Haitao", "Wu", rank="deputy_permanent_representative", is_family_name_first=True)
HALEY = delegate("Nikki", "Haley", gender="f", rank="permanent_representative")
DE_SOUZA = delegate("Marcel Alain", "de Souza", rank="head_of_organisation")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Keïta", "keita"),
        ("António Guterres", "antonio guterres"),
        ("Fodé Seck", "fode seck"),
        ("Bermúdez", "bermudez"),
        ("Llorentty Solíz", "llorentty soliz"),
        ("Côte d'Ivoire", "cote d ivoire"),
        ("Côte d’Ivoire", "cote d ivoire"),
        ("Conférence d'entente nationale", "conference d entente nationale"),
        ("Guinée-Bissau", "guinee bissau"),
        ("  Iran (République islamique d') ", "iran republique islamique d"),
        ("Œuvre Æsir Søren Straße Łódź Đorđe Işık İzmir", "oeuvre aesir soren strasse lodz dorde isik izmir"),
        ("Nukuʻalofa", "nuku alofa"),
        ("a\u200bb\u00adc", "abc"),
        ("Ξένος Ήλιος", "ξενοσ ηλιοσ"),
        ("Йод 吴海涛 한국", "иод 吴海涛 한국"),
        ("🎉 — ...", ""),
        ("", ""),
    ],
)
def test_fold_leaves_letters_without_marks_and_single_blanks(text, folded):
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet=st.characters(codec="latin-1")))
def test_capitals_fold_as_small_letters_do(text):
    assert fold(upper(text, "fr")) == fold(text)


def test_sort_key_files_blank_before_letters():
    names = ["Guinée équatoriale", "Guinée", "Guinée-Bissau", "Niger", "Nigéria"]
    assert sorted(names, key=sort_key) == ["Guinée", "Guinée-Bissau", "Guinée équatoriale", "Niger", "Nigéria"]


@pytest.mark.parametrize(
    ("name", "query", "is_found"),
    [
        ("Ibrahim Boubacar Keïta", "keita", True),
        ("Ibrahim Boubacar Keïta", "KEÏTA ibr", True),
        ("Ibrahim Boubacar Keïta", "keita ismail", False),
        ("Côte d'Ivoire", "cote", True),
        ("Côte d'Ivoire", "d'ivoire", True),
        ("Somalia", "mali", False),
        ("Mali", " ", True),
    ],
)
def test_query_finds_names_whose_words_begin_as_its_words(name, query, is_found):
    assert matches(fold(name), query) is is_found


@pytest.mark.parametrize(
    ("text", "language", "capitals"),
    [
        ("Côte d'Ivoire", "fr", "CÔTE D'IVOIRE"),
        ("Le Drian", "fr", "LE DRIAN"),
        ("İstanbul Işık ilk", "tr", "İSTANBUL IŞIK İLK"),
        ("Αθήνα Μαΐου", "en", "ΑΘΗΝΑ ΜΑΪΟΥ"),
        ("Türkiye", "en", "TÜRKIYE"),
    ],
)
def test_capitals_keep_accents(text, language, capitals):
    assert upper(text, language) == capitals


@pytest.mark.parametrize(
    ("person", "english", "french"),
    [
        (KEITA, "H.E. Mr. Ibrahim Boubacar Keïta", "S.E. M. Ibrahim Boubacar Keïta"),
        (GUTERRES, "Mr. António Guterres", "M. António Guterres"),
        (MOGHERINI, "H.E. Ms. Federica Mogherini", "S.E. Mme Federica Mogherini"),
        (HALEY, "H.E. Ms. Nikki Haley", "S.E. Mme Nikki Haley"),
        (WU, "Mr. Wu Haitao", "M. Wu Haitao"),
        (replace(WU, style="excellency"), "H.E. Mr. Wu Haitao", "S.E. M. Wu Haitao"),
        (replace(KEITA, style="plain"), "Mr. Ibrahim Boubacar Keïta", "M. Ibrahim Boubacar Keïta"),
        (replace(KEITA, gender=""), "Ibrahim Boubacar Keïta", "Ibrahim Boubacar Keïta"),
        (
            delegate("Pietro", "Parolin", style="own", style_text={"en": "His Eminence", "fr": "Son Éminence"}),
            "His Eminence Pietro Parolin",
            "Son Éminence Pietro Parolin",
        ),
        (replace(KEITA, is_placeholder=True), "", ""),
        (delegate("", "", gender="f"), "", ""),
    ],
)
def test_printed_name_has_the_form_of_address_of_rank_or_office(person, english, french):
    assert (plain(printed_name(person, "en")), plain(printed_name(person, "fr"))) == (english, french)


@pytest.mark.parametrize(
    ("person", "language", "printed"),
    [
        (KEITA, "es", "Excmo. Sr. Ibrahim Boubacar Keïta"),
        (MOGHERINI, "es", "Excma. Sra. Federica Mogherini"),
        (GUTERRES, "es", "Sr. António Guterres"),
        (KEITA, "ru", "Его Превосходительство г-н Ibrahim Boubacar Keïta"),
        (MOGHERINI, "ru", "Ее Превосходительство г-жа Federica Mogherini"),
        (KEITA, "ar", "فخامة السيد Ibrahim Boubacar Keïta"),
        (MOGHERINI, "ar", "معالي السيدة Federica Mogherini"),
        (HALEY, "ar", "سعادة السيدة Nikki Haley"),
        (replace(KEITA, rank="head_of_government"), "ar", "دولة السيد Ibrahim Boubacar Keïta"),
        (GUTERRES, "ar", "السيد António Guterres"),
        (KEITA, "zh", "Ibrahim Boubacar Keïta先生阁下"),
        (MOGHERINI, "zh", "Federica Mogherini女士阁下"),
        (GUTERRES, "zh", "António Guterres先生"),
        (delegate("海涛", "吴", rank="ambassador", is_family_name_first=True), "zh", "吴 海涛先生阁下"),
        (replace(KEITA, gender=""), "zh", "Ibrahim Boubacar Keïta"),
        (replace(KEITA, style="own", style_text={"en": "His Majesty"}), "zh", "His Majesty Ibrahim Boubacar Keïta"),
        (replace(KEITA, style="own", style_text={"zh": "陛下"}), "zh", "Ibrahim Boubacar Keïta陛下"),
        (replace(KEITA, style="own", style_text={"zh": "陛下"}), "en", "Ibrahim Boubacar Keïta"),
    ],
)
def test_form_of_address_stands_where_the_language_has_it(person, language, printed):
    assert plain(printed_name(person, language)) == printed


def test_no_break_spaces_hold_the_form_of_address_to_the_name():
    assert printed_name(KEITA, "en") == "H.E.\u00a0Mr.\u00a0Ibrahim Boubacar Keïta"


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
@pytest.mark.parametrize("rank", RANKS)
@pytest.mark.parametrize("style", [code for code in STYLES if code != "own"])
@pytest.mark.parametrize("gender", ["m", "f", ""])
def test_excellency_never_stands_without_title(language, rank, style, gender):
    forms = FORMS[language]
    title, excellency = forms.titles.get(gender, ""), forms.excellency(gender, rank)
    both = f"{title}{excellency}" if forms.follows_name else f"{excellency}{forms.gap}{title}"
    allowed = {"", title, both if title else ""}
    assert honorific(delegate("A", "B", rank=rank, style=style, gender=gender), language) in allowed


@pytest.mark.parametrize(
    ("person", "listed"),
    [
        (WU, "Mr. WU Haitao"),
        (DE_SOUZA, "H.E. Mr. Marcel Alain DE SOUZA"),
        (LE_DRIAN, "H.E. Mr. Jean-Yves LE DRIAN"),
        (KEITA, "H.E. Mr. Ibrahim Boubacar KEÏTA"),
        (delegate("Pelé", "", rank="representative"), "Mr. PELÉ"),
    ],
)
def test_listed_name_has_family_name_in_capitals(person, listed):
    assert plain(listed_name(person, "en")) == listed


def test_words_of_a_family_name_are_held_together_and_those_of_a_sheet_are_not():
    assert printed_name(LE_DRIAN, "fr").endswith(" Le\u00a0Drian")
    assert listed_name(LE_DRIAN, "fr").endswith(" LE\u00a0DRIAN")
    assert spoken_name(LE_DRIAN, "fr").endswith(" Le\u00a0Drian")
    assert full_name(LE_DRIAN) == "Jean-Yves Le Drian"
    assert searchable(listed_name(LE_DRIAN, "fr")).endswith("Jean-Yves LE DRIAN")


def test_people_are_filed_by_family_name_as_written():
    keys = [person_sort_key(person) for person in (KEITA, DE_SOUZA, LE_DRIAN, WU)]
    assert keys == ["keita ibrahim boubacar", "de souza marcel alain", "le drian jean yves", "wu haitao"]


def test_plate_name_may_go_without_form_of_address():
    assert (plain(plate_name(WU, "fr")), plate_name(WU, "fr", has_honorific=False)) == ("M. Wu Haitao", "Wu Haitao")


def test_address_has_function_in_apposition_and_leaves_out_what_is_missing():
    assert [plain(address(KEITA, language)) for language in ("en", "fr")] == [
        "H.E. Mr. Ibrahim Boubacar Keïta, President of the Republic of Mali",
        "S.E. M. Ibrahim Boubacar Keïta, Président de la République du Mali",
    ]
    assert address(replace(KEITA, is_placeholder=True), "en") == "President of the Republic of Mali"
    assert plain(address(WU, "en")) == "Mr. Wu Haitao"


def test_capacity_follows_the_function():
    person = replace(KEITA, capacity={"en": "Chair of the Group of Five for the Sahel"})
    expected = "President of the Republic of Mali, Chair of the Group of Five for the Sahel"
    assert function_with_capacity(person, "en") == expected
    assert function_with_capacity(replace(person, function={}), "en") == "Chair of the Group of Five for the Sahel"


def test_every_document_language_has_forms_of_address():
    assert {language: sorted(FORMS[language].titles) for language in DOCUMENT_LANGUAGES} == dict.fromkeys(
        DOCUMENT_LANGUAGES, ["f", "m"]
    )


@pytest.mark.parametrize(
    ("person", "english", "french"),
    [
        (KEITA, "His Excellency Mr. Ibrahim Boubacar Keïta", "Son Excellence Monsieur Ibrahim Boubacar Keïta"),
        (MOGHERINI, "Her Excellency Ms. Federica Mogherini", "Son Excellence Madame Federica Mogherini"),
        (GUTERRES, "Mr. António Guterres", "Monsieur António Guterres"),
        (WU, "Mr. Wu Haitao", "Monsieur Wu Haitao"),
        (replace(KEITA, gender=""), "Ibrahim Boubacar Keïta", "Ibrahim Boubacar Keïta"),
        (
            replace(KEITA, style="own", style_text={"en": "His Majesty", "fr": "Sa Majesté"}),
            "His Majesty Ibrahim Boubacar Keïta",
            "Sa Majesté Ibrahim Boubacar Keïta",
        ),
        (replace(KEITA, is_placeholder=True), "", ""),
    ],
)
def test_name_is_said_aloud_with_the_form_of_address_in_full(person, english, french):
    assert (spoken_name(person, "en"), spoken_name(person, "fr")) == (english, french)
