"""The look of every document, in one place: grid, scale, colours, and how each kind of text is set.

An office may choose two of the colours: see `coloured`.

Contrast on white: ink 16.5, grey 7.6, accent 8.7, revision 7.4, observer 6.3, media 8.3, green of
badges 6.5; rule 2.1 (decoration only).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import lru_cache

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.units import mm

from events.domain.office import channels


@dataclass(frozen=True, kw_only=True)
class Palette:
    """The colours an office may choose, and their pale forms: of tables in a plan, of the mark under the text."""

    accent: Color = HexColor("#1F4E79")
    accent_pale: Color = HexColor("#E3ECF5")
    second: Color = HexColor("#9C2F14")
    second_pale: Color = HexColor("#F6E9E5")


HOUSE = Palette()
_PALETTE: ContextVar[Palette] = ContextVar("palette", default=HOUSE)


class Chosen(Color):
    """A colour that is looked up in the palette of the document being made, whenever something is drawn in it."""

    alpha = 1

    def __init__(self, name: str) -> None:
        self.name = name

    @property
    def red(self) -> float:
        return getattr(_PALETTE.get(), self.name).red

    @property
    def green(self) -> float:
        return getattr(_PALETTE.get(), self.name).green

    @property
    def blue(self) -> float:
        return getattr(_PALETTE.get(), self.name).blue


@contextmanager
def coloured(*, accent: str = "", second: str = "") -> Iterator[None]:
    """Draw with these colours ("#RRGGBB", "" for the house's own) until the block ends, in this thread alone.

    Raises ValueError for what is not a colour.
    """
    changes = {}
    if accent:
        changes |= {"accent": Color(*channels(accent)), "accent_pale": _pale(accent, 0.125)}
    if second:
        changes |= {"second": Color(*channels(second)), "second_pale": _pale(second, 0.11)}
    token = _PALETTE.set(replace(HOUSE, **changes))
    try:
        yield
    finally:
        _PALETTE.reset(token)


def _pale(colour: str, share: float) -> Color:
    return Color(*(1 - share * (1 - part) for part in channels(colour)))


INK = HexColor("#16202B")
GREY = HexColor("#4A5561")
ACCENT = Chosen("accent")
REVISION = Chosen("second")
OBSERVER = HexColor("#7A5C00")
MEDIA = HexColor("#8A2C4A")
SEAT = HexColor("#5C7084")
RULE = HexColor("#A9B4BF")
HAIRLINE = HexColor("#D9DFE5")
MARK = Chosen("second_pale")

START_MM, END_MM, TOP_MM, BOTTOM_MM = 27.0, 23.0, 27.0, 24.0
MARGIN_COLUMN_PT = 20.5 * mm
FIRST_TOP_MM = 50.0


@dataclass(frozen=True, kw_only=True)
class Tint:
    """How a shape of a plan is filled, edged and written on."""

    fill: Color
    edge: Color
    text: Color = INK


TINTS: dict[str, Tint] = {
    "": Tint(fill=white, edge=SEAT),
    "podium": Tint(fill=ACCENT, edge=ACCENT, text=white),
    "table": Tint(fill=Chosen("accent_pale"), edge=SEAT),
    "behind": Tint(fill=HexColor("#F3F6F9"), edge=RULE),
    "observer": Tint(fill=HexColor("#F7EFD9"), edge=OBSERVER),
    "secretariat": Tint(fill=white, edge=INK),
    "media": Tint(fill=HexColor("#F8E9EE"), edge=MEDIA),
    "blocked": Tint(fill=HexColor("#E4E7EA"), edge=RULE, text=GREY),
    "furniture": Tint(fill=HexColor("#F6F7F9"), edge=RULE, text=GREY),
    "ground-guest": Tint(fill=white, edge=HexColor("#4A5561")),
}
# Signs of the grounds of invitation; the last one above is hollow.
GROUND_COLORS: dict[str, Color] = {
    "host": HexColor("#1B7F4D"),
    "opening": HexColor("#6B3FA0"),
    "brief_remarks": HexColor("#B5550A"),
    "co_chair": HexColor("#A3195B"),
    "mediation": HexColor("#0B7285"),
    "security_council": HexColor("#1F4E79"),
    "contributor": HexColor("#7A5C00"),
}
TINTS |= {f"ground-{code}": Tint(fill=color, edge=color, text=white) for code, color in GROUND_COLORS.items()}

# The bands of badges, white on them; they stay what they are whatever an office chooses, since guards know them.
BANDS: dict[str, Color] = {
    "head": HexColor("#1F4E79"),
    "delegate": HexColor("#1F6B4F"),
    "observer": OBSERVER,
    "secretariat": GREY,
}


@dataclass(frozen=True, kw_only=True)
class Ink:
    """One way of drawing letters: face, size, colour, letter spacing, a line "through" or "under" them.

    `features` are OpenType tags; `language` is that of the words, `link` the address they lead to.
    """

    face: str
    size_pt: float
    color: Color
    tracking_pt: float = 0
    line: str = ""
    features: tuple[str, ...] = ()
    language: str = ""
    link: str = ""


@dataclass(frozen=True, kw_only=True)
class Setting:
    """How a kind of text is set: its plain ink, leading, spaces around it, its alignment ("start", "end", "justify").

    `is_fitted` chooses all line ends together; otherwise each line takes what it can (cells). What `is_prose` is
    justified where it is mostly Chinese.
    """

    ink: Ink
    leading_pt: float
    before_pt: float = 0
    after_pt: float = 0
    align: str = "start"
    is_fitted: bool = False
    is_prose: bool = False


def _set(face: str, size_pt: float, leading_pt: float, *, color: Color = INK, **rest: object) -> Setting:
    tracking_pt, features = rest.pop("tracking_pt", 0), rest.pop("features", ())
    ink = Ink(face=face, size_pt=size_pt, color=color, tracking_pt=tracking_pt, features=features)
    return Setting(ink=ink, leading_pt=leading_pt, **rest)


SMALL_CAPITALS = ("c2sc", "smcp")
# Scripts with taller letters need more room between lines: a share of the leading, by the language of the document.
LEADING_SHARES = {"ar": 4 / 3, "zh": 17 / 15}

TITLE = _set("serif-bold", 22, 27, after_pt=2, is_fitted=True)
SUBTITLE = _set("serif", 12, 17, color=GREY, after_pt=11, is_fitted=True)
HEADING = {
    1: _set("sans-bold", 13, 17, color=ACCENT, before_pt=14, after_pt=4, is_fitted=True),
    2: _set("sans-bold", 10.5, 15, before_pt=8, after_pt=2, is_fitted=True),
}
BODY = _set("serif", 10.5, 15, after_pt=5, is_fitted=True, is_prose=True)
CONTENTS = _set("sans", 10.5, 17, after_pt=3)
NOTE = _set("serif-italic", 10.5, 15, after_pt=11, is_fitted=True, is_prose=True)
MARGIN_TIME = _set("sans-bold", 9, 15, color=ACCENT)
MARGIN_NUMBER = _set("sans", 9, 15, color=GREY)
CELL = _set("sans", 9, 12)
CELL_END = replace(CELL, align="end")
# What is read at arm's length, at a door.
CELL_LARGE = _set("sans", 12.5, 16.5)
CELL_LARGE_END = replace(CELL_LARGE, align="end")
CELL_HEAD = _set("sans-bold", 9, 11, color=GREY, tracking_pt=0.3, features=SMALL_CAPITALS)
CELL_HEAD_END = replace(CELL_HEAD, align="end")
LABEL = _set("sans", 9, 15, color=GREY)
MEETING = _set("sans-bold", 11, 14, before_pt=2, after_pt=2, is_fitted=True)
ORGANISERS = _set("sans", 8, 11, color=GREY, is_fitted=True)
PLACE = _set("sans", 9, 12, color=GREY, is_fitted=True)
REFERENCE = _set("sans-bold", 13, 16, align="end")
IMPRINT = _set("sans", 7.5, 10, color=GREY)
IMPRINT_END = replace(IMPRINT, align="end")

# What is read at a lectern, from half a metre and in half light.
LECTERN_WORDS = _set("sans", 18, 28, after_pt=4, is_fitted=True)
LECTERN_DIRECTION = _set("sans-italic", 12, 17, color=GREY, after_pt=4, is_fitted=True)
LECTERN_TIME = _set("sans", 12, 28, color=GREY)
LECTERN_OFFICER = _set("sans-bold", 18, 24, after_pt=10, is_fitted=True)
LECTERN_SECTION = _set("sans-bold", 14, 20, color=ACCENT, before_pt=6, after_pt=8, is_fitted=True)
LECTERN_TITLE = _set("sans", 12, 17, color=GREY, after_pt=6, is_fitted=True)


@lru_cache(maxsize=2_000)
def ink(setting: Setting, style: str, language: str = "", link: str = "", beside: str = "") -> Ink:
    """Return the ink of a run of `style` inside `setting`. Raises KeyError for a style that blocks don't know.

    Chinese has no serif and no italics here, so Latin words and figures beside it have none either: `beside` is the
    language of the text around. A link is coloured and underlined.
    """
    base = setting.ink
    family, _, own_style = base.face.partition("-")
    changes: dict[str, dict[str, object]] = {
        "": {},
        "bold": {"face": f"{family}-bold"},
        "italic": {"face": family if own_style == "italic" else f"{family}-italic"},
        "caps": {
            "face": family if own_style == "italic" else base.face,
            "features": SMALL_CAPITALS,
            "tracking_pt": 0.03 * base.size_pt,
        },
        "note": {"color": GREY},
        "deleted": {"color": REVISION, "line": "through"},
        "inserted": {"color": REVISION, "line": "under"},
        "box": {"face": "serif"},
    }
    changed = replace(base, language=language, link=link, **changes[style])
    if link:
        changed = replace(changed, color=ACCENT, line=changed.line or "under")
    if "zh" in (language[:2], beside[:2]) and style != "box":
        changed = replace(changed, face=changed.face.replace("serif", "sans").removesuffix("-italic"))
    return changed


@lru_cache(maxsize=2_000)
def spoken(drawn: Ink, language: str) -> Ink:
    """Return `drawn` for words in `language`, unless it names one itself."""
    return drawn if drawn.language or not language else replace(drawn, language=language)


def leading_pt(setting: Setting, language: str) -> float:
    """Return the distance between the base lines of a text in `language`."""
    return setting.leading_pt * LEADING_SHARES.get(language[:2], 1)
