"""The arrivals sheet read back: people in the order of their arrival, and the press at each item."""

from dataclasses import replace

import pytest

from events.documents.arrivals import DOCUMENT, SHEET, collect
from events.documents.base import Options, printed
from events.domain.facts import ArrivalFacts
from tests.events.documents.pdf.reading import text
from tests.meeting_facts import clock
from tests.reference_facts import reference_facts

MALI = reference_facts("mali-2017")


def arranged():
    first = MALI.segments[0].items[0]
    speakers = [one.delegate for one in MALI.segments[0].items[1].speeches][:2]
    rows = (
        ArrivalFacts(
            uuid="a",
            version=1,
            delegate=speakers[1],
            arrives=clock("15:10"),
            holding_room="Room B",
            leaves_after=first.uuid,
        ),
        ArrivalFacts(uuid="b", version=1, delegate=speakers[0], arrives=clock("15:05"), escort="Ms. Doe"),
    )
    return replace(MALI, arrivals=rows), speakers


def options(language="en"):
    return Options(language=language, as_of=MALI.roster.changed_at)


def test_those_with_an_hour_come_first_by_it():
    facts, _ = arranged()
    values = collect(facts, options())
    assert [one.arrives for one in values.people[:3]] == ["15:05", "15:10", ""]
    assert (values.people[1].holding_room, values.people[1].leaves) == ("Room B", "Opening statements")


@pytest.mark.parametrize(("language", "title"), [("en", "Arrivals sheet"), ("fr", "Feuille des arrivées")])
def test_sheet_is_read_back(language, title):
    facts, _ = arranged()
    found = text(printed(DOCUMENT, facts, options(language)).content)
    assert [word for word in (title, "Room B", "Ms. Doe") if word not in found] == []


def test_spreadsheet_has_a_row_for_each_principal():
    facts, _ = arranged()
    sheet = SHEET.collect(facts, options()).sheet
    assert (len(sheet.rows), sheet.rows[0][0]) == (len(collect(facts, options()).people), clock("15:05"))


def test_nobody_stands_twice():
    facts, _ = arranged()
    people = collect(facts, options()).people
    assert len({(one.name, one.entity) for one in people}) == len(people)
