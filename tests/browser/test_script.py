"""The run of show with a real browser: written in place, and led through on the screen of a lectern."""

from datetime import UTC, datetime

import pytest

from tests import factories
from tests.browser.test_pages import AXE, OVERFLOW, RUN


@pytest.fixture
def page(sign_in, reference):
    page = sign_in(factories.user(role="desk_officer", language="en"))
    page.goto(f"/meetings/{reference.slug}/script/")
    return page


def current(page):
    return page.locator(".card.is-current").get_attribute("id")


def test_line_is_written_left_out_and_had_again_in_place(page):
    line = page.locator(".script-line").nth(2)
    line.hover()
    line.get_by_text("Edit", exact=True).click()
    line.locator("textarea").fill("The floor is our host's.")
    line.get_by_text("Save", exact=True).click()
    line.get_by_text("The floor is our host's.").wait_for()
    line.get_by_text("Leave out").click()
    line.get_by_text("Left out").wait_for()
    line.get_by_text("Generated words").click()
    line.get_by_text("I now give the floor to His Excellency Mr. Ibrahim").wait_for()
    assert page.url.endswith("/script/")


def test_keys_and_buttons_lead_from_cue_to_cue_and_the_address_keeps_the_place(page):
    page.get_by_text("Screen for the lectern").click()
    page.locator(".card.is-current").wait_for()
    assert current(page) == "cue-1"
    for key, cue in (("ArrowRight", "cue-2"), ("End", "cue-9"), ("ArrowLeft", "cue-8"), ("Home", "cue-1")):
        page.keyboard.press(key)
        assert current(page) == cue
    page.get_by_text("Next", exact=True).click()
    assert page.url.endswith("#cue-2")
    page.reload()
    assert (current(page), page.locator(".card:visible").count()) == ("cue-2", 1)


def test_what_is_longer_than_the_screen_is_read_before_a_key_leads_on(page, reference):
    page.set_viewport_size({"width": 1280, "height": 500})
    page.goto(f"/meetings/{reference.slug}/script/screen/#cue-3")
    page.keyboard.press("PageDown")
    assert current(page) == "cue-3"
    page.wait_for_function("window.scrollY > 0")
    page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
    page.keyboard.press("PageDown")
    assert current(page) == "cue-4"


@pytest.mark.parametrize("width", [375, 1280])
def test_next_speakers_are_in_sight_and_nothing_scrolls_sideways(page, reference, width):
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"/meetings/{reference.slug}/script/screen/?language=fr#cue-3")
    box = page.locator(".card.is-current .following").bounding_box()
    assert box["y"] + box["height"] <= 700
    page.evaluate(AXE)
    assert (page.evaluate(RUN), page.evaluate(OVERFLOW) > 0) == ([], False)


@pytest.mark.parametrize(("language", "told"), [("en", "15:30"), ("fr", "15\u00a0h\u00a030")])
def test_clock_is_that_of_the_meeting(page, reference, language, told):
    page.clock.set_fixed_time(datetime(2017, 9, 20, 19, 30, tzinfo=UTC))
    page.goto(f"/meetings/{reference.slug}/script/screen/?language={language}")
    assert page.locator(".clock").text_content() == told


def test_without_scripts_the_screen_is_one_long_page(open_context, cookie, reference):
    context_page = open_context(java_script_enabled=False)
    context_page.context.add_cookies([cookie(factories.user(role="viewer", language="en"))])
    context_page.goto(f"/meetings/{reference.slug}/script/screen/")
    assert context_page.locator(".card:visible").count() == 9
