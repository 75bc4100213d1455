"""Badges: ten on a sheet of A4 or Letter, one on A6; a band with meeting and category, name, function, a code."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from reportlab.lib.colors import white
from reportlab.lib.units import mm

from events.documents.pdf.archive import packed
from events.documents.pdf.blocks import Badge
from events.documents.pdf.code import code_path
from events.documents.pdf.fit import balanced_lines, fitted_size_pt, shortened, text_width_em
from events.documents.pdf.frame import PAPERS_MM
from events.documents.pdf.language import in_language
from events.documents.pdf.pages import PageCanvas, describe
from events.documents.pdf.style import BANDS, GREY, INK, RULE, Ink
from events.documents.pdf.tagging import Element
from events.documents.pdf.text import draw_line
from events.documents.pdf.wording import language_of, plain
from events.documents.progress import each

# Marks stand high over Vietnamese capitals: a line takes so much of its size, so much of it above the base line.
LEADING, ASCENT, DESCENT = 1.25, 0.98, 0.27
GAP, CODE_GAP_PT = 0.35, 4 * mm
# How much of its largest size a text must keep on one line, on two and so on, before it goes on to one more.
KEPT_OF_NAME, KEPT = (0.75, 0.7, 0.6, 0.6), (0.95, 0.95, 0.75, 0.6)
STEP = 0.92
# How small the name of the meeting may be before it is cut.
LEAST_OF_MEETING = 0.75


@dataclass(frozen=True, kw_only=True)
class Layout:
    """The measures of one badge, in points: its size, band, edges, code, and the largest size of each kind of text.

    The code stands at the end of the text, or below it where `is_code_below`.
    """

    width_pt: float
    height_pt: float
    band_pt: float
    edge_pt: float
    code_pt: float
    first_pt: float
    name_pt: float
    small_pt: float
    entity_pt: float
    columns: int = 1
    rows: int = 1
    is_code_below: bool = False

    @property
    def text_width_pt(self) -> float:
        """The room of the text."""
        beside_pt = 0 if self.is_code_below else self.code_pt + CODE_GAP_PT
        return self.width_pt - 2 * self.edge_pt - beside_pt

    @property
    def text_height_pt(self) -> float:
        """The room below the band, without the code where that stands below."""
        below_pt = self.code_pt + self.edge_pt if self.is_code_below else 0
        return self.height_pt - self.band_pt - 1.2 * self.edge_pt - below_pt


CARD = Layout(
    width_pt=86 * mm,
    height_pt=54 * mm,
    band_pt=9.6 * mm,
    edge_pt=5 * mm,
    code_pt=22 * mm,
    first_pt=17,
    name_pt=22,
    small_pt=8,
    entity_pt=10.5,
    columns=2,
    rows=5,
)
LARGE = Layout(
    width_pt=105 * mm,
    height_pt=148 * mm,
    band_pt=20 * mm,
    edge_pt=8 * mm,
    code_pt=36 * mm,
    first_pt=28,
    name_pt=36,
    small_pt=12,
    entity_pt=17,
    is_code_below=True,
)
LAYOUTS = {"a4": CARD, "letter": CARD, "a6": LARGE}


@dataclass(frozen=True, kw_only=True)
class Lines:
    """Lines of one kind of text with the size they are set in; `told` is what they say together.

    `language` is that of the text where it is not the document's.
    """

    lines: tuple[str, ...]
    size_pt: float
    ink: Ink
    told: str
    language: str = ""

    @property
    def height_pt(self) -> float:
        """The room they take, marks above and descenders below included."""
        return LEADING * self.size_pt * len(self.lines)


@packed
def badges_pdf(
    badges: Sequence[Badge], *, paper: str, title: str, language: str, as_of: datetime, is_rtl: bool = False
) -> bytes:
    """Return the badges in the order given, along the rows of each sheet, with lines to cut along.

    `title` is the file's and is not printed. Right to left mirrors each badge and each row. One blank sheet when there
    are none. Raises ValueError for an `as_of` without a zone, KeyError for a paper without a layout or an unknown band.
    """
    layout = LAYOUTS[paper]
    page_pt = tuple(side * mm for side in PAPERS_MM[paper])
    file = BytesIO()
    canvas = PageCanvas(file, pagesize=page_pt, language=language, as_of=as_of)
    describe(canvas, title=title, author="")
    if is_rtl:
        canvas.setViewerPreference("Direction", "R2L")
    places = list(_places(layout, page_pt, is_rtl=is_rtl))
    with in_language(language):
        for start in each(range(0, len(badges), len(places)) or [0]):
            for badge, corner_pt in zip(badges[start : start + len(places)], places, strict=False):
                _draw(canvas, badge, layout, corner_pt, is_rtl=is_rtl)
            _cuts(canvas, layout, page_pt)
            canvas.showPage()
    canvas.save()
    return file.getvalue()


def _origin(layout: Layout, page_pt: tuple[float, float]) -> tuple[float, float]:
    width_pt, height_pt = page_pt
    return (width_pt - layout.columns * layout.width_pt) / 2, (height_pt - layout.rows * layout.height_pt) / 2


def _places(layout: Layout, page_pt: tuple[float, float], *, is_rtl: bool) -> Iterator[tuple[float, float]]:
    """Yield the lower left corner of each badge, row by row from the top, in the direction of reading."""
    left_pt, bottom_pt = _origin(layout, page_pt)
    columns = range(layout.columns)
    for row in reversed(range(layout.rows)):
        for column in reversed(columns) if is_rtl else columns:
            yield left_pt + column * layout.width_pt, bottom_pt + row * layout.height_pt


def _cuts(canvas: PageCanvas, layout: Layout, page_pt: tuple[float, float]) -> None:
    if layout.columns * layout.rows == 1:
        return
    left_pt, bottom_pt = _origin(layout, page_pt)
    right_pt, top_pt = left_pt + layout.columns * layout.width_pt, bottom_pt + layout.rows * layout.height_pt
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.4)
    for column in range(layout.columns + 1):
        canvas.line(left_pt + column * layout.width_pt, bottom_pt, left_pt + column * layout.width_pt, top_pt)
    for row in range(layout.rows + 1):
        canvas.line(left_pt, bottom_pt + row * layout.height_pt, right_pt, bottom_pt + row * layout.height_pt)


def _draw(canvas: PageCanvas, badge: Badge, layout: Layout, corner_pt: tuple[float, float], *, is_rtl: bool) -> None:
    left_pt, bottom_pt = corner_pt
    read = Element(role="Sect")
    _band(canvas, badge, layout, corner_pt, read, is_rtl=is_rtl)
    start_pt = left_pt + (layout.width_pt - layout.edge_pt if is_rtl else layout.edge_pt)
    texts = _fitted(badge, layout)
    top_pt = bottom_pt + layout.height_pt - layout.band_pt
    below_pt = layout.edge_pt + layout.code_pt if layout.is_code_below else 0
    y_pt = top_pt - (layout.height_pt - layout.band_pt - below_pt - sum(_heights(texts))) / 2
    for text, height_pt in zip(texts, _heights(texts), strict=True):
        element = read.child("P", actual_text=text.told if len(text.lines) > 1 else "", language=text.language)
        with canvas.mark(element):
            for number, line in enumerate(text.lines):
                base_pt = y_pt - (ASCENT + LEADING * number) * text.size_pt
                draw_line(canvas, start_pt, base_pt, line, text.ink, anchor="end" if is_rtl else "start")
        y_pt -= height_pt
    _code(canvas, badge, layout, corner_pt, read, is_rtl=is_rtl)


def _band(
    canvas: PageCanvas, badge: Badge, layout: Layout, corner_pt: tuple[float, float], read: Element, *, is_rtl: bool
) -> None:
    left_pt, bottom_pt = corner_pt
    base_pt = bottom_pt + layout.height_pt - layout.band_pt
    canvas.setFillColor(BANDS[badge.band])
    canvas.rect(left_pt, base_pt, layout.width_pt, layout.band_pt, stroke=0, fill=1)
    word_pt, small_pt = 1.2 * layout.small_pt, layout.small_pt
    room_pt = layout.width_pt - 2 * layout.edge_pt
    word_pt = fitted_size_pt(badge.category, width_pt=0.6 * room_pt, largest_pt=word_pt)
    beside_pt = room_pt - text_width_em(badge.category) * word_pt - 3 * mm
    lines, small_pt = _meeting(badge.meeting, width_pt=beside_pt, size_pt=small_pt)
    y_pt = base_pt + layout.band_pt / 2 - 0.34 * word_pt
    sides = (left_pt + layout.edge_pt, left_pt + layout.width_pt - layout.edge_pt)
    start_pt, end_pt = sides[::-1] if is_rtl else sides
    anchors = ("end", "start") if is_rtl else ("start", "end")
    told = plain(badge.meeting) if lines != (badge.meeting,) else ""
    with canvas.mark(read.child("P", actual_text=told, language=language_of(badge.meeting))):
        ink = Ink(face="sans", size_pt=small_pt, color=white)
        for number, line in enumerate(lines):
            line_pt = y_pt + small_pt * LEADING * ((len(lines) - 1) / 2 - number)
            draw_line(canvas, start_pt, line_pt, line, ink, anchor=anchors[0])
    with canvas.mark(read.child("P")):
        ink = Ink(face="sans-bold", size_pt=word_pt, color=white)
        draw_line(canvas, end_pt, y_pt, badge.category, ink, anchor=anchors[1])


def _meeting(text: str, *, width_pt: float, size_pt: float) -> tuple[tuple[str, ...], float]:
    """Return the meeting's name on one line, on two, on two smaller ones or, at last, shortened; and its size."""
    least_pt = LEAST_OF_MEETING * size_pt
    for count in (1, 2):
        lines = balanced_lines(text, count, face="sans")
        fitted_pt = min(fitted_size_pt(line, width_pt=width_pt, largest_pt=size_pt, face="sans") for line in lines)
        if fitted_pt >= (size_pt if count == 1 else least_pt):
            return lines, fitted_pt
    return tuple(shortened(line, width_pt=width_pt, size_pt=least_pt) for line in lines), least_pt


def _code(
    canvas: PageCanvas, badge: Badge, layout: Layout, corner_pt: tuple[float, float], read: Element, *, is_rtl: bool
) -> None:
    left_pt, bottom_pt = corner_pt
    size_pt = layout.code_pt
    if layout.is_code_below:
        x_pt, y_pt = left_pt + (layout.width_pt - size_pt) / 2, bottom_pt + layout.edge_pt
    else:
        end_pt = layout.edge_pt if is_rtl else layout.width_pt - layout.edge_pt - size_pt
        x_pt, y_pt = left_pt + end_pt, bottom_pt + (layout.height_pt - layout.band_pt - size_pt) / 2
    box_pt = (x_pt, y_pt, x_pt + size_pt, y_pt + size_pt)
    with canvas.mark(read.child("Figure", alt=badge.code_alt, box_pt=box_pt)):
        canvas.setFillColor(INK)
        canvas.addLiteral(code_path(badge.code, x_pt=x_pt, y_pt=y_pt, size_pt=size_pt))


def _heights(texts: Sequence[Lines]) -> list[float]:
    """Return what each text takes with the gap after it; there is none after the last nor between parts of a name."""
    gaps = [
        0 if text.ink.color is INK is after.ink.color else GAP * after.size_pt
        for text, after in zip(texts, texts[1:], strict=False)
    ]
    return [text.height_pt + gap for text, gap in zip(texts, [*gaps, 0], strict=True)]


def _fitted(badge: Badge, layout: Layout) -> list[Lines]:
    """Return the texts as large as they may be, all of them smaller by steps until they fit the height together."""
    share = 1.0
    while True:
        texts = list(_lines(badge, layout, share))
        if sum(_heights(texts)) <= layout.text_height_pt or share < 0.1:
            return texts
        share *= STEP


def _lines(badge: Badge, layout: Layout, share: float) -> Iterator[Lines]:
    faces = {
        "first": ("sans", layout.first_pt, INK, KEPT_OF_NAME),
        "name": ("sans-bold", layout.name_pt, INK, KEPT_OF_NAME),
    }
    parts = [(text, "", *faces[kind]) for kind, text in badge.names]
    parts.append((badge.function, language_of(badge.function), "sans", layout.small_pt, GREY, KEPT))
    parts.append((badge.entity, badge.entity_language, "sans-bold", layout.entity_pt, BANDS[badge.band], KEPT))
    for text, language, face, largest_pt, color, kept in parts:
        if text.strip():
            sizes_pt = tuple(part * largest_pt * share for part in (*kept, 1))
            lines, size_pt = _set(text, face=face, sizes_pt=sizes_pt, width_pt=layout.text_width_pt)
            drawn = Ink(face=face, size_pt=size_pt, color=color)
            yield Lines(lines=lines, size_pt=size_pt, ink=drawn, told=plain(text), language=language)


def _set(text: str, *, face: str, sizes_pt: Sequence[float], width_pt: float) -> tuple[tuple[str, ...], float]:
    """Return `text` on as few lines as let it have the size wanted of so many, and the size; the last is the largest.

    A word too long for that is broken between letters, without a hyphen: a name is printed as it is written.
    """
    *wanted_pt, largest_pt = sizes_pt
    for count, least_pt in enumerate(wanted_pt, start=1):
        lines = balanced_lines(text, count, face=face)
        size_pt = min(fitted_size_pt(line, width_pt=width_pt, largest_pt=largest_pt, face=face) for line in lines)
        if size_pt >= least_pt:
            return lines, size_pt
    return tuple(_broken(text, face=face, size_pt=least_pt, width_pt=width_pt)), least_pt


def _broken(text: str, *, face: str, size_pt: float, width_pt: float) -> Iterator[str]:
    """Yield lines no wider than the room, each word from where it stops fitting on the next line."""
    line = ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if text_width_em(joined, face=face) * size_pt <= width_pt:
            line = joined
            continue
        if line:
            yield line
        line = word
        while text_width_em(line, face=face) * size_pt > width_pt and len(line) > 1:
            cut = max(1, int(len(line) * width_pt / (text_width_em(line, face=face) * size_pt)) - 1)
            yield line[:cut]
            line = line[cut:]
    yield line
