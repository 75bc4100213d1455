"""What was written to whom and what became of it; each message as it went out; sending one again."""

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST, require_safe

from events.documents.base import ICS
from events.models import Mail
from events.models.mail import MAIL_STATES
from events.operations.mail import send_again
from participants.domain.texts import text_in
from participants.notices import NOTICES
from participants.queries import entity_names
from participants.views.access import meeting_view
from participants.views.saving import say_saved

PAGE_SIZE = 100
LONGEST_QUERY = 100
HTML_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@meeting_view("edit_delegations")
@require_safe
def mail(request, roster):
    state, query = request.GET.get("state", ""), request.GET.get("q", "").strip()[:LONGEST_QUERY]
    rows = Mail.objects.filter(roster=roster).select_related("delegation").defer("text", "html", "calendar")
    counts = dict(Mail.objects.filter(roster=roster).order_by().values_list("state").annotate(Count("pk")))
    if state in MAIL_STATES:
        rows = rows.filter(state=state)
    if query:
        rows = rows.filter(Q(to__icontains=query) | Q(subject__icontains=query))
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    names = entity_names(roster, entities={one.delegation.entity_id for one in page})
    context = {
        "tab": "mail",
        "zone": roster.zone,
        "page": page,
        "rows": [row_of(one, names) for one in page],
        "query": query,
        "state": state,
        "states": [(code, label, counts.get(code, 0)) for code, label in MAIL_STATES.items()],
        "count": sum(counts.values()),
    }
    return render(request, "events/mail.html", context)


def row_of(one, names):
    return {
        "one": one,
        "name": text_in(names[one.delegation.entity_id], get_language() or "en"),
        "kind": gettext(NOTICES[one.kind]),
        "words": words_of(one),
    }


def words_of(one):
    """What was said of a message: our own sentences in the reader's language, a server's as it said them."""
    return gettext(one.words) if one.words else ""


def found(roster, uuid):
    return get_object_or_404(
        Mail.objects.select_related("delegation", "again", "roster__event"), roster=roster, uuid=uuid
    )


@meeting_view("edit_delegations")
@require_safe
def mail_message(request, roster, uuid):
    one = found(roster, uuid)
    names = entity_names(roster, entities={one.delegation.entity_id})
    context = {"tab": "mail", "zone": roster.zone, "row": row_of(one, names), "one": one}
    return render(request, "events/mail_message.html", context)


@xframe_options_sameorigin
@meeting_view("edit_delegations")
@require_safe
def mail_html(request, roster, uuid):
    return HttpResponse(found(roster, uuid).html, headers={"Content-Security-Policy": HTML_POLICY})


@meeting_view("edit_delegations")
@require_safe
def mail_calendar(request, roster, uuid):
    one = found(roster, uuid)
    if not one.calendar:
        raise Http404
    headers = {"Content-Disposition": 'attachment; filename="invite.ics"'}
    return HttpResponse(one.calendar, content_type=ICS, headers=headers)


@require_POST
@meeting_view("edit_delegations")
def mail_again(request, roster, uuid):
    one, now = found(roster, uuid), timezone.now()
    if not one.to:
        raise Http404
    again = send_again(one, at=now)
    say_saved(request, at=now, zone=roster.zone, what=_("The message is queued once more."))
    return redirect("events:mail_message", roster.slug, again.uuid)
