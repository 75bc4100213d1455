"""The members of a delegation through their operations: order, the one head, presence."""

import uuid

import pytest

from participants.models import Act, Delegate
from participants.operations.acting import Stale
from participants.operations.delegates import (
    AlreadyAdded,
    HeadExists,
    add_delegate,
    change_delegate,
    make_head,
    mark_present,
    move_delegate,
    restore_delegate,
    withdraw_delegate,
)
from tests import factories

pytestmark = pytest.mark.django_db
AT = factories.AT
WHO = {"by": None, "at": AT}


def delegation():
    return factories.delegation(roster=factories.roster())


def delegates(row, *roles):
    return [factories.delegate(delegation=row, role=role, position=n) for n, role in enumerate(roles)]


def in_order(row):
    return [one.pk for one in Delegate.objects.filter(delegation=row).order_by("position")]


def test_added_delegate_comes_last():
    row = delegation()
    delegates(row, "head", "adviser")
    assert add_delegate(row, role="adviser", family_name="Wu", **WHO).position == 2


def test_second_head_is_refused_with_the_first():
    row = delegation()
    (head,) = delegates(row, "head")
    with pytest.raises(HeadExists) as refused:
        add_delegate(row, role="head", family_name="Wu", **WHO)
    assert (refused.value.head, Delegate.objects.count()) == (head, 1)


def test_form_sent_twice_adds_one_delegate():
    row, token = delegation(), uuid.uuid4()
    first = add_delegate(row, uuid=token, family_name="Wu", **WHO)
    with pytest.raises(AlreadyAdded) as again:
        add_delegate(row, uuid=token, family_name="Wu", **WHO)
    assert (again.value.delegate, Delegate.objects.count()) == (first, 1)


def test_changed_delegate_is_found_under_the_new_name():
    (row,) = delegates(delegation(), "head")
    changed = change_delegate(row, version=1, family_name="Le Drian", given_names="Jean-Yves", **WHO)
    assert (changed.search_key, changed.version) == ("jean yves le drian minister ministre", 2)


def test_change_from_an_old_form_is_refused():
    (row,) = delegates(delegation(), "head")
    change_delegate(row, version=1, email="a@example.org", **WHO)
    with pytest.raises(Stale):
        change_delegate(row, version=1, email="b@example.org", **WHO)


def test_head_stays_head_when_changed():
    (row,) = delegates(delegation(), "head")
    assert change_delegate(row, version=1, role="head", email="a@example.org", **WHO).role == "head"


def test_new_head_makes_the_former_an_alternate():
    row = delegation()
    former, new = delegates(row, "head", "adviser")
    make_head(new, **WHO)
    assert list(Delegate.objects.order_by("pk").values_list("role", flat=True)) == ["alternate", "head"]
    make_head(new, **WHO)
    assert Act.objects.count() == 1


@pytest.mark.parametrize(("position", "order"), [(0, [2, 0, 1]), (1, [0, 2, 1]), (99, [0, 1, 2]), (-5, [2, 0, 1])])
def test_delegate_moves_to_the_position_named(position, order):
    row = delegation()
    rows = delegates(row, "alternate", "adviser", "adviser")
    move_delegate(rows[2], position=position, **WHO)
    assert in_order(row) == [rows[n].pk for n in order]


def test_withdrawn_delegate_is_not_present_and_leaves_room_for_a_head():
    row = delegation()
    (head,) = delegates(row, "head")
    mark_present(row.roster, presence={head.uuid: True}, **WHO)
    withdraw_delegate(head, **WHO)
    head.refresh_from_db()
    assert (head.withdrawn_at, head.is_present) == (AT, False)
    assert add_delegate(row, role="head", family_name="Wu", **WHO).role == "head"


def test_former_head_comes_back_as_alternate_beside_a_new_one():
    row = delegation()
    (head,) = delegates(row, "head")
    withdraw_delegate(head, **WHO)
    delegates(row, "head")
    restore_delegate(head, **WHO)
    head.refresh_from_db()
    assert (head.withdrawn_at, head.role) == (None, "alternate")


def test_presence_is_ticked_and_unticked_for_those_who_can_be_there():
    row = delegation()
    there, gone = delegates(row, "head", "adviser")
    unnamed = factories.delegate(delegation=row, role="adviser", is_placeholder=True)
    Delegate.objects.filter(pk=there.pk).update(is_present=True)
    stranger = factories.delegate(delegation=delegation())
    presence = {there.uuid: False, gone.uuid: True, unnamed.uuid: True, stranger.uuid: True}
    assert mark_present(row.roster, presence=presence, **WHO) == 2
    assert set(Delegate.objects.filter(is_present=True)) == {gone}


@pytest.mark.parametrize("size", [1, 30])
def test_presence_takes_five_statements_whatever_the_number(size, django_assert_num_queries):
    row = delegation()
    rows = delegates(row, "head", *("adviser" for _ in range(size)))
    with django_assert_num_queries(5 + 2):  # five, and the test's own savepoint
        mark_present(row.roster, presence={one.uuid: True for one in rows}, **WHO)
