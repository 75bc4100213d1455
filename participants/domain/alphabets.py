"""Under which key a name is filed in the alphabet of a language: one row of ALPHABETS for each that has its own."""

import unicodedata
from collections.abc import Callable

from participants.domain.names import fold, sort_key

# Russian files ё with е, and й as a letter of its own, which folding would take for и.
SAME_IN_RUSSIAN = str.maketrans("ё", "е")
ARABIC_ARTICLE = "ال"
# After folding: the closed t is filed with h, the broken a with y.
SAME_IN_ARABIC = str.maketrans("ةى", "هي")
# Rarer characters stand in GB 2312 by radical: those of names of States, each with a commoner one that is read alike.
READ_ALIKE = str.maketrans({"斐": "匪", "梵": "饭", "瑙": "脑", "汶": "问", "珀": "破"})
# And Peru, whose first character stands there under its other reading.
PERU, PERU_AS_READ = "秘鲁", "必鲁"


def filing_key(text: str, language: str) -> str:
    """Return the key under which `text` is filed in the alphabet of `language`; keys compare as text.

    Russian by its 33 letters, ё with е; Arabic by the letters without vowel signs, hamza and the article that begins
    a name; Chinese by the pinyin of each character. Every other language by `names.sort_key`. Source of the pinyin
    order: GB 2312-80, whose 3,755 commonest characters stand in it; others follow, names in letters come first.
    """
    return ALPHABETS.get(language, sort_key)(text)


def _russian(text: str) -> str:
    lowered = unicodedata.normalize("NFC", text).casefold().translate(SAME_IN_RUSSIAN)
    words = "".join(letter if letter.isalnum() else " " for letter in lowered).split()
    return " ".join("".join(letter if letter == "й" else fold(letter) for letter in word) for word in words)


def _arabic(text: str) -> str:
    bare = text.strip().removeprefix(ARABIC_ARTICLE)
    return fold(bare.replace("ـ", "")).translate(SAME_IN_ARABIC)


def _chinese(text: str) -> str:
    name = (
        unicodedata.normalize("NFC", text)
        .replace(  # And Peru, whose first character stands there under its other reading.
            PERU, PERU_AS_READ
        )
        .translate(READ_ALIKE)
        .casefold()
    )
    return "".join(_pinyin_place(character) for character in name if character.isalnum())


def _pinyin_place(character: str) -> str:
    if character < "\u2e80":
        return f"{ord(character):04x}"
    try:
        return character.encode("gb2312").hex()
    except UnicodeEncodeError:
        return f"ff{ord(character):05x}"


ALPHABETS: dict[str, Callable[[str], str]] = {"ru": _russian, "ar": _arabic, "zh": _chinese}
