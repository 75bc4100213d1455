"""Lines of the run of show, written and set back."""

import pytest
from django.core.exceptions import ValidationError

from events.models import ScriptLine
from events.operations import script
from participants.models import Act
from participants.operations.acting import Stale
from tests import factories
from tests.acts import tables

pytestmark = pytest.mark.django_db
WHO = {"by": None, "at": factories.AT}
SUBJECT = "0f9f2f36-6a6e-4a3e-8e5e-3a6b5f0f2a11"
LINE = {"subject": SUBJECT, "place": "floor", "language": "en"}


@pytest.fixture
def event():
    return factories.event()


def edit(event, text="Mine", *, made_from="Old", **fields):
    script.edit_line(event, text=text, made_from=made_from, **LINE | WHO | fields)


def lines():
    return list(ScriptLine.objects.values_list("language", "text", "made_from", "version"))


def test_line_is_written_beside_the_words_it_replaces(event):
    edit(event, version=0)
    assert (lines(), Act.objects.latest("pk").operation) == ([("en", "Mine", "Old", 1)], "edit_script_line")


def test_line_written_again_has_one_row_and_a_new_version(event):
    edit(event, version=0)
    edit(event, "Better", made_from="New", version=1)
    assert lines() == [("en", "Better", "New", 2)]


def test_line_of_another_language_is_another_line(event):
    edit(event)
    edit(event, "À moi", language="fr")
    assert [one[:2] for one in lines()] == [("en", "Mine"), ("fr", "À moi")]


def test_line_left_out_keeps_what_it_was_made_from(event):
    script.leave_out(event, made_from="Old", version=0, **LINE, **WHO)
    assert (lines(), Act.objects.latest("pk").operation) == ([("en", "", "Old", 1)], "leave_out_script_line")


def test_line_set_back_has_no_row_and_one_act(event):
    edit(event)
    count = Act.objects.count()
    script.restore_line(event, version=1, **LINE, **WHO)
    script.restore_line(event, version=1, **LINE, **WHO)
    assert (lines(), Act.objects.count() - count) == ([], 1)
    assert Act.objects.latest("pk").changes[0]["fields"]["text"] == ["Mine", None]


def test_line_written_as_it_is_generated_is_set_back(event):
    edit(event)
    edit(event, "Old", version=1)
    assert lines() == []


@pytest.mark.parametrize("version", [0, 2])
def test_old_version_is_refused_with_what_is_there(event, version):
    edit(event)
    before = tables()
    with pytest.raises(Stale) as caught:
        edit(event, "Other", version=version)
    assert (caught.value.current.text, tables()) == ("Mine", before)


def test_line_set_back_meanwhile_is_refused_with_the_generated_words(event):
    with pytest.raises(Stale) as caught:
        edit(event, version=3)
    assert (caught.value.current.text, caught.value.current.version, lines()) == ("Old", 0, [])


@pytest.mark.parametrize("change", [{"place": "nowhere"}, {"language": "es"}, {"text": " "}])
def test_line_that_no_script_has_is_refused(event, change):
    with pytest.raises(ValidationError):
        edit(event, **{"text": "Mine"} | change)
    assert lines() == []
