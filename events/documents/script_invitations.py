"""The lines with which an organ's President has the agenda adopted and invites those who are no members."""

from collections.abc import Iterator

from events.documents.script_formulas import say
from events.documents.script_names import delegation, in_prose, person
from events.documents.words import capitalised
from events.domain.facts import MeetingFacts
from events.domain.organs import invited
from events.domain.script import Cue
from events.domain.taking_part import speaks
from participants.domain.attendance import head_of
from participants.domain.prose import joined, of, quoted, sentences
from participants.domain.protocol import STATUSES, entity_sort_key, is_state
from participants.domain.texts import text_in
from participants.domain.values import DelegationFacts


def agenda(facts: MeetingFacts, cue: Cue, language: str) -> str:
    """Return the adoption of the agenda: the titles of the meeting's parts, each once, where they have any."""
    titles = dict.fromkeys(text_in(segment.title, language) for segment in facts.segments)
    words = joined([quoted(title, language) for title in titles if title], language)
    return say(facts, language, "agenda", titles=words) if words else say(facts, language, "agenda_untitled")


def invitations(facts: MeetingFacts, cue: Cue, language: str) -> str:
    """Return the invitations: States, in a sentence for each rule that the organ invites them by, then persons."""
    guests = invited(facts)
    states = [one for one in guests if is_state(facts.entities[one.entity])]
    by_rule: dict[str, list[DelegationFacts]] = {}
    for one in sorted(states, key=lambda one: not _is_member_state(facts, one)):
        by_rule.setdefault(_rule(facts, one, language), []).append(one)
    people = [words for one in _in_order(guests) if one not in states for words in _people(facts, one, language)]
    said = [_states(facts, alike, rule, language) for rule, alike in by_rule.items()]
    return sentences((*said, _persons(facts, people, language)), language)


def _rule(facts: MeetingFacts, state: DelegationFacts, language: str) -> str:
    return say(facts, language, "rule_member" if _is_member_state(facts, state) else "rule_state")


def _is_member_state(facts: MeetingFacts, one: DelegationFacts) -> bool:
    return STATUSES[facts.entities[one.entity].status].code == "member_state"


def _in_order(guests: tuple[DelegationFacts, ...]) -> list[DelegationFacts]:
    return sorted(guests, key=lambda one: min((invitation.position for invitation in one.invitations), default=0))


def _states(facts: MeetingFacts, states: list[DelegationFacts], rule: str, language: str) -> str:
    ordered = sorted(states, key=lambda one: entity_sort_key(facts.entities[one.entity], language))
    names = [in_prose(facts.entities[one.entity], language) for one in ordered]
    head = head_of(ordered[0])
    words = {
        "rule": rule,
        "states": joined(names, language),
        "of_states": joined([of(name, language) for name in names], language),
    }
    if len(states) > 1:
        return capitalised(say(facts, language, "invited_states", **words))
    return capitalised(say(facts, language, "invited_state", gender=head.gender if head else "", **words))


def _people(facts: MeetingFacts, one: DelegationFacts, language: str) -> Iterator[str]:
    """Yield those who speak for an organisation in this meeting, in their order, else its head or representative."""
    speeches = [speech for item in facts.items.values() for speech in item.speeches if speaks(facts, speech)]
    mine = [facts.delegates[each.delegate] for each in speeches if each.delegation == one.uuid and each.delegate]
    head = head_of(one)
    found = list(dict.fromkeys(each.uuid for each in mine)) or ([head.uuid] if head else [])
    yield from (person(facts, facts.delegates[uuid], language) for uuid in found)
    if not found:
        yield delegation(facts.entities[one.entity], language)


def _persons(facts: MeetingFacts, people: list[str], language: str) -> str:
    if not people:
        return ""
    rule = say(facts, language, "rule_person")
    if len(people) > 1:
        return capitalised(say(facts, language, "invited_people", rule=rule, people=joined(people, language)))
    # A function in apposition ends with a comma where the sentence goes on.
    [alone] = people
    words = f"{alone}," if "," in alone else alone
    return capitalised(say(facts, language, "invited_person", rule=rule, people=words))
