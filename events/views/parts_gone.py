"""A press on a part of the meeting that was taken out of the programme since the page was made."""

from functools import wraps

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from events.operations.programme import Gone


def says_gone(view):
    @wraps(view)
    def answered(request, roster, *args, **kwargs):
        try:
            return view(request, roster, *args, **kwargs)
        except Gone:
            words = _("Somebody took this part out of the programme meanwhile. Nothing was changed.")
            messages.error(request, words)
            address = reverse("events:seating", args=(roster.slug,))
            return HttpResponseClientRedirect(address) if request.htmx else redirect(address)

    return answered
