"""The concept note's paragraphs and deletions."""

import pytest
from django.core.exceptions import ValidationError

from events.operations import note
from participants.models import Act
from participants.operations.acting import Stale
from participants.operations.ordering import OutOfOrder
from tests import factories
from tests.acts import difference, tables, told

pytestmark = pytest.mark.django_db
WHO = {"by": None, "at": factories.AT}


@pytest.fixture
def event():
    return factories.event()


def decisions(event):
    return dict(event.deletions.values_list("number", "decision"))


def texts(event):
    return [row.text["en"] for row in event.paragraphs.order_by("position")]


@pytest.mark.parametrize("decision", ["accepted", "rejected", "pending"])
def test_deletion_is_decided_and_undone(event, decision):
    factories.deletion(event=event, number=1, decision="accepted" if decision == "pending" else "pending")
    note.decide_deletion(event, number=1, decision=decision, version=1, **WHO)
    assert decisions(event) == {1: decision}


def test_decision_of_an_old_page_is_refused(event):
    factories.deletion(event=event)
    note.decide_deletion(event, number=1, decision="accepted", version=1, **WHO)
    with pytest.raises(Stale):
        note.decide_deletion(event, number=1, decision="rejected", version=1, **WHO)
    assert decisions(event) == {1: "accepted"}


def test_unknown_decision_is_refused(event):
    factories.deletion(event=event)
    with pytest.raises(ValidationError):
        note.decide_deletion(event, number=1, decision="maybe", **WHO)


def test_paragraph_stands_after_the_one_named_and_its_deletions_are_pending(event):
    first = factories.paragraph(event=event, text="a", position=0)
    factories.paragraph(event=event, text="b", position=1)
    note.add_paragraph(event, after=str(first.uuid), text={"en": "[-4|x-]"}, **WHO)
    note.add_paragraph(event, text={"en": "last"}, **WHO)
    assert (texts(event), decisions(event)) == (["a", "[-4|x-]", "b", "last"], {4: "pending"})


def test_deletion_no_longer_marked_is_forgotten_and_the_others_keep_their_decision(event):
    row = factories.paragraph(event=event, text="[-1|a-] [-2|b-]")
    factories.deletion(event=event, number=1, decision="accepted")
    factories.deletion(event=event, number=2)
    before = tables()
    note.change_paragraph(row, version=1, text={"en": "[-1|a-] b [-3|c-]"}, **WHO)
    assert decisions(event) == {1: "accepted", 3: "pending"}
    assert told(Act.objects.get()) == difference(before, tables())


@pytest.mark.parametrize("text", ["[-1|open", "[-2|taken-]"])
def test_marks_that_cannot_be_kept_are_refused(event, text):
    factories.paragraph(event=event, text="[-2|x-]")
    row = factories.paragraph(event=event, text="a", position=1)
    with pytest.raises(ValidationError) as refused:
        note.change_paragraph(row, text={"en": text}, **WHO)
    assert list(refused.value.message_dict) == ["text"]
    assert (texts(event), Act.objects.count()) == (["[-2|x-]", "a"], 0)


def test_removed_paragraph_stays_in_the_act(event):
    row = factories.paragraph(event=event, text="[-1|gone-]")
    factories.deletion(event=event, number=1)
    note.remove_paragraph(row, version=1, **WHO)
    [act] = Act.objects.all()
    assert (texts(event), decisions(event)) == ([], {})
    assert [change["fields"]["text"][0] for change in act.changes if "text" in change["fields"]] == [
        {"en": "[-1|gone-]"}
    ]  # fmt: skip


def test_paragraph_changed_meanwhile_is_not_removed(event):
    row = factories.paragraph(event=event, text="a")
    note.change_paragraph(row, text={"en": "b"}, **WHO)
    with pytest.raises(Stale):
        note.remove_paragraph(row, version=1, **WHO)
    assert texts(event) == ["b"]


def test_paragraphs_stand_in_the_order_given_unless_the_list_changed(event):
    rows = [factories.paragraph(event=event, text=name, position=place) for place, name in enumerate("ab")]
    shown = [str(row.uuid) for row in rows]
    note.reorder_paragraphs(event, shown[::-1], shown=shown, **WHO)
    with pytest.raises(OutOfOrder):
        note.reorder_paragraphs(event, shown[::-1], shown=shown, **WHO)
    assert texts(event) == ["b", "a"]
