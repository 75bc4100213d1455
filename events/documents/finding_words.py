"""A finding as a sentence of the active language."""

from django.utils.translation import get_language, gettext

from events.domain.findings import Finding, values_in
from meetingplanner.languages import LANGUAGES


def sentence(finding: Finding) -> str:
    """Return the finding in words, in the active language; English where the active one is not of the product."""
    language = (get_language() or "en").partition("-")[0]
    values = values_in(finding, language if language in LANGUAGES else "en", translate=gettext)
    return gettext(finding.sentence) % values
