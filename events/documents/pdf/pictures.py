"""A PDF looked at: how many pages it has, and its first page as a small picture."""

from io import BytesIO
from threading import Lock

import pypdfium2

LONGEST_PX = 480
COLOURS = 64
# PDFium is not made for several threads of one process.
_ONE_AT_A_TIME = Lock()


def looked_at(content: bytes, *, longest_px: int = LONGEST_PX) -> tuple[int, bytes]:
    """Return the number of pages of a PDF file, and its first page as PNG whose longer side has `longest_px`."""
    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(content)
        try:
            page = document[0]
            picture = page.render(scale=longest_px / max(page.get_size())).to_pil()
            pages = len(document)
        finally:
            document.close()
    file = BytesIO()
    picture.convert("RGB").quantize(COLOURS).save(file, format="PNG", optimize=True)
    return pages, file.getvalue()
