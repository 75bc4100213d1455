"""Names and lists inside sentences."""

import pytest

from meetingplanner.languages import DOCUMENT_LANGUAGES
from participants.domain import prose


@pytest.mark.parametrize(
    ("parts", "english", "french"),
    [
        ([], "", ""),
        (["Mali"], "Mali", "Mali"),
        (["Mali", "", "Niger"], "Mali and Niger", "Mali et Niger"),
        (["A", "B", "C"], "A, B and C", "A, B et C"),
        (["A, b", "C", "D"], "A, b; C; and D", "A, b\u00a0; C\u00a0; et D"),
    ],
)
def test_list_is_joined_in_the_order_given(parts, english, french):
    assert (prose.joined(parts, "en"), prose.joined(parts, "fr")) == (english, french)


@pytest.mark.parametrize(
    ("language", "plain_list", "with_commas"),
    [
        ("es", "Malí, Chad y Níger", "A, b; Chad; y Níger"),
        ("ru", "Malí, Chad и Níger", "A, b; Chad; и Níger"),
        ("ar", "Malí وChad وNíger", "A, b؛ Chad؛ وNíger"),
        ("zh", "Malí、Chad和Níger", "A, b；Chad；以及Níger"),
    ],
)
def test_list_is_joined_as_the_language_does_it(language, plain_list, with_commas):
    assert prose.joined(["Malí", "Chad", "Níger"], language) == plain_list
    assert prose.joined(["A, b", "Chad", "Níger"], language) == with_commas


@pytest.mark.parametrize(
    ("last", "joint"),
    [
        ("Irlanda", " e "),
        ("Islandia", " e "),
        ("Hungría", " y "),
        ("hierro", " y "),
        ("Yemen", " y "),
        ("ionio", " y "),
    ],
)
def test_spanish_and_becomes_e_before_the_sound_of_i(last, joint):
    assert prose.joined(["Malí", last], "es") == f"Malí{joint}{last}"


@pytest.mark.parametrize(
    ("name", "of", "to"),
    [
        ("el Níger", "del Níger", "al Níger"),
        ("El Salvador", "de El Salvador", "a El Salvador"),
        ("los Estados Unidos", "de los Estados Unidos", "a los Estados Unidos"),
        ("Malí", "de Malí", "a Malí"),
        ("", "", ""),
    ],
)
def test_spanish_article_contracts(name, of, to):
    assert (prose.of(name, "es"), prose.to(name, "es")) == (of, to)


def test_languages_whose_names_would_be_inflected_leave_them_alone():
    assert [prose.of("Мали", "ru"), prose.of("مالي", "ar"), prose.of("马里", "zh")] == ["Мали", "مالي", "马里"]


def test_what_is_put_together_is_parted_as_the_language_parts_it():
    parts = ("A", "", "B")
    assert [prose.listed(parts, code) for code in ("en", "ar", "zh")] == ["A, B", "A، B", "A、B"]
    assert [prose.apposed(parts, code) for code in ("en", "ar", "zh")] == ["A, B", "A، B", "A，B"]
    assert [prose.strongly_listed(parts, code) for code in ("fr", "ar", "zh")] == ["A\u00a0; B", "A؛ B", "A；B"]
    assert [prose.sentences(("A.", "B."), code) for code in ("en", "zh")] == ["A. B.", "A.B."]
    assert [prose.quoted("A", code) for code in ("en", "fr", "es", "ru", "ar", "zh")] == [
        "“A”", "«\u00a0A\u00a0»", "“A”", "«A»", "«A»", "“A”",
    ]  # fmt: skip
    nested = [prose.quoted(prose.quoted("A", code), code) for code in ("en", "fr", "es", "ru", "ar", "zh")]
    assert nested == ["“‘A’”", "«\u00a0“A”\u00a0»", "“‘A’”", "«„A“»", "«“A”»", "“‘A’”"]
    assert [prose.bracketed("A", code) for code in ("ru", "zh")] == ["(A)", "（A）"]
    assert [prose.dashed(parts, code) for code in ("en", "zh")] == ["A – B", "A——B"]


def test_arabic_and_stands_apart_from_a_figure_only():
    assert prose.joined(["1 A", "2 B", "C", "3 D"], "ar") == "1 A و\u00a02 B وC و\u00a03 D"
    assert prose.joined(["1, A", "2 B"], "ar") == "1, A؛ و\u00a02 B"


def test_prepositions_follow_the_language():
    assert (prose.of("the Niger", "en"), prose.of("le Niger", "fr")) == ("of the Niger", "du Niger")
    assert (prose.to("the Niger", "en"), prose.to("le Niger", "fr")) == ("to the Niger", "au Niger")
    assert (prose.of("", "en"), prose.to("", "en")) == ("", "")


def test_spacing_follows_the_language():
    assert (prose.spaced("a : b", "en"), prose.spaced("a : b", "fr")) == ("a : b", "a\u00a0: b")


def test_every_document_language_has_a_grammar():
    assert [language for language in DOCUMENT_LANGUAGES if language not in prose.GRAMMARS] == []
