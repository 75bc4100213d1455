"""What fits where: sizes and line ends for a given room, measured with the faces that print."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations

from reportlab.lib.colors import black

from events.documents.pdf.coverage import printable
from events.documents.pdf.language import current_language
from events.documents.pdf.shaping import space_pt
from events.documents.pdf.style import Ink
from events.documents.pdf.text import width_pt

OVERFLOW_GUARD = 0.999
SHORT_END_COST = 1.12


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


def balanced_lines(text: str, count: int, *, face: str = "sans-bold", parts: Sequence[str] = ()) -> tuple[str, ...]:
    """Return `text` in `count` lines, or in as many as it has words, the widest about as narrow as can be.

    With its `parts`, lines end between these alone.

    For sense a line begins with the first "(" of several words and does not end in a word of three letters ("and",
    "of", "et") where that costs little size. Ties: the earlier lines are the shorter ones. Above 24 words lines end at
    about equal shares.
    """
    return _balanced(tuple(parts) or text, count, face, current_language())


@lru_cache(maxsize=5_000)
def _balanced(text: str | tuple[str, ...], count: int, face: str, _language: str) -> tuple[str, ...]:
    parts = [printable(part) for part in text] if isinstance(text, tuple) else _words(text)
    count = min(count, len(parts))
    if count <= 1:
        return (" ".join(parts),)
    places = range(1, len(parts))
    if len(parts) > 24:
        places = sorted({round(len(parts) * index / count) for index in range(1, count)})
    widths = [text_width_em(part, face=face) for part in parts]
    space = space_pt(Ink(face=face, size_pt=1, color=black), face)

    def cost(cuts: tuple[int, ...]) -> float:
        edges = (0, *cuts, len(parts))
        spans = list(zip(edges, edges[1:], strict=False))
        widest = max(sum(widths[start:end]) + space * (end - start - 1) for start, end in spans)
        return widest * SHORT_END_COST ** sum(len(parts[end - 1]) <= 3 for end in cuts)

    opening = next((place for place in places if parts[place].startswith("(") and not parts[place].endswith(")")), None)
    divisions = (one for one in combinations(places, count - 1) if opening is None or opening in one)
    edges = (0, *min(divisions, key=cost), len(parts))
    return tuple(" ".join(parts[start:end]) for start, end in zip(edges, edges[1:], strict=False))


def _words(text: str) -> list[str]:
    return [part for part in printable(text).replace("\n", " ").split(" ") if part]


def shortened(text: str, *, width_pt: float, size_pt: float, face: str = "sans") -> str:
    """Return `text`, cut after a whole letter and ended with "…" when one line of it is wider than `width_pt`."""
    if text_width_em(text, face=face) * size_pt <= width_pt:
        return text
    while text and text_width_em(text + "…", face=face) * size_pt > width_pt:
        text = text[:-1]
    return text.rstrip() + "…"
