"""The list of delegations through its operations: added, grouped, answered, withdrawn."""

from datetime import date

import pytest

from participants.domain.allocation import Grant
from participants.domain.groups import Merge
from participants.domain.values import InvitationFacts
from participants.models import Act, Delegation, GroupMember, Invitation, Request
from participants.operations.acting import Stale
from participants.operations.delegations import (
    AlreadyListed,
    GroundsChanged,
    StatusSet,
    add_delegation,
    add_group,
    change_grounds,
    change_places,
    grounds_of,
    record_reply,
    restore_delegation,
    set_status,
    withdraw_delegation,
)
from tests import factories

pytestmark = pytest.mark.django_db
AT = factories.AT
WHO = {"by": None, "at": AT}


def observer_and_waiting(roster):
    """A delegation that holds the only place, and the request that waits for it."""
    first, second = (
        factories.delegation(roster=roster, grounds=("observer",), status="accepted") for _ in range(2)
    )  # fmt: skip
    factories.request(delegation=first, place_number=1)
    return first, factories.request(delegation=second)


def test_added_delegation_comes_last_on_each_of_its_grounds():
    roster = factories.roster()
    factories.delegation(roster=roster, grounds=("mediation",))
    row = add_delegation(roster, entity=factories.entity(), grounds=("mediation", "host"), **WHO)
    assert {one.ground: one.position for one in row.invitations.all()} == {"mediation": 1, "host": 0}
    assert (row.status, Act.objects.get().operation) == ("proposed", "add_delegation")


def test_second_delegation_of_an_entity_is_refused_with_the_first():
    listed = factories.delegation(roster=factories.roster(), status="withdrawn")
    with pytest.raises(AlreadyListed) as refused:
        add_delegation(listed.roster, entity=listed.entity, grounds=("host",), **WHO)
    assert (refused.value.delegation, Delegation.objects.count()) == (listed, 1)


def test_group_adds_who_is_new_and_one_ground_to_who_is_there():
    roster = factories.roster()
    new, gaining, there, gone = (factories.entity(code=code) for code in ("NEW", "GAIN", "HERE", "GONE"))
    factories.delegation(roster=roster, entity=gaining, grounds=("host",))
    factories.delegation(roster=roster, entity=there, grounds=("mediation",))
    factories.delegation(roster=roster, entity=gone, grounds=("host",), status="withdrawn")
    group = factories.group(members=(new, gaining, there, gone))
    done = add_group(roster, group=group, ground="mediation", **WHO)
    assert done == Merge(new=("NEW",), gaining=("GAIN",), there=("HERE",), withdrawn=("GONE",))
    rows = Invitation.objects.filter(ground="mediation").order_by("position", "pk")
    assert [(row.delegation.entity.code, row.position) for row in rows] == [("HERE", 0), ("NEW", 1), ("GAIN", 2)]


def test_group_takes_the_members_of_the_first_day():
    roster, group = factories.roster(first_on=date(2017, 9, 20)), factories.group()
    spans = {"OLD": (None, date(2017, 9, 20)), "NOW": (date(2017, 9, 20), None), "NEXT": (date(2017, 9, 21), None)}
    for code, (first, last) in spans.items():
        entity = factories.entity(code=code)
        GroupMember.objects.create(group=group, entity=entity, valid_from=first, valid_to=last)
    assert add_group(roster, group=group, ground="mediation", **WHO).new == ("NOW",)


def test_group_added_twice_changes_nothing():
    roster, group = factories.roster(), factories.group(members=(factories.entity(code="MLI"),))
    add_group(roster, group=group, ground="mediation", **WHO)
    assert add_group(roster, group=group, ground="mediation", **WHO).there == ("MLI",)
    assert (Invitation.objects.count(), Act.objects.count()) == (1, 1)


@pytest.mark.parametrize("size", [1, 30])
def test_group_takes_nine_statements_whatever_its_size(size, django_assert_num_queries):
    group = factories.group(members=[factories.entity() for _ in range(size)])
    roster = factories.roster()
    with django_assert_num_queries(9 + 2):  # nine, and the test's own savepoint
        add_group(roster, group=group, ground="mediation", **WHO)


def test_reply_keeps_when_it_was_received_apart_from_when_it_was_typed():
    row = factories.delegation(roster=factories.roster())
    received_at = AT.replace(day=1, hour=9)
    record_reply(row, version=1, status="accepted", received_at=received_at, reply_channel="note", **WHO)
    row.refresh_from_db()
    assert (row.status, row.received_at, row.reply_channel, row.version) == ("accepted", received_at, "note", 2)
    assert (row.status_changed_at, Act.objects.get().at) == (AT, AT)


def test_reply_from_an_old_form_is_refused():
    row = factories.delegation(roster=factories.roster())
    record_reply(row, version=1, status="accepted", **WHO)
    with pytest.raises(Stale) as stale:
        record_reply(row, version=1, status="regrets", **WHO)
    assert (stale.value.current.status, stale.value.wanted["status"]) == ("accepted", "regrets")


def test_regrets_of_an_observer_promote_the_next():
    first, waiting = observer_and_waiting(factories.roster(observer_places=1))
    promoted = record_reply(first, version=1, status="regrets", **WHO)
    assert promoted == (Grant(request=str(waiting.uuid), place_number=1),)
    assert Request.objects.get(delegation=first).withdrawn_at == AT


def test_withdrawn_delegation_gives_its_observer_place_to_the_next():
    first, waiting = observer_and_waiting(factories.roster(observer_places=1))
    promoted = withdraw_delegation(first, **WHO)
    first.refresh_from_db()
    assert (promoted, first.status) == ((Grant(request=str(waiting.uuid), place_number=1),), "withdrawn")
    assert withdraw_delegation(first, **WHO) == ()


def test_restored_delegation_is_proposed_again_without_a_place():
    first, waiting = observer_and_waiting(factories.roster(observer_places=1))
    withdraw_delegation(first, **WHO)
    restore_delegation(first, **WHO)
    first.refresh_from_db()
    assert (first.status, Request.objects.active().get()) == ("proposed", waiting)


def test_status_is_set_only_for_those_who_have_not_answered():
    roster = factories.roster()
    rows = [factories.delegation(roster=roster, status=one) for one in ("proposed", "cleared", "accepted", "invited")]
    done = set_status(roster, delegations=[row.uuid for row in rows], status="invited", **WHO)
    assert done == StatusSet(changed=2, left=1)
    assert [Delegation.objects.get(pk=row.pk).status for row in rows] == ["invited", "invited", "accepted", "invited"]


def test_status_of_a_reply_is_not_set_in_passing():
    with pytest.raises(ValueError, match="accepted"):
        set_status(factories.roster(), delegations=[], status="accepted", **WHO)


def test_delegations_of_another_meeting_keep_their_status():
    other = factories.delegation(roster=factories.roster(), status="proposed")
    assert set_status(factories.roster(), delegations=[other.uuid], status="invited", **WHO).changed == 0


def test_grounds_become_those_wanted_and_the_observers_stays():
    row = factories.delegation(roster=factories.roster(), grounds=("host", "mediation", "observer"))
    organ = factories.entity(code="AUC", kind="organ", parent=row.entity)
    wanted = (
        InvitationFacts(ground="mediation", position=3),
        InvitationFacts(ground="co_chair", organ="AUC", note="by letter"),
    )
    change_grounds(row, seen=grounds_of(row), wanted=wanted, **WHO)
    assert set(grounds_of(row)) == set(wanted)
    assert set(row.invitations.values_list("ground", "organ")) == {
        ("mediation", None), ("co_chair", organ.pk), ("observer", None)
    }  # fmt: skip


def test_ground_without_a_position_comes_last():
    roster = factories.roster()
    factories.delegation(roster=roster, grounds=("host",))
    row = factories.delegation(roster=roster, grounds=())
    change_grounds(row, seen=(), wanted=(InvitationFacts(ground="host", position=-1),), **WHO)
    assert [one.position for one in grounds_of(row)] == [1]


def test_grounds_changed_meanwhile_are_refused_with_those_of_now():
    row = factories.delegation(roster=factories.roster(), grounds=("host",))
    seen = grounds_of(row)
    Invitation.objects.create(delegation=row, ground="co_chair")
    with pytest.raises(GroundsChanged) as changed:
        change_grounds(row, seen=seen, wanted=(), **WHO)
    assert [one.ground for one in changed.value.now] == ["co_chair", "host"]


def test_places_are_set():
    row = change_places(
        factories.delegation(roster=factories.roster()), version=1, places_at_table=2, places_behind=0, **WHO
    )
    assert (row.places_at_table, row.places_behind, row.version) == (2, 0, 2)
