"""The programme by days of the meeting's zone, and which of two hours a clock shows."""

from datetime import UTC, date, datetime, timedelta

import pytest

from events.domain.days import days
from events.domain.timeline import timeline
from events.domain.wallclock import which_of_two
from tests.meeting_facts import clock, item, meeting, segment

NEW_YORK = "America/New_York"


def found(*segments, **fields):
    """Day of the month -> (segment, its items that begin then, whether it goes on from the day before)."""
    facts = meeting(*segments, **fields)
    return {
        day.on.day: [
            (one.segment.segment.uuid, [it.item.uuid for it in one.items], one.is_continued) for one in day.parts
        ]
        for day in days(timeline(facts), NEW_YORK)
    }


def at(day, time):
    return clock(time, f"2017-09-{day}")


def test_segment_past_midnight_goes_on_under_the_next_day():
    evening = segment(item(uuid="a", minutes=90), item(uuid="b", minutes=30), uuid="evening", start=at(20, "23:00"))
    assert found(evening, start="23:00", end=at(21, "02:00")) == {
        20: [("evening", ["a"], False)],
        21: [("evening", ["b"], True)],
    }


def test_segments_of_one_day_stand_together_and_an_empty_one_on_its_own_day():
    parts = (
        segment(item(uuid="a", minutes=30), uuid="one", start=at(20, "10:00")),
        segment(uuid="two", start=at(20, "15:00"), end=at(20, "16:00")),
        segment(item(uuid="b", minutes=30), uuid="three", start=at(22, "10:00")),
    )
    assert found(*parts, start="10:00", end=at(22, "12:00")) == {
        20: [("one", ["a"], False), ("two", [], False)],
        22: [("three", ["b"], False)],
    }


def test_meeting_without_segments_has_no_days():
    assert days(timeline(meeting()), NEW_YORK) == ()


def test_day_is_that_of_the_meetings_zone():
    facts = meeting(segment(item(minutes=10)), start="21:00", end="22:00")
    assert [day.on for day in days(timeline(facts), NEW_YORK)] == [date(2017, 9, 20)]


@pytest.mark.parametrize(
    ("zone", "utc", "expected"),
    [
        (NEW_YORK, datetime(2017, 11, 5, 5, 30, tzinfo=UTC), "EDT"),
        (NEW_YORK, datetime(2017, 11, 5, 6, 30, tzinfo=UTC), "EST"),
        (NEW_YORK, datetime(2017, 11, 5, 7, 30, tzinfo=UTC), ""),
        ("America/Sao_Paulo", datetime(2018, 2, 18, 1, 30, tzinfo=UTC), "UTC−2"),
        ("America/Sao_Paulo", datetime(2018, 2, 18, 2, 30, tzinfo=UTC), "UTC−3"),
        ("Australia/Lord_Howe", datetime(2017, 4, 1, 14, 45, tzinfo=UTC), "UTC+11"),
        ("Australia/Lord_Howe", datetime(2017, 4, 1, 14, 45, tzinfo=UTC) + timedelta(minutes=30), "UTC+10:30"),
    ],
)
def test_hour_shown_twice_says_which_time_the_clocks_keep(zone, utc, expected):
    assert which_of_two(utc, zone) == expected
