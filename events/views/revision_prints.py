"""The prints of a revision as its page shows them: by what they are for, each in the languages it was printed in."""

from django.utils.translation import gettext

from events.documents import DOCUMENTS
from events.documents.base import EXTENSIONS, PDF
from events.documents.uses import USES, use_of
from events.views.document_rows import moment_title
from meetingplanner.languages import LANGUAGES


def groups_of_prints(prints, facts, *, kind, allowed):
    """The prints that the reader may have, by use and document, in the order of the table of uses."""
    by_use = {}
    for row in prints:
        document = DOCUMENTS.get(row.document)
        if document is None or document.needs not in allowed or not row.wanted:
            continue
        key = (document.slug, row.wanted["moment"])
        rows = by_use.setdefault(use_of(document.slug).code, {})
        entry = rows.setdefault(key, {
            "title": document.title_for(kind),
            "moment": moment_title(facts, row.wanted["moment"]) if facts else "",
            "format": EXTENSIONS[document.content_type].upper(),
            "is_viewed": document.content_type == PDF,
            "prints": [],
        })  # fmt: skip
        entry["prints"].append({"row": row, "language": LANGUAGES[row.wanted["language"]]})
    return [
        {"code": use.code, "label": gettext(use.label), "rows": list(by_use[use.code].values())}
        for use in USES
        if use.code in by_use
    ]
