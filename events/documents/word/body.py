"""Blocks as paragraphs and tables of WordprocessingML, in the styles that `names` lists."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from events.documents.pdf.blocks import (
    Block,
    BulletList,
    GroupRow,
    Heading,
    KeyFacts,
    Note,
    PageBreak,
    Paragraph,
    Run,
    Spacer,
    Table,
    Title,
    TotalRow,
    Wording,
    WritingSpace,
)
from events.documents.word import names
from events.documents.word.room import columns, loosened
from events.documents.word.runs import Voice, in_left_to_right, runs_xml

TWIPS_PER_MM = 1440 / 25.4
MARGIN_TWIPS, INDENT_TWIPS = round(20 * TWIPS_PER_MM), round(6 * TWIPS_PER_MM)
POINT_TWIPS = round(3.5 * TWIPS_PER_MM)
LABEL_SHARE = 0.28
# Languages whose letters have no italics: Word would only slant them.
UPRIGHT = ("ar", "zh")
# The bar beside what is changed, where lines begin; in a table, beside the first cell of the row. Word does not turn it
# in a paragraph from right to left.
BAR = '<w:pBdr><w:{side} w:val="single" w:sz="12" w:space="6" w:color="9C2F14"/></w:pBdr>'


def body_xml(blocks: Iterable[Block], voice: Voice, *, mark: str = "", width_twips: int) -> str:
    """Return `blocks` in order, with `mark` under the title; tables are `width_twips` wide.

    Raises TypeError for a block that is a drawing or stands in two columns, KeyError for an unknown style of a run.
    """
    made = []
    for block in blocks:
        kind = type(block)
        if kind not in KINDS:
            raise TypeError(f"not a block of a document in Word: {kind.__name__}")
        made.append(KINDS[kind](block, voice, width_twips))
        if kind is Title and mark:
            made.append(_paragraph(names.MARK, runs_xml(mark, voice), voice))
    return "".join(made)


def _paragraph(
    style: str,
    content: str,
    voice: Voice,
    *,
    extra: str = "",
    after: str = "",
    has_bar: bool = False,
    wording: Wording = "",
) -> str:
    """Return a paragraph; `extra` are properties that stand before that of the direction, `after` those behind it.

    One of a `wording` in another language that runs from left to right does so as a whole.
    """
    is_rtl = voice.is_rtl and not in_left_to_right(wording)
    direction = "<w:bidi/>" if is_rtl else ""
    extra += BAR.format(side="right" if is_rtl else "left") if has_bar else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}{direction}{after}</w:pPr>{content}</w:p>'


def _title(block: Title, voice: Voice, _width: int) -> str:
    made = _paragraph(names.TITLE, runs_xml(block.text, voice), voice, wording=block.text)
    if not block.subtitle:
        return made
    return made + _paragraph(names.SUBTITLE, runs_xml(block.subtitle, voice), voice, wording=block.subtitle)


def _heading(block: Heading, voice: Voice, _width: int) -> str:
    return _paragraph(
        names.HEADINGS[block.level - 1],
        runs_xml(block.text, voice),
        voice,
        has_bar=block.is_changed,
        wording=block.text,
    )


def _body(block: Paragraph, voice: Voice, _width: int) -> str:
    margin = block.number or block.margin
    lead = f"{runs_xml(margin, voice)}<w:r><w:tab/></w:r>" if margin else ""
    extra = "<w:keepNext/>" if block.keeps_with_next else ""
    after = '<w:spacing w:after="20"/>' if block.is_tight else ""
    if block.indent:
        after += f'<w:ind w:left="{MARGIN_TWIPS + INDENT_TWIPS * block.indent}"/>'
    style, content = names.TIMED if margin else names.BODY, lead + runs_xml(block.text, voice)
    return _paragraph(style, content, voice, extra=extra, after=after, has_bar=block.is_changed, wording=block.text)


def _list(block: BulletList, voice: Voice, _width: int) -> str:
    style, made = names.NUMBERED if block.is_numbered else names.BULLET, []
    for index, item in enumerate(block.items):
        sign = f"{runs_xml(f'{index + 1}.', voice)}<w:r><w:tab/></w:r>" if block.is_numbered else ""
        made.append(
            _paragraph(style, sign + runs_xml(item, voice), voice, has_bar=index in block.changed, wording=item)
        )
    return "".join(made)


def _note(block: Note, voice: Voice, _width: int) -> str:
    lead = runs_xml((Run(text=block.lead, style="bold"), block.gap), voice) if block.lead else ""
    style = "" if voice.language in UPRIGHT else "italic"
    after = '<w:spacing w:after="0"/>' if block.points else ""
    made = [_paragraph(names.NOTE, lead + runs_xml(block.text, voice, style=style), voice, after=after)]
    for number, point in enumerate(block.points, start=1):
        space = '<w:spacing w:before="0"/>' if number == len(block.points) else '<w:spacing w:before="0" w:after="0"/>'
        hanging = f'<w:ind w:left="{POINT_TWIPS}" w:hanging="{POINT_TWIPS}"/>'
        sign = f"{runs_xml('–', voice)}<w:r><w:tab/></w:r>"
        content = sign + runs_xml(point, voice, style=style)
        tab = f'<w:tabs><w:tab w:val="left" w:pos="{POINT_TWIPS}"/></w:tabs>'
        made.append(_paragraph(names.NOTE, content, voice, extra=tab, after=space + hanging))
    return "".join(made)


def _facts(block: KeyFacts, voice: Voice, width: int) -> str:
    widths = (round(width * LABEL_SHARE), width - round(width * LABEL_SHARE))
    rows = "".join(
        _row(
            (
                _cell(names.LABEL, label, voice, widths[0], has_bar=number in block.changed),
                _cell(names.CELL, value, voice, widths[1]),
            ),
        )
        for number, (label, value) in enumerate(block.items)
    )
    return _table_xml("", widths, rows, voice)


def _table(block: Table, voice: Voice, width: int) -> str:
    found = columns(block, width)
    widths, head, voice = found.widths, replace(voice, size=found.header_size), replace(voice, size=found.cell_size)
    rows = [_row([_cell(names.HEADER_CELL, one, head, widths[n], is_end=n in block.numeric)
                  for n, one in enumerate(block.header)], is_header=True)]  # fmt: skip
    for number, row in enumerate(block.rows):
        is_changed = number in block.changed
        if isinstance(row, GroupRow):
            code = (Run(text=f"  {row.code}", style="note"),) if row.code else ()
            text = (row.text, *code)
            rows.append(_row([_cell(names.GROUP, text, voice, sum(widths), spans=len(widths), has_bar=is_changed)]))
            continue
        is_total = isinstance(row, TotalRow)
        cells = row.cells if is_total else row
        style = names.TOTAL if is_total else names.CELL
        padded = (*cells, *("",) * (len(widths) - len(cells)))
        rows.append(_row([_cell(style, one, voice, widths[n], is_end=n in block.numeric, has_bar=is_changed and not n)
                          for n, one in enumerate(padded)]))  # fmt: skip
    return _table_xml(names.TABLE, widths, "".join(rows), voice)


def _cell(
    style: str,
    wording: Wording,
    voice: Voice,
    width: int,
    *,
    is_end: bool = False,
    spans: int = 1,
    has_bar: bool = False,
) -> str:
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>' + (f'<w:gridSpan w:val="{spans}"/>' if spans > 1 else "")
    # The units of numbers stand at their right in Arabic too, where lines begin.
    after = '<w:jc w:val="right"/>' if is_end and not voice.is_rtl else ""
    paragraph = _paragraph(style, runs_xml(loosened(wording, width), voice), voice, after=after, has_bar=has_bar)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph}</w:tc>"


def _row(cells: Iterable[str], *, is_header: bool = False) -> str:
    header = "<w:tblHeader/>" if is_header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{''.join(cells)}</w:tr>"


def _table_xml(style: str, widths: tuple[int, ...], rows: str, voice: Voice) -> str:
    named = f'<w:tblStyle w:val="{style}"/>' if style else ""
    turned = "<w:bidiVisual/>" if voice.is_rtl else ""
    properties = f'{named}{turned}<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="autofit"/>'
    look = '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"/>'
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    table = f"<w:tbl><w:tblPr>{properties}{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    # Without a paragraph between them Word would join two tables, and it wants one at the end.
    return table + _paragraph(names.BODY, "", voice, after='<w:spacing w:after="0" w:line="120" w:lineRule="exact"/>')


def _room(_block: WritingSpace | Spacer, voice: Voice, _width: int) -> str:
    return _paragraph(names.BODY, "", voice)


def _page_break(_block: PageBreak, voice: Voice, _width: int) -> str:
    return _paragraph(names.BODY, '<w:r><w:br w:type="page"/></w:r>', voice)


KINDS: dict[type, Callable[..., str]] = {
    Title: _title,
    Heading: _heading,
    Paragraph: _body,
    BulletList: _list,
    Table: _table,
    KeyFacts: _facts,
    Note: _note,
    WritingSpace: _room,
    Spacer: _room,
    PageBreak: _page_break,
}
