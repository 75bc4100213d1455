"""What a presiding officer says at each line of the script, in English and French, as it is said aloud.

Names are said in full ("His Excellency Mr. …", "Son Excellence Madame …"); a text that exists in another language only
is said in that one, without the mark that prints give it.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta

from django.utils.translation import gettext, override

from events.documents.script_formulas import formulas, say
from events.documents.script_invitations import agenda, invitations
from events.documents.script_names import (
    called,
    capacity_of,
    chair_name,
    in_full,
    in_prose,
    person,
    speaker_of,
)
from events.documents.script_sentences import DIRECTIONS
from events.documents.title_words import Subject, meeting_subject, subject
from events.documents.words import clock_in_sentence, entity_of, uncapitalised
from events.domain.days import day_of
from events.domain.facts import MeetingFacts, SpeechFacts
from events.domain.items import ITEM_KINDS, SPOKEN_LANGUAGES
from events.domain.organs import is_briefing
from events.domain.script import Cue, Part
from events.domain.script_lines import Line, merged
from events.domain.taking_part import chairs_of, has_one_chair
from participants.domain.dates import day_text
from participants.domain.names import NBSP, function_line, spoken_name
from participants.domain.prose import joined, of, quoted, sentences, to
from participants.domain.protocol import is_state
from participants.domain.texts import text_in

MINUTE = timedelta(minutes=1)


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
    if cue.place == "floor" and not cue.is_own and (capacity := capacity_of(facts, cue.speech, language)):
        parts.append(capacity)
    if cue.place == "any_speaker":
        parts.append(table["any_speaker"])
    if cue.place in ("floor", "any_speaker"):
        parts.append(table["limit_assumed" if cue.is_assumed else "limit"] % {"length": length(cue.limit, language)})
    if cue.place == "floor" and speaker_of(facts, cue.speech) is None:
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


def _title(cue: Cue, language: str) -> str:
    return quoted(text_in(cue.item.title, language) or gettext(ITEM_KINDS[cue.item.kind].label), language)


def _item(facts: MeetingFacts, cue: Cue, language: str) -> str:
    is_alone = facts.kind == "organ" and len(facts.items) == 1
    return say(facts, language, "item_alone" if is_alone else "item", title=_title(cue, language))


def _opening(facts: MeetingFacts, cue: Cue, language: str) -> str:
    declared = _of_meeting(facts, meeting_subject(facts, language, has_mark=False), "opening", language)
    return sentences((declared, *_beside(facts, cue, language)), language)


def _of_meeting(facts: MeetingFacts, meeting: Subject, key: str, language: str) -> str:
    """Return the sentence `key` that calls the meeting by a title."""
    return say(facts, language, key, gender=meeting.gender, meeting=uncapitalised(meeting.text))


def _beside(facts: MeetingFacts, cue: Cue, language: str) -> Iterator[str]:
    """Yield the sentence in which the first of several co-chairs names the others."""
    others = [facts.delegates[one] for one in chairs_of(facts, cue.segment)[1:] if one in facts.delegates]
    names = [spoken_name(one, language) or person(facts, one, language) for one in others]
    if names:
        yield say(facts, language, "co_chairs", others=joined(names, language))


def _begins(facts: MeetingFacts, cue: Cue, language: str) -> str:
    """The first words of a part that is not the first: what went before, who co-chairs, what comes."""
    said = [say(facts, language, "resumption")] if cue.place == "resumption" else []
    said += [say(facts, language, "after_chair", name=name) for name in _names(facts, cue, language)]
    part = say(facts, language, "part", title=quoted(text_in(cue.segment.title, language), language))
    beside = _beside(facts, cue, language) if cue.place != "next_part" else ()
    return sentences((*said, *beside, part if text_in(cue.segment.title, language) else ""), language)


def _names(facts: MeetingFacts, cue: Cue, language: str) -> list[str]:
    """Return who hands the chair over or takes it, by name; those whose name is not known are left out."""
    found = (facts.delegates[one] for one in cue.people if one in facts.delegates)
    return [name for name in (spoken_name(one, language) for one in found) if name]


def _takes(facts: MeetingFacts, cue: Cue, language: str) -> str:
    names, key = _names(facts, cue, language), "takes_again" if cue.is_again else "takes_turn"
    return say(facts, language, key, name=names[0]) if names else say(facts, language, f"{key}_unknown")


def _gives(facts: MeetingFacts, cue: Cue, language: str) -> str:
    who = to(chair_name(facts, cue.people[0], language), language)
    return say(facts, language, cue.place, to_person=who, title=_title(cue, language) if cue.item else "")


def _hand_over(facts: MeetingFacts, cue: Cue, language: str) -> str:
    people = [name for name in (chair_name(facts, one, language) for one in cue.people) if name]
    key = "hand_over_unknown" if not people else "hand_over_one" if len(people) == 1 else "hand_over_many"
    return say(facts, language, key, people=joined(people, language))


def _conduct(facts: MeetingFacts, cue: Cue, language: str) -> str:
    key = "conduct_empty" if ITEM_KINDS[cue.item.kind].has_speakers else "conduct"
    key = "conduct_own" if cue.item.kind == "conclusion" else key
    return DIRECTIONS[language][key] % {"length": length(cue.limit, language)}


def _limits(facts: MeetingFacts, cue: Cue, language: str) -> str:
    if cue.limit is None:
        return say(facts, language, "limits_own")
    return say(facts, language, "limits", length=length(cue.limit, language))


def _floor(facts: MeetingFacts, cue: Cue, language: str) -> str:
    if cue.is_own:
        return _own_floor(facts, cue.speech, language)
    who = in_full(facts, cue.speech, language)
    group = text_in(cue.speech.on_behalf_of, language)
    key = "floor_behalf" if group else "floor"
    return say(facts, language, key, to_person=to(who, language), of_group=of(group, language))


def _own_floor(facts: MeetingFacts, speech: SpeechFacts, language: str) -> str:
    delegate, entity = speaker_of(facts, speech), entity_of(facts, speech.delegation)
    function = function_line(delegate, language) if delegate else ""
    if "floor_own_state" in formulas(facts, language) and is_state(entity):
        of_entity = of(in_prose(entity, language), language)
        return say(facts, language, "floor_own_state", gender=delegate.gender if delegate else "", of_entity=of_entity)
    unknown = "floor_own_unknown" if is_state(entity) else "floor_own_representative"
    places = {"function": function, "of_function": of(function, language)}
    return say(
        facts,
        language,
        "floor_own" if function else unknown,
        **places,
        of_entity=of(in_prose(entity, language), language),
    )


def _next(facts: MeetingFacts, cue: Cue, language: str) -> str:
    named = [to(called(facts, one, language), language) for one in cue.following]
    key = "next_two" if len(named) > 1 else "next"
    return say(facts, language, key, to_next=named[0], to_last=named[-1])


def _thanks(facts: MeetingFacts, cue: Cue, language: str) -> str:
    delegate = speaker_of(facts, cue.speech)
    if cue.is_own:
        return say(facts, language, "thanks_own", gender=delegate.gender if delegate else "")
    if is_briefing(facts, cue.speech):
        gender = delegate.gender if delegate else ""
        return say(facts, language, "thanks_briefing", gender=gender, name=called(facts, cue.speech, language))
    is_delegation = delegate is None and is_state(entity_of(facts, cue.speech.delegation))
    gender = "delegation" if is_delegation else delegate.gender if delegate else ""
    return say(facts, language, f"thanks_{gender}", name=called(facts, cue.speech, language))


def _kept(facts: MeetingFacts, cue: Cue, language: str) -> str:
    return DIRECTIONS[language]["silence_kept"] % {"length": length(cue.limit, language)}


def _closing(facts: MeetingFacts, cue: Cue, language: str) -> str:
    is_interpreted = len(facts.languages) > 1 or facts.interpretation_end is not None
    return say(facts, language, "closing_interpreted" if is_interpreted else "closing")


def _outcome(facts: MeetingFacts, cue: Cue, language: str) -> str:
    alone = "_one" if facts.outcome == "summary" and has_one_chair(facts) else ""
    return say(facts, language, f"outcome_{facts.outcome}{alone}")


def _adjournment(facts: MeetingFacts, cue: Cue, language: str) -> str:
    if cue.resumes is None:
        short = subject(facts.short_title or facts.title, language, kind=facts.kind, has_mark=False)
        return _of_meeting(facts, short, "adjournment", language)
    zone = facts.roster.zone
    day, time = day_of(cue.resumes, zone), clock_in_sentence(cue.resumes, zone, language)
    if day == day_of(cue.start, zone):
        return say(facts, language, "suspended", time=time)
    return say(facts, language, "adjourned", day=day_text(day, language, has_weekday=True, has_year=False), time=time)


def _interpretation(facts: MeetingFacts, cue: Cue, language: str) -> str:
    return say(facts, language, "interpretation", time=clock_in_sentence(cue.resumes, facts.roster.zone, language))


def _fixed(facts: MeetingFacts, cue: Cue, language: str) -> str:
    return say(facts, language, cue.place)


WORDS: dict[str, Callable[[MeetingFacts, Cue, str], str]] = {
    "opening": _opening,
    "agenda": agenda,
    "invitations": invitations,
    "resumption": _begins,
    "takes_chair": _begins,
    "next_part": _begins,
    "takes_turn": _takes,
    "takes_closing": _takes,
    "gives_turn": _gives,
    "gives_closing": _gives,
    "hand_over": _hand_over,
    "item": _item,
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
