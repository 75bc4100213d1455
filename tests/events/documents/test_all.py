import re
from contextlib import suppress
from dataclasses import replace
from functools import cache

import pytest

from events.documents import DOCUMENTS
from events.documents.base import PDF, NothingToPrint
from meetingplanner.languages import USUAL_LANGUAGES
from tests import facts as make
from tests.events.documents.pdf.reading import opened, strays
from tests.events.documents.prints import IN_LANGUAGES, NEEDING_CONTENT, STATES, file, is_made, mali, words

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
EVERYWHERE = r"\bNone\b|\bTBC\b|\bTBD\b|\[ *\]|\( *\)|« *»|%\(|&amp;|\(name\)"
# What must not stand in a print, by language; user's own text in the concept note is not ours to judge.
FORBIDDEN = {
    "en": rf"{EVERYWHERE}|H\.E\.(?! (?:Mr|Ms)\. \S)",
    "fr": rf"{EVERYWHERE}|S\.E\.(?! (?:M\.|Mme) \S)|H\.E\.|\b(?:{MONTHS}|{DAYS})\b|\b(?:de|à) les? \w|[^ ][;!?»]|«[^ ]",
}
# Texts that nobody has translated stand in English there, with its mark.
FORBIDDEN |= dict.fromkeys(("es", "ru", "ar", "zh"), rf"{EVERYWHERE}|H\.E\.|S\.E\.|\bas of\b|\bto be announced\b")
# The reader of PDF files puts the brackets of Arabic lines elsewhere than they stand on paper.
FORBIDDEN["ar"] = FORBIDDEN["ar"].replace(r"\( *\)|", "")
SOUND = ("mali", "council", "observers", "ticked")
TEXT = (make.paragraph(1, en="What the meeting is about."),)
WRITTEN = [slug for slug, one in DOCUMENTS.items() if one.content_type == PDF and not one.has_moments]
PDFS = [slug for slug, one in DOCUMENTS.items() if one.content_type == PDF]
SOUND_PRINTS = [
    (slug, language, name)
    for slug, language in IN_LANGUAGES
    if not slug.startswith("concept-note")
    for name in (SOUND if language in USUAL_LANGUAGES else ["ticked"])
    if is_made(slug, STATES[name]())
]


@cache
def state(name):
    return STATES[name]()


@pytest.mark.parametrize(("slug", "language"), IN_LANGUAGES)
def test_same_facts_give_the_same_bytes(slug, language):
    facts = state("observers")
    assert file(slug, facts, language).content == file(slug, facts, language).content


@pytest.mark.parametrize(("slug", "language", "name"), SOUND_PRINTS)
def test_print_has_nothing_that_must_not_stand_there(slug, language, name):
    assert re.findall(FORBIDDEN[language], words(slug, state(name), language)) == []


@pytest.mark.parametrize("bad", ["None", "[ ]", "()", "H.E. Keïta", "H.E."])
def test_what_must_not_stand_in_a_print_is_recognised(bad):
    assert re.findall(FORBIDDEN["en"], f"the {bad} of Mali")


@pytest.mark.parametrize("bad", ["6 April 2017", "de le Mali", "à les parties", "S.E. Diop", "Mali; Niger", "«Mali »"])
def test_what_must_not_stand_in_a_french_print_is_recognised(bad):
    assert re.findall(FORBIDDEN["fr"], f"x {bad} x")


@pytest.mark.parametrize(
    ("slug", "language", "name"),
    [(*one, "hostile") for one in IN_LANGUAGES]
    + [(*one, "empty") for one in IN_LANGUAGES if not DOCUMENTS[one[0]].has_moments and one[0] not in NEEDING_CONTENT],
)
def test_hostile_and_missing_facts_are_printed_all_the_same(slug, name, language):
    facts = state(name)
    assert file(slug, facts, language).content
    assert "None" not in words(slug, facts, language)


def crowd():
    """Three hundred delegates in the one delegation, who all speak."""
    people = [make.delegate(f"G{n} Family{n}", delegation="MLI", role="adviser" if n else "head") for n in range(300)]
    speeches = [replace(make.speech("MLI", position=n), delegate=one.uuid) for n, one in enumerate(people)]
    debate = make.segment("Opening", make.item("Debate", *speeches, kind="debate"))
    return make.meeting(roster=make.roster(make.delegation("MLI", *people)), segments=(debate,), paragraphs=TEXT)


def wordy():
    """A function of three thousand characters, and names as long."""
    head = make.delegate("A Bee", delegation="MLI", function=make.both("function " * 330))
    debate = make.item("Debate " * 400, replace(make.speech("MLI"), delegate=head.uuid), kind="debate")
    opening = replace(make.segment("Opening", debate), chairs=(head.uuid,), podium=(head.uuid,))
    state = make.entity("MLI", en="Mali " * 600)
    return make.meeting(
        roster=make.roster(make.delegation("MLI", head), entities=(state,), requests=()),
        segments=(opening,),
        paragraphs=TEXT,
    )


@pytest.mark.parametrize("facts", [crowd, wordy])
@pytest.mark.parametrize("slug", PDFS)
def test_what_is_higher_than_a_page_is_printed_whole(slug, facts):
    if (slug, facts) != ("podium-plates", crowd) and is_made(slug, facts()):
        assert strays(file(slug, facts()).content) == []


@pytest.mark.parametrize(
    ("slug", "facts", "word", "count"),
    [
        ("participants", wordy, "function", 330),
        ("programme", wordy, "Debate", 400),
        ("speakers", wordy, "Debate", 400),
        ("participants", wordy, "Mali", 600),
        ("speakers", crowd, "Family", 300),
        ("badges", crowd, "Family", 300),
        ("run-of-show", crowd, "Family", 600),
        ("run-of-show", wordy, "function", 330),
    ],
)
def test_no_word_of_a_long_text_is_lost(slug, facts, word, count):
    assert words(slug, facts()).lower().count(word.lower()) >= count


def test_delegation_of_three_hundred_is_listed_whole():
    text = words("participants", crowd())
    assert [n for n in range(300) if f"FAMILY{n} " not in text] == []


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("slug", WRITTEN)
def test_nothing_is_printed_beyond_the_edge_of_the_paper(slug, paper):
    assert strays(file(slug, state("hostile"), paper=paper).content) == []


@pytest.mark.parametrize(("slug", "language"), [one for one in IN_LANGUAGES if one[0] in WRITTEN])
def test_nothing_of_the_real_meeting_is_printed_beyond_the_edge_in_any_language(slug, language):
    assert strays(file(slug, state("ticked"), language).content) == []


@pytest.mark.parametrize(("slug", "language"), [one for one in IN_LANGUAGES if one[0] in PDFS])
def test_file_says_what_it_is(slug, language):
    with opened(file(slug, mali(), language).content) as pdf:
        assert pdf.Root.Lang == language
        assert str(pdf.docinfo["/Title"]) not in ("", "untitled")
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20170920130000")


def test_names_of_files_are_ascii_and_distinct():
    names = [file(slug, mali(), language).name for slug, language in IN_LANGUAGES]
    assert len(set(names)) == len(names)
    assert all(
        re.fullmatch(r"mali-2017-[a-z0-9-]+-(en|fr|es|ru|ar|zh)\.(pdf|csv|xlsx|docx|ics)", name) for name in names
    )


@pytest.mark.parametrize("slug", [slug for slug, one in DOCUMENTS.items() if "fr" in one.languages])
def test_signs_that_set_a_text_apart_reach_no_file(slug):
    own = {"style": "own", "style_text": {"en": "Dr."}, "function": {"en": "President"}}
    delegation = make.delegation("MLI", make.delegate("X Keïta", delegation="MLI", **own))
    debate = replace(make.item("Debate", make.speech("MLI", by="X Keïta")), title={"en": "Debate"})
    opening = replace(make.segment("Opening", debate, podium=[("MLI", "X Keïta")]), title={"en": "Opening"})
    titles = dict.fromkeys(("title", "short_title", "in_margins_of"), {"en": "Talks"})
    roster = make.roster(delegation, entities=(make.entity("MLI", names={"en": "Mali"}),))
    with suppress(NothingToPrint):
        found = words(slug, make.meeting(roster=roster, segments=(opening,), **titles), "fr")
        assert re.findall("[\u2066-\u2069]", found) == []
