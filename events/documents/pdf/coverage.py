"""What the embedded faces cannot draw: told beforehand to who prints, and never a box on paper.

A print must come out at any hour, so nothing is refused. A character that no face has is drawn as its compatible or
base letter where there is one; a stretch that has none becomes "[…]", the editor's sign of an omission. A page that
offers a document asks `missing_characters` first and warns.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import lru_cache

from events.documents.pdf.fonts import is_drawn
from events.documents.pdf.holding import held
from events.documents.pdf.wording import LAYING_OUT, bound, plain

OMISSION = "[…]"
_UNSEEN = ("\n", *LAYING_OUT)


def missing_characters(*values: object) -> str:
    """Return the characters that no embedded face draws as they are, each once, in the order met.

    `values`: strings, blocks, plates, or tuples, lists and dataclasses of such. "" when all is covered.
    """
    found: dict[str, None] = {}
    for text in _texts(values):
        for char in plain(text):
            if char != "\n" and not is_drawn(char):
                found.setdefault(char)
    return "".join(found)


@lru_cache(maxsize=20_000)
def printable(text: str, *, is_for_lines: bool = False) -> str:
    """Return `text` as it is drawn: plain, bound, and only of characters that an embedded face has (or line feeds).

    For lines it is held together too.
    """
    text = bound(plain(text, is_for_lines=is_for_lines))
    text = held(text) if is_for_lines else text
    if text.isascii() or all(char in _UNSEEN or is_drawn(char) for char in text):
        return text
    parts: list[str] = []
    for char in text:
        part = char if char in _UNSEEN or is_drawn(char) else _nearest(char)
        if part != OMISSION or not parts or parts[-1] != OMISSION:
            parts.append(part)
    return "".join(parts)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


@lru_cache(maxsize=10_000)
def _nearest(char: str) -> str:
    if unicodedata.combining(char):
        return ""
    for form in (unicodedata.normalize("NFKC", char), unicodedata.normalize("NFKD", char)):
        drawn = "".join(part for part in form if is_drawn(part))
        if drawn and (drawn == form or not unicodedata.combining(drawn[0])):
            return drawn
    return OMISSION
