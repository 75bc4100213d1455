"""Where words may be parted at the end of a line: pyphen's patterns, and soft hyphens that the text itself has.

pyphen and its dictionaries may be used under the GPL, the LGPL or the MPL; we choose the MPL 1.1.
"""

import re
from functools import cache, lru_cache

import pyphen

# The spelling of each document language; a language that is absent is never hyphenated (Arabic and Chinese have none).
DICTIONARIES = {"en": "en_GB", "fr": "fr", "es": "es", "ru": "ru_RU"}
SHORTEST_WORD = 6
LEAST_BEFORE, LEAST_AFTER = 2, 3

_ADDRESS = re.compile(r"[@/_]|\w\.\w")
_LETTERS = re.compile(r"[^\W\d_]+")


@cache
def _dictionary(name: str) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang=name, left=LEAST_BEFORE, right=LEAST_AFTER)


@lru_cache(maxsize=20_000)
def hyphen_places(text: str, language: str) -> tuple[int, ...]:
    """Return the places inside `text`, ascending, before which a hyphen and a line end may stand; () if none.

    Only stretches of at least 6 letters are parted, none with a capital after its first letter (names of firms,
    abbreviations), and no address of a page or a mailbox, where a hyphen would be taken for a part of it.
    """
    name = DICTIONARIES.get(language.partition("-")[0])
    if name is None or _ADDRESS.search(text):
        return ()
    found: list[int] = []
    for stretch in _LETTERS.finditer(text):
        letters = stretch.group()
        if len(letters) >= SHORTEST_WORD and letters[1:].islower():
            found += [stretch.start() + place for place in _dictionary(name).positions(letters.lower())]
    return tuple(found)
