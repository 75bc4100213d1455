"""The observers' desk where it needs the room: taking over how many observers the room allows."""

from dataclasses import dataclass
from datetime import datetime

from events.domain.seats import seat_count
from events.models import Event
from events.queries import meeting_facts
from participants.domain.allocation import Grant
from participants.models import User
from participants.operations.acting import acting
from participants.operations.observers import set_places_in


class NoRoom(Exception):
    """The meeting has no room whose seats could be counted."""


class Recounted(Exception):
    """The room does not allow what the page showed: it allows `number` by now."""

    def __init__(self, number: int):
        super().__init__(str(number))
        self.number = number


@dataclass(frozen=True, kw_only=True)
class TakenOver:
    """The number of places now, and who was promoted."""

    number: int
    promoted: tuple[Grant, ...]


def take_over_allowance(event: Event, *, by: User | None, at: datetime, shown: int | None = None) -> TakenOver:
    """Make the number of observer places what the room allows, counted again under the lock; never less than none.

    Raises:
        NoRoom: there is no room, or none with seats.
        Recounted: `shown`, the number that the page had, is not what the count gives now.
        Refused: with so few places somebody would lose the one granted.
    """
    with acting(event.roster, operation="take_over_allowance", by=by, at=at) as act:
        count = seat_count(meeting_facts(act.roster))
        if count is None:
            raise NoRoom
        number = max(0, min(count.allowed, 5000))
        if shown is not None and shown != number:
            raise Recounted(number)
        return TakenOver(number=number, promoted=set_places_in(act, number))
