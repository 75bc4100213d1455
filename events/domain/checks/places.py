"""What does not fit the room, and who is missing from it: places, groups, observers who are invited."""

from collections.abc import Iterator

from events.domain.facts import MeetingFacts
from events.domain.findings import Cure, Finding, Label
from events.domain.people import called
from events.domain.seating.order import plan, usable_places
from events.domain.seats import observers_allowed
from participants.domain.allocation import AlreadyInvited, request_refusal
from participants.domain.attendance import expected_delegations
from participants.domain.values import GroupFacts
from participants.grounds import GROUNDS, zone_of


def place_findings(facts: MeetingFacts, languages: tuple[str, ...]) -> Iterator[Finding]:
    """Yield what is wrong with places and invitations; groups in their order, requests by time received."""
    for group in facts.roster.groups:
        yield from _group(facts, group)
    yield from _invited_observers(facts)
    yield from _released(facts)
    if facts.room and facts.room.seats:
        yield from _table(facts)
        yield from _unseated(facts)
        yield from _allowance(facts)
    elif facts.room:
        yield Finding(kind="no_plan", values={}, cure=Cure(page="events:seating", arguments=(facts.roster.slug,)))


def _group(facts: MeetingFacts, group: GroupFacts) -> Iterator[Finding]:
    """Yield who lacks and who is too many, for a group whose ground this meeting uses.

    An organ is there by the delegation it speaks through. Nobody is too many where the list of members is partial.
    """
    invited = {one.entity for one in facts.roster.delegations if _counts(one, group.ground)}
    if not group.ground or not invited:
        return
    members = dict.fromkeys(facts.entities[code].organ_of or code for code in group.members)
    cure = Cure(page="participants:delegations", arguments=(facts.roster.slug,))
    lacking = [code for code in members if code not in invited]
    beyond = [code for code in sorted(invited) if code not in members and group.is_complete]
    for kind, codes in (("group_lacks", lacking), ("group_exceeded", beyond)):
        if codes:
            names = tuple(facts.entities[code].names for code in codes)
            yield Finding(kind=kind, values={"group": group.names, "entities": names, "count": len(names)}, cure=cure)


def _counts(delegation, ground: str) -> bool:
    return ground in delegation.grounds and delegation.status != "withdrawn"


def _invited_observers(facts: MeetingFacts) -> Iterator[Finding]:
    cure = Cure(page="events:observers", arguments=(facts.roster.slug,))
    for request in facts.roster.requests:
        if request.withdrawn_at is None:
            refusal = request_refusal(facts.delegations[request.delegation], ())
            if isinstance(refusal, AlreadyInvited):
                grounds = tuple(Label(text=GROUNDS[code].label) for code in refusal.grounds)
                values = {"entity": facts.entities[refusal.entity].names, "grounds": grounds}
                yield Finding(kind="invited_observer", values=values, cure=cure)


def _released(facts: MeetingFacts) -> Iterator[Finding]:
    late = [one for one in facts.roster.delegations if one.released_at and one.status == "accepted"]
    if late:
        names = tuple(facts.entities[one.entity].names for one in late)
        cure = Cure(page="events:desk", arguments=(facts.roster.slug,))
        yield Finding(kind="accepted_released", values={"entities": names, "count": len(names)}, cure=cure)


def _table(facts: MeetingFacts) -> Iterator[Finding]:
    places = len(usable_places(facts.room, "table"))
    promised = sum(one.places_at_table for one in expected_delegations(facts.roster) if zone_of(one.grounds) == "table")
    if promised > places:
        cure = Cure(page="events:seating", arguments=(facts.roster.slug,))
        yield Finding(kind="table_too_small", values={"places": places, "promised": promised}, cure=cure)


def _unseated(facts: MeetingFacts) -> Iterator[Finding]:
    cure = Cure(page="events:seating", arguments=(facts.roster.slug,))
    for segment in facts.segments:
        seated = plan(facts, segment)
        names = tuple(facts.entities[facts.delegations[uuid].entity].names for uuid in seated.unseated)
        people = tuple(called(facts, facts.delegates[uuid]) for uuid in seated.off_podium)
        interpreters = tuple(called(facts, facts.delegates[uuid]) for uuid in seated.off_interpreters)
        short = tuple(facts.entities[facts.delegations[one.delegation].entity].names for one in seated.short)
        lacking = (
            ("unseated", names),
            ("off_podium", people),
            ("interpreter_unseated", interpreters),
            ("fewer_seats", short),
        )
        for kind, who in lacking:
            if who:
                values = {"part": segment.title, "names": who, "count": len(who)}
                yield Finding(kind=kind, values=values, cure=cure)


def _allowance(facts: MeetingFacts) -> Iterator[Finding]:
    allowed = observers_allowed(facts)
    if allowed is None:
        return
    cure = Cure(page="events:observers", arguments=(facts.roster.slug,))
    values = {"places": facts.roster.observer_places, "allowed": allowed}
    if allowed < 0:
        yield Finding(kind="room_too_small", values={"lacking": -allowed}, cure=cure)
    elif facts.roster.observer_places > allowed:
        yield Finding(kind="too_many_observer_places", values=values, cure=cure)
    elif facts.roster.observer_places < allowed:
        yield Finding(kind="fewer_observer_places", values=values, cure=cure)
