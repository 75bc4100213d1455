"""Which script a letter belongs to, and which one the signs between letters go with."""

import re
import unicodedata
from functools import lru_cache

LATIN, CYRILLIC, GREEK, ARABIC, HAN = "Latn", "Cyrl", "Grek", "Arab", "Hani"
# What a text without letters is set as, by its language; Latin for all others.
OF_LANGUAGE = {"ar": ARABIC, "zh": HAN, "ru": CYRILLIC}
# In Chinese text these are Chinese whatever they stand beside, so that both of a pair are alike.
HAN_SIGNS = frozenset("“”‘’—")

_RANGES = (
    (0x370, 0x3FF, GREEK),
    (0x1F00, 0x1FFF, GREEK),
    (0x400, 0x52F, CYRILLIC),
    (0x1C80, 0x1C8F, CYRILLIC),
    (0x2DE0, 0x2DFF, CYRILLIC),
    (0xA640, 0xA69F, CYRILLIC),
    (0x600, 0x6FF, ARABIC),
    (0x750, 0x77F, ARABIC),
    (0x8A0, 0x8FF, ARABIC),
    (0xFB50, 0xFDFF, ARABIC),
    (0xFE70, 0xFEFF, ARABIC),
    (0x2E80, 0xA4CF, HAN),
    (0xF900, 0xFAFF, HAN),
    (0xFE30, 0xFE4F, HAN),
    (0xFF00, 0xFFEF, HAN),
    (0x20000, 0x3FFFF, HAN),
)
_HAN_LETTERS = re.compile("[\u2e80-\ua4cf\uf900-\ufaff\U00020000-\U0003ffff]")
_ARABIC_LETTERS = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")

has_han, has_arabic = _HAN_LETTERS.search, _ARABIC_LETTERS.search


@lru_cache(maxsize=20_000)
def script_of(char: str) -> str:
    """Return the script of `char`, "" for marks, digits, signs and spaces that go with their neighbours.

    Kana and full-width signs count as HAN, every letter of no other script as LATIN.
    """
    kind = unicodedata.category(char)
    code = ord(char)
    if kind[0] == "M" or (kind == "Nd" and code < 0xFF00):
        return ""
    for first, last, script in _RANGES:
        if first <= code <= last:
            return script
    return LATIN if kind[0] == "L" else ""


def scripts(text: str, default: str = LATIN) -> list[str]:
    """Return a script for each character: opening signs go with what follows them, all others with what is before.

    Where there is no letter on that side the other side decides, and without any letter `default`. Where that is
    HAN quotation marks and dashes are too, unless they are apostrophes.
    """
    own = [script_of(char) for char in text]
    found, before = [], ""
    after = _following(own)
    for index, char in enumerate(text):
        is_opening = unicodedata.category(char) in ("Ps", "Pi")
        before = own[index] or before
        nearest = (after[index], before) if is_opening else (before, after[index])
        is_han = default == HAN and char in HAN_SIGNS and not _is_apostrophe(own, index, char)
        found.append(HAN if is_han else own[index] or nearest[0] or nearest[1] or default)
    return found


def _is_apostrophe(own: list[str], index: int, char: str) -> bool:
    return char == "’" and 0 < index < len(own) - 1 and own[index - 1] == own[index + 1] == LATIN


def _following(own: list[str]) -> list[str]:
    found, after = [""] * len(own), ""
    for index in reversed(range(len(own))):
        after = own[index] or after
        found[index] = after
    return found


def is_mostly_han(text: str) -> bool:
    """Return whether more than half of the letters of `text` are Chinese."""
    if not has_han(text):
        return False
    letters = [script for script in map(script_of, text) if script]
    return 2 * letters.count(HAN) > len(letters)
