"""The meeting's room: its own copy of one of the library, so that chairs moved here move nowhere else."""

from datetime import datetime
from typing import Any

from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat

from events.domain.facts import RoomFacts, SeatFacts
from events.domain.seating.kept import given_after
from events.domain.seating.room_checks import Claim, claims_of
from events.domain.seating.room_labels import new_labels
from events.domain.seating.room_walks import new_numbers
from events.models import Event, LibraryRoom, Place, Room, Seat, SeatingPlan
from events.operations.acting import meeting_act
from events.operations.seat_plans import keep
from events.queries import given_places
from events.room_facts import room_facts
from participants.models import User
from participants.operations.acting import Acting, Stale

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


def edit_room(room: Room, *, before: RoomFacts, after: RoomFacts, by: User | None, at: datetime, why: str = "") -> Room:
    """Make the meeting's room what `after` says and return it; seats and places that stay are the same rows as before.

    Seats are known by their labels, also where those alone are new, places by zone and number. In plans that are kept
    everybody stays on the seat when places are numbered anew. Some ten queries, whatever the number of seats.

    Raises:
        Stale: the room is not what `before` says any more.
    """
    with meeting_act(room.event, operation="edit_room", by=by, at=at, why=why) as act:
        if room_facts(room.event) != before:
            raise Stale(current=room, wanted={})
        changed = act.change(room, width_mm=after.width_mm, depth_mm=after.depth_mm)
        _label_seats(act, changed, new_labels(before, after))
        _change_seats(act, changed, after)
        _keep_seats(act, room.event, before, after)
        return changed


def _label_seats(act: Acting, room: Room, labels: dict[str, str]) -> None:
    rows = list(room.seats.filter(label__in=labels))
    wanted = {row.pk: labels[row.label] for row in rows}
    # Labels may change places, and no room has one twice, not even for a moment; no label holds a blank.
    room.seats.filter(pk__in=wanted).update(label=Concat(Value(" "), Cast("pk", CharField())))
    act.change_many(rows, label=wanted)


def _keep_seats(act: Acting, event: Event, before: RoomFacts, after: RoomFacts) -> None:
    if not new_numbers(before, after):
        return
    # Also in parts that were taken out of the programme: they may be brought back.
    plans = list(SeatingPlan.objects.filter(segment__event=event, is_kept=True).select_related("segment"))
    given = given_places(plans)
    for row in plans:
        keep(act, row.segment, given_after(given[row.segment_id], before, after))


def _change_seats(act: Acting, room: Room, after: RoomFacts) -> None:
    rows = {row.label: row for row in room.seats.order_by("pk")}
    places = {(row.zone, row.number): row for row in room.places.all()}
    wanted = {(one.zone, one.number) for one in after.places}
    fresh = [Place(room=room, zone=zone, number=number) for zone, number in sorted(wanted - set(places))]
    act.add_all(fresh)
    places |= {(row.zone, row.number): row for row in fresh}
    labels = {one.label for one in after.seats}
    act.remove_all([row for label, row in rows.items() if label not in labels])
    values: dict[str, dict[int, Any]] = {}
    changed, added = {}, []
    for seat, claim in zip(after.seats, claims_of(after.seats, after.places), strict=True):
        columns, row = _columns(seat, claim, places), rows.get(seat.label)
        if row is None:
            added.append(Seat(room=room, label=seat.label, **columns))
            continue
        for name, value in columns.items():
            if getattr(row, name) != value:
                values.setdefault(name, {})[row.pk] = value
                changed[row.pk] = row
    act.change_many(list(changed.values()), **values)
    act.add_all(added)
    act.remove_all([row for key, row in places.items() if key not in wanted])


def _columns(seat: SeatFacts, claim: Claim, places: dict[tuple[str, int], Place]) -> dict[str, Any]:
    place = places.get((claim.zone, claim.number)) if claim.number is not None else None
    names = [name for name in (*SEAT_FIELDS, *SEAT_DEFAULTS) if name != "label"]
    return {name: getattr(seat, name) for name in names} | {
        "place_id": place.pk if place else None,
        "is_principal": claim.is_principal,
    }
