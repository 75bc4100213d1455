"""Who would lose a seat when the meeting's room is changed."""

from dataclasses import replace

from events.domain.seating.room_edits import marked, without
from events.domain.seating.room_losses import Loss, losses
from tests import facts as make


def meeting():
    """Two delegations at a table of two places, each with a seat behind; Mali's head on the podium's one chair."""
    heads = {code: make.delegate(f"Head {code}", delegation=code) for code in ("FRA", "MLI")}
    roster = make.roster(*(make.delegation(code, head, places_behind=1) for code, head in heads.items()))
    opening = make.segment("Opening", podium=[("MLI", "Head MLI")])
    return make.meeting(roster=roster, segments=(opening,), room=make.room(table=2, behind=1))


def loss(**fields):
    return (Loss(segment=make.uuid("Opening"), **fields),)


def test_room_that_seats_all_loses_nobody():
    facts = meeting()
    assert losses(facts, marked(facts.room, ["T1"], is_accessible=True)) == ()


def test_place_that_goes_leaves_the_last_of_the_order_without_one():
    facts = meeting()
    assert losses(facts, without(facts.room, ["T1"])) == loss(unseated=(make.uuid("MLI"),))


def test_seat_behind_that_goes_leaves_its_delegation_short():
    facts = meeting()
    assert losses(facts, marked(facts.room, ["T2b1"], is_blocked=True)) == loss(short=(make.uuid("MLI"),))


def test_chair_of_the_podium_that_goes_leaves_its_delegate_off_it():
    facts = meeting()
    assert losses(facts, without(facts.room, ["P1"])) == loss(off_podium=(make.uuid("MLI Head MLI"),))


def test_who_has_no_seat_now_loses_none():
    facts = meeting()
    facts = replace(facts, room=without(facts.room, ["T1"]))
    assert losses(facts, marked(facts.room, ["T2b1"], is_blocked=True)) == loss(short=(make.uuid("FRA"),))
