"""What is wrong with the marks `[-1|words-]` of deletions in a text that somebody typed."""

import re
from collections.abc import Iterable, Mapping

from events.domain.note import numbers, parse
from meetingplanner.languages import phrase
from participants.domain.texts import Texts

MARK_PROBLEMS: dict[str, str] = {
    "unbalanced": phrase(
        "A mark of a deletion is not complete near “%(near)s”: it begins with [-, a number and |, and ends with -]."
    ),
    "nested": phrase("Deletion %(near)s holds another one. Close the first before the second begins."),
    "empty": phrase("Deletion %(near)s marks no words. Take the mark away, or put the words inside."),
    "twice": phrase("Number %(near)s marks two deletions of this text. Give each its own number."),
}
_WHOLE = re.compile(r"\[-(\d{1,4})\|(.*?)-\]", re.DOTALL)
_PART = re.compile(r"\[-|-\]")
NEAR = 20


def mark_problems(text: str) -> tuple[tuple[str, str], ...]:
    """Return what is wrong: code of MARK_PROBLEMS and the number or the words near it, in that table's order.

    A sound text gives an empty tuple. Several stretches of one number are one deletion only where they adjoin.
    """
    found = [("unbalanced", _near(span.text, match)) for span in parse(text) if span.number is None
             for match in _PART.finditer(span.text)]  # fmt: skip
    wholes = list(_WHOLE.finditer(text))
    found += [("nested", one.group(1)) for one in wholes if "[-" in one.group(2)]
    found += [("empty", one.group(1)) for one in wholes if not one.group(2).strip()]
    seen = [one.group(1) for one in wholes]
    found += [("twice", number) for number in dict.fromkeys(seen) if seen.count(number) > 1]
    return tuple(found)


def all_numbers(texts: Texts) -> frozenset[int]:
    """Return the numbers of the deletions that `texts` marks in any language."""
    return frozenset(number for text in texts.values() for number in numbers(text))


def taken_numbers(texts: Texts, others: Iterable[Texts]) -> tuple[int, ...]:
    """Return the numbers that `texts` uses and one of `others`, the note's other paragraphs, uses too, in order."""
    taken = frozenset[int]().union(*(all_numbers(other) for other in others))
    return tuple(sorted(all_numbers(texts) & taken))


def struck_words(texts: Mapping[str, str], number: int) -> dict[str, str]:
    """Return the words that deletion `number` strikes out, by language; a language without that mark is left out."""
    words = {code: "".join(span.text for span in parse(text) if span.number == number) for code, text in texts.items()}
    return {code: text for code, text in words.items() if text}


def _near(text: str, match: re.Match) -> str:
    return text[max(match.start() - NEAR // 2, 0) : match.end() + NEAR].strip()
