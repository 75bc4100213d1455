"""Who sits where at one moment: zones by ground of invitation, the scheme's order inside each, places as one walks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from events.domain.facts import MeetingFacts, PlaceFacts, RoomFacts, SegmentFacts
from events.domain.podium import podium_seats, with_interpreters
from events.domain.seating.kept import kept_places
from events.domain.seating.values import InterpreterSeat, PodiumSeat, SeatAssignment, SeatPlan, Shortage
from events.domain.taking_part import podium_of
from participants.domain.attendance import expected_delegations, head_rank, is_granted
from participants.domain.once import once
from participants.domain.ranks import working_position
from participants.domain.seat_orders import SeatOrder, ordered_entities
from participants.domain.values import DelegationFacts, RosterFacts
from participants.grounds import zone_of

ZONES = ("table", "secretariat", "observers")


@once
def plan(facts: MeetingFacts, segment: SegmentFacts) -> SeatPlan:
    """Return the seats of `segment`: each expected delegation is seated or unseated, whatever the order of the facts.

    Zones by ground first; inside one the order of the segment's scheme, along the places in walking order; a place
    whose principal's seat is blocked is passed over, blocked seats behind are not given. A delegation takes as many
    places as it has at the table, an observer as many as it was granted. In a plan that is kept the places are those
    given instead. A delegation keeps its table place while its principal is on the podium; nobody sits there whose
    delegation does not come. Without a room everybody is unseated.
    Source: B3.19 to B3.27 of the protocol rules.
    """
    assignments: list[SeatAssignment] = []
    unseated: list[str] = []
    short: list[Shortage] = []
    for zone in ZONES:
        usable = usable_places(facts.room, zone)
        free, kept = iter(usable), kept_places(segment, usable)
        seated: list[SeatAssignment] = []
        for delegation in ordered_delegations(facts, segment, zone):
            wanted = places_wanted(facts, delegation, zone)
            places = kept.get(delegation.uuid, ())[:wanted] if segment.is_seating_kept else tuple(islice(free, wanted))
            given = tuple(_assigned(delegation, places))
            seated += given
            lack = _lack(delegation, given, wanted=wanted, has_table=zone == "table")
            if not given:
                unseated.append(delegation.uuid)
            elif lack.at_table or lack.behind:
                short.append(lack)
        assignments += sorted(seated, key=lambda one: one.number)
    return SeatPlan(
        segment=segment.uuid,
        scheme=segment.seating_scheme,
        language=segment.seating_language,
        drawn=segment.drawn_state,
        assignments=tuple(assignments),
        unseated=tuple(unseated),
        short=tuple(short),
        **_podium(facts, segment),
    )


def ordered_delegations(facts: MeetingFacts, segment: SegmentFacts, zone: str) -> tuple[DelegationFacts, ...]:
    """Return the expected delegations of `zone` in the order of the segment's scheme.

    Delegations of one entity, of which there should be one, stand together by uuid.
    """
    waiting: dict[str, list[DelegationFacts]] = {}
    for delegation in _zoned(facts.roster).get(zone, ()):
        waiting.setdefault(delegation.entity, []).append(delegation)
    codes = ordered_entities([facts.entities[code] for code in waiting], seat_order(facts, segment))
    return tuple(delegation for code in codes for delegation in waiting[code])


def seat_order(facts: MeetingFacts, segment: SegmentFacts) -> SeatOrder:
    """Return what decides the order inside the zones of `segment`, with the ranks of who heads the delegations.

    Of several delegations of one entity the highest rank counts, and the first place by hand.
    """
    placed = [facts.delegations[uuid] for uuid in segment.seating_by_hand if uuid in facts.delegations]
    places = {one.entity: place for place, one in reversed(list(enumerate(placed)))}
    return SeatOrder(
        scheme=segment.seating_scheme,
        language=segment.seating_language,
        drawn=facts.entities.get(segment.drawn_state),
        is_mixed=segment.is_seating_mixed,
        rank_scheme=segment.seating_rank_scheme,
        ranks=_ranks(facts.roster),
        places=places,
    )


@once
def _zoned(roster: RosterFacts) -> Mapping[str, tuple[DelegationFacts, ...]]:
    """Return the expected delegations by the zone they sit in, by uuid."""
    zones: dict[str, list[DelegationFacts]] = {}
    for one in sorted(expected_delegations(roster), key=lambda one: one.uuid):
        zones.setdefault(zone_of(one.grounds), []).append(one)
    return {zone: tuple(found) for zone, found in zones.items()}


@once
def _ranks(roster: RosterFacts) -> Mapping[str, str]:
    """Return the highest rank of who heads a delegation that is expected, by the entity's code."""
    ranks: dict[str, str] = {}
    for one in expected_delegations(roster):
        ranks[one.entity] = min((head_rank(one), ranks.get(one.entity, "unspecified")), key=working_position)
    return ranks


def usable_places(room: RoomFacts | None, zone: str) -> tuple[PlaceFacts, ...]:
    """Return the places of `zone` by number, without those whose principal's seat is blocked or missing.

    Blocked seats behind are left out of theirs. Without a room there are none.
    """
    if room is None:
        return ()
    usable = {seat.label for seat in room.seats if not seat.is_blocked}
    return tuple(
        PlaceFacts(
            zone=zone,
            number=place.number,
            seat=place.seat,
            behind=tuple(label for label in place.behind if label in usable),
        )
        for place in sorted(room.places, key=lambda one: one.number)
        if place.zone == zone and place.seat in usable
    )


def places_wanted(facts: MeetingFacts, delegation: DelegationFacts, zone: str) -> int:
    """Return how many places `delegation` is to have in `zone`: at least one at a table, an observer those granted."""
    if zone == "observers":
        return sum(
            len(one.place_numbers)
            for one in facts.roster.requests
            if one.delegation == delegation.uuid and is_granted(one)
        )
    return max(delegation.places_at_table, 1)


def _assigned(delegation: DelegationFacts, places: Sequence[PlaceFacts]) -> Iterator[SeatAssignment]:
    behind = delegation.places_behind
    for part, place in enumerate(places, 1):
        yield SeatAssignment(
            zone=place.zone,
            number=place.number,
            delegation=delegation.uuid,
            seat=place.seat,
            behind=place.behind[:behind],
            part=part,
        )
        behind -= len(place.behind[:behind])


def _lack(delegation: DelegationFacts, given: Iterable[SeatAssignment], *, wanted: int, has_table: bool) -> Shortage:
    places = tuple(given)
    seated_behind = sum(len(place.behind) for place in places)
    return Shortage(
        delegation=delegation.uuid,
        at_table=wanted - len(places),
        # Only at the table is anybody promised a seat behind.
        behind=delegation.places_behind - seated_behind if has_table else 0,
    )


def _podium(facts: MeetingFacts, segment: SegmentFacts) -> dict[str, tuple]:
    """Return the fields of the plan on the podium: people first, then interpreters as far as there are chairs."""
    people = podium_of(facts, segment)
    seats = [seat for seat in facts.room.seats if seat.zone == "podium" and not seat.is_blocked] if facts.room else []
    # Those seated look at the hall: their left end is the hall's right.
    chairs = [seat.label for seat in sorted(seats, key=lambda seat: (-seat.x_mm, seat.label))]
    indices = podium_seats(len(people), chairs=len(chairs))
    wanted = {one.delegate: one.place for one in segment.interpreters}
    left = [place for place, _ in enumerate(indices) if wanted.get(people[place]) == "left"]
    beside = left[: len(chairs) - len(indices)]
    indices, sides = with_interpreters(indices, beside, chairs=len(chairs))
    seated = tuple(
        PodiumSeat(seat=chairs[index], delegate=delegate, rank=rank)
        for rank, (index, delegate) in enumerate(zip(indices, people, strict=False), 1)
    )
    own = {people[place]: chairs[index] for place, index in zip(beside, sides, strict=True)}
    behind = {one.delegate: one.seat for one in seated if wanted.get(one.delegate) == "behind"}
    return {
        "podium": seated,
        "off_podium": people[len(seated) :],
        "interpreters": tuple(
            InterpreterSeat(delegate=uuid, seat=own.get(uuid) or behind[uuid], is_behind=uuid in behind)
            for uuid in people
            if uuid in own or uuid in behind
        ),
        "off_interpreters": tuple(people[place] for place in left[len(beside) :]),
    }
