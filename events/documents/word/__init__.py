"""The document in Word: the only importer of docx and docxtpl; blocks in, the bytes of a DOCX file out.

`document.docx` is the template, made by `python -m events.documents.word.make_template`; `document.document_docx` fills
it. What a style looks like is in the template alone, what stands in which style in `body`.
"""

from collections.abc import Iterable

from events.documents.pdf.blocks import Block
from events.documents.pdf.frame import Frame


def document_docx(composed: Iterable[Block], frame: Frame) -> bytes:
    """Return the DOCX file of `composed`; the same arguments give the same bytes, in any process.

    A process that makes none, such as one that prints badges, does without the memory of the libraries of Word.
    """
    from events.documents.word.document import document_docx as made

    return made(composed, frame)
