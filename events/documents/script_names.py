"""How a presiding officer calls people and delegations, in English and French, as they are said aloud."""

from collections.abc import Callable

from events.documents.script_sentences import DIRECTIONS
from events.documents.words import entity_of, names_entity
from events.domain.facts import MeetingFacts, SpeechFacts
from events.domain.organs import is_security_council
from participants.domain import french
from participants.domain.names import function_line, spoken_name
from participants.domain.prose import apposed, of
from participants.domain.protocol import is_state, is_united_nations
from participants.domain.texts import text_in
from participants.domain.values import DelegateFacts, EntityFacts

# An office with its article, by the gender of who holds it.
OFFICES: dict[str, Callable[[str, str], str]] = {
    "en": lambda function, gender: f"the {function}",
    "fr": lambda function, gender: french.definite(function, is_feminine=gender == "f"),
}


def chair_name(facts: MeetingFacts, chair: str, language: str) -> str:
    """Return the presiding officer in full, as somebody who calls him to the chair does; "" while nobody is named."""
    delegate = facts.delegates.get(chair)
    return person(facts, delegate, language) if delegate else ""


def headed(facts: MeetingFacts, chair: str, language: str) -> str:
    """Return the presiding officer as a script is headed, with the further capacity; "" while nobody is named."""
    delegate = facts.delegates.get(chair)
    capacity = text_in(delegate.capacity, language) if delegate else ""
    return apposed((chair_name(facts, chair, language), capacity), language)


def person(facts: MeetingFacts, delegate: DelegateFacts, language: str) -> str:
    """Return name and function as they are said aloud; a further capacity is said only where a speech is made in it.

    "His Excellency Mr. Jean-Yves Le Drian, Minister for Europe and Foreign Affairs of France": whom the person is of is
    added where the function does not say so, but for the Security Council and where the United Nations organise the
    meeting, which need not be told whose Secretariat it is. Nobody named yet: "the delegation of Algeria", of an
    organisation the office ("the Secretary-General of the United Nations") or, where none is known, "the representative
    of …".
    """
    entity, organ = entity_of(facts, delegate.delegation), facts.entities.get(delegate.organ)
    name, function = spoken_name(delegate, language), function_line(delegate, language)
    if not name and (is_state(entity) or not function):
        return delegation(entity, language)
    if not function:
        function = _of_entity(entity, "of_delegation", language)
    elif not _is_at_home(facts, entity) and not any(
        names_entity(function, one, language) for one in (entity, organ) if one
    ):
        function = f"{function} {of(in_prose(entity, language), language)}"
    return apposed((name, function), language) if name else _office(function, delegate.gender, language)


def _is_at_home(facts: MeetingFacts, entity: EntityFacts) -> bool:
    return is_united_nations(entity) and (is_security_council(facts) or entity.code in facts.organisers)


def delegation(entity: EntityFacts, language: str) -> str:
    """Return whoever speaks for an entity as it is said aloud: "the delegation of the Niger", "la délégation du
    Niger"; an organisation has no delegation: "the representative of the African Union".
    """
    return _of_entity(entity, "delegation", language)


def _of_entity(entity: EntityFacts, key: str, language: str) -> str:
    key = key if is_state(entity) else key.replace("delegation", "representative")
    return DIRECTIONS[language][key] % {"of_entity": of(in_prose(entity, language), language)}


def _office(function: str, gender: str, language: str) -> str:
    """Return an office with its article, as who holds it is called while no name is known."""
    return OFFICES[language](function, gender)


def in_prose(entity: EntityFacts, language: str) -> str:
    """Return the entity's name with its article, where the language has one: "the Niger", "le Niger"."""
    return entity.prose.get(language) or text_in(entity.names, language) or entity.code


def speaker_of(facts: MeetingFacts, speech: SpeechFacts) -> DelegateFacts | None:
    """Return who speaks, None while nobody is named."""
    delegate = facts.delegates.get(speech.delegate)
    return None if delegate is None or delegate.is_withdrawn or not spoken_name(delegate, "en") else delegate


def capacity_of(facts: MeetingFacts, speech: SpeechFacts, language: str) -> str:
    """Return in what capacity somebody speaks beside the function, "" for none, or for one that `in_full` says."""
    delegate = speaker_of(facts, speech)
    capacity = text_in(speech.capacity or (delegate.capacity if delegate else {}), language)
    is_told = delegate and (_is_in_capacity(speech, delegate) or capacity in function_line(delegate, language))
    return "" if is_told else capacity


def in_full(facts: MeetingFacts, speech: SpeechFacts, language: str) -> str:
    """Return who speaks with name and function, and the further capacity where the speech is made in that of the
    person; else as `unnamed` does.
    """
    delegate = speaker_of(facts, speech)
    if delegate is None:
        return unnamed(facts, speech, language)
    capacity = text_in(speech.capacity, language) if _is_in_capacity(speech, delegate) else ""
    return apposed((person(facts, delegate, language), capacity), language)


def _is_in_capacity(speech: SpeechFacts, delegate: DelegateFacts) -> bool:
    return bool(speech.capacity) and speech.capacity == delegate.capacity


def called(facts: MeetingFacts, speech: SpeechFacts, language: str) -> str:
    """Return who speaks by the name alone, else as `unnamed` does."""
    delegate = speaker_of(facts, speech)
    return spoken_name(delegate, language) if delegate else unnamed(facts, speech, language)


def unnamed(facts: MeetingFacts, speech: SpeechFacts, language: str) -> str:
    """Return who speaks while no name is known: the delegation; of an organisation the office, or whoever speaks."""
    delegate = facts.delegates.get(speech.delegate)
    if delegate is None or delegate.is_withdrawn:
        return delegation(entity_of(facts, speech.delegation), language)
    return person(facts, delegate, language)
