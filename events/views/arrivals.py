"""Principals: how each comes and goes, who leaves after an item by one press, and what the press may see of each."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from events.forms.arrivals import ArrivalForm
from events.models import Arrival, Item
from events.operations.arrivals import leave_after, set_arrival
from events.operations.programme import Gone, change_row
from events.queries import meeting_facts
from events.views.arrivals_page import PrincipalsPage, press_form
from events.views.meanwhile import say_row_changed
from events.views.programme import items_of, sent_row
from participants.domain.texts import text_in
from participants.models import Delegate
from participants.operations.acting import Stale
from participants.views.access import meeting_view
from participants.views.meanwhile import say_not_understood
from participants.views.parsing import keys_of, uuids_in
from participants.views.saving import say_saved


@meeting_view("edit_programme")
@require_safe
def arrivals(request, roster):
    return answer(request, roster)


def page_of(roster):
    return PrincipalsPage(meeting_facts(roster), language=get_language() or "en")


def answer(request, roster, *, page=None, form=None, opened="", press=None):
    page = page or page_of(roster)
    context = page.context() | {
        "tab": "programme",
        "show": "principals",
        "may_edit": True,
        "form": form,
        "opened": opened,
        "media": page.media(bound=press),
    }
    is_refused = any(one is not None and one.errors for one in (form, press))
    template = "events/_arrivals.html" if request.htmx else "events/arrivals.html"
    return render(request, template, context, status=422 if is_refused else 200)


def back(request, roster, uuid=""):
    if request.htmx:
        return answer(request, roster)
    address = reverse("events:arrivals", args=(roster.slug,))
    return redirect(f"{address}#row-{uuid}" if uuid else address)


@meeting_view("edit_programme")
def arrival(request, roster, uuid):
    delegate = get_object_or_404(Delegate, delegation__roster=roster, uuid=uuid)
    page = page_of(roster)
    if not page.has(str(uuid)):
        raise Http404
    rows = Arrival.objects.filter(event=roster.event).select_related("leaves_after")
    row = rows.filter(delegate=delegate).first() or Arrival(event=roster.event, delegate=delegate)
    data = request.POST if request.method == "POST" else None
    form = ArrivalForm(data, instance=row, facts=page.facts, labels=page.labels)
    if data is not None and form.is_valid():
        now = timezone.now()
        try:
            version = form.cleaned_data["version"] or 0
            set_arrival(roster.event, delegate, version=version, by=request.user, at=now, **form.wanted)
        except Stale as stale:
            form.add_stale(stale)
        except Gone:
            return gone(request, roster)
        else:
            said = _("The arrangements for %(name)s were saved.") % {"name": page.names.person(str(uuid))}
            say_saved(request, at=now, zone=roster.zone, what=said)
            return back(request, roster, uuid)
    return answer(request, roster, page=page, form=form, opened=str(uuid))


def gone(request, roster):
    messages.error(request, _("Somebody took the person or the item out meanwhile. Nothing was changed."))
    return back(request, roster)


@meeting_view("edit_programme")
@require_POST
def arrivals_leave(request, roster):
    uuids, versions, sent = uuids_in(request.POST, "leaving"), versions_of(request.POST), request.POST.get("item", "")
    item = sent_row(items_of(roster), sent)
    delegates = list(Delegate.objects.filter(delegation__roster=roster, uuid__in=uuids or ()).select_related("person"))
    if uuids is None or len(delegates) != len(uuids) or (sent and item is None):
        say_not_understood(request)
        return back(request, roster)
    if not delegates:
        messages.info(request, _("Tick those who leave, then press again."))
        return back(request, roster)
    now = timezone.now()
    try:
        leave_after(roster.event, delegates, item, versions=versions, by=request.user, at=now)
    except Stale as stale:
        uuid = str(stale.current.delegate.uuid)
        say_row_changed(request, roster, stale, name=str(stale.current.delegate), version=versions.get(uuid, 0))
    except Gone:
        return gone(request, roster)
    else:
        say_saved(request, at=now, zone=roster.zone, what=_("Who leaves was saved."))
    return back(request, roster)


def versions_of(data):
    """What the page showed of each principal: the version of the row by uuid, 0 for none."""
    pairs = (one.partition(":") for one in keys_of(data, "shown"))
    return {uuid: int(text) for uuid, _sign, text in pairs if text.isascii() and text.isdigit() and len(text) < 10}


@meeting_view("edit_programme")
@require_POST
def arrivals_media(request, roster, uuid):
    rows = Item.objects.kept().filter(segment__withdrawn_at__isnull=True).select_related("segment__event")
    item = get_object_or_404(rows, segment__event__roster=roster, uuid=uuid)
    form = press_form(item, request.POST)
    if form.is_valid():
        now = timezone.now()
        try:
            change_row(item, by=request.user, at=now, version=form.cleaned_data["version"], **form.wanted)
        except Stale as stale:
            form.add_stale(stale)
        else:
            name = text_in(item.title, get_language() or "en")
            say_saved(request, at=now, zone=roster.zone, what=_("“%(name)s” was changed.") % {"name": name})
            return back(request, roster, uuid)
    return answer(request, roster, press=form)
