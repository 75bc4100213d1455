from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.domain.wallclock import (
    NonexistentTime,
    between,
    from_text,
    instant,
    is_zone,
    local,
    nearest_instant,
    plus,
    problem,
    to_text,
)

NEW_YORK = "America/New_York"
SKIPPED = datetime(2017, 3, 12, 2, 30)
TWICE = datetime(2017, 11, 5, 1, 30)
ZONES = st.sampled_from([NEW_YORK, "Europe/Paris", "Africa/Bamako", "Australia/Lord_Howe", "Asia/Kathmandu"])
WALLS = st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2037, 12, 31)).map(
    lambda wall: wall.replace(second=0, microsecond=0)
)


@pytest.mark.parametrize(
    ("wall", "text"),
    [
        (datetime(2017, 9, 20, 15, 30), "2017-09-20T15:30"),
        (TWICE.replace(fold=1), "2017-11-05T01:30#2"),
        (datetime(2017, 9, 20, 10, 2, 41), "2017-09-20T10:02"),
    ],
)
def test_wall_clock_is_written_to_the_minute_and_tells_the_second_of_two(wall, text):
    assert to_text(wall) == text


def test_aware_datetime_is_no_wall_clock():
    with pytest.raises(ValueError, match="carries no zone"):
        to_text(datetime(2017, 9, 20, tzinfo=UTC))


@pytest.mark.parametrize(
    ("text", "wall"),
    [
        ("2017-09-20T15:30", datetime(2017, 9, 20, 15, 30)),
        ("2017-09-20 15:30:00", datetime(2017, 9, 20, 15, 30)),
        ("2017-11-05T01:30#1", TWICE),
    ],
)
def test_text_is_read_back(text, wall):
    assert (from_text(text), from_text(text).fold) == (wall, 0)


@pytest.mark.parametrize(
    "text",
    ["", "15:30", "2017-02-30T10:00", "2017-09-20T25:00", "2017-09-20T15:30#3", "2017-09-20T15:30:41",
     "0017-09-20T15:30",
     "2017-09-20T15:30+02:00", "٢٠١٧-09-20T15:30"],
)  # fmt: skip
def test_text_that_is_no_wall_clock_is_refused(text):
    with pytest.raises(ValueError):
        from_text(text)


@given(WALLS, st.sampled_from([0, 1]))
def test_text_round_trips_with_its_fold(wall, fold):
    wall = wall.replace(fold=fold)
    assert (from_text(to_text(wall)), from_text(to_text(wall)).fold) == (wall, fold)


@pytest.mark.parametrize(
    ("wall", "is_chosen", "expected"),
    [
        (SKIPPED, False, "missing"),
        (SKIPPED, True, "missing"),
        (TWICE, False, "twice"),
        (TWICE.replace(fold=1), False, "twice"),
        (TWICE, True, None),
        (datetime(2017, 9, 20, 15, 30), False, None),
    ],
)
def test_problem_of_a_wall_clock(wall, is_chosen, expected):
    assert problem(wall, NEW_YORK, is_chosen=is_chosen) == expected


def test_fold_tells_which_of_two_instants():
    assert instant(TWICE, NEW_YORK) == datetime(2017, 11, 5, 5, 30, tzinfo=UTC)
    assert instant(TWICE.replace(fold=1), NEW_YORK) == datetime(2017, 11, 5, 6, 30, tzinfo=UTC)


def test_skipped_time_has_no_instant():
    with pytest.raises(NonexistentTime):
        instant(SKIPPED, NEW_YORK)
    assert nearest_instant(SKIPPED, NEW_YORK) == datetime(2017, 3, 12, 7, 30, tzinfo=UTC)


@given(WALLS, ZONES)
def test_instant_shows_as_the_same_wall_clock(wall, zone):
    if problem(wall, zone) != "missing":
        assert local(instant(wall, zone), zone) == wall


def test_arithmetic_counts_real_time_over_a_change_of_clocks():
    assert plus(datetime(2017, 3, 12, 1, 30), timedelta(hours=1), NEW_YORK) == datetime(2017, 3, 12, 3, 30)
    assert between(datetime(2017, 11, 5, 0, 30), datetime(2017, 11, 5, 2, 30), NEW_YORK) == timedelta(hours=3)


@pytest.mark.parametrize(
    ("name", "expected"),
    [(NEW_YORK, True), ("Mars/Base", False), ("", False), ("../etc/passwd", False), ("Factory", False)],
)
def test_zone_is_known_by_name(name, expected):
    assert is_zone(name) is expected
