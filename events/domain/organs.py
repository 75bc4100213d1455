"""Of a meeting of an organ: whether it is the Security Council that meets, and who takes part without being a member.

Source: rules 37 and 39 of the Council's provisional rules of procedure (S/96/Rev.7).
"""

from events.domain.facts import MeetingFacts, SpeechFacts
from events.domain.taking_part import chairs_of
from participants.domain.attendance import expected_delegations
from participants.domain.once import once
from participants.domain.protocol import is_united_nations
from participants.domain.values import DelegationFacts
from participants.grounds import zone_of

COUNCIL, GUEST = "security_council", "guest"


@once
def is_security_council(facts: MeetingFacts) -> bool:
    """Return whether the organ that meets is known to be the Security Council.

    It is where all its members of the day are invited as such and whoever presides is one of them. While the directory
    does not know them all, or one is not in the meeting yet, nobody can tell, and it is not.
    """
    if facts.kind != "organ":
        return False
    known = [group for group in facts.roster.groups if group.ground == COUNCIL and group.is_complete]
    members = {code for group in known for code in group.members}
    here = {one.entity for one in facts.roster.delegations if COUNCIL in one.grounds}
    presiding = {facts.delegations[one].entity for one in _presiding(facts)}
    return bool(members) and members <= here and presiding <= here


def invited(facts: MeetingFacts) -> tuple[DelegationFacts, ...]:
    """Return the delegations expected that an organ must invite to take part, in the roster's order; () for no organ.

    Of the Security Council those at the table who are no members; of an organ whose members nobody can tell those whose
    ground is an invitation to speak.
    """
    if facts.kind != "organ":
        return ()
    at_table = [one for one in expected_delegations(facts.roster) if zone_of(one.grounds) == "table"]
    if is_security_council(facts):
        return tuple(one for one in at_table if COUNCIL not in one.grounds)
    presiding = _presiding(facts)
    return tuple(one for one in at_table if GUEST in one.grounds and one.uuid not in presiding)


def is_briefing(facts: MeetingFacts, speech: SpeechFacts) -> bool:
    """Return whether an organ thanks for a briefing, as it does whoever speaks for the Secretariat.

    Source: verbatim records of the Security Council (S/PV).
    """
    entity = facts.entities[facts.delegations[speech.delegation].entity]
    return facts.kind == "organ" and is_united_nations(entity)


def _presiding(facts: MeetingFacts) -> set[str]:
    """Return the delegations of which somebody presides over a part."""
    chairs = (uuid for segment in facts.segments for uuid in chairs_of(facts, segment))
    return {facts.delegates[uuid].delegation for uuid in chairs if uuid in facts.delegates}
