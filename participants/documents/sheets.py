"""Lists as spreadsheets, XLSX and CSV, in which no text can act as a formula."""

import csv
import io
import re
from dataclasses import dataclass
from datetime import date, datetime

from participants.domain.lists.tables import guarded
from participants.domain.texts import ISOLATE, RELEASE

Cell = str | int | float | date | datetime | None

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
UNPRINTABLE = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff{ISOLATE}{RELEASE}]")
LONGEST_CELL = 32_767


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A list to export: a title for the tab, headings, and rows as long as these. Instants are wall clocks here.

    `direction` ("ltr" or "rtl") is that of its columns, `foot` stands below each printed page.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    direction: str = "ltr"
    foot: str = ""


def searchable(name: str) -> str:
    """Return a name as a cell has it: with common spaces, or the program that searches or filters would not find it."""
    return name.replace("\u00a0", " ")


def safe(value: Cell) -> Cell:
    """Return the cell as it may be written: a text that would calculate gets a leading apostrophe, as `guarded` says.

    Characters that no spreadsheet can hold or show are dropped; numbers, days and times are left alone; None gives "".
    Source: OWASP, CSV injection.
    """
    if not isinstance(value, str):
        return "" if value is None else value
    text = UNPRINTABLE.sub("", value)
    return guarded(text)[:LONGEST_CELL]


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
