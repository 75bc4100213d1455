"""Where a line may end without a space: after hyphens, dashes and slashes, and between Chinese characters."""

import re
from functools import lru_cache
from itertools import pairwise
from unicodedata import combining

from events.documents.pdf.scripts import HAN, script_of
from events.documents.pdf.wording import HOLD

# Between letters, and after a long dash before a word: never inside "10-21", "15/30" or "+1-212".
_AFTER_MARK = re.compile(r"(?<=[^\W\d_][-‐–—/])(?=[^\W\d_])|(?<=—)(?=\w)")
# No line begins with these: closing signs, marks, small kana, signs of repetition (kinsoku).
_NEVER_FIRST = frozenset(
    "，。、；：？！）》」』】〉〕〗〙〛”’…—–·‧・％‰℃｝］｠ー々〻ゝゞヽヾ"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
    ",.;:?!)]}»›%/-‐\u00a0\u202f"
)
# No line ends with these: opening signs, and signs of money or number before a figure.
_NEVER_LAST = frozenset("（《「『【〈〔〖〘〚“‘｛［｟([{«‹$￥£€№\u00a0\u202f")
# The forms of address are not parted: 先生, 女士, 阁下, nor 阁下 from what it follows.
_HELD = frozenset(("先生", "女士", "阁下", "生阁", "士阁"))
# What counts or dates, and stays with the figure before it.
_COUNTERS = frozenset("年月日时点分秒号届次个位名国项条款页%")


@lru_cache(maxsize=20_000)
def break_places(text: str) -> tuple[int, ...]:
    """Return the places inside `text`, which has no space, before which a line may begin, ascending; () if none."""
    if HOLD in text:
        seen = [place for place, char in enumerate(text) if char != HOLD]
        return tuple(seen[place] for place in break_places(text.replace(HOLD, "")))
    found = {match.start() for match in _AFTER_MARK.finditer(text)}
    if not text.isascii():
        kinds = [script_of(char) == HAN for char in text]
        for place, (before, after) in enumerate(pairwise(text), start=1):
            if (kinds[place - 1] or kinds[place]) and _may_part(before, after):
                found.add(place)
    return tuple(sorted(found))


def _may_part(before: str, after: str) -> bool:
    """Return whether a line may end between two characters of which one is Chinese."""
    if after in _NEVER_FIRST or before in _NEVER_LAST or before + after in _HELD or combining(after):
        return False
    return not (before.isdecimal() and after in _COUNTERS)
