"""Calendars to follow: of what was issued, public or behind a secret address. No account, no cookie, no redirect."""

from dataclasses import replace

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from events.documents.base import ICS
from events.documents.ical import DETAILS, render
from events.issued import current_revision, revision_facts
from events.models import Revision
from events.operations.calendars import calendar_of, issued_calendar, issued_own_calendar
from events.operations.feeds import feed_of, note_use
from events.views.downloads import download, etag_of_body, stamp
from meetingplanner.languages import DOCUMENT_LANGUAGES
from participants.domain.zones import local
from participants.models import Roster
from participants.views.access import meeting_view

PUBLIC, SECRET = "public, max-age=900, must-revalidate", "private, no-cache"


@login_not_required
@require_safe
def public_feed(request, slug, name):
    """The programme's calendar, where the meeting lets everybody read it."""
    roster = get_object_or_404(Roster.objects.select_related("event"), slug=slug)
    revision = current_revision(roster)
    if name != slug or revision is None or not roster.event.is_programme_public:
        raise Http404
    query = request.GET
    detail = query.get("detail") if query.get("detail") in DETAILS else DETAILS[0]
    language = query.get("lang") if query.get("lang") in DOCUMENT_LANGUAGES else DOCUMENT_LANGUAGES[0]
    row = issued_calendar(revision, detail=detail, language=language, is_utc=query.get("tz") == "utc")
    return served(request, row, revision, name=f"programme-{slug}.ics", caching=PUBLIC)


@login_not_required
@require_safe
def secret_feed(request, token, name):
    """A calendar behind a secret address: unknown and revoked ones are not found alike."""
    try:
        feed = feed_of(token)
    except LookupError as error:
        raise Http404 from error
    revision = current_revision(feed.roster)
    if revision is None:
        raise Http404
    if feed.delegate is not None:
        row = issued_own_calendar(revision, str(feed.delegate.uuid), language=feed.language)
    else:
        row = issued_calendar(revision, detail=feed.detail, language=feed.language)
    note_use(feed, local(timezone.now(), feed.roster.zone).date())
    response = served(request, row, revision, name=f"{name}.ics", caching=SECRET)
    response["Referrer-Policy"], response["X-Robots-Tag"] = "no-referrer", "noindex"
    return response


def served(request, row, revision, *, name, caching):
    """The bytes as they are kept, or that they are known already: then they are not even read."""
    etag, changed_at = f'"{row.digest}"', stamp(revision.issued_at)
    response = get_conditional_response(request, etag=etag, last_modified=changed_at)
    if response is None:
        content = row.content if request.method == "GET" else b""
        response = HttpResponse(bytes(content), content_type=ICS)
        response["Content-Disposition"] = f'inline; filename="{name}"'
    response["ETag"], response["Last-Modified"], response["Cache-Control"] = etag, http_date(changed_at), caching
    return response


@meeting_view("view_meeting")
@require_safe
def item_file(request, roster, uuid):
    """One item of what was issued, to keep: it will not update."""
    revision = current_revision(roster)
    language = request.GET.get("lang") if request.GET.get("lang") in DOCUMENT_LANGUAGES else DOCUMENT_LANGUAGES[0]
    if revision is None:
        raise Http404
    whole = Revision.objects.defer(None).only("cancelled").get(pk=revision.pk)
    told = calendar_of(revision_facts(revision), whole.cancelled, detail="items", language=language)
    entries = tuple(one for one in told.values.entries if one.uuid == str(uuid))
    if not entries:
        raise Http404
    content = render(replace(told.values, changed_at=entries[0].changed_at, entries=entries))
    return download(content, name=f"{roster.slug}-{uuid}.ics", content_type=ICS, etag=etag_of_body(content))
