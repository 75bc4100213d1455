"""The order by hand as pages have it, with and without a script; interpreters on the podium; rank, mixed and blocks."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from events.models import PodiumPlace, SeatingPlan
from tests import factories
from tests.sent_forms import forms_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    event = factories.event(slug="mali")
    for name in ("Chad", "Algeria", "Benin"):
        delegation = factories.delegation(roster=event.roster, entity=factories.entity(en=name, fr=name))
        factories.delegate(delegation=delegation, rank="head_of_state" if name == "Chad" else "minister")
    factories.segment(event=event, podium=[delegation.delegates.get()], title={"en": "Opening", "fr": "Ouverture"})
    factories.room(event=event, table=3)
    return event


@pytest.fixture
def office(client, event):
    client.force_login(factories.user(role="protocol_officer"))
    return client


def page(client, name="seating", **query):
    return client.get(reverse(f"events:{name}", args=["mali"]), query)


def post(client, name, *arguments, **fields):
    htmx = {"headers": {"HX-Request": "true"}} if fields.pop("htmx", False) else {}
    return client.post(reverse(f"events:{name}", args=["mali", *arguments]), fields, **htmx)


def by_hand(client):
    post(client, "seating_order", scheme="hand", language="en")
    return page(client, "seating_hand").context["zones"][0]


def names(response):
    return [row["name"] for row in response.context["zones"][0]["rows"]]


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_order_by_hand_is_changed_by_the_buttons_of_the_page(office):
    by_hand(office)
    address = reverse("events:seating_hand", args=["mali"])
    html = page(office, "seating_hand").content.decode()
    (form,) = [one for one in forms_of(html, address) if "/hand/table/" in one.action]
    chad = page(office, "seating_hand").context["zones"][0]["rows"][2]["uuid"]
    response = office.post(form.action, form.fields | {"up": chad})
    assert (response.status_code, said(response)[0][:31]) == (302, "The order of seats was changed.")
    assert names(page(office, "seating_hand")) == ["Algeria", "Chad", "Benin"]


def test_rows_dragged_come_back_as_a_fragment(office):
    zone = by_hand(office)
    order = zone["order"].split(",")[::-1]
    response = post(office, "seating_hand_order", "table", order=order, version=zone["order"], htmx=True)
    assert (response.status_code, names(response)) == (200, ["Chad", "Benin", "Algeria"])
    assert "<html" not in response.content.decode()


def test_list_changed_meanwhile_shows_both_orders_and_may_be_put_all_the_same(office):
    zone = by_hand(office)
    old, order = zone["order"], zone["order"].split(",")
    post(office, "seating_hand_order", "table", down=order[0], version=old)
    response = post(office, "seating_hand_order", "table", up=order[2], version=old)
    conflict = response.context["conflict"]
    assert (response.status_code, conflict["now"], conflict["yours"]) == (
        422, ["Benin", "Algeria", "Chad"], ["Algeria", "Chad", "Benin"],
    )  # fmt: skip
    again = post(office, "seating_hand_order", "table", order=conflict["order"], version=conflict["version"])
    assert (again.status_code, names(page(office, "seating_hand"))) == (302, ["Algeria", "Chad", "Benin"])


def test_who_joined_later_is_named_on_both_pages(office, event):
    by_hand(office)
    factories.delegation(roster=event.roster, entity=factories.entity(en="Angola"))
    words = "At the end in alphabetical order, because they joined later: Angola."
    assert [page(office, name).context["late"] for name in ("seating", "seating_hand")] == [words] * 2
    rows = page(office, "seating_hand").context["zones"][0]["rows"]
    assert [row["is_late"] for row in rows] == [False, False, False, True]


def test_moment_not_by_hand_says_so_and_moves_nothing(office):
    assert "This moment is not seated by hand." in page(office, "seating_hand").content.decode()
    response = post(office, "seating_hand_order", "table", order="x", version="x")
    assert (response.status_code, said(response)) == (
        302, ["This moment is not seated by hand any more. Nothing was changed."],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("zone", "fields", "code"), [("gallery", {}, 404), ("table", {}, 422), ("table", {"up": "x"}, 422)]
)
def test_what_cannot_be_an_order_is_refused(office, zone, fields, code):
    by_hand(office)
    assert post(office, "seating_hand_order", zone, **fields).status_code == code


def test_rank_decides_and_the_page_says_by_which_order_and_why(office):
    response = post(office, "seating_order", scheme="rank", rank_scheme="working", language="en", is_mixed="mixed")
    assert response.status_code == 302
    shown = page(office)
    table = shown.context["groups"][1]["rows"]
    assert [row["name"] for row in table] == ["Chad", "Algeria", "Benin"]
    label = "Working order of the office, from no published source"
    reasons = office.get(table[0]["why_url"]).context["reasons"]
    assert reasons == [f"Chad sits before Algeria: Head of State before Minister ({label})."]
    assert "All in one order, whatever their status before the General Assembly." in shown.context["order"]
    assert shown.context["order_form"]["is_mixed"].value() == "mixed"


def test_order_by_rank_needs_an_order_of_rank(office):
    response = post(office, "seating_order", scheme="rank", language="en")
    assert (response.status_code, response.context["order_form"].errors["rank_scheme"]) == (
        422, ["Say which order of rank, or choose another order."],
    )  # fmt: skip
    assert SeatingPlan.objects.count() == 0


def interpreters(client, place, *, shown=None):
    form = page(client).context["interpreters_form"]
    (uuid,) = form.now
    return post(
        client, "seating_interpreters", shown=form.initial["shown"] if shown is None else shown, **{uuid: place}
    )


def test_interpreter_is_set_and_stands_in_the_list_and_the_drawing(office):
    assert said(interpreters(office, "left"))[0].startswith("The interpreters on the podium were set.")
    shown = page(office)
    rows = [(row["seat"], row["person"]) for row in shown.context["groups"][0]["rows"]]
    assert [person for _seat, person in rows if person == "Interpreter"] == ["Interpreter"]
    assert [one["zone"] for one in shown.context["drawing"]["seats"]].count("interpreter") == 1


def test_interpreter_set_meanwhile_shows_both_and_saving_again_decides(office):
    old = page(office).context["interpreters_form"].initial["shown"]
    interpreters(office, "left")
    response = interpreters(office, "behind", shown=old)
    form = response.context["interpreters_form"]
    (uuid,) = form.now
    assert form.errors[uuid] == ["Somebody changed this meanwhile. Now: to the left. Yours: behind."]
    post(office, "seating_interpreters", shown=form.data["shown"], **{uuid: "behind"})
    assert PodiumPlace.objects.get().interpreter == "behind"


def test_place_of_an_interpreter_that_is_none_is_refused(office):
    assert interpreters(office, "on the lap").status_code == 422
    assert PodiumPlace.objects.get().interpreter == ""


def test_reader_arranges_nothing(client, event):
    client.force_login(factories.user(role="viewer"))
    assert (page(client, "seating_hand").status_code, post(client, "seating_interpreters").status_code) == (403, 403)
    assert post(client, "seating_hand_order", "table").status_code == 403
