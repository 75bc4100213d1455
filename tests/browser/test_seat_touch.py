"""Delegations moved by a finger that is held a moment; scrolling, pinching and tapping stay what they are."""

import pytest

from events.models import GivenPlace
from tests import factories
from tests.browser.test_seat_plans import AS_BEGUN, middle, people, seated, shape

__all__ = ["people"]
pytestmark = pytest.mark.django_db(transaction=True)
HELD_MS = 500


@pytest.fixture
def phone(people, open_context, cookie):
    page = open_context(width=375, has_touch=True)
    page.context.add_cookies([cookie(factories.user(role="protocol_officer"))])
    page.goto("/meetings/mali/seating/")
    shape(page, "T1-0").scroll_into_view_if_needed()
    return page


@pytest.fixture
def touch(phone):
    """touch(kind, point, ...): what fingers do, as Chromium itself is told of them."""
    session = phone.context.new_cdp_session(phone)

    def touch(kind, *points):
        fingers = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        session.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": fingers})

    return touch


def between(start, end, steps=5):
    return [tuple(a + (b - a) * at / steps for a, b in zip(start, end, strict=True)) for at in range(1, steps + 1)]


def carry(phone, touch, label, other, *, held_ms=HELD_MS):
    """Hold who sits on one seat, and bring it to another, or to a point, without letting go."""
    start = middle(phone, label)
    end = middle(phone, other) if isinstance(other, str) else other
    touch("Start", start)
    phone.wait_for_timeout(held_ms)
    for point in between(start, end):
        touch("Move", point)


def shown(phone):
    return [phone.locator(one).is_visible() for one in (".seat-tip", ".seat-frame", "[data-seat-box]")]


def scrolled(phone):
    return phone.evaluate("scrollY")


def test_finger_that_was_held_drags_and_the_costs_are_told_before_it_lets_go(phone, touch):
    before = scrolled(phone)
    carry(phone, touch, "T1-0", "T3-0")
    phone.locator(".seat-tip").get_by_text("After the move:").wait_for()
    assert (GivenPlace.objects.count(), scrolled(phone)) == (0, before)
    with phone.expect_navigation():
        touch("End")
    assert seated(phone) == {"T1-0": "Mali", "T2-0": "France", "T3-0": "Algeria"}


def test_finger_lets_those_between_move_up_where_that_is_chosen(phone, touch):
    phone.get_by_label("Sit there, the others between move up by one").check()
    shape(phone, "T1-0").scroll_into_view_if_needed()
    carry(phone, touch, "T1-0", "T3-0")
    with phone.expect_navigation():
        touch("End")
    assert seated(phone) == {"T1-0": "France", "T2-0": "Mali", "T3-0": "Algeria"}


def test_name_appears_above_the_finger_while_it_is_held(phone, touch):
    start = middle(phone, "T1-0")
    touch("Start", start)
    phone.locator(".seat-tip").get_by_text("Algeria").wait_for()
    box = phone.locator(".seat-tip").bounding_box()
    assert box["y"] + box["height"] < start[1]
    touch("End")
    phone.wait_for_timeout(300)
    assert (shown(phone), seated(phone)) == ([False] * 3, AS_BEGUN)


@pytest.mark.parametrize("how", ["beside the seats", "second finger", "cancelled"])
def test_drag_that_is_given_up_moves_nobody(phone, touch, how):
    carry(phone, touch, "T1-0", (5, 5) if how == "beside the seats" else "T3-0")
    there = middle(phone, "T3-0")
    if how == "second finger":
        touch("Start", there, middle(phone, "T2-0"))
    touch("Cancel" if how == "cancelled" else "End")
    phone.wait_for_timeout(300)
    assert (shown(phone), seated(phone), GivenPlace.objects.count()) == ([False] * 3, AS_BEGUN, 0)


def test_finger_that_moves_at_once_scrolls(phone, touch):
    before, start = scrolled(phone), middle(phone, "T1-0")
    carry(phone, touch, "T1-0", (start[0], start[1] - 200), held_ms=0)
    phone.wait_for_timeout(HELD_MS)
    assert (scrolled(phone) > before, shown(phone)) == (True, [False] * 3)
    touch("End")


def test_two_fingers_make_the_page_larger(phone, touch):
    (x, y), scale = middle(phone, "T2-0"), "visualViewport.scale"
    before = phone.evaluate(scale)
    touch("Start", (x - 20, y), (x + 20, y))
    for step in range(1, 9):
        touch("Move", (x - 20 - 10 * step, y), (x + 20 + 10 * step, y))
    touch("End")
    phone.wait_for_timeout(HELD_MS)
    assert (phone.evaluate(scale) > before, shown(phone)) == (True, [False] * 3)


def test_tap_says_why_somebody_sits_there(phone):
    shape(phone, "T2-0").tap()
    phone.locator("[data-seat-box]").get_by_text("Algeria sits before France: English alphabetical order.").wait_for()


def test_larger_drawing_is_moved_about_at_once_and_left_while_a_delegation_is_dragged(phone, touch):
    phone.get_by_role("button", name="Larger").click()
    view = phone.locator("[data-seats]")
    phone.wait_for_timeout(100)
    before = view.get_attribute("viewBox")
    carry(phone, touch, "T1-0", "T2-0")
    touch("Cancel")
    assert view.get_attribute("viewBox") == before
    x, y = middle(phone, "T2-0")
    carry(phone, touch, "T2-0", (x - 60, y), held_ms=0)
    touch("End")
    assert (view.get_attribute("viewBox") != before, seated(phone)) == (True, AS_BEGUN)


def larger(phone):
    phone.get_by_role("button", name="Larger").click()
    shape(phone, "T2-0").scroll_into_view_if_needed()
    phone.wait_for_timeout(100)
    return phone.locator("[data-seats]")


def test_two_fingers_on_a_larger_drawing_make_the_page_larger_and_move_nobody(phone, touch):
    view = larger(phone).get_attribute("viewBox")
    (x, y), scale = middle(phone, "T2-0"), "visualViewport.scale"
    before = phone.evaluate(scale)
    touch("Start", (x - 20, y))
    touch("Start", (x - 20, y), (x + 20, y))
    phone.wait_for_timeout(HELD_MS)
    for step in range(1, 9):
        touch("Move", (x - 20 - 10 * step, y), (x + 20 + 10 * step, y))
    touch("End")
    assert (phone.evaluate(scale) > before, shown(phone)) == (True, [False] * 3)
    assert (larger_view(phone), seated(phone)) == (view, AS_BEGUN)


def larger_view(phone):
    return phone.locator("[data-seats]").get_attribute("viewBox")


@pytest.mark.parametrize("held_ms", [0, HELD_MS], ids=["that moves the drawing", "that holds a delegation"])
def test_second_finger_beside_one_leaves_the_larger_drawing_where_it_is(phone, touch, held_ms):
    larger(phone)
    (x, y), other = middle(phone, "T2-0"), middle(phone, "T3-0")
    carry(phone, touch, "T2-0", (x - 40, y), held_ms=held_ms)
    phone.wait_for_timeout(50)
    view = larger_view(phone)
    touch("Start", (x - 40, y), other)
    touch("Move", (x - 40, y), (other[0] + 8, other[1]))
    touch("Move", (x - 80, y), (other[0] - 40, other[1]))
    touch("End")
    phone.wait_for_timeout(HELD_MS)
    assert (larger_view(phone), shown(phone), seated(phone)) == (view, [False] * 3, AS_BEGUN)
