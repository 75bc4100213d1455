"""Answers that are files."""

from django.http import Http404, HttpResponse

from participants.documents.sheets import CSV, XLSX, csv_bytes
from participants.documents.xlsx import xlsx_bytes


def sheet_response(sheet, *, file_format, name, as_of):
    if file_format not in ("csv", "xlsx"):
        raise Http404
    content = csv_bytes(sheet) if file_format == "csv" else xlsx_bytes(sheet, as_of=as_of)
    response = HttpResponse(content, content_type=CSV if file_format == "csv" else XLSX)
    response["Content-Disposition"] = f'attachment; filename="{name}.{file_format}"'
    return response
