"""The registration desk's terms: whether the form is open at an instant, and what the passing of time brings."""

from datetime import UTC, datetime, timedelta

import pytest

from participants.domain.desk import form_state, rules_at, times_due
from participants.domain.values import DeskFacts

NOON = datetime(2017, 9, 15, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
TIMED = DeskFacts(registration="timed", opens_at=NOON, closes_at=NOON + 2 * HOUR)


@pytest.mark.parametrize(
    ("desk", "at", "state", "is_open"),
    [
        (DeskFacts(), NOON, "closed", False),
        (DeskFacts(registration="open"), NOON, "open", True),
        (DeskFacts(registration="timed"), NOON, "open", True),
        (TIMED, NOON - timedelta(microseconds=1), "not_yet", False),
        (TIMED, NOON, "open_until", True),
        (TIMED, NOON + 2 * HOUR - timedelta(microseconds=1), "open_until", True),
        (TIMED, NOON + 2 * HOUR, "over", False),
        (DeskFacts(registration="closed", opens_at=NOON), NOON, "closed", False),
    ],
)
def test_form_opens_and_closes_by_hand_and_to_the_instant(desk, at, state, is_open):
    found = form_state(desk, at)
    assert (found.state, found.is_open) == (state, is_open)
    assert found.template % {"at": "today"}


def test_second_places_begin_with_the_closing_and_the_cut_off_with_its_instant():
    desk = DeskFacts(registration="timed", closes_at=NOON, cutoff_at=NOON + HOUR, most_places=3, reserve_places=2)
    before, at, after = (rules_at(desk, capacity=9, at=when) for when in (NOON - HOUR, NOON, NOON + HOUR))
    assert [one.has_seconds for one in (before, at, after)] == [False, True, True]
    assert [one.is_cut_off for one in (before, at, after)] == [False, False, True]
    assert (at.capacity, at.reserve, at.most_places) == (9, 2, 3)
    by_hand = DeskFacts(registration="open", closes_at=NOON, seconds_released_at=NOON)
    assert rules_at(by_hand, capacity=9, at=NOON).has_seconds


def test_form_closed_by_hand_releases_no_second_places():
    assert not rules_at(DeskFacts(closes_at=NOON), capacity=1, at=NOON).has_seconds


def test_instants_are_due_once_and_in_order():
    desk = DeskFacts(registration="timed", closes_at=NOON, release_at=NOON - HOUR, lapse_at=NOON + HOUR, cutoff_at=NOON)
    assert times_due(desk, since=None, at=NOON) == ((NOON - HOUR, "release"), (NOON, "closing"))
    assert times_due(desk, since=NOON - HOUR, at=NOON) == ((NOON, "closing"),)
    assert times_due(desk, since=NOON, at=NOON + HOUR) == ((NOON + HOUR, "lapse"),)
    assert times_due(desk, since=NOON + HOUR, at=NOON + 9 * HOUR) == ()


def test_at_one_instant_the_form_closes_before_places_are_released_and_the_list_ends():
    desk = DeskFacts(registration="timed", closes_at=NOON, release_at=NOON, lapse_at=NOON)
    assert [kind for _, kind in times_due(desk, since=None, at=NOON)] == ["closing", "release", "lapse"]
