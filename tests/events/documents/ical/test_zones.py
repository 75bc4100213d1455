from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Timezone

from events.documents.ical.writer import timezone_of
from events.documents.ical.zones import onsets

TWO_RULES = [
    "America/New_York",
    "Europe/Paris",
    "Europe/Dublin",
    "Australia/Sydney",
    "Pacific/Auckland",
    "America/Havana",
]
STANDING = ["Africa/Bamako", "Asia/Kathmandu", "Asia/Tokyo"]
NO_RULES = ["Africa/Casablanca", "America/Santiago", "Asia/Gaza"]


def test_new_york_changes_on_the_second_sunday_of_march_and_the_first_of_november():
    spring, autumn = onsets("America/New_York", 2017, 2017)
    assert (spring.month, spring.week, spring.weekday, spring.start) == (3, 2, "SU", datetime(2016, 3, 13, 2))
    assert (autumn.month, autumn.week, autumn.weekday, autumn.start) == (11, 1, "SU", datetime(2016, 11, 6, 2))
    assert [(one.name, one.is_daylight) for one in (spring, autumn)] == [("EDT", True), ("EST", False)]


def test_paris_changes_on_last_sundays():
    assert [(one.month, one.week) for one in onsets("Europe/Paris", 2017, 2019)] == [(3, -1), (10, -1)]


@pytest.mark.parametrize("zone", STANDING)
def test_zone_whose_clocks_never_change_has_one_standing_offset(zone):
    (standing,) = onsets(zone, 2017, 2017)
    assert (standing.week, standing.offset_from) == (0, standing.offset_to)


@pytest.mark.parametrize(
    ("zone", "year"), [*((zone, 2024) for zone in NO_RULES), ("America/New_York", 2007), ("Europe/Istanbul", 2016)]
)
def test_zone_without_two_yearly_rules_has_none(zone, year):
    assert onsets(zone, year, year) is None


@pytest.mark.parametrize("zone", TWO_RULES + STANDING)
def test_written_zone_agrees_with_the_database_hour_by_hour(zone):
    component = Timezone.from_ical(timezone_of(zone, onsets(zone, 2017, 2018)).to_ical())
    written, info = component.to_tz(lookup_tzid=False), ZoneInfo(zone)
    moment, wrong = datetime(2017, 1, 1, tzinfo=UTC), []
    while moment < datetime(2019, 1, 1, tzinfo=UTC):
        wall = moment.astimezone(info).replace(tzinfo=None)
        if not wall.fold and info.utcoffset(wall) != written.utcoffset(wall):
            wrong.append(wall)
        moment += timedelta(hours=1)
    assert wrong == []
