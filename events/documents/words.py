"""What documents say alike: texts with the mark of another language, people, names in prose, places, instants.

A text that exists in another language only is printed all the same and followed by its code, in grey: "Accord [fr]".
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

from django.utils.translation import gettext, ngettext

from events.documents.pdf.blocks import Run, Wording
from events.documents.pdf.wording import marked
from events.domain.facts import MeetingFacts, RoomFacts, SpeechFacts
from events.domain.timing import to_minute
from events.domain.wallclock import local, nearest_instant, which_of_two
from participants.documents.places import in_prose, place_of
from participants.domain.dates import clock_in_sentence_text, clock_text, day_text
from participants.domain.names import NBSP, comma, listed_name, printed_name, sort_key
from participants.domain.prose import GRAMMARS, apposed, bracketed, joined, of, quoted, to
from participants.domain.texts import ISOLATE, Texts, rendering
from participants.domain.values import DelegateFacts, EntityFacts

# Cities where the United Nations meets, as they stand after "в"; of any other Russian says "in the city".
IN_RUSSIAN_CITY = {
    "Аддис-Абеба": "Аддис-Абебе", "Бангкок": "Бангкоке", "Бейрут": "Бейруте", "Бонн": "Бонне", "Брюссель": "Брюсселе",
    "Вашингтон": "Вашингтоне", "Вена": "Вене", "Гаага": "Гааге", "Женева": "Женеве", "Каир": "Каире",
    "Лондон": "Лондоне", "Москва": "Москве", "Нью-Йорк": "Нью-Йорке", "Париж": "Париже", "Рим": "Риме",
}  # fmt: skip
UNINFLECTED_IN_RUSSIAN = frozenset({"Бамако", "Найроби", "Сантьяго"})
# How sentences name a city, and the time of a zone by its city. Russian names the city after the time.
IN_CITY: dict[str, Callable[[str], str]] = {
    "en": lambda city: f"in {city}",
    "fr": lambda city: to(in_prose(city, "fr"), "fr"),
    "es": lambda city: f"en {city}",
    "ru": lambda city: f"в {_inflected(city)}",
    "ar": lambda city: f"في {city}",
    "zh": lambda city: f"在{city}",
}
ZONE_TIMES: dict[str, Callable[[str], str]] = {
    "en": lambda city: f"{city} time",
    "fr": lambda city: f"heure {of(in_prose(city, 'fr'), 'fr')}",
    "es": lambda city: f"hora de {city}",
    "ru": lambda city: f"местное время, {city}",
    "ar": lambda city: f"توقيت {city}",
    "zh": lambda city: f"{city}时间",
}
LARGEST_FIRST = frozenset({"zh"})
CHINESE_BRACKETS = re.compile("（[^（）]*）")
# Russian words up to this length are compared whole, longer ones without their ending.
LONGEST_KEPT = 4


def _inflected(city: str) -> str:
    if city in UNINFLECTED_IN_RUSSIAN:
        return city
    return IN_RUSSIAN_CITY.get(city, f"городе {city}")


def shown(texts: Texts, language: str) -> str:
    """Return the text in `language`, else in another one with its mark ("Accord [fr]"); "" where there is none."""
    found = rendering(texts, language)
    return marked(found.text, found.language) if found.is_fallback else found.text


def other_language(texts: Texts, language: str) -> str:
    """Return the language of the words that stand in for missing ones, "" where they are in `language`."""
    found = rendering(texts, language)
    return found.language if found.is_fallback else ""


def is_missing(texts: Texts, language: str) -> bool:
    """Return whether `texts` has words, but not in `language`."""
    return rendering(texts, language).is_fallback


def together(*parts: Wording) -> tuple[str | Run, ...]:
    """Return several wordings as one."""
    return tuple(run for part in parts for run in ((part,) if isinstance(part, (str, Run)) else part))


def of_texts(texts: Texts, language: str) -> str:
    """Return "of" with a text that begins with its article: "of the debate", "du débat"; one of another language in
    quotation marks, since its article belongs to that language.
    """
    if is_missing(texts, language):
        found = rendering(texts, language)
        return of(marked(quoted(found.text, language), found.language), language)
    return of(shown(texts, language), language)


def entity_name(entity: EntityFacts, language: str) -> str:
    """Return the name as lists have it."""
    return shown(entity.names, language) or entity.code


def entity_prose(entity: EntityFacts, language: str) -> str:
    """Return the name as sentences have it, with its article; the list form where no other is known.

    That of another language is the list form too: an article of its own would belong to that language.
    """
    if entity.prose.get(language):
        return entity.prose[language]
    return shown(entity.names, language) or shown(entity.prose, language) or entity.code


def entity_of(facts: MeetingFacts, delegation_uuid: str) -> EntityFacts:
    """Return the entity of a delegation. Raises KeyError for a uuid that the meeting does not have."""
    return facts.entities[facts.delegations[delegation_uuid].entity]


def full_address(delegate: DelegateFacts, language: str, *, is_listed: bool = False) -> str:
    """Return form of address and name; in lists the family name is in capitals. "" for a placeholder."""
    name = listed_name(delegate, language) if is_listed else printed_name(delegate, language)
    if name and delegate.style == "own" and is_missing(delegate.style_text, language):
        return marked(name, rendering(delegate.style_text, language).language)
    return name


def person(facts: MeetingFacts, delegate: DelegateFacts, language: str, *, capacity: Texts | None = None) -> str:
    """Return a person in apposition: "H.E. Mr. Abdelkader Messahel, Minister of Foreign Affairs of Algeria".

    `capacity` is that of the occasion, where it is not the person's own already. Without function, whom the person
    represents; nobody named yet: the function with "name to follow", else the delegation.
    """
    entity = entity_name(entity_of(facts, delegate.delegation), language)
    own = shown(delegate.function, language)
    further = shown(capacity or {}, language)
    parts = [full_address(delegate, language), own or entity, further if further != own else ""]
    if not parts[0]:
        return to_be_announced(own or entity)
    return apposed(parts, language)


def functions(delegate: DelegateFacts, language: str) -> str:
    """Return the function and the further capacity in apposition, each once: what lists say of a person."""
    return apposed(dict.fromkeys(shown(texts, language) for texts in (delegate.function, delegate.capacity)), language)


def speaker(facts: MeetingFacts, speech: SpeechFacts, language: str) -> str:
    """Return who speaks, in apposition, in what capacity and on whose behalf; the delegation while no name is known."""
    delegate = facts.delegates.get(speech.delegate)
    if delegate is None or delegate.is_withdrawn:
        words = to_be_announced(entity_name(entity_of(facts, speech.delegation), language))
    else:
        words = person(facts, delegate, language, capacity=speech.capacity or delegate.capacity)
    if not shown(speech.on_behalf_of, language):
        return words
    behalf = gettext("on behalf %(of_group)s") % {"of_group": of_texts(speech.on_behalf_of, language)}
    return apposed((words, behalf), language)


def to_be_announced(who: str) -> str:
    """Return a function or delegation for which nobody is named yet."""
    return gettext("%(function)s (name to follow)") % {"function": who}


def names_entity(text: str, entity: EntityFacts, language: str) -> bool:
    """Return whether `text` names the entity, in any of its forms, as whole words: a function need not be explained.

    Russian words may have other endings: "Председатель Комиссии Африканского союза" names the "Комиссия Африканского
    союза". Chinese words are not apart: 非洲联盟委员会主席 names the 非洲联盟委员会, whatever its brackets explain.
    """
    if language == "zh":
        told = f"{text} {CHINESE_BRACKETS.sub('', text)}"
        return any(form in told for form in _forms(entity, language))
    words = f" {_filed(text, language)} "
    return any(f" {_filed(form, language)} " in words for form in _forms(entity, language))


def _forms(entity: EntityFacts, language: str) -> Iterator[str]:
    every = (shown(texts, language) for texts in (entity.names, entity.formal, entity.short, entity.abbreviations))
    return filter(None, every)


def _filed(text: str, language: str) -> str:
    words = sort_key(text).split()
    return " ".join(word[:-2] if language == "ru" and len(word) > LONGEST_KEPT else word for word in words)


def in_apposition(parts: tuple[str, ...], language: str) -> str:
    """Return people with their functions as a list in a sentence: "A, b, and C, d"; three and more with semicolons."""
    found = [part for part in parts if part]
    if len(found) != 2 or not any(comma(language).strip() in part for part in found):
        return joined(found, language)
    return gettext("%(first)s, and %(last)s") % {"first": found[0], "last": found[1]}


def place(room: RoomFacts | None, language: str) -> str:
    """Return room, building and city, each once; in Chinese the largest first, without commas. "" without a room."""
    if room is None:
        return ""
    found = [shown(texts, language) for texts in (room.names, room.building, room.city)]
    if language in LARGEST_FIRST:
        return "".join(dict.fromkeys(reversed(found)))
    return apposed(dict.fromkeys(found), language)


def city_and_room(room: RoomFacts | None, language: str) -> str:
    """Return where a meeting was held, for a sentence: "in New York (Conference Room 4, …)"; "" without a city."""
    if room is None or not shown(room.city, language):
        return ""
    city = shown(room.city, language)
    if language in LARGEST_FIRST:
        return IN_CITY[language](place(room, language))
    inside = apposed((shown(room.names, language), shown(room.building, language)), language)
    words = IN_CITY[language](city)
    return GRAMMARS[language].gap.join((words, bracketed(inside, language))) if inside else words


def span(start: datetime, end: datetime, zone: str, language: str) -> str:
    """Return from when to when, wall clocks of `zone` with the weekday, for a line of its own: "Wednesday, 20 September
    2017, 15:30–18:00", "Mercredi 20 septembre 2017, de 15 h 30 à 18 heures".
    """
    days = [day_text(wall, language, has_weekday=True) for wall in (start, end)]
    clocks = [clock_in_sentence(nearest_instant(wall, zone), zone, language) for wall in (start, end)]
    if start.date() == end.date():
        words = gettext("%(day)s, %(start)s–%(end)s") % {"day": days[0], "start": clocks[0], "end": clocks[1]}
    else:
        places = {"first_day": days[0], "start": clocks[0], "last_day": days[1], "end": clocks[1]}
        words = gettext("%(first_day)s, %(start)s – %(last_day)s, %(end)s") % places
    return capitalised(words)


def clock(moment: datetime, zone: str, language: str) -> str:
    """Return the time of an instant as clocks in `zone` show it, the seconds dropped; an hour that they show twice
    with the time they keep: "01:30 EDT".
    """
    return _which(clock_text(local(to_minute(moment), zone), language), moment, zone)


def clock_in_sentence(moment: datetime, zone: str, language: str) -> str:
    """Return the same as sentences have it: in French "18 heures", where tables have "18 h"."""
    return _which(clock_in_sentence_text(local(to_minute(moment), zone), language), moment, zone)


def _which(clock: str, moment: datetime, zone: str) -> str:
    return " ".join(part for part in (clock, which_of_two(moment, zone)) if part)


def day_name(day: date, language: str) -> str:
    """Return a day for a line of its own: "Wednesday, 20 September 2017", "Mercredi 20 septembre 2017"."""
    return capitalised(day_text(day, language, has_weekday=True))


def capitalised(text: str) -> str:
    """Return a text that begins a line with a capital."""
    start = int(text.startswith(ISOLATE))
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def uncapitalised(text: str) -> str:
    """Return `text` with a small first letter, for the inside of a line or of a sentence."""
    return text[:1].lower() + text[1:]


def lowered(text: str, language: str) -> str:
    """Return an order in words for the inside of a sentence: "English alphabetical order" keeps its capital, « ordre
    alphabétique français » has none.
    """
    return text if language == "en" else uncapitalised(text)


def moment(instant: datetime, zone: str, language: str) -> str:
    """Return day and time of an instant: "20 September 2017, 09:00", "20 septembre 2017 à 9 heures"."""
    day = day_text(local(instant, zone), language)
    return gettext("%(day)s, %(time)s") % {"day": day, "time": clock_in_sentence(instant, zone, language)}


def wall_moment(wall: datetime, zone: str, language: str) -> str:
    """Return day and time of a wall clock of `zone`, as `moment` does."""
    return moment(nearest_instant(wall, zone), zone, language)


def zone_time(zone: str, language: str) -> str:
    """Return what the zone's time is called, by its city: "New York time", "heure de New York", "UTC"."""
    place = place_of(zone, language)
    return place if place == "UTC" else ZONE_TIMES[language](place)


def as_of(instant: datetime, zone: str, language: str) -> str:
    """Return the instant of the facts: "as of 20 September 2017, 09:00 (New York time)"."""
    places = {"moment": moment(instant, zone, language), "zone": zone_time(zone, language)}
    return gettext("as of %(moment)s (%(zone)s)") % places


def duration(length: timedelta) -> str:
    """Return a length of time to the second, held together: "5 min", "3 min 30 s", "30 s", "0 min"; never a sign."""
    whole, seconds = divmod(round(abs(length).total_seconds()), 60)
    minutes = ngettext("%(count)s min", "%(count)s min", whole) % {"count": whole}
    rest = ngettext("%(count)s s", "%(count)s s", seconds) % {"count": seconds}
    both = gettext("%(minutes)s %(seconds)s") % {"minutes": minutes, "seconds": rest}
    return (both if whole and seconds else rest if seconds else minutes).replace(" ", NBSP)


def in_signs(length: timedelta) -> str:
    """Return a length of time in the signs for minutes and seconds, the same in all languages: "5′", "3′30″", "30″"."""
    whole, seconds = divmod(round(abs(length).total_seconds()), 60)
    rest = f"{seconds:02}″" if whole else f"{seconds}″"
    return f"{whole}′{rest}" if whole and seconds else rest if seconds else f"{whole}′"


def minutes_text(length: timedelta) -> str:
    """Return a length under a heading that says minutes: "3", and "1 min 30 s" where it is not whole minutes."""
    whole, rest = divmod(length, timedelta(minutes=1))
    return duration(length) if rest else str(whole)
