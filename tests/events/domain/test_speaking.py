"""The order of speakers by a scheme, groups before their members, and why one of two speaks before the other."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.domain.facts import OrderFacts
from events.domain.speaking import follows_scheme, speaking_order, why_before, why_next
from participants.domain.ranks import SCHEMES
from participants.domain.values import GroupFacts
from tests import meeting_facts as make

NOON = datetime(2017, 9, 1, 12, tzinfo=UTC)
SCHEME = "un_general_debate"
RANK_CODES = ("head_of_state", "minister", "ambassador", "unspecified")


def speaker(name, rank="minister", *, asked=0, code="", group="", **fields):
    """Speech, delegation and delegate of `code`, by default called as the speech."""
    code = code or name
    delegate = make.delegate(uuid=f"delegate-{name}", rank=rank, delegation=f"delegation-{code}", **fields)
    asked_at = None if asked is None else NOON + timedelta(minutes=asked)
    speech = make.speech(
        uuid=name, delegation=f"delegation-{code}", delegate=delegate.uuid, group=group, requested_at=asked_at
    )
    return speech, code, delegate


def meeting(*speakers, scheme=SCHEME, groups=(), **order):
    """The facts and their one item, which stands in an order by `scheme`; `groups` are codes with members."""
    item = make.item(speeches=[speech for speech, _, _ in speakers], order=OrderFacts(scheme=scheme, **order))
    delegations = {}
    for _, code, delegate in speakers:
        delegations.setdefault(code, []).append(delegate)
    rows = [make.delegation(code, delegates=tuple(people)) for code, people in delegations.items()]
    known = tuple(
        GroupFacts(code=code, names={"en": code}, ground="", members=tuple(members)) for code, members in groups
    )
    roster = replace(make.roster(*rows), groups=known)
    return make.meeting(make.segment(item, seating_language="en"), roster=roster), item


def order(*speakers, scheme=SCHEME, groups=()):
    return speaking_order(*meeting(*speakers, groups=groups), scheme)


def put_in_order(facts, item, scheme=SCHEME):
    by_uuid = {speech.uuid: speech for speech in item.speeches}
    return replace(item, speeches=tuple(by_uuid[uuid] for uuid in speaking_order(facts, item, scheme)))


def test_speakers_go_by_rank_then_request_then_name():
    speakers = [
        speaker("late", asked=9),
        speaker("zambia", asked=1),
        speaker("angola", asked=1),
        speaker("president", "head_of_state", asked=99),
        speaker("a silent one", asked=None),
        speaker("vacant", "head_of_state", is_placeholder=True),
        speaker("left", "head_of_state", is_withdrawn=True),
    ]
    assert order(*speakers) == ("president", "angola", "zambia", "late", "a silent one", "left", "vacant")


def test_names_go_by_the_stored_keys_in_the_language_of_the_seats():
    facts, item = meeting(speaker("A"), speaker("B"))
    keys = {"A": {"en": "1", "fr": "2"}, "B": {"en": "2", "fr": "1"}}
    entities = [make.entity(code, sort_keys=keys[code]) for code in keys]
    facts = replace(facts, roster=replace(facts.roster, entities=tuple(entities)))
    french = replace(facts, segments=tuple(replace(one, seating_language="fr") for one in facts.segments))
    assert [speaking_order(one, item, SCHEME) for one in (facts, french)] == [("A", "B"), ("B", "A")]


def test_speech_for_a_group_is_moved_up_to_right_before_its_first_member():
    speakers = [
        speaker("stranger", "head_of_state", asked=1),
        speaker("member", "head_of_state", asked=2),
        speaker("next stranger", "head_of_state", asked=3),
        speaker("for the group", "ambassador", group="G"),
    ]
    assert order(*speakers, groups=[("G", ["member", "for the group"])]) == (
        "stranger", "for the group", "member", "next stranger",
    )  # fmt: skip


def test_speech_for_a_group_that_is_ahead_of_its_members_anyway_stays():
    speakers = [speaker("president", "head_of_state", group="G"), speaker("a"), speaker("member")]
    assert order(*speakers, groups=[("G", ["member"])]) == ("president", "a", "member")


def test_delegation_speaks_for_its_group_before_it_speaks_for_itself():
    speakers = [speaker("own", "head_of_state", code="A"), speaker("for G", "ambassador", code="A", group="G")]
    assert order(*speakers, groups=[("G", ["A"])]) == ("for G", "own")


def test_two_that_speak_for_each_others_groups_stand_as_the_scheme_has_them():
    speakers = [speaker("A", "ambassador", group="G"), speaker("B", group="H")]
    assert order(*speakers, groups=[("G", ["B"]), ("H", ["A"])]) == ("B", "A")


def test_group_that_is_not_known_any_more_moves_nobody():
    assert order(speaker("A", "ambassador", group="gone"), speaker("B")) == ("B", "A")


def test_item_without_speeches_has_an_empty_order():
    assert order() == ()


@pytest.mark.parametrize(
    ("speakers", "rule", "values"),
    [
        ((speaker("A", "head_of_state"), speaker("B")), "rank", {"ranks": ("head_of_state", "minister")}),
        ((speaker("A"), speaker("B", asked=1)), "request", {"asked_at": (NOON, NOON + timedelta(minutes=1))}),
        ((speaker("A", asked=0), speaker("B", asked=None)), "request", {"asked_at": (NOON, None)}),
        ((speaker("A"), speaker("B")), "name", {"language": "en"}),
        ((speaker("A1", code="A"), speaker("A2", code="A")), "level", {}),
        ((speaker("A"), speaker("B", "head_of_state")), "against", {"scheme": SCHEME}),
        ((speaker("A", "ambassador", group="G"), speaker("M")), "group", {"group": "G"}),
    ],
)
def test_reason_is_the_rule_that_decides(speakers, rule, values):
    facts, item = meeting(*speakers, groups=[("G", ["M"])])
    [reason] = why_next(facts, item)
    assert reason.rule == rule
    assert {name: getattr(reason, name) for name in values} == values


def test_reason_of_a_group_moved_up_names_the_member_and_why_that_one_stands_first():
    speakers = [speaker("for G", "ambassador", group="G"), speaker("M", "head_of_state"), speaker("B")]
    facts, item = meeting(*speakers, groups=[("G", ["M"])])
    reason = why_before(facts, item, "B", "for G")
    assert (reason.rule, reason.first, reason.second, reason.member) == ("group_first", "for G", "B", "M")
    assert (reason.through.rule, reason.through.first, reason.through.second) == ("rank", "M", "B")


def test_reason_by_hand_says_who_when_and_why():
    facts, item = meeting(speaker("A"), speaker("B"), scheme="hand", why="A leaves early", by="Ann", at=NOON)
    reason = why_before(facts, item, "B", "A")
    assert (reason.rule, reason.first, reason.by, reason.at, reason.why) == ("hand", "A", "Ann", NOON, "A leaves early")


def test_reason_without_an_order_is_that_nobody_decided():
    facts, item = meeting(speaker("A"), speaker("B"))
    assert why_before(facts, replace(item, order=None), "A", "B").rule == "unordered"


@pytest.mark.parametrize("pair", [("A", "A"), ("A", "nobody")])
def test_pair_that_the_item_has_not_is_refused(pair):
    with pytest.raises(ValueError, match="has not both"):
        why_before(*meeting(speaker("A"), speaker("B")), *pair)


@pytest.mark.parametrize(("scheme", "follows"), [(SCHEME, False), ("hand", True)])
def test_only_a_scheme_can_be_departed_from(scheme, follows):
    facts, item = meeting(speaker("A"), speaker("B", "head_of_state"), scheme=scheme)
    orders = (item, put_in_order(facts, item), replace(item, order=None))
    assert [follows_scheme(why_next(facts, one)) for one in orders] == [follows, True, True]


@st.composite
def lists(draw):
    """Speakers with ranks, times and groups, which hold one another's members in any way."""
    codes = [f"S{number}" for number in range(draw(st.integers(0, 7)))]
    groups = [(group, draw(st.lists(st.sampled_from(codes or ["S"]), unique=True))) for group in "GHI"]
    return [
        speaker(
            f"{code}-{number}",
            draw(st.sampled_from(RANK_CODES)),
            asked=draw(st.sampled_from([None, 0, 1])),
            code=code,
            group=draw(st.sampled_from(["", "", "G", "H", "I"])),
        )
        for number, code in enumerate(codes + draw(st.lists(st.sampled_from(codes), max_size=3)) if codes else [])
    ], groups


@given(lists(), st.randoms(), st.sampled_from(sorted(SCHEMES)))
def test_order_does_not_depend_on_the_input_and_loses_nobody(drawn, random, scheme):
    speakers, groups = drawn
    shuffled = random.sample(speakers, len(speakers))
    found = order(*shuffled, scheme=scheme, groups=groups)
    assert found == order(*speakers, scheme=scheme, groups=groups)
    assert sorted(found) == sorted(speech.uuid for speech, _, _ in speakers)


@given(lists())
def test_every_group_speaks_before_what_its_members_say_for_themselves(drawn):
    speakers, groups = drawn
    found, members = order(*speakers, groups=groups), dict(groups)
    pairs = [
        (mine.uuid, own.uuid)
        for mine, _, _ in speakers
        for own, code, _ in speakers
        if mine.group and not own.group and code in members[mine.group]
    ]
    assert [pair for pair in pairs if found.index(pair[0]) > found.index(pair[1])] == []


@given(lists())
def test_speeches_for_oneself_stand_as_they_would_without_groups(drawn):
    speakers, groups = drawn
    own = [one for one in speakers if not one[0].group]
    uuids = {speech.uuid for speech, _, _ in own}
    assert [uuid for uuid in order(*speakers, groups=groups) if uuid in uuids] == list(order(*own))


@given(lists())
def test_every_pair_has_a_reason_that_agrees_with_the_order(drawn):
    speakers, groups = drawn
    facts, item = meeting(*speakers, groups=groups)
    sorted_item = put_in_order(facts, item)
    uuids = [speech.uuid for speech in sorted_item.speeches]
    pairs = [(one, other) for place, one in enumerate(uuids) for other in uuids[place + 1 :]]
    reasons = [why_before(facts, sorted_item, other, one) for one, other in pairs]
    assert [(reason.first, reason.second) for reason in reasons] == pairs
    assert {reason.rule for reason in reasons} <= {"group", "group_first", "rank", "request", "name", "level"}
    stands = tuple(speech.uuid for speech in item.speeches)
    assert follows_scheme(why_next(facts, item)) == (stands == tuple(uuids))
    turned = replace(sorted_item, speeches=sorted_item.speeches[::-1])
    assert {why_before(facts, turned, *pair).rule for pair in pairs} <= {"against"}
