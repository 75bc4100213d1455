"""What comes in as a file, XLSX or CSV, as a table; a workbook is looked through before anything of it is unpacked."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from openpyxl import load_workbook

from meetingplanner.languages import phrase
from participants.domain.lists.tables import (
    LARGEST_BYTES,
    TOO_LARGE,
    Notice,
    Record,
    Table,
    Unreadable,
    read_csv,
    table_of,
    trimmed,
    unguarded,
)

# 10,000 rows of 100 columns unpack to less; what unpacks to more is meant to fill the memory.
MOST_UNPACKED_BYTES, MOST_PARTS = 100 * 1024 * 1024, 1000
MOST_SHEETS = 20
# How a workbook writes control characters, that of a new line among them. A null stays as it is written.
ESCAPED = re.compile("_x(000[1-9A-Fa-f]|001[0-9A-Fa-f])_")
HAIR = timedelta(milliseconds=500)
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

UNPACKS_TOO_LARGE = phrase(
    "The file unpacks to more than 100 MB and was not opened. Copy the list into a new workbook."
)
MACROS = phrase("The file has macros. Save it as XLSX, which has none, or as CSV.")
NOT_A_WORKBOOK = phrase(
    "This is no spreadsheet (.xlsx) and no CSV file, or it is damaged. Save it again as one of them."
)
OLD_OR_LOCKED = phrase("This is a workbook of the old kind (.xls), or protected by a password. Save it as XLSX or CSV.")
FIRST_SHEET = phrase("The file has several sheets; “%(title)s” was read, the first that holds anything.")


def read_table(content: bytes) -> Table:
    """Return an uploaded file as a table, told by what it holds and not by its name. Raises Unreadable."""
    if len(content) > LARGEST_BYTES:
        raise Unreadable(TOO_LARGE)
    if content.startswith(OLE):
        raise Unreadable(OLD_OR_LOCKED)
    return read_xlsx(content) if content.startswith(ZIP) else read_csv(content)


def read_xlsx(content: bytes) -> Table:
    """Return the first sheet of a workbook that holds anything: values as texts, days and times as 2017-09-20 15:30.

    Formulas are not calculated: their cells are told as odd. Raises Unreadable for what is no workbook, has macros or
    unpacks to too much, and as `table_of` does.
    """
    try:
        _look_through(content)
        # With the formulas, not what they gave when the file was saved: nobody can know whether that still holds.
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
        return _first_filled(book)
    except Unreadable:
        raise
    # What a damaged or made-up workbook raises comes from zipfile, the parsers of XML and openpyxl's own models.
    except Exception as error:
        raise Unreadable(NOT_A_WORKBOOK) from error


def _look_through(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = package.infolist()
        if len(parts) > MOST_PARTS or sum(one.file_size for one in parts) > MOST_UNPACKED_BYTES:
            raise Unreadable(UNPACKS_TOO_LARGE)
        names = {one.filename.lower(): one for one in parts}
        types = names.get("[content_types].xml")
        if types is None:
            raise Unreadable(NOT_A_WORKBOOK)
        if b"macroenabled" in package.read(types).lower() or any("vbaproject" in name for name in names):
            raise Unreadable(MACROS)
        for one in parts:
            with package.open(one) as part:
                if one.filename.lower().endswith((".xml", ".rels")) and re.search(
                    rb"<!DOCTYPE|<!ENTITY", part.read(4096)
                ):
                    raise Unreadable(NOT_A_WORKBOOK)


def _first_filled(book) -> Table:
    sheets = [one for one in book.worksheets if one.sheet_state == "visible"] or book.worksheets
    if not sheets:
        raise Unreadable(NOT_A_WORKBOOK)
    notices: tuple[Notice, ...] = ()
    if len(sheets) > 1:
        sheets = [one for one in sheets[:MOST_SHEETS] if _holds_anything(one)] or sheets[:1]
        if len(sheets) > 1:
            notices = (Notice(template=FIRST_SHEET, values={"title": sheets[0].title}),)
    return table_of(_records(sheets[0]), notices)


def _holds_anything(sheet) -> bool:
    return any(any(record.cells) or record.odd for record in _records(sheet))


def _records(sheet) -> Iterator[Record]:
    # What the file says of its own extent may be wrong.
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(), start=1):
        odd = {index: _ODD[one.data_type] for index, one in enumerate(row) if one.data_type in _ODD}
        yield Record(number=number, cells=tuple(_text(one) for one in row), odd=odd)


_ODD = {"f": "formula", "e": "error"}


def _text(cell) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        plain = ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
        return trimmed(unguarded(trimmed(plain)))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return _moment(value, cell.number_format)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 10**15 else repr(value)
    return str(value) if isinstance(value, int) else ""


def _moment(value: datetime, number_format: str) -> str:
    """A day that shows no clock has none. Spreadsheets count in fractions of days, which miss the minute by a hair."""
    if value.time() == time.min and "h" not in (number_format or "").lower():
        return value.date().isoformat()
    return (value + HAIR).isoformat(sep=" ", timespec="minutes")
