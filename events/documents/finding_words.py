"""A finding as a sentence of the active language."""

from functools import partial

from django.utils.translation import get_language

from events.documents.kind_words import said_to
from events.domain.findings import Finding, values_in
from meetingplanner.languages import LANGUAGES


def sentence(finding: Finding, kind: str) -> str:
    """Return the finding in words for a row of MEETING_KINDS, in the active language.

    English where the active language is not of the product.
    """
    language = (get_language() or "en").partition("-")[0]
    values = values_in(finding, language if language in LANGUAGES else "en", translate=partial(said_to, kind))
    return said_to(kind, finding.sentence) % values
