"""What does not fit between the programme and the coming and going of principals."""

from collections.abc import Iterator

from events.domain import wallclock
from events.domain.facts import ArrivalFacts, MeetingFacts
from events.domain.findings import Cure, Finding
from events.domain.people import called
from events.domain.principals import Engagement, arrives_at, engagements_of, item_places
from events.domain.timing import to_minute


def arrival_findings(facts: MeetingFacts, languages: tuple[str, ...]) -> Iterator[Finding]:
    """Yield who arrives after something that needs the person has begun, and who leaves before it.

    One finding of each kind a person: the first thing missed. Those who do not come are needed by nothing.
    """
    cure = Cure(page="events:arrivals", arguments=(facts.roster.slug,))
    needed = engagements_of(facts)
    for arrival in facts.arrivals:
        if arrival.delegate in needed:
            yield from _late(facts, arrival, needed[arrival.delegate], cure)
            yield from _early(facts, arrival, needed[arrival.delegate], cure)


def _late(facts: MeetingFacts, arrival: ArrivalFacts, needed: tuple[Engagement, ...], cure: Cure) -> Iterator[Finding]:
    arrives = arrives_at(facts, arrival)
    missed = [one for one in needed if arrives and to_minute(one.start) < arrives]
    if missed:
        first = min(missed, key=lambda one: one.start)
        values = {
            "person": called(facts, facts.delegates[arrival.delegate]),
            "part": first.title,
            "length": arrives - to_minute(first.start),
            "limit": wallclock.local(first.start, facts.roster.zone),
        }
        yield Finding(kind="arrives_late", values=values, cure=cure)


def _early(facts: MeetingFacts, arrival: ArrivalFacts, needed: tuple[Engagement, ...], cure: Cure) -> Iterator[Finding]:
    place = item_places(facts).get(arrival.leaves_after)
    missed = next((one for one in needed if place and one.place > place), None)
    if missed:
        values = {
            "person": called(facts, facts.delegates[arrival.delegate]),
            "item": facts.segments[place[0]].items[place[1]].title,
            "part": missed.title,
        }
        yield Finding(kind="leaves_early", values=values, cure=cure)
