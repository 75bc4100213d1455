"""Dated names and statuses on a day."""

from datetime import date

import pytest

from participants.domain.entities import NameRow, StatusRow, resolve, valid_row
from participants.domain.protocol import DEFAULT_STATUSES, STATUSES

RENAMED_ON = date(2018, 4, 19)
NAMES = (
    NameRow(language="en", list_name="Swaziland", prose="Swaziland", sort_key="swaziland", valid_to=RENAMED_ON),
    NameRow(language="fr", list_name="Swaziland", prose="le Swaziland", valid_to=RENAMED_ON),
    NameRow(language="en", list_name="Eswatini", abbreviation="SZ", valid_from=RENAMED_ON),
)
SEATED_ON = date(2024, 9, 10)
STATUS_ROWS = (
    StatusRow(status="observer_state", valid_to=SEATED_ON),
    StatusRow(status="observer_state_among_members", valid_from=SEATED_ON),
)


def entity_on(day, *, names=NAMES, statuses=(), kind="state"):
    return resolve(code="SWZ", kind=kind, names=names, statuses=statuses, on=day)


def test_names_of_2017_are_those_before_the_renaming():
    entity = entity_on(date(2017, 9, 20))
    assert entity.names == {"en": "Swaziland", "fr": "Swaziland"}
    assert entity.prose == {"en": "Swaziland", "fr": "le Swaziland"}
    assert entity.sort_keys == {"en": "swaziland", "fr": "swaziland"}
    assert entity.abbreviations == {}


def test_new_name_holds_from_its_first_day_and_missing_language_is_absent():
    entity = entity_on(RENAMED_ON)
    assert (entity.names, entity.prose, entity.sort_keys) == ({"en": "Eswatini"}, {}, {"en": "eswatini"})
    assert entity.abbreviations == {"en": "SZ"}


def test_name_in_lists_stands_in_for_a_missing_short_one_language_by_language():
    names = (
        NameRow(language="fr", list_name="République centrafricaine"),
        NameRow(language="en", list_name="Central African Republic", short="CAR"),
    )
    entity = entity_on(RENAMED_ON, names=names)
    assert list(entity.short.items()) == [("en", "CAR"), ("fr", "République centrafricaine")]


@pytest.mark.parametrize(
    ("day", "status"),
    [(date(2024, 9, 9), "observer_state"), (SEATED_ON, "observer_state_among_members")],
)
def test_status_is_that_of_the_day(day, status):
    assert entity_on(day, statuses=STATUS_ROWS).status == status


def test_row_that_began_last_wins_and_none_is_found_outside_all():
    old = StatusRow(status="member_state", valid_to=date(2020, 1, 1))
    new = StatusRow(status="other_state", valid_from=date(2019, 1, 1), valid_to=date(2020, 1, 1))
    assert [valid_row(rows, date(2019, 6, 1)) for rows in ((new, old), (old, new))] == [new, new]
    assert valid_row((new, old), date(2020, 1, 1)) is None


@pytest.mark.parametrize("kind", DEFAULT_STATUSES)
def test_status_of_the_kind_stands_in_for_none(kind):
    status = entity_on(date(2017, 9, 20), kind=kind).status
    assert (status, status in STATUSES) == (DEFAULT_STATUSES[kind], True)
