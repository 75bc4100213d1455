"""Lists as files for tests: made, uploaded, reviewed and saved as a desk officer does."""

import csv
import html
import io
import re
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from participants.models import ListFile


def csv_of(*rows, delimiter=",", encoding="utf-8"):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)


def xlsx_of(*rows, title="List"):
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def repacked(content, *, change=None, extra=()):
    """The package with some parts changed by `change(name, bytes)` and others put in."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, change(name, part) if change else part)
        for name, part in extra:
            new.writestr(name, part)
    return packed.getvalue()


def upload(client, roster, content, *, kind="observers", name="list.csv"):
    """The answer to an upload, with its words when it was refused."""
    data = {"kind": kind, "file": SimpleUploadedFile(name, content)}
    return client.post(reverse("events:lists", args=[roster.slug]), data)


def newest(roster):
    return ListFile.objects.filter(roster=roster).latest("pk")


def refusal(answer):
    """What the page says of the file, or that it was taken."""
    return answer.context["form"].errors["file"][0] if answer.status_code == 200 else "taken"


def save(client, roster, *, seen=None):
    row = newest(roster)
    data = {"seen": row.review["digest"] if seen is None else seen}
    return client.post(reverse("events:list_save", args=[roster.slug, row.uuid]), data)


def page(client, roster, query=""):
    """The text of the review's page."""
    address = reverse("events:list_file", args=[roster.slug, newest(roster).uuid])
    text = client.get(address + query).content.decode()
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def told(review):
    """Row -> the columns that have an error."""
    found = {}
    for row in review["rows"]:
        for remark in row["remarks"]:
            if remark["kind"] == "error":
                found.setdefault(row["number"], set()).add(remark["column"])
    return found
