"""Lists as spreadsheets, XLSX and CSV, in which no text can act as a formula."""

import csv
import io
import re
import zipfile
from dataclasses import dataclass
from datetime import UTC, date, datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

Cell = str | int | date | datetime | None

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
# What makes a spreadsheet calculate, the full-width forms that some take for the same included.
FORMULA_STARTS = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
LONGEST_CELL = 32_767
WIDEST_COLUMN = 60


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A list to export: a title for the tab, headings, and rows as long as these. Instants are wall clocks here."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def safe(value: Cell) -> Cell:
    """Return the cell as it may be written: a text that would calculate gets a leading apostrophe.

    Characters that no spreadsheet can hold are dropped; numbers, days and times are left alone; None gives "".
    Source: OWASP, CSV injection.
    """
    if not isinstance(value, str):
        return "" if value is None else value
    text = UNPRINTABLE.sub("", value)
    return (f"'{text}" if text.startswith(FORMULA_STARTS) else text)[:LONGEST_CELL]


def csv_bytes(sheet: Sheet) -> bytes:
    """Return the list as CSV (RFC 4180) in UTF-8 with a byte order mark, which Excel needs; days as in ISO 8601."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([safe(heading) for heading in sheet.headings])
    writer.writerows([_in_words(safe(cell)) for cell in row] for row in sheet.rows)
    return "\ufeff".encode() + text.getvalue().encode()


def _in_words(cell: Cell) -> Cell:
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="minutes")
    return cell.isoformat() if isinstance(cell, date) else cell


def xlsx_bytes(sheet: Sheet, *, as_of: datetime) -> bytes:
    """Return the list as XLSX; the same list as of the same instant gives the same bytes."""
    workbook = Workbook()
    tab = workbook.active
    tab.title = re.sub(r"[\[\]:*?/\\']", " ", UNPRINTABLE.sub("", sheet.title))[:31].strip() or "1"
    for number, row in enumerate((sheet.headings, *sheet.rows), start=1):
        for column, value in enumerate(row, start=1):
            _write(tab.cell(row=number, column=column), safe(value), is_heading=number == 1)
    tab.freeze_panes = "A2"
    for column in range(1, len(sheet.headings) + 1):
        tab.column_dimensions[get_column_letter(column)].width = _width(sheet, column - 1)
    workbook.properties.creator = "Meeting Planner"
    workbook.properties.title = UNPRINTABLE.sub("", sheet.title)
    workbook.properties.created = as_of.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    packed = io.BytesIO()
    workbook.save(packed)
    return _as_of(packed.getvalue(), as_of)


def _write(cell, value: Cell, *, is_heading: bool) -> None:
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    if is_heading:
        cell.font = Font(bold=True)
    cell.alignment = Alignment(vertical="top", wrap_text=True)


def _width(sheet: Sheet, column: int) -> int:
    texts = [str(row[column] or "") for row in (sheet.headings, *sheet.rows)]
    longest = max((len(line) for text in texts for line in text.splitlines() or [""]), default=0)
    return min(WIDEST_COLUMN, longest + 3)


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
