"""Lists that go out as files and may come back: the columns that are read, the identity of each row first."""

from django.utils.translation import gettext

from participants.documents.sheets import Sheet
from participants.domain.lists.columns import LISTS
from participants.domain.lists.judging import outgoing
from participants.domain.lists.known import Known


def list_sheet(list_code: str, known: Known) -> Sheet:
    """Return a list in the reader's language, the active one, with texts in the languages of the meeting."""
    headings, rows = outgoing(list_code, known, known.facts.document_languages)
    return Sheet(title=gettext(LISTS[list_code].label), headings=headings, rows=rows)
