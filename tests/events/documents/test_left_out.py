"""The comparison tells of all that prints show: what it leaves out by name, none of them says."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from events.documents import DOCUMENTS
from events.domain.comparing.values import AREAS
from events.domain.facts import EntryFacts, InterpreterFacts
from events.domain.revision import compare
from tests.edits import edited
from tests.events.documents.prints import options, with_observers

PRINTS = ("programme", "speakers", "participants", "observers", "seating-plan", "concept-note-marked-up", "summary")
FACTS = with_observers()
LATER = datetime(2017, 9, 21, tzinfo=UTC)
# Notices say what is open now, not what was decided.
PRINTED_ALL_THE_SAME = {("meeting", "open_points")}
LEFT_OUT = [(area.code, name) for area in AREAS.values() for name in area.left_out]
COMPARED = [
    (area.code, name)
    for area in AREAS.values()
    for name in area.compared
    if area.code in ("segment", "item", "speech", "delegation", "delegate", "request", "paragraph")
    and name not in ("kind", "delegation", "delegate", "chairs", "podium", "role", "rank", "status", "press")
]


# Codes that must be known, and rows that are not texts.
KNOWN = {
    "seating_scheme": "hand",
    "seating_language": "fr",
    "interpreters": (InterpreterFacts(delegate="x", place="behind"),),
}


def printed_values(facts):
    with override("en"):
        wanted = options(moment=facts.segments[0].uuid)
        return [DOCUMENTS[slug].collect(facts, wanted) for slug in PRINTS]


def other(name, value):
    """Another value of the same type."""
    if name in KNOWN:
        return KNOWN[name]
    if isinstance(value, EntryFacts):
        return replace(value, sequence=9, changed_at=LATER)
    if isinstance(value, bool):
        return not value
    if isinstance(value, int) or name.endswith(("_minutes", "_seconds", "_places")):
        return (value or 0) + 7
    if isinstance(value, datetime) or value is None:
        return LATER
    if isinstance(value, tuple):
        return value[:-1] if value else (9,)
    return f"{value}x" if isinstance(value, str) else {"en": "Other"}


def each(rows, change):
    return tuple(map(change, rows))


def inside(facts, area, change):
    """The facts with `change` made to every thing of an area."""
    segments = {
        "segment": lambda: each(facts.segments, change),
        "item": lambda: each(facts.segments, lambda one: replace(one, items=each(one.items, change))),
        "speech": lambda: each(
            facts.segments,
            lambda one: replace(
                one, items=each(one.items, lambda item: replace(item, speeches=each(item.speeches, change)))
            ),
        ),
    }
    if area in segments:
        return replace(facts, segments=segments[area]())
    roster = facts.roster
    of_roster = {
        "entity": lambda: {"entities": each(roster.entities, change)},
        "delegation": lambda: {"delegations": each(roster.delegations, change)},
        "delegate": lambda: {
            "delegations": each(roster.delegations, lambda one: replace(one, delegates=each(one.delegates, change)))
        },
        "request": lambda: {"requests": each(roster.requests, change)},
    }
    if area in of_roster:
        return replace(facts, roster=replace(roster, **of_roster[area]()))
    of_meeting = {
        "roster": lambda: {"roster": change(roster)},
        "paragraph": lambda: {"paragraphs": each(facts.paragraphs, change)},
        "arrival": lambda: {"arrivals": each(facts.arrivals, change)},
    }
    return replace(facts, **of_meeting[area]()) if area in of_meeting else change(facts)


def with_another(area, name):
    return inside(FACTS, area, lambda one: replace(one, **{name: other(name, getattr(one, name))}))


@pytest.mark.parametrize(("area", "name"), [one for one in LEFT_OUT if one not in PRINTED_ALL_THE_SAME])
def test_no_print_shows_what_is_left_out(area, name):
    assert printed_values(with_another(area, name)) == printed_values(FACTS)
    assert compare(FACTS, with_another(area, name)) == ()


@pytest.mark.parametrize(("area", "name"), COMPARED)
def test_another_value_of_a_compared_field_is_told(area, name):
    found = compare(FACTS, with_another(area, name))
    assert {(one.area, one.field) for one in found} >= {(area, name)}


@given(st.data())
@settings(max_examples=15, deadline=None)
def test_two_meetings_that_print_otherwise_differ_in_something_told(data):
    before, after = edited(FACTS, data.draw), edited(FACTS, data.draw)
    assert (compare(before, after) != ()) >= (printed_values(before) != printed_values(after))
