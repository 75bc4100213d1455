"""The drawing of the seats under the hands: it grows, lights up what is sought, and names a seat in the form."""

import pytest

from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def seating(sign_in):
    event = factories.event(slug="mali")
    for name in ("Mali", "Côte d'Ivoire"):
        factories.delegation(roster=event.roster, entity=factories.entity(en=name))
    factories.segment(event=event)
    factories.room(event=event, podium=0, table=4, observers=0)
    page = sign_in(factories.user(role="protocol_officer"))
    page.goto("/meetings/mali/seating/")
    return page


def view(page):
    return [float(part) for part in page.locator("[data-seats]").get_attribute("viewBox").split()]


def test_drawing_grows_moves_and_shows_the_whole_room_again(seating):
    whole = view(seating)
    seating.get_by_role("button", name="Larger").click()
    assert view(seating)[2] == pytest.approx(whole[2] / 1.4)
    left = view(seating)[0]
    seating.locator("[data-seats]").press("ArrowRight")
    assert view(seating)[0] > left
    seating.get_by_role("button", name="Whole room").click()
    assert view(seating) == whole


def test_search_lights_up_seats_and_shortens_the_list_while_typing(seating):
    seating.keyboard.press("/")
    seating.keyboard.type("cote ivoire")
    assert seating.locator(".seat.is-lit").count() == 2
    assert seating.locator("[data-seat-list] tbody tr:visible").all_inner_texts()[0].split()[:2] == ["T1-0", "Côte"]
    assert seating.locator("[data-seat-count]").inner_text() == "1 of 2"


def test_click_on_seats_names_them_in_the_form(seating):
    for label in ("T1-0", "T3-0"):
        seating.locator(f'[data-seat="{label}"]').click()
    assert seating.get_by_label("Seats", exact=True).input_value() == "T1-0, T3-0"


def test_nothing_scrolls_sideways_on_a_telephone_and_the_list_comes_first(seating):
    seating.set_viewport_size({"width": 375, "height": 800})
    assert seating.evaluate("document.documentElement.scrollWidth") <= 375
    tops = [seating.locator(one).bounding_box()["y"] for one in (".seating-list", ".seating-drawing")]
    assert tops == sorted(tops)


def test_letters_too_small_to_read_are_left_out_until_the_drawing_is_larger(seating):
    letters = seating.locator('[data-seat="T1-0"] text').first
    assert letters.is_visible()
    seating.evaluate("document.querySelector('[data-seats]').style.width = '60px'")
    letters.wait_for(state="hidden")
    for _ in range(4):
        seating.get_by_role("button", name="Larger").click()
    assert letters.is_visible()
