"""A file as a table: rows of texts with the numbers that a spreadsheet shows them under; CSV in its many forms."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from meetingplanner.languages import phrase
from participants.domain.texts import bare

LARGEST_BYTES = 10 * 1024 * 1024
MOST_COLUMNS, MOST_ROWS = 100, 10_000
DELIMITERS = ",;\t"
csv.field_size_limit(100_000)
# What makes a spreadsheet calculate, the full-width forms that some take for the same included.
FORMULA_STARTS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"
GUARDED = re.compile(f"'+[{re.escape(FORMULA_STARTS)}]")
NEEDS_GUARD = re.compile(f"'*[{re.escape(FORMULA_STARTS)}]")

TOO_LARGE = phrase("The file is larger than 10 MB. Split it, or remove pictures and sheets that are not needed.")
EMPTY = phrase("The file is empty.")
NO_ROWS = phrase("The file has headings, or one line, and no row below. Nothing can be taken from it.")
TOO_MANY_ROWS = phrase("The file has more than %(most)s rows. Split it.")
TOO_MANY_COLUMNS = phrase("Row %(row)s has more than %(most)s columns. Remove those that are not needed.")
NULL_BYTES = phrase("The file holds null bytes: it is no list in text form, or it is damaged. Save it as CSV or XLSX.")
NO_ENCODING = phrase("The letters of the file are neither UTF-8 nor Windows-1252. Save it as CSV in UTF-8, or as XLSX.")
BROKEN_QUOTES = phrase(
    "The file cannot be divided into cells from line %(line)s on: a quotation mark there is not closed, or stands in "
    "the middle of a cell."
)
TOO_LONG_CELL = phrase(
    "A cell at line %(line)s is longer than 100,000 characters; perhaps a quotation mark is not closed."
)
READ_AS_WINDOWS = phrase("The file is not in UTF-8 and was read as Windows-1252. Look at the accents before you save.")


class Unreadable(ValueError):
    """A file that no list can be taken from; `template` is the sentence to translate, `values` are its places."""

    def __init__(self, template: str, **values: object):
        super().__init__(template % values if values else template)
        self.template = template
        self.values = values


@dataclass(frozen=True, kw_only=True)
class Notice:
    """Something to know of a file: a sentence to translate and its places."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Record:
    """One row of a file that is not empty: its number, from 1 for the headings, and its cells as texts.

    `odd` has by index what a cell is instead of a text: "formula" or "error".
    """

    number: int
    cells: tuple[str, ...]
    odd: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Table:
    """A file as read: the headings, trailing empty ones left out, and the rows below that hold anything."""

    headings: tuple[str, ...]
    rows: tuple[Record, ...]
    notices: tuple[Notice, ...] = ()

    @property
    def width(self) -> int:
        """How many columns there are, headed or not."""
        return max(len(self.headings), *(len(_without_end(row.cells)) for row in self.rows))


def guarded(text: str) -> str:
    """Return a text as it may go out: with an apostrophe before what would calculate. Source: OWASP, CSV injection.

    A text that already looks so gets one more, so that `unguarded` gives back every text.
    """
    return f"'{text}" if NEEDS_GUARD.match(text) else text


def unguarded(text: str) -> str:
    """Return the text that `guarded` made."""
    return text[1:] if GUARDED.match(text) else text


def trimmed(text: str) -> str:
    """Return a cell as it is read: line ends alike, no blanks around."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def comparable(text: str) -> str:
    """Return a text as cells are compared: trimmed, without what no spreadsheet can hold or show."""
    plain = trimmed(text)
    if plain.isprintable():
        return plain
    kept = (one for one in bare(plain) if one in "\t\n" or unicodedata.category(one) not in ("Cc", "Cs", "Cn"))
    return "".join(kept)


def table_of(records: Iterable[Record], notices: tuple[Notice, ...] = ()) -> Table:
    """Return the records as a table: the first that holds anything has the headings.

    Raises Unreadable where there is nothing, no row below the headings, or more than the limits.
    """
    headings, rows = None, []
    for record in records:
        if record.number == 1 or any(record.cells):
            _refuse_wide(record)
        if not any(record.cells) and not record.odd:
            continue
        if headings is None:
            headings = record.cells
            continue
        if len(rows) >= MOST_ROWS:
            raise Unreadable(TOO_MANY_ROWS, most=MOST_ROWS)
        rows.append(record)
    if headings is None:
        raise Unreadable(EMPTY)
    if not rows:
        raise Unreadable(NO_ROWS)
    return Table(headings=_without_end(headings), rows=tuple(rows), notices=notices)


def _refuse_wide(record: Record) -> None:
    if len(record.cells) > MOST_COLUMNS and any(record.cells[MOST_COLUMNS:]):
        raise Unreadable(TOO_MANY_COLUMNS, row=record.number, most=MOST_COLUMNS)


def _without_end(cells: tuple[str, ...]) -> tuple[str, ...]:
    last = max((index for index, text in enumerate(cells) if text), default=-1)
    return cells[: last + 1]


def read_csv(content: bytes) -> Table:
    """Return a CSV file as a table, with commas, semicolons or tabs, in UTF-8, UTF-16 with its mark, or Windows-1252.

    The apostrophe before what would calculate is taken away. Raises Unreadable.
    """
    if len(content) > LARGEST_BYTES:
        raise Unreadable(TOO_LARGE)
    text, notices = decoded(content)
    if not text.strip():
        raise Unreadable(EMPTY)
    return table_of(_records(text), notices)


def decoded(content: bytes) -> tuple[str, tuple[Notice, ...]]:
    """Return the text of a file and what is to be said of how it was read. Raises Unreadable."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            text = content.decode("utf-16")
        except UnicodeDecodeError:
            raise Unreadable(NO_ENCODING) from None
        if "\x00" in text:
            raise Unreadable(NULL_BYTES)
        return text.removeprefix("\ufeff"), ()
    if b"\x00" in content:
        raise Unreadable(NULL_BYTES)
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("windows-1252"), (Notice(template=READ_AS_WINDOWS),)
    except UnicodeDecodeError:
        raise Unreadable(NO_ENCODING) from None


def _records(text: str) -> Iterator[Record]:
    said = re.match(r"sep=([,;\t])\r?\n", text)
    first = 1 if said else 0
    text = text[said.end() :] if said else text
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=said[1] if said else delimiter_of(text), strict=True)
    try:
        for number, cells in enumerate(reader, start=first + 1):
            yield Record(
                number=number, cells=tuple(trimmed(unguarded(trimmed(cell))) for cell in cells[: 5 * MOST_COLUMNS])
            )
    except csv.Error as error:
        template = TOO_LONG_CELL if "field larger" in str(error) else BROKEN_QUOTES
        raise Unreadable(template, line=reader.line_num + first) from None


def delimiter_of(text: str) -> str:
    """Return which of comma, semicolon and tab divides the first line that holds anything, quoted cells left out."""
    line = next((one for one in text.splitlines() if one.strip()), "")
    bare = re.sub(r'"[^"]*"', "", line)
    return max(DELIMITERS, key=lambda sign: (bare.count(sign), sign == ","))
