"""The order of speakers on the pages: shown, explained, tried, put, and its reason."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from events.models import Item
from participants.models import Act
from tests import factories
from tests.sent_forms import form_with, forms_of

pytestmark = pytest.mark.django_db
SCHEME = "un_general_debate"
HX = {"HX-Request": "true"}


@pytest.fixture
def item():
    """A debate in which Mali's minister stands before Chad's Head of State."""
    event = factories.event(slug="mali", has_segment=True)
    row = factories.item(segment=event.segments.get(), kind="debate", title={"en": "Debate", "fr": "Débat"})
    for place, (name, rank) in enumerate((("Mali", "minister"), ("Chad", "head_of_state"))):
        entity = factories.entity(en=name, fr={"Chad": "Tchad"}.get(name, name))
        home = factories.delegation(roster=event.roster, entity=entity)
        delegate = factories.delegate(delegation=home, rank=rank, family_name=name)
        factories.speech(item=row, delegation=home, delegate=delegate, position=place)
    return row


@pytest.fixture
def desk(client):
    client.force_login(factories.user(role="desk_officer", name="Ann Desk"))
    return client


def url(name, *args):
    return reverse(f"events:{name}", args=["mali", *args])


def csv(item):
    return ",".join(str(row.uuid) for row in item.speeches.order_by("position"))


def order_of(item):
    row = Item.objects.get(pk=item.pk)
    return row.order_scheme, row.order_why, csv(row)


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def turned(item):
    return ",".join(reversed(csv(item).split(",")))


def put(desk, item, **fields):
    return desk.post(url("speakers_put", item.uuid), {"version": csv(item), "scheme": SCHEME} | fields)


def test_page_shows_what_a_scheme_would_change_and_puts_it(desk, item):
    page = desk.get(url("speakers_order", item.uuid), {"scheme": SCHEME})
    assert [(row["number"], row["before"], row["rank"]) for row in page.context["preview"]] == [
        (1, 2, "head_of_state"),
        (2, 1, "minister"),
    ]
    form = form_with(desk, f"{url('speakers_order', item.uuid)}?scheme={SCHEME}", "order")
    wanted = turned(item)
    assert desk.post(form.action, form.fields).url == f"{url('programme')}#row-{item.uuid}"
    assert order_of(item) == (SCHEME, "", wanted)


def test_page_says_that_the_scheme_is_put_already(desk, item):
    put(desk, item)
    page = desk.get(url("speakers_order", item.uuid), {"scheme": SCHEME})
    assert page.context["is_put"] is True
    assert "The speakers stand in this order." in page.content.decode()


@pytest.mark.parametrize(("language", "sentence"), [
    ("en", "Chad speaks before Mali: Head of State before Minister "
           "(United Nations general debate, order of speakers)."),
    ("fr", "Tchad prend la parole avant Mali\u00a0: Chef d'État avant Ministre "
           "(Débat général de l'Assemblée générale, ordre des orateurs)."),
])  # fmt: skip
def test_any_two_can_be_asked_about_in_either_order(desk, item, language, sentence):
    put(desk, item)
    desk.force_login(factories.user(role="desk_officer", language=language))
    one, other = csv(item).split(",")
    asked = [{"one": one, "other": other}, {"one": other, "other": one}]
    pages = [desk.get(url("speakers_order", item.uuid), pair) for pair in asked]
    assert [page.context["sentence"] for page in pages] == [sentence, sentence]


@pytest.mark.parametrize("wish", [{"one": "x", "other": "y"}, {"scheme": "nobody's"}, {"scheme": "hand"}])
def test_page_asked_for_what_there_is_not_shows_nothing_of_it(desk, item, wish):
    page = desk.get(url("speakers_order", item.uuid), wish)
    assert (page.status_code, page.context["sentence"], page.context["preview"]) == (200, "", [])


def test_programme_says_the_order_and_why_each_stands_before_the_next(desk, item):
    put(desk, item)
    for show in ("programme", "speakers"):
        html = desk.get(url("programme"), {"show": show}).content.decode()
        assert html.count("Chad speaks before Mali: Head of State before Minister") == 1
        assert "United Nations general debate, order of speakers" in html


def test_order_that_is_followed_no_more_is_said_and_put_by_one_press(desk, item):
    put(desk, item)
    home = factories.delegation(roster=item.segment.event.roster)
    factories.speech(
        item=item, delegation=home, position=9, delegate=factories.delegate(delegation=home, rank="vice_president")
    )
    words = "The speakers do not stand in this order any more."
    html = desk.get(url("programme")).content.decode()
    assert words in html
    form = next(one for one in forms_of(html, url("programme")) if one.action == url("speakers_put", item.uuid))
    after = desk.post(form.action, form.fields, headers=HX).content.decode()
    assert words not in after
    assert order_of(item)[0] == SCHEME


def test_scheme_put_on_a_list_that_changed_is_refused_and_both_are_shown(desk, item):
    response = put(desk, item, version=turned(item))
    assert response.url == f"{url('speakers_order', item.uuid)}?scheme={SCHEME}"
    assert "Somebody changed this list meanwhile." in said(response)[0]
    assert not Act.objects.exists()


def test_preview_that_holds_no_more_is_refused(desk, item):
    assert "Somebody changed this list meanwhile." in said(put(desk, item, order=csv(item)))[0]
    assert order_of(item)[0] == ""


def test_drop_makes_the_order_one_by_hand_and_its_reason_is_asked_for(desk, item):
    data = {"order": turned(item).split(","), "version": csv(item)}
    html = desk.post(url("programme_order", "speeches", item.uuid), data, headers=HX).content.decode()
    form = next(one for one in forms_of(html, url("programme")) if one.action == url("speakers_why", item.uuid))
    desk.post(form.action, form.fields | {"why": "Chad leaves at noon"}, headers=HX)
    assert order_of(item)[:2] == ("hand", "Chad leaves at noon")
    page = desk.get(url("programme")).content.decode()
    assert "Chad speaks before Mali by hand: Ann Desk decided it on" in page
    assert "Reason: Chad leaves at noon" in page
    assert "Chad leaves at noon" in desk.get(url("history")).content.decode()


def test_reason_can_be_given_with_the_move(desk, item):
    one = csv(item).split(",")[0]
    desk.post(url("programme_order", "speeches", item.uuid), {"down": one, "version": csv(item), "why": " As agreed "})
    assert order_of(item)[:2] == ("hand", "As agreed")


@pytest.mark.parametrize("why", ["x" * 251, "a\x07b"])
def test_bad_reason_is_refused_in_words(desk, item, why):
    desk.post(url("programme_order", "speeches", item.uuid), {"order": turned(item), "version": csv(item)})
    data = {"version": csv(item), "was": "", "why": why}
    page = desk.post(url("speakers_why", item.uuid), data)
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["why"])
    assert desk.post(url("speakers_why", item.uuid), data, headers=HX).status_code == 200
    desk.post(url("programme_order", "speeches", item.uuid), {"order": turned(item), "version": csv(item), "why": why})
    assert (order_of(item)[1], Act.objects.count()) == ("", 1)


def test_reason_given_meanwhile_is_shown_and_kept(desk, item):
    move = {"order": turned(item), "version": csv(item), "why": "The first"}
    desk.post(url("programme_order", "speeches", item.uuid), move)
    response = desk.post(url("speakers_why", item.uuid), {"version": csv(item), "was": "", "why": "The second"})
    assert "Now: The first." in said(response)[-1]
    assert order_of(item)[1] == "The first"


def test_viewer_sees_the_order_and_no_form(client, item):
    client.force_login(factories.user(role="viewer"))
    page = client.get(url("speakers_order", item.uuid), {"scheme": SCHEME})
    own = [form for form in forms_of(page.content.decode(), "/") if "/programme/" in form.action]
    assert (page.status_code, own) == (200, [])
    assert client.post(url("speakers_put", item.uuid)).status_code == 403


def test_item_with_one_speaker_has_no_order_to_decide(desk, item):
    item.speeches.last().delete()
    assert "There is no order to decide." in desk.get(url("speakers_order", item.uuid)).content.decode()


def test_speech_is_given_a_group_that_has_members_at_the_meeting(desk, item):
    member = item.speeches.last().delegation.entity
    own, other = factories.group(members=[member]), factories.group(members=[factories.entity()])
    speech = item.speeches.first()
    address = url("programme_edit", "speeches", speech.uuid)
    form = form_with(desk, address, "group")
    assert desk.post(address, form.fields | {"group": str(other.pk)}).status_code == 422
    assert desk.post(address, form.fields | {"group": str(own.pk)}).status_code == 302
    speech.refresh_from_db()
    assert speech.group == own


def test_meeting_without_groups_is_not_asked_for_one(desk, item):
    page = desk.get(url("programme_edit", "speeches", item.speeches.first().uuid))
    assert "group" not in page.context["form"].fields
