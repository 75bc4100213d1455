"""What fits where: sizes and line ends for a given room, measured with the faces that print."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from math import comb, prod

from reportlab.lib.colors import black

from events.documents.pdf.breaks import break_places
from events.documents.pdf.coverage import printable
from events.documents.pdf.holding import held
from events.documents.pdf.language import current_language
from events.documents.pdf.scripts import HAN, script_of
from events.documents.pdf.shaping import space_pt
from events.documents.pdf.style import Ink
from events.documents.pdf.text import width_pt
from events.documents.pdf.wording import HOLD

OVERFLOW_GUARD = 0.999
SHORT_END_COST, HYPHEN_END_COST = 1.12, 1.25
# More divisions of a text into lines than these are not tried.
MOST_WAYS = 5_000


def text_width_em(text: str, *, face: str = "sans-bold") -> float:
    """Return the width of one line of `text` as a share of its size; `face` is a key of `fonts.FILES`."""
    return _width_em(text, face, current_language())


@lru_cache(maxsize=60_000)
def _width_em(text: str, face: str, language: str) -> float:
    return width_pt(printable(text).replace("\n", " "), Ink(face=face, size_pt=1, color=black, language=language))


def fitted_size_pt(text: str, *, width_pt: float, largest_pt: float, face: str = "sans-bold") -> float:
    """Return the size, at most `largest_pt`, at which one line of `text` is no wider than `width_pt`."""
    em = text_width_em(text, face=face)
    return min(largest_pt, OVERFLOW_GUARD * width_pt / em) if em else largest_pt


def balanced_lines(
    text: str, count: int, *, face: str = "sans-bold", parts: Sequence[str] = (), at_hyphens: bool = True
) -> tuple[str, ...]:
    """Return `text` in `count` lines, or in as many as it has words, the widest about as narrow as can be.

    Lines end at spaces and between Chinese characters, `at_hyphens` after a hyphen where that is worth it; with the
    text's `parts`, between these alone.

    For sense a line begins with the first "(" of several words and does not end in a word of three letters ("and",
    "of", "et") where that costs little size. Ties: the earlier lines are the shorter ones. Above 24 words, or where
    there are too many ways, lines end at about equal shares.
    """
    return _balanced(tuple(parts) or text, count, face, at_hyphens, current_language())


@lru_cache(maxsize=5_000)
def _balanced(text: str | tuple[str, ...], count: int, face: str, at_hyphens: bool, _language: str) -> tuple[str, ...]:
    parts = [f"{printable(part)} " for part in text] if isinstance(text, tuple) else _parts(text, at_hyphens=at_hyphens)
    count = min(count, len(parts))
    if count <= 1:
        return ("".join(parts).rstrip(" "),)
    places = range(1, len(parts))
    if len(parts) > 24 or comb(len(places), count - 1) > MOST_WAYS:
        places = sorted({round(len(parts) * index / count) for index in range(1, count)})
    words = [part.rstrip(" ") for part in parts]
    widths = [text_width_em(word, face=face) for word in words]
    space = space_pt(Ink(face=face, size_pt=1, color=black), face)
    gaps = [space if part.endswith(" ") else 0 for part in parts]
    end_costs = [_end_cost(part) for part in parts]

    def cost(cuts: tuple[int, ...]) -> float:
        edges = (0, *cuts, len(parts))
        spans = list(zip(edges, edges[1:], strict=False))
        widest = max(sum(widths[start:end]) + sum(gaps[start : end - 1]) for start, end in spans)
        return widest * prod(end_costs[end - 1] for end in cuts)

    opening = next((place for place in places if words[place].startswith("(") and not words[place].endswith(")")), None)
    divisions = (one for one in combinations(places, count - 1) if opening is None or opening in one)
    edges = (0, *min(divisions, key=cost), len(parts))
    return tuple("".join(parts[start:end]).rstrip(" ") for start, end in zip(edges, edges[1:], strict=False))


def _end_cost(part: str) -> float:
    """Return by how much narrower the lines must be for one to end after `part`, which ends in a space or not."""
    if part.endswith(" "):
        return SHORT_END_COST if len(part) <= 4 else 1
    return 1 if _is_chinese(part[-1]) else HYPHEN_END_COST


def _is_chinese(text: str) -> bool:
    return any(script_of(char) == HAN for char in text)


def _parts(text: str, *, at_hyphens: bool) -> list[str]:
    """Return what lines may end after: words with their space, and what a word may be parted into."""
    found = []
    text = printable(text).replace("\n", " ")
    for word in filter(None, (held(text) if _is_chinese(text) else text).split(" ")):
        places = [place for place in break_places(word) if at_hyphens or _is_chinese(word[place - 1 : place + 1])]
        edges = (0, *(place for place in places if word[place - 1] != HOLD), len(word))
        found += [word[start:end].replace(HOLD, "") for start, end in pairwise(edges)]
        found[-1] += " "
    return found


def shortened(text: str, *, width_pt: float, size_pt: float, face: str = "sans") -> str:
    """Return `text`, cut after a whole letter and ended with "…" when one line of it is wider than `width_pt`."""
    if text_width_em(text, face=face) * size_pt <= width_pt:
        return text
    while text and text_width_em(text + "…", face=face) * size_pt > width_pt:
        text = text[:-1]
    return text.rstrip() + "…"
