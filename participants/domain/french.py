"""French grammar and typography: contractions with the article, ordinals, no-break spaces."""

import re

from participants.domain.names import NBSP, fold

# Of names that go without article, only this one begins with a mute h; the list is open.
MUTE_H = frozenset({"haiti"})
SPACE_BEFORE = re.compile(r"[ \u202f\u00a0]+(?=[:;?!»])")
SPACE_AFTER = re.compile(r"(?<=«)[ \u202f\u00a0]+")


def of(prose: str) -> str:
    """Return "of" before a name in its prose form: "du Mali", "des États-Unis", "de l'Algérie", "d'Haïti", "de Cuba".

    Only an article in lower case contracts: "La Haye" and "Le Drian" keep theirs. An empty name gives "".
    """
    article, rest = _article(prose)
    if article in ("le", "les"):
        return f"{'du' if article == 'le' else 'des'} {rest}"
    if article:
        return f"de {prose}"
    return f"d'{prose}" if _is_elided(prose) else f"de {prose}" if prose else ""


def to(prose: str) -> str:
    """Return "to" before a name in its prose form: "au Mali", "aux États-Unis", "à l'Algérie", "à Cuba"; "" for ""."""
    article, rest = _article(prose)
    if article in ("le", "les"):
        return f"{'au' if article == 'le' else 'aux'} {rest}"
    return f"à {prose}" if prose else ""


def definite(noun: str, *, is_feminine: bool = False) -> str:
    """Return a noun with its article: "le Secrétaire général", "la Présidente", "l'Envoyé spécial"; "" for ""."""
    if not noun:
        return ""
    return f"l'{noun}" if _is_elided(noun) else f"{'la' if is_feminine else 'le'} {noun}"


def ordinal(number: int, *, is_feminine: bool = False) -> str:
    """Return the ordinal in figures: "1er", "1re", "2e", "7917e"."""
    if number == 1:
        return "1re" if is_feminine else "1er"
    return f"{number}e"


def day_of_month(day: int) -> str:
    """Return the day as dates have it: "1er" for the first, the bare figure for every other day."""
    return ordinal(day) if day == 1 else str(day)


def spaced(text: str) -> str:
    """Return `text` with a no-break space where it has spaces before : ; ? ! » and after «; it adds none."""
    return SPACE_AFTER.sub(NBSP, SPACE_BEFORE.sub(NBSP, text))


def _article(prose: str) -> tuple[str, str]:
    for article in ("le ", "les ", "la ", "l'", "l’"):
        if prose.startswith(article):
            return article.strip(), prose.removeprefix(article)
    return "", prose


def _is_elided(name: str) -> bool:
    folded = fold(name)
    return folded[:1] in tuple("aeiou") or folded.partition(" ")[0] in MUTE_H
