"""The frame of operations: the Act is the difference of the tables, stale rows are refused, nothing leaves no Act."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from participants.models import Act, Delegate, Delegation, Invitation
from participants.operations.acting import Stale, acting
from tests import factories as make
from tests.acts import difference, tables, told

pytestmark = pytest.mark.django_db
LATER = make.AT + timedelta(days=1)


def add(act, row):
    act.add(Invitation(delegation=row, ground="host"))


def add_all(act, row):
    names = {"given_names": "Awa", "family_name": "Diallo"}
    act.add_all([Delegate(delegation=row, **names), Delegate(delegation=row, is_placeholder=True)])


def change(act, row):
    act.change(row, version=row.version, status="accepted", received_at=LATER)


def change_twice(act, row):
    act.change(row, status="accepted")
    act.change(row, status="regrets", note="ill")


def change_and_return(act, row):
    act.change(row, status="accepted", note="seen")
    act.change(row, status=row.status)


def change_many(act, row):
    people = list(row.delegates.order_by("pk"))
    act.change_many(people, position={one.pk: 7 - index for index, one in enumerate(people)})


def remove(act, row):
    act.remove(row.invitations.get())


def remove_all(act, row):
    act.remove_all(list(row.delegates.all()))


def delegation(**fields):
    row = make.delegation(roster=make.event(observer_places=2).roster, **fields)
    make.delegate(delegation=row)
    make.delegate(delegation=row, role="adviser", family_name="Ba")
    return row


def run(row, work):
    with acting(row.roster, operation="work", by=None, at=LATER, why="because") as act:
        work(act, row)


@pytest.mark.parametrize(
    "work", [add, add_all, change, change_twice, change_and_return, change_many, remove, remove_all]
)
def test_act_tells_the_difference_of_the_tables(work):
    row = delegation()
    before = tables()
    run(row, work)
    found = difference(before, tables())
    assert found
    assert told(Act.objects.get()) == found


def test_act_says_who_when_why_and_raises_the_versions():
    row, officer = delegation(), make.user()
    with acting(row.roster, operation="set_status", by=officer, at=LATER, why="note verbale") as act:
        act.change(row, status="accepted")
    done = Act.objects.get()
    assert (done.operation, done.by, done.at, done.why, done.version) == (
        "set_status",
        officer,
        LATER,
        "note verbale",
        2,
    )
    row.roster.refresh_from_db()
    assert (row.roster.version, row.roster.changed_at, Delegation.objects.get().version) == (2, LATER, 2)


@pytest.mark.parametrize("work", [lambda act, row: None, lambda act, row: act.change(row, status=row.status)])
def test_operation_that_changes_nothing_leaves_no_act(work):
    row = delegation()
    before = tables()
    run(row, work)
    assert (Act.objects.count(), difference(before, tables())) == (0, {})
    assert Delegation.objects.get().version == row.version


def test_change_made_from_an_older_version_is_refused_with_both_and_nothing_saved():
    row = delegation()
    run(row, change)
    before = tables()
    with pytest.raises(Stale) as refused:
        run(row, lambda act, old: (add(act, old), act.change(old, version=1, status="regrets")))
    assert (refused.value.current.status, refused.value.wanted) == ("accepted", {"status": "regrets"})
    assert (difference(before, tables()), Act.objects.count()) == ({}, 1)


def test_value_that_its_field_refuses_saves_nothing():
    row = delegation()
    before = tables()
    with pytest.raises(ValidationError):
        run(row, lambda act, old: act.change(old, note="x" * 501))
    assert (difference(before, tables()), Act.objects.count()) == ({}, 0)


def test_act_dated_before_the_last_change_does_not_turn_the_meeting_back():
    row = delegation()
    run(row, change)
    with acting(row.roster, operation="late", by=None, at=make.AT) as act:
        act.change(row, note="older paper")
    row.roster.refresh_from_db()
    assert row.roster.changed_at == LATER


def test_frame_takes_three_statements_and_the_savepoint(django_assert_num_queries):
    row = delegation()
    with django_assert_num_queries(7):
        # Savepoint, lock, read again, write; then roster, Act, release.
        run(row, lambda act, old: act.change(old, status="accepted"))
