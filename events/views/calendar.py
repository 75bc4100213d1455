"""The agenda for people's own calendars: what the entries say, and the file to take away."""

from dataclasses import replace

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from events.documents.base import ICS
from events.documents.ical import DETAILS, calendar_values
from events.documents.ical import render as calendar_bytes
from events.domain.wallclock import local
from events.queries import meeting_facts
from events.views.documents import offered
from events.views.downloads import download, etag_of_body, unchanged
from meetingplanner.languages import DOCUMENT_LANGUAGES
from participants.views.access import meeting_view

DETAIL_LABELS = {
    "meeting": _("One entry for the meeting"),
    "segments": _("One entry for each part"),
    "items": _("One entry for each item"),
}


def values_of(facts, *, detail, language, is_utc):
    values = calendar_values(
        facts, language=language, detail=detail, domain=settings.ICAL_DOMAIN, public_url=settings.PUBLIC_URL
    )
    return replace(values, zone="UTC") if is_utc else values


@meeting_view("view_meeting")
@require_safe
def calendar(request, roster):
    facts = meeting_facts(roster)
    reader = get_language() or "en"
    detail = request.GET.get("detail")
    detail = detail if detail in DETAILS else DETAILS[0]
    language = request.GET.get("language")
    language = language if language in DOCUMENT_LANGUAGES else reader
    is_utc = request.GET.get("zone") == "utc"
    values = values_of(facts, detail=detail, language=language, is_utc=is_utc)
    address = reverse("events:calendar_file", args=(roster.slug, detail, language))
    context = {
        "tab": "calendar",
        "facts": facts,
        "entries": [
            {"entry": one, "start": local(one.start, values.zone), "end": local(one.end, values.zone)}
            for one in values.entries
        ],
        "zone": values.zone,
        "is_utc": is_utc,
        "points": facts.blocked("time"),
        "detail": detail,
        "details": DETAIL_LABELS.items(),
        "language": language,
        "languages": offered(facts),
        "url": f"{address}?zone=utc" if is_utc else address,
    }
    return render(request, "events/calendar.html", context)


@meeting_view("view_meeting")
@require_safe
def calendar_file(request, roster, detail, language):
    if detail not in DETAILS or language not in DOCUMENT_LANGUAGES:
        raise Http404
    facts = meeting_facts(roster)
    values = values_of(facts, detail=detail, language=language, is_utc=request.GET.get("zone") == "utc")
    content = calendar_bytes(values)
    etag = etag_of_body(content)
    answer = unchanged(request, etag, changed_at=values.changed_at)
    if answer is not None:
        return answer
    name = f"{roster.slug}-agenda-{detail}-{language}.ics"
    return download(content, name=name, content_type=ICS, etag=etag, changed_at=values.changed_at)
