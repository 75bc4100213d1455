"""Tent plates, one to a landscape sheet: folded, the same words stand on both sides; no mark, reference or code."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from events.documents.pdf.archive import packed
from events.documents.pdf.bidi import has_rtl
from events.documents.pdf.blocks import Plate
from events.documents.pdf.fit import balanced_lines, fitted_size_pt, text_width_em
from events.documents.pdf.frame import PAPERS_MM
from events.documents.pdf.language import in_language
from events.documents.pdf.pages import PageCanvas, describe
from events.documents.pdf.style import GREY, INK, RULE, Ink
from events.documents.pdf.tagging import Element, marked
from events.documents.pdf.text import draw_line
from events.documents.progress import each

FLAP_PT = 15 * mm
SIDE_PT = 16 * mm
PANEL_EDGE_PT = 10 * mm
LARGEST_PT, SMALLEST_PT, ONE_LINE_FROM_PT, FEW_LINES_FROM_PT = 110.0, 30.0, 90.0, 60.0
# One line more must make the letters so much larger.
WORTH_A_LINE = 1.15
# Given and family names on two lines must make the letters so much larger.
WORTH_PARTING = 1.3
# A form of address stands apart on all plates if on one, where letters keep this share of their size.
KEPT_APART = 0.7
FUNCTION_LARGEST_PT, FUNCTION_SMALLEST_PT = 30.0, 14.0
# A function stays on one line from the one size, on two from the other.
FUNCTION_ONE_LINE_FROM_PT, FUNCTION_TWO_LINES_FROM_PT = 27.0, 21.0
LEADING, CAP_HEIGHT, ACCENT_ROOM, DESCENT = 1.12, 0.66, 0.26, 0.22
# Arabic letters reach lower, with their dots, than Latin ones.
ARABIC_LEADING, ARABIC_DESCENT = 1.5, 0.5
FUNCTION_GAP = 0.5
MOST_LINES = 6


@dataclass(frozen=True, kw_only=True)
class Fitted:
    """Lines and the size they are set in."""

    lines: tuple[str, ...]
    size_pt: float

    @property
    def leadings(self) -> tuple[float, ...]:
        """How far below each line but the last the next one stands, in its size."""
        return tuple(ARABIC_LEADING if has_rtl(line) else LEADING for line in self.lines[:-1])

    @property
    def height_pt(self) -> float:
        """From the accents of the first line's capitals to the last line's descenders."""
        descent = ARABIC_DESCENT if has_rtl(self.lines[-1]) else DESCENT
        return self.size_pt * (ACCENT_ROOM + CAP_HEIGHT + sum(self.leadings) + descent)


@packed
def plates_pdf(
    plates: Iterable[Plate], *, paper: str, title: str, language: str, as_of: datetime, author: str = ""
) -> bytes:
    """Return one landscape sheet per plate in the order given; one blank sheet when there are none.

    From the top: the panel upside down, the fold, the panel upright, the fold, a flap of 15 mm to glue. Read once: the
    side upside down repeats the other. Plates stand beside one another: where one has its form of address on a line of
    its own, all have whose letters would not be much smaller. `title` and `author` are the file's data and are not
    printed. Raises ValueError for an `as_of` without a zone.
    """
    height_pt, width_pt = (side * mm for side in PAPERS_MM[paper])
    file = BytesIO()
    canvas = PageCanvas(file, pagesize=(width_pt, height_pt), language=language, as_of=as_of)
    describe(canvas, title=title, author=author)
    panel_pt = (height_pt - FLAP_PT) / 2
    sheets = list(plates)
    room = {"width_pt": width_pt, "panel_pt": panel_pt}
    with in_language(language):
        is_apart = any(_is_form_apart(plate, **room) for plate in sheets)
        for plate in each(sheets):
            fitted = _fitted(plate, **room, is_form_apart=is_apart)
            draw_panel(canvas, plate, fitted, **room, base_pt=FLAP_PT, read=Element(role="Sect"))
            canvas.saveState()
            canvas.translate(width_pt, height_pt)
            canvas.rotate(180)
            draw_panel(canvas, plate, fitted, **room, base_pt=0)
            canvas.restoreState()
            _folds(canvas, width_pt, (FLAP_PT, FLAP_PT + panel_pt))
            canvas.showPage()
    if not sheets:
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def fitted_name(
    name: str,
    *,
    width_pt: float,
    height_pt: float,
    parts: Sequence[str] = (),
    halves: Sequence[str] = (),
    is_form_apart: bool = False,
) -> Fitted:
    """Return `name` as large as the room allows, at most 110 pt.

    One line from 90 pt up; below that two balanced lines, and more only while those are below 60 pt; one more only
    where the letters gain by it. With `parts` lines end between these alone, unless that would leave them below 30 pt,
    and with `halves` between these, unless the letters are clearly larger where they end between `parts`; if
    `is_form_apart`, each half has its line unless the letters are much smaller then. What cannot have 30 pt is set
    smaller, never cut.
    """
    best = _largest(name, width_pt, height_pt, parts)
    if halves:
        whole = _largest(name, width_pt, height_pt, halves)
        if best.size_pt <= WORTH_PARTING * whole.size_pt and (whole.size_pt >= SMALLEST_PT or whole == best):
            best = whole
    if is_form_apart and len(halves) > 1:
        apart = _in_lines(name, len(halves), width_pt, height_pt, LARGEST_PT, parts=halves)
        best = apart if apart.size_pt >= KEPT_APART * best.size_pt else best
    if parts and best.size_pt < SMALLEST_PT:
        return fitted_name(name, width_pt=width_pt, height_pt=height_pt)
    return best


def _largest(name: str, width_pt: float, height_pt: float, parts: Sequence[str]) -> Fitted:
    best = _in_lines(name, 1, width_pt, height_pt, LARGEST_PT)
    for count in range(2, MOST_LINES + 1):
        if best.size_pt >= (ONE_LINE_FROM_PT if count == 2 else FEW_LINES_FROM_PT):
            break
        tried = _in_lines(name, count, width_pt, height_pt, LARGEST_PT, parts=parts)
        if tried.size_pt > WORTH_A_LINE * best.size_pt:
            best = tried
    return best


def fitted_function(function: str, *, width_pt: float, height_pt: float) -> Fitted:
    """Return `function` at 14 to 30 pt on as few lines as it needs, smaller only when six of 14 pt are too few."""
    enough = {1: FUNCTION_ONE_LINE_FROM_PT, 2: FUNCTION_TWO_LINES_FROM_PT}
    best = None
    for count in range(1, MOST_LINES + 1):
        fitted = _in_lines(function, count, width_pt, height_pt, FUNCTION_LARGEST_PT, face="sans")
        if best is None or fitted.size_pt > WORTH_A_LINE * best.size_pt:
            best = fitted
        if best.size_pt >= enough.get(count, FUNCTION_SMALLEST_PT):
            break
    return best


def _in_lines(
    text: str,
    count: int,
    width_pt: float,
    height_pt: float,
    largest_pt: float,
    *,
    face: str = "sans-bold",
    parts: Sequence[str] = (),
) -> Fitted:
    lines = balanced_lines(text, count, face=face, parts=parts, at_hyphens=False)
    widest = max(lines, key=lambda line: text_width_em(line, face=face))
    size_pt = fitted_size_pt(widest, width_pt=width_pt, largest_pt=largest_pt, face=face)
    whole = Fitted(lines=lines, size_pt=1)
    return Fitted(lines=lines, size_pt=min(size_pt, height_pt / whole.height_pt))


def draw_panel(
    canvas: Canvas,
    plate: Plate,
    fitted: tuple[Fitted, Fitted | None],
    *,
    width_pt: float,
    panel_pt: float,
    base_pt: float,
    read: Element | None = None,
) -> None:
    """Draw one side of `plate`, its name and function `fitted`, centred on the panel whose lower edge is at `base_pt`;
    read as part of `read`.
    """
    name, function = fitted
    gap_pt = FUNCTION_GAP * function.size_pt if function else 0
    below_pt = function.height_pt + gap_pt if function else 0
    top_pt = base_pt + (panel_pt + name.height_pt + below_pt) / 2
    with _read(canvas, name, read, plate.languages[0]):
        _draw_lines(canvas, name, width_pt / 2, top_pt, "sans-bold", INK)
    if function:
        with _read(canvas, function, read, plate.languages[1]):
            _draw_lines(canvas, function, width_pt / 2, top_pt - name.height_pt - gap_pt, "sans", GREY)


def _fitted(
    plate: Plate, *, width_pt: float, panel_pt: float, is_form_apart: bool = False
) -> tuple[Fitted, Fitted | None]:
    """Return name and function as they are set, None for no function."""
    room_pt, height_pt = width_pt - 2 * SIDE_PT, panel_pt - 2 * PANEL_EDGE_PT
    function = None
    if plate.function.strip():
        function = fitted_function(plate.function, width_pt=room_pt, height_pt=height_pt * 0.42)
        height_pt -= function.height_pt + FUNCTION_GAP * function.size_pt
    name = fitted_name(
        plate.name,
        width_pt=room_pt,
        height_pt=height_pt,
        parts=plate.parts,
        halves=plate.halves,
        is_form_apart=is_form_apart,
    )
    return name, function


def _is_form_apart(plate: Plate, *, width_pt: float, panel_pt: float) -> bool:
    return len(plate.halves) > 1 and len(_fitted(plate, width_pt=width_pt, panel_pt=panel_pt)[0].lines) > 1


def _read(canvas: Canvas, fitted: Fitted, above: Element | None, language: str) -> AbstractContextManager[None]:
    """Mark what is drawn as a paragraph below `above`, or as read elsewhere; words of two lines are told apart."""
    told = " ".join(fitted.lines) if len(fitted.lines) > 1 else ""
    return marked(canvas, above.child("P", actual_text=told, language=language) if above else None)


def _draw_lines(canvas: Canvas, fitted: Fitted, x_pt: float, top_pt: float, face: str, color: object) -> None:
    drawn = Ink(face=face, size_pt=fitted.size_pt, color=color)
    base_pt = top_pt - (ACCENT_ROOM + CAP_HEIGHT) * fitted.size_pt
    for line, leading in zip(fitted.lines, (*fitted.leadings, 0), strict=True):
        draw_line(canvas, x_pt, base_pt, line, drawn, anchor="middle")
        base_pt -= leading * fitted.size_pt


def _folds(canvas: Canvas, width_pt: float, levels_pt: tuple[float, ...]) -> None:
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.4)
    canvas.setDash(3, 3)
    for level_pt in levels_pt:
        canvas.line(0, level_pt, width_pt, level_pt)
    canvas.setDash()
