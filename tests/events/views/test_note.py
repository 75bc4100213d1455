"""The pages of the concept note."""

import pytest
from django.urls import reverse

from events.models import NoteDeletion
from tests import factories

pytestmark = pytest.mark.django_db
HX = {"HX-Request": "true"}


@pytest.fixture
def event():
    return factories.event(slug="mali")


@pytest.fixture
def editor(client):
    client.force_login(factories.user(role="rapporteur"))
    return client


def url(name, *args):
    return reverse(f"events:{name}", args=["mali", *args])


def decision(event):
    return NoteDeletion.objects.get(event=event).decision


def texts(event):
    return [row.text["en"] for row in event.paragraphs.order_by("position")]


@pytest.fixture
def paragraph(event):
    factories.deletion(event=event, number=1)
    return factories.paragraph(event=event, text={"en": "France, [-1|the -]Chairperson of it", "fr": "Rien"})


def test_note_is_read_clean_and_marked_up(editor, event, paragraph):
    clean = editor.get(url("note")).content.decode()
    marked = editor.get(url("note"), {"show": "marked"}).content.decode()
    assert "France, Chairperson of it" in clean
    assert '<del class="decision-pending">the </del>' in marked


def test_deletion_says_what_it_breaks_and_where_it_is_not_marked(editor, paragraph):
    [deletion] = editor.get(url("note")).context["deletions"]
    assert ([one["code"] for one in deletion["breaks"]], deletion["unmarked"]) == (["en"], ["fr"])


def test_deletion_is_told_with_the_open_point_about_it(editor, event, paragraph):
    option = {"label": {"en": "x"}, "operation": "decide_deletion", "arguments": {"number": 1, "decision": "accepted"}}
    point = factories.open_point(event=event, options=[option])
    [deletion] = editor.get(url("note")).context["deletions"]
    assert deletion["points"] == [point]


@pytest.mark.parametrize(("headers", "status"), [({}, 302), (HX, 200)])
def test_deletion_is_decided_and_undone(editor, event, paragraph, headers, status):
    response = editor.post(url("note_decide", 1), {"decision": "rejected", "version": "1"}, headers=headers)
    assert (response.status_code, decision(event)) == (status, "rejected")
    editor.post(url("note_decide", 1), {"decision": "pending", "version": "2"}, headers=headers)
    assert decision(event) == "pending"


@pytest.mark.parametrize("data", [{"decision": "accepted", "version": "7"}, {"decision": "maybe", "version": "1"}, {}])
def test_decision_that_cannot_be_taken_changes_nothing_and_says_so(editor, event, paragraph, data):
    response = editor.post(url("note_decide", 1), data, follow=True)
    assert (decision(event), "Nothing was changed" in response.content.decode()) == ("pending", True)


def test_paragraph_is_changed_added_below_and_removed(editor, event, paragraph):
    data = {"version": "1", "kind": "paragraph", "text_en": "New [-1|words-]"}
    editor.post(url("note_edit", paragraph.uuid), data)
    form = editor.get(url("note_add"), {"after": str(paragraph.uuid)}).context["form"]
    added = {"uuid": form["uuid"].value(), "after": form["after"].value(), "kind": "paragraph", "text_en": "Below"}
    for _number in range(2):
        editor.post(url("note_add"), added)
    assert texts(event) == ["New [-1|words-]", "Below"]
    question = editor.get(url("note_remove", paragraph.uuid)).content.decode()
    assert ("from the note?" in question, texts(event)[0]) == (True, "New [-1|words-]")
    editor.post(url("note_remove", paragraph.uuid), {"version": "2"})
    assert (texts(event), event.deletions.count()) == (["Below"], 0)


def test_paragraph_changed_meanwhile_is_shown_again_and_stays(editor, event, paragraph):
    paragraph.__class__.objects.update(version=2, text={"en": "Theirs"})
    response = editor.post(url("note_remove", paragraph.uuid), {"version": "1"})
    assert "It was not removed: read it again as it is now." in response.content.decode()
    assert '<blockquote lang="en">Theirs</blockquote>' in response.content.decode()
    assert texts(event) == ["Theirs"]


def test_wrong_mark_is_told_at_the_text_and_nothing_is_lost(editor, event, paragraph):
    data = {"version": "1", "kind": "paragraph", "text_en": "New [-1|words"}
    response = editor.post(url("note_edit", paragraph.uuid), data)
    assert response.status_code == 422
    assert "New [-1|words" in response.content.decode()
    assert list(response.context["form"].errors) == ["text"]


def test_paragraph_changed_meanwhile_shows_both_texts(editor, event, paragraph):
    data = {"kind": "paragraph", "text_en": "Theirs"}
    editor.post(url("note_edit", paragraph.uuid), data | {"version": "1"})
    response = editor.post(url("note_edit", paragraph.uuid), data | {"version": "1", "text_en": "Mine"})
    [error] = response.context["form"].errors["text"]
    assert error == "Somebody changed this meanwhile. Now: Theirs (EN). Yours: Mine (EN)."


def test_paragraphs_are_put_in_order_and_a_changed_list_shows_both(editor, event):
    rows = [factories.paragraph(event=event, text=name, position=place) for place, name in enumerate("ab")]
    shown = ",".join(str(row.uuid) for row in rows)
    data = {"version": shown, "up": str(rows[1].uuid)}
    assert editor.post(url("note_order"), data, headers=HX).status_code == 200
    response = editor.post(url("note_order"), data)
    assert (texts(event), response.status_code, response.context["conflict"]["now"]) == (["b", "a"], 422, ["b", "a"])


@pytest.mark.parametrize("count", [1, 30])
def test_page_asks_the_same_number_of_queries_whatever_the_size(editor, event, count, django_assert_num_queries):
    for place in range(count):
        factories.paragraph(event=event, text=f"[-{place + 1}|x-]", position=place)
        factories.deletion(event=event, number=place + 1)
    with django_assert_num_queries(8):
        editor.get(url("note"))


@pytest.mark.parametrize(("name", "args"), [("note_decide", [1]), ("note_add", []), ("note_order", [])])
def test_protocol_officer_reads_the_note_but_does_not_change_it(client, event, paragraph, name, args):
    client.force_login(factories.user(role="protocol_officer"))
    assert client.get(url("note")).status_code == 200
    assert client.post(url(name, *args)).status_code == 403
