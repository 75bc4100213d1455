"""The faces: their files, what each of them draws, and the shaping of words by HarfBuzz.

A face is read once for a process and never changes, so threads share it; what a document embeds is its own
(`embedding`).
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple
from unicodedata import combining

import uharfbuzz as hb
from reportlab.pdfbase import pdfmetrics

from events.documents.pdf.scripts import ARABIC, HAN, LATIN
from events.documents.pdf.wording import FRENCH_ORDINAL, typographic

FOLDER = Path(__file__).parent / "fonts"

FILES: dict[str, str] = {
    "serif": "source-serif-4/SourceSerif4_400Regular.ttf",
    "serif-italic": "source-serif-4/SourceSerif4_400Regular_Italic.ttf",
    "serif-bold": "source-serif-4/SourceSerif4_600SemiBold.ttf",
    "sans": "source-sans-3/SourceSans3_400Regular.ttf",
    "sans-italic": "source-sans-3/SourceSans3_400Regular_Italic.ttf",
    "sans-bold": "source-sans-3/SourceSans3_600SemiBold.ttf",
    "arabic-serif": "amiri/Amiri_400Regular.ttf",
    "arabic-serif-bold": "amiri/Amiri_700Bold.ttf",
    "arabic-sans": "ibm-plex-sans-arabic/IBMPlexSansArabic_400Regular.ttf",
    "arabic-sans-bold": "ibm-plex-sans-arabic/IBMPlexSansArabic_600SemiBold.ttf",
    "han": "noto-sans-sc/NotoSansSC-Regular.GB2312.ttf",
    "han-bold": "noto-sans-sc/NotoSansSC-Bold.GB2312.ttf",
}
# How much larger than the Latin letters beside it a script is set to look as large.
SCALES = {"arabic-serif": 1.19, "arabic-sans": 1.04, "han": 0.95}

_SHAPED_WORDS = 60_000
DASH = "—"
# Noto's dash for Chinese, of the feature locl, is thinner than every stroke beside it, and as thin in bold: its Latin
# one is not.
_DASHES = re.compile(f"{DASH}+")
_SUPERSCRIPTS = str.maketrans("er", "ᵉʳ")


class Glyph(NamedTuple):
    """One glyph of a shaped word, in thousandths of the size.

    `source` is the text it is read as; "" where that is with its neighbours.
    """

    number: int
    source: str
    advance: float
    x_offset: float
    y_offset: float


class Shaped(NamedTuple):
    """Glyphs from left to right, and their width in thousandths of the size."""

    glyphs: tuple[Glyph, ...]
    width: float


class Face:
    """One font file."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.face = hb.Face(hb.Blob.from_file_path(str(FOLDER / FILES[name])))
        self.units = self.face.upem
        self.covers = frozenset(self.face.unicodes)
        self.scale = SCALES.get(name.removesuffix("-bold"), 1.0)
        self._font = hb.Font(self.face)
        extents = self._font.get_font_extents("ltr")
        self.ascent, self.descent = self._thousandths(extents.ascender), self._thousandths(extents.descender)
        self._blank = self._font.get_nominal_glyph(ord(" "))
        self.cap_height = self._thousandths(self._font.get_metric_position(hb.OTMetricsTag.CAP_HEIGHT) or 700)
        self.slant_deg = self._font.get_style_value(hb.StyleTag.SLANT_ANGLE)
        self.postscript_name = self.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME).replace(" ", "")
        self.shape = lru_cache(maxsize=_SHAPED_WORDS)(self._shape)
        self.advance = cache(self._advance)

    @cached_property
    def dash_rise(self) -> float:
        """How far a dash between Chinese characters is raised to stand at half their height."""
        dash, stroke = (self._font.get_glyph_extents(self._font.get_nominal_glyph(ord(char))) for char in (DASH, "一"))
        return self._thousandths(stroke.y_bearing + stroke.height / 2 - dash.y_bearing - dash.height / 2)

    def _thousandths(self, units: float) -> float:
        return units * 1000 / self.units

    def _advance(self, number: int) -> float:
        return self._thousandths(self._font.get_glyph_h_advance(number))

    def _shape(
        self, text: str, script: str = LATIN, features: tuple[str, ...] = (), language: str = "", is_rtl: bool = False
    ) -> Shaped:
        """Return `text`, of one script and one direction, as glyphs; kerning and ligatures are always on."""
        buffer = hb.Buffer()
        buffer.add_str(_shown_signs(text, script, language))
        buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.direction = "rtl" if is_rtl else "ltr"
        buffer.script = script
        if language:
            buffer.language = language
        dashes = list(_DASHES.finditer(text)) if script == HAN else ()
        locl = {"locl": [(found.start(), found.end(), False) for found in dashes]} if dashes else {}
        hb.shape(self._font, buffer, dict.fromkeys(features, True) | locl)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        clusters = [(info.cluster, not position.x_advance) for info, position in zip(infos, positions, strict=True)]
        sources = _sources(clusters, text, is_rtl=is_rtl)
        glyphs, width = [], 0.0
        for info, position, (source, *others) in zip(infos, positions, sources, strict=True):
            advance = self._thousandths(position.x_advance)
            width += advance
            offsets = (self._thousandths(position.x_offset), self._thousandths(position.y_offset))
            if dashes and source.startswith(DASH):
                offsets = (offsets[0], offsets[1] + self.dash_rise)
            glyphs.append(Glyph(info.codepoint, source, advance, *offsets))
            glyphs += [Glyph(self._blank, other, 0, 0, 0) for other in others]
        return Shaped(tuple(glyphs), width)


def _shown_signs(text: str, script: str, language: str) -> str:
    """Return `text` with the apostrophes of print, and in French raised ordinals: 7917ᵉ; read as written."""
    if script in (ARABIC, HAN):
        return text
    if language[:2] == "fr":
        text = FRENCH_ORDINAL.sub(lambda found: found[0].translate(_SUPERSCRIPTS), text)
    return typographic(text)


def _sources(clusters: Sequence[tuple[int, bool]], text: str, *, is_rtl: bool) -> list[list[str]]:
    """Return for each glyph what it is read as, and what is to be read right after it.

    `clusters`: for each glyph where its letters begin in `text`, and whether it is a mark. From left to right all the
    text of a cluster is with its first glyph. From right to left readers turn round what they find, so each letter is
    with a glyph of its own, and what a ligature has more than one goes with blanks after it.
    """
    starts = sorted({start for start, _ in clusters}) + [len(text)]
    letters = {start: text[start:end] for start, end in pairwise(starts)}
    if not is_rtl:
        return [[letters.pop(start, "")] for start, _ in clusters]
    counts = Counter(clusters)
    waiting: dict[tuple[int, bool], list[str]] = {}
    for start, part in letters.items():
        has_both = counts[start, True] and counts[start, False]
        waiting[start, True] = [char for char in part if not has_both or combining(char)]
        waiting[start, False] = [char for char in part if not has_both or not combining(char)]
    found: list[list[str]] = []
    for key in clusters:
        left, counts[key] = waiting[key], counts[key] - 1
        taken = min(len(left), 1) if counts[key] else len(left)
        found.append([left.pop() for _ in range(taken)] or [""])
    return found


@cache
def face(name: str) -> Face:
    """Return the face `name`, read on first use (1 to 5 ms). Raises KeyError for an unknown name."""
    return Face(name)


def is_covered(char: str, name: str) -> bool:
    """Return whether the face `name` itself draws `char`."""
    return ord(char) in face(name).covers


@cache
def is_drawn(char: str) -> bool:
    """Return whether any face draws `char`: all styles have the same characters, each through its own fallbacks."""
    return any(is_covered(char, name) for name in ("serif", "sans", "arabic-serif", "arabic-sans", "han"))


@cache
def fallbacks(name: str, script: str) -> tuple[str, ...]:
    """Return the faces that are asked for a letter of `script` in the face `name`, in that order.

    The other family of the same weight comes before another weight; Arabic and Chinese letters, which have no italics,
    stand upright.
    """
    family, _, style = name.removeprefix("arabic-").partition("-")
    weight = "-bold" if style == "bold" else ""
    other = "sans" if family == "serif" else "serif"
    latin = [name, f"{other}-{style}" if style else other, family, other]
    arabic = [f"arabic-{family}{weight}", f"arabic-{other}{weight}", f"arabic-{family}", f"arabic-{other}"]
    han = [f"han{weight}", "han"]
    orders = {ARABIC: [*arabic, *latin, *han], HAN: [*han, *latin, *arabic]}
    return tuple(dict.fromkeys(orders.get(script, [*latin, *arabic, *han])))


@lru_cache(maxsize=20_000)
def face_for(char: str, name: str, script: str) -> str:
    """Return the face that draws `char`, which goes with `script`, in the face `name`; `name` if none does.

    Digits between Arabic or Chinese letters are those of the Latin face, as in symbols and names beside them, but
    upright as the letters are.
    """
    is_digit = script in (ARABIC, HAN) and char.isdecimal() and char.isascii()
    order = fallbacks(name.removesuffix("-italic"), LATIN) if is_digit else fallbacks(name, script)
    return next((one for one in order if is_covered(char, one)), name)


class _Silent:
    """Stands for our faces before ReportLab, which then writes no font of its own; it measures and draws nothing."""

    _dynamicFont = True
    _multiByte = True
    shapable = False

    def __init__(self, name: str) -> None:
        self.fontName = name
        self.face = SimpleNamespace(name=name, builtIn=False)

    def stringWidth(self, text: str, size: float, encoding: str = "utf8") -> float:  # noqa: N802
        self.splitString(text, None)
        return 0.0

    def splitString(self, text: str, document: object) -> list[object]:  # noqa: N802
        if text:
            raise ValueError(f"only the text engine draws text: {text!r}")
        return []


pdfmetrics.registerFont(_Silent("sans"))
