"""LAYOUTS: shapes of rooms, each a function from measures to seats and places.

Millimetres from the upper left corner as the hall sees it, the podium above; an angle of 0 looks up, towards the
podium, and turns clockwise. A place is numbered in walking order inside its zone; how one walks, and from where, are
measures of the shape. Usually the first is at the right end of the front row as seen from the podium, which the drawing
has on the left, and every row starts again at that end; at a table one goes round, from the podium's right hand.
Source: B3.19 of the protocol rules; that each row starts anew is our reading, no source says how the walk turns.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from events.domain.facts import PlaceFacts, RoomFacts, SeatFacts
from events.domain.seating.boardroom import Boardroom, boardroom_room
from events.domain.seating.classroom import Classroom, classroom_room
from events.domain.seating.hollow_square import HollowSquare, hollow_square_room
from events.domain.seating.horseshoe import Horseshoe, horseshoe_room
from events.domain.seating.round_table import RoundTable, round_table_room
from events.domain.seating.rows import Rows, rows_room
from events.domain.seating.theatre import Theatre, theatre_room
from meetingplanner.languages import phrase
from participants.domain.texts import Texts

Measures = Rows | Classroom | Theatre | Horseshoe | HollowSquare | Boardroom | RoundTable


@dataclass(frozen=True, kw_only=True)
class Layout:
    """One shape of room: `build` makes width, depth and seats of its measures, `measures` being the usual ones."""

    code: str
    label: str
    measures: Measures
    build: Callable[[Any], tuple[int, int, tuple[SeatFacts, ...]]]


LAYOUTS: dict[str, Layout] = {
    layout.code: layout
    for layout in (
        Layout(code="rows", label=phrase("Rows facing a podium"), measures=Rows(), build=rows_room),
        Layout(code="classroom", label=phrase("Classroom"), measures=Classroom(), build=classroom_room),
        Layout(code="theatre", label=phrase("Theatre"), measures=Theatre(), build=theatre_room),
        Layout(code="horseshoe", label=phrase("Horseshoe"), measures=Horseshoe(), build=horseshoe_room),
        Layout(code="hollow_square", label=phrase("Hollow square"), measures=HollowSquare(), build=hollow_square_room),
        Layout(code="boardroom", label=phrase("Boardroom"), measures=Boardroom(), build=boardroom_room),
        Layout(code="round_table", label=phrase("Round table"), measures=RoundTable(), build=round_table_room),
    )
}


def room_of(
    layout: str, *, names: Texts, building: Texts, city: Texts, is_approximate: bool, measures: dict[str, Any]
) -> RoomFacts:
    """Return a room of the shape `layout` of LAYOUTS; `measures` are those that differ from the usual.

    Seats come zone by zone in walking order, a place's own seat before those behind it. Raises KeyError for a shape
    that is not in the table and TypeError for a measure the shape does not have.
    """
    row = LAYOUTS[layout]
    known = {name: tuple(one) if isinstance(one, list) else one for name, one in measures.items()}
    width_mm, depth_mm, seats = row.build(replace(row.measures, **known))
    return RoomFacts(
        names=names,
        building=building,
        city=city,
        width_mm=width_mm,
        depth_mm=depth_mm,
        is_approximate=is_approximate,
        seats=seats,
        places=places_of(seats),
    )


def places_of(seats: Sequence[SeatFacts]) -> tuple[PlaceFacts, ...]:
    """Return the places of `seats` in the order of their principals' seats; seats behind are those of the table."""
    behind: dict[int | None, tuple[str, ...]] = {}
    for seat in seats:
        if seat.zone == "behind":
            behind[seat.place] = (*behind.get(seat.place, ()), seat.label)
    return tuple(
        PlaceFacts(
            zone=seat.zone,
            number=seat.place,
            seat=seat.label,
            behind=behind.get(seat.place, ()) if seat.zone == "table" else (),
        )
        for seat in seats
        if seat.place is not None and seat.zone != "behind"
    )
