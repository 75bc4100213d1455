"""A text that names a person, or a title, as it would be with somebody else: a proposal, for people to look at."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from participants.domain.names import (
    address,
    fold,
    full_name,
    listed_name,
    printed_name,
    upper,
)
from participants.domain.prose import of, to
from participants.domain.texts import text_in
from participants.domain.values import DelegateFacts, EntityFacts

# A family name alone is looked for from this length on: shorter ones are words of the language.
SHORTEST_FAMILY_NAME = 4
VOWELS = "aeiou"
FIRST_IDEOGRAPH = "\u2e80"
# What may stand before a person or a title, and goes with it; whether it is definite, and what it says.
ARTICLES: dict[str, dict[str, tuple[str, bool]]] = {
    "en": {"the": ("", True)},
    "fr": {
        "du": ("of", True), "de la": ("of", True), "de l'": ("of", True), "de": ("of", False), "d'": ("of", False),
        "le": ("", True), "la": ("", True), "l'": ("", True),
        "au": ("to", True), "à la": ("to", True), "à l'": ("to", True), "à": ("to", False),
    },
}  # fmt: skip
DEFINITE = {"": ("le ", "la ", "l'"), "of": ("du ", "de la ", "de l'"), "to": ("au ", "à la ", "à l'")}


@dataclass(frozen=True, kw_only=True)
class Renamed:
    """A text with its new words; `is_by_name` when the person was named in it, and not the title alone.

    `is_lacking` when a title in it has to change, and nobody wrote the new one in this language.
    """

    text: str
    is_by_name: bool = False
    is_lacking: bool = False


@dataclass(frozen=True, kw_only=True)
class _Swap:
    """What would stand there; `kind` is name, title, prose (of the entity), or lacking: what is there stays."""

    words: str
    kind: str
    is_title: bool = False


def renamed(text: str, language: str, *, old: DelegateFacts, new: DelegateFacts | None, entity: EntityFacts) -> Renamed:
    """Return `text` with `old` in it replaced by `new`, by the entity where nobody takes the place.

    Names are found as the language prints them, with their form of address, in capitals or plain, whatever the blanks
    and apostrophes; a title whatever its case. French articles follow the new word. A text without either comes back
    as it is; a title that `new` lacks in the language is left.
    """
    swaps = _swaps(old, new, entity, language)
    if not swaps:
        return Renamed(text=text)
    met: list[_Swap] = []

    def put(found: re.Match) -> str:
        needle = found["needle"]
        swap = next(swap for was, swap in swaps.items() if re.fullmatch(_pattern(was, swap), needle))
        met.append(swap)
        if swap.kind == "lacking":
            return found[0]
        words = _fitted(swap, needle, (found["article"] or ""), language, new.gender if new else "")
        return _without_second_style(text[: found.start()], words)

    needles = "|".join(_pattern(*one) for one in swaps.items())
    articles = "|".join(sorted(map(_spaced, ARTICLES.get(language, ())), key=len, reverse=True)) or "(?!)"
    whole = rf"(?P<article>(?<!\w)(?i:{articles})\s?)?(?P<needle>{needles})"
    changed = re.sub(whole, put, text)
    return Renamed(
        text=changed,
        is_by_name=any(not swap.is_title for swap in met),
        is_lacking=any(swap.kind == "lacking" for swap in met),
    )


def _without_second_style(before: str, words: str) -> str:
    """Return `words` without their form of address where the text has it already: it styled somebody without one."""
    styled = re.match(r"(\S+\.)\s(.+)", words, re.DOTALL)
    return styled[2] if styled and before.rstrip().endswith(styled[1]) else words


def _swaps(old: DelegateFacts, new: DelegateFacts | None, entity: EntityFacts, language: str) -> dict[str, _Swap]:
    """What stands for `old` in texts of the language, the longest first, and what would stand there."""
    old, new = _local(old, language), new and _local(new, language)
    prose = text_in({**entity.names, **entity.prose}, language)
    found: dict[str, _Swap] = {}
    for form in _forms(language):
        was, becomes = form(old), form(new) if new else prose
        if was and becomes:
            found.setdefault(was, _Swap(words=becomes, kind="name" if new else "prose"))
    for was, becomes in _titles(old, new, language):
        kind = "prose" if not new else "title" if becomes else "lacking"
        found[was] = _Swap(words=becomes if new else prose, kind=kind, is_title=True)
    if len(old.family_name) < SHORTEST_FAMILY_NAME or fold(old.family_name) in map(fold, entity.names.values()):
        found.pop(old.family_name, None)
    changing = {was: swap for was, swap in found.items() if was != swap.words}
    return dict(sorted(changing.items(), key=lambda one: len(one[0]), reverse=True))


def _titles(old: DelegateFacts, new: DelegateFacts | None, language: str) -> Iterator[tuple[str, str]]:
    for name in ("function", "capacity"):
        was = getattr(old, name).get(language, "").strip()
        if was:
            yield was, getattr(new, name).get(language, "").strip() if new else ""


def _local(person: DelegateFacts, language: str) -> DelegateFacts:
    """The person with the title of that language alone: a title of another one is not what a text of this one says."""
    own = person.function.get(language, "")
    return replace(person, function={language: own} if own else {})


def _forms(language: str) -> tuple[Callable[[DelegateFacts], str], ...]:
    def plain(person):
        return replace(person, style="plain")

    def last(person):
        return replace(person, given_names="") if person.family_name else person

    return (
        lambda one: address(one, language) if full_name(one) else "",
        lambda one: address(plain(one), language) if full_name(one) else "",
        lambda one: printed_name(one, language),
        lambda one: listed_name(one, language),
        lambda one: printed_name(plain(one), language),
        lambda one: listed_name(plain(one), language),
        lambda one: printed_name(last(one), language),
        lambda one: listed_name(last(one), language),
        lambda one: printed_name(plain(last(one)), language),
        lambda one: listed_name(plain(last(one)), language),
        full_name,
        lambda one: listed_name(replace(one, gender="", style="automatic"), language),
        lambda one: one.family_name if full_name(one) else "",
        lambda one: upper(one.family_name, language) if full_name(one) else "",
    )


def _pattern(was: str, swap: _Swap) -> str:
    words = _spaced(was)
    before = r"(?<!\w)" if _is_cased(was[0]) else ""
    after = r"(?!\w)" if _is_cased(was[-1]) else ""
    return f"{before}(?i:{words}){after}" if swap.is_title else f"{before}{words}{after}"


def _spaced(words: str) -> str:
    """The words as a pattern that minds neither which blank nor which apostrophe stands in them."""
    parts = (re.sub("['’]", "['’]", re.escape(part)) for part in words.split())
    return r"\s+".join(parts)


def _is_cased(letter: str) -> bool:
    # Scripts without capitals join words to what stands before them, or part none at all.
    return letter.isalnum() and (letter.lower() != letter.upper() or (letter.isdigit() and letter < FIRST_IDEOGRAPH))


def _fitted(swap: _Swap, needle: str, article: str, language: str, gender: str) -> str:
    words = swap.words
    if swap.kind == "title" and needle[0].islower() and words[1:2].islower():
        words = words[0].lower() + words[1:]
    if not article:
        return words
    plain = " ".join(article.replace("’", "'").lower().split())
    says, is_definite = ARTICLES[language][plain]
    whole = _with_article(words, swap.kind, says, is_definite, language, gender) or f"{article}{words}"
    return whole[0].upper() + whole[1:] if article[0].isupper() else whole


def _with_article(words: str, kind: str, says: str, is_definite: bool, language: str, gender: str) -> str:
    """The words with what they need before them; "" where what stood there is as good as before."""
    if kind == "prose":
        return {"of": of, "to": to}.get(says, lambda prose, _language: prose)(words, language)
    if language != "fr":
        return ""
    is_elided = fold(words)[:1] in tuple(VOWELS)
    if not is_definite:
        return f"{'d' + chr(39) if is_elided else 'de '}{words}" if says == "of" else ""
    if kind != "title" or not (gender or is_elided):
        return ""
    masculine, feminine, elided = DEFINITE[says]
    return f"{elided if is_elided else masculine if gender == 'm' else feminine}{words}"
