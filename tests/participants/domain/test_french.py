"""French contractions, ordinals and no-break spaces."""

import pytest

from participants.domain import french


@pytest.mark.parametrize(
    ("prose", "of", "to"),
    [
        ("le Mali", "du Mali", "au Mali"),
        ("le Niger", "du Niger", "au Niger"),
        ("la France", "de la France", "à la France"),
        ("l'Algérie", "de l'Algérie", "à l'Algérie"),
        ("l’Égypte", "de l’Égypte", "à l’Égypte"),
        ("les États-Unis d'Amérique", "des États-Unis d'Amérique", "aux États-Unis d'Amérique"),
        ("Cuba", "de Cuba", "à Cuba"),
        ("Djibouti", "de Djibouti", "à Djibouti"),
        ("Sri Lanka", "de Sri Lanka", "à Sri Lanka"),
        ("El Salvador", "d'El Salvador", "à El Salvador"),
        ("Haïti", "d'Haïti", "à Haïti"),
        ("Israël", "d'Israël", "à Israël"),
        ("Oman", "d'Oman", "à Oman"),
        ("Hong Kong", "de Hong Kong", "à Hong Kong"),
        ("Antigua-et-Barbuda", "d'Antigua-et-Barbuda", "à Antigua-et-Barbuda"),
        ("La Haye", "de La Haye", "à La Haye"),
        ("le Haut-Commissariat", "du Haut-Commissariat", "au Haut-Commissariat"),
        ("", "", ""),
    ],
)
def test_article_contracts_and_vowels_elide(prose, of, to):
    assert (french.of(prose), french.to(prose)) == (of, to)


def test_noun_takes_its_article():
    assert french.definite("Secrétaire général") == "le Secrétaire général"
    assert french.definite("Présidente", is_feminine=True) == "la Présidente"
    assert french.definite("Envoyée spéciale", is_feminine=True) == "l'Envoyée spéciale"
    assert french.definite("") == ""


def test_ordinals_and_first_of_month():
    assert [french.ordinal(1), french.ordinal(1, is_feminine=True), french.ordinal(7917)] == ["1er", "1re", "7917e"]
    assert [french.day_of_month(day) for day in (1, 2, 21)] == ["1er", "2", "21"]


def test_spaces_of_punctuation_do_not_break_and_none_are_added():
    assert french.spaced("« Oui » : à 15:30 ; non ? si !") == (
        "«\u00a0Oui\u00a0»\u00a0: à 15:30\u00a0; non\u00a0? si\u00a0!"
    )
