"""Delegations moved on the drawing: dragged, weighed before they are let go, taken back, and seen by others."""

import pytest

from events.models import GivenPlace
from tests import factories
from tests.browser.test_pages import AXE, OVERFLOW, RUN

pytestmark = pytest.mark.django_db(transaction=True)
AS_BEGUN = {"T1-0": "Algeria", "T2-0": "France", "T3-0": "Mali"}


@pytest.fixture
def people():
    event = factories.event(slug="mali", has_segment=True)
    factories.room(event=event, podium=0, table=5, observers=0)
    names = ("Algeria", "France", "Mali")
    return {one: factories.delegation(roster=event.roster, entity=factories.entity(en=one)) for one in names}


@pytest.fixture
def seating(people, sign_in):
    page = sign_in(factories.user(role="protocol_officer"))
    page.goto("/meetings/mali/seating/")
    return page


def shape(page, label):
    return page.locator(f'[data-seat="{label}"] .shape').first


def middle(page, label):
    box = shape(page, label).bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def hold(page, label, other):
    """Take who sits on one seat to another, without letting go."""
    shape(page, label).scroll_into_view_if_needed()
    page.mouse.move(*middle(page, label))
    page.mouse.down()
    page.mouse.move(*middle(page, other), steps=5)


def let_go(page):
    with page.expect_navigation():
        page.mouse.up()


def seated(page):
    rows = page.locator("[data-seat-list] tbody tr").all()
    return {row.locator("td").first.inner_text(): row.locator("th a").inner_text() for row in rows}


def test_drop_on_a_seat_that_is_taken_changes_places_and_the_last_act_is_taken_back(seating):
    hold(seating, "T1-0", "T3-0")
    let_go(seating)
    assert seated(seating) == {"T1-0": "Mali", "T2-0": "France", "T3-0": "Algeria"}
    seating.get_by_role("button", name="Take back my last act on these seats").click()
    seating.get_by_text("Your last act on the seats was taken back.").wait_for()
    assert seated(seating) == AS_BEGUN


def test_drop_with_the_shift_key_lets_those_between_move_up(seating):
    seating.keyboard.down("Shift")
    hold(seating, "T1-0", "T3-0")
    let_go(seating)
    assert seated(seating) == {"T1-0": "France", "T2-0": "Mali", "T3-0": "Algeria"}


def test_costs_are_told_before_anybody_is_let_go(seating):
    hold(seating, "T1-0", "T3-0")
    tip = seating.locator(".seat-tip")
    tip.get_by_text("After the move:").wait_for()
    assert "Algeria, T1-0 → T3-0" in tip.inner_text()
    assert "3 pairs against the order" in tip.inner_text()
    assert not GivenPlace.objects.exists()
    seating.mouse.move(5, 5)
    seating.mouse.up()


@pytest.mark.parametrize("where", ["same seat", "outside", "escape"])
def test_drop_that_means_nothing_moves_nobody(seating, where):
    hold(seating, "T1-0", "T3-0")
    if where == "same seat":
        seating.mouse.move(*middle(seating, "T1-0"))
    elif where == "outside":
        seating.mouse.move(5, 5)
    else:
        seating.keyboard.press("Escape")
    seating.mouse.up()
    seating.wait_for_timeout(300)
    assert [seating.locator(one).is_visible() for one in (".seat-tip", ".seat-frame", "[data-seat-box]")] == [False] * 3
    assert (seated(seating), GivenPlace.objects.count()) == (AS_BEGUN, 0)


def test_click_says_why_somebody_sits_there(seating):
    shape(seating, "T2-0").click()
    box = seating.locator("[data-seat-box]")
    box.get_by_text("Algeria sits before France: English alphabetical order.").wait_for()
    box.get_by_role("button", name="Close").click()
    assert not box.is_visible()
    shape(seating, "T2-0").click()
    box.get_by_role("button", name="Pin to this seat").click()
    seating.get_by_text("France is pinned to its seat.").wait_for()


def test_keyboard_alone_says_why_and_moves(seating):
    seating.get_by_role("link", name="why here? France").focus()
    seating.keyboard.press("Enter")
    seating.get_by_role("link", name="Move", exact=True).focus()
    seating.keyboard.press("Enter")
    seating.get_by_label("To seat").focus()
    seating.keyboard.type("T1-0")
    seating.keyboard.press("Enter")
    seating.get_by_role("button", name="Move", exact=True).focus()
    seating.keyboard.press("Enter")
    seating.get_by_text("France: T1-0.").wait_for()
    assert seated(seating) == {"T1-0": "France", "T2-0": "Algeria", "T3-0": "Mali"}


def second(open_context, cookie):
    page = open_context()
    page.context.add_cookies([cookie(factories.user(role="protocol_officer"))])
    page.goto("/meetings/mali/seating/")
    return page


def test_second_officer_sees_the_move_and_keeps_what_was_typed(seating, open_context, cookie):
    other = second(open_context, cookie)
    other.get_by_label("Find a delegation, a person or a seat").fill("mali")
    hold(seating, "T1-0", "T3-0")
    let_go(seating)
    other.locator("[data-seat-list] tbody tr:visible", has_text="T1-0").wait_for()
    assert other.get_by_label("Find a delegation, a person or a seat").input_value() == "mali"
    assert seated(other) == {"T1-0": "Mali", "T2-0": "France", "T3-0": "Algeria"}
    assert other.locator("[data-seat].is-lit").first.get_attribute("data-seat") == "T1-0"


def test_move_from_an_old_state_is_refused_in_words(seating, people, open_context, cookie):
    other = second(open_context, cookie)
    hold(other, "T1-0", "T2-0")
    hold(seating, "T1-0", "T3-0")
    let_go(seating)
    let_go(other)
    other.get_by_text("Somebody moved one of the two meanwhile.").first.wait_for()
    assert GivenPlace.objects.get(delegation=people["Algeria"]).number == 3


def test_drawing_that_is_larger_is_moved_about_from_a_seat_that_is_free(seating):
    seating.get_by_role("button", name="Larger").click()
    before = seating.locator("[data-seats]").get_attribute("viewBox")
    hold(seating, "T4-0", "T3-0")
    seating.mouse.up()
    assert seating.locator("[data-seats]").get_attribute("viewBox") != before
    assert seating.evaluate("String(getSelection())") == ""


@pytest.mark.parametrize("language", ["en", "fr"])
def test_pages_of_a_plan_are_accessible_and_fit_a_phone(people, sign_in, language):
    page = sign_in(factories.user(role="protocol_officer", language=language))
    factories.seating_rule(
        segment=people["Mali"].roster.event.segments.get(), delegation=people["Mali"], other=people["France"],
        kind="apart", way="side", reason="Asked for",
    )  # fmt: skip
    uuid, faults = people["Mali"].uuid, {}
    for name in ("", "proposals/", "rules/", "move/", f"move/?delegation={uuid}&seat=T1-0&way=swap", f"why/{uuid}/"):
        page.goto(f"/meetings/mali/seating/{name}")
        for width in (1280, 375):
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate(AXE)
            found = (page.evaluate(RUN), page.evaluate(OVERFLOW))
            if found[0] or found[1] > 0:
                faults[name, width] = found
    assert faults == {}
