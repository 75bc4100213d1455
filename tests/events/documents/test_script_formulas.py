"""What an organ's President says otherwise than a chair."""

import pytest

from events.documents.script_formulas import OF_AN_ORGAN
from events.documents.script_sentences import SENTENCES
from events.documents.script_words import remark, words
from events.domain.script import script
from tests.reference_facts import reference_facts


def said(facts, place, language):
    found = [words(facts, cue, language) for part in script(facts) for cue in part.cues if cue.place == place]
    return found[0].replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("language", "opening", "closing", "end", "resumed"),
    [
        ("en",
         "Excellencies, ladies and gentlemen, the 7917th meeting of the Security Council is called to order. I "
         "welcome all participants.",
         "There are no more names inscribed on the list of speakers.", "The meeting is adjourned.",
         "I now resume my functions as President."),
        ("fr",
         "Excellences, Mesdames et Messieurs, je déclare ouverte la 7917e séance du Conseil de sécurité et je souhaite "
         "la bienvenue à l'ensemble des participants.",
         "Il n'y a plus d'orateur inscrit sur la liste.", "La séance est levée.",
         "Je reprends à présent mes fonctions de Présidente."),
    ],
)  # fmt: skip
def test_president_of_an_organ_opens_and_closes_in_the_terms_of_organs(language, opening, closing, end, resumed):
    facts = reference_facts("sc-7917")
    found = [said(facts, place, language) for place in ("opening", "closing", "adjournment")]
    assert found == [opening, closing, end]
    thanks = [words(facts, cue, language) for part in script(facts) for cue in part.cues if cue.place == "thanks"]
    assert resumed in thanks


def test_what_organs_say_otherwise_are_lines_of_the_script():
    alone = ("agenda", "rule_", "invited", "floor_own_state", "thanks_own_", "thanks_briefing", "item_alone")
    assert OF_AN_ORGAN.keys() == SENTENCES.keys()
    for language, table in OF_AN_ORGAN.items():
        assert {key for key in table if not key.startswith(alone)} <= SENTENCES[language].keys()


def test_president_is_not_told_in_what_capacity_she_speaks():
    facts = reference_facts("sc-7917")
    (cue,) = (cue for part in script(facts) for cue in part.cues if cue.place == "floor" and cue.is_own)
    assert remark(facts, cue, "en").replace("\u00a0", " ") == "limit: 3 minutes assumed; none was set"
