"""Names and lists inside sentences, by language: one row of GRAMMARS per language the documents speak."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from participants.domain import french, spanish
from participants.domain.names import NBSP, comma

ALL_COMMAS = frozenset(",،，")


@dataclass(frozen=True, kw_only=True)
class Grammar:
    """How one language says "of" and "to" a name, joins a list, brackets and quotes, and spaces its punctuation.

    `separator` parts the members of a list, `strong_separator` those that hold a comma themselves. `joint(last)` stands
    before the last member with its blanks, or before each but the first where a language says "and" so; `gap` stands
    between sentences, `dash` between a title and what specifies it, both with their blanks; `inner_quotes` inside
    `quotes`. `named` puts an article before a form of address in a sentence. A language without articles writes names
    in prose as it does in lists. Where nouns change after a preposition and nobody can tell how a name does (Russian),
    "of" and "to" leave it as it is, and sentences put it after a colon.
    """

    of: Callable[[str], str] = str
    to: Callable[[str], str] = str
    named: Callable[[str], str] = str
    joint: Callable[[str], str]
    strong_joint: str = ""
    is_joint_repeated: bool = False
    separator: str = ", "
    strong_separator: str = "; "
    brackets: str = "(%s)"
    quotes: str
    inner_quotes: str
    full_stop: str = "."
    gap: str = " "
    dash: str = " – "
    spaced: Callable[[str], str] = str
    has_articles: bool = False


def _prefixed(word: str) -> Callable[[str], str]:
    return lambda prose: f"{word} {prose}" if prose else ""


def _always(joint: str) -> Callable[[str], str]:
    return lambda last: joint


def _joint_ar(last: str) -> str:
    """Return the Arabic "and", apart from a figure only. Source: names of the Security Council's committees."""
    return f" و{NBSP}" if last[:1].isdigit() else " و"


GRAMMARS: dict[str, Grammar] = {
    "en": Grammar(
        of=_prefixed("of"),
        to=_prefixed("to"),
        joint=_always(" and "),
        quotes="“%s”",
        inner_quotes="‘%s’",
        has_articles=True,
    ),
    "fr": Grammar(
        of=french.of,
        to=french.to,
        joint=_always(" et "),
        strong_separator=f"{NBSP}; ",
        quotes=f"«{NBSP}%s{NBSP}»",
        inner_quotes="“%s”",
        spaced=french.spaced,
        has_articles=True,
    ),
    "es": Grammar(
        of=spanish.of,
        to=spanish.to,
        named=spanish.named,
        joint=spanish.joint,
        quotes="“%s”",
        inner_quotes="‘%s’",
        has_articles=True,
    ),
    "ru": Grammar(joint=_always(" и "), quotes="«%s»", inner_quotes="„%s“"),
    "ar": Grammar(
        joint=_joint_ar,
        is_joint_repeated=True,
        separator="، ",
        strong_separator="؛ ",
        quotes="«%s»",
        inner_quotes="“%s”",
    ),
    "zh": Grammar(
        joint=_always("和"),
        strong_joint="以及",
        separator="、",
        strong_separator="；",
        brackets="（%s）",
        quotes="“%s”",
        inner_quotes="‘%s’",
        full_stop="。",
        gap="",
        dash="——",
    ),
}  # fmt: skip


def of(prose: str, language: str) -> str:
    """Return "of" with a name in its prose form: "of the Niger", "du Niger", "del Níger"; "" for an empty name."""
    return GRAMMARS[language].of(prose)


def to(prose: str, language: str) -> str:
    """Return "to" with a name in its prose form: "to the Niger", "au Niger", "al Níger"; "" for an empty name."""
    return GRAMMARS[language].to(prose)


def joined(parts: Iterable[str], language: str) -> str:
    """Return the parts as a list in a sentence, in the order given: "A, B and C", "A, B et C"; "" for none.

    Where a part holds a comma itself, semicolons part them, also before the last: "A, b; C, d; and E".
    """
    grammar = GRAMMARS[language]
    *firsts, last = [part for part in parts if part] or [""]
    if not firsts:
        return last
    joint = grammar.joint(last)
    if any(ALL_COMMAS & set(part) for part in (*firsts, last)):
        return grammar.strong_separator.join((*firsts, f"{grammar.strong_joint or joint.lstrip(' ')}{last}"))
    if grammar.is_joint_repeated:
        return "".join((firsts[0], *(f"{grammar.joint(part)}{part}" for part in (*firsts[1:], last))))
    return f"{grammar.separator.join(firsts)}{joint}{last}"


def listed(parts: Iterable[str], language: str) -> str:
    """Return the parts one after the other without "and": "A, B, C", "A، B، C", "A、B、C"; empty ones are left out."""
    return GRAMMARS[language].separator.join(part for part in parts if part)


def apposed(parts: Iterable[str], language: str) -> str:
    """Return what explains one another: a name and its function, a room and its city; empty parts are left out."""
    return comma(language).join(part for part in parts if part)


def named(person: str, language: str) -> str:
    """Return a person as the subject of a sentence: a form of address has an article where the language says so."""
    return GRAMMARS[language].named(person)


def strongly_listed(parts: Iterable[str], language: str) -> str:
    """Return parts that may hold commas one after the other: "Host; Co-chair"; empty ones are left out."""
    return GRAMMARS[language].strong_separator.join(part for part in parts if part)


def dashed(parts: Iterable[str], language: str) -> str:
    """Return a title and what specifies it: "Programme – Mali", "日程——马里"; empty parts are left out."""
    return GRAMMARS[language].dash.join(part for part in parts if part)


def sentences(parts: Iterable[str], language: str) -> str:
    """Return sentences as one text; empty ones are left out."""
    return GRAMMARS[language].gap.join(part for part in parts if part)


def stopped(text: str, language: str) -> str:
    """Return `text` with a full stop, as a sentence of its own; "" for ""."""
    return f"{text}{GRAMMARS[language].full_stop}" if text else ""


def bracketed(text: str, language: str) -> str:
    """Return `text` in the round brackets of the language."""
    return GRAMMARS[language].brackets % text


def quoted(text: str, language: str) -> str:
    """Return `text` in the quotation marks of the language; those that it holds itself become the inner ones."""
    grammar = GRAMMARS[language]
    opening, closing = (mark.strip(NBSP) for mark in grammar.quotes.split("%s"))
    inner_opening, inner_closing = grammar.inner_quotes.split("%s")
    text = re.sub(f"{opening}[ \u202f{NBSP}]?", inner_opening, text)
    return grammar.quotes % re.sub(f"[ \u202f{NBSP}]?{closing}", inner_closing, text)


def spaced(text: str, language: str) -> str:
    """Return `text` with the no-break spaces that the language's punctuation asks for; only French asks for any."""
    return GRAMMARS[language].spaced(text)
