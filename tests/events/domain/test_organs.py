"""Which organ meets, and whom it invites."""

from dataclasses import replace

import pytest

from events.domain.organs import invited, is_security_council
from participants.domain.values import GroupFacts
from tests import facts as make

MEMBERS = ("CHN", "FRA", "USA")


def council(*guests, members=MEMBERS, group=MEMBERS, kind="organ", chair="USA", is_complete=True):
    """A council of three; `guests` are delegations besides."""
    delegations = [
        make.delegation(code, make.delegate(f"A {code}", delegation=code), grounds=("security_council",))
        for code in members
    ]
    fifteen = GroupFacts(code="council", names={}, ground="security_council", members=group, is_complete=is_complete)
    roster = make.roster(*delegations, *guests, groups=(fifteen,) if group else ())
    part = make.segment("Part", make.item("Words"), chairs=[(chair, f"A {chair}")] if chair else [])
    return make.meeting(roster=roster, segments=(part,), kind=kind)


def codes(facts):
    return [one.entity for one in invited(facts)]


def guest(code, ground="guest", **fields):
    return make.delegation(code, make.delegate(f"A {code}", delegation=code), grounds=(ground,), **fields)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, True),
        ({"chair": ""}, True),
        ({"kind": "conference"}, False),
        ({"members": ("CHN", "USA")}, False),
        ({"group": ()}, False),
        ({"is_complete": False}, False),
    ],
    ids=["all members", "nobody presides yet", "conference", "member lacking", "members unknown", "not all known"],
)
def test_council_is_known_by_all_its_members(fields, expected):
    assert is_security_council(council(**fields)) is expected


def test_organ_under_somebody_who_is_no_member_is_another():
    assert not is_security_council(council(guest("BRA"), chair="BRA"))


def test_council_invites_whoever_comes_to_its_table_without_being_a_member():
    others = (guest("MLI"), guest("TCD", "contributor"), guest("UN", "secretariat"), guest("NER", status="regrets"))
    assert codes(council(*others)) == ["MLI", "TCD"]


def test_organ_whose_members_nobody_can_tell_invites_those_asked_to_speak():
    others = (guest("MLI"), guest("TCD", "contributor"))
    assert codes(council(*others, group=())) == ["MLI"]
    assert codes(council(*others, group=(), chair="MLI")) == []


def test_conference_invites_nobody_from_the_chair():
    assert codes(replace(council(guest("MLI")), kind="conference")) == []
