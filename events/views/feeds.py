"""Calendars to follow: of what was issued, public or behind a secret address. No account, no cookie, no redirect."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from events.documents.base import ICS
from events.issued import current_revision
from events.operations.all_meetings import all_meetings, bytes_of
from events.operations.calendars import issued_calendar, issued_own_calendar, language_of
from events.operations.feeds import feed_of, note_use
from events.views.calendar_choice import Choice, choice_of
from events.views.downloads import stamp
from meetingplanner.languages import DOCUMENT_LANGUAGES
from participants.domain.zones import local
from participants.models import Roster

PUBLIC, SECRET = "public, max-age=900, must-revalidate", "private, no-cache"


@login_not_required
@require_safe
def public_feed(request, slug, name):
    """The programme's calendar, where the meeting lets everybody read it."""
    roster = Roster.objects.select_related("event").filter(slug=slug).first()
    is_public = roster is not None and name == slug and roster.event.is_programme_public
    revision = current_revision(roster) if is_public else None
    if revision is None:
        return nothing()
    choice = choice_of(request.GET, languages=DOCUMENT_LANGUAGES, usual=Choice())
    row = issued_calendar(revision, detail=choice.detail, language=choice.language, is_utc=choice.is_utc)
    return served(request, row, revision, name=f"programme-{slug}.ics", caching=PUBLIC)


@login_not_required
@require_safe
def all_meetings_feed(request):
    """The calendar of all meetings whose programme everybody may read."""
    language = choice_of(request.GET, languages=DOCUMENT_LANGUAGES, usual=Choice()).language
    told = all_meetings(language)
    if told is None:
        return nothing()
    return answer(
        request, lambda: bytes_of(told), digest=told.digest, language=language, name="meetings.ics", caching=PUBLIC
    )


@login_not_required
@require_safe
def secret_programme(request, token, name):
    return secret_feed(request, token, f"programme-{name}.ics", is_own=False)


@login_not_required
@require_safe
def own_feed(request, token):
    return secret_feed(request, token, "my-slots.ics", is_own=True)


def secret_feed(request, token, name, *, is_own):
    """A calendar behind a secret address: unknown and revoked ones are not found alike."""
    try:
        feed = feed_of(token)
    except LookupError:
        return hidden(nothing())
    revision = current_revision(feed.roster)
    if revision is None or is_own != (feed.delegate is not None):
        return hidden(nothing())
    note_use(feed, local(timezone.now(), feed.roster.zone).date())
    usual = Choice(detail=feed.detail, language=feed.language)
    choice = choice_of(request.GET, languages=DOCUMENT_LANGUAGES, usual=usual)
    if is_own:
        delegate = str(feed.delegate.uuid)
        row = issued_own_calendar(revision, delegate, language=feed.language, is_utc=choice.is_utc)
    else:
        row = issued_calendar(revision, detail=choice.detail, language=choice.language, is_utc=choice.is_utc)
    return hidden(served(request, row, revision, name=name, caching=SECRET))


def served(request, row, revision, *, name, caching):
    """The bytes as they are kept."""
    return answer(
        request, lambda: bytes(row.content), digest=row.digest, changed_at=revision.issued_at,
        language=language_of(row), name=name, caching=caching,
    )  # fmt: skip


def answer(request, content, *, digest, language, name, caching, changed_at=None):
    """The bytes, or that they are known already: then they are not even read.

    Without `changed_at` by the tag alone: of what is joined, a part may go and nothing be newer.
    """
    etag, changed_at = f'"{digest}"', changed_at and stamp(changed_at)
    response = get_conditional_response(request, etag=etag, last_modified=changed_at)
    if response is None:
        response = HttpResponse(content(), content_type=ICS)
        response["Content-Disposition"] = f'inline; filename="{name}"'
        response["Content-Language"] = language
    response["ETag"], response["Cache-Control"] = etag, caching
    if changed_at:
        response["Last-Modified"] = http_date(changed_at)
    return alike(response)


def nothing():
    """No such calendar: in plain words, for a program that does not show them."""
    response = HttpResponse("No calendar here.\n", content_type="text/plain; charset=utf-8", status=404)
    response["Cache-Control"], response["Content-Language"] = "no-store", "en"
    return alike(response)


def hidden(response):
    response["Referrer-Policy"], response["X-Robots-Tag"] = "no-referrer", "noindex"
    return response


def alike(response):
    """Say that neither the reader's language nor a cookie has a say in the answer."""
    response.is_alike_for_all = True
    return response
