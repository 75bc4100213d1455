"""Workbooks as tables, and those made to harm, which are refused in words."""

import io
import re
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook, load_workbook

from participants.documents import workbooks
from participants.documents.workbooks import read_table
from participants.domain.lists import tables
from participants.domain.lists.tables import Unreadable
from tests.list_files import csv_of, repacked, xlsx_of

LIST = (("Delegation", "Note"), ("Mali", "x"))


def packed(book):
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_values_of_every_kind_are_texts():
    row = (datetime(2017, 9, 20, 15, 30), date(2017, 9, 20), 3, 3.0, 0.5, True, " x ", None, "'=1+1", "محمد", "王毅")
    cells = read_table(xlsx_of(tuple("abcdefghijk"), row)).rows[0].cells
    assert cells == (
        "2017-09-20 15:30", "2017-09-20", "3", "3", "0.5", "yes", "x", "", "=1+1", "محمد", "王毅",
    )  # fmt: skip


def test_time_that_misses_the_minute_by_a_hair_is_that_minute():
    book = Workbook()
    book.active.append(("Received", "x"))
    book.active.append((42998.6458333, "x"))
    book.active["A2"].number_format = "yyyy-mm-dd hh:mm"
    assert read_table(packed(book)).rows[0].cells[0] == "2017-09-20 15:30"


def test_formulas_and_their_errors_are_odd_and_not_calculated():
    table = read_table(xlsx_of(("a", "b", "c"), ("=1+1", "#N/A", "x")))
    assert dict(table.rows[0].odd) == {0: "formula", 1: "error"}


def test_first_sheet_that_holds_anything_is_read_and_said():
    book = Workbook()
    book.create_sheet("Guests").append(("Name",))
    book["Guests"].append(("Mali",))
    book.create_sheet("Other").append(("x",))
    table = read_table(packed(book))
    assert (table.headings, table.notices[0].values) == (("Name",), {"title": "Guests"})


def test_hidden_sheet_is_passed_over():
    book = load_workbook(io.BytesIO(xlsx_of(*LIST)))
    hidden = book.create_sheet("Hidden", 0)
    hidden.append(("No",))
    hidden.sheet_state = "hidden"
    assert read_table(packed(book)).headings == LIST[0]


def macros():
    return repacked(xlsx_of(*LIST), extra=[("xl/vbaProject.bin", b"x")])


def named_as_plain():
    change = lambda name, part: part.replace(b"sheet.main", b"sheet.macroEnabled.main")  # noqa: E731
    return repacked(xlsx_of(*LIST), change=change)


def bomb():
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", b"<Types/>")
        for number in range(3):
            package.writestr(f"xl/worksheets/sheet{number}.xml", b"0" * (40 * 1024 * 1024))
    return content.getvalue()


def lying_bomb():
    """One whose parts say that they are small."""
    with zipfile.ZipFile(io.BytesIO(bomb())) as package:
        size = package.getinfo("xl/worksheets/sheet0.xml").file_size
    return bomb().replace(size.to_bytes(4, "little"), (10).to_bytes(4, "little"))


def entities():
    laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    change = lambda name, part: laughs + part if name.startswith("xl/worksheets") else part  # noqa: E731
    return repacked(xlsx_of(*LIST), change=change)


def late_entities():
    laughs = [b'<?xml version="1.0"?><!--', b"x" * 5000, b'--><!DOCTYPE x [<!ENTITY l0 "ha">']
    laughs += [f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">'.encode() for n in range(1, 12)]
    change = lambda name, part: (  # noqa: E731
        b"".join(laughs) + b"]>" + re.sub(rb"<sheetData>", b"<sheetData>&l11;", part)
        if name.startswith("xl/worksheets")
        else part
    )
    return repacked(xlsx_of(*LIST), change=change)


def far_cell():
    change = lambda name, part: part.replace(b'r="B2"', b'r="XFD2"')  # noqa: E731
    return repacked(xlsx_of(*LIST), change=change)


def cut(content):
    return content[: len(content) // 2]


@pytest.mark.parametrize(
    ("content", "template"),
    [
        (b"a" * (10 * 1024 * 1024 + 1), tables.TOO_LARGE),
        (macros, workbooks.MACROS),
        (named_as_plain, workbooks.MACROS),
        (bomb, workbooks.UNPACKS_TOO_LARGE),
        (lying_bomb, workbooks.NOT_A_WORKBOOK),
        (entities, workbooks.NOT_A_WORKBOOK),
        (late_entities, workbooks.NOT_A_WORKBOOK),
        (far_cell, tables.TOO_MANY_COLUMNS),
        (lambda: cut(xlsx_of(*LIST)), workbooks.NOT_A_WORKBOOK),
        (lambda: b"PK\x03\x04" + b"\x00" * 100, workbooks.NOT_A_WORKBOOK),
        (lambda: repacked(csv_like(), extra=[("a.txt", b"x")]), workbooks.NOT_A_WORKBOOK),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, workbooks.OLD_OR_LOCKED),
        (lambda: xlsx_of(["h"] * 300, ["x"] * 300), tables.TOO_MANY_COLUMNS),
        (lambda: xlsx_of(["h"], *[["x"]] * 10_001), tables.TOO_MANY_ROWS),
        (lambda: xlsx_of(), tables.EMPTY),
        (lambda: xlsx_of(["Delegation"]), tables.NO_ROWS),
    ],
)
def test_what_is_no_list_is_refused_in_words(content, template):
    with pytest.raises(Unreadable) as refused:
        read_table(content() if callable(content) else content)
    assert refused.value.template == template


def csv_like():
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        package.writestr("list.csv", csv_of(*LIST))
    return content.getvalue()


def test_file_is_told_by_what_it_holds():
    assert read_table(csv_of(*LIST)).headings == read_table(xlsx_of(*LIST)).headings == LIST[0]
