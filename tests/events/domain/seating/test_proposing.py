"""Proposals from the facts of a moment, moves by hand, and what they cost."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.domain.seating.explaining import why
from events.domain.seating.layouts import room_of
from events.domain.seating.moving import MoveRefused, moved
from events.domain.seating.order import plan
from events.domain.seating.posing import SeatingRuleFacts
from events.domain.seating.proposing import proposal, solved
from events.domain.seating.weighing import weighed
from tests.meeting_facts import delegation, meeting, roster, segment

CODES = "ABCDEFGH"


def facts(codes=CODES, *, blocked=(), part=None, **measures):
    small = {
        "podium_chairs": 3, "table_rows": 3, "blocks": (2, 2), "observer_rows": 1, "observer_blocks": (2, 1),
        "press_blocks": (0, 0), "secretariat_seats": 2,
    }  # fmt: skip
    room = room_of("rows", names={}, building={}, city={}, is_approximate=True, measures=small | measures)
    seats = tuple(replace(one, is_blocked=one.label in blocked) for one in room.seats)
    people = roster(*[one if not isinstance(one, str) else delegation(one) for one in codes])
    return meeting(part or segment(), roster=people, room=replace(room, seats=seats))


def uuid(code):
    return f"delegation-{code}"


def rule(kind, code, other="", way="", distance=0):
    return SeatingRuleFacts(
        uuid=f"{kind}-{code}-{other}", kind=kind, delegation=uuid(code), other=other and uuid(other), way=way,
        distance=distance,
    )  # fmt: skip


def kept(known, given):
    part = replace(known.segments[0], is_seating_kept=True, given=given)
    return replace(known, segments=(part,)), part


def seats(known, part):
    return {one.delegation[-1]: one.seat for one in plan(known, part).assignments}


def seated(known, part, found):
    return seats(*kept(known, found.given))


def test_without_rules_the_proposal_is_the_plan_that_follows_the_order():
    known = facts()
    found = proposal(known, known.segments[0])
    assert seated(known, known.segments[0], found) == seats(known, known.segments[0])
    assert (found.moves, found.broken, found.is_proven) == ((), (), True)


def test_who_needs_an_accessible_place_has_the_nearest_and_the_others_shift():
    known = facts()
    # Of twelve places those beside the aisle of the first and the last row are accessible: A2, A3, C2, C3.
    found = seated(known, known.segments[0], proposal(known, known.segments[0], rules=[rule("accessible", "E")]))
    assert found == {"A": "A1", "B": "A2", "E": "A3", "C": "A4", "D": "B1", "F": "B2", "G": "B3", "H": "B4"}


def test_neighbours_kept_apart_leave_a_place_free_between_them_or_an_aisle():
    known = facts()
    asked = [rule("apart", "A", "B", way="side")]
    found = seated(known, known.segments[0], proposal(known, known.segments[0], rules=asked))
    assert found["A"] == "A1"
    assert found["B"] == "A3"


def test_one_who_withdraws_moves_nobody_with_the_least_change():
    known = facts()
    given = proposal(known, known.segments[0]).given
    for gone in CODES:
        left, part = kept(facts([one for one in CODES if one != gone]), given)
        found = proposal(left, part, is_least_change=True)
        assert [one for one in found.moves if one.after] == []


def test_late_arrival_gets_a_free_place_with_the_least_change_and_its_own_in_full_order():
    known = facts("ABDEFGH")
    later, part = kept(facts(), proposal(known, known.segments[0]).given)
    least = proposal(later, part, is_least_change=True)
    assert [(one.delegation, one.before, one.after) for one in least.moves] == [(uuid("C"), (), ("B4",))]
    full = proposal(later, part)
    assert len(full.moves) == 6


def test_room_that_loses_a_seat_unseats_one_and_least_change_moves_only_that_one():
    known = facts()
    smaller, part = kept(facts(blocked=("A2",)), proposal(known, known.segments[0]).given)
    assert plan(smaller, part).unseated == (uuid("B"),)
    found = proposal(smaller, part, is_least_change=True)
    assert [one.delegation for one in found.moves] == [uuid("B")]


def test_rules_that_cannot_hold_together_are_named_and_the_rest_is_kept():
    known = facts("AB", table_rows=1, blocks=(1, 1))
    impossible = rule("apart", "A", "B", way="places", distance=3)
    found = proposal(known, known.segments[0], rules=[impossible])
    assert found.conflicts == ((impossible,),)
    assert [one.rule for one in found.broken] == [impossible]
    assert len(found.given) == 2


def test_rule_that_names_somebody_who_does_not_come_is_left_out():
    known = facts("AB")
    found = proposal(known, known.segments[0], rules=[rule("apart", "A", "Z", way="side")])
    assert (found.broken, found.conflicts) == ((), ())


def test_pinned_stays_and_the_others_fill_up_around():
    known = facts()
    fixed = tuple(
        replace(one, is_pinned=one.delegation == uuid("A")) for one in proposal(known, known.segments[0]).given
    )
    known, part = kept(known, fixed)
    part = replace(
        part, given=moved(known, replace(part, given=loose(fixed)), delegation=uuid("A"), zone="table", number=5)
    )
    part = replace(part, given=tuple(replace(one, is_pinned=one.delegation == uuid("A")) for one in part.given))
    found = seated(known, part, proposal(replace(known, segments=(part,)), part))
    assert found["A"] == "B1"


def loose(given):
    return tuple(replace(one, is_pinned=False) for one in given)


def test_change_of_places_moves_two_and_moving_up_those_between():
    known = facts()
    known, part = kept(known, proposal(known, known.segments[0]).given)
    change = {"delegation": uuid("A"), "zone": "table", "number": 3}
    assert seats(*kept(known, moved(known, part, **change, way="swap"))) | {} == {
        "C": "A1", "B": "A2", "A": "A3", "D": "A4", "E": "B1", "F": "B2", "G": "B3", "H": "B4",
    }  # fmt: skip
    assert seats(*kept(known, moved(known, part, **change, way="insert"))) == {
        "B": "A1", "C": "A2", "A": "A3", "D": "A4", "E": "B1", "F": "B2", "G": "B3", "H": "B4",
    }  # fmt: skip
    back = {"delegation": uuid("D"), "zone": "table", "number": 2, "way": "insert"}
    assert seats(*kept(known, moved(known, part, **back))) == {
        "A": "A1", "D": "A2", "B": "A3", "C": "A4", "E": "B1", "F": "B2", "G": "B3", "H": "B4",
    }  # fmt: skip


def test_who_has_no_place_yet_is_let_in_and_the_others_move_up_to_the_next_free_one():
    known = facts("ABDEFGH")
    later, part = kept(facts(), proposal(known, known.segments[0]).given)
    given = moved(later, part, delegation=uuid("C"), zone="table", number=3, way="insert")
    assert seats(*kept(later, given)) == seats(later, replace(part, is_seating_kept=False))


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        ({"delegation": uuid("A"), "number": 99}, "no_place"),
        ({"delegation": uuid("Z"), "number": 1}, "no_delegation"),
        ({"delegation": uuid("A"), "number": 2}, "pinned"),
        ({"delegation": uuid("B"), "number": 1}, "pinned"),
        ({"delegation": uuid("A"), "number": 4}, "sizes"),
    ],
)
def test_move_that_cannot_be_is_refused(wanted, code):
    people = [delegation("A"), delegation("B"), delegation("C"), delegation("D", places_at_table=2)]
    known = facts(people, blocks=(5,), observer_blocks=(3,), press_blocks=(0,))
    given = proposal(known, known.segments[0]).given
    known, part = kept(known, tuple(replace(one, is_pinned=one.delegation == uuid("B")) for one in given))
    with pytest.raises(MoveRefused) as refused:
        moved(known, part, zone="table", way="swap", **wanted)
    assert refused.value.code == code


def test_cost_of_a_move_tells_what_it_breaks_and_mends():
    known = facts()
    known, part = kept(known, proposal(known, known.segments[0]).given)
    asked = [rule("apart", "A", "C", way="side"), rule("apart", "C", "D", way="side")]
    found = weighed(known, part, moved(known, part, delegation=uuid("B"), zone="table", number=3), rules=asked)
    assert [one.delegation for one in found.moves] == [uuid("C"), uuid("B")]
    assert (found.before.inversions, found.after.inversions) == (0, 1)
    assert [one.rule.uuid for one in found.breaks] == ["apart-A-C"]
    assert [one.rule.uuid for one in found.mends] == ["apart-C-D"]


def test_why_somebody_sits_there_tells_the_order_and_what_its_absence_would_change():
    known = facts()
    found = why(known, known.segments[0], uuid("C"))
    assert (found.place, found.due, found.position, found.of) == (3, 3, 3, 8)
    assert (found.after, found.before) == (uuid("B"), uuid("D"))
    assert (found.moves_to_restore, found.moves_at_least) == (5, 0)


def test_why_works_one_plan_out_where_all_others_can_stay():
    known = facts()
    solved.cache_clear()
    why(known, known.segments[0], uuid("C"))
    assert solved.cache_info().misses == 1


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("is_broken", [False, True])
def test_absence_moves_as_many_as_the_proposals_without_it_would(code, is_broken):
    known = facts()
    known, part = kept(known, moved(known, known.segments[0], delegation=uuid("B"), zone="table", number=7))
    asked = [rule("apart", "A", "C", way="side"), rule("not_first_row", "D")] if is_broken else []
    found = why(known, part, uuid(code), rules=asked)
    rest = facts([one for one in CODES if one != code], part=part)
    named = [one for one in asked if uuid(code) not in (one.delegation, one.other)]
    for is_least, count in ((False, found.moves_to_restore), (True, found.moves_at_least)):
        without = proposal(rest, part, rules=named, issued=plan(known, part), is_least_change=is_least)
        assert sum(1 for move in without.moves if move.after) == count


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 7), st.integers(1, 12), st.sampled_from(["swap", "insert"])), max_size=8))
def test_moves_never_lose_or_double_anybody(moves):
    known = facts()
    known, part = kept(known, proposal(known, known.segments[0]).given)
    for who, number, way in moves:
        given = moved(known, part, delegation=uuid(CODES[who]), zone="table", number=number, way=way)
        known, part = kept(known, given)
        assert sorted(one.delegation for one in given) == [uuid(code) for code in CODES]
        assert len({(one.zone, one.number) for one in given}) == len(given)
