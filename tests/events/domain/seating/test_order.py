import random
from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from events.domain.facts import InterpreterFacts
from events.domain.seating.layouts import room_of
from events.domain.seating.order import plan
from events.domain.seating.values import PodiumSeat, Shortage
from tests.meeting_facts import delegate, delegation, entity, meeting, request, roster, segment


def room(**measures):
    small = {
        "podium_chairs": 3, "table_rows": 2, "blocks": (2, 2), "observer_rows": 1, "observer_blocks": (2, 1),
        "press_blocks": (0, 0), "secretariat_seats": 2,
    }  # fmt: skip
    return room_of("rows", names={}, building={}, city={}, is_approximate=True, measures=small | measures)


def seated(*delegations, requests=(), room_facts=None, entities=None, **fields):
    part = segment(**fields)
    people = roster(*delegations, requests=requests, entities=entities)
    return plan(meeting(part, roster=people, room=room_facts or room()), part)


def places(result):
    return [(one.zone, one.seat, one.delegation.removeprefix("delegation-")) for one in result.assignments]


def test_zone_follows_the_ground_and_order_the_scheme():
    result = seated(
        delegation("DEU", grounds=("observer",)),
        delegation("MLI", grounds=("host", "observer")),
        delegation("UN", grounds=("secretariat",)),
        delegation("DZA"),
        requests=[request("DEU", place=7)],
    )
    assert places(result) == [
        ("table", "A1", "DZA"),
        ("table", "A2", "MLI"),
        ("secretariat", "SEC1", "UN"),
        ("observers", "C1", "DEU"),
    ]


def test_states_start_from_the_one_drawn_and_organisations_follow():
    people = [delegation(code) for code in ("AU", "DZA", "FRA", "MLI")]
    entities = [entity("AU", status="organisation", kind="organisation"), *map(entity, ("CZE", "DZA", "FRA", "MLI"))]
    result = seated(*people, entities=entities, seating_scheme="drawn", drawn_state="CZE")
    assert [code for _, _, code in places(result)] == ["DZA", "FRA", "MLI", "AU"]
    result = seated(*people, entities=entities, seating_scheme="drawn", drawn_state="FRA")
    assert [code for _, _, code in places(result)] == ["FRA", "MLI", "DZA", "AU"]
    assert (result.scheme, result.language, result.drawn) == ("drawn", "en", "FRA")


def test_regrets_and_observers_who_wait_have_no_seat():
    result = seated(
        delegation("A"),
        delegation("B", status="regrets"),
        delegation("C", grounds=("observer",)),
        requests=[request("C")],
    )
    assert (places(result), result.unseated) == ([("table", "A1", "A")], ())


def test_blocked_place_is_passed_over_and_a_blocked_seat_behind_not_given():
    blocked = room()
    seats = tuple(replace(seat, is_blocked=seat.label in ("A1", "A2b")) for seat in blocked.seats)
    result = seated(delegation("A"), delegation("B"), room_facts=replace(blocked, seats=seats))
    assert [(one.seat, one.behind) for one in result.assignments] == [("A2", ()), ("A3", ("A3b",))]
    assert result.short == (Shortage(delegation="delegation-A", behind=1),)


def test_delegation_takes_as_many_places_as_it_has_at_the_table():
    result = seated(delegation("A", places_at_table=2, places_behind=2), delegation("B"))
    assert [(one.seat, one.part, one.behind) for one in result.assignments] == [
        ("A1", 1, ("A1b",)),
        ("A2", 2, ("A2b",)),
        ("A3", 1, ("A3b",)),
    ]


def test_seats_behind_that_nobody_needs_stay_free():
    assert [one.behind for one in seated(delegation("A", places_behind=0)).assignments] == [()]


def test_delegations_beyond_the_places_are_unseated_and_half_seated_ones_short():
    result = seated(
        *(delegation(code) for code in "ABCDEFG"), delegation("H", places_at_table=2, places_behind=0), delegation("I")
    )
    assert len(result.assignments) == 8
    assert result.short == (Shortage(delegation="delegation-H", at_table=1),)
    assert result.unseated == ("delegation-I",)


def test_without_a_room_everybody_is_unseated():
    part = segment(podium=("p",))
    result = plan(meeting(part, roster=roster(delegation("B"), delegation("A"))), part)
    assert (result.assignments, result.podium, result.off_podium) == ((), (), ("p",))
    assert result.unseated == ("delegation-A", "delegation-B")


def test_podium_is_seated_from_the_centre_to_the_right_of_those_seated():
    result = seated(podium=("centre", "right", "left", "nobody's chair"))
    assert result.podium == (
        PodiumSeat(seat="POD2", delegate="centre", rank=1),
        PodiumSeat(seat="POD1", delegate="right", rank=2),
        PodiumSeat(seat="POD3", delegate="left", rank=3),
    )
    assert result.off_podium == ("nobody's chair",)


def test_blocked_chair_of_the_podium_is_passed_over():
    usual = room()
    seats = tuple(replace(seat, is_blocked=seat.label == "POD2") for seat in usual.seats)
    result = seated(podium=("first", "second", "third"), room_facts=replace(usual, seats=seats))
    assert [(one.seat, one.delegate) for one in result.podium] == [("POD1", "first"), ("POD3", "second")]
    assert result.off_podium == ("third",)


def test_delegation_keeps_its_table_place_while_its_principal_is_on_the_podium():
    with_podium, without = (seated(delegation("A"), delegation("B"), podium=podium) for podium in (("head-of-A",), ()))
    assert with_podium.assignments == without.assignments


grounds = st.sampled_from([("mediation",), ("observer",), ("secretariat",), ("host", "observer"), ()])
statuses = st.sampled_from(["invited", "accepted", "regrets", "proposed"])
people = st.lists(
    st.builds(
        lambda ground, status, table, behind, place: (ground, status, table, behind, place),
        grounds, statuses, st.integers(1, 3), st.integers(0, 3), st.one_of(st.none(), st.integers(1, 50)),
    ),
    max_size=14,
)  # fmt: skip


def roster_rows(rows):
    delegations = [
        delegation(f"E{number:02}", grounds=ground, status=status, places_at_table=table, places_behind=behind)
        for number, (ground, status, table, behind, _) in enumerate(rows)
    ]
    requests = [request(f"E{number:02}", place=row[-1]) for number, row in enumerate(rows) if row[-1]]
    return delegations, requests


@given(people)
def test_each_expected_delegation_is_seated_once_or_listed(rows):
    delegations, requests = roster_rows(rows)
    result = seated(*delegations, requests=requests)
    granted = {one.delegation for one in requests}
    expected = {
        one.uuid
        for one in delegations
        if one.status != "regrets" and one.grounds and (one.grounds != ("observer",) or one.uuid in granted)
    }
    first = [one.delegation for one in result.assignments if one.part == 1]
    assert sorted([*first, *result.unseated]) == sorted(expected)
    seats = Counter(label for one in result.assignments for label in (one.seat, *one.behind))
    assert set(seats.values()) <= {1}


@given(people, st.randoms(use_true_random=False))
def test_order_of_the_facts_is_irrelevant(rows, chance: random.Random):
    delegations, requests = roster_rows(rows)
    part = segment()
    first = meeting(part, roster=roster(*delegations, requests=requests), room=room())
    chance.shuffle(delegations)
    chance.shuffle(requests)
    second = meeting(part, roster=roster(*delegations, requests=requests), room=room())
    assert plan(first, part) == plan(second, part)


def head(code, rank, **fields):
    return delegation(code, delegates=(delegate(delegation=f"delegation-{code}", rank=rank, **fields),))


def test_rank_is_that_of_the_head_who_comes():
    people = (
        head("A", "minister"),
        head("B", "head_of_state", is_placeholder=True),
        head("C", "head_of_state"),
        head("D", "ambassador"),
    )
    result = seated(*people, seating_scheme="rank", seating_rank_scheme="working")
    assert [code for _, _, code in places(result)] == ["C", "A", "D", "B"]


def test_hand_orders_each_zone_and_who_joined_later_sits_at_its_end():
    people = (delegation("A"), delegation("B"), delegation("C"), delegation("UN", grounds=("secretariat",)))
    by_hand = ("delegation-UN", "delegation-C", "delegation-gone", "delegation-B")
    result = seated(*people, seating_scheme="hand", seating_by_hand=by_hand)
    assert places(result) == [
        ("table", "A1", "C"), ("table", "A2", "B"), ("table", "A3", "A"), ("secretariat", "SEC1", "UN"),
    ]  # fmt: skip


def interpreted(podium, **places):
    marks = tuple(InterpreterFacts(delegate=one, place=place) for one, place in places.items())
    result = seated(podium=podium, interpreters=marks)
    seats = [(one.delegate, one.seat, one.is_behind) for one in result.interpreters]
    return {one.delegate: one.seat for one in result.podium}, seats, result.off_interpreters


def test_interpreter_takes_the_chair_to_the_left_and_the_others_move_outwards():
    seats, interpreters, lacking = interpreted(("centre", "right"), centre="left")
    # The left end of those seated is the hall's right, where POD3 is; an even number leaves the middle chair out.
    assert (seats, interpreters, lacking) == ({"centre": "POD1", "right": "POD3"}, [("centre", "POD2", False)], ())


def test_interpreter_behind_takes_no_chair():
    seats, interpreters, lacking = interpreted(("centre", "right", "left"), right="behind")
    assert seats == {"centre": "POD2", "right": "POD1", "left": "POD3"}
    assert (interpreters, lacking) == ([("right", "POD1", True)], ())


def test_people_come_before_interpreters_where_chairs_lack():
    seats, interpreters, lacking = interpreted(("centre", "right", "left"), centre="left")
    assert (len(seats), interpreters, lacking) == (3, [], ("centre",))
