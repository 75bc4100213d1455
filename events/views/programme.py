"""The programme, and its orders: what is dragged, moved by a button or placed by a number shows its times at once."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from events.domain.ordering import merged
from events.forms.speaking import ReasonForm
from events.models import Event, Item, Segment, Speech
from events.operations.programme import Gone, move_item, reorder
from events.queries import meeting_facts
from events.views.meanwhile import say_row_changed
from events.views.ordering import wanted_order
from events.views.programme_page import ProgrammePage
from events.views.reordered import told_since
from participants.domain.texts import text_in
from participants.operations.acting import Stale
from participants.operations.ordering import OutOfOrder
from participants.views.access import meeting_view
from participants.views.meanwhile import say_not_understood
from participants.views.parsing import number_of, uuid_or_none
from participants.views.saving import say_saved

VIEWS = ("programme", "speakers")
ROWS = {"segments": Segment, "items": Item, "speeches": Speech}


@meeting_view("view_meeting")
@require_safe
def programme(request, roster):
    return answer(request, roster)


def answer(request, roster, *, conflict=None):
    page = ProgrammePage(meeting_facts(roster), language=get_language() or "en")
    shown = request.GET.get("show", "")
    rows_out = taken_out(roster, page) if "edit_programme" in request.allowed else []
    context = page.context() | {
        "tab": "programme",
        "show": shown if shown in VIEWS else VIEWS[0],
        "event_uuid": str(roster.event.uuid),
        "may_edit": "edit_programme" in request.allowed,
        "taken_out": rows_out,
        "conflict": conflict and told(roster, conflict, page.names() | names_of(rows_out, page.language)),
    }
    template = "events/_programme.html" if request.htmx else "events/programme.html"
    return render(request, template, context, status=422 if conflict else 200)


def names_of(rows_out, language):
    return {str(one["uuid"]): one.get("name") or text_in(one["title"], language) for one in rows_out}


def told(roster, conflict, names):
    """Both orders, and what others did. The order offered holds what came meanwhile, and what was to come by this."""
    unknown = _("one that was taken out")
    now, wanted, shown = conflict["moved"].now, conflict["moved"].wanted, conflict["shown"]
    newcomers = [uuid for uuid in wanted if uuid not in shown and uuid not in now and uuid in names]
    orders = {"parent": conflict["parent"], "shown": shown, "now": now}
    return conflict | {
        "now": [names.get(uuid, unknown) for uuid in now],
        "yours": [names.get(uuid, unknown) for uuid in wanted],
        "meanwhile": told_since(roster, conflict["model"], names=names, **orders),
        "order": ",".join(merged(wanted, [*now, *newcomers])),
        "version": ",".join(now),
    }


def taken_out(roster, page):
    # What stands in a segment or item that is out itself comes back with it, and is not offered alone.
    segments = Segment.objects.filter(event__roster=roster, withdrawn_at__isnull=False)
    items = Item.objects.filter(
        segment__event__roster=roster, segment__withdrawn_at__isnull=True, withdrawn_at__isnull=False
    )
    speeches = Speech.objects.filter(
        item__segment__event__roster=roster, item__segment__withdrawn_at__isnull=True,
        item__withdrawn_at__isnull=True, withdrawn_at__isnull=False,
    )  # fmt: skip
    return [
        *({"kind": "segments", "uuid": row.uuid, "version": row.version, "title": row.title} for row in segments),
        *({"kind": "items", "uuid": row.uuid, "version": row.version, "title": row.title} for row in items),
        *(
            {"kind": "speeches", "uuid": row.uuid, "version": row.version, "name": str(row.delegate or ""),
             "title": page.delegation_names(str(row.delegation.uuid)), "of": row.item.title}
            for row in speeches.select_related("item", "delegate", "delegation")
        ),
    ]  # fmt: skip


def back(roster, uuid=""):
    address = reverse("events:programme", args=(roster.slug,))
    return redirect(f"{address}#row-{uuid}" if uuid else address)


def segments_of(roster):
    return Segment.objects.kept().filter(event__roster=roster).select_related("event")


def items_of(roster):
    return Item.objects.filter(segment__event__roster=roster).select_related("segment__event")


def sent_row(rows, text):
    """The row that a form names by its uuid; None where there is none."""
    uuid = uuid_or_none(text)
    return rows.filter(uuid=uuid).first() if uuid else None


def not_understood(request, roster):
    say_not_understood(request)
    return answer(request, roster) if request.htmx else back(roster)


def refused(request, roster, reason, uuid):
    messages.error(request, " ".join(reason.errors["why"]))
    return answer(request, roster) if request.htmx else back(roster, uuid)


def say_gone(request, roster):
    messages.error(
        request, _("Somebody took this out of the programme meanwhile. Nothing was changed; bring it back first.")
    )
    return answer(request, roster) if request.htmx else back(roster)


def parent_or_404(roster, kind, uuid):
    if kind == "segments":
        return get_object_or_404(Event, roster=roster, uuid=uuid)
    if kind == "items":
        return get_object_or_404(segments_of(roster), uuid=uuid)
    if kind == "speeches":
        rows = Item.objects.kept().filter(segment__withdrawn_at__isnull=True).select_related("segment__event")
        return get_object_or_404(rows, segment__event__roster=roster, uuid=uuid)
    raise Http404


@meeting_view("edit_programme")
@require_POST
def programme_order(request, roster, kind, uuid):
    parent = parent_or_404(roster, kind, uuid)
    order, shown, moved = wanted_order(request.POST)
    reason, now = ReasonForm(request.POST), timezone.now()
    if not reason.is_valid():
        return refused(request, roster, reason, moved)
    common = {"shown": shown, "by": request.user, "at": now}
    newcomers = [one for one in order if one not in shown] if kind == "items" else []
    newcomer = sent_row(items_of(roster), newcomers[0]) if newcomers else None
    if newcomers and newcomer is None:
        return not_understood(request, roster)
    try:
        if newcomer:
            move_item(newcomer, parent, order=order, **common)
        else:
            reorder(parent, order, why=reason.cleaned_data["why"], **common)
    except OutOfOrder as error:
        url = reverse("events:programme_order", args=(roster.slug, kind, uuid))
        about = {"model": ROWS[kind], "parent": parent, "shown": shown, "why": reason.cleaned_data["why"]}
        return answer(request, roster, conflict={"moved": error, "url": url} | about)
    except Gone:
        return say_gone(request, roster)
    say_saved(request, at=now, zone=roster.zone, what=_("The order was changed, and the times with it."))
    return answer(request, roster) if request.htmx else back(roster, moved)


@meeting_view("edit_programme")
@require_POST
def programme_move(request, roster, uuid):
    item = get_object_or_404(items_of(roster), uuid=uuid)
    segment = sent_row(segments_of(roster), request.POST.get("segment", ""))
    if segment is None:
        return not_understood(request, roster)
    now, version = timezone.now(), number_of(request.POST, "version")
    try:
        move_item(item, segment, version=version, by=request.user, at=now)
    except Stale as stale:
        name = text_in(item.title, get_language() or "en")
        say_row_changed(request, roster, stale, name=name, version=version)
        return answer(request, roster) if request.htmx else back(roster, uuid)
    except Gone:
        return say_gone(request, roster)
    say_saved(request, at=now, zone=roster.zone, what=_("The item was moved to the other part."))
    return answer(request, roster) if request.htmx else back(roster, uuid)
