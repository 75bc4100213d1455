"""Who presides, sits on the podium and speaks as far as they come: the one answer that prints, plates and plans share.

Somebody whose delegation does not come is left out of them, and a finding says so; the programme keeps the time until
the office takes the speech out.
"""

from collections.abc import Iterable

from events.domain.facts import MeetingFacts, SegmentFacts, SpeechFacts
from participants.domain.attendance import ABSENT_STATUSES
from participants.domain.names import function_line, function_with_capacity
from participants.domain.values import DelegateFacts


def chairs_of(facts: MeetingFacts, segment: SegmentFacts) -> tuple[str, ...]:
    """Return who presides over `segment`, delegate uuids in their order, without those who do not come."""
    return _coming(facts, segment.chairs)


def plate_function(facts: MeetingFacts, delegate: DelegateFacts, language: str, *, place: str = "") -> str:
    """Return the function on a podium plate: with the further capacity for who presides, as the programme has both.

    `place` is the delegate's uuid whose place is taken, where it is another's.
    """
    presides = any((place or delegate.uuid) in chairs_of(facts, segment) for segment in facts.segments)
    return function_with_capacity(delegate, language) if presides else function_line(delegate, language)


def has_one_chair(facts: MeetingFacts) -> bool:
    """Return whether one person presides over each part that anybody presides over, and not several."""
    return max((len(chairs_of(facts, segment)) for segment in facts.segments), default=0) == 1


def podium_of(facts: MeetingFacts, segment: SegmentFacts) -> tuple[str, ...]:
    """Return who sits on the podium of `segment`, delegate uuids, each once, without those who do not come."""
    return tuple(dict.fromkeys(_coming(facts, segment.podium)))


def speaks(facts: MeetingFacts, speech: SpeechFacts) -> bool:
    """Return whether the delegation that is to speak comes."""
    return speech.delegation in facts.coming


def left_out(
    facts: MeetingFacts, segments: Iterable[SegmentFacts], roles: tuple[str, ...]
) -> dict[str, tuple[str, ...]]:
    """Return the entities that prints of `segments` leave out, by why: "regrets", "withdrawn" or "other".

    `roles` are which of chairs, podium and speeches a print has. Codes in the order of the programme, each once; {}
    when everybody comes. "other" has no ground of invitation, or as an observer no place.
    """
    found: dict[str, list[str]] = {}
    for segment in segments:
        for uuid in _delegations(facts, segment, roles):
            if uuid not in facts.coming:
                delegation = facts.delegations[uuid]
                reason = delegation.status if delegation.status in ABSENT_STATUSES else "other"
                found.setdefault(reason, []).append(delegation.entity)
    reasons = (*sorted(ABSENT_STATUSES), "other")
    return {reason: tuple(dict.fromkeys(found[reason])) for reason in reasons if reason in found}


def _delegations(facts: MeetingFacts, segment: SegmentFacts, roles: tuple[str, ...]) -> Iterable[str]:
    people = (*(segment.chairs if "chairs" in roles else ()), *(segment.podium if "podium" in roles else ()))
    yield from (facts.delegates[uuid].delegation for uuid in people if uuid in facts.delegates)
    if "speeches" in roles:
        yield from (speech.delegation for item in segment.items for speech in item.speeches)


def _coming(facts: MeetingFacts, delegates: tuple[str, ...]) -> tuple[str, ...]:
    known = facts.delegates
    return tuple(uuid for uuid in delegates if uuid not in known or known[uuid].delegation in facts.coming)
