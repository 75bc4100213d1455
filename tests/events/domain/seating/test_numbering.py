"""The numbers of microphones: the podium from the left, then all places as one walks."""

from events.domain.seating.numbering import seat_numbers
from tests import facts as make


def test_podium_is_counted_before_the_table_and_the_observers():
    numbers = seat_numbers(make.room(podium=2, table=2, observers=1))
    assert numbers == {"P1": 1, "P2": 2, "T1": 3, "T2": 4, "O1": 5}


def test_seat_out_of_use_keeps_its_number():
    assert seat_numbers(make.room(podium=1, table=3, blocked=("T1",)))["T2"] == 3


def test_no_room_has_no_numbers():
    assert seat_numbers(None) == {}
