"""One number for each principal's seat of a room, as conference systems count their microphones."""

from events.domain.facts import RoomFacts
from events.domain.seating.order import ZONES


def seat_numbers(room: RoomFacts | None) -> dict[str, int]:
    """Return the number of each chair of the podium and of the first seat of each place, by its label, from 1.

    The podium comes first, from left to right as the hall sees it; then the table, the secretariat and the observers in
    walking order. Seats out of use are counted: a number belongs to the seat, whoever sits there.
    """
    if room is None:
        return {}
    podium = sorted((one for one in room.seats if one.zone == "podium"), key=lambda one: (one.x_mm, one.label))
    places = sorted(
        (one for one in room.places if one.zone in ZONES), key=lambda one: (ZONES.index(one.zone), one.number)
    )
    labels = dict.fromkeys((*(one.label for one in podium), *(one.seat for one in places)))
    return {label: number for number, label in enumerate(labels, 1)}
