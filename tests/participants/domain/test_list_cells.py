"""Cells: what is understood, and what is wrong in which words."""

from datetime import UTC, datetime

import pytest

from participants.domain.lists import cells
from participants.domain.lists.cells import Fault, value_of, wall_clock
from participants.domain.lists.columns import COLUMNS
from participants.domain.lists.known import Known, words_of
from participants.domain.values import RosterFacts

NOW = datetime(2017, 9, 1, 12, tzinfo=UTC)
STATUS = {"accepted": "accepted", "regrets": "regrets"}


@pytest.fixture
def known():
    facts = RosterFacts(
        slug="m", uuid="u", version=1, first_on="2017-09-20", zone="America/New_York", observer_places=0,
        changed_at=NOW, entities=(), delegations=(), requests=(), groups=(),
    )  # fmt: skip
    words = {"status": words_of([STATUS, {"accepted": "acceptée"}]), "ground": words_of([{"host": "Host"}])}
    labels = {"status": STATUS, "ground": {"host": "Host", "guest": "Guest"}}
    return Known(facts=facts, directory=(), namings=(), words=words, labels=labels, language="en", now=NOW)


def read(code, text, known):
    return value_of(COLUMNS[code], text, known=known, entity="ML", list_code="delegations")


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("status", "ACCEPTED", "accepted"),
        ("status", "acceptée", "accepted"),
        ("status", "", ""),
        ("grounds", "host", ("host",)),
        ("places_behind", "20", 20),
        ("places_behind", "", None),
        ("is_name_to_follow", "Oui", True),
        ("is_name_to_follow", "", False),
        ("contact_email", "Ana.d'Eça+x@sub.example.org", "Ana.d'Eça+x@sub.example.org".replace("ç", "c")),
        ("received_at", "2017-08-01 10:00", datetime(2017, 8, 1, 14, tzinfo=UTC)),
        ("received_at", "2017-08-01T10:00:30", datetime(2017, 8, 1, 14, tzinfo=UTC)),
        ("received_at", "25/08/2017 10:00", datetime(2017, 8, 25, 14, tzinfo=UTC)),
        ("received_at", "1.8.2017 10h00", datetime(2017, 8, 1, 14, tzinfo=UTC)),
        ("received_at", "", None),
    ],
)
def test_cell_is_understood(known, code, text, value):
    assert read(code, text.replace("ç", "c"), known) == value


@pytest.mark.parametrize(
    ("code", "text", "template"),
    [
        ("status", "perhaps", cells.NO_CHOICE),
        ("grounds", "host; cousin", cells.NO_CHOICE),
        ("places_behind", "21", cells.NO_NUMBER),
        ("places_behind", "-1", cells.NO_NUMBER),
        ("places_behind", "٣", cells.NO_NUMBER),
        ("is_name_to_follow", "maybe", cells.NO_YES),
        ("contact_email", "nobody", cells.NO_EMAIL),
        ("contact_email", "a@b", cells.NO_EMAIL),
        ("contact_email", "a b@example.org", cells.NO_EMAIL),
        ("contact_name", "a" * 121, cells.TOO_LONG),
        ("contact_name", "a\x07b", cells.CONTROL),
        ("contact_name", "a\nb", cells.LINE_BREAK),
        ("received_at", "yesterday", cells.NO_MOMENT),
        ("received_at", "2017-02-30 10:00", cells.NO_MOMENT),
        ("received_at", "2017-08-01", cells.NO_TIME),
        ("received_at", "08/01/2017 10:00", cells.TWO_WAYS),
        ("received_at", "2016-03-13 02:30", cells.SKIPPED),
        ("received_at", "2016-11-06 01:30", cells.TWICE),
        ("received_at", "2017-09-02 10:00", "This lies in the future. Give the time at which it came in."),
    ],
)
def test_cell_that_cannot_be_taken_is_told_in_words(known, code, text, template):
    with pytest.raises(Fault) as fault:
        read(code, text, known)
    assert fault.value.template == template
    assert template % fault.value.values


def test_same_day_and_month_leave_no_doubt():
    assert wall_clock("08/08/2017 10:00") == datetime(2017, 8, 8, 10)
    assert wall_clock("08/25/2017 10:00") == datetime(2017, 8, 25, 10)
