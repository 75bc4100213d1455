from dataclasses import replace

import pytest

from events.documents.base import NothingToPrint
from events.domain.facts import DeletionFacts
from tests.events.documents.prints import file, mali, words

STRUCK = "the AU representative and"


def decided(decision):
    return replace(mali(), deletions=tuple(DeletionFacts(number=n, decision=decision) for n in (1, 2, 3)))


@pytest.mark.parametrize(("decision", "stays"), [("pending", False), ("accepted", False), ("rejected", True)])
def test_clean_note_keeps_the_words_of_rejected_deletions_only(decision, stays):
    facts = replace(decided(decision), open_points=())
    assert (STRUCK in words("concept-note", facts)) == stays


@pytest.mark.parametrize(
    ("decision", "label"),
    [
        ("pending", "not decided yet; not printed in the clean text"),
        ("accepted", "accepted: the words go"),
        ("rejected", "rejected: the words stay"),
    ],
)
def test_marked_up_note_has_every_deletion_in_its_place_and_in_the_table(decision, label):
    text = words("concept-note-marked-up", replace(decided(decision), open_points=()))
    assert text.count(STRUCK) == 2
    assert f"1 {STRUCK} {label}" in text


def test_headings_have_the_numbers_of_the_note_and_its_titles_head_it():
    text = words("concept-note", mali())
    assert "BACKGROUND Two years after" in text
    assert "II. OBJECTIVES" in text and "III. PROCEDURAL" in text
    assert "20 September 2017, 15:30-16:00 Provisional." in text


def test_masthead_of_the_note_has_room_and_day_and_does_not_claim_the_hours():
    assert "New York Wednesday, 20 September 2017 " in words("concept-note", mali())
    assert "15:30–18:00" not in words("concept-note", mali())
    assert "15:30–18:00" in words("programme", mali())


@pytest.mark.parametrize("slug", ["concept-note", "concept-note-word", "seating-plan"])
def test_what_prints_times_says_that_the_end_is_open(slug):
    assert "The heading ends the meeting at 16:00, the body at 6 p.m." in words(slug, mali())


@pytest.mark.parametrize("slug", ["concept-note", "concept-note-marked-up", "concept-note-word"])
def test_note_without_text_is_not_printed(slug):
    with pytest.raises(NothingToPrint):
        file(slug, replace(mali(), paragraphs=()))
