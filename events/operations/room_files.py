"""Rooms that come as files: JSON, or a table in CSV or XLSX, told apart by what the file holds."""

from dataclasses import replace

from events.domain.facts import RoomFacts
from events.domain.seating.faults import Fault, RoomRefused
from events.domain.seating.room_file import RoomFile
from events.domain.seating.room_reading import read_room_json
from events.domain.seating.room_table import read_room_rows
from participants.documents.workbooks import read_table
from participants.domain.lists.tables import Unreadable
from participants.domain.texts import Texts


def read_room(content: bytes, *, slug: str = "", names: Texts | None = None) -> RoomFile:
    """Return the room of an uploaded file, under `slug` and `names` where they are given.

    A table has neither; without names its room is called by the code. Raises RoomRefused with all faults.
    """
    if content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"["):
        file = read_room_json(content)
        room = replace(file.room, names=names) if names else file.room
        return replace(file, slug=slug or file.slug, room=room)
    try:
        table = read_table(content)
    except Unreadable as unreadable:
        raise RoomRefused((Fault(template=unreadable.template, values=unreadable.values, where="file"),)) from None
    width_mm, depth_mm, seats, places = read_room_rows(table)
    room = RoomFacts(
        names=names or {"en": slug},
        building={},
        city={},
        width_mm=width_mm,
        depth_mm=depth_mm,
        is_approximate=True,
        seats=seats,
        places=places,
    )
    return RoomFile(slug=slug, source={}, room=room)
