import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.domain.podium import from_hall, podium_seats, with_interpreters


@pytest.mark.parametrize(
    ("count", "chairs", "expected"),
    [
        (0, None, ()),
        (1, None, (0,)),
        (3, None, (1, 2, 0)),
        (7, None, (3, 4, 2, 5, 1, 6, 0)),
        (2, None, (1, 0)),
        (4, None, (2, 1, 3, 0)),
        (3, 9, (4, 5, 3)),
        (7, 9, (4, 5, 3, 6, 2, 7, 1)),
        (2, 9, (5, 3)),
        (4, 9, (5, 3, 6, 2)),
        (3, 8, (4, 5, 3)),
        (5, 3, (1, 2, 0)),
        (2, 0, ()),
    ],
)
def test_chairs_from_the_centre_right_before_left(count, chairs, expected):
    assert podium_seats(count, chairs=chairs) == expected


def test_hall_sees_the_second_to_the_left_of_the_first():
    assert from_hall(podium_seats(3), chairs=3) == (1, 0, 2)


@given(st.integers(0, 40), st.integers(0, 40))
def test_everybody_has_a_chair_of_their_own_as_long_as_there_are(count, chairs):
    seats = podium_seats(count, chairs=chairs)
    assert len(seats) == len(set(seats)) == min(count, chairs)
    assert all(0 <= seat < chairs for seat in seats)


@given(st.integers(1, 20), st.integers(1, 20))
def test_podium_is_symmetrical_where_the_chairs_allow(count, chairs):
    seats = podium_seats(count, chairs=chairs)
    if len(seats) % 2 == 0 or chairs % 2 == 1:
        assert sorted(seats) == sorted(from_hall(seats, chairs=chairs))


@pytest.mark.parametrize(
    ("seats", "beside", "chairs", "people", "interpreters"),
    [
        ((1, 2, 0), (), 3, (1, 2, 0), ()),
        ((4, 5, 3), (0,), 9, (4, 5, 2), (3,)),
        ((4, 5, 3), (1,), 9, (3, 5, 2), (4,)),
        ((4, 5, 3), (1, 2), 9, (3, 5, 2), (4, 1)),
        ((1, 2, 0), (0,), 4, (2, 3, 0), (1,)),
        ((5, 3, 6, 2), (0,), 9, (5, 3, 6, 2), (4,)),
    ],
)
def test_interpreters_sit_to_the_left_of_their_own(seats, beside, chairs, people, interpreters):
    assert with_interpreters(seats, beside, chairs=chairs) == (people, interpreters)


@given(st.integers(0, 12), st.sets(st.integers(0, 11)), st.integers(0, 6))
def test_everybody_and_each_interpreter_has_a_chair_and_the_order_from_left_to_right_stays(count, wanted, spare):
    beside = sorted(one for one in wanted if one < count)
    chairs = count + len(beside) + spare
    before = podium_seats(count, chairs=chairs)
    people, own = with_interpreters(before, beside, chairs=chairs)
    taken = [*people, *own]
    assert (len(set(taken)), all(0 <= seat < chairs for seat in taken)) == (count + len(beside), True)
    assert sorted(range(count), key=people.__getitem__) == sorted(range(count), key=before.__getitem__)
    assert [people[one] - 1 for one in beside] == list(own)
