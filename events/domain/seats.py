"""How many observers the room allows, with every number the answer is made of."""

from dataclasses import dataclass

from events.domain.facts import MeetingFacts
from participants.domain.allocation import room_allowance
from participants.domain.attendance import promised_seats


@dataclass(frozen=True, kw_only=True)
class SeatCount:
    """The seats of a room and what takes them. `observer_seats` are those in the observers' rows."""

    usable: int
    podium: int
    promised: int
    secretariat: int
    press: int
    reserve: int
    observer_seats: int

    @property
    def left(self) -> int:
        """Seats that nothing takes, negative if more are promised than there are. Source: F5 of the protocol rules."""
        return room_allowance(
            usable_seats=self.usable,
            podium=self.podium,
            promised=self.promised,
            secretariat=self.secretariat,
            press=self.press,
            reserve=self.reserve,
        )

    @property
    def allowed(self) -> int:
        """How many observers the room allows, negative if it is too small for the others already.

        Never more than the observers' rows seat: nobody who observes is put at the table, even where it has room.
        """
        return min(self.left, self.observer_seats)


def seat_count(facts: MeetingFacts) -> SeatCount | None:
    """Return the seats of the meeting's room and what takes them, None without a room or without its plan.

    Usable are those that are not blocked, outside the gallery.
    """
    if facts.room is None or not facts.room.seats:
        return None
    usable = [seat for seat in facts.room.seats if not seat.is_blocked and seat.zone != "gallery"]
    return SeatCount(
        usable=len(usable),
        podium=sum(1 for seat in usable if seat.zone == "podium"),
        promised=promised_seats(facts.roster),
        secretariat=facts.secretariat_seats,
        press=facts.press_seats,
        reserve=facts.reserve_seats,
        observer_seats=sum(1 for seat in usable if seat.zone == "observers"),
    )


def observers_allowed(facts: MeetingFacts) -> int | None:
    """Return how many observer places the room allows, negative if it is too small already, None without a plan."""
    count = seat_count(facts)
    return None if count is None else count.allowed
