from dataclasses import replace
from datetime import UTC, datetime

import pytest

from participants.domain.attendance import (
    delegates_of,
    expected_delegations,
    head_of,
    is_expected,
    present_delegates,
    present_delegations,
    promised_seats,
)
from tests.meeting_facts import delegate, delegation, request, roster

AT = datetime(2017, 9, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("proposed", True),
        ("cleared", True),
        ("invited", True),
        ("tentative", True),
        ("accepted", True),
        ("regrets", False),
        ("withdrawn", False),
    ],
)
def test_invited_delegation_is_expected_unless_it_stays_away(status, expected):
    assert is_expected(delegation("MLI", status=status), ()) is expected


@pytest.mark.parametrize(
    ("requests", "expected"),
    [
        ([], False),
        ([request("DEU")], False),
        ([request("DEU", place=3)], True),
        ([request("DEU", place=3, withdrawn_at=AT)], False),
        ([request("NLD", place=3)], False),
    ],
)
def test_observer_is_expected_with_a_granted_place_of_its_own(requests, expected):
    assert is_expected(delegation("DEU", grounds=("observer",)), requests) is expected


def test_invited_delegation_that_asked_as_observer_too_needs_no_place():
    assert is_expected(delegation("MLI", grounds=("host", "observer")), ()) is True


def test_delegation_without_any_ground_is_not_expected():
    assert is_expected(delegation("MLI", grounds=()), ()) is False


def test_expected_delegations_keep_the_rosters_order():
    everybody = (delegation("B"), delegation("C", status="regrets"), delegation("A"))
    assert [one.entity for one in expected_delegations(roster(*everybody))] == ["B", "A"]


def test_withdrawn_delegate_is_neither_head_nor_counted():
    gone, head, adviser = delegate(is_withdrawn=True), delegate(), delegate(role="adviser")
    facts = delegation("MLI", delegates=(gone, head, adviser))
    assert (head_of(facts), delegates_of(facts)) == (head, (head, adviser))
    assert head_of(replace(facts, delegates=(adviser,))) is None


def test_only_named_delegates_ticked_present_are_present():
    there = delegate(is_present=True)
    others = (delegate(), delegate(is_present=True, is_withdrawn=True), delegate(is_present=True, is_placeholder=True))
    facts = delegation("MLI", status="regrets", delegates=(there, *others))
    assert present_delegates(facts) == (there,)
    assert present_delegations(roster(facts, delegation("DZA", delegates=others))) == (facts,)


def test_promised_seats_are_those_at_the_table_and_behind():
    people = (
        delegation("A", places_behind=2),
        delegation("B", places_at_table=2),
        delegation("C", status="regrets"),
        delegation("D", grounds=("secretariat",)),
        delegation("E", grounds=("observer",)),
    )
    assert promised_seats(roster(*people, requests=[request("E", place=1)])) == 6
