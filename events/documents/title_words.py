"""A meeting's title as the subject of a sentence: with its article and its gender, where the language has them."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from events.documents.meeting_words import meeting_words
from events.documents.pdf.wording import marked
from events.documents.words import shown
from events.domain.facts import MeetingFacts
from participants.domain.names import fold
from participants.domain.prose import quoted
from participants.domain.texts import Texts, rendering

# What meetings are called, by gender; any other title is put in quotation marks after "the meeting".
FRENCH: dict[str, str] = {
    **dict.fromkeys(("assemblee", "ceremonie", "conference", "concertation", "manifestation", "rencontre"), "f"),
    **dict.fromkeys(("reunion", "seance", "session", "table"), "f"),
    **dict.fromkeys(("atelier", "colloque", "debat", "dejeuner", "dialogue", "forum", "seminaire", "sommet"), "m"),
    "symposium": "m",
}
SPANISH: dict[str, str] = {
    **dict.fromkeys(("asamblea", "ceremonia", "conferencia", "consulta", "cumbre", "mesa", "reunion", "sesion"), "f"),
    **dict.fromkeys(("acto", "almuerzo", "coloquio", "debate", "dialogo", "encuentro", "evento", "foro"), "m"),
    **dict.fromkeys(("seminario", "simposio", "taller"), "m"),
}
RUSSIAN: dict[str, str] = {
    **dict.fromkeys(("заседание", "мероприятие", "обсуждение", "собрание", "совещание"), "n"),
    **dict.fromkeys(("встреча", "дискуссия", "конференция", "сессия", "церемония"), "f"),
    **dict.fromkeys(("брифинг", "диалог", "саммит", "семинар", "симпозиум", "форум"), "m"),
}
# In Russian adjectives go before the noun.
WORDS_BEFORE_NOUN = 4
TA_MARBUTA = "ة"
_FRENCH_ORDINAL = re.compile(r"\d+(?:re|er|e)$")
_SPANISH_ORDINAL = re.compile(r"\d+\.?[ªº]$")


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A title at the beginning of a sentence; `gender` is "f", "m" or "n", what the verb agrees with."""

    text: str
    gender: str = "f"


def meeting_subject(facts: MeetingFacts, language: str, *, has_mark: bool = True) -> Subject:
    """Return the meeting's title as `subject` does, the short one where the title goes on after a colon."""
    title = facts.short_title if has_topic(facts.title, language) else facts.title
    return subject(title, language, kind=facts.kind, has_mark=has_mark)


def subject(title: Texts, language: str, *, kind: str = "conference", has_mark: bool = True) -> Subject:
    """Return the title as the first words of a sentence: "The Ministerial Meeting on Mali", "La réunion …".

    A title in another language, or one whose gender is not known, stands in quotation marks after "The meeting", or
    what that `kind` of meeting is called, the former with its mark unless `has_mark` is false.
    """
    words = meeting_words(kind)
    gender = words.genders.get(language, "f")
    found = rendering(title, language)
    if not found.text:
        return Subject(text=words.meeting, gender=gender)
    named = quoted(found.text, language)
    if not found.is_fallback:
        return SUBJECTS[language](found.text) or Subject(text=words.called % {"title": named}, gender=gender)
    named = marked(named, found.language) if has_mark else named
    return Subject(text=words.called % {"title": named}, gender=gender)


def has_topic(title: Texts, language: str) -> bool:
    """Return whether the title goes on after a colon ("7917th meeting: Mali"), which no sentence can do."""
    return bool({":", "："} & set(shown(title, language)))


def _english(title: str) -> Subject:
    return Subject(text=title if title.startswith("The ") else f"The {title}")


def _french(title: str) -> Subject | None:
    words, gender, is_ordinal = _of_noun(title, FRENCH, _FRENCH_ORDINAL)
    if not gender:
        return None
    if not is_ordinal and fold(words)[0] in "aeiou":
        return Subject(text=f"L'{words}", gender=gender)
    return Subject(text=f"{'La' if gender == 'f' else 'Le'} {words}", gender=gender)


def _spanish(title: str) -> Subject | None:
    words, gender, _ = _of_noun(title, SPANISH, _SPANISH_ORDINAL)
    if not gender:
        return None
    # A name with a capital in each word keeps that of its first one: "La Reunión Ministerial sobre …".
    is_name = title.partition(" ")[2][:1].isupper()
    return Subject(text=f"{'La' if gender == 'f' else 'El'} {title if is_name else words}", gender=gender)


def _of_noun(title: str, nouns: dict[str, str], ordinal: re.Pattern) -> tuple[str, str, bool]:
    """Return the title as it follows its article, the gender of its noun ("" unknown), whether an ordinal begins it."""
    first, _, rest = title.partition(" ")
    is_ordinal = bool(ordinal.fullmatch(first))
    gender = nouns.get(fold(rest.partition(" ")[0] if is_ordinal else first), "")
    return (title if is_ordinal else first.lower() + title[len(first) :]), gender, is_ordinal


def _russian(title: str) -> Subject | None:
    words = [word.casefold() for word in title.split()[:WORDS_BEFORE_NOUN]]
    gender = next((RUSSIAN[word] for word in words if word in RUSSIAN), "")
    return Subject(text=title, gender=gender) if gender else None


def _arabic(title: str) -> Subject:
    return Subject(text=title, gender="f" if title.partition(" ")[0].endswith(TA_MARBUTA) else "m")


# A title whose gender is not known gives None.
SUBJECTS: dict[str, Callable[[str], Subject | None]] = {
    "en": _english,
    "fr": _french,
    "es": _spanish,
    "ru": _russian,
    "ar": _arabic,
    "zh": lambda title: Subject(text=title),
}
