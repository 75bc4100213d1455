"""The page of an item's speaking order: try a scheme, set it, say why by hand, ask why one is before another."""

import pytest
from django.urls import reverse

from events.models import Item
from events.operations.programme import change_row, reorder
from participants.models import Act
from tests import factories

AT = factories.AT
pytestmark = pytest.mark.django_db


@pytest.fixture
def item():
    event = factories.event(slug="mali")
    item = factories.item(segment=factories.segment(event=event), kind="debate")
    for place, (name, rank) in enumerate((("Mali", "minister"), ("Ghana", "head_of_state"))):
        delegation = factories.delegation(
            roster=event.roster, entity=factories.entity(en=name, fr=name), status="accepted"
        )
        person = factories.delegate(delegation=delegation, rank=rank, family_name=f"Of {name}", is_placeholder=False)
        factories.speech(item=item, delegation=delegation, delegate=person, position=place)
    return item


@pytest.fixture
def desk(client, item):
    client.user = factories.user(role="desk_officer")
    client.force_login(client.user)
    return client


def page(item):
    return reverse("events:programme_speaking", args=["mali", item.uuid])


def names(item):
    return [str(one.delegation.entity) for one in item.speeches.order_by("position")]


def uuids(item):
    return [str(one.uuid) for one in item.speeches.order_by("position")]


def test_scheme_is_tried_without_changing_anything(desk, item):
    before = uuids(item)
    response = desk.get(page(item), {"scheme": "un_general_debate"})
    assert [row["now"] for row in response.context["rows"]] == [2, 1]
    assert (uuids(item), Act.objects.count()) == (before, 0)


def test_scheme_is_set_with_who_decided_it(desk, item):
    before = uuids(item)
    desk.post(page(item), {"scheme": "un_general_debate", "shown": ",".join(before)})
    item.refresh_from_db()
    assert (uuids(item), item.order_scheme, item.order_by) == (before[::-1], "un_general_debate", desk.user)
    assert "United Nations general debate" in desk.get(reverse("events:programme", args=["mali"])).content.decode()


def test_list_that_somebody_changed_meanwhile_is_left_alone(desk, item):
    before = uuids(item)
    reorder(item, before[::-1], by=None, at=AT)
    reorder(item, before, by=None, at=AT)
    desk.post(page(item), {"scheme": "un_general_debate", "shown": ",".join(before[::-1])})
    item.refresh_from_db()
    assert (uuids(item), item.order_scheme) == (before, "hand")


def test_order_by_hand_takes_its_reason_on_the_page(desk, item):
    reorder(item, uuids(item)[::-1], by=desk.user, at=AT)
    desk.post(page(item), {"why": "Agreed with the missions"})
    assert Item.objects.get().order_why == "Agreed with the missions"
    assert "Agreed with the missions" in desk.get(page(item)).content.decode()
    assert desk.post(page(item), {"why": "x" * 251}).status_code == 422


def test_why_is_answered_whichever_way_round_it_is_asked(desk, item):
    desk.post(page(item), {"scheme": "un_general_debate", "shown": ",".join(uuids(item))})
    first, second = uuids(item)
    answers = [
        desk.get(page(item), {"first": one, "second": other}).context["answer"]["why"]
        for one, other in ((first, second), (second, first))
    ]
    assert answers[0] == answers[1] != ""


def test_programme_says_that_a_list_follows_its_scheme_no_more(desk, item):
    desk.post(page(item), {"scheme": "un_general_debate", "shown": ",".join(uuids(item))})
    first = item.speeches.order_by("position").first()
    programme = reverse("events:programme", args=["mali"])
    assert "does not follow it any more" not in desk.get(programme).content.decode()
    first.delegate.rank = "ambassador"
    first.delegate.save()
    assert "does not follow it any more" in desk.get(programme).content.decode()


def test_order_that_stays_is_not_made_by_hand(desk, item):
    desk.post(page(item), {"scheme": "un_general_debate", "shown": ",".join(uuids(item))})
    reorder(item, uuids(item), by=None, at=AT)
    assert Item.objects.get().order_scheme == "un_general_debate"
    change_row(item, by=None, at=AT, title={"en": "New"})
    assert Item.objects.get().order_scheme == "un_general_debate"
