"""Delegates as findings and messages call them."""

from events.domain.facts import MeetingFacts
from participants.domain.names import full_name
from participants.domain.texts import Texts
from participants.domain.values import DelegateFacts


def called(facts: MeetingFacts, delegate: DelegateFacts) -> str | Texts:
    """Return the delegate's name; the function, else the entity's name, by language, while nobody is named."""
    return full_name(delegate) or delegate.function or entity_of(facts, delegate)


def entity_of(facts: MeetingFacts, delegate: DelegateFacts) -> Texts:
    """Return the names of the entity whose delegation the delegate is in."""
    return facts.entities[facts.delegations[delegate.delegation].entity].names
