"""Names and lists inside sentences, by language: one row of GRAMMARS per language the documents speak."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from participants.domain import french
from participants.domain.names import NBSP


@dataclass(frozen=True, kw_only=True)
class Grammar:
    """How one language says "of" and "to" a name, joins a list, and spaces its punctuation."""

    of: Callable[[str], str]
    to: Callable[[str], str]
    conjunction: str
    separator: str = ", "
    strong_separator: str = "; "
    spaced: Callable[[str], str]


def _english_of(prose: str) -> str:
    return f"of {prose}" if prose else ""


def _english_to(prose: str) -> str:
    return f"to {prose}" if prose else ""


GRAMMARS: dict[str, Grammar] = {
    "en": Grammar(of=_english_of, to=_english_to, conjunction="and", spaced=str),
    "fr": Grammar(
        of=french.of, to=french.to, conjunction="et", strong_separator=f"{NBSP}; ", spaced=french.spaced
    ),
}  # fmt: skip


def of(prose: str, language: str) -> str:
    """Return "of" with a name in its prose form: "of the Niger", "du Niger"; "" for an empty name."""
    return GRAMMARS[language].of(prose)


def to(prose: str, language: str) -> str:
    """Return "to" with a name in its prose form: "to the Niger", "au Niger"; "" for an empty name."""
    return GRAMMARS[language].to(prose)


def joined(parts: Iterable[str], language: str) -> str:
    """Return the parts as a list in a sentence, in the order given: "A, B and C", "A, B et C"; "" for none.

    Where a part holds a comma itself, semicolons part them, also before the last: "A, b; C, d; and E".
    """
    grammar = GRAMMARS[language]
    *firsts, last = [part for part in parts if part] or [""]
    if not firsts:
        return last
    if any("," in part for part in (*firsts, last)):
        return grammar.strong_separator.join((*firsts, f"{grammar.conjunction} {last}"))
    return f"{grammar.separator.join(firsts)} {grammar.conjunction} {last}"


def spaced(text: str, language: str) -> str:
    """Return `text` with the no-break spaces that the language's punctuation asks for; English asks for none."""
    return GRAMMARS[language].spaced(text)
