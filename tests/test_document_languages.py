"""Documents in every language: complete catalogues, plural forms, no English left, direction."""

import re
from collections import Counter
from contextlib import contextmanager, suppress
from dataclasses import fields, is_dataclass, replace
from gettext import NullTranslations, c2py

import pytest
from django.utils.translation import gettext, ngettext, override
from django.utils.translation.trans_real import translation

from events.documents import DOCUMENTS
from events.documents.base import PDF, NothingToPrint
from meetingplanner import printed
from meetingplanner.catalogue import extracted, stored
from meetingplanner.languages import DOCUMENT_LANGUAGES, INTERFACE_LANGUAGES, LANGUAGES
from tests.events.documents.prints import IN_LANGUAGES, STATES, file, issued_before, options, words

PRINT_ONLY = [code for code in DOCUMENT_LANGUAGES if code not in INTERFACE_LANGUAGES]
TRANSLATED = [code for code in DOCUMENT_LANGUAGES if code != "en"]
# What a language writes as English does.
ALIKE = {
    "es": {"PROVISIONAL", "Provisional.", "%(title)s (provisional)", "Debate", "Ministerial"}
    | {"%(count)s min", "%(count)s s"},
    "ru": set(),
    "ar": set(),
    "zh": set(),
}
PLACE = re.compile(r"%\(\w+\)[sd]")
LETTERS = re.compile(r"[A-Za-z]{2,}|min|\bs\b")
LATIN_WORD = re.compile(r"[A-Za-z]{3,}")
OWN_WORDS = {"es": "texto", "ru": "слова", "ar": "كلمات", "zh": "文字"}


class Recorder(NullTranslations):
    """What was asked of a catalogue and is not in it."""

    def __init__(self):
        super().__init__()
        self.missing = set()

    def gettext(self, message):
        self.missing.add(message)
        return message

    def ngettext(self, one, many, n):
        self.missing.add(one)
        return many


@contextmanager
def recorded(language):
    catalogue, recorder = translation(language), Recorder()
    before, catalogue._fallback = catalogue._fallback, recorder
    try:
        yield recorder.missing
    finally:
        catalogue._fallback = before


def in_words(value, language):
    """The same facts with every text in `language` alone, and names of people and addresses in its letters too."""
    if isinstance(value, dict):
        return {language: OWN_WORDS[language]} if value else {}
    if isinstance(value, tuple):
        return tuple(in_words(one, language) for one in value)
    if not is_dataclass(value):
        return value
    texts = {"given_names", "family_name", "contact_name", "contact_email", "contact_phone", "note"}
    changes = {
        one.name: OWN_WORDS[language] if one.name in texts and found else in_words(found, language)
        for one in fields(value)
        if (found := getattr(value, one.name)) is not None
    }
    return replace(value, **changes)


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("name", ["ticked", "council", "empty"])
def test_no_print_asks_for_a_phrase_that_the_catalogue_lacks(name, language):
    facts = STATES[name]()
    with recorded(language) as missing:
        for slug in (slug for slug, code in IN_LANGUAGES if code == language):
            if facts.segments or not DOCUMENTS[slug].has_moments:
                with suppress(NothingToPrint):
                    file(slug, facts, language)
    assert missing == set()


def test_missing_phrase_is_recorded():
    with recorded("ar") as missing, override("ar"):
        gettext("A phrase that no catalogue has")
        ngettext("%(n)s such phrase", "%(n)s such phrases", 2)
        gettext("Programme")
    assert missing == {"A phrase that no catalogue has", "%(n)s such phrase"}


@pytest.mark.parametrize("language", PRINT_ONLY)
def test_catalogue_of_a_language_of_documents_holds_what_they_print_and_no_more(language):
    present = {message.id for message in stored(language) if message.id}
    assert present == {message.id for message in extracted(language) if message.id}
    assert {"Programme", "Member States", "Head of State", "English alphabetical order"} <= present
    assert present & {"Sign in", "Documents that name the person", "Somebody changed this meanwhile."} == set()


def test_what_documents_reach_is_followed_through_functions_and_tables():
    reached = printed.reached()
    assert {("participants.domain.ranks", "RANKS"), ("events.documents.words", "as_of")} <= reached
    assert ("participants.domain.listing", "SORTS") not in reached
    assert ("events.documents.finding_words", "sentence") not in reached
    assert ("events.documents.script_words", "words") not in reached


@pytest.mark.parametrize("language", PRINT_ONLY)
def test_translation_is_never_the_english_again(language):
    same = set()
    for message in stored(language):
        sources, found = forms(message.id), forms(message.string)
        same |= {text for text in found if text in sources and LETTERS.search(PLACE.sub("", text))}
    assert same - ALIKE[language] == set()


@pytest.mark.parametrize(
    ("language", "word"), [("ru", "трибун"), ("ru", "ё"), ("es", "tribuna"), ("ar", "على الطاولة")]
)
def test_word_that_another_one_stands_for_is_in_no_translation(language, word):
    found = {text for message in stored(language) if message.id for text in forms(message.string)}
    assert {text for text in found if word in text.casefold()} == set()


def forms(one):
    return one if isinstance(one, tuple) else (one,)


@pytest.mark.parametrize("language", ["ru", "ar", "zh"])
def test_no_latin_word_stands_in_a_translation(language):
    found = {
        text
        for message in stored(language)
        if message.id
        for text in forms(message.string)
        if LATIN_WORD.search(PLACE.sub("", text).replace("CSV", "").replace("(Word)", "").replace("（Word）", ""))
    }
    assert found == set()


@pytest.mark.parametrize(
    ("slug", "language"),
    [one for one in IN_LANGUAGES if one[1] in ("es", "ru") and DOCUMENTS[one[0]].content_type == PDF],
)
def test_no_english_word_is_printed_where_all_texts_are_in_the_language(slug, language):
    text = words(slug, in_words(STATES["observers"](), language), language)
    english = r"\b(?:of|the|and|at|on|in|page|time|from|by|September|Wednesday|Mr|Ms|Place|Seat|Name|New York)\b"
    assert re.findall(english, text) == []


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("es", {1: "Se espera a 1 delegación.", 2: "Se espera a 2 delegaciones."}),
        (
            "ru",
            {1: "1 делегация: .", 2: "2 делегации: .", 5: "5 делегаций: .", 21: "21 делегация: ."},
        ),
        (
            "ar",
            {
                1: "وفد واحد: .", 2: "وفدان: .", 3: "3 وفود: .", 10: "10 وفود: .", 11: "11 وفدا: .", 67: "67 وفدا: .",
                100: "100 وفد: .", 103: "103 وفود: .", 200: "200 وفد: .",
            },
        ),
        ("zh", {1: "1个代表团：。", 7: "7个代表团：。"}),
    ],
)  # fmt: skip
def test_plural_follows_the_number_as_the_language_has_it(language, told):
    with override(language):
        for number, expected in told.items():
            whole = ("%(count)s delegation: %(parts)s.", "%(count)s delegations: %(parts)s.")
            simple = ("%(count)s delegation is expected.", "%(count)s delegations are expected.")
            said = ngettext(*(simple if language == "es" else whole), number)
            assert said % {"count": number, "parts": ""} == expected


@pytest.mark.parametrize("language", PRINT_ONLY)
def test_form_for_several_numbers_says_the_number(language):
    """Russian has one form for 1, 21 and 31: only a form for a single number may leave the number out."""
    catalogue = stored(language)
    choose = c2py(catalogue.plural_expr)
    single = {index for index, count in Counter(map(choose, range(1000))).items() if count == 1}
    plurals = [one.string for one in catalogue if one.id and one.pluralizable and "%(count)" in one.id[1]]
    silent = {
        text for texts in plurals for index, text in enumerate(texts) if index not in single and "%(count)" not in text
    }
    assert (silent, len(plurals) > 10) == (set(), True)


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_direction_of_the_language_reaches_every_page(language):
    facts = STATES["observers"]()
    found = {}
    for slug, document in DOCUMENTS.items():
        if (slug, language) not in IN_LANGUAGES:
            continue
        moment = facts.segments[0].uuid if document.has_moments else ""
        issued = issued_before(facts) if document.compares else None
        with override(language):
            frame = getattr(document.collect(facts, options(language, moment=moment, issued=issued)), "frame", None)
        if frame is not None:
            found[slug] = (frame.language, frame.direction)
    assert len(found) > 8
    assert set(found.values()) == {(language, "rtl" if language == "ar" else "ltr")}


def test_only_english_and_french_serve_the_interface():
    assert (INTERFACE_LANGUAGES, DOCUMENT_LANGUAGES) == (("en", "fr"), ("en", "fr", "es", "ru", "ar", "zh"))
    assert [code for code, one in LANGUAGES.items() if one.direction == "rtl"] == ["ar"]


@pytest.mark.parametrize(
    ("language", "foreign"), [("fr", "“”„"), ("es", "«»„"), ("ru", "“”„"), ("ar", "“”„"), ("zh", "«»„")]
)
def test_phrases_quote_with_the_marks_of_their_language(language, foreign):
    found = [
        text for one in stored(language) for text in (one.string if isinstance(one.string, tuple) else [one.string])
    ]
    assert [text for text in found if set(foreign) & set(text)] == []
