"""Whether an office's own Word template can be filled: it is opened, looked through and filled once."""

import io
import re
import zipfile
from datetime import UTC, datetime

from django.utils.translation import gettext
from docx import Document
from docx.document import Document as Opened
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from jinja2 import TemplateError
from lxml.etree import LxmlError

from events.documents.pdf.blocks import BulletList, Heading, KeyFacts, Note, Paragraph, Table, Title
from events.documents.pdf.frame import Frame, Masthead
from events.documents.word import names
from events.documents.word.document import document_docx

LARGEST_BYTES = 2 * 1024 * 1024
# A template of ten pages has some hundred kilobytes of XML; what unpacks to more is meant to fill the memory.
MOST_UNPACKED_BYTES, MOST_XML_BYTES, MOST_FILES = 20 * 1024 * 1024, 3 * 1024 * 1024, 400
DOCUMENT_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_BODY_TAG = re.compile(r"\{\{p\s+body\s*\}\}")
_OUTSIDE = re.compile(rb"<Relationship\b(?=[^>]*TargetMode\s*=\s*[\"']External[\"'])(?![^>]*/hyperlink[\"'])[^>]*>")
_SAMPLE = (
    Title(text="Sample", subtitle="Sample"),
    Note(lead="Sample", text="Sample"),
    Heading(text="Sample"),
    Heading(text="Sample", level=2),
    Paragraph(text="Sample", number="1."),
    BulletList(items=("Sample",)),
    BulletList(items=("Sample",), is_numbered=True),
    Table(header=("Sample", "Sample"), rows=(("Sample", "1"),), numeric=(1,)),
    KeyFacts(items=(("Sample", "Sample"),)),
)


class Unusable(ValueError):
    """A file that is no template of ours to fill; its message says why and what to do, in the language at hand."""


def check_template(content: bytes) -> None:
    """Raise Unusable for a file that is too large, no DOCX, has macros or reaches outside, or can't be filled."""
    if len(content) > LARGEST_BYTES:
        raise Unusable(gettext("The template is larger than 2 MB. Save its pictures smaller."))
    _check_package(content)
    try:
        document = Document(io.BytesIO(content))
        document.sections[0].header  # noqa: B018  # reading them is what may fail
        found = "".join(one.text or "" for one in document.element.body.iter(qn("w:t")))
        missing = _missing_styles(document)
    except (OpcError, LxmlError, KeyError, ValueError, IndexError, AttributeError, TypeError, SyntaxError):
        raise _not_word() from None
    if len(_BODY_TAG.findall(found)) != 1:
        words = gettext(
            "The template must have the tag %(tag)s once, in a paragraph of its own: the text stands there."
        )
        raise Unusable(words % {"tag": "{{p body }}"})
    if missing:
        words = gettext("The template lacks these styles: %(styles)s. Begin with ours, which has them all.")
        raise Unusable(words % {"styles": ", ".join(missing)})
    _fill(content)


def _not_word() -> Unusable:
    return Unusable(gettext("This is not a Word file (.docx), or it is damaged. Save it again as a Word document."))


def _check_package(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
            xml = [one for one in entries if one.filename.lower().endswith((".xml", ".rels"))]
            if (
                len(entries) > MOST_FILES
                or sum(one.file_size for one in entries) > MOST_UNPACKED_BYTES
                or sum(one.file_size for one in xml) > MOST_XML_BYTES
            ):
                raise Unusable(gettext("The template is too large when unpacked. Begin anew with ours."))
            _check_parts({one.filename.lower(): package.read(one) for one in entries})
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, ValueError) as error:
        if isinstance(error, Unusable):
            raise
        raise _not_word() from None


def _check_parts(parts: dict[str, bytes]) -> None:
    types = parts.get("[content_types].xml", b"")
    if b"macroenabled" in types.lower() or any(name.endswith((".bin", ".docm", ".dotm")) for name in parts):
        raise Unusable(gettext("The template has macros or embedded programs. Save it as .docx without them."))
    if DOCUMENT_TYPE not in types or any(b"<!DOCTYPE" in one for one in parts.values()):
        raise _not_word()
    if any(_OUTSIDE.search(one) for name, one in parts.items() if name.endswith(".rels")):
        words = gettext("The template takes a picture or another template from outside. Put it into the file itself.")
        raise Unusable(words)


def _missing_styles(document: Opened) -> list[str]:
    known = {one.style_id for one in document.styles}
    return [name for name in names.NEEDED if name not in known]


def _fill(content: bytes) -> None:
    masthead = Masthead(meeting="Sample", organisers="Sample", place_and_date="Sample", reference="Sample")
    for language, direction in (("en", "ltr"), ("ar", "rtl")):
        frame = Frame(
            title="Sample",
            language=language,
            direction=direction,
            as_of=datetime(2000, 1, 1, tzinfo=UTC),
            masthead=masthead,
            word_template=content,
        )
        try:
            made = document_docx(_SAMPLE, frame)
            Document(io.BytesIO(made))
        except TemplateError as error:
            words = gettext("A tag of the template is not one of ours, or is not closed: %(reason)s")
            raise Unusable(words % {"reason": error.message or type(error).__name__}) from None
        except (OpcError, LxmlError, KeyError, ValueError, IndexError, AttributeError, TypeError, SyntaxError):
            raise Unusable(gettext("The template can't be filled. Begin anew with ours.")) from None
