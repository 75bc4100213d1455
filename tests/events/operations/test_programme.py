"""The programme's rows added, changed, taken out, brought back and put in order."""

import uuid

import pytest
from django.core.exceptions import ValidationError

from events.models import Item, SegmentChair
from events.operations import programme
from events.operations.adding import AddedAlready
from participants.models import Act
from participants.operations.acting import Stale
from participants.operations.ordering import OutOfOrder
from tests import factories
from tests.acts import difference, tables, told

pytestmark = pytest.mark.django_db
WHO = {"by": None, "at": factories.AT}


@pytest.fixture
def event():
    return factories.event(has_segment=True)


@pytest.fixture
def segment(event):
    return event.segments.get()


@pytest.fixture
def items(segment):
    return [factories.item(segment=segment, position=place, title={"en": name}) for place, name in enumerate("abc")]


def titles(segment):
    return [row.title["en"] for row in segment.items.kept().order_by("position")]


def uuids(rows):
    return [str(row.uuid) for row in rows]


def test_new_rows_stand_last_and_carry_their_fields(event, segment, items):
    added = programme.add_item(segment, kind="debate", title={"en": "d"}, **WHO)
    speaker = programme.add_speech(added, delegation=factories.delegation(roster=event.roster), **WHO)
    part = programme.add_segment(event, title={"en": "Next"}, **WHO)
    assert (titles(segment), speaker.position, part.position) == (["a", "b", "c", "d"], 0, 1)
    assert list(Act.objects.order_by("version").values_list("operation", flat=True)) == [
        "add_item", "add_speech", "add_segment",
    ]  # fmt: skip


def test_act_tells_exactly_what_changed(event, segment, items):
    other = factories.segment(event=event, position=1)
    before = tables()
    programme.move_item(items[0], other, **WHO)
    assert told(Act.objects.get()) == difference(before, tables())


def test_row_added_twice_by_one_form_is_there_once(segment):
    identity = uuid.uuid4()
    programme.add_item(segment, uuid=identity, kind="other", title={"en": "d"}, **WHO)
    with pytest.raises(AddedAlready) as again:
        programme.add_item(segment, uuid=identity, kind="other", title={"en": "d"}, **WHO)
    assert (again.value.row.uuid, Item.objects.count(), Act.objects.count()) == (identity, 1, 1)


def test_nothing_is_added_to_what_was_taken_out(event, segment, items):
    programme.withdraw_row(segment, **WHO)
    with pytest.raises(programme.Gone):
        programme.add_item(segment, kind="other", title={"en": "d"}, **WHO)
    with pytest.raises(programme.Gone):
        programme.add_speech(items[0], delegation=factories.delegation(roster=event.roster), **WHO)


@pytest.mark.parametrize("minutes", [0, 500])
def test_speech_of_impossible_length_is_refused_and_nothing_is_saved(event, items, minutes):
    wanted = {"delegation": factories.delegation(roster=event.roster), "planned_minutes": minutes}
    with pytest.raises(ValidationError):
        programme.add_speech(items[0], **wanted, **WHO)
    assert (items[0].speeches.count(), Act.objects.count()) == (0, 0)


def test_change_made_from_an_old_form_is_refused_with_both_versions(items):
    programme.change_row(items[0], version=1, duration_minutes=7, **WHO)
    with pytest.raises(Stale) as stale:
        programme.change_row(items[0], version=1, duration_minutes=9, **WHO)
    assert (stale.value.current.duration_minutes, stale.value.wanted) == (7, {"duration_minutes": 9})


def test_form_stays_good_while_only_the_order_and_the_times_move(segment, items):
    programme.reorder(segment, uuids(reversed(items)), **WHO)
    assert programme.change_row(items[0], version=1, duration_minutes=7, **WHO).duration_minutes == 7


def test_row_taken_out_and_brought_back_has_its_place(segment, items):
    programme.withdraw_row(items[1], **WHO)
    without = titles(segment)
    programme.restore_row(items[1], **WHO)
    assert (without, titles(segment)) == (["a", "c"], ["a", "b", "c"])


def test_row_taken_out_twice_leaves_one_act(items):
    programme.withdraw_row(items[1], **WHO)
    programme.withdraw_row(items[1], **WHO)
    assert Act.objects.count() == 1


def test_items_stand_in_the_order_given(segment, items):
    programme.reorder(segment, uuids([items[2], items[0], items[1]]), shown=uuids(items), **WHO)
    assert titles(segment) == ["c", "a", "b"]


@pytest.mark.parametrize("change", ["order", "withdrawn"])
def test_order_made_from_a_list_that_changed_is_refused(segment, items, change):
    shown = uuids(items)
    if change == "order":
        programme.reorder(segment, list(reversed(shown)), **WHO)
    else:
        programme.withdraw_row(items[0], **WHO)
    with pytest.raises(OutOfOrder) as moved:
        programme.reorder(segment, [shown[1], shown[0], shown[2]], shown=shown, **WHO)
    now = list(reversed(shown)) if change == "order" else shown[1:]
    assert (list(moved.value.now), list(moved.value.wanted)) == (now, [shown[1], shown[0], shown[2]])


def test_item_moves_into_another_part_at_the_place_given(event, segment, items):
    other = factories.segment(event=event, position=1)
    present = factories.item(segment=other, title={"en": "x"})
    order = uuids([items[1], present])
    programme.move_item(items[1], other, order=order, shown=uuids([present]), **WHO)
    assert (titles(segment), titles(other)) == (["a", "c"], ["b", "x"])


def test_item_moved_without_an_order_stands_last(event, segment, items):
    other = factories.segment(event=event, position=1)
    factories.item(segment=other, title={"en": "x"})
    programme.move_item(items[0], other, **WHO)
    assert titles(other) == ["x", "a"]


def test_chairs_are_replaced_in_their_order_and_an_old_list_is_refused(event, segment):
    home = factories.delegation(roster=event.roster)
    first, second, third = (factories.delegate(delegation=home, role="adviser") for _number in range(3))
    programme.set_chairs(segment, [first, second], shown=[], **WHO)
    programme.set_chairs(segment, [third, first], shown=uuids([first, second]), **WHO)
    with pytest.raises(OutOfOrder):
        programme.set_chairs(segment, [second], shown=uuids([first, second]), **WHO)
    chairs = SegmentChair.objects.filter(segment=segment).order_by("position")
    assert [row.delegate for row in chairs] == [third, first]


def test_podium_is_set_apart_from_the_chairs(event, segment):
    one = factories.delegate(delegation=factories.delegation(roster=event.roster))
    programme.set_podium(segment, [one], **WHO)
    assert ([row.delegate for row in segment.podium.all()], segment.chairs.count()) == ([one], 0)
