"""Principals: who they are, where the programme needs them, and what is arranged for their coming and going."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from events.domain.facts import ArrivalFacts, ItemFacts, MeetingFacts, SegmentFacts
from events.domain.taking_part import chairs_of, podium_of, speaks
from events.domain.timeline import timeline
from events.domain.wallclock import nearest_instant
from participants.domain.attendance import expected_delegations, head_of
from participants.domain.names import fold, person_sort_key
from participants.domain.once import once
from participants.domain.protocol import entity_sort_key
from participants.domain.ranks import working_position
from participants.domain.texts import Texts
from participants.domain.values import DelegateFacts

# Up to this rank principals are proposed to leave after the opening: heads of State and Government usually do, and the
# Secretary-General with them. Source: rule 33 of the protocol rules, common practice.
LOWEST_TO_LEAVE = "secretary_general"


@dataclass(frozen=True, kw_only=True)
class Engagement:
    """What needs a delegate: an item under which he or she speaks, else a part presided over or sat for on the podium.

    `place` is where it begins in the order of the programme: the number of the part and that of the item, from 0.
    """

    place: tuple[int, int]
    title: Texts
    start: datetime


@dataclass(frozen=True, kw_only=True)
class Principal:
    """A head of delegation, or somebody who presides, sits on a podium or speaks; `arrival` is None while nothing is
    arranged. Engagements come in the order of the programme.
    """

    delegate: DelegateFacts
    arrival: ArrivalFacts | None
    engagements: tuple[Engagement, ...]


@dataclass(frozen=True, kw_only=True)
class SharedRoom:
    """A holding room in which several delegates (uuids) wait at the same time, as the first of them has it written."""

    room: str
    delegates: tuple[str, ...]


def principals(facts: MeetingFacts) -> tuple[Principal, ...]:
    """Return the principals who come, by time of arrival; those without a time follow in the working order of
    rank, then by entity, in the alphabet of the seats in the first part: the same order in every language.

    Whoever has an arrival is one of them, also when the programme needs the person no more. A placeholder does not
    inherit the rank of whom it stands for. Nobody expected gives an empty tuple.
    """
    arrivals, engagements = arrivals_of(facts), engagements_of(facts)
    heads = [head for one in expected_delegations(facts.roster) if (head := head_of(one))]
    uuids = dict.fromkeys((*(head.uuid for head in heads), *engagements, *arrivals))
    people = [facts.delegates[uuid] for uuid in uuids if uuid in facts.delegates]
    found = [
        Principal(delegate=one, arrival=arrivals.get(one.uuid), engagements=engagements.get(one.uuid, ()))
        for one in people
        if not one.is_withdrawn and one.delegation in facts.coming
    ]
    language = next((one.seating_language for one in facts.segments), "en")
    return tuple(sorted(found, key=lambda one: _key(facts, one, language)))


@once
def arrivals_of(facts: MeetingFacts) -> dict[str, ArrivalFacts]:
    """Return what is arranged, by the delegate's uuid."""
    return {one.delegate: one for one in facts.arrivals}


@once
def engagements_of(facts: MeetingFacts) -> dict[str, tuple[Engagement, ...]]:
    """Return what needs each delegate who comes, by uuid, in the order of the programme."""
    found: dict[str, list[Engagement]] = {}
    for uuid, one in _engagements(facts):
        found.setdefault(uuid, []).append(one)
    return {uuid: tuple(sorted(every, key=lambda one: one.place)) for uuid, every in found.items()}


def arrives_at(facts: MeetingFacts, arrival: ArrivalFacts | None) -> datetime | None:
    """Return the instant of an arrival, None while its time is not known."""
    return nearest_instant(arrival.arrives, facts.roster.zone) if arrival and arrival.arrives else None


@once
def item_places(facts: MeetingFacts) -> dict[str, tuple[int, int]]:
    """Return where each item stands in the programme, by uuid: the number of its part and its own, from 0."""
    return {
        item.uuid: (part, number)
        for part, segment in enumerate(facts.segments)
        for number, item in enumerate(segment.items)
    }


def last_of_opening(facts: MeetingFacts) -> ItemFacts | None:
    """Return the item with which the first part ends; None for a meeting of one part, which nobody leaves between."""
    opening = next(iter(facts.segments), None)
    return opening.items[-1] if opening and opening.items and len(facts.segments) > 1 else None


def proposed_to_leave(facts: MeetingFacts) -> frozenset[str]:
    """Return the delegates who are proposed to leave after the opening, by uuid.

    Those up to the rank of the Secretary-General whom the first part needs and no later one, as long as nothing is
    said of their leaving.
    """
    if last_of_opening(facts) is None:
        return frozenset()
    lowest, arrivals = working_position(LOWEST_TO_LEAVE), arrivals_of(facts)
    return frozenset(
        uuid
        for uuid, every in engagements_of(facts).items()
        if all(one.place[0] == 0 for one in every)
        and _rank(facts.delegates[uuid]) <= lowest
        and not (uuid in arrivals and arrivals[uuid].leaves_after)
    )


def shared_rooms(facts: MeetingFacts) -> tuple[SharedRoom, ...]:
    """Return the holding rooms in which two principals or more wait at once, in the order in which they first stand.

    Somebody waits from the arrival until the programme first needs the person, at the latest until the meeting starts
    where it does not; nobody whose time is unknown is reckoned with. Upper and lower case and accents do not count.
    """
    waits: dict[str, list[tuple[ArrivalFacts, datetime, datetime]]] = {}
    for arrival in facts.arrivals:
        start = arrives_at(facts, arrival)
        if start and arrival.holding_room and facts.delegates[arrival.delegate].delegation in facts.coming:
            waits.setdefault(fold(arrival.holding_room), []).append((arrival, start, _awaited(facts, arrival)))
    found = []
    for every in waits.values():
        together = [one for one in every if any(other is not one and _meet(one, other) for other in every)]
        if together:
            delegates = tuple(arrival.delegate for arrival, _, _ in together)
            found.append(SharedRoom(room=together[0][0].holding_room, delegates=delegates))
    return tuple(found)


def seen_under(facts: MeetingFacts, segment: SegmentFacts, item: ItemFacts) -> tuple[str, ...]:
    """Return whom the press sees under an item, delegate uuids: its speakers; where none is named, the podium by
    rank.
    """
    speakers = (one.delegate for one in item.speeches if one.delegate in facts.delegates and speaks(facts, one))
    found = tuple(uuid for uuid in dict.fromkeys(speakers) if not facts.delegates[uuid].is_withdrawn)
    return found or tuple(sorted(podium_of(facts, segment), key=lambda uuid: _rank(facts.delegates[uuid])))


def _engagements(facts: MeetingFacts) -> Iterator[tuple[str, Engagement]]:
    for part, timing in enumerate(timeline(facts).segments):
        segment = timing.segment
        whole = Engagement(place=(part, -1), title=segment.title, start=timing.start)
        for uuid in dict.fromkeys((*chairs_of(facts, segment), *podium_of(facts, segment))):
            if uuid in facts.delegates:
                yield uuid, whole
        for number, one in enumerate(timing.items):
            for speech in one.item.speeches:
                if speech.delegate in facts.delegates and speaks(facts, speech):
                    yield speech.delegate, Engagement(place=(part, number), title=one.item.title, start=one.start)


def _key(facts: MeetingFacts, principal: Principal, language: str) -> tuple:
    delegate, arrives = principal.delegate, arrives_at(facts, principal.arrival)
    entity = facts.entities[facts.delegations[delegate.delegation].entity]
    protocol = (_rank(delegate), entity_sort_key(entity, language), person_sort_key(delegate), delegate.uuid)
    return (0, arrives, *protocol) if arrives else (1, *protocol)


def _rank(delegate: DelegateFacts) -> int:
    return working_position("unspecified" if delegate.is_placeholder else delegate.rank)


def _awaited(facts: MeetingFacts, arrival: ArrivalFacts) -> datetime:
    needed = engagements_of(facts).get(arrival.delegate)
    return needed[0].start if needed else timeline(facts).start


def _meet(one: tuple[ArrivalFacts, datetime, datetime], other: tuple[ArrivalFacts, datetime, datetime]) -> bool:
    return max(one[1], other[1]) < min(one[2], other[2])
