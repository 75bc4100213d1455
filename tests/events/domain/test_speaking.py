"""The order of speakers by a scheme: a total order, groups before their members, and a true reason for every pair."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.documents.speaking_words import order_words, reason_words
from events.domain.facts import OrderFacts
from events.domain.speaking import REASONS, follows, order_by_scheme, why_before
from participants.domain.ranks import RANKS, SCHEMES
from participants.domain.values import GroupFacts
from tests.meeting_facts import AT, delegate, delegation, item, meeting, roster, segment, speech

SCHEME = "un_general_debate"
SCHEME_NAME = f"“{SCHEMES[SCHEME].label}”"
CODES = ("AA", "BB", "CC", "DD")


def list_of(*rows, groups=(), order=OrderFacts(scheme=SCHEME)):  # noqa: B008 - a frozen value
    """A meeting with one list; each row is (code, rank, minutes after which it asked or None, group)."""
    people = [delegate(uuid=f"p-{code}", delegation=f"delegation-{code}", rank=rank) for code, rank, *_ in rows]
    delegations = [delegation(code, delegates=(one,)) for (code, *_), one in zip(rows, people, strict=True)]
    speeches = [
        speech(
            uuid=f"s-{code}", delegation=f"delegation-{code}", delegate=f"p-{code}", group=group,
            requested_at=None if asked is None else AT + timedelta(minutes=asked),
        )
        for code, _, asked, group in rows
    ]  # fmt: skip
    coming = roster(*delegations)
    facts = [GroupFacts(code=code, names={"en": code}, ground="", members=members) for code, members in groups]
    debate = replace(item(kind="debate"), speeches=tuple(speeches), order=order)
    made = meeting(segment(debate), roster=replace(coming, groups=tuple(facts)))
    return made, made.segments[0].items[0]


def order(facts, debate, scheme=SCHEME):
    return "".join(one.removeprefix("s-")[0] for one in order_by_scheme(facts, debate, scheme))


def test_rank_then_request_then_name():
    facts, debate = list_of(
        ("DD", "minister", 5, ""), ("CC", "minister", None, ""), ("BB", "minister", 5, ""),
        ("AA", "head_of_state", 9, ""),
    )  # fmt: skip
    assert order(facts, debate) == "ABDC"


def test_group_comes_right_before_the_first_of_its_members():
    rows = ("AA", "head_of_state", 1, ""), ("BB", "minister", 1, ""), ("CC", "ambassador", 1, "G")
    facts, debate = list_of(*rows, groups=[("G", ("BB", "CC"))])
    assert order(facts, debate) == "ACB"


def test_ring_of_groups_is_cut_by_the_scheme():
    rows = ("AA", "minister", 1, "G"), ("BB", "minister", 2, "H")
    facts, debate = list_of(*rows, groups=[("G", ("BB",)), ("H", ("AA",))])
    assert sorted(order(facts, debate)) == ["A", "B"]


ROWS = st.lists(
    st.tuples(
        st.sampled_from(CODES), st.sampled_from(sorted(RANKS)), st.none() | st.integers(0, 3),
        st.sampled_from(("", "G", "H")),
    ),
    unique_by=lambda row: row[0],
    min_size=2,
)  # fmt: skip
GROUPS = st.fixed_dictionaries({"G": st.sets(st.sampled_from(CODES)), "H": st.sets(st.sampled_from(CODES))})


@given(ROWS, GROUPS, st.sampled_from(sorted(SCHEMES)), st.randoms())
@settings(max_examples=150, deadline=None)
def test_order_in_which_they_stand_has_no_say_and_everybody_is_placed_once(rows, groups, scheme, random):
    pairs = [(code, tuple(sorted(members))) for code, members in groups.items()]
    facts, debate = list_of(*rows, groups=pairs)
    shuffled = list(debate.speeches)
    random.shuffle(shuffled)
    found = order_by_scheme(facts, debate, scheme)
    assert sorted(found) == sorted(one.uuid for one in debate.speeches)
    assert order_by_scheme(facts, replace(debate, speeches=tuple(shuffled)), scheme) == found


@given(ROWS, st.sets(st.sampled_from(CODES)))
@settings(max_examples=100, deadline=None)
def test_group_comes_before_every_member_where_no_ring_forbids_it(rows, members):
    rows = [(code, rank, asked, "G" if place == 0 else "") for place, (code, rank, asked, _) in enumerate(rows)]
    facts, debate = list_of(*rows, groups=[("G", tuple(members))])
    found = order_by_scheme(facts, debate, SCHEME)
    speaker = debate.speeches[0]
    own = rows[0][0]
    assert all(
        found.index(speaker.uuid) < found.index(one.uuid)
        for one in debate.speeches
        if one.uuid != speaker.uuid and one.delegation.removeprefix("delegation-") in members - {own}
    )


@given(ROWS, GROUPS)
@settings(max_examples=100, deadline=None)
def test_every_pair_has_a_reason_that_can_be_said(rows, groups):
    pairs = [(code, tuple(sorted(members))) for code, members in groups.items()]
    facts, debate = list_of(*rows, groups=pairs)
    found = order_by_scheme(facts, debate, SCHEME)
    by_uuid = {one.uuid: one for one in debate.speeches}
    ordered = replace(debate, speeches=tuple(by_uuid[uuid] for uuid in found))
    for place, first in enumerate(found):
        for second in found[place + 1 :]:
            reason = why_before(facts, ordered, first, second)
            assert reason.code in REASONS.keys() - {"against", "hand", "unordered"}
            assert "%(" not in reason_words(facts, ordered, reason, "en")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            (("AA", "head_of_state", 1, ""), ("BB", "minister", 1, "")),
            f"“Head of State” comes before “Minister”, by {SCHEME_NAME}.",
        ),
        (
            (("AA", "minister", 1, ""), ("BB", "minister", 2, "")),
            f"Both are level by {SCHEME_NAME}, and AA asked for the floor first.",
        ),
        (
            (("AA", "minister", 1, ""), ("BB", "minister", None, "")),
            f"Both are level by {SCHEME_NAME}, and it is not known when BB asked for the floor.",
        ),
        (
            (("BB", "minister", 1, ""), ("AA", "head_of_state", 1, "")),
            f"They do not follow the scheme: by {SCHEME_NAME} AA would come before BB.",
        ),
    ],
)
def test_reason_is_a_sentence(rows, expected):
    facts, debate = list_of(*rows)
    first, second = (one.uuid for one in debate.speeches)
    assert reason_words(facts, debate, why_before(facts, debate, first, second), "en") == expected


def test_order_by_hand_says_whose_it_was_and_why():
    hand = OrderFacts(scheme="hand", why="Agreed with the missions", by="Ms. Doe", at=AT)
    facts, debate = list_of(("AA", "minister", 1, ""), ("BB", "minister", 2, ""), order=hand)
    assert order_words(facts, debate, "en") == (
        "They were put into this order by hand (Ms. Doe, 1 September 2017, 08:00): Agreed with the missions."
    )
    assert follows(facts, debate)


def test_list_that_others_joined_does_not_follow_its_scheme_any_more():
    facts, debate = list_of(("BB", "minister", 1, ""), ("AA", "head_of_state", 1, ""))
    assert not follows(facts, debate)
