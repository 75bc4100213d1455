"""Ways to read a PDF file back, and frames with invisible defaults."""

import io
from datetime import UTC, datetime
from itertools import takewhile

import pikepdf
import pypdfium2

from events.documents.pdf.document import document_pdf
from events.documents.pdf.frame import Frame
from events.documents.pdf.plates import plates_pdf

AS_OF = datetime(2017, 9, 19, 14, 5, tzinfo=UTC)


def frame(**changes):
    return Frame(**({"title": "Programme", "language": "en", "as_of": AS_OF} | changes))


def printed(*blocks, **changes):
    return document_pdf(blocks, frame(**changes))


def plates(*plates, paper="a4"):
    return plates_pdf(plates, paper=paper, title="Plates", language="en", as_of=AS_OF)


def pages(data):
    """The text of each page, every blank a single space."""
    file = pypdfium2.PdfDocument(data)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in file]


def text(data):
    return " ".join(pages(data))


def sizes_pt(data):
    return [page.get_size() for page in pypdfium2.PdfDocument(data)]


def char_boxes(data):
    """For each visible character: width and height of its page, then left, bottom, right, top."""
    for page in pypdfium2.PdfDocument(data):
        read = page.get_textpage()
        for index in range(read.count_chars()):
            if read.get_text_range(index, 1).strip():
                yield (*page.get_size(), *read.get_charbox(index))


def strays(data, *, edge_pt=8):
    """The boxes that come nearer than `edge_pt` to the edge of their page, or beyond it."""
    return [
        (left, bottom, right, top)
        for width, height, left, bottom, right, top in char_boxes(data)
        if left < edge_pt or bottom < edge_pt or right > width - edge_pt or top > height - edge_pt
    ]


def overlaps(data, *, is_latin=True, mark_pt=60):
    """Each two stretches of text of which one covers an eighth of the other: number of the page and both texts.

    Words drawn higher than `mark_pt` are the mark under the text. In a line of other letters, figures and ideographs
    are stretches that reach into each other: there only those of different lines count.
    """
    for number, page in enumerate(pypdfium2.PdfDocument(data), 1):
        read = page.get_textpage()
        boxes = [read.get_rect(index) for index in range(read.count_rects())]
        boxes = sorted((box for box in boxes if box[3] - box[1] < mark_pt), key=lambda box: box[1])
        for index, one in enumerate(boxes):
            for other in takewhile(lambda box, top=one[3]: box[1] < top, boxes[index + 1 :]):
                if _covers(one, other) and (is_latin or _are_of_two_lines(one, other)):
                    yield number, read.get_text_bounded(*one), read.get_text_bounded(*other)


def _covers(one, other):
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    least = min((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))
    return width > 0.5 and height > 0.5 and width * height > least / 8


def _are_of_two_lines(one, other):
    apart = abs(one[1] + one[3] - other[1] - other[3]) / 2
    return apart > 0.5 * min(one[3] - one[1], other[3] - other[1])


def opened(data):
    return pikepdf.open(io.BytesIO(data))


def fonts(data):
    """Each font's name without its subset tag, and whether its program is in the file."""
    with opened(data) as file:
        found = [item for item in file.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"]
        simple = [font for font in found if font.Subtype != "/Type0"]
        return {(str(font.BaseFont).split("+")[-1], "/FontFile2" in font.get("/FontDescriptor", {})) for font in simple}
