"""Changes of the library of rooms. It belongs to no meeting: a RoomChange stands in the place of an Act."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from events.domain.facts import RoomFacts
from events.domain.seating.room_file import RoomFile
from events.domain.seating.values import plan_data
from events.models import LibraryRoom, RoomChange
from meetingplanner.languages import phrase
from participants.models import User
from participants.operations.acting import Stale

OPERATIONS: dict[str, str] = {
    "add_room": phrase("Room added"),
    "change_room": phrase("Room renamed or described anew"),
    "change_plan": phrase("Plan changed"),
    "remove_room": phrase("Room deleted"),
}
# Addresses of pages beside those of the rooms.
RESERVED = ("new", "import")
COLUMNS = ("names", "building", "city", "is_approximate", "source", "plan")


def columns_of(file: RoomFile) -> dict[str, Any]:
    """Return the columns of a library's row for a room, but for its code."""
    room = file.room
    return {
        "names": dict(room.names),
        "building": dict(room.building),
        "city": dict(room.city),
        "is_approximate": room.is_approximate,
        "source": file.source,
        "plan": plan_data(room),
    }


def add_room(file: RoomFile, *, by: User | None, at: datetime) -> LibraryRoom:
    """Put a room into the library and return it. Raises ValidationError at "slug" where the code is taken or empty."""
    if not file.slug:
        raise ValidationError({"slug": _("Give the room a code, such as room-4.")})
    if file.slug in RESERVED:
        raise ValidationError({"slug": _("This word is an address of the library itself. Take another.")})
    row = LibraryRoom(slug=file.slug, **columns_of(file))
    row.full_clean(exclude={"plan"}, validate_unique=False)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            _tell(row, "add_room", dict.fromkeys(COLUMNS), by=by, at=at)
    except IntegrityError:
        raise ValidationError({"slug": _("The library has a room with this code already.")}) from None
    return row


def change_room(room: LibraryRoom, *, version: int, by: User | None, at: datetime, **wanted: Any) -> LibraryRoom:
    """Set `wanted` of names, building, city, is_approximate and source, and return the row.

    Copies that meetings have are left alone. Raises Stale where `version` is not the row's any more, ValidationError
    for a value that its column refuses.
    """
    with _changing(room, version, wanted) as row:
        before = _values(row)
        for name, value in wanted.items():
            setattr(row, name, value)
        row.clean_fields(exclude={"plan", "slug"})
        _save(row, "change_room", before, by=by, at=at)
    return row


def change_plan(room: LibraryRoom, facts: RoomFacts, *, version: int, by: User | None, at: datetime) -> LibraryRoom:
    """Give the room of the library the size, seats and places of `facts`, and return the row; see `change_room`."""
    with _changing(room, version, {}) as row:
        before = _values(row)
        row.plan = plan_data(facts)
        _save(row, "change_plan", before, by=by, at=at)
    return row


def remove_room(room: LibraryRoom, *, version: int, by: User | None, at: datetime) -> None:
    """Delete a room of the library; meetings keep their copies. Raises Stale."""
    with _changing(room, version, {}) as row:
        _tell(row, "remove_room", _values(row), by=by, at=at, is_gone=True)
        row.delete()


@contextmanager
def _changing(room: LibraryRoom, version: int, wanted: Mapping[str, Any]) -> Iterator[LibraryRoom]:
    with transaction.atomic():
        row = LibraryRoom.objects.select_for_update().get(pk=room.pk)
        if row.version != version:
            raise Stale(current=row, wanted=dict(wanted))
        yield row


def _values(row: LibraryRoom) -> dict[str, Any]:
    return {name: getattr(row, name) for name in COLUMNS}


def _save(row: LibraryRoom, operation: str, before: Mapping[str, Any], *, by: User | None, at: datetime) -> None:
    if before == _values(row):
        return
    row.version += 1
    row.save()
    _tell(row, operation, before, by=by, at=at)


def _tell(
    row: LibraryRoom,
    operation: str,
    before: Mapping[str, Any],
    *,
    by: User | None,
    at: datetime,
    is_gone: bool = False,
) -> None:
    after = dict.fromkeys(COLUMNS) if is_gone else _values(row)
    fields = {name: [_told(before[name]), _told(after[name])] for name in COLUMNS if before[name] != after[name]}
    RoomChange.objects.create(at=at, by=by, slug=row.slug, operation=operation, fields=fields)


def _told(value: Any) -> Any:
    """Return what a change says of a value: of a plan how many seats each zone has."""
    is_plan = isinstance(value, dict) and "seats" in value
    return dict(Counter(seat["zone"] for seat in value["seats"])) if is_plan else value
