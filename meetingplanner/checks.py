"""What Django asks before a command runs: whether there are catalogues to speak from.

Without them every page and print would be in English, and nobody told.
"""

from collections.abc import Iterator

from django.core.checks import CheckMessage, Error, run_checks
from django.core.exceptions import ImproperlyConfigured

from meetingplanner.catalogue import catalogue_path, translated_languages
from meetingplanner.languages import LANGUAGES

COMPILE = "Run: python -m meetingplanner.catalogue compile"
CATALOGUES = "catalogues"


def catalogues_are_compiled(app_configs=None, **kwargs) -> list[CheckMessage]:
    """Return an error for the languages whose catalogue is not compiled, or was changed since."""
    missing = list(_uncompiled())
    words = f"These catalogues are not compiled, so all would be in English: {', '.join(missing)}."
    return [Error(words, hint=COMPILE, id="meetingplanner.E001")] if missing else []


def refuse_without_catalogues() -> None:
    """Raise ImproperlyConfigured, in words, where a catalogue is not compiled. For servers, which run no checks."""
    for found in run_checks(tags=[CATALOGUES]):
        raise ImproperlyConfigured(f"{found.msg} {found.hint}")


def _uncompiled() -> Iterator[str]:
    for code in translated_languages():
        source = catalogue_path(code)
        target = source.with_suffix(".mo")
        if not target.exists() or source.exists() and target.stat().st_mtime < source.stat().st_mtime:
            yield LANGUAGES[code].own_name
