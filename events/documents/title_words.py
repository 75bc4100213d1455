"""A meeting's title as the subject of a sentence: with its article, and in French with its gender."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext

from events.documents.words import is_missing, quoted, shown
from participants.domain.names import fold
from participants.domain.texts import Texts, rendering

# What meetings are called in French; any other title is put in quotation marks after "la réunion".
FEMININE = frozenset(
    ("assemblee", "ceremonie", "conference", "concertation", "manifestation", "rencontre", "reunion", "seance")
    + ("session", "table")
)
MASCULINE = frozenset(
    ("atelier", "colloque", "debat", "dejeuner", "dialogue", "forum", "seminaire", "sommet", "symposium")
)
_ORDINAL = re.compile(r"\d+(?:re|er|e)$")


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A title at the beginning of a sentence; `gender` is "f" or "m", what the verb agrees with."""

    text: str
    gender: str = "f"


def subject(title: Texts, language: str) -> Subject:
    """Return the title as the first words of a sentence: "The Ministerial Meeting on Mali", "La réunion …".

    A title in another language, or one whose gender is not known, stands in quotation marks after "The meeting".
    """
    if not shown(title, language):
        return Subject(text=gettext("The meeting"))
    if is_missing(title, language):
        found = rendering(title, language)
        return Subject(text=f"{_intitled(found.text, language)}\u00a0[{found.language}]")
    return SUBJECTS[language](shown(title, language))


def has_topic(title: Texts, language: str) -> bool:
    """Return whether the title goes on after a colon ("7917th meeting: Mali"), which no sentence can do."""
    return ":" in shown(title, language)


def _intitled(title: str, language: str) -> str:
    return gettext("The meeting %(title)s") % {"title": quoted(title, language)}


def _english(title: str) -> Subject:
    return Subject(text=title if title.startswith("The ") else f"The {title}")


def _french(title: str) -> Subject:
    first, _, rest = title.partition(" ")
    is_ordinal = bool(_ORDINAL.fullmatch(first))
    noun = fold(rest.partition(" ")[0] if is_ordinal else first)
    if noun not in FEMININE | MASCULINE:
        return Subject(text=_intitled(title, "fr"))
    gender = "f" if noun in FEMININE else "m"
    words = title if is_ordinal else first.lower() + title[len(first) :]
    if not is_ordinal and noun[0] in "aeiou":
        return Subject(text=f"L'{words}", gender=gender)
    return Subject(text=f"{'La' if gender == 'f' else 'Le'} {words}", gender=gender)


SUBJECTS: dict[str, Callable[[str], Subject]] = {"en": _english, "fr": _french}
