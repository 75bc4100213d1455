"""CSV in its many forms as tables, and files that are refused in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participants.domain.lists import tables
from participants.domain.lists.tables import Unreadable, guarded, read_csv, unguarded
from tests.list_files import csv_of

HEAD, ROW = ("Délégation", "Note"), ("Côte d'Ivoire", "“été”")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_encoding_and_delimiter_gives_the_same_table(encoding, delimiter):
    table = read_csv(csv_of(HEAD, ROW, delimiter=delimiter, encoding=encoding))
    assert (table.headings, table.rows[0].cells, table.notices) == (HEAD, ROW, ())


def test_windows_1252_is_read_and_said():
    table = read_csv(csv_of(HEAD, ROW, delimiter=";", encoding="windows-1252"))
    assert (table.headings, table.rows[0].cells) == (HEAD, ROW)
    assert [one.template for one in table.notices] == [tables.READ_AS_WINDOWS]


def test_numbers_of_rows_are_those_of_the_spreadsheet():
    table = read_csv(b'Name,Note\r\n\r\n"a","two\r\nlines"\r\n,,\r\nb,\r\n')
    assert [(row.number, row.cells[0]) for row in table.rows] == [(3, "a"), (5, "b")]
    assert table.rows[0].cells[1] == "two\nlines"


def test_excels_own_line_for_the_delimiter_is_followed():
    assert read_csv(b"sep=;\r\na,b;c\r\nd,e;f\r\n").rows[0].cells == ("d,e", "f")


@pytest.mark.parametrize(
    ("content", "template"),
    [
        (b"", tables.EMPTY),
        (b" \r\n\r\n", tables.EMPTY),
        (b"Name\r\n", tables.NO_ROWS),
        (b"Name\r\na\x00b\r\n", tables.NULL_BYTES),
        ("Name\r\na\x00b".encode("utf-16"), tables.NULL_BYTES),
        (b"\xff\xfea", tables.NO_ENCODING),
        (b"Name\r\n\x81\x8d", tables.NO_ENCODING),
        (b'Name\r\n"a\r\nb', tables.BROKEN_QUOTES),
        (b'Name\r\n"a"b,c\r\n', tables.BROKEN_QUOTES),
        (b"Name\r\n" + b"a" * 100_001, tables.TOO_LONG_CELL),
        (b"Name\r\n" + b"a\r\n" * 10_001, tables.TOO_MANY_ROWS),
        (b"Name\r\n" + b"," * 299 + b"a", tables.TOO_MANY_COLUMNS),
        (b"a" * (10 * 1024 * 1024 + 1), tables.TOO_LARGE),
    ],
)
def test_what_is_no_list_is_refused_in_words(content, template):
    with pytest.raises(Unreadable) as refused:
        read_csv(content)
    assert refused.value.template == template
    assert "%(" not in str(refused.value)


@given(st.text())
def test_what_is_guarded_calculates_nothing_and_comes_back(text):
    assert not guarded(text).startswith(tuple(tables.FORMULA_STARTS))
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["=1+1", "'=1+1", "''=1+1", "-5", "@a", "+33", "'tis", "＝1"])
def test_text_that_looks_guarded_already_comes_back_too(text):
    assert unguarded(guarded(text)) == text


def test_cell_that_lost_its_isolates_on_the_way_is_the_same():
    assert tables.comparable("\u2068Accord\u2069 ") == "Accord"
