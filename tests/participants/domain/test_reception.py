"""When a reply or a request may have come in."""

from datetime import UTC, date, datetime, timedelta

import pytest

from participants.domain.reception import IN_THE_FUTURE, TOO_EARLY, reception_fault

NOW = datetime(2017, 9, 1, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("received_at", "first_on", "fault"),
    [
        (NOW, date(2017, 9, 20), ""),
        (NOW + 5 * MINUTE, date(2017, 9, 20), ""),
        (NOW + 6 * MINUTE, date(2017, 9, 20), IN_THE_FUTURE),
        (datetime(2015, 9, 21, tzinfo=UTC), date(2017, 9, 20), ""),
        (datetime(2015, 9, 20, tzinfo=UTC), date(2017, 9, 20), ""),
        (datetime(2015, 8, 30, tzinfo=UTC), date(2017, 9, 20), TOO_EARLY),
        (datetime(1, 1, 2, tzinfo=UTC), date(2017, 9, 20), TOO_EARLY),
        (NOW - timedelta(days=700), date(2022, 9, 20), ""),
        (datetime(2010, 3, 1, tzinfo=UTC), date(2012, 2, 1), ""),
    ],
)
def test_what_comes_in_comes_in_before_now_and_not_long_before_the_meeting(received_at, first_on, fault):
    assert reception_fault(received_at, first_on=first_on, now=NOW) == fault
