"""The embedded faces: their files, their widths, and which of them draws a character."""

from functools import cache, lru_cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FOLDER = Path(__file__).parent / "fonts"

FILES: dict[str, str] = {
    "serif": "source-serif-4/SourceSerif4_400Regular.ttf",
    "serif-italic": "source-serif-4/SourceSerif4_400Regular_Italic.ttf",
    "serif-bold": "source-serif-4/SourceSerif4_600SemiBold.ttf",
    "sans": "source-sans-3/SourceSans3_400Regular.ttf",
    "sans-italic": "source-sans-3/SourceSans3_400Regular_Italic.ttf",
    "sans-bold": "source-sans-3/SourceSans3_600SemiBold.ttf",
}


@cache
def face(name: str) -> TTFont:
    """Return the face `name`, read and registered on first use (5 ms). Raises KeyError for an unknown name."""
    font = TTFont(name, str(FOLDER / FILES[name]))
    pdfmetrics.registerFont(font)
    return font


def is_covered(char: str, name: str) -> bool:
    """Return whether the face `name` draws `char`."""
    return ord(char) in face(name).face.charToGlyph


@lru_cache(maxsize=60_000)
def width_em(text: str, name: str) -> float:
    """Return the width of `text` in the face `name`, as a share of the size."""
    metrics = face(name).face
    widths, default = metrics.charWidths, metrics.defaultWidth
    return sum(widths.get(ord(char), default) for char in text) / 1000


@lru_cache(maxsize=20_000)
def segments(text: str, name: str) -> tuple[tuple[str, str], ...]:
    """Return `text` as (part, face) pairs: the face `name`, and the sans one of its weight for what it lacks."""
    if text.isascii() or "sans" in name or all(is_covered(char, name) for char in text):
        return ((text, name),)
    parts: list[tuple[str, str]] = []
    for char in text:
        chosen = name if is_covered(char, name) else name.replace("serif", "sans")
        if parts and parts[-1][1] == chosen:
            parts[-1] = (parts[-1][0] + char, chosen)
        else:
            parts.append((char, chosen))
    return tuple(parts)
