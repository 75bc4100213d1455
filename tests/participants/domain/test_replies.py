"""Replies counted by ground."""

from datetime import UTC, datetime

from participants.domain.replies import reply_counts, total_count
from participants.domain.values import DelegationFacts, InvitationFacts, RosterFacts


def roster(*delegations):
    rows = tuple(
        DelegationFacts(
            uuid=str(number), version=1, entity=f"E{number}", status=status,
            invitations=tuple(InvitationFacts(ground=ground) for ground in grounds),
        )
        for number, (status, *grounds) in enumerate(delegations)
    )  # fmt: skip
    return RosterFacts(
        slug="x", uuid="x", version=1, first_on="2017-09-20", zone="UTC", observer_places=0,
        changed_at=datetime(2017, 9, 1, tzinfo=UTC), entities=(), delegations=rows, requests=(), groups=(),
    )  # fmt: skip


def numbers(count):
    return (count.ground, count.accepted, count.tentative, count.regrets, count.silent, count.not_invited, count.total)


def test_each_ground_counts_its_delegations_by_reply_in_the_tables_order():
    found = reply_counts(
        roster(
            ("accepted", "security_council", "host"),
            ("tentative", "security_council"), ("regrets", "security_council"),
            ("invited", "security_council"), ("proposed", "security_council"), ("cleared", "security_council"),
        )
    )  # fmt: skip
    assert [numbers(count) for count in found] == [
        ("host", 1, 0, 0, 0, 0, 1),
        ("security_council", 1, 1, 1, 1, 2, 6),
    ]


def test_total_counts_each_invited_delegation_once_and_no_observer_or_withdrawn_one():
    found = total_count(
        roster(("accepted", "host", "co_chair"), ("accepted", "observer"), ("withdrawn", "host"), ("invited", "host"))
    )
    assert numbers(found) == ("", 1, 0, 0, 1, 0, 2)


def test_empty_roster_has_no_counts():
    assert reply_counts(roster()) == ()
