"""Many prints in one ZIP file, with a list of what is in it and what was left out."""

from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.utils.translation import gettext, override

from events.documents import DOCUMENTS
from events.documents.wanted import Wanted
from meetingplanner.languages import LANGUAGES

# The first instant that a ZIP file can tell.
EPOCH = datetime(1980, 1, 1)
LIST = "README.txt"


def zip_of(files: Iterable[tuple[str, bytes]], *, about: str, as_of: datetime) -> bytes:
    """Return a ZIP file of `about` and then the files (name, content) in order, all dated `as_of`.

    The same arguments give the same bytes.
    """
    file = BytesIO()
    date = max(as_of.replace(tzinfo=None), EPOCH).timetuple()[:6]
    with ZipFile(file, "w") as archive:
        for name, content in ((LIST, about.encode()), *files):
            entry = ZipInfo(name, date_time=date)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return file.getvalue()


def index(prints: Iterable[tuple[Wanted, str]], *, kind: str, language: str) -> str:
    """Return the list: each print's file name and title, then the titles of those without a file, in `language`.

    `prints`: what was wanted and the name of its file, "" where there was nothing to print. `kind`: a row of
    MEETING_KINDS.
    """
    there, left_out = [], []
    with override(language):
        for wanted, name in prints:
            document = DOCUMENTS[wanted.document]
            title = f"{document.title_for(kind)} ({LANGUAGES[wanted.language].own_name})"
            if name:
                there.append(f"{name}  {title}")
            else:
                left_out.append(title)
        if left_out:
            there += ["", gettext("Left out, since there is nothing to print yet:"), *left_out]
    return "\r\n".join([*there, ""])
