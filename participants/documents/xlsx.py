"""Lists as workbooks: a process that makes none, such as one that prints badges, does without the library's memory."""

from datetime import datetime

from participants.documents.sheets import Sheet


def xlsx_bytes(sheet: Sheet, *, as_of: datetime) -> bytes:
    """Return the list as XLSX; the same list as of the same instant gives the same bytes."""
    from participants.documents.workbook_writing import workbook_bytes

    return workbook_bytes(sheet, as_of=as_of)
