"""What is said after something was saved: that it was, and when, by the clocks of the meeting."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from participants.domain.dates import clock_text


def say_saved(request, *, at: datetime, zone: str, what: str = ""):
    time = clock_text(at.astimezone(ZoneInfo(zone)), get_language() or "en")
    saved = _("Saved %(time)s.") % {"time": time}
    messages.success(request, f"{what} {saved}" if what else saved)
