"""Rooms as files: small ones to write down, and a strategy for any."""

import json

from hypothesis import strategies as st

from events.domain.facts import RoomFacts, SeatFacts
from events.domain.seating.layouts import room_of
from events.domain.seating.room_checks import ZONE_CODES, Claim, placed
from participants.domain.lists.tables import Record, Table

LETTERS = st.characters(categories=("L", "N"), max_codepoint=0x24F)
TEXTS = st.dictionaries(st.sampled_from(["en", "fr", "ru"]), st.text(LETTERS, min_size=1, max_size=20), min_size=1)


def usual(layout="rows", **measures):
    return room_of(layout, names={"en": "Hall"}, building={}, city={}, is_approximate=True, measures=measures)


def data(**changes):
    """The object of a sound file of two places at the table, the first with a seat behind."""
    seats = [
        {"label": "A1", "zone": "table", "row": "A", "x_mm": 1000, "y_mm": 1000, "place": 1},
        {"label": "A1b", "zone": "behind", "row": "A", "x_mm": 1000, "y_mm": 2000, "place": 1},
        {"label": "A2", "zone": "table", "row": "A", "x_mm": 2000, "y_mm": 1000, "place": 2},
    ]
    places = [
        {"zone": "table", "number": 1, "seat": "A1", "behind": ["A1b"]},
        {"zone": "table", "number": 2, "seat": "A2"},
    ]
    plan = {"width_mm": 5000, "depth_mm": 4000, "seats": seats, "places": places}
    return {"slug": "hall", "names": {"en": "Hall"}, "plan": plan} | changes


def encoded(value):
    return json.dumps(value).encode()


def table(*lines, headings="label zone x_mm y_mm place is_principal"):
    rows = [Record(number=number, cells=tuple(line.split("|"))) for number, line in enumerate(lines, 2)]
    return Table(headings=tuple(headings.split()), rows=tuple(rows))


@st.composite
def any_room(draw):
    """A room that may be kept: seats on a grid, some of them with a place, some of those with seats behind."""
    spots = draw(st.lists(st.tuples(st.integers(1, 30), st.integers(1, 30)), min_size=1, max_size=25, unique=True))
    words = st.text(LETTERS, max_size=8)
    seats, claims, count = [], [], 0
    for at, (column, row) in enumerate(spots):
        owner = draw(st.sampled_from([None, *(one.zone for one in claims if one.is_principal)]))
        is_principal = owner is None and draw(st.booleans())
        zone = draw(st.sampled_from([one for one in ZONE_CODES if one != "behind"]))
        count += is_principal
        claim = Claim(zone=zone, number=count if is_principal else None, is_principal=is_principal)
        if owner:
            claim = draw(st.sampled_from([one for one in claims if one.is_principal]))
            claim = Claim(zone=claim.zone, number=claim.number)
            zone = draw(st.sampled_from(["behind", claim.zone]))
        claims.append(claim)
        seats.append(
            SeatFacts(
                label=f"S{at}", zone=zone, row=draw(words), side=draw(words), x_mm=column * 300, y_mm=row * 300,
                angle=draw(st.integers(0, 359)), place=claim.number, is_accessible=draw(st.booleans()),
                is_removable=draw(st.booleans()), is_blocked=draw(st.booleans()),
            )
        )  # fmt: skip
    places, faults = placed(seats, claims)
    assert faults == []
    return RoomFacts(
        names=draw(TEXTS), building=draw(TEXTS), city={}, width_mm=10_000, depth_mm=10_000,
        is_approximate=draw(st.booleans()), seats=tuple(seats), places=places,
    )  # fmt: skip
