"""The labels of a room's seats changed, one by hand or many by a scheme; everybody stays where they sit.

Seats behind the table whose labels begin with that of their place, A1b behind A1, follow it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from events.domain.facts import RoomFacts, SeatFacts
from events.domain.seating.faults import Fault, RoomRefused
from events.domain.seating.furniture import LETTERS, row_letters
from events.domain.seating.room_checks import MOST_SEATS, seat_faults
from events.domain.seating.room_walks import rows_of
from meetingplanner.languages import phrase

LABEL_SCHEMES: dict[str, str] = {
    "rows": phrase("By row: its letter and a number, A1, A2 …, B1 …"),
    "running": phrase("Running numbers, row after row"),
}
# Those on the podium look at the hall: their left is the right of the drawing.
LABEL_ENDS: dict[str, str] = {
    "left": phrase("from the left, as seen from the podium"),
    "right": phrase("from the right, as seen from the podium"),
    "walk": phrase("as one walks past the places"),
}
NO_LETTER = phrase("The row of the seat %(label)s has no letter. Give the letter of the first row.")
ODD_LETTER = phrase("Rows that follow one another are lettered A to Z without I and O, then AA, AB …; not “%(text)s”.")


def with_labels(room: RoomFacts, labels: Mapping[str, str], *, rows: Mapping[str, str] | None = None) -> RoomFacts:
    """Return the room with other labels, and letters of rows, by the old label; places keep seats and numbers.

    Raises RoomRefused where a label is there twice then, or is none; what was wrong before does not count.
    """
    rows = rows or {}
    labels = dict(_followed(room, labels))
    letters = {label: rows[owner] for label, owner in _owners(room, rows).items()}
    renamed = labels.get
    seats = tuple(
        replace(one, label=renamed(one.label, one.label), row=letters.get(one.label, one.row)) for one in room.seats
    )
    places = tuple(
        replace(one, seat=renamed(one.seat, one.seat), behind=tuple(renamed(label, label) for label in one.behind))
        for one in room.places
    )
    after = replace(room, seats=seats, places=places)
    known = {(renamed(one.label, one.label), one.template) for one in _faults(room)}
    faults = tuple(one for one in _faults(after) if (one.label, one.template) not in known)
    if faults:
        raise RoomRefused(faults)
    return after


def labelled(
    room: RoomFacts, chosen: Collection[str], *, scheme: str, letters: str = "", start: int = 1, end: str = "left"
) -> RoomFacts:
    """Return the room with the seats of the labels `chosen` labelled anew by a row of LABEL_SCHEMES, from one end.

    By row `letters` are the first row's, the next ones follow; empty, each row keeps its own. Running numbers have
    `letters` before each. Either begins at `start`. Raises RoomRefused as `with_labels`, and where a row lacks letters.
    """
    picked = set(chosen)
    rows = [_from_end(row, end) for row in rows_of([one for one in room.seats if one.label in picked])]
    if scheme == "running":
        seats = sorted((one for row in rows for one in row), key=_number) if end == "walk" else sum(rows, [])
        return with_labels(room, {one.label: f"{letters}{number}" for number, one in enumerate(seats, start)})
    lettered = list(zip(_letters(rows, letters), rows, strict=True))
    labels = {one.label: f"{letter}{number}" for letter, row in lettered for number, one in enumerate(row, start)}
    return with_labels(room, labels, rows={one.label: letter for letter, row in lettered for one in row})


def new_labels(before: RoomFacts, after: RoomFacts) -> dict[str, str]:
    """Return the new label of each seat by its old one; nothing where the rooms differ in more than labels and rows."""
    bare = [[replace(one, label="", row="") for one in room.seats] for room in (before, after)]
    if bare[0] != bare[1]:
        return {}
    pairs = zip(before.seats, after.seats, strict=True)
    return {one.label: other.label for one, other in pairs if one.label != other.label}


def _followed(room: RoomFacts, labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the labels old and new, with those of the seats behind that begin with the label of their place."""
    for place in room.places:
        new = labels.get(place.seat)
        if new is not None:
            for label in place.behind:
                if label.startswith(place.seat):
                    yield label, new + label.removeprefix(place.seat)
    yield from labels.items()


def _owners(room: RoomFacts, rows: Mapping[str, str]) -> dict[str, str]:
    """Return by the label of each seat whose row is lettered anew that of the seat it follows, often itself."""
    by_label = {one.label: one for one in room.seats}
    followed = {
        label: place.seat
        for place in room.places
        if place.seat in rows
        for label in place.behind
        if by_label[label].row == by_label[place.seat].row
    }
    return followed | {label: label for label in rows}


def _letters(rows: Sequence[Sequence[SeatFacts]], first: str) -> list[str]:
    if not first:
        lacking = next((row[0] for row in rows if not row[0].row), None)
        if lacking:
            raise RoomRefused((Fault(template=NO_LETTER, values={"label": lacking.label}),))
        return [row[0].row for row in rows]
    if len(rows) < 2:
        return [first] * len(rows)
    numbers = (number for number in range(MOST_SEATS) if row_letters(number) == first.upper())
    at = next(numbers, None) if set(first.upper()) <= set(LETTERS) else None
    if at is None:
        raise RoomRefused((Fault(template=ODD_LETTER, values={"text": first}),))
    return [row_letters(number) for number in range(at, at + len(rows))]


def _from_end(row: Sequence[SeatFacts], end: str) -> list[SeatFacts]:
    if end == "walk":
        return sorted(row, key=_number)
    return list(reversed(row)) if end == "left" else list(row)


def _number(seat: SeatFacts) -> float:
    return float("inf") if seat.place is None else seat.place


def _faults(room: RoomFacts) -> list[Fault]:
    return seat_faults(room.seats, width_mm=room.width_mm, depth_mm=room.depth_mm)
