"""The seats of a room under the hands: chosen by clicks, dragged, and shown while the measures are typed."""

import pytest

from events.domain.seating.room_file import RoomFile
from events.models import LibraryRoom
from events.operations.room_library import add_room
from tests import factories
from tests.events.domain.seating.rooms import usual

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def page(sign_in):
    room = usual("rows", table_rows=2, blocks=(3,), observer_blocks=(3,), press_blocks=(0,), podium_chairs=1)
    add_room(RoomFile(slug="hall", source={}, room=room), by=None, at=factories.AT)
    return sign_in(factories.user(role="protocol_officer"))


@pytest.fixture
def editor(page):
    page.goto("/rooms/hall/seats/")
    return page


def chosen(editor):
    return editor.get_by_label("Seats chosen").input_value()


def seat(editor, label):
    return editor.locator(f'[data-seat="{label}"] .shape').first


def test_clicks_choose_seats_ranges_and_rows_and_escape_none(editor):
    seat(editor, "A1").click()
    seat(editor, "A3").click(modifiers=["Shift"])
    assert chosen(editor) == "A1, A2, A3"
    seat(editor, "A2").click()
    assert chosen(editor) == "A1, A3"
    editor.locator('[data-row-letter="B"]').first.click()
    assert chosen(editor) == "A1, A3, B1, B2, B3"
    editor.get_by_label("Seats chosen").press("Escape")
    assert chosen(editor) == ""


def test_what_is_typed_is_shown_on_the_drawing(editor):
    editor.get_by_label("Seats chosen").fill("a1-a3 b")
    assert editor.locator(".is-chosen").count() == 6


def test_seats_that_are_dragged_are_moved_and_stay_chosen(editor):
    before = next(one for one in LibraryRoom.objects.get().plan["seats"] if one["label"] == "A1")
    seat(editor, "A1").click()
    box = seat(editor, "A1").bounding_box()
    editor.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    editor.mouse.down()
    editor.mouse.move(box["x"] + box["width"] / 2, box["y"] - 15, steps=4)
    with editor.expect_navigation():
        editor.mouse.up()
    after = next(one for one in LibraryRoom.objects.get().plan["seats"] if one["label"] == "A1")
    assert (after["x_mm"], after["y_mm"] < before["y_mm"], chosen(editor)) == (before["x_mm"], True, "A1")


def first(zone="table"):
    return next(
        one["seat"] for one in LibraryRoom.objects.get().plan["places"] if (one["zone"], one["number"]) == (zone, 1)
    )


def test_seat_that_is_chosen_is_labelled_and_begins_the_walk(editor):
    seat(editor, "A3").click()
    editor.get_by_label("New label of the seat").fill("b1")
    editor.get_by_role("button", name="Label the seat chosen").click()
    editor.get_by_text("The label “B1” is there already: b1.").first.wait_for()
    editor.get_by_label("New label of the seat").fill("VIP")
    editor.get_by_role("button", name="Label the seat chosen").click()
    editor.get_by_text("The seat has another label.").wait_for()
    assert chosen(editor) == "VIP"
    editor.get_by_role("button", name="Number them from the seat chosen").click()
    editor.get_by_text("The places were numbered anew.").wait_for()
    assert first() == "VIP"


def test_row_that_is_chosen_is_labelled_by_a_scheme(editor):
    editor.locator('[data-row-letter="B"]').first.click()
    editor.get_by_label("Letters").fill("Q")
    editor.get_by_role("button", name="Label them").click()
    editor.get_by_text("The seats were labelled anew.").wait_for()
    assert editor.locator('[data-row-letter="Q"]').count() == 2
    assert editor.locator('[data-seat="Q1"]').count() == 1


def test_room_is_drawn_anew_while_its_measures_are_typed(page):
    page.goto("/rooms/new/?layout=round_table")
    page.get_by_label("Places at the table").fill("5")
    page.locator('[data-seat="T5"]').wait_for()
    page.locator('[data-seat="T6"]').wait_for(state="detached")
    page.get_by_label("Places at the table").fill("5000")
    page.get_by_text("These measures make no room.").wait_for()
    assert page.get_by_label("Places at the table").input_value() == "5000"
