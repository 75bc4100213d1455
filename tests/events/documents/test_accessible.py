"""Every document of the real meeting, in every language: tagged as we mean it, and fit for the archive."""

import pikepdf.pdfa
import pytest

from events.documents import DOCUMENTS
from events.documents.base import PDF
from tests.events.documents.pdf.reading import opened
from tests.events.documents.pdf.tags import findings, tree
from tests.events.documents.prints import IN_LANGUAGES, SHEETS_TO_CUT, STATES, file

PRINTS = [slug for slug, one in DOCUMENTS.items() if one.content_type == PDF]


@pytest.mark.parametrize(("slug", "language"), [one for one in IN_LANGUAGES if one[0] in PRINTS])
def test_document_of_the_meeting_is_tagged_and_archival(slug, language):
    data = file(slug, STATES["ticked"](), language).content
    assert findings(data) == []
    with opened(data) as pdf:
        assert [str(one) for one in pikepdf.pdfa.check(pdf, "2b").findings] == []
        assert len(tree(pdf).of("H1")) == (slug not in SHEETS_TO_CUT)


@pytest.mark.parametrize("slug", PRINTS)
def test_hostile_names_leave_a_document_tagged_and_archival(slug):
    data = file(slug, STATES["hostile"](), "fr").content
    assert findings(data) == []
    with opened(data) as pdf:
        assert [str(one) for one in pikepdf.pdfa.check(pdf, "2b").findings] == []
