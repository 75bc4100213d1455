"""A room as a table, a line a seat, in the columns that come in again."""

from events.domain.facts import RoomFacts
from events.domain.seating.room_table import COLUMNS, room_rows
from participants.documents.sheets import Sheet
from participants.domain.texts import text_in


def room_sheet(room: RoomFacts, *, language: str) -> Sheet:
    """Return a row for each seat, in the order of the room; the headings are names of fields, the same everywhere."""
    return Sheet(title=text_in(room.names, language), headings=COLUMNS, rows=tuple(room_rows(room)))
