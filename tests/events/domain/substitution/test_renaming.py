from dataclasses import replace

import pytest

from events.domain.substitution.renaming import renamed
from tests import facts

MALI = facts.entity("MLI", names={"en": "Mali", "fr": "Mali"}, prose={"en": "Mali", "fr": "le Mali"})
KEITA = facts.delegate(
    "Ibrahim Boubacar Keïta", delegation="MLI", rank="head_of_state",
    function={"en": "President of the Republic of Mali", "fr": "Président de la République du Mali"},
)  # fmt: skip
TOURE = facts.delegate(
    "Awa Touré", delegation="MLI", gender="f", rank="minister",
    function={"en": "Minister of Justice", "fr": "Ministre de la justice"},
)  # fmt: skip


def become(text, language, *, old=KEITA, new=TOURE):
    return renamed(text, language, old=old, new=new, entity=MALI).text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("language", "text", "after"),
    [
        ("en", "Statement by H.E. Mr. Ibrahim Boubacar Keïta", "Statement by H.E. Ms. Awa Touré"),
        ("en", "Statement by Mr. Ibrahim Boubacar KEÏTA", "Statement by Ms. Awa TOURÉ"),
        ("en", "Mr. Keïta opens", "Ms. Touré opens"),
        ("en", "Keïta opens", "Touré opens"),
        ("en", "KEÏTA opens", "TOURÉ opens"),
        ("en", "Statement by the President of the Republic of Mali", "Statement by the Minister of Justice"),
        ("fr", "Déclaration de S.E. M. Ibrahim Boubacar Keïta", "Déclaration de S.E. Mme Awa Touré"),
        ("fr", "Déclaration du Président de la République du Mali", "Déclaration de la Ministre de la justice"),
        ("fr", "Le président de la République du Mali ouvre", "La ministre de la justice ouvre"),
        ("fr", "Discours d'Ibrahim Boubacar Keïta", "Discours d'Awa Touré"),
        ("en", "Keïtas and Presidents of the Republic of Mali", "Keïtas and Presidents of the Republic of Mali"),
        ("en", "", ""),
    ],
)  # fmt: skip
def test_text_names_who_takes_the_place(language, text, after):
    assert become(text, language) == after


@pytest.mark.parametrize(
    ("language", "text", "after"),
    [
        ("en", "Statement by H.E. Mr. Ibrahim Boubacar Keïta, President of the Republic of Mali", "Statement by Mali"),
        ("en", "Statement by the President of the Republic of Mali", "Statement by Mali"),
        ("fr", "Déclaration de M. Keïta", "Déclaration du Mali"),
        ("fr", "Hommage au Président de la République du Mali", "Hommage au Mali"),
    ],
)  # fmt: skip
def test_text_names_the_entity_while_nobody_takes_the_place(language, text, after):
    assert become(text, language, new=None) == after


def test_title_that_the_new_person_lacks_in_the_language_is_left():
    text = "Déclaration du Président de la République du Mali"
    assert become(text, "fr", new=replace(TOURE, function={"en": "Minister"})) == text


def test_french_article_stays_while_the_gender_is_not_known():
    text = "Déclaration du Président de la République du Mali"
    assert become(text, "fr", new=replace(TOURE, gender="")) == "Déclaration du Ministre de la justice"


@pytest.mark.parametrize("name", ["Mali", "Le", "of", "("])
def test_family_name_that_is_a_word_is_not_looked_for_alone(name):
    text = "Le point of (order) on Mali"
    assert become(text, "en", old=replace(KEITA, given_names="X", family_name=name)) == text


@pytest.mark.parametrize("name", ["(a+)+$", "[", "\\g<1>", "Zoë 👩🏽‍⚖️", "مريم", "O'Neil-Ñuñez", "<b>&amp;"])
def test_name_of_any_letters_is_found_and_put_as_it_is_typed(name):
    old, new = replace(KEITA, family_name=name * 2), replace(TOURE, family_name=name)
    text = f"Statement by Mr. Ibrahim Boubacar {name * 2}"
    assert become(text, "en", old=old, new=new) == f"Statement by Ms. Awa {name}"


def test_name_in_characters_is_found_between_others():
    old = replace(KEITA, given_names="", family_name="王毅部长先生", gender="")
    new = replace(TOURE, given_names="", family_name="吴海涛", gender="")
    assert become("由王毅部长先生发言", "zh", old=old, new=new) == "由吴海涛发言"


def test_same_person_with_another_title_keeps_the_name():
    new = replace(KEITA, function={"en": "Former President"})
    text = "Mr. Keïta, President of the Republic of Mali"
    assert become(text, "en", new=new) == "Mr. Keïta, Former President"


@pytest.mark.parametrize(
    ("language", "text", "after"),
    [
        ("en", "By H.E. Mr. Ibrahim Boubacar Keïta", "By H.E. Ms. Awa Touré"),
        ("fr", "Par S.E. M. Ibrahim Boubacar Keïta", "Par S.E. Mme Awa Touré"),
        ("en", "By Mr. Ibrahim Boubacar Keïta", "By H.E. Ms. Awa Touré"),
    ],
)
def test_form_of_address_that_the_text_has_already_is_not_put_twice(language, text, after):
    assert become(text, language, old=replace(KEITA, rank="representative")) == after
