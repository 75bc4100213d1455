"""Makes `document.docx`, the template of every document in Word: `python -m events.documents.word.make_template`."""

from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as Opened
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from events.documents.word import names
from events.documents.word.document import ACCENT, SECOND, TEMPLATE, dated

INK, GREY = "1A1A1A", "595959"
SERIF, SANS = "Times New Roman", "Arial"
TEXT_MM = 165
LEFT_TO_RIGHT = "\u200e"
# (style, its name in Word, the one it follows, face, size in points, colour, bold, space before and after in points)
LOOKS = (
    (names.TITLE, "Title", "Normal", SERIF, 20, ACCENT, False, 6, 3),
    (names.SUBTITLE, "Subtitle", "Normal", SERIF, 12, GREY, False, 0, 6),
    (names.MARK, "Mark", "Normal", SANS, 10, SECOND, True, 0, 8),
    (names.HEADINGS[0], "Heading 1", "Normal", SANS, 13, ACCENT, True, 14, 4),
    (names.HEADINGS[1], "Heading 2", "Normal", SANS, 11, ACCENT, True, 10, 3),
    (names.BODY, "Body Text", "Normal", SERIF, 11, INK, False, 0, 6),
    (names.TIMED, "Timed Text", "Body Text", SERIF, 11, INK, False, 0, 6),
    (names.BULLET, "List Bullet", "Normal", SERIF, 11, INK, False, 0, 3),
    (names.NUMBERED, "Numbered Item", "Body Text", SERIF, 11, INK, False, 0, 3),
    (names.CELL, "Table Cell", "Normal", SERIF, 10, INK, False, 2, 2),
    (names.HEADER_CELL, "Table Header", "Table Cell", SANS, 9, ACCENT, True, 2, 2),
    (names.GROUP, "Table Group", "Table Cell", SANS, 9.5, INK, True, 6, 2),
    (names.TOTAL, "Table Total", "Table Cell", SERIF, 10, INK, True, 2, 2),
    (names.LABEL, "Fact Label", "Table Cell", SANS, 9, GREY, False, 2, 2),
    (names.NOTE, "Note Text", "Normal", SERIF, 10, INK, False, 2, 8),
    (names.ORGANISERS, "Organisers", "Header", SANS, 9, GREY, False, 0, 2),
    (names.MEETING, "Meeting", "Header", SANS, 11, ACCENT, True, 0, 2),
    (names.PLACE, "Place And Date", "Header", SANS, 9, INK, False, 0, 2),
    (names.REFERENCE, "Reference", "Header", SANS, 9, INK, True, 0, 2),
    (names.HEAD, "Header", "Normal", SANS, 8.5, GREY, False, 0, 0),
    (names.FOOT, "Footer", "Normal", SANS, 8.5, GREY, False, 0, 0),
)


def template() -> bytes:
    """Return the template: styles, head, foot and the tags that are filled; the same bytes each time."""
    document = Document()
    for part in list(document.element.body):
        if part.tag != qn("w:sectPr"):
            document.element.body.remove(part)
    _set_styles(document)
    _set_section(document)
    document.add_paragraph("{{p body }}", style="Body Text")
    about = document.core_properties
    about.author, about.title, about.comments = "", "", ""
    file = BytesIO()
    document.save(file)
    return dated(file.getvalue())


def _set_styles(document: Opened) -> None:
    known = {one.style_id for one in document.styles}
    for identifier, name, *_ in LOOKS:
        if identifier not in known:
            document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).element.set(qn("w:styleId"), identifier)
    by_id = {one.style_id: one for one in document.styles}
    names_to_styles = {name: by_id[identifier] for identifier, name, *_ in LOOKS} | {"Normal": by_id["Normal"]}
    for identifier, _, base, *look in LOOKS:
        by_id[identifier].base_style = names_to_styles[base]
        _set_look(by_id[identifier], look)
    for heading in (names.TITLE, *names.HEADINGS):
        by_id[heading].paragraph_format.keep_with_next = True
    for identifier in (names.TIMED, names.BODY, names.NUMBERED):
        by_id[identifier].paragraph_format.left_indent = Mm(20)
    for identifier in (names.TIMED, names.NUMBERED):
        by_id[identifier].paragraph_format.first_line_indent = Mm(-20 if identifier == names.TIMED else -6)
        by_id[identifier].paragraph_format.tab_stops.add_tab_stop(Mm(20))
    by_id[names.GROUP].paragraph_format.keep_with_next = True
    by_id[names.REFERENCE].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _set_rule(by_id[names.NOTE].element, f'w:left w:val="single" w:sz="18" w:space="8" w:color="{SECOND}"')
    _add_table_style(document)
    link = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = RGBColor.from_string(ACCENT), True


def _set_look(style: ParagraphStyle, look: list) -> None:
    face, size, colour, is_bold, before, after = look
    run = style.element.get_or_add_rPr()
    for child in list(run):
        run.remove(child)
    east, complex_face = ("SimHei", "Arial") if face == SANS else ("SimSun", "Traditional Arabic")
    fonts = f'w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{east}" w:cs="{complex_face}"'
    run.append(parse_xml(f"<w:rFonts {nsdecls('w')} {fonts}/>"))
    bold = "" if is_bold else ' w:val="0"'
    half_points = round(size * 2)
    # Arabic letters are small for their size: they are set larger, as in the print.
    larger = round(size * 2 * (1.0 if face == SANS else 1.2))
    for tag in (
        f"<w:b {nsdecls('w')}{bold}/>",
        f"<w:bCs {nsdecls('w')}{bold}/>",
        f'<w:color {nsdecls("w")} w:val="{colour}"/>',
        f'<w:sz {nsdecls("w")} w:val="{half_points}"/>',
        f'<w:szCs {nsdecls("w")} w:val="{larger}"/>',
    ):
        run.append(parse_xml(tag))
    paragraph = style.element.get_or_add_pPr()
    for child in paragraph.findall(qn("w:pBdr")) + paragraph.findall(qn("w:contextualSpacing")):
        paragraph.remove(child)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    style.quick_style = True


def _add_table_style(document: Opened) -> None:
    rule = f'w:val="single" w:sz="4" w:space="0" w:color="{ACCENT}"'
    hair = 'w:val="single" w:sz="2" w:space="0" w:color="BFBFBF"'
    near = 'w:w="60" w:type="dxa"'
    document.styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{names.TABLE}">'
            '<w:name w:val="Meeting Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>'
            f"<w:top {rule}/><w:bottom {rule}/><w:insideH {hair}/></w:tblBorders>"
            f"<w:tblCellMar><w:left {near}/><w:right {near}/></w:tblCellMar></w:tblPr>"
            f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom {rule}/></w:tcBorders></w:tcPr>'
            "</w:tblStylePr></w:style>"
        )
    )


def _set_section(document: Opened) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(25), Mm(20)
    section.top_margin, section.bottom_margin = Mm(22), Mm(22)
    section.header_distance, section.footer_distance = Mm(12), Mm(10)
    section.different_first_page_header_footer = True
    _set_masthead(document)
    head = section.header.paragraphs[0]
    head.text = "{{ short_title }}{% if mark %} · {{ mark }}{% endif %}\t{{ reference }}"
    for foot in (section.first_page_footer.paragraphs[0], section.footer.paragraphs[0]):
        # The marks keep n before N where the foot runs from right to left.
        foot.text, foot.style = f"{{{{ footer }}}}\t{LEFT_TO_RIGHT}", document.styles["Footer"]
        foot._p.append(_field("PAGE"))
        foot.add_run("/")
        foot._p.append(_field("NUMPAGES"))
        foot.add_run(LEFT_TO_RIGHT)
    for name in ("Header", "Footer"):
        stops = document.styles[name].paragraph_format.tab_stops
        stops.clear_all()
        stops.add_tab_stop(Mm(TEXT_MM), WD_TAB_ALIGNMENT.RIGHT)


def _set_masthead(document: Opened) -> None:
    first = document.sections[0].first_page_header
    for number, (style, words) in enumerate(
        (
            ("Organisers", "{%p if logo %}"),
            ("Organisers", "{{ logo }}"),
            ("Organisers", "{%p endif %}"),
            ("Reference", "{%p if reference %}"),
            ("Reference", "{{ reference }}"),
            ("Reference", "{%p endif %}"),
            ("Organisers", "{%p if organisers %}"),
            ("Organisers", "{{ organisers }}"),
            ("Organisers", "{%p endif %}"),
            ("Meeting", "{{ meeting }}"),
            ("Place And Date", "{{ place_and_date }}{% if mark and place_and_date %} · {% endif %}{{ mark }}"),
        )
    ):
        paragraph = first.paragraphs[0] if not number else first.add_paragraph()
        paragraph.text, paragraph.style = words, document.styles[style]
    _set_rule(first.paragraphs[-1]._p, f'w:bottom w:val="single" w:sz="12" w:space="4" w:color="{ACCENT}"')


def _set_rule(element: object, line: str) -> None:
    """Give a style or a paragraph a line on one side, at its place in the order of properties."""
    rule = parse_xml(f"<w:pBdr {nsdecls('w')}><{line}/></w:pBdr>")
    element.get_or_add_pPr().insert_element_before(
        rule, "w:tabs", "w:bidi", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )


def _field(instruction: str) -> object:
    return parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" {instruction} "><w:r><w:t>1</w:t></w:r></w:fldSimple>')


if __name__ == "__main__":
    Path(TEMPLATE).write_bytes(template())
