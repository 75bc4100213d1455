"""What a presiding officer says at each line of the script, in English and French, as it is said aloud.

Names are said in full ("His Excellency Mr. …", "Son Excellence Madame …"); a text that exists in another language only
is said in that one, without the mark that prints give it.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta

from django.utils.translation import gettext, override

from events.documents.script_sentences import DIRECTIONS, formulas
from events.documents.title_words import meeting_subject
from events.documents.words import clock_in_sentence, entity_of, names_entity
from events.domain.days import day_of
from events.domain.facts import MeetingFacts, SpeechFacts
from events.domain.items import ITEM_KINDS, SPOKEN_LANGUAGES
from events.domain.script import Cue, Part
from events.domain.script_lines import Line, merged
from events.domain.taking_part import chairs_of, has_one_chair
from participants.domain import french
from participants.domain.dates import day_text
from participants.domain.names import NBSP, function_line, spoken_name
from participants.domain.prose import apposed, joined, of, quoted, sentences, to
from participants.domain.protocol import is_state
from participants.domain.texts import text_in
from participants.domain.values import DelegateFacts, EntityFacts

MINUTE = timedelta(minutes=1)
# An office with its article, by the gender of who holds it.
OFFICES: dict[str, Callable[[str, str], str]] = {
    "en": lambda function, gender: f"the {function}",
    "fr": lambda function, gender: french.definite(function, is_feminine=gender == "f"),
}


def lines_of(facts: MeetingFacts, part: Part, language: str) -> tuple[Line, ...]:
    """Return the lines of one officer's script in `language`, with what staff wrote in them."""
    wrote = [line for line in facts.script_lines if line.language == language]
    return merged(((cue, words(facts, cue, language)) for cue in part.cues), wrote)


def words(facts: MeetingFacts, cue: Cue, language: str) -> str:
    """Return what is said, or happens, at `cue`. Raises KeyError for a language that scripts are not made in."""
    with override(language):
        return WORDS[cue.place](facts, cue, language)


def remark(facts: MeetingFacts, cue: Cue, language: str) -> str:
    """Return what the officer should know at `cue`: in what capacity somebody speaks, the limit and whether anybody
    set it, a name to follow, the language of the speech; "" where there is nothing to be known.
    """
    table, parts = DIRECTIONS[language], []
    if cue.place == "floor" and (capacity := _capacity(facts, cue.speech, language)):
        parts.append(capacity)
    if cue.place == "any_speaker":
        parts.append(table["any_speaker"])
    if cue.place in ("floor", "any_speaker"):
        parts.append(table["limit_assumed" if cue.is_assumed else "limit"] % {"length": length(cue.limit, language)})
    if cue.place == "floor" and _speaker(facts, cue.speech) is None:
        parts.append(table["to_follow"])
    if cue.place == "floor" and cue.speech.language:
        with override(language):
            spoken = gettext(SPOKEN_LANGUAGES.get(cue.speech.language, cue.speech.language))
        parts.append(table["language"] % {"language": spoken})
    return " · ".join(parts)


def length(found: timedelta, language: str) -> str:
    """Return a length of time in words: "5 minutes", "1 minute 30 seconds"."""
    whole, rest = divmod(round(found.total_seconds()), 60)
    table = DIRECTIONS[language]
    parts = [table["minute" if whole == 1 else "minutes"] % {"count": whole}] if whole or not rest else []
    parts += [table["seconds"] % {"count": rest}] if rest else []
    return " ".join(part.replace(" ", NBSP) for part in parts)


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
    """Return name and function as they are said aloud; a further capacity is what lists say, and is not said.

    "His Excellency Mr. Jean-Yves Le Drian, Minister for Europe and Foreign Affairs of France": whom the person is of is
    added where the function does not say so. Nobody named yet: "the delegation of Algeria", of an organisation the
    office ("the Secretary-General of the United Nations") or, where none is known, "the representative of …".
    """
    entity, organ = entity_of(facts, delegate.delegation), facts.entities.get(delegate.organ)
    name, function = spoken_name(delegate, language), function_line(delegate, language)
    if not name and (is_state(entity) or not function):
        return delegation(entity, language)
    if not function:
        function = _of_entity(entity, "of_delegation", language)
    elif not any(names_entity(function, one, language) for one in (entity, organ) if one):
        function = f"{function} {of(_prose(entity, language), language)}"
    return apposed((name, function), language) if name else _office(function, delegate.gender, language)


def delegation(entity: EntityFacts, language: str) -> str:
    """Return whoever speaks for an entity as it is said aloud: "the delegation of the Niger", "la délégation du
    Niger"; an organisation has no delegation: "the representative of the African Union".
    """
    return _of_entity(entity, "delegation", language)


def _of_entity(entity: EntityFacts, key: str, language: str) -> str:
    key = key if is_state(entity) else key.replace("delegation", "representative")
    return DIRECTIONS[language][key] % {"of_entity": of(_prose(entity, language), language)}


def _office(function: str, gender: str, language: str) -> str:
    """Return an office with its article, as who holds it is called while no name is known."""
    return OFFICES[language](function, gender)


def _prose(entity: EntityFacts, language: str) -> str:
    return entity.prose.get(language) or text_in(entity.names, language) or entity.code


def _speaker(facts: MeetingFacts, speech: SpeechFacts) -> DelegateFacts | None:
    """Return who speaks, None while nobody is named."""
    delegate = facts.delegates.get(speech.delegate)
    return None if delegate is None or delegate.is_withdrawn or not spoken_name(delegate, "en") else delegate


def _capacity(facts: MeetingFacts, speech: SpeechFacts, language: str) -> str:
    """Return in what capacity somebody speaks beside the function, "" for none."""
    delegate = _speaker(facts, speech)
    capacity = text_in(speech.capacity or (delegate.capacity if delegate else {}), language)
    return "" if delegate and capacity in function_line(delegate, language) else capacity


def _called(facts: MeetingFacts, speech: SpeechFacts, language: str) -> str:
    """Return who speaks by the name alone, else as `_unnamed` does."""
    delegate = _speaker(facts, speech)
    return spoken_name(delegate, language) if delegate else _unnamed(facts, speech, language)


def _unnamed(facts: MeetingFacts, speech: SpeechFacts, language: str) -> str:
    """Return who speaks while no name is known: the delegation; of an organisation the office, or whoever speaks."""
    delegate = facts.delegates.get(speech.delegate)
    if delegate is None or delegate.is_withdrawn:
        return delegation(entity_of(facts, speech.delegation), language)
    return person(facts, delegate, language)


def _say(facts: MeetingFacts, language: str, key: str, **values: str) -> str:
    return formulas(facts.kind, language)[key] % values


def _title(cue: Cue, language: str) -> str:
    title = text_in(cue.item.title, language) or gettext(ITEM_KINDS[cue.item.kind].label)
    return quoted(title, language)


def _opening(facts: MeetingFacts, cue: Cue, language: str) -> str:
    meeting = meeting_subject(facts, language, has_mark=False)
    key = f"opening_{meeting.gender}" if f"opening_{meeting.gender}" in formulas(facts.kind, language) else "opening"
    declared = _say(facts, language, key, meeting=meeting.text[:1].lower() + meeting.text[1:])
    return sentences((declared, *_beside(facts, cue, language)), language)


def _beside(facts: MeetingFacts, cue: Cue, language: str) -> Iterator[str]:
    """Yield the sentence in which the first of several co-chairs names the others."""
    others = [facts.delegates[one] for one in chairs_of(facts, cue.segment)[1:] if one in facts.delegates]
    names = [spoken_name(one, language) or person(facts, one, language) for one in others]
    if names:
        yield _say(facts, language, "co_chairs", others=joined(names, language))


def _begins(facts: MeetingFacts, cue: Cue, language: str) -> str:
    """The first words of a part that is not the first: what went before, who co-chairs, what comes."""
    said = [_say(facts, language, "resumption")] if cue.place == "resumption" else []
    said += [_say(facts, language, "after_chair", name=name) for name in _names(facts, cue, language)]
    part = _say(facts, language, "part", title=quoted(text_in(cue.segment.title, language), language))
    beside = _beside(facts, cue, language) if cue.place != "next_part" else ()
    return sentences((*said, *beside, part if text_in(cue.segment.title, language) else ""), language)


def _names(facts: MeetingFacts, cue: Cue, language: str) -> list[str]:
    """Return who hands the chair over or takes it, by name; those whose name is not known are left out."""
    found = (facts.delegates[one] for one in cue.people if one in facts.delegates)
    return [name for name in (spoken_name(one, language) for one in found) if name]


def _takes(facts: MeetingFacts, cue: Cue, language: str) -> str:
    names = _names(facts, cue, language)
    return _say(facts, language, "takes_turn", name=names[0]) if names else _say(facts, language, "takes_turn_unknown")


def _gives(facts: MeetingFacts, cue: Cue, language: str) -> str:
    who = to(chair_name(facts, cue.people[0], language), language)
    return _say(facts, language, cue.place, to_person=who, title=_title(cue, language) if cue.item else "")


def _hand_over(facts: MeetingFacts, cue: Cue, language: str) -> str:
    people = [name for name in (chair_name(facts, one, language) for one in cue.people) if name]
    key = "hand_over_unknown" if not people else "hand_over_one" if len(people) == 1 else "hand_over_many"
    return _say(facts, language, key, people=joined(people, language))


def _conduct(facts: MeetingFacts, cue: Cue, language: str) -> str:
    key = "conduct_empty" if ITEM_KINDS[cue.item.kind].has_speakers else "conduct"
    key = "conduct_own" if cue.item.kind == "conclusion" else key
    return DIRECTIONS[language][key] % {"length": length(cue.limit, language)}


def _limits(facts: MeetingFacts, cue: Cue, language: str) -> str:
    if cue.limit is None:
        return _say(facts, language, "limits_own")
    return _say(facts, language, "limits", length=length(cue.limit, language))


def _floor(facts: MeetingFacts, cue: Cue, language: str) -> str:
    delegate = _speaker(facts, cue.speech)
    if cue.is_own:
        return _own_floor(facts, cue.speech, language)
    who = person(facts, delegate, language) if delegate else _unnamed(facts, cue.speech, language)
    group = text_in(cue.speech.on_behalf_of, language)
    key = "floor_behalf" if group else "floor"
    return _say(facts, language, key, to_person=to(who, language), of_group=of(group, language))


def _own_floor(facts: MeetingFacts, speech: SpeechFacts, language: str) -> str:
    delegate, entity = _speaker(facts, speech), entity_of(facts, speech.delegation)
    function = function_line(delegate, language) if delegate else ""
    unknown = "floor_own_unknown" if is_state(entity) else "floor_own_representative"
    places = {"function": function, "of_function": of(function, language)}
    return _say(
        facts,
        language,
        "floor_own" if function else unknown,
        **places,
        of_entity=of(_prose(entity, language), language),
    )


def _next(facts: MeetingFacts, cue: Cue, language: str) -> str:
    named = [to(_called(facts, one, language), language) for one in cue.following]
    key = "next_two" if len(named) > 1 else "next"
    return _say(facts, language, key, to_next=named[0], to_last=named[-1])


def _thanks(facts: MeetingFacts, cue: Cue, language: str) -> str:
    if cue.is_own:
        return _say(facts, language, "thanks_own")
    delegate = _speaker(facts, cue.speech)
    is_delegation = delegate is None and is_state(entity_of(facts, cue.speech.delegation))
    gender = "delegation" if is_delegation else delegate.gender if delegate else ""
    return _say(facts, language, f"thanks_{gender}", name=_called(facts, cue.speech, language))


def _kept(facts: MeetingFacts, cue: Cue, language: str) -> str:
    return DIRECTIONS[language]["silence_kept"] % {"length": length(cue.limit, language)}


def _closing(facts: MeetingFacts, cue: Cue, language: str) -> str:
    is_interpreted = len(facts.languages) > 1 or facts.interpretation_end is not None
    return _say(facts, language, "closing_interpreted" if is_interpreted else "closing")


def _outcome(facts: MeetingFacts, cue: Cue, language: str) -> str:
    alone = "_one" if facts.outcome == "summary" and has_one_chair(facts) else ""
    return _say(facts, language, f"outcome_{facts.outcome}{alone}")


def _adjournment(facts: MeetingFacts, cue: Cue, language: str) -> str:
    if cue.resumes is None:
        return _say(facts, language, "adjournment")
    zone = facts.roster.zone
    day, time = day_of(cue.resumes, zone), clock_in_sentence(cue.resumes, zone, language)
    if day == day_of(cue.start, zone):
        return _say(facts, language, "suspended", time=time)
    return _say(facts, language, "adjourned", day=day_text(day, language, has_weekday=True, has_year=False), time=time)


def _interpretation(facts: MeetingFacts, cue: Cue, language: str) -> str:
    return _say(facts, language, "interpretation", time=clock_in_sentence(cue.resumes, facts.roster.zone, language))


def _fixed(facts: MeetingFacts, cue: Cue, language: str) -> str:
    return _say(facts, language, cue.place)


WORDS: dict[str, Callable[[MeetingFacts, Cue, str], str]] = {
    "opening": _opening,
    "resumption": _begins,
    "takes_chair": _begins,
    "next_part": _begins,
    "takes_turn": _takes,
    "takes_closing": _takes,
    "gives_turn": _gives,
    "gives_closing": _gives,
    "hand_over": _hand_over,
    "item": lambda facts, cue, language: _say(facts, language, "item", title=_title(cue, language)),
    "conduct": _conduct,
    "limits": _limits,
    "floor": _floor,
    "next": _next,
    "thanks": _thanks,
    "silence_kept": _kept,
    "closing": _closing,
    "outcome": _outcome,
    "adjournment": _adjournment,
    "interpretation": _interpretation,
    **dict.fromkeys(("open_list", "any_speaker", "list_end", "silence", "silence_end"), _fixed),
    **dict.fromkeys(("absent", "over_limit", "point_of_order"), _fixed),
}
