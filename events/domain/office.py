"""The look an office gives its documents: two colours, its own lines and sign in the masthead; and what is legible."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
# WCAG 2.2, 1.4.3: text of usual size against its ground.
LEAST_CONTRAST = 4.5
LARGEST_LOGO_BYTES = 2 * 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class OfficeLook:
    """What the office chose; "" and nothing where it chose nothing, and the house's own look stands.

    `accent` and `second` are "#RRGGBB". `masthead`: by language, the lines that stand in the place of the organisers'
    names. `logo`: the bytes of a PNG file. `word_template`: those of a DOCX file, filled in for Word.
    """

    accent: str = ""
    second: str = ""
    masthead: Mapping[str, str] = field(default_factory=dict)
    logo: bytes = b""
    word_template: bytes = b""


def channels(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue of "#RRGGBB" from 0 to 1. Raises ValueError for anything else."""
    if not COLOUR.fullmatch(colour):
        raise ValueError(f"not a colour: {colour!r}")
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def contrast_on_white(colour: str) -> float:
    """Return the contrast ratio of "#RRGGBB" on white, 1 to 21. Source: WCAG 2.2, relative luminance."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels(colour)]
    luminance = sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 1.05 / (luminance + 0.05)
