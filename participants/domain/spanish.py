"""Spanish grammar: contractions with the article, "y" that becomes "e"."""

import re

from participants.domain.names import fold

# How forms of address begin, the masculine in a group: "Excma.", "Excmo.", "Sra.", "Sr.".
FORM = re.compile(r"(?:Excma|Sra)\.|(Excmo|Sr)\.")
# "y" becomes "e" before the sound of i, but not before a diphthong ("cobre y hierro") or y itself ("y Yemen").
SOUND_OF_I = re.compile(r"h?i(?![aeou])")


def of(prose: str) -> str:
    """Return "of" before a name in its prose form: "del Níger", "de los Estados Unidos", "de El Salvador", "de Malí".

    Only an article in lower case contracts. An empty name gives "".
    """
    return _contracted(prose, "de", "del")


def to(prose: str) -> str:
    """Return "to" before a name in its prose form: "al Níger", "a los Estados Unidos", "a El Salvador"; "" for ""."""
    return _contracted(prose, "a", "al")


def joint(last: str) -> str:
    """Return "and" with its blanks before the last member of a list: " e " before Irlanda, " y " before Hungría."""
    return " e " if SOUND_OF_I.match(fold(last)) else " y "


def named(person: str) -> str:
    """Return a person with the article that a form of address has in a sentence: "el Excmo. Sr. A", "la Sra. B".

    Who has none, and whatever begins otherwise, stays as it is.
    """
    form = FORM.match(person)
    return f"{'el' if form[1] else 'la'} {person}" if form else person


def _contracted(prose: str, preposition: str, contraction: str) -> str:
    if prose.startswith("el "):
        return f"{contraction} {prose.removeprefix('el ')}"
    return f"{preposition} {prose}" if prose else ""
