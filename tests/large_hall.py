"""Halls of 400 seats, nearly all taken, by States under the names of a day: what a plan must stay legible for."""

from dataclasses import replace

from events.domain.seating.layouts import room_of
from tests import facts as make
from tests.fixture_files import ENTITIES
from tests.reference_facts import entity_on

DAY = "2017-09-20"
MEASURES = {
    "rows": {
        "table_rows": 13,
        "blocks": (6, 10, 6),
        "behind": 0,
        "observer_blocks": (10, 16, 10),
        "press_blocks": (5, 11, 5),
    },
    "horseshoe": {
        "places": 60,
        "behind": 2,
        "secretariat_seats": 8,
        "observer_rows": 6,
        "press_blocks": (20, 21),
    },
}
FEWEST_OBSERVERS = 40
SECRETARIAT = ("ECOWAS", "AU", "EU")


def large_hall(layout):
    """A meeting in that hall: a State at each place of the table, as far as there are places two each; observers."""
    room = room_of(
        layout,
        names=make.both("Hall", "Salle"),
        building={},
        city={},
        is_approximate=False,
        measures=MEASURES[layout],
    )
    places = [one for one in room.places if one.zone == "table"]
    states = sorted(code for code, row in ENTITIES.items() if row["kind"] == "state" and _is_named(code))
    count = min(len(places), len(states) - FEWEST_OBSERVERS)
    seated, rest = states[:count], states[count:]
    spare = len(places) - len(seated)
    delegations = [
        make.delegation(code, grounds=("guest",), places_at_table=1 + (number < spare))
        for number, code in enumerate(seated)
    ]
    delegations += [make.delegation(code, grounds=("observer",)) for code in rest]
    delegations += [make.delegation(code, grounds=("secretariat",)) for code in SECRETARIAT]
    requests = tuple(make.request(code, place_number=number) for number, code in enumerate(rest, 1))
    entities = tuple(entity_on(code, DAY) for code in (*states, *SECRETARIAT))
    roster = make.roster(*delegations, entities=entities, requests=requests, observer_places=len(rest))
    opening = make.segment("Opening", make.item("Debate", kind="debate"))
    facts = make.meeting(roster=roster, segments=(opening,), room=room, organisers=(seated[0],))
    return replace(facts, short_title=make.both("Large meeting"))


def _is_named(code):
    try:
        return bool(entity_on(code, DAY).names)
    except StopIteration:
        return False
