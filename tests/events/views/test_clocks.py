"""How pages write instants for scripts."""

from datetime import UTC, datetime, timedelta

import pytest

from events.views.clocks import clock_forms, seconds, span


@pytest.mark.parametrize(
    ("language", "clock", "whole"),
    [("en", "HH:mm", "HH:00"), ("fr", "H\u00a0h\u00a0mm", "H\u00a0h"), ("es", "H.mm", "H.00")],
)
def test_form_of_a_clock_is_that_of_the_language(language, clock, whole):
    assert clock_forms(language) == {"clock": clock, "clock_whole": whole}


def test_instants_and_lengths_are_whole_seconds():
    moment = datetime(2017, 9, 20, 19, 30, tzinfo=UTC)
    assert (seconds(moment), seconds(None), span(timedelta(minutes=1, seconds=2))) == ("1505935800", "", "62")
