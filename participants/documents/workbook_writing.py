"""A list written as a workbook. `participants.documents.xlsx` loads this module when the first one is asked for."""

import io
import re
import zipfile
from datetime import UTC, datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from participants.documents.sheets import UNPRINTABLE, Cell, Sheet, safe

WIDEST_COLUMN = 45
LINE_PT = 15.0
# Letters are narrower than the figures that widths are counted in.
FILL = 1.1
# A row is at most 409 points high.
MOST_LINES = 27
# readingOrder: 1 and 2 are from the left and from the right, whatever letter a text begins with.
READING = {
    code: Alignment(vertical="top", wrap_text=True, readingOrder=order) for code, order in (("ltr", 1), ("rtl", 2))
}
HEADING = Font(name="Calibri", size=11, bold=True)
DAY_AND_TIME = "yyyy-mm-dd hh:mm"
# Excel takes 255 characters for a foot, its codes included.
LONGEST_FOOT = 230


def workbook_bytes(sheet: Sheet, *, as_of: datetime) -> bytes:
    """Return the list as XLSX; the same list as of the same instant gives the same bytes."""
    workbook = Workbook()
    tab = workbook.active
    tab.title = re.sub(r"[\[\]:*?/\\']", " ", UNPRINTABLE.sub("", sheet.title))[:31].strip() or "1"
    for number, row in enumerate((sheet.headings, *sheet.rows), start=1):
        for column, value in enumerate(row, start=1):
            _write(tab.cell(row=number, column=column), safe(value), is_heading=number == 1, direction=sheet.direction)
    _lay_out(tab, sheet)
    widths = [_width(sheet, column) for column in range(len(sheet.headings))]
    for column, width in enumerate(widths, start=1):
        tab.column_dimensions[get_column_letter(column)].width = width
    for number, row in enumerate((sheet.headings, *sheet.rows), start=1):
        # Programs that open a file without heights do not all make room for the second line.
        if (count := _line_count(row, widths)) > 1:
            tab.row_dimensions[number].height = count * LINE_PT
    workbook.properties.creator = "Meeting Planner"
    workbook.properties.title = UNPRINTABLE.sub("", sheet.title)
    workbook.properties.created = as_of.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    packed = io.BytesIO()
    workbook.save(packed)
    return _as_of(packed.getvalue(), as_of)


def _lay_out(tab: Worksheet, sheet: Sheet) -> None:
    """Keep the headings in sight and on every page, let rows be filtered, and print landscape, one page wide."""
    tab.freeze_panes = "A2"
    tab.auto_filter.ref = f"A1:{get_column_letter(len(sheet.headings))}{len(sheet.rows) + 1}"
    tab.sheet_view.rightToLeft = sheet.direction == "rtl"
    tab.print_title_rows = "1:1"
    tab.page_setup.orientation = "landscape"
    tab.page_setup.paperSize = tab.PAPERSIZE_A4
    tab.page_setup.fitToHeight = 0
    tab.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    # An ampersand begins a code there; two stand for one.
    tab.oddFooter.left.text = UNPRINTABLE.sub("", sheet.foot).replace("&", "&&")[:LONGEST_FOOT]
    tab.oddFooter.right.text = "&P/&N"


def _write(cell, value: Cell, *, is_heading: bool, direction: str) -> None:
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    if is_heading:
        cell.font = HEADING
    if isinstance(value, datetime):
        cell.number_format = DAY_AND_TIME
    cell.alignment = READING[direction]


def _width(sheet: Sheet, column: int) -> int:
    texts = [_in_letters(row[column]) for row in (sheet.headings, *sheet.rows)]
    longest = max((len(line) for text in texts for line in text.splitlines() or [""]), default=0)
    return min(WIDEST_COLUMN, longest + 3)


def _line_count(row: tuple[Cell, ...], widths: list[int]) -> int:
    """Return how many lines the fullest cell of `row` needs, at most."""
    counts = [
        sum(int(len(line) / width / FILL) + 1 for line in _in_letters(cell).splitlines())
        for cell, width in zip(row, widths, strict=True)
    ]
    return min(max(counts, default=1), MOST_LINES)


def _in_letters(cell: Cell) -> str:
    return "0000-00-00 00:00" if isinstance(cell, datetime) else str(cell or "")


def _as_of(packed: bytes, as_of: datetime) -> bytes:
    """Put the instant of the facts for that of writing, which openpyxl notes in the file and on each of its parts."""
    instant = as_of.astimezone(UTC)
    stamp = instant.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, content)
            target.writestr(zipfile.ZipInfo(name, instant.timetuple()[:6]), content, zipfile.ZIP_DEFLATED)
    return result.getvalue()
