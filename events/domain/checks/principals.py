"""What contradicts itself about principals: who comes after their hour, or leaves before it."""

from collections.abc import Iterator

from events.domain import wallclock
from events.domain.facts import MeetingFacts
from events.domain.findings import Cure, Finding
from events.domain.people import called
from events.domain.principals import Principal, principals
from events.domain.timeline import timeline


def principal_findings(facts: MeetingFacts, languages: tuple[str, ...]) -> Iterator[Finding]:
    """Yield what is wrong with arrivals and departures, in the order of the arrivals."""
    if not facts.arrivals:
        return
    cure = Cure(page="events:arrivals", arguments=(facts.roster.slug,))
    order = [one.item.uuid for one in timeline(facts).items]
    titles = {one.item.uuid: one.item.title for one in timeline(facts).items}
    for one in principals(facts):
        yield from _late(facts, one, cure)
        leaves = one.arrival.leaves_after if one.arrival else ""
        if leaves in order and one.last_item in order and order.index(leaves) < order.index(one.last_item):
            values = {
                "person": called(facts, facts.delegates[one.delegate]),
                "part": titles[leaves],
                "next": titles[one.last_item],
            }
            yield Finding(kind="leaves_early", values=values, cure=cure)


def _late(facts: MeetingFacts, one: Principal, cure: Cure) -> Iterator[Finding]:
    zone = facts.roster.zone
    if one.arrival is None or one.arrival.arrives is None or one.first_at is None:
        return
    if wallclock.nearest_instant(one.arrival.arrives, zone) > one.first_at:
        values = {
            "person": called(facts, facts.delegates[one.delegate]),
            "starts": one.arrival.arrives,
            "limit": wallclock.local(one.first_at, zone),
        }
        yield Finding(kind="arrives_late", values=values, cure=cure)
