"""The meeting's room: its own copy of one of the library, so that chairs moved here move nowhere else."""

from datetime import datetime
from typing import Any

from events.models import Event, LibraryRoom, Place, Room, Seat
from events.operations.acting import meeting_act
from participants.models import User
from participants.operations.acting import Acting

SEAT_FIELDS = ("label", "zone", "row", "side", "x_mm", "y_mm")
SEAT_DEFAULTS = {"angle": 0, "is_accessible": False, "is_removable": False, "is_blocked": False}


def choose_room(
    event: Event, *, library: LibraryRoom, by: User | None, at: datetime, why: str = "", version: int | None = None
) -> Room:
    """Give the meeting its own copy of `library`, in the place of the room it has, and return the copy.

    The room keeps its identity; its seats are replaced whole, with what was changed in them.

    Raises:
        Stale: `version` is not that of the meeting's room any more.
    """
    with meeting_act(event, operation="choose_room", by=by, at=at, why=why) as act:
        return choose_room_in(act, event, library=library, version=version)


def choose_room_in(act: Acting, event: Event, *, library: LibraryRoom, version: int | None = None) -> Room:
    """Do the work of `choose_room` within an operation under way. Some ten queries, whatever the number of seats."""
    columns = {
        "names": library.names,
        "building": library.building,
        "city": library.city,
        "width_mm": library.plan["width_mm"],
        "depth_mm": library.plan["depth_mm"],
        "is_approximate": library.is_approximate,
    }
    room = Room.objects.filter(event=event).first()
    if room is None:
        room = act.add(Room(event=event, **columns))
    else:
        room = act.change(room, version=version, **columns)
        act.remove_all(list(room.seats.all()))
        act.remove_all(list(room.places.all()))
    _copy_seats(act, room, library.plan)
    return room


def _copy_seats(act: Acting, room: Room, plan: dict[str, Any]) -> None:
    places = [Place(room=room, zone=one["zone"], number=one["number"]) for one in plan["places"]]
    act.add_all(places)
    place_of, principals = {}, set()
    for place, one in zip(places, plan["places"], strict=True):
        principals.add(one["seat"])
        place_of.update(dict.fromkeys((one["seat"], *one.get("behind", ())), place))
    act.add_all(
        [
            Seat(
                room=room,
                place=place_of.get(one["label"]),
                is_principal=one["label"] in principals,
                **{name: one[name] for name in SEAT_FIELDS},
                **{name: one.get(name, usual) for name, usual in SEAT_DEFAULTS.items()},
            )
            for one in plan["seats"]
        ]
    )
