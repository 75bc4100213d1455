"""Speakers put in the order of a scheme or by hand, and what is recorded of it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from events.models import Item
from events.operations.programme import Gone, add_speech, change_row, reorder, withdraw_row
from events.operations.speaking import order_speeches, say_why
from participants.models import Act
from participants.operations.acting import Stale
from participants.operations.ordering import OutOfOrder
from tests import factories
from tests.acts import difference, tables, told

pytestmark = pytest.mark.django_db
SCHEME = "un_general_debate"
LATER = factories.AT + timedelta(hours=1)
WHO = {"by": None, "at": factories.AT}


@pytest.fixture
def item():
    """A debate in which a minister, an ambassador and a Head of State stand in this order."""
    event = factories.event(has_segment=True)
    row = factories.item(segment=event.segments.get(), kind="debate")
    for place, rank in enumerate(("minister", "ambassador", "head_of_state")):
        add_speaker(row, rank, position=place)
    return row


def add_speaker(item, rank, **fields):
    home = factories.delegation(roster=item.segment.event.roster)
    delegate = factories.delegate(delegation=home, rank=rank)
    return factories.speech(item=item, delegation=home, delegate=delegate, **fields)


def ranks(item):
    rows = item.speeches.kept().order_by("position").select_related("delegate")
    return [row.delegate.rank for row in rows]


def uuids(item):
    return [str(row.uuid) for row in item.speeches.kept().order_by("position")]


def order_of(item):
    row = Item.objects.get(pk=item.pk)
    return row.order_scheme, row.order_why, row.order_by, row.order_at


def test_scheme_puts_the_speakers_and_is_recorded_in_one_act(item):
    staff, before = factories.user(), tables()
    order_speeches(item, SCHEME, by=staff, at=LATER, shown=uuids(item))
    assert ranks(item) == ["head_of_state", "minister", "ambassador"]
    assert order_of(item) == (SCHEME, "", staff, LATER)
    assert told(Act.objects.get()) == difference(before, tables())


def test_second_press_writes_nothing(item):
    order_speeches(item, SCHEME, **WHO)
    order_speeches(item, SCHEME, by=factories.user(), at=LATER)
    assert (Act.objects.count(), order_of(item)) == (1, (SCHEME, "", None, factories.AT))


def test_group_speaks_before_its_members(item):
    head = item.speeches.get(delegate__rank="head_of_state")
    group = factories.group(members=[head.delegation.entity])
    change_row(item.speeches.get(delegate__rank="ambassador"), group=group, **WHO)
    order_speeches(item, SCHEME, **WHO)
    assert ranks(item) == ["ambassador", "head_of_state", "minister"]


def test_scheme_moves_only_who_is_on_the_list_and_a_form_of_the_item_stays_good(item):
    withdraw_row(item.speeches.get(delegate__rank="minister"), **WHO)
    order_speeches(item, SCHEME, **WHO)
    assert ranks(item) == ["head_of_state", "ambassador"]
    assert change_row(item, version=1, duration_minutes=7, **WHO).duration_minutes == 7


def test_unknown_scheme_is_refused(item):
    for scheme in ("hand", "", "nobody's"):
        with pytest.raises(ValidationError):
            order_speeches(item, scheme, **WHO)
    assert not Act.objects.exists()


def test_scheme_is_refused_on_a_list_that_changed(item):
    shown = uuids(item)
    reorder(item, list(reversed(shown)), **WHO)
    with pytest.raises(OutOfOrder) as refused:
        order_speeches(item, SCHEME, shown=shown, **WHO)
    assert refused.value.now == tuple(reversed(shown))


def test_order_that_the_scheme_does_not_give_any_more_is_refused(item):
    shown = uuids(item)
    with pytest.raises(OutOfOrder):
        order_speeches(item, SCHEME, shown=shown, wanted=shown, **WHO)
    assert (uuids(item), order_of(item)[0]) == (shown, "")


def test_nothing_is_put_in_order_in_an_item_that_was_taken_out(item):
    withdraw_row(item, **WHO)
    with pytest.raises(Gone):
        order_speeches(item, SCHEME, **WHO)
    with pytest.raises(Gone):
        say_why(item, "So.", **WHO)


def test_order_by_hand_records_who_when_and_why(item):
    staff = factories.user()
    order_speeches(item, SCHEME, **WHO)
    reorder(item, list(reversed(uuids(item))), by=staff, at=LATER, why="The minister leaves early")
    assert order_of(item) == ("hand", "The minister leaves early", staff, LATER)
    assert Act.objects.latest("version").why == "The minister leaves early"


def test_list_left_as_it_is_stays_in_the_order_of_its_scheme(item):
    order_speeches(item, SCHEME, **WHO)
    reorder(item, uuids(item), by=factories.user(), at=LATER)
    assert (order_of(item)[0], Act.objects.count()) == (SCHEME, 1)


def test_new_speaker_stands_last_and_the_order_is_left_alone(item):
    order_speeches(item, SCHEME, **WHO)
    speaker = factories.delegate(delegation=factories.delegation(roster=item.segment.event.roster), rank="crown_prince")
    add_speech(item, delegation=speaker.delegation, delegate=speaker, **WHO)
    assert (ranks(item)[-1], order_of(item)[0]) == ("crown_prince", SCHEME)


def test_reason_is_said_afterwards_and_taken_back(item):
    staff = factories.user()
    reorder(item, list(reversed(uuids(item))), by=staff, at=factories.AT)
    say_why(item, "As agreed", by=None, at=LATER, shown=uuids(item), was="")
    assert order_of(item) == ("hand", "As agreed", staff, factories.AT)
    say_why(item, "", was="As agreed", **WHO)
    assert order_of(item)[1] == ""


def test_reason_for_an_order_that_is_another_by_now_is_refused(item):
    shown = uuids(item)
    with pytest.raises(OutOfOrder):
        say_why(item, "As agreed", **WHO)
    reorder(item, list(reversed(shown)), **WHO)
    with pytest.raises(OutOfOrder):
        say_why(item, "As agreed", shown=shown, **WHO)


def test_reason_that_somebody_else_gave_is_not_written_over_unseen(item):
    reorder(item, list(reversed(uuids(item))), why="The first", **WHO)
    with pytest.raises(Stale) as stale:
        say_why(item, "The second", was="", **WHO)
    assert (stale.value.current.order_why, order_of(item)[1]) == ("The first", "The first")


def test_reason_that_is_too_long_is_refused(item):
    reorder(item, list(reversed(uuids(item))), **WHO)
    with pytest.raises(ValidationError):
        say_why(item, "x" * 251, **WHO)
    assert order_of(item)[1] == ""
