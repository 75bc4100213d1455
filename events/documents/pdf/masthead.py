"""The head of the first page: the office's sign, organisers over meeting over place and date, and the reference."""

from functools import lru_cache
from io import BytesIO

from PIL import Image
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from events.documents.pdf.frame import Masthead
from events.documents.pdf.style import ACCENT, IMPRINT_END, MEETING, ORGANISERS, PLACE, REFERENCE
from events.documents.pdf.text import Text

TOP_PT = 14 * mm
RULE_PT = 36 * mm
TALLEST_PT = 75 * mm
AFTER_PT = 9.0
LOGO_HEIGHT_PT, LOGO_WIDTH_PT, LOGO_GAP_PT = 16 * mm, 42 * mm, 5 * mm
# As fine as a printer shows it at that height; a larger picture would only make each file heavy.
LOGO_PIXELS = (1240, 480)


@lru_cache(maxsize=8)
def logo_picture(content: bytes) -> Image.Image:
    """Return a PNG picture on white, as small as paper needs it. Raises OSError for what is not a PNG picture."""
    with Image.open(BytesIO(content), formats=["PNG"]) as given:
        picture = given.convert("RGBA")
    picture.thumbnail(LOGO_PIXELS, Image.Resampling.LANCZOS)
    ground = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(ground, picture).convert("RGB")


def logo_size_pt(content: bytes) -> tuple[float, float]:
    """Return width and height of the picture on paper: 16 mm high, at most 42 mm wide. (0, 0) for none."""
    if not content:
        return 0, 0
    width, height = logo_picture(content).size
    scale = min(LOGO_WIDTH_PT / width, LOGO_HEIGHT_PT / height)
    return width * scale, height * scale


def masthead_rule_pt(masthead: Masthead, room_pt: float) -> float:
    """Return how far below the top of the page the masthead's rule is, at most 75 mm."""
    left, right, _ = _columns(masthead, room_pt)
    height_pt = max(_tall_pt(left), _tall_pt(right), logo_size_pt(masthead.logo)[1])
    return max(RULE_PT, min(TOP_PT + height_pt + AFTER_PT, TALLEST_PT))


def draw_masthead(
    canvas: Canvas, masthead: Masthead, *, sides_pt: tuple[float, float], top_pt: float, is_rtl: bool
) -> None:
    """Draw the masthead and its double rule between `sides_pt`; texts too long for 75 mm are drawn smaller as a whole.

    `top_pt` is the upper edge of the page.
    """
    room_pt = sides_pt[1] - sides_pt[0]
    left, right, indent_pt = _columns(masthead, room_pt)
    rule_pt = masthead_rule_pt(masthead, room_pt)
    scale = min(1, (rule_pt - TOP_PT - AFTER_PT) / max(_tall_pt(left), _tall_pt(right), 1))
    for column, is_left, moved_pt in ((left, not is_rtl, indent_pt), (right, is_rtl, 0)):
        y_pt = top_pt - TOP_PT
        for text in column:
            y_pt -= (text.height + text.spaceBefore) * scale
            text.is_rtl = is_rtl
            canvas.saveState()
            canvas.translate(sides_pt[0] + moved_pt if is_left else sides_pt[1] - moved_pt - text.width * scale, y_pt)
            canvas.scale(scale, scale)
            text.drawOn(canvas, 0, 0)
            canvas.restoreState()
            y_pt -= text.spaceAfter * scale
    _draw_logo(canvas, masthead.logo, sides_pt=sides_pt, top_pt=top_pt - TOP_PT, is_rtl=is_rtl)
    canvas.setStrokeColor(ACCENT)
    for offset_pt, weight_pt in ((0, 1.6), (2.6, 0.4)):
        canvas.setLineWidth(weight_pt)
        y_pt = top_pt - rule_pt - offset_pt
        canvas.line(sides_pt[0], y_pt, sides_pt[1], y_pt)


def _columns(masthead: Masthead, room_pt: float) -> tuple[list[Text], list[Text], float]:
    """Return the texts of the left and of the right column, wrapped, and how far the logo moves the left ones in."""
    logo_pt = logo_size_pt(masthead.logo)[0]
    indent_pt = logo_pt + LOGO_GAP_PT if logo_pt else 0
    has_right = bool(masthead.reference or masthead.notes)
    left_pt = room_pt * (0.68 if has_right else 1)
    parts = ((masthead.organisers, ORGANISERS), (masthead.meeting, MEETING), (masthead.place_and_date, PLACE))
    left = [Text(text, setting) for text, setting in parts if text]
    right = [Text(masthead.reference, REFERENCE)] if masthead.reference else []
    right += [Text(text, IMPRINT_END) for text in masthead.notes if text]
    for text in left:
        text.wrap(left_pt - indent_pt, 0)
    for text in right:
        text.wrap(room_pt - left_pt - 12, 0)
    return left, right, indent_pt


def _tall_pt(column: list[Text]) -> float:
    return sum(text.spaceBefore + text.height + text.spaceAfter for text in column)


def _draw_logo(canvas: Canvas, logo: bytes, *, sides_pt: tuple[float, float], top_pt: float, is_rtl: bool) -> None:
    if not logo:
        return
    width_pt, height_pt = logo_size_pt(logo)
    x_pt = sides_pt[1] - width_pt if is_rtl else sides_pt[0]
    canvas.drawImage(ImageReader(logo_picture(logo)), x_pt, top_pt - height_pt, width_pt, height_pt)
