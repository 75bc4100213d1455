"""The French catalogue: typography, contractions, nothing left in English."""

import re

import pytest

from meetingplanner.catalogue import stored
from participants.domain.french import spaced

SPACING = re.compile(r"(?<!\u00a0)[»;?!]|(?<!\u00a0):(?!\d)|«(?!\u00a0)|\d (?:h|min)\b|\bh \d|n° ")
OTHER_SIGNS = re.compile(r"[“”’\u202f]|  |\.\.\.|^\s|\s$")
CONTRACTION = re.compile(r"\b(?:de|à) les?\b|\bde (?=[aeiouyéèêàîôû])|\b(?:la|le) (?=[aeiouéèêàîôûœ])", re.IGNORECASE)
# A name brings its article along ("le Mali"), which would have to contract; what is counted, timed or quoted does not.
BEFORE_PLACE = re.compile(r"\b(?:de|du|des|au|aux|à|la|le) %\((\w+)\)s|\b[dl]'%\((\w+)\)s")
COUNTED = re.compile(
    "part_before|part_after|capacity|least|most|number|(?:old|new)_time|limit_value|places|people|minutes|length|starts?|ends?|limit|time|moment|when|received(?:_at)?|(?:first_|last_|old_|new_)?days?"
)
SAME_IN_BOTH = """
Actions|Badge|Badges|Chargé d'affaires|Code|Conclusion|Conclusions|Contact|Date|Description|Document|Documents|Experts
Format|Invitation|Logo|Meeting Planner|Minutes|Options|Pages|Participants|Place|Places|Position
Programme|Silence|Zone|accessible
centre|code|contact|description|logo|minutes|note verbale|place|places|plan|position|programme|silence|source|table|zone
Programme (Word)|Word
Note verbale|Message|message|messages|%(n)s message|%(n)s messages
%(count)s place|%(count)s places|%(count)d badge|%(count)d badges
%(count)s option|%(count)s options|%(when)s %(where)s|%(n)s document|%(n)s documents|%(n)s page|%(n)s pages
%(ground)s, place %(number)s
Plan|Source|Microphone|place %(number)s|Place %(number)s
%(ground)s, place %(number)s|%(minutes)s %(seconds)s|%(where)s – %(finding)s
place %(number)s (%(zone)s)|%(seat)s, %(part)s|%(seat)s (place %(number)s)
"""


def pairs():
    for message in stored("fr"):
        if message.id:
            sources = message.id if message.pluralizable else (message.id,)
            translations = message.string if message.pluralizable else (message.string,)
            yield from zip(sources, translations, strict=True)


def faults(pattern):
    return [(match[0], text) for _, text in pairs() if (match := pattern.search(text))]


def names_after_preposition(text):
    return [match[0] for match in BEFORE_PLACE.finditer(text) if not COUNTED.fullmatch(match[1] or match[2])]


@pytest.mark.parametrize("pattern", [SPACING, OTHER_SIGNS, CONTRACTION], ids=["spacing", "signs", "contraction"])
def test_french_is_written_as_french_is(pattern):
    assert len(list(pairs())) > 1000
    assert faults(pattern) == []


def test_spaces_before_double_signs_do_not_break():
    assert [text for _, text in pairs() if spaced(text) != text] == []


def test_nothing_is_left_in_english():
    assert {source for source, text in pairs() if source == text} - set(re.split(r"[|\n]", SAME_IN_BOTH)) == set()


def test_no_name_stands_where_its_article_would_contract():
    assert [(found, text) for _, text in pairs() if (found := names_after_preposition(text))] == []


@pytest.mark.parametrize(
    ("pattern", "wrong", "right"),
    [
        (SPACING, "Enregistré : oui", "Enregistré\u00a0: oui"),
        (SPACING, "«\u00a0Mali »", "«\u00a0Mali\u00a0»"),
        (SPACING, "à 15 h 30", "à 15\u00a0h\u00a030"),
        (OTHER_SIGNS, "l’Algérie", "l'Algérie"),
        (CONTRACTION, "la liste de les délégations", "la liste de leurs délégations"),
        (CONTRACTION, "à le Mali", "jusqu'à leur retour"),
        (CONTRACTION, "titre de invitation", "titre d'invitation"),
    ],
)
def test_what_is_wrong_is_found_and_what_is_right_is_not(pattern, wrong, right):
    assert (bool(pattern.search(wrong)), bool(pattern.search(right))) == (True, False)


def test_name_after_preposition_is_found_and_a_time_is_not():
    assert names_after_preposition("la délégation de %(name)s, à %(time)s") == ["de %(name)s"]
