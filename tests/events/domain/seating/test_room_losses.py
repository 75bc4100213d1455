"""Who would lose a seat when the meeting's room is changed."""

from dataclasses import replace

from events.domain.facts import GivenFacts
from events.domain.seating.proposing import Move
from events.domain.seating.room_edits import marked, moved, without
from events.domain.seating.room_labels import with_labels
from events.domain.seating.room_losses import Loss, effects, losses
from events.domain.seating.room_walks import renumbered
from events.domain.seating.since import MovesSince
from tests import facts as make


def meeting():
    """Two delegations at a table of two places, each with a seat behind; Mali's head on the podium's one chair."""
    heads = {code: make.delegate(f"Head {code}", delegation=code) for code in ("FRA", "MLI")}
    roster = make.roster(*(make.delegation(code, head, places_behind=1) for code, head in heads.items()))
    opening = make.segment("Opening", podium=[("MLI", "Head MLI")])
    return make.meeting(roster=roster, segments=(opening,), room=make.room(table=2, behind=1))


def loss(**fields):
    return (Loss(segment=make.uuid("Opening"), **fields),)


def elsewhere(*moves):
    seats = tuple(Move(delegation=make.uuid(code), before=(now,), after=(then,)) for code, now, then in moves)
    return MovesSince(seats=seats, podium=())


def test_room_that_seats_all_loses_nobody():
    facts = meeting()
    assert losses(facts, marked(facts.room, ["T1"], is_accessible=True)) == ()


def test_place_that_goes_leaves_the_last_of_the_order_without_one():
    facts = meeting()
    assert losses(facts, without(facts.room, ["T1"])) == loss(
        unseated=(make.uuid("MLI"),), elsewhere=elsewhere(("FRA", "T1", "T2"))
    )


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


def kept(facts, **numbers):
    given = tuple(
        GivenFacts(zone="table", number=number, delegation=make.uuid(code)) for code, number in numbers.items()
    )
    opening = replace(facts.segments[0], is_seating_kept=True, given=given)
    return replace(facts, segments=(opening,))


def test_in_a_plan_that_is_kept_whoever_has_the_number_loses_the_seat_and_nobody_moves_up():
    facts = kept(meeting(), FRA=2, MLI=1)
    assert losses(facts, without(facts.room, ["T2"])) == loss(is_kept=True, unseated=(make.uuid("FRA"),))


def test_seat_of_the_same_number_in_another_room_is_another_seat_and_no_loss():
    facts = kept(meeting(), MLI=1)
    first = facts.room.places[0]
    label = {"T1": "X1", "T1b1": "X1b1"}
    other = replace(
        facts.room,
        seats=tuple(replace(one, label=label.get(one.label, one.label)) for one in facts.room.seats),
        places=(replace(first, seat="X1", behind=("X1b1",)), *facts.room.places[1:]),
    )
    assert effects(facts, other) == loss(is_kept=True, elsewhere=elsewhere(("MLI", "T1", "X1")))


def test_places_numbered_anew_move_all_who_follow_the_order():
    facts = meeting()
    assert losses(facts, renumbered(facts.room, "table", pattern="each_right")) == loss(
        elsewhere=elsewhere(("FRA", "T1", "T2"), ("MLI", "T2", "T1"))
    )


def test_places_numbered_anew_move_nobody_in_a_plan_that_is_kept():
    facts = kept(meeting(), MLI=1, FRA=2)
    assert losses(facts, renumbered(facts.room, "table", pattern="each_right")) == ()


def test_seats_that_are_moved_or_called_otherwise_are_the_same_seats():
    facts = meeting()
    assert losses(facts, moved(facts.room, ["T1"], y_mm=50)) == ()
    assert losses(facts, with_labels(facts.room, {"T1": "T2", "T2": "T1"})) == ()
