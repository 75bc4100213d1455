"""The programme put in order with a real browser: by keys, by dragging, by a place typed."""

from datetime import datetime

import pytest

from tests import factories


@pytest.fixture
def segment():
    row = factories.event(slug="mali", has_segment=True).segments.get()
    for place, name in enumerate("abc"):
        item = factories.item(segment=row, position=place, title={"en": name}, duration_minutes=10 * (place + 1))
        home = factories.delegation(roster=row.event.roster)
        for number in range(2):
            factories.speech(item=item, delegation=home, position=number, planned_minutes=1)
    return row


@pytest.fixture
def page(sign_in, segment):
    page = sign_in(factories.user(role="desk_officer"))
    page.goto("/meetings/mali/programme/")
    return page


def shown(page):
    return [line.split("\n")[0] for line in page.locator(".item > .item-head .what strong").all_inner_texts()]


def starts(page):
    return page.locator(".item > .item-head .at time:first-child").all_inner_texts()


def saved(page):
    page.locator("#messages .message-success").wait_for()


def test_item_moves_by_alt_and_arrow_and_keeps_the_focus(page):
    page.get_by_role("link", name="c", exact=True).focus()
    page.keyboard.press("Alt+ArrowUp")
    saved(page)
    assert (shown(page), starts(page)) == (["a", "c", "b"], ["15:30", "15:40", "16:11"])
    assert page.evaluate("document.activeElement.closest('.item').querySelector('strong').innerText") == "c"
    # Speeches of the first row have buttons of their own, which its keys leave alone.
    page.get_by_role("link", name="a", exact=True).focus()
    page.keyboard.press("Alt+ArrowUp")
    assert shown(page) == ["a", "c", "b"]


def test_item_is_dragged_and_the_new_times_show(page):
    handles = page.locator(".item-handle")
    handles.nth(2).scroll_into_view_if_needed()
    start, end = handles.nth(2).bounding_box(), handles.nth(0).bounding_box()
    page.mouse.move(start["x"] + 4, start["y"] + 6)
    page.mouse.down()
    page.mouse.move(start["x"] + 4, start["y"] - 20, steps=4)
    page.mouse.move(end["x"] + 4, end["y"] - 4, steps=12)
    page.wait_for_timeout(200)
    page.mouse.up()
    saved(page)
    assert (shown(page), starts(page)) == (["c", "a", "b"], ["15:30", "16:00", "16:11"])


def test_times_follow_while_an_item_is_dragged_and_go_back_with_it(page):
    handles = page.locator(".item-handle")
    handles.nth(2).scroll_into_view_if_needed()
    start, end = handles.nth(2).bounding_box(), handles.nth(0).bounding_box()
    before = page.locator("#programme time").all_inner_texts()
    page.mouse.move(start["x"] + 4, start["y"] + 6)
    page.mouse.down()
    page.mouse.move(start["x"] + 4, start["y"] - 20, steps=4)
    page.mouse.move(end["x"] + 4, end["y"] - 4, steps=12)
    page.wait_for_timeout(200)
    assert (shown(page), starts(page)) == (["c", "a", "b"], ["15:30", "16:00", "16:11"])
    assert page.locator(".speech time").all_inner_texts() == ["15:30", "15:31", "16:00", "16:02", "16:11", "16:12"]
    page.mouse.move(start["x"] + 4, start["y"] + 6, steps=12)
    page.wait_for_timeout(200)
    page.mouse.up()
    assert page.locator("#programme time").all_inner_texts() == before


def with_everything(event):
    """Three parts with fixed and free times, open lists that share what remains, and an end of interpretation."""
    day = datetime(2017, 9, 20)
    first = event.segments.get()
    home = factories.delegation(roster=event.roster)
    open_list = factories.item(segment=first, position=3, kind="debate", duration_minutes=None, limit_seconds=62)
    end, start = day.replace(hour=16, minute=50), day.replace(hour=17, minute=9)
    factories.item(segment=first, position=4, kind="other", duration_minutes=None, fixed_end=end)
    factories.item(segment=first, position=5, kind="silence", duration_minutes=1)
    second = factories.segment(event=event, position=1, starts=day.replace(hour=17), handover_seconds=7)
    factories.item(segment=second, kind="statement", duration_minutes=10)
    factories.item(segment=second, position=1, kind="other", duration_minutes=5, fixed_start=start)
    third = factories.segment(event=event, position=2)
    factories.item(segment=third, kind="debate", duration_minutes=None)
    factories.item(segment=third, position=1, kind="conclusion", duration_minutes=5)
    for place in range(3):
        factories.speech(item=open_list, delegation=home, position=place, planned_minutes=None)
    type(event).objects.filter(pk=event.pk).update(interpretation_ends=day.replace(hour=17, minute=45))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_times_of_the_script_are_those_of_the_server(sign_in, segment, language):
    with_everything(segment.event)
    page = sign_in(factories.user(role="desk_officer", language=language))
    page.goto("/meetings/mali/programme/")
    before = page.locator("#programme section time").all_inner_texts()
    page.locator("#programme section time").evaluate_all("all => all.forEach(one => { one.textContent = '?'; })")
    page.locator("ol.items").first.dispatch_event("change")
    assert page.locator("#programme section time").all_inner_texts() == before
    assert (len(before), "h" in before[0]) == (2 * (3 + 10) + 9, language == "fr")


def test_typed_place_moves_the_item(page):
    box = page.get_by_label("Place of c: type another and press Enter")
    box.fill("1")
    box.press("Enter")
    saved(page)
    assert shown(page) == ["c", "a", "b"]


def test_item_is_taken_out_after_a_question_that_names_it(page):
    page.locator(".item").nth(1).hover()
    page.locator(".item").nth(1).locator(".item-head").get_by_role("button", name="Take out").click()
    assert "“b”" in page.locator("dialog p").inner_text()
    page.get_by_role("button", name="Take it out").click()
    saved(page)
    assert shown(page) == ["a", "c"]


def test_nothing_scrolls_sideways_on_a_phone(page):
    page.set_viewport_size({"width": 375, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") == 375


def test_chairs_are_moved_on_the_page_and_saved_once(page, segment):
    home = factories.delegation(roster=segment.event.roster)
    for name in ("Alpha", "Beta"):
        factories.delegate(delegation=home, role="adviser", family_name=name)
    page.goto(f"/meetings/mali/programme/segments/{segment.uuid}/chairs/")
    for name in ("alpha", "beta"):
        page.locator("[name=person]").fill(name)
        page.locator("[name=person]").press("Enter")
        page.locator(".people-rows .what", has_text=name.title()).wait_for()
    page.locator("[data-move=up]:not(:disabled)").click()
    page.locator(".people-rows li:first-child .what", has_text="Beta").wait_for()
    page.get_by_role("button", name="Save the list").click()
    page.wait_for_url("**/programme/#row-*")
    assert [row.delegate.family_name for row in segment.chairs.order_by("position")] == ["Beta", "Alpha"]
