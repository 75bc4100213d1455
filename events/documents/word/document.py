"""From blocks and a frame to the bytes of a DOCX file."""

import zipfile
from collections.abc import Iterable
from datetime import UTC
from io import BytesIO
from pathlib import Path

from docx.document import Document as Opened
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docxtpl import DocxTemplate, InlineImage
from markupsafe import Markup

from events.documents.pdf.blocks import Block
from events.documents.pdf.frame import PAPERS_MM, Frame, Masthead
from events.documents.pdf.language import in_language
from events.documents.pdf.masthead import logo_size_pt
from events.documents.word.body import body_xml
from events.documents.word.runs import REGIONS, Voice, fit
from events.documents.word.tags import Environment

TEMPLATE = Path(__file__).with_name("document.docx")
EPOCH = (1980, 1, 1, 0, 0, 0)
ACCENT, SECOND = "1F4E79", "9C2F14"
LONGEST_PROPERTY = 255
# After which properties that of the direction stands, by the schema: those that may follow it.
_LAST = ("w:textDirection", "w:textAlignment", "w:outlineLvl", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange")
_AFTER_BIDI = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", *_LAST)


def document_docx(composed: Iterable[Block], frame: Frame) -> bytes:
    """Return the DOCX file of `composed` in order, in `frame`, on its Word template or on ours.

    The colours of the frame take the place of the house's wherever the template has those.

    The same arguments give the same bytes, in any process.

    Raises ValueError for an `as_of` without a zone, KeyError for an unknown paper or run style, TypeError for a block
    that Word can't have: a drawing, two columns.
    """
    if frame.as_of.tzinfo is None:
        raise ValueError("as_of has no zone")
    template = DocxTemplate(BytesIO(frame.word_template or TEMPLATE.read_bytes()))
    template.init_docx()
    voice = Voice(language=frame.language, is_rtl=frame.direction == "rtl", relation=template.build_url_id)
    _set_paper(template.docx, frame.paper)
    _tell_language(template.docx, frame.language)
    _colour(template.docx, {ACCENT: frame.accent, SECOND: frame.second})
    if voice.is_rtl:
        _turn(template.docx)
    with in_language(frame.language):
        body = body_xml(
            composed,
            voice,
            mark="" if _tells_mark(template.docx) else frame.mark,
            width_twips=_width_twips(template.docx),
        )
    # Marks of a template in the words of a user are words: no value is rendered a second time.
    template.render({**_words(frame), "logo": _logo(template, frame), "body": Markup(body)}, Environment())  # noqa: S704  # every text in it is escaped
    _describe(template.docx, frame)
    file = BytesIO()
    template.docx.save(file)
    return dated(file.getvalue())


def _words(frame: Frame) -> dict[str, str]:
    head = frame.masthead or Masthead(meeting="")
    words = {
        "title": frame.title,
        "short_title": frame.short_title,
        "mark": frame.mark,
        "footer": frame.footer,
        "organisers": head.organisers,
        "meeting": head.meeting,
        "place_and_date": head.place_and_date,
        "reference": "\n".join(part for part in (head.reference, *head.notes) if part),
    }
    return {name: fit(text) for name, text in words.items()}


def _logo(template: DocxTemplate, frame: Frame) -> InlineImage | str:
    logo = frame.masthead.logo if frame.masthead else b""
    if not logo:
        return ""
    width_pt, height_pt = logo_size_pt(logo)
    return InlineImage(template, BytesIO(logo), width=Pt(width_pt), height=Pt(height_pt))


def _colour(document: Opened, chosen: dict[str, str]) -> None:
    """Put the colours ("RRGGBB": "#RRGGBB", "" for as it is) in the place of others, in styles, head and foot."""
    for root in [document.styles.element, *_ends(document)]:
        for element in root.iter(qn("w:color"), *(qn(f"w:{side}") for side in ("left", "right", "top", "bottom"))):
            for name in (qn("w:val"), qn("w:color")):
                if chosen.get(element.get(name, "")):
                    element.set(name, chosen[element.get(name)].lstrip("#").upper())


def _ends(document: Opened) -> list:
    """Return the heads and feet of every section."""
    kinds = ("first_page_header", "header", "first_page_footer", "footer")
    return [getattr(section, kind)._element for section in document.sections for kind in kinds]


def _set_paper(document: Opened, paper: str) -> None:
    width_mm, height_mm = PAPERS_MM[paper]
    for section in document.sections:
        section.page_width, section.page_height = Mm(width_mm), Mm(height_mm)
    # What stands at the right of head and foot goes with the margin.
    for root in [document.styles.element, *_ends(document)]:
        for tab in root.iter(qn("w:tab")):
            if tab.get(qn("w:val")) == "right":
                tab.set(qn("w:pos"), str(_width_twips(document)))


def _width_twips(document: Opened) -> int:
    section = document.sections[0]
    return round((section.page_width - section.left_margin - section.right_margin) / 635)


def _tell_language(document: Opened, code: str) -> None:
    """Say in which language the whole is: to who reads it aloud and to who checks its spelling."""
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    told = OxmlElement("w:lang")
    # That of Latin letters: were it Chinese or Arabic, an English word would be broken anywhere.
    told.set(qn("w:val"), REGIONS["en"] if code in ("zh", "ar") else REGIONS.get(code, code))
    told.set(qn("w:eastAsia"), REGIONS["zh"])
    told.set(qn("w:bidi"), REGIONS["ar"])
    defaults.append(told)


def _turn(document: Opened) -> None:
    """Let what the template has of its own, head and foot above all, run from right to left like the body."""
    roots = [document.element, *_ends(document)]
    for root in roots:
        for paragraph in root.iter(qn("w:p")):
            properties = paragraph.get_or_add_pPr()
            if properties.find(qn("w:bidi")) is None:
                properties.insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)
        for table in root.iter(qn("w:tblPr")):
            if table.find(qn("w:bidiVisual")) is None:
                table.insert_element_before(OxmlElement("w:bidiVisual"), "w:tblW", "w:jc", "w:tblLayout", "w:tblLook")
    for root in roots[1:]:
        for run in root.iter(qn("w:r")):
            if run.getparent().tag == qn("w:fldSimple") or set(run.text) <= {"\u200e", "/"}:
                continue
            properties = run.get_or_add_rPr()
            if properties.find(qn("w:rtl")) is None:
                properties.insert_element_before(OxmlElement("w:rtl"), "w:cs", "w:em", "w:lang")
    for rule in [*document.styles.element.iter(qn("w:pBdr"))]:
        for side in rule.findall(qn("w:left")):
            side.tag = qn("w:right")
    for section in document.element.iter(qn("w:sectPr")):
        section.insert_element_before(OxmlElement("w:bidi"), "w:rtlGutter", "w:docGrid")


def _tells_mark(document: Opened) -> bool:
    """Return whether the template says the mark in the head of its first page; else it stands under the title."""
    section = document.sections[0]
    head = section.first_page_header if section.different_first_page_header_footer else section.header
    return any("mark" in (text.text or "") for text in head._element.iter(qn("w:t")))


def _describe(document: Opened, frame: Frame) -> None:
    about, instant = document.core_properties, frame.as_of.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    about.title, about.subject = _property(frame.title), _property(frame.subject)
    about.author = about.last_modified_by = _property(frame.author)
    about.keywords, about.comments = _property(", ".join(frame.keywords)), ""
    about.language = REGIONS.get(frame.language, frame.language)
    about.created = about.modified = instant
    about.revision = 1


def _property(text: str) -> str:
    return " ".join(fit(text).split())[:LONGEST_PROPERTY]


def dated(content: bytes) -> bytes:
    """Return the file with every entry of one old date: a zip tells when it was made."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as made, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as dated:
        for entry in made.infolist():
            kept = zipfile.ZipInfo(entry.filename, EPOCH)
            kept.compress_type = zipfile.ZIP_DEFLATED
            dated.writestr(kept, made.read(entry))
    return file.getvalue()
