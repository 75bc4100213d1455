"""Spreadsheets read back: nothing calculates, nothing is lost, the same list gives the same bytes."""

import csv
import io
from datetime import UTC, date, datetime

import pytest
from openpyxl import load_workbook

from participants.documents.sheets import Sheet, csv_bytes, safe
from participants.documents.xlsx import xlsx_bytes

AS_OF = datetime(2017, 9, 1, 12, tzinfo=UTC)
HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1")


def sheet(*rows, title="Observers"):
    return Sheet(title=title, headings=("Name", "Number"), rows=rows)


def read_xlsx(content):
    return [tuple(cell.value for cell in row) for row in load_workbook(io.BytesIO(content)).active.iter_rows()]


def read_csv(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_would_calculate_is_quoted(text):
    assert safe(text) == f"'{text}"
    assert read_csv(csv_bytes(sheet((text, 1))))[1][0] == f"'{text}"
    tab = load_workbook(io.BytesIO(xlsx_bytes(sheet((text, 1)), as_of=AS_OF))).active
    assert (tab["A2"].data_type, tab["A2"].value[:1]) == ("s", "'")


@pytest.mark.parametrize("text", ["Côte d'Ivoire", "a=b", "مالي", "日本", "😀", ""])
def test_other_text_is_written_as_it_is(text):
    assert safe(text) == text


def test_numbers_below_zero_stay_numbers():
    assert (safe(-5), read_xlsx(xlsx_bytes(sheet(("x", -5)), as_of=AS_OF))[1]) == (-5, ("x", -5))


def test_characters_that_no_spreadsheet_holds_are_dropped():
    assert read_xlsx(xlsx_bytes(sheet(("a\x00b\x1fc", 1)), as_of=AS_OF))[1] == ("abc", 1)


def test_signs_that_set_a_text_apart_are_dropped_and_hide_no_formula():
    marked = sheet(("\u2068Accord\u00a0[fr]\u2069", 1), ("\u2068=1+1\u2069", 2))
    assert read_xlsx(xlsx_bytes(marked, as_of=AS_OF))[1:] == [("Accord\u00a0[fr]", 1), ("'=1+1", 2)]
    assert read_csv(csv_bytes(marked))[1:] == [["Accord\u00a0[fr]", "1"], ["'=1+1", "2"]]


def test_rows_come_back_as_they_went():
    rows = (('Côte d\'Ivoire; "CIV"', 3), ("two\nlines", None))
    assert read_csv(csv_bytes(sheet(*rows))) == [["Name", "Number"], [rows[0][0], "3"], ["two\nlines", ""]]
    assert read_xlsx(xlsx_bytes(sheet(*rows), as_of=AS_OF)) == [("Name", "Number"), rows[0], ("two\nlines", None)]


def test_days_and_times_stay_days_and_times():
    row = (date(2017, 9, 20), datetime(2017, 9, 20, 15, 30))
    assert read_csv(csv_bytes(sheet(row)))[1] == ["2017-09-20", "2017-09-20 15:30"]
    assert read_xlsx(xlsx_bytes(sheet(row), as_of=AS_OF))[1] == (datetime(2017, 9, 20), row[1])


def test_same_list_gives_the_same_bytes():
    assert xlsx_bytes(sheet(("a", 1)), as_of=AS_OF) == xlsx_bytes(sheet(("a", 1)), as_of=AS_OF)
    later = AS_OF.replace(day=2)
    assert xlsx_bytes(sheet(("a", 1)), as_of=AS_OF) != xlsx_bytes(sheet(("a", 1)), as_of=later)


@pytest.mark.parametrize("title", ["", "[a]/b:*?", "x" * 100, "'quoted'"])
def test_any_title_makes_a_file_that_opens(title):
    assert len(read_xlsx(xlsx_bytes(sheet(title=title), as_of=AS_OF))) == 1


def test_an_ampersand_in_the_foot_is_no_code():
    one = Sheet(title="Observers", headings=("Name",), rows=(), foot="Trade & Industry &P")
    tab = load_workbook(io.BytesIO(xlsx_bytes(one, as_of=AS_OF))).active
    assert tab.oddFooter.left.text == "Trade && Industry &&P"
