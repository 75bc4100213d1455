"""Rooms as values: the meeting's own, and those of the library."""

from collections import defaultdict

from events.domain.facts import PlaceFacts, RoomFacts, SeatFacts
from events.domain.seating.room_file import RoomFile
from events.domain.seating.values import room_from_data
from events.models import Event, LibraryRoom, Room

COLUMNS = (
    "label", "zone", "row", "side", "x_mm", "y_mm", "angle", "is_accessible", "is_removable", "is_blocked",
    "is_principal", "place__zone", "place__number",
)  # fmt: skip


def room_facts(event: Event) -> RoomFacts | None:
    """Return the meeting's own room, None where it has none; seats in their order. Two queries."""
    room = Room.objects.filter(event=event).first()
    if room is None:
        return None
    # Values, and not rows: thousands of objects would take longer to make than to read.
    rows = list(room.seats.order_by("pk").values_list(*COLUMNS, named=True))
    return RoomFacts(
        names=room.names,
        building=room.building,
        city=room.city,
        width_mm=room.width_mm,
        depth_mm=room.depth_mm,
        is_approximate=room.is_approximate,
        seats=tuple(_seat(row) for row in rows),
        places=_places(rows),
    )


def _seat(row) -> SeatFacts:
    return SeatFacts(
        label=row.label,
        zone=row.zone,
        row=row.row,
        side=row.side,
        x_mm=row.x_mm,
        y_mm=row.y_mm,
        angle=row.angle,
        place=row.place__number,
        is_accessible=row.is_accessible,
        is_removable=row.is_removable,
        is_blocked=row.is_blocked,
    )


def _places(rows) -> tuple[PlaceFacts, ...]:
    seats: dict[tuple[str, int], list] = defaultdict(list)
    for row in rows:
        if row.place__number is not None:
            seats[row.place__zone, row.place__number].append(row)
    return tuple(
        PlaceFacts(
            zone=zone,
            number=number,
            seat=next((one.label for one in group if one.is_principal), group[0].label),
            behind=tuple(one.label for one in group if not one.is_principal),
        )
        for (zone, number), group in sorted(seats.items())
    )


def library_file(row: LibraryRoom) -> RoomFile:
    """Return a room of the library as a file of its own. No query."""
    columns = {name: getattr(row, name) for name in ("names", "building", "city", "is_approximate", "plan")}
    return RoomFile(slug=row.slug, source=row.source, room=room_from_data(columns))
