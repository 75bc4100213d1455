"""Who took part, in sentences for the outcome: those ticked present; whoever is not stands in brackets."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext, pgettext

from events.documents.deed_words import Doers
from events.documents.words import entity_of, entity_prose, full_address, in_apposition, person, shown
from events.domain.facts import ItemFacts, MeetingFacts, SpeechFacts
from events.domain.organs import is_briefing
from events.domain.taking_part import speaks
from meetingplanner.languages import phrase
from participants.domain.attendance import expected_delegations, is_granted, present_delegations
from participants.domain.prose import GRAMMARS, joined, named, of
from participants.domain.prose import bracketed as in_brackets
from participants.domain.protocol import entity_sort_key, is_state
from participants.domain.values import DelegateFacts, DelegationFacts
from participants.grounds import GROUNDS, zone_of

GROUPS: dict[str, str] = {
    "mediation": phrase("The following members of the international mediation took part: %(names)s."),
    "security_council": phrase("The following members of the Security Council took part: %(names)s."),
    "contributor": phrase("The following countries contributing troops or police took part: %(names)s."),
}
OBSERVERS = phrase("The following took part as observers: %(names)s.")
NO_FLOOR = ("opening_statement", "brief_remarks", "conclusion")


def is_ticked(facts: MeetingFacts) -> bool:
    """Return whether anybody has been ticked present yet."""
    return bool(present_delegations(facts.roster))


def bracketed(words: str) -> str:
    """Return words that nobody has confirmed: "[to be confirmed: …]"; "" for no words."""
    return gettext("[to be confirmed: %(words)s]") % {"words": words} if words else ""


def speakers(facts: MeetingFacts, kind: str, language: str) -> Doers:
    """Return who spoke in the items of `kind`, in speaking order, functions in apposition."""
    speeches = [one for item in _items(facts) if item.kind == kind for one in item.speeches if speaks(facts, one)]
    people = [_spoken(facts, one, language) for one in speeches]
    return _doers(people, [facts.delegates.get(one.delegate) for one in speeches], language)


def briefers(facts: MeetingFacts, language: str) -> Doers:
    """Return who gave an organ a briefing, in speaking order, functions in apposition, without the capacity of it."""
    speeches = [one for one in _speeches(facts) if is_briefing(facts, one)]
    people = [_spoken(facts, one, language, has_capacity=False) for one in speeches]
    return _doers(people, [facts.delegates.get(one.delegate) for one in speeches], language)


def chairs(facts: MeetingFacts, uuids: tuple[str, ...], language: str) -> Doers:
    """Return who presided, in order, with the further capacity."""
    known = [facts.delegates[uuid] for uuid in uuids if uuid in facts.delegates]
    people = [(named(person(facts, one, language, capacity=one.capacity), language), _was_there(one)) for one in known]
    return _doers(people, known, language)


def other_speakers(facts: MeetingFacts, language: str) -> Doers:
    """Return who spoke besides opening, brief remarks, briefing and conclusion, in order, each once: a State by its
    name, for an organisation the person with the function in brackets, or its representative while nobody is named.
    """
    speeches = [one for one in _speeches(facts) if not is_briefing(facts, one)]
    there: dict[str, bool] = {}
    for one in speeches:
        words = _speaking(facts, one, language)
        there[words] = there.get(words, False) or _is_there(facts, one)
    persons = [facts.delegates.get(one.delegate) for one in speeches if not is_state(entity_of(facts, one.delegation))]
    return _doers(list(there.items()), persons, language)


def group_sentences(facts: MeetingFacts, language: str) -> Iterator[str]:
    """Yield a sentence for each group of GROUNDS that took part, one for the others, one for the observers.

    Names stand with their article, in the alphabetical order of the language. While nobody is ticked present they are
    those expected, in brackets. The organisers, whom the first paragraph names, are not repeated among the others.
    """
    taking_part = present_delegations(facts.roster) or expected_delegations(facts.roster)
    named: set[str] = set()
    for code, ground in GROUNDS.items():
        if ground.names_group:
            members = [one for one in taking_part if code in one.grounds]
            named |= {one.uuid for one in members}
            sentence = (
                gettext(GROUPS[code])
                if code in GROUPS
                else gettext("%(group)s: %%(names)s.") % {"group": gettext(ground.label)}
            )
            yield from _sentence(facts, sentence, members, language)
    rest = [one for one in taking_part if one.uuid not in named and zone_of(one.grounds) == "table"]
    others = [one for one in rest if one.entity not in facts.organisers]
    if len(others) > 1:
        sentence = pgettext("several", "The following also took part: %(names)s.")
    else:
        sentence = gettext("The following also took part: %(names)s.")
    yield from _sentence(facts, sentence, others, language)
    granted = {one.delegation for one in facts.roster.requests if is_granted(one)}
    observers = [one for one in taking_part if zone_of(one.grounds) == "observers" and one.uuid in granted]
    yield from _sentence(facts, gettext(OBSERVERS), observers, language)


def _sentence(
    facts: MeetingFacts, sentence: str, delegations: Iterable[DelegationFacts], language: str
) -> Iterator[str]:
    entities = {one.entity: facts.entities[one.entity] for one in delegations}.values()
    ordered = sorted(entities, key=lambda entity: entity_sort_key(entity, language))
    names = joined([entity_prose(entity, language) for entity in ordered], language)
    if names:
        yield sentence % {"names": names if is_ticked(facts) else bracketed(names)}


def _items(facts: MeetingFacts) -> Iterator[ItemFacts]:
    for segment in facts.segments:
        yield from segment.items


def _speeches(facts: MeetingFacts) -> Iterator[SpeechFacts]:
    """Yield the speeches besides opening, brief remarks and conclusion, of those who come."""
    for item in _items(facts):
        if item.kind not in NO_FLOOR:
            yield from (one for one in item.speeches if speaks(facts, one))


def _spoken(facts: MeetingFacts, speech: SpeechFacts, language: str, *, has_capacity: bool = True) -> tuple[str, bool]:
    delegate = facts.delegates.get(speech.delegate)
    if delegate is None or delegate.is_withdrawn:
        return _speaking(facts, speech, language), False
    capacity = (speech.capacity or delegate.capacity) if has_capacity else None
    words = person(facts, delegate, language, capacity=capacity)
    return named(words, language), _was_there(delegate)


def _speaking(facts: MeetingFacts, speech: SpeechFacts, language: str) -> str:
    entity, delegate = entity_of(facts, speech.delegation), facts.delegates.get(speech.delegate)
    if is_state(entity):
        return entity_prose(entity, language)
    if delegate is None or delegate.is_withdrawn:
        return gettext("a representative %(of_entity)s") % {"of_entity": of(entity_prose(entity, language), language)}
    name, function = full_address(delegate, language), shown(delegate.function, language)
    if not name or not function:
        return named(person(facts, delegate, language), language)
    return GRAMMARS[language].gap.join((named(name, language), in_brackets(function, language)))


def _is_there(facts: MeetingFacts, speech: SpeechFacts) -> bool:
    return speech.delegate in facts.delegates and _was_there(facts.delegates[speech.delegate])


def _was_there(delegate: DelegateFacts) -> bool:
    return delegate.is_present and not delegate.is_withdrawn and not delegate.is_placeholder


def _doers(people: list[tuple[str, bool]], known: list[DelegateFacts | None], language: str) -> Doers:
    """Return those people with the form that agrees with them: where it is one, with the person of `known`."""
    if len(dict(people)) > 1:
        form = "many"
    else:
        form = next((one.gender for one in known if one and not one.is_withdrawn and not one.is_placeholder), "")
    return Doers(words=_people(people, language), form=form)


def _people(people: list[tuple[str, bool]], language: str) -> str:
    """Return people as a list; those not confirmed in one pair of brackets when nobody is, else each in its own."""
    found = dict(people)
    if not any(found.values()):
        return bracketed(in_apposition(tuple(found), language))
    return in_apposition(tuple(words if is_there else bracketed(words) for words, is_there in found.items()), language)
