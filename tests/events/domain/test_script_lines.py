from dataclasses import replace

import pytest

from events.domain.facts import ScriptLineFacts
from events.domain.script import script
from events.domain.script_lines import begins, breaths, homeless, merged
from events.domain.timeline import timeline
from tests import facts as make
from tests.reference_facts import reference_facts


def line(subject, place="floor", *, text="Mine", made_from="Old", language="en"):
    return ScriptLineFacts(
        uuid="line", version=1, subject=subject, place=place, language=language, text=text, made_from=made_from
    )


def cue(name):
    """The cue that gives the floor to a speech of that name."""
    one = make.speech(name, by=f"A {name}")
    head = make.delegate(f"A {name}", delegation=name)
    facts = make.meeting(
        roster=make.roster(make.delegation(name, head)), segments=(make.segment("Part", make.item("Words", one)),)
    )
    return next(cue for part in script(facts) for cue in part.cues if cue.place == "floor")


@pytest.mark.parametrize(
    ("written", "state", "said"),
    [
        (None, "generated", "Old"),
        ({"text": "Mine"}, "edited", "Mine"),
        ({"text": ""}, "left_out", ""),
        ({"text": "Mine", "made_from": "Older"}, "conflict", "Old"),
        ({"text": "", "made_from": "Older"}, "left_out", ""),
    ],
)
def test_line_has_the_words_of_staff_unless_what_they_replaced_has_changed(written, state, said):
    one = cue("MLI")
    lines = [] if written is None else [line(one.subject, **written)]
    (found,) = merged([(one, "Old")], lines)
    assert (found.state, found.said) == (state, said)


def test_edits_survive_a_new_order():
    first, second = cue("MLI"), cue("DZA")
    lines = [line(second.subject)]
    before = merged([(first, "Other"), (second, "Old")], lines)
    after = merged([(second, "Old"), (first, "Other")], lines)
    assert ([one.said for one in before], [one.said for one in after]) == (["Other", "Mine"], ["Mine", "Other"])


def test_edit_of_another_place_does_not_touch_the_line():
    one = cue("MLI")
    assert merged([(one, "Old")], [line(one.subject, "thanks")])[0].state == "generated"


def test_what_was_written_for_a_speech_taken_out_is_listed_apart_and_returns_with_it():
    facts = reference_facts("mali-2017")
    items = facts.segments[0].items
    speech = items[1].speeches[0]
    shorter = replace(items[1], speeches=items[1].speeches[1:])
    segments = (replace(facts.segments[0], items=(items[0], shorter, *items[2:])), *facts.segments[1:])
    written = (line(speech.uuid), line(speech.uuid, language="fr"))
    assert homeless(replace(facts, segments=segments, script_lines=written), "en") == written[:1]
    assert homeless(replace(facts, script_lines=written), "en") == ()


def test_thanks_and_the_next_floor_are_said_in_one_breath():
    facts = reference_facts("mali-2017")
    lines = merged(((cue, cue.place) for cue in script(facts)[0].cues), ())
    found = [[one.cue.place for one in group] for group in breaths(lines)]
    assert found[:4] == [
        ["opening", "item", "floor"],
        ["thanks", "floor"],
        ["thanks", "item", "limits", "floor", "next"],
        ["thanks", "floor", "next"],
    ]
    assert sum(map(len, found)) == len(lines)


def test_breath_begins_when_the_programme_says_that_the_next_item_or_speech_does():
    facts = reference_facts("mali-2017")
    lines = merged(((cue, cue.place) for cue in script(facts)[0].cues), ())
    found = [begins(group) for group in breaths(lines)][:7]
    assert found == [speech.start for item in timeline(facts).segments[0].items for speech in item.speeches]
