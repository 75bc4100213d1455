"""How long each may speak: tried on a page that changes nothing, and set by one press."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.documents.words import duration
from events.forms.fitting import FitForm
from events.models import Item
from events.operations.fitting import fit_speeches
from events.operations.programme import Gone
from events.queries import meeting_facts
from events.views.fitting_page import FitPage
from events.views.meanwhile import say_row_changed
from events.views.programme import back, parent_or_404, say_gone
from participants.domain.texts import text_in
from participants.operations.acting import Stale
from participants.views.access import meeting_view
from participants.views.meanwhile import say_not_understood
from participants.views.parsing import keys_of, number_of, uuid_or_none
from participants.views.saving import say_saved


@meeting_view("edit_programme")
def programme_fit(request, roster, uuid):
    item = parent_or_404(roster, "speeches", uuid)
    if request.method == "POST":
        return applied(request, roster, item)
    page = FitPage(meeting_facts(roster), str(uuid), language=get_language() or "en")
    form = FitForm(request.GET or None, facts=page.facts, has_more_lists=page.has_more_lists)
    is_sound = form.is_bound and form.is_valid()
    context = page.context(**form.wanted if is_sound else {}) | {"tab": "programme", "form": form}
    template = "events/_fit.html" if request.htmx else "events/programme_fit.html"
    return render(request, template, context, status=422 if form.is_bound and not is_sound else 200)


def applied(request, roster, item):
    """Set the limit that was shown, or lift it, on the items and versions that the page showed."""
    items, versions = sent_items(request.POST, item)
    is_lifted = "lift" in request.POST
    seconds = None if is_lifted else number_of(request.POST, "limit")
    here = redirect(reverse("events:programme_fit", args=(roster.slug, item.uuid)))
    if not items or seconds == 0:
        say_not_understood(request)
        return here
    now = timezone.now()
    try:
        fit_speeches(items, seconds, versions=versions, by=request.user, at=now)
    except Stale as stale:
        name = text_in(stale.current.title, get_language() or "en")
        say_row_changed(request, roster, stale, name=name, version=versions[str(stale.current.uuid)])
        return here
    except ValidationError:
        say_not_understood(request)
        return here
    except Gone:
        return say_gone(request, roster)
    say_saved(request, at=now, zone=roster.zone, what=said(seconds))
    return back(roster, item.uuid)


def sent_items(data, item):
    """The items of the same part that a page showed, with their versions under their uuids; none where one is amiss."""
    keys, versions = keys_of(data, "items"), keys_of(data, "version")
    uuids = [uuid_or_none(key) for key in keys]
    if not all(uuids) or len(keys) != len(versions):
        return [], {}
    rows = Item.objects.filter(segment=item.segment_id, uuid__in=uuids).select_related("segment__event")
    known = {str(row.uuid): row for row in rows}
    if set(known) != set(keys) or str(item.uuid) not in known:
        return [], {}
    numbers = {key: int(one) if one.isascii() and one.isdigit() else 0 for key, one in zip(keys, versions, strict=True)}
    return [known[key] for key in numbers], numbers


def said(seconds):
    if seconds is None:
        return _("The limit was lifted, and the times were computed again.")
    return _("Each may speak %(length)s, and the times were computed again.") % {
        "length": duration(timedelta(seconds=seconds))
    }
