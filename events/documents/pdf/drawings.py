"""Drawings: a field of shapes scaled to the page, with horizontal texts fitted into seats that may be turned."""

import math
from dataclasses import dataclass, replace
from functools import singledispatch

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from events.documents.pdf.bidi import has_rtl
from events.documents.pdf.blocks import Circle, Drawing, Label, Line, Polygon, Rect, Shape
from events.documents.pdf.coverage import printable
from events.documents.pdf.fit import balanced_lines, fitted_size_pt, text_width_em
from events.documents.pdf.style import ACCENT, CELL, GREY, RULE, TINTS, Ink, ink
from events.documents.pdf.tagging import Element, marked
from events.documents.pdf.text import draw_line

LARGEST_PT, SMALLEST_PT = 10.0, 0.5
LEADING = 1.08
# Arabic letters reach lower than Latin ones: from line to line, and below the last.
ARABIC_LEADING, ARABIC_DESCENT = 1.3, 0.3
CODE_SHARE, CODE_LEADING = 0.78, 1.12
CAP_HEIGHT = 0.66
INSET_PT = 2.2
# In a small seat the white around its words is as much less.
INSET_SHARE = 0.06
MOST_LINES = 3
COMMON_SHARE = 0.12
WORTH_A_PAGE = 0.7
NAME_FACE, CODE_FACE = "sans-bold", "sans"


@dataclass(frozen=True, kw_only=True)
class _Words:
    """The text of one seat: lines of the name, the code above them, and the largest size that fits."""

    lines: tuple[str, ...]
    code: str
    size_pt: float
    code_pt: float

    @property
    def steps(self) -> tuple[float, ...]:
        """How far below each line but the last the next one stands, in their size."""
        return tuple(ARABIC_LEADING if has_rtl(line) else LEADING for line in self.lines[:-1])

    @property
    def below(self) -> float:
        """What the letters of the last line need more than Latin ones below it, in their size."""
        return ARABIC_DESCENT if has_rtl(self.lines[-1]) else 0

    @property
    def height(self) -> float:
        """From the capitals of the first line to what the last line has below it, in their size."""
        return CAP_HEIGHT + sum(self.steps) + self.below


class DrawingFlowable(Flowable):
    """A drawing as large as its room allows; it moves to the next page rather than shrink much below its width."""

    def __init__(self, drawing: Drawing, *, shift_pt: float, page_pt: float) -> None:
        super().__init__()
        self.drawing, self.shift_pt, self.page_pt = drawing, shift_pt, page_pt
        self.scale = 1.0
        self.spaceAfter = 8

    def wrap(self, room_pt: float, height_pt: float) -> tuple[float, float]:
        wide = min(self.drawing.largest_scale, (room_pt + abs(self.shift_pt)) / (self.drawing.width_mm * mm))
        high = (height_pt - 0.5) / (self.drawing.height_mm * mm)
        is_fresh = height_pt > 0.95 * self.page_pt
        self.scale = min(wide, high) if is_fresh or high >= WORTH_A_PAGE * wide else wide
        self.width, self.height = room_pt, self.drawing.height_mm * mm * self.scale
        return room_pt, self.height

    def first_pt(self, room_pt: float) -> float:
        """Return the least height at which it stays on a page."""
        return WORTH_A_PAGE * self.wrap(room_pt, self.page_pt)[1]

    def draw(self) -> None:
        drawing, canvas = self.drawing, self.canv
        room_pt = self.width + abs(self.shift_pt)
        left_pt = min(self.shift_pt, 0) + (room_pt - drawing.width_mm * mm * self.scale) / 2
        canvas.translate(left_pt, self.height)
        box_pt = (
            *canvas.absolutePosition(0, -self.height),
            *canvas.absolutePosition(drawing.width_mm * mm * self.scale, 0),
        )
        # A drawing without a description is told by its words, as far as it has any.
        figure = Element(role="Figure", alt=printable(drawing.description or _told(drawing)), box_pt=box_pt)
        with marked(canvas, figure):
            draw_shapes(canvas, drawing.shapes, unit_pt=mm * self.scale)


def _told(drawing: Drawing) -> str:
    texts = (getattr(shape, "text", "").strip() for shape in drawing.shapes)
    return ", ".join(text for text in texts if text) or "–"


def draw_shapes(canvas: Canvas, shapes: tuple[Shape, ...], *, unit_pt: float) -> None:
    """Draw `shapes` below and right of the origin, one millimetre of theirs being `unit_pt`."""
    fitted = _fit(shapes, unit_pt=unit_pt)
    for index, shape in enumerate(shapes):
        canvas.setLineWidth(0.6)
        _draw(shape, canvas, unit_pt)
        if index in fitted:
            _write(canvas, shape, fitted[index], unit_pt)


def label_sizes_pt(drawing: Drawing, *, width_mm: float, height_mm: float) -> tuple[float, ...]:
    """Return the size each seat's text will have in a room of `width_mm` by `height_mm`, in the order of the shapes.

    Shapes without text give none: () when there is no text at all.
    """
    scale = min(drawing.largest_scale, width_mm / drawing.width_mm, height_mm / drawing.height_mm)
    return tuple(words.size_pt for words in _fit(drawing.shapes, unit_pt=mm * scale).values())


def _fit(shapes: tuple[Shape, ...], *, unit_pt: float) -> dict[int, _Words]:
    """Return the words of the seats by their index: one size for all but the longest, one size for all codes."""
    seats = {
        index: shape
        for index, shape in enumerate(shapes)
        if isinstance(shape, (Rect, Circle)) and (shape.text.strip() or shape.code.strip())
    }
    if not seats:
        return {}
    # The name first gives way to a code of its own size, or a flat seat would leave it nothing.
    shared = sorted(_words(seat, unit_pt, code_share=CODE_SHARE).size_pt for seat in seats.values())
    code_pt = CODE_SHARE * shared[int(COMMON_SHARE * len(shared))]
    fitted = {index: _words(seat, unit_pt, code_pt=code_pt) for index, seat in seats.items()}
    sizes = sorted(words.size_pt for words in fitted.values())
    common_pt = sizes[int(COMMON_SHARE * len(sizes))]
    return {index: replace(words, size_pt=min(words.size_pt, common_pt)) for index, words in fitted.items()}


def _words(shape: Rect | Circle, unit_pt: float, *, code_pt: float = 0, code_share: float = 0) -> _Words:
    """Return the best division of a seat's text into lines beside a code; fewer lines win a near tie.

    The code has `code_pt`, or `code_share` of the size that is looked for.
    """
    text, code = (shape.text, shape.code) if shape.text.strip() else (shape.code, "")
    best = None
    for count in range(1, MOST_LINES + 1):
        lines = balanced_lines(text, count)
        tried = _Words(lines=lines, code=code, size_pt=1, code_pt=_code_pt(code, code_pt, shape, unit_pt))
        half_width_em = max(text_width_em(line) for line in lines) / 2
        half_height_em = (tried.height + 0.2) / 2
        half_height_em += code_share * CODE_LEADING / 2 if code else 0
        half_code_pt = code_pt * CODE_LEADING / 2 if code else 0
        size_pt = min(LARGEST_PT, _largest(shape, half_width_em, half_height_em, half_code_pt, unit_pt))
        if best is None or size_pt > best.size_pt * 1.02:
            best = replace(tried, size_pt=size_pt)
    return best


def _code_pt(code: str, code_pt: float, shape: Rect | Circle, unit_pt: float) -> float:
    width_mm = shape.radius_mm * 1.4 if isinstance(shape, Circle) else min(shape.width_mm, shape.height_mm * 2)
    return fitted_size_pt(code, width_pt=width_mm * unit_pt - INSET_PT, largest_pt=code_pt, face=CODE_FACE)


def _largest(
    shape: Rect | Circle, half_width_em: float, half_height_em: float, half_code_pt: float, unit_pt: float
) -> float:
    """Return the size at which an upright box of that many ems, and the code above it, stays inside the shape."""
    if isinstance(shape, Circle):
        room_pt = shape.radius_mm * unit_pt - INSET_PT / 2 - half_code_pt
        return max(SMALLEST_PT, room_pt / math.hypot(half_width_em, half_height_em))
    angle = math.radians(shape.rotation_deg)
    cos, sin = abs(math.cos(angle)), abs(math.sin(angle))
    wide_pt, high_pt = shape.width_mm * unit_pt, shape.height_mm * unit_pt
    wide_pt = wide_pt / 2 - min(INSET_PT, INSET_SHARE * wide_pt) - half_code_pt * sin
    high_pt = high_pt / 2 - min(INSET_PT / 2, INSET_SHARE * high_pt) - half_code_pt * cos
    return max(
        SMALLEST_PT,
        min(
            wide_pt / (half_width_em * cos + half_height_em * sin),
            high_pt / (half_width_em * sin + half_height_em * cos),
        ),
    )


def _write(canvas: Canvas, shape: Rect | Circle, words: _Words, unit_pt: float) -> None:
    color = TINTS[shape.tint].text
    x_pt, y_pt = shape.x_mm * unit_pt, -shape.y_mm * unit_pt
    base_pt = y_pt + (words.height / 2 - CAP_HEIGHT) * words.size_pt
    if words.code:
        base_pt -= words.code_pt * CODE_LEADING / 2
        code_base_pt = base_pt + CAP_HEIGHT * words.size_pt + (CODE_LEADING - CAP_HEIGHT) * words.code_pt
        drawn = Ink(face=CODE_FACE, size_pt=words.code_pt, color=color)
        draw_line(canvas, x_pt, code_base_pt, words.code, drawn, anchor="middle")
    drawn = Ink(face=NAME_FACE, size_pt=words.size_pt, color=color)
    for line, step in zip(words.lines, (*words.steps, 0), strict=True):
        draw_line(canvas, x_pt, base_pt, line, drawn, anchor="middle")
        base_pt -= step * words.size_pt


@singledispatch
def _draw(shape: object, canvas: Canvas, unit_pt: float) -> None:
    raise TypeError(f"not a shape: {shape!r}")


@_draw.register
def _(shape: Rect, canvas: Canvas, unit_pt: float) -> None:
    tint = TINTS[shape.tint]
    width_pt, height_pt = shape.width_mm * unit_pt, shape.height_mm * unit_pt
    canvas.saveState()
    canvas.translate(shape.x_mm * unit_pt, -shape.y_mm * unit_pt)
    canvas.rotate(-shape.rotation_deg)
    canvas.setFillColor(tint.fill)
    canvas.setStrokeColor(tint.edge)
    radius_pt = min(shape.radius_mm * unit_pt, width_pt / 2, height_pt / 2)
    canvas.roundRect(-width_pt / 2, -height_pt / 2, width_pt, height_pt, radius_pt, stroke=1, fill=1)
    if shape.is_barred:
        canvas.setLineWidth(1.6)
        inset_pt = min(radius_pt, width_pt / 4)
        canvas.line(inset_pt - width_pt / 2, -height_pt / 2, width_pt / 2 - inset_pt, -height_pt / 2)
    canvas.restoreState()


@_draw.register
def _(shape: Circle, canvas: Canvas, unit_pt: float) -> None:
    tint = TINTS[shape.tint]
    canvas.setFillColor(tint.fill)
    canvas.setStrokeColor(tint.edge)
    canvas.circle(shape.x_mm * unit_pt, -shape.y_mm * unit_pt, shape.radius_mm * unit_pt, stroke=1, fill=1)


@_draw.register
def _(shape: Polygon, canvas: Canvas, unit_pt: float) -> None:
    if not shape.points_mm:
        return
    tint = TINTS[shape.tint]
    canvas.setFillColor(tint.fill)
    canvas.setStrokeColor(tint.edge)
    path = canvas.beginPath()
    first, *rest = ((x * unit_pt, -y * unit_pt) for x, y in shape.points_mm)
    path.moveTo(*first)
    for point in rest:
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, stroke=1, fill=int(bool(shape.tint)))


@_draw.register
def _(shape: Line, canvas: Canvas, unit_pt: float) -> None:
    canvas.setStrokeColor(RULE)
    canvas.setDash(*((2, 2) if shape.is_dashed else ()))
    canvas.line(shape.x1_mm * unit_pt, -shape.y1_mm * unit_pt, shape.x2_mm * unit_pt, -shape.y2_mm * unit_pt)
    canvas.setDash()


@_draw.register
def _(shape: Label, canvas: Canvas, unit_pt: float) -> None:
    drawn = ink(CELL, shape.style)
    size_pt = shape.size_pt
    if shape.width_mm:
        size_pt = fitted_size_pt(shape.text, width_pt=shape.width_mm * unit_pt, largest_pt=size_pt, face=drawn.face)
    color = {"note": GREY, "bold": ACCENT}.get(shape.style, drawn.color)
    y_pt = -shape.y_mm * unit_pt - CAP_HEIGHT * size_pt / 2
    drawn = Ink(face=drawn.face, size_pt=size_pt, color=color)
    draw_line(canvas, shape.x_mm * unit_pt, y_pt, shape.text, drawn, anchor=shape.anchor)
