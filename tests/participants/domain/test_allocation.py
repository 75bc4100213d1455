"""Observer places: never over capacity, nobody granted displaced, the longest waiting next."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participants.domain.allocation import (
    WHY,
    AlreadyInvited,
    AlreadyRequested,
    Grant,
    GrantImpossible,
    PlacesHeld,
    Rules,
    allocate,
    capacity_refusal,
    request_refusal,
    room_allowance,
    why_not,
)
from participants.domain.values import DelegationFacts, InvitationFacts, RequestFacts
from participants.grounds import GROUNDS

NOON = datetime(2017, 9, 15, 12, tzinfo=UTC)


def request(uuid, *, minutes=0, place=None, withdrawn=False):
    return RequestFacts(
        uuid=uuid,
        version=1,
        delegation=f"delegation {uuid}",
        received_at=NOON + timedelta(minutes=minutes),
        place_number=place,
        withdrawn_at=NOON + timedelta(days=1) if withdrawn else None,
    )


def delegation(uuid, *grounds, status="invited"):
    invitations = tuple(InvitationFacts(ground=ground) for ground in grounds)
    return DelegationFacts(uuid=uuid, version=1, entity="DEU", status=status, invitations=invitations)


def pairs(grants):
    return [(grant.request, grant.place_number) for grant in grants]


def test_places_go_by_time_received_then_uuid():
    requests = [request("c"), request("b"), request("late", minutes=5), request("early", minutes=-5)]
    result = allocate(requests, Rules(capacity=3))
    assert pairs(result.granted) == [("early", 1), ("b", 2), ("c", 3)]
    assert [(one.request, one.position) for one in result.waiting] == [("late", 1)]
    assert result.seats_left == 0


def test_withdrawn_place_goes_to_first_waiting_and_nobody_moves():
    held = [request("a", place=1), request("b", place=2, withdrawn=True), request("c", place=3)]
    result = allocate([*held, request("second", minutes=2), request("first", minutes=1)], Rules(capacity=3))
    assert pairs(result.granted) == [("a", 1), ("first", 2), ("c", 3)]
    assert pairs(result.promoted) == [("first", 2)]


def test_earlier_request_does_not_displace_a_granted_one():
    result = allocate([request("granted", minutes=9, place=1), request("earlier")], Rules(capacity=1))
    assert (pairs(result.granted), pairs(result.promoted)) == ([("granted", 1)], [])


def test_free_places_are_left_over_when_nobody_waits():
    assert allocate([request("a")], Rules(capacity=3)).seats_left == 2
    assert allocate([], Rules(capacity=0)).seats_left == 0


@pytest.mark.parametrize(
    "requests", [[request("a", place=1), request("b", place=1)], [request("a", place=3)], [request("a", place=0)]]
)
def test_contradicting_grants_are_impossible(requests):
    with pytest.raises(GrantImpossible):
        allocate(requests, Rules(capacity=2))


def test_waiting_says_why():
    full = allocate([request("a"), request("b")], Rules(capacity=1)).waiting[0]
    closed = allocate([request("a")], Rules(capacity=0)).waiting[0]
    assert full.template % {"capacity": 1, "position": full.position} == (
        "Every observer place is granted (1 in all); this request is number 1 on the waiting list, "
        "in the order in which the requests were received."
    )
    assert closed.template == WHY["none"]


def stored(requests, capacity):
    numbers = dict(pairs(allocate(requests, Rules(capacity=capacity)).granted))
    return [replace(one, place_number=numbers.get(one.uuid, one.place_number)) for one in requests]


steps = st.lists(
    st.one_of(
        st.tuples(st.just("ask"), st.integers(-30, 30)),
        st.tuples(st.just("withdraw"), st.integers(0, 20)),
        st.tuples(st.just("places"), st.integers(0, 6)),
    ),
    max_size=40,
)


def after(step, requests, capacity):
    action, number = step
    if action == "ask":
        return [*requests, request(f"{len(requests):03}", minutes=number)], capacity
    if action == "withdraw":
        gone = requests[number].uuid if number < len(requests) else ""
        return [replace(one, withdrawn_at=NOON) if one.uuid == gone else one for one in requests], capacity
    return requests, capacity if capacity_refusal(requests, number) else number


@given(steps)
def test_no_sequence_oversells_displaces_or_jumps_the_queue(sequence):
    requests, capacity = [], 2
    for step in sequence:
        before = {one.uuid: one.place_number for one in requests if one.place_number}
        requests, capacity = after(step, requests, capacity)
        result = allocate(requests, Rules(capacity=capacity))
        requests = stored(requests, capacity)
        active = [one for one in requests if one.withdrawn_at is None]
        held = {one.uuid: one.place_number for one in active if one.place_number}
        assert len(held) == len(set(held.values())) == min(capacity, len(active))
        assert {uuid: number for uuid, number in before.items() if uuid in held}.items() <= held.items()
        assert {one.uuid for one in active if one.uuid in before} <= set(held)
        promoted = [grant.request for grant in result.promoted]
        queue = sorted((one for one in active if one.uuid not in before), key=lambda one: (one.received_at, one.uuid))
        assert promoted + [one.request for one in result.waiting] == [one.uuid for one in queue]


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), max_size=12), st.integers(0, 6), st.randoms())
def test_order_of_the_input_is_irrelevant(drafts, capacity, random):
    requests = [
        request(str(number), minutes=minutes, withdrawn=withdrawn)
        for number, (minutes, withdrawn) in enumerate(drafts)
    ]  # fmt: skip
    shuffled = requests.copy()
    random.shuffle(shuffled)
    assert allocate(shuffled, Rules(capacity=capacity)) == allocate(requests, Rules(capacity=capacity))


def test_invited_delegation_is_refused_with_its_grounds():
    invited = request_refusal(delegation("d", "security_council", "observer"), [])
    proposed = request_refusal(delegation("d", "contributor", status="proposed"), [])
    assert invited == AlreadyInvited(entity="DEU", grounds=("security_council",), is_invited=True)
    assert proposed == AlreadyInvited(entity="DEU", grounds=("contributor",), is_invited=False)
    assert invited.template % {"entity": "Germany", "grounds": GROUNDS["security_council"].label} == (
        "Germany is invited already (Security Council) and needs no observer place."
    )
    assert proposed.template % {"entity": "Germany", "grounds": "Contributor"} == (
        "Germany is already on the list of delegations to invite (Contributor); settle that before it observes."
    )


def test_delegation_that_asked_is_refused_until_it_withdraws():
    own = replace(request("a", place=2), delegation="d")
    refusal = request_refusal(delegation("d", "observer"), [request("other"), own])
    assert refusal == AlreadyRequested(entity="DEU", request="a", received_at=NOON, place_number=2)
    words = {"entity": "Germany", "received_at": "today", "place_number": 2}
    assert refusal.template % words == "Germany already holds observer place 2, by its request received today."
    assert request_refusal(delegation("d", "observer"), [replace(own, withdrawn_at=NOON)]) is None


def test_waiting_delegation_is_refused_as_waiting():
    own = replace(request("a"), delegation="d")
    refusal = request_refusal(delegation("d", "observer"), [own])
    assert refusal.template % {"entity": "Germany", "received_at": "today"} == (
        "Germany is already on the waiting list, by its request received today."
    )


def test_delegation_without_standing_invitation_may_ask():
    assert request_refusal(delegation("d", "contributor", status="withdrawn"), []) is None
    assert request_refusal(delegation("d"), []) is None


def test_fewer_places_are_refused_with_those_who_would_lose_theirs():
    requests = [request("a", place=3), request("b", place=2), request("c", place=1), request("d")]
    assert capacity_refusal(requests, 1) == PlacesHeld(
        capacity=1, losers=(Grant(request="b", place_number=2), Grant(request="a", place_number=3))
    )
    assert capacity_refusal(requests, 3) is None
    assert capacity_refusal([replace(requests[0], withdrawn_at=NOON)], 0) is None


@pytest.mark.parametrize(("usable_seats", "allowance"), [(300, 118), (150, -32)])
def test_room_allows_what_is_left_of_it_or_says_how_much_is_missing(usable_seats, allowance):
    taken = {"podium": 9, "promised": 130, "secretariat": 20, "press": 13, "reserve": 10}
    assert room_allowance(usable_seats=usable_seats, **taken) == allowance


def asked(uuid, places, **fields):
    held = fields.pop("held", ())
    return replace(
        request(uuid, place=held[0] if held else None, **fields), places_asked=places, further_numbers=tuple(held[1:])
    )


def turns(requests, **rules):
    return [(one.request, one.place_number, one.share) for one in allocate(requests, Rules(**rules)).promoted]


def test_second_places_wait_until_they_are_released_and_then_go_by_time_received():
    requests = [asked("a", 3), asked("b", 1, minutes=1), asked("c", 2, minutes=2)]
    assert turns(requests, capacity=9, most_places=3) == [("a", 1, 1), ("b", 2, 1), ("c", 3, 1)]
    held = [replace(one, place_number=number) for number, one in enumerate(requests, 1)]
    assert turns(held, capacity=9, most_places=3, has_seconds=True) == [("a", 4, 2), ("c", 5, 2), ("a", 6, 3)]
    assert turns(held, capacity=4, most_places=3, has_seconds=True) == [("a", 4, 2)]


def test_first_place_of_a_late_request_goes_before_the_second_of_an_early_one():
    requests = [asked("early", 2, held=[1]), asked("late", 1, minutes=99)]
    result = allocate(requests, Rules(capacity=2, most_places=2, has_seconds=True))
    assert pairs(result.promoted) == [("late", 2)]
    assert [(one.request, one.why) for one in result.further] == [("early", "full")]


def test_maximum_holds_for_all_and_one_of_its_own_prevails():
    requests = [asked("a", 5), replace(asked("b", 5, minutes=1), most_places=3)]
    assert turns(requests, capacity=20, most_places=2, has_seconds=True) == [
        ("a", 1, 1), ("b", 2, 1), ("a", 3, 2), ("b", 4, 2), ("b", 5, 3),
    ]  # fmt: skip


def test_lowered_maximum_displaces_nobody():
    held = [asked("a", 3, held=[1, 2, 3])]
    result = allocate([*held, request("b", minutes=1)], Rules(capacity=3, most_places=1, has_seconds=True))
    assert (len(result.granted), result.promoted, [one.request for one in result.waiting]) == (3, (), ["b"])


def test_reserve_is_never_granted_by_itself():
    result = allocate([request("a"), request("b", minutes=1)], Rules(capacity=2, reserve=1))
    assert pairs(result.promoted) == [("a", 1)]
    assert [(one.request, one.why) for one in result.waiting] == [("b", "reserved")]
    assert allocate([request("a")], Rules(capacity=1, reserve=5)).promoted == ()


def test_after_the_cut_off_nobody_is_promoted_by_itself():
    result = allocate([request("a")], Rules(capacity=1, is_cut_off=True))
    assert (result.promoted, [one.why for one in result.waiting]) == ((), ["cut_off"])


def test_order_that_staff_made_comes_before_the_time_received():
    requests = [request("a"), replace(request("b", minutes=5), line=1), replace(request("c", minutes=9), line=2)]
    assert turns(requests, capacity=3) == [("b", 1, 1), ("c", 2, 1), ("a", 3, 1)]


def test_every_place_of_a_request_counts_against_fewer_places():
    assert capacity_refusal([asked("a", 2, held=[1, 4])], 3).losers == (Grant(request="a", place_number=4, share=2),)


@pytest.mark.parametrize(
    ("requests", "rules", "sentence"),
    [
        ([asked("a", 1)], Rules(capacity=0), "no observer places yet"),
        ([asked("z", 1, minutes=-1, held=[1]), asked("a", 1)], Rules(capacity=1), "is granted (1 in all)"),
        ([asked("a", 1)], Rules(capacity=1, is_cut_off=True), "granted by hand"),
        ([asked("a", 1)], Rules(capacity=1, reserve=1), "kept in reserve"),
        ([asked("a", 2, held=[1])], Rules(capacity=2, most_places=1, has_seconds=True), "is 1, and this one"),
        ([asked("a", 2, held=[1])], Rules(capacity=2, most_places=2), "once the form has closed"),
        ([asked("a", 1, held=[1])], Rules(capacity=2), "every place it asked for"),
        (
            [asked("a", 2, held=[1]), asked("b", 1)],
            Rules(capacity=1, most_places=2, has_seconds=True),
            "when nobody waits for a first one",
        ),
    ],
)
def test_why_not_is_answered_in_a_sentence(requests, rules, sentence):
    own = next(one for one in requests if one.uuid == "a")
    template, values = why_not(own, allocate(requests, rules), rules)
    assert sentence in template % values


wishes = st.lists(st.tuples(st.integers(-30, 30), st.integers(1, 4), st.booleans()), max_size=12)


@given(wishes, st.integers(0, 20), st.integers(0, 4), st.integers(1, 4), st.booleans())
def test_rules_hold_for_any_wishes(drafts, capacity, reserve, most, has_seconds):
    requests = [
        asked(f"{number:02}", places, minutes=minutes, withdrawn=gone)
        for number, (minutes, places, gone) in enumerate(drafts)
    ]  # fmt: skip
    rules = Rules(capacity=capacity, reserve=reserve, most_places=most, has_seconds=has_seconds)
    result = allocate(requests, rules)
    numbers = [one.place_number for one in result.granted]
    holds = {one.uuid: sum(grant.request == one.uuid for grant in result.granted) for one in requests}
    due = {one.uuid: min(one.places_asked, most if has_seconds else 1) for one in requests if one.withdrawn_at is None}
    assert len(set(numbers)) == len(numbers) == min(sum(due.values()), max(capacity - reserve, 0))
    assert all(holds[uuid] <= due.get(uuid, 0) for uuid in holds)
    lowest = min((holds[uuid] for uuid in due if holds[uuid] < due[uuid]), default=None)
    assert lowest is None or max(holds.values()) <= lowest + 1
    stored = [replace(one, **_numbers(one.uuid, result)) for one in requests]
    assert allocate(stored, rules).promoted == ()


def _numbers(uuid, result):
    own = [one.place_number for one in sorted(result.granted, key=lambda one: one.share) if one.request == uuid]
    return {"place_number": own[0] if own else None, "further_numbers": tuple(own[1:])}
