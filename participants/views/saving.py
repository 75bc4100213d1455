"""What is said after something was saved: that it was, when by the meeting's clocks, and what no document can print."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib import messages
from django.utils.module_loading import import_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from participants.domain.dates import clock_in_sentence_text


def say_saved(request, *, at: datetime, zone: str, what: str = ""):
    time = clock_in_sentence_text(at.astimezone(ZoneInfo(zone)), get_language() or "en")
    saved = _("Saved %(time)s.") % {"time": time}
    messages.success(request, f"{what} {saved}" if what else saved)
    say_missing(request)


def say_missing(request):
    """Warn of characters just typed that no font of the documents has: they are saved, and printed as best may be."""
    typed = [value for name in request.POST for value in request.POST.getlist(name)]
    characters = import_string(settings.MISSING_CHARACTERS)(*typed)
    if characters:
        words = _(
            "%(characters)s in what was saved: no font of the documents draws this. "
            "It is printed as the nearest letter or as […]."
        )
        messages.warning(request, words % {"characters": " ".join(characters)})
