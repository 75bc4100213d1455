"""What an option of an open point would change."""

from datetime import datetime

from events.domain.facts import DeletionFacts
from events.domain.options import PREVIEWS, Difference, Label, preview
from events.operations.points import OPTION_OPERATIONS
from tests import facts as f

END = datetime(2017, 9, 20, 16)


def times(ends="2017-09-20T18:00", segments=()):
    return {"starts": "2017-09-20T15:30", "ends": ends, "segments": list(segments)}


def test_every_operation_of_an_option_has_a_preview():
    assert PREVIEWS.keys() == OPTION_OPERATIONS.keys()


def test_end_that_moves_is_shown_before_and_after():
    found = preview(f.meeting(), operation="set_times", arguments=times("2017-09-20T16:00"))
    label = Label(text="end of the meeting")
    assert found.differences == (Difference(label=label, of={}, before=datetime(2017, 9, 20, 18), after=END),)
    assert found.facts.end == END


def test_part_that_gets_an_end_is_named():
    facts = f.meeting()
    segment = facts.segments[0]
    arguments = times(segments=[{"uuid": segment.uuid, "starts": None, "ends": "2017-09-20T16:00"}])
    found = preview(facts, operation="set_times", arguments=arguments)
    assert [(one.of, one.before, one.after) for one in found.differences] == [(segment.title, None, END)]
    assert found.facts.segments[0].end == END


def test_option_that_confirms_what_is_changes_nothing():
    assert preview(f.meeting(), operation="set_times", arguments=times()).differences == ()


def test_option_for_a_part_that_is_gone_does_not_fit():
    arguments = times(segments=[{"uuid": f.uuid("gone"), "starts": None, "ends": None}])
    assert preview(f.meeting(), operation="set_times", arguments=arguments) is None


def test_deletion_is_shown_as_it_would_be_decided():
    facts = f.meeting(deletions=(DeletionFacts(number=1, decision="pending"),))
    found = preview(facts, operation="decide_deletion", arguments={"number": 1, "decision": "rejected"})
    assert found.facts.deletions == (DeletionFacts(number=1, decision="rejected"),)
    assert [(one.before, one.after) for one in found.differences] == [("not decided", "rejected: the words stay")]


def test_deletion_that_is_gone_does_not_fit():
    assert preview(f.meeting(), operation="decide_deletion", arguments={"number": 1, "decision": "accepted"}) is None
