"""From blocks and a frame to the bytes of a PDF file."""

from collections.abc import Iterable
from functools import partial
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.platypus import Spacer as PlatypusSpacer

from events.documents.pdf.archive import packed
from events.documents.pdf.blocks import Block
from events.documents.pdf.building import Builder
from events.documents.pdf.compose import flowables
from events.documents.pdf.frame import Frame
from events.documents.pdf.language import in_language
from events.documents.pdf.pages import PageCanvas, Sheet
from events.documents.pdf.style import MARGIN_COLUMN_PT, coloured


@packed
def document_pdf(composed: Iterable[Block], frame: Frame) -> bytes:
    """Return the PDF file of `composed` in order, in `frame`; one page with head and foot when there are no blocks.

    The same arguments give the same bytes, in any process. Characters that no embedded face has are drawn as
    `coverage.printable` says, never refused: ask `coverage.missing_characters` to warn.

    Raises ValueError for an `as_of` without a zone, KeyError for an unknown paper, run style or tint, TypeError for
    what is not a block.
    """
    file = BytesIO()
    with in_language(frame.language), coloured(accent=frame.accent, second=frame.second):
        sheet = Sheet(frame)
        placed = flowables(composed, sheet) or [PlatypusSpacer(1, 1)]
        template = Builder(file, pageTemplates=sheet.templates())
        template.house_frame, template.most_longer_pt = frame, sheet.spare_pt
        template.build(placed, canvasmaker=partial(_canvas, frame=frame))
    return file.getvalue()


def body_size_mm(frame: Frame, *, is_landscape: bool | None = None) -> tuple[float, float]:
    """Return width, margin column included, and height of a page after the first: the room of a drawing alone."""
    sheet = Sheet(frame)
    turned = frame.is_landscape if is_landscape is None else is_landscape
    width_pt = sheet.text_width_pt(is_landscape=turned) + MARGIN_COLUMN_PT
    return width_pt / mm, sheet.page_pt(is_landscape=turned) / mm


def _canvas(file: object, *, frame: Frame, pagesize: tuple[float, float], **_options: object) -> PageCanvas:
    return PageCanvas(file, pagesize=pagesize, language=frame.language, as_of=frame.as_of)
