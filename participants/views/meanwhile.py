"""What is said when one press of a button met rows changed after the page was made, or came damaged."""

from django.contrib import messages
from django.utils.translation import gettext as _


def say_changed(request, *, name, now):
    words = _("%(name)s was changed meanwhile. Now: %(now)s. Nothing was done; press again if you still want it.")
    messages.error(request, words % {"name": name, "now": now})


def say_moved(request, *, now, yours):
    words = _("Somebody changed this list meanwhile. Now: %(now)s. Yours: %(yours)s. Nothing was done; press again.")
    messages.error(request, words % {"now": ", ".join(now), "yours": ", ".join(yours)})


def say_not_understood(request):
    words = _("What was sent could not be understood, and nothing was changed. Look at the page again and repeat it.")
    messages.error(request, words)
