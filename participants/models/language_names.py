"""What languages are called where somebody chooses or reads them on a screen."""

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from meetingplanner.languages import LANGUAGES


def language_label(code: str) -> str | Promise:
    """Return a language's own name, with that in the reader's language where it is not in Latin letters.

    "中文 (Chinese)": a machine may have no letters for the first. It is translated when it is shown.
    """
    language = LANGUAGES[code]
    return format_lazy("{} ({})", language.own_name, _(language.name)) if language.name else language.own_name
