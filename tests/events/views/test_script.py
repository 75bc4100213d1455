"""The pages of the run of show."""

import re

import pytest
from django.urls import reverse

from events.models import ScriptLine
from events.operations.programme import reorder, set_chairs, withdraw_row
from tests import factories
from tests.sent_forms import forms_of

pytestmark = pytest.mark.django_db
HX = {"HX-Request": "true"}
WHO = {"by": None, "at": factories.AT}


@pytest.fixture
def event():
    return factories.event(slug="mali")


@pytest.fixture
def speeches(event):
    """Three speeches in a part over which the first speaker's neighbour presides."""
    chair = factories.delegate(delegation=factories.delegation(roster=event.roster, status="accepted"))
    item = factories.item(segment=factories.segment(event=event, chairs=[chair]))
    people = [
        factories.delegate(
            delegation=factories.delegation(roster=event.roster, status="accepted"),
            given_names="Ada", family_name=f"Speaker{n}", gender="f",
        )
        for n in range(3)
    ]  # fmt: skip
    return [
        factories.speech(item=item, delegation=one.delegation, delegate=one, position=n) for n, one in enumerate(people)
    ]


@pytest.fixture
def editor(client):
    client.force_login(factories.user(role="desk_officer"))
    return client


def url(name="script", *args):
    return reverse(f"events:{name}", args=["mali", *args])


def line_url(speech, place="floor", language="en"):
    return url("script_line", language, speech.uuid, place)


def lines(client, **query):
    sections = client.get(url(), query).context["sections"]
    return {one["id"]: one for section in sections for one in (*section["lines"], *section["further"])}


def line(client, speech, place="floor", **query):
    return lines(client, **query)[f"{speech.uuid}-{place}"]


def shown(client, speech, place="floor"):
    """The fields with which the page offers a change of the line."""
    one = line(client, speech, place)
    return {"version": one["version"], "seen": one["seen"]}


def write(client, speech, text="My words.", **fields):
    return client.post(line_url(speech), shown(client, speech) | {"text": text} | fields)


def test_page_has_the_lines_of_the_officer_in_the_language_asked_for(editor, speeches):
    assert "I now give the floor to" in line(editor, speeches[0])["said"]
    assert "Je donne maintenant la parole à" in line(editor, speeches[0], language="fr")["said"]


def test_page_offers_each_officer_and_both_languages(editor, event, speeches):
    second = factories.segment(event=event, position=1)
    factories.item(segment=second)
    context = editor.get(url(), {"chair": "nobody", "language": "xx"}).context
    assert [one["key"] for one in context["chairs"]][1:] == ["nobody"]
    assert (context["chair"], context["language"], [one.code for one in context["languages"]]) == (
        "nobody", "en", ["en", "fr"],
    )  # fmt: skip


def test_empty_programme_says_so(editor, event):
    assert "The programme is empty." in editor.get(url()).content.decode()
    assert "The programme is empty." in editor.get(url("script_screen")).content.decode()


def test_programme_leads_to_the_run_of_show(editor, event):
    assert f'href="{url()}"' in editor.get(url("programme")).content.decode()


def test_line_is_written_and_the_page_returned_to(editor, speeches):
    response = write(editor, speeches[0])
    assert response.status_code == 302 and response.url.endswith(f"#{speeches[0].uuid}-floor")
    assert (line(editor, speeches[0])["said"], line(editor, speeches[0])["state"]) == ("My words.", "edited")


def test_line_is_edited_in_place(editor, speeches):
    form = editor.get(line_url(speeches[0]), headers=HX).content.decode()
    assert "<textarea" in form and "<html" not in form
    fields = shown(editor, speeches[0]) | {"text": "My words."}
    changed = editor.post(line_url(speeches[0]), fields, headers=HX).content.decode()
    assert "My words." in changed and "<html" not in changed


def test_words_survive_a_new_order_and_another_language_has_its_own(editor, speeches):
    write(editor, speeches[2])
    item = speeches[0].item
    reorder(item, [str(speeches[n].uuid) for n in (2, 0, 1)], **WHO)
    assert line(editor, speeches[2])["state"] == "edited"
    assert line(editor, speeches[2], language="fr")["state"] == "generated"


def replaced(speech):
    """The speaker's name as it is now another's."""
    delegate = speech.delegate
    type(delegate).objects.filter(pk=delegate.pk).update(family_name="Successor")


def test_replaced_speaker_makes_a_conflict_with_both_shown(editor, speeches):
    write(editor, speeches[0])
    replaced(speeches[0])
    one = line(editor, speeches[0])
    assert (one["state"], "Successor" in one["said"], one["wrote"]) == ("conflict", True, "My words.")
    page = editor.get(url()).content.decode()
    assert "Keep mine" in page and "Take the new one" in page and "My words." in page


@pytest.mark.parametrize(("do", "state", "said"), [("keep", "edited", "My words."), ("restore", "generated", None)])
def test_conflict_is_settled_by_one_press(editor, speeches, do, state, said):
    write(editor, speeches[0])
    replaced(speeches[0])
    editor.post(line_url(speeches[0]), shown(editor, speeches[0]) | {"do": do})
    one = line(editor, speeches[0])
    assert (one["state"], one["said"]) == (state, said or one["generated"])


def test_line_is_left_out_and_had_again(editor, speeches):
    editor.post(line_url(speeches[0], "thanks"), shown(editor, speeches[0], "thanks") | {"do": "leave_out"})
    assert line(editor, speeches[0], "thanks")["state"] == "left_out"
    editor.post(line_url(speeches[0], "thanks"), shown(editor, speeches[0], "thanks") | {"do": "restore"})
    assert line(editor, speeches[0], "thanks")["state"] == "generated"


def test_stale_line_shows_both_and_saves_when_sent_again(editor, speeches):
    fields = shown(editor, speeches[0])
    write(editor, speeches[0], "Theirs.")
    response = editor.post(line_url(speeches[0]), fields | {"text": "Mine."})
    assert response.status_code == 422
    assert "Now: Theirs.. Yours: Mine.." in response.content.decode()
    form = next(one for one in forms_of(response.content.decode(), line_url(speeches[0])) if "text" in one.fields)
    editor.post(line_url(speeches[0]), form.fields)
    assert line(editor, speeches[0])["said"] == "Mine."


def test_words_generated_otherwise_meanwhile_are_shown_before_anything_is_saved(editor, speeches):
    fields = shown(editor, speeches[0])
    replaced(speeches[0])
    response = editor.post(line_url(speeches[0]), fields | {"text": "Mine."})
    assert (response.status_code, ScriptLine.objects.count()) == (422, 0)
    assert "Successor" in response.context["form"].errors["text"][0]


@pytest.mark.parametrize("do", ["leave_out", "keep", "nonsense"])
def test_press_of_an_old_page_changes_nothing(editor, speeches, do):
    fields = shown(editor, speeches[0])
    write(editor, speeches[0])
    editor.post(line_url(speeches[0]), fields | {"do": do})
    assert line(editor, speeches[0])["said"] == "My words."


@pytest.mark.parametrize("text", ["", "x" * 2001, "a\x00b"])
def test_words_that_cannot_be_kept_are_told_at_the_field(editor, speeches, text):
    response = write(editor, speeches[0], text)
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["text"])


def test_words_of_a_speech_taken_out_are_listed_and_can_be_given_up(editor, speeches):
    write(editor, speeches[0])
    withdraw_row(speeches[0], **WHO)
    (one,) = editor.get(url()).context["homeless"]
    assert one["text"] == "My words."
    assert editor.get(one["url"]).status_code == 302
    editor.post(one["url"], {"do": "restore", "version": one["version"]})
    assert (editor.get(url()).context["homeless"], ScriptLine.objects.count()) == ([], 0)


def test_line_that_no_script_has_is_not_found(editor, speeches):
    assert [
        editor.get(line_url(speeches[0], place, language)).status_code
        for place, language in (("opening", "en"), ("nowhere", "en"), ("floor", "es"))
    ] == [404, 404, 404]


def test_viewers_read_and_write_nothing(client, speeches):
    client.force_login(factories.user(role="viewer"))
    page = client.get(url()).content.decode()
    assert "I now give the floor to" in page and "Leave out" not in page
    assert client.get(line_url(speeches[0])).status_code == 403
    assert client.get(url("script_screen")).status_code == 200


def test_co_chair_without_an_item_is_named(editor, event, speeches):
    segment = speeches[0].item.segment
    first = segment.chairs.first().delegate
    second = factories.delegate(delegation=factories.delegation(roster=event.roster, status="accepted"))
    set_chairs(segment, [first, second], **WHO)
    assert len(editor.get(url()).context["without_item"]) == 1


def test_screen_has_what_is_said_in_one_breath_and_who_follows(editor, speeches):
    cards = editor.get(url("script_screen")).context["cards"]
    assert [[one["label"] for one in card["lines"]] for card in cards][:2] == [
        ["Opening formula", "Item", "Limits of time", "Floor", "Next speakers"],
        ["Thanks", "Floor", "Next speakers"],
    ]
    assert [[one["name"][-8:] for one in card["following"]] for card in cards][:3] == [
        ["Speaker1", "Speaker2"],
        ["Speaker2"],
        [],
    ]


def test_screen_leaves_out_what_staff_left_out(editor, speeches):
    editor.post(line_url(speeches[0], "next"), shown(editor, speeches[0], "next") | {"do": "leave_out"})
    cards = editor.get(url("script_screen")).context["cards"]
    assert [one["label"] for one in cards[0]["lines"]][-1] == "Floor"


def test_screen_is_in_the_language_of_the_script_with_the_clock_of_the_meeting(editor, speeches):
    page = editor.get(url("script_screen"), {"language": "fr"}).content.decode()
    assert '<html lang="fr">' in page
    zone, clock = re.search(r'data-zone="([^"]+)" data-clock="([^"]+)"', page).groups()
    assert (zone, clock.replace("\u00a0", " ")) == ("America/New_York", "H h mm")
