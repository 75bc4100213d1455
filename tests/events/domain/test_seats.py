"""How many observers the room allows, by the numbers that make the answer."""

from events.domain.seats import observers_allowed, seat_count
from tests import facts as make


def test_seats_are_counted_less_all_that_takes_them():
    room = make.room(podium=3, table=4, behind=1, observers=9)
    count = seat_count(make.meeting(room=room, secretariat_seats=2, press_seats=1, reserve_seats=1))
    assert (count.usable, count.podium, count.promised, count.left, count.observer_seats, count.allowed) == (
        20, 3, 2, 11, 9, 9,
    )  # fmt: skip


def test_blocked_seats_are_not_usable():
    assert seat_count(make.meeting(room=make.room(observers=3, blocked=("O1", "O2")))).allowed == 1


def test_room_that_is_too_small_for_the_others_allows_less_than_nobody():
    assert observers_allowed(make.meeting(room=make.room(observers=1), press_seats=3)) == -2


def test_without_room_or_plan_nothing_is_counted():
    assert observers_allowed(make.meeting(room=None)) is None
    assert observers_allowed(make.meeting(room=make.room(podium=0, table=0))) is None
