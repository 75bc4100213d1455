"""The journey of a desk officer through the reference meeting, in a browser with scripts and in one without."""

import re
from datetime import timedelta

import pytest
from icalendar import Calendar

from participants.models import Request
from participants.operations.observers import set_observer_places
from tests import factories
from tests.events.documents.pdf.reading import text
from tests.factories import AT

MEETING = "/meetings/mali-2017"
PROGRAMME_PDF = f"{MEETING}/documents/programme/en/"
CONFLICT = "The heading ends the meeting at 16:00"
WITH_AND_WITHOUT = pytest.mark.parametrize("has_script", [True, False], ids=["script", "no script"])


@pytest.fixture
def desk(reference, open_context, cookie):
    """desk(has_script): the page of a desk officer who is signed in."""

    def desk(has_script=True):
        page = open_context(java_script_enabled=has_script)
        page.context.add_cookies([cookie(factories.user(role="desk_officer", name="Desk"))])
        return page

    return desk


def press(page, name, *, within=None):
    (within or page).get_by_role("button", name=name).first.click()


def confirm(page, has_script):
    # Without scripts the button acts at once, and the History can tell what it did.
    if has_script:
        page.locator("dialog button.btn-danger").click()


def message(page):
    return page.locator("#messages").inner_text()


def content(page, address):
    answer = page.context.request.get(address)
    assert answer.ok, address
    return answer.body()


def rows(page, panel):
    cells = page.locator(f"section[aria-labelledby={panel}] tbody th").all_inner_texts()
    return [cell.split("\n")[0] for cell in cells]


def figures(page):
    names, values = (page.locator(f".figures {part}").all_inner_texts() for part in ("dt", "dd"))
    return dict(zip(names, values, strict=True))


@WITH_AND_WITHOUT
def test_observer_waits_beyond_the_last_place_and_moves_up_when_another_withdraws(reference, desk, has_script):
    set_observer_places(reference, number=1, by=None, at=AT + timedelta(days=1))
    page = desk(has_script)
    for name in ("Ireland", "Nouvelle-Zélande"):
        page.goto(f"{MEETING}/observers/")
        page.get_by_label("State or organization").fill(name)
        press(page, "Register")
    assert "New Zealand is number 1 on the waiting list." in message(page)
    assert (rows(page, "granted"), rows(page, "waiting")) == (["Ireland"], ["New Zealand"])
    page.get_by_role("link", name="Withdraw Ireland").click()
    press(page, "Withdraw Ireland")
    assert "New Zealand moved up from the waiting list and has observer place 1." in message(page)
    assert (rows(page, "granted"), rows(page, "waiting")) == (["New Zealand"], [])
    assert Request.objects.filter(roster=reference, withdrawn_at=None).count() == 1


@WITH_AND_WITHOUT
def test_time_conflict_is_settled_and_page_print_and_calendar_agree(desk, has_script):
    page = desk(has_script)
    page.goto(f"{MEETING}/programme/")
    assert "The times are not settled" in page.locator("#programme").inner_text()
    assert CONFLICT in text(content(page, PROGRAMME_PDF))
    page.goto(f"{MEETING}/open-points/")
    page.get_by_role("link", name=re.compile("S1-01")).first.click()
    press(page, re.compile("Opening until 16:00"))
    confirm(page, has_script)
    page.locator("#messages .message").first.wait_for()
    assert "S1-01 was settled" in message(page)
    page.goto(f"{MEETING}/programme/")
    assert "The times are not settled" not in page.locator("#programme").inner_text()
    assert (figures(page)["Starts"], figures(page)["Must end"]) == ("15:30", "18:00")
    starts = page.locator(".item > .item-head time:first-child").all_inner_texts()
    printed = text(content(page, PROGRAMME_PDF))
    assert CONFLICT not in printed
    # Who presides at the opening is open still, for the page as for the print.
    assert (page.get_by_text("PROVISIONAL", exact=True).count(), "PROVISIONAL" in printed) == (1, True)
    assert "15:30–18:00" in printed
    assert [time for time in starts if time not in printed] == []
    (entry,) = Calendar.from_ical(content(page, f"{MEETING}/calendar/meeting/en/")).walk("VEVENT")
    assert (entry["STATUS"], entry["SEQUENCE"]) == ("CONFIRMED", 0)
    assert [entry[name].dt.strftime("%H:%M") for name in ("DTSTART", "DTEND")] == ["15:30", "18:00"]
    entries = Calendar.from_ical(content(page, f"{MEETING}/calendar/items/en/")).walk("VEVENT")
    assert sorted(one["DTSTART"].dt.strftime("%H:%M") for one in entries) == sorted(starts)


def items(page):
    return [one.strip() for one in page.locator(".item > .item-head strong").all_inner_texts()][:3]


def arrived(page, order):
    page.wait_for_function(
        "order => JSON.stringify([...document.querySelectorAll('.item > .item-head strong')].slice(0, 3)"
        ".map(one => one.textContent.trim())) === JSON.stringify(order)",
        arg=order,
    )
    page.wait_for_load_state()
    page.reload()
    return items(page) == order


OPENING, REMARKS, SILENCE = "Opening statements", "Brief remarks", "Minute of silence"


@WITH_AND_WITHOUT
def test_opening_is_reordered_by_a_button_and_times_follow(desk, has_script):
    page = desk(has_script)
    page.goto(f"{MEETING}/programme/")
    assert items(page) == [OPENING, REMARKS, SILENCE]
    first = page.locator(".item time").first.inner_text()
    press(page, f"Move up: {SILENCE}")
    page.get_by_text("The order was changed").first.wait_for()
    assert items(page) == [OPENING, SILENCE, REMARKS]
    assert page.locator(".item time").first.inner_text() == first


def test_opening_is_reordered_by_keyboard_alone_and_the_row_keeps_the_focus(desk):
    page = desk()
    page.goto(f"{MEETING}/programme/")
    page.get_by_role("link", name=OPENING, exact=True).focus()
    page.keyboard.press("Alt+ArrowDown")
    assert arrived(page, [REMARKS, OPENING, SILENCE])
    page.get_by_role("button", name=f"Move down: {OPENING}").focus()
    page.keyboard.press("Enter")
    focused = "document.activeElement.closest('[data-id]')?.querySelector('strong').textContent.trim()"
    page.wait_for_function(f"name => {focused} === name", arg=OPENING)
    assert arrived(page, [REMARKS, SILENCE, OPENING])


def test_opening_is_reordered_by_dragging(desk):
    page = desk()
    page.goto(f"{MEETING}/programme/")
    handles = page.locator(".item > .item-head .item-handle")
    handles.nth(2).scroll_into_view_if_needed()
    start, end = handles.nth(2).bounding_box(), handles.nth(0).bounding_box()
    page.mouse.move(start["x"] + 4, start["y"] + 6)
    page.mouse.down()
    page.mouse.move(start["x"] + 4, start["y"] - 20, steps=4)
    page.mouse.move(end["x"] + 4, end["y"] - 4, steps=12)
    page.wait_for_timeout(200)
    page.mouse.up()
    page.get_by_text("The order was changed").first.wait_for()
    assert arrived(page, [SILENCE, OPENING, REMARKS])


@WITH_AND_WITHOUT
def test_presence_is_ticked_and_the_summary_read_in_french(desk, has_script):
    page = desk(has_script)
    page.goto(f"{MEETING}/participants/?q=mali")
    name = re.compile("Ibrahim Boubacar")
    if has_script:
        with page.expect_response("**/presence/"):
            page.get_by_label(name).check()
        page.get_by_text("1 person is ticked present.").wait_for()
    else:
        page.get_by_label(name).check()
        press(page, "Save who is present")
        page.get_by_text("1 person is ticked present.").wait_for()
    page.reload()
    assert page.get_by_label(name).is_checked()
    summary = text(content(page, f"{MEETING}/documents/summary/fr/"))
    assert "S.E. M. Ibrahim Boubacar Keïta" in summary
    assert "20 septembre 2017" in summary and "H.E." not in summary


@WITH_AND_WITHOUT
def test_language_is_switched_and_stays(desk, has_script):
    page = desk(has_script)
    page.goto(f"{MEETING}/programme/")
    press(page, "Français")
    assert page.locator("html").get_attribute("lang") == "fr"
    assert page.locator("h1").inner_text() == "Programme"
    assert "15\xa0h\xa030" in page.locator(".figures").inner_text()
    page.goto(f"{MEETING}/observers/")
    assert page.locator("h1").inner_text() == "Observateurs"
