"""Principals: those for whom arrival, holding room and departure are arranged, in the order in which they come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from events.domain.facts import ArrivalFacts, MeetingFacts
from events.domain.taking_part import chairs_of, podium_of, speaks
from events.domain.timeline import timeline
from participants.domain.attendance import expected_delegations, head_of


@dataclass(frozen=True, kw_only=True)
class Principal:
    """One principal by the delegate's uuid, with what is arranged; `arrival` is None while nothing is.

    `first_at` is the instant at which they preside, sit on the podium or speak first, `last_item` the uuid of the item
    in which they do so last; None and "" for heads of delegation who do none of that.
    """

    delegate: str
    arrival: ArrivalFacts | None
    first_at: datetime | None
    last_item: str


def principals(facts: MeetingFacts) -> tuple[Principal, ...]:
    """Return those who preside, sit on the podium or speak, those with an arrival, and all expected heads, each once.

    First those whose hour of arrival is known, by it; then those of the programme in its order; then heads of
    delegation by entity code. Nobody stands for two: a delegate is one principal.
    """
    tasks: dict[str, list[tuple[datetime, str]]] = {}
    for uuid, start, item in _tasks(facts):
        tasks.setdefault(uuid, []).append((start, item))
    arrivals = {one.delegate: one for one in facts.arrivals}
    heads = (head_of(one) for one in expected_delegations(facts.roster))
    order = dict.fromkeys((*tasks, *arrivals, *(one.uuid for one in heads if one)))
    found = [
        Principal(
            delegate=uuid,
            arrival=arrivals.get(uuid),
            first_at=min((start for start, _ in tasks[uuid]), default=None) if uuid in tasks else None,
            last_item=tasks[uuid][-1][1] if uuid in tasks else "",
        )
        for uuid in order
        if uuid in facts.delegates and not facts.delegates[uuid].is_withdrawn
    ]
    timed = [one for one in found if one.arrival and one.arrival.arrives]
    others = [one for one in found if one not in timed]
    return (*sorted(timed, key=lambda one: (one.arrival.arrives, one.delegate)), *others)


def _tasks(facts: MeetingFacts) -> Iterator[tuple[str, datetime, str]]:
    """Yield who has something to do when, in programme order, with the item in which it ends."""
    for part in timeline(facts).segments:
        last = part.items[-1].item.uuid if part.items else ""
        for uuid in dict.fromkeys((*chairs_of(facts, part.segment), *podium_of(facts, part.segment))):
            yield uuid, part.start, last
        for item in part.items:
            for one in item.speeches:
                if one.speech.delegate and speaks(facts, one.speech):
                    yield one.speech.delegate, one.start, item.item.uuid
