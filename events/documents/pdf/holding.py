"""What a line rather does not end inside: a name, a title in quotes, a pair of months, a Chinese word, a short entry.

Unlike what is `wording.bound` it is parted where a line has no room for the whole.
"""

import re

from events.documents.pdf.chinese_words import SOUNDS, WORDS
from events.documents.pdf.scripts import has_arabic, has_han
from events.documents.pdf.wording import HOLD, NO_BREAK

_CAPITAL, _LETTER = "A-ZÀ-ÞĀ-ɏЀ-Я", "A-Za-zÀ-ɏЀ-ӿ'’\u2011-"
# Bounded, or a page of letters without a space would take seconds.
_PARTICLES = rf"(?:(?:de|da|di|do|dos|du|van|von|der|den|bin|ben|al|el)[ {NO_BREAK}]){{0,2}}"
_NAME = (
    rf"{_PARTICLES}(?:[.{_LETTER}]{{1,20}}{NO_BREAK}){{0,3}}(?:[a-z]{{1,3}}[\u2011’'-])?[{_CAPITAL}][{_LETTER}]{{0,30}}"
)
_NAMES = rf"{_NAME}(?:[ {NO_BREAK}]{_NAME})+"
# In Arabic and Chinese whatever is written in Latin letters is a name; elsewhere a form of address tells it.
_NAMED, _ADDRESSED = re.compile(_NAMES), re.compile(rf"(?<={NO_BREAK})(?!Превосходительств){_NAMES}")
_CHINESE = re.compile("|".join(sorted(WORDS, key=len, reverse=True)) + f"|[{SOUNDS}]{{2,}}|第[0-9（）()]+号")
# Before a form of address.
_BETWEEN = re.compile("(?<=[^\\W\\d_])(?=先生|女士)")
_ARABIC = re.compile("(?<=تشرين|كانون) (?=الأول|الثاني)|(?<=[؀-ۿ]) (?=عشرة?\\b)|(?<=\\d) (?=[؀-ۿ]+(?: [؀-ۿ]+)?/[؀-ۿ])")
# Compound words: Under-Secretary-General, co-chaired.
_HYPHEN = re.compile("(?<=[^\\W\\d_]-)(?=[^\\W\\d_])")
# A title in a sentence.
_QUOTED = re.compile("[«“][^«»“”\n]{1,40}[»”]")
# What a list is made of whose entries a semicolon parts: those of a cell, and not the clauses of a sentence.
_AFTER_ENTRY, LONGEST_ENTRY = re.compile("(?<=[;；؛])"), 48
_BETWEEN_MONTHS = re.compile("(?<=[؀-ۿ]/)(?=[؀-ۿ])")


def held(text: str) -> str:
    """Return `text`, printable, with HOLD wherever a line may end but rather does not."""
    is_han, is_arabic = has_han(text), has_arabic(text)
    if is_han or is_arabic:
        text = _NAMED.sub(_spaces_held, text)
    elif NO_BREAK in text:
        text = _ADDRESSED.sub(_spaces_held, text)
    if is_han:
        text = _CHINESE.sub(lambda found: HOLD.join(found[0]), _BETWEEN.sub(HOLD, text))
    if is_arabic:
        text = _BETWEEN_MONTHS.sub(HOLD, _ARABIC.sub(f"{HOLD} ", text))
    text = _QUOTED.sub(_letters_held if is_han else _spaces_held, text)
    if "-" in text:
        text = _HYPHEN.sub(HOLD, text)
    if _AFTER_ENTRY.search(text):
        text = "\n".join(_entries_held(line, is_han=is_han) for line in text.split("\n"))
    return text


def _entries_held(line: str, *, is_han: bool) -> str:
    """Return a line with each of its entries held together, if all are short."""
    entries = [one.replace(HOLD, "") for one in _AFTER_ENTRY.split(line)]
    if len(entries) < 2 or max(map(len, entries)) > LONGEST_ENTRY:
        return line
    return "".join(HOLD.join(one) if is_han else one[:1] + one[1:].replace(" ", f"{HOLD} ") for one in entries)


def _letters_held(found: re.Match[str]) -> str:
    return HOLD.join(found[0].replace(HOLD, ""))


def _spaces_held(found: re.Match[str]) -> str:
    return found[0].replace(" ", f"{HOLD} ")
