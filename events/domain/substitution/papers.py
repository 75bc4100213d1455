"""What a substitution means on paper and on the day: podium plate, badge, seat, arrival."""

from collections.abc import Iterator

from events.domain.facts import ArrivalFacts
from events.domain.substitution.change import Change
from events.domain.substitution.kinds import Consequence, Words
from events.domain.taking_part import plate_function
from meetingplanner.languages import phrase
from participants.domain.names import full_name, plate_name
from participants.domain.seat_orders import SEATING_SCHEMES
from participants.domain.values import DelegateFacts

SEAT_STAYS = phrase("Seats and table plates are those of the delegation: nothing changes.")
SEAT_MOVES = phrase("A part of the meeting is seated by rank: the delegation may move there, and others with it.")
OLD_BADGE = phrase("Take back the badge of who leaves, and print the new one.")
SAME_BADGE = phrase("Print it again.")
OWN_ARRIVAL = phrase("Who takes the place has an arrival already, which stays.")


def paper_rows(change: Change) -> Iterator[Consequence]:
    """Yield the podium plate in each language where it changes, the badge, and that seats stay."""
    if any(change.old.uuid in segment.podium for segment in change.facts.segments):
        for language in change.facts.roster.document_languages:
            before, after = _plate(change, change.old, language), _plate(change, change.new, language)
            if before != after:
                yield Consequence(kind="plate", language=language, before=before, after=after)
    badges = tuple((full_name(one), one.function) if one else () for one in (change.old, change.new))
    before, after = (tuple(words for words in badge if words) for badge in badges)
    if before != after:
        remark = SAME_BADGE if change.is_same_person else OLD_BADGE
        yield Consequence(kind="badge", subject=change.old.uuid, before=before, after=after, remark=remark)
    yield Consequence(kind="seat", subject=change.delegation.uuid, remark=_seat_remark(change))


def _seat_remark(change: Change) -> str:
    is_by_rank = any(SEATING_SCHEMES[one.seating_scheme].is_ranked for one in change.facts.segments)
    ranks = [one.rank if one and not one.is_placeholder else "unspecified" for one in (change.old, change.new)]
    return SEAT_MOVES if is_by_rank and ranks[0] != ranks[1] and change.old.role == "head" else SEAT_STAYS


def _plate(change: Change, person: DelegateFacts | None, language: str) -> tuple[Words, ...]:
    if person is None:
        return ()
    function = plate_function(change.facts, person, language, place=change.old.uuid)
    return tuple(words for words in (plate_name(person, language), function) if words)


def arrival_rows(change: Change) -> Iterator[Consequence]:
    """Yield what becomes of the person's row of the arrivals sheet; none while nothing is arranged."""
    if change.is_same_person:
        return
    of_whom = {one.delegate: one for one in change.facts.arrivals}
    own = of_whom.get(change.old.uuid)
    if own is None:
        return
    common = {"subject": own.uuid, "version": own.version, "before": _words(own)}
    if change.new and change.new.uuid not in of_whom:
        yield Consequence(kind="arrival", after=_words(own), **common)
    elif change.leaves:
        yield Consequence(kind="arrival_cleared", remark=OWN_ARRIVAL if change.new else "", **common)


def _words(arrival: ArrivalFacts) -> tuple[Words, ...]:
    at = f"{arrival.arrives:%Y-%m-%d %H:%M}" if arrival.arrives else ""
    return tuple(one for one in (at, arrival.entrance, arrival.holding_room, arrival.escort, arrival.note) if one)
