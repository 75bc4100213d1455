"""All prints of one state agree with the roster and with one another."""

from collections import Counter

import pytest
from django.utils.translation import override

from events.documents import participants, speakers, summary
from events.documents.words import entity_name, entity_prose
from meetingplanner.languages import DOCUMENT_LANGUAGES, USUAL_LANGUAGES
from participants.domain.attendance import expected_delegations
from participants.domain.names import printed_name
from tests.events.documents.prints import STATES, file, options, sheet_rows, with_observers, words


def collected(module, facts, language):
    with override(language):
        return module.collect(facts, options(language))


@pytest.mark.parametrize("name", ["mali", "council", "observers"])
@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_list_of_participants_has_each_delegation_expected_once(language, name):
    facts = STATES[name]()
    expected = [entity_name(facts.entities[one.entity], language) for one in expected_delegations(facts.roster)]
    listed = [one.name for one in collected(participants, facts, language).delegations]
    assert Counter(listed) == Counter(expected)
    if language not in USUAL_LANGUAGES:
        return
    text = words("participants", facts, language)
    places = [text.find(f" {one} ") for one in listed]
    assert [one for one, place in zip(listed, places, strict=True) if place < 0] == []


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_sheet_of_replies_has_every_delegation_once(language):
    facts = with_observers()
    rows = sheet_rows(file("replies-xlsx", facts, language).content)[1:]
    assert sorted(row[0] for row in rows) == sorted(one.entity for one in facts.roster.delegations)


@pytest.mark.parametrize("language", USUAL_LANGUAGES)
@pytest.mark.parametrize("slug", ["programme", "speakers", "summary"])
def test_every_speaker_is_named_as_the_roster_has_it(slug, language):
    facts = STATES["mali"]()
    text = words(slug, facts, language)
    speeches = [one for segment in facts.segments for item in segment.items for one in item.speeches if one.delegate]
    people = [facts.delegates[one.delegate] for one in speeches]
    assert [who.family_name for who in people if " ".join(printed_name(who, language).split()) not in text] == []
    assert [who.family_name for who in people if who.function[language] not in text] == []


def test_programme_and_speakers_give_the_same_times():
    facts = STATES["mali"]()
    first = [item.speeches[0].planned for item in collected(speakers, facts, "en").items]
    text = words("programme", facts)
    assert [f"{time} " in text for time in first] == [True] * 3


@pytest.mark.parametrize("language", DOCUMENT_LANGUAGES)
def test_summary_names_each_group_in_the_prose_of_the_language(language):
    facts = with_observers()
    text = " ".join(collected(summary, facts, language).paragraphs)
    named = [one for one in expected_delegations(facts.roster) if one.entity not in facts.organisers]
    prose = {one.entity: entity_prose(facts.entities[one.entity], language) for one in named}
    assert [code for code, name in prose.items() if name not in text] == []
