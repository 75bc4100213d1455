"""The calendar of what was issued: what the entries say, the addresses to follow it, and the file to take away."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from events.documents.base import ICS
from events.documents.edition_words import revision_name
from events.documents.ical import DETAILS
from events.documents.ical import render as calendar_bytes
from events.documents.words import entity_name, full_address
from events.domain.wallclock import local
from events.forms.feeds import DETAIL_LABELS, FeedForm
from events.issued import current_revision, revision_facts
from events.links import public_feed, secret_feed
from events.models import Feed, Revision
from events.operations.calendars import calendar_of
from events.operations.feeds import make_feed, revoke_feed
from events.queries import meeting_facts
from events.views.documents import offered
from events.views.downloads import download, etag_of_body, unchanged
from events.views.qr import code_svg
from meetingplanner.languages import DOCUMENT_LANGUAGES
from participants.models import Delegate
from participants.views.access import meeting_view


def told_state(roster):
    """The current revision, the facts of the calendar and what it keeps as cancelled; the draft before any issue."""
    revision = current_revision(roster)
    if revision is None:
        return None, meeting_facts(roster), []
    whole = Revision.objects.defer(None).only("cancelled").get(pk=revision.pk)
    return revision, revision_facts(revision), whole.cancelled


@meeting_view("view_meeting")
@require_safe
def calendar(request, roster):
    return calendar_page(request, roster)


def calendar_page(request, roster, *, form=None, made=None, status=200):
    revision, facts, cancelled = told_state(roster)
    detail, language, is_utc = chosen(request.GET)
    told = calendar_of(facts, cancelled, detail=detail, language=language, is_utc=is_utc)
    values = told.values
    address = reverse("events:calendar_file", args=(roster.slug, detail, language))
    is_public = revision is not None and roster.event.is_programme_public
    feed = public_feed(roster.slug, detail=detail, language=language, is_utc=is_utc) if is_public else ""
    context = {
        "tab": "calendar",
        "facts": facts,
        "revision": revision,
        "name": revision_name(revision.number) if revision else "",
        "entries": [
            {"entry": one, "start": local(one.start, values.zone), "end": local(one.end, values.zone)}
            for one in values.entries
        ],
        "zone": values.zone,
        "is_utc": is_utc,
        "is_reduced": told.is_reduced,
        "points": facts.blocked("time"),
        "detail": detail,
        "details": DETAIL_LABELS,
        "language": language,
        "languages": offered(facts),
        "url": f"{address}?zone=utc" if is_utc else address,
        **follow(feed),
        "form": form or (feed_form(roster, facts) if "issue" in request.allowed and revision else None),
        "feeds": feeds_of(roster) if "issue" in request.allowed else (),
        "made": made,
        "site_zone": roster.zone,
    }
    return render(request, "events/calendar.html", context, status=status)


def follow(feed):
    """The ways to follow an address: as it is, for programs that know the scheme, and as a code."""
    if not feed:
        return {"feed": "", "webcal": "", "code": ""}
    return {"feed": feed, "webcal": f"webcal://{feed.partition('://')[2]}", "code": code_svg(feed)}


def chosen(query):
    detail, language = query.get("detail"), query.get("language")
    return (
        detail if detail in DETAILS else DETAILS[0],
        language if language in DOCUMENT_LANGUAGES else get_language() or "en",
        query.get("zone") == "utc",
    )


def feed_form(roster, facts, data=None):
    initial = {"language": get_language() or "en", "detail": "meeting"}
    languages = [one.code for one in offered(facts)]
    return FeedForm(data, people=people_of(facts), languages=languages, initial=initial)


def people_of(facts):
    """Who presides or speaks, by name with the delegation."""
    language = get_language() or "en"
    speakers = {one.delegate for part in facts.segments for item in part.items for one in item.speeches}
    uuids = {*speakers, *(one for part in facts.segments for one in part.chairs)}
    people = [facts.delegates[one] for one in uuids if one in facts.delegates and not facts.delegates[one].is_withdrawn]
    named = [(one.uuid, full_address(one, language), entity_of(facts, one, language)) for one in people]
    return sorted(((uuid, f"{name} – {entity}") for uuid, name, entity in named if name), key=lambda one: one[1])


def entity_of(facts, delegate, language):
    return entity_name(facts.entities[facts.delegations[delegate.delegation].entity], language)


def feeds_of(roster):
    return Feed.objects.filter(roster=roster).select_related("delegate").order_by("revoked_at", "-made_at", "-pk")


@meeting_view("issue")
@require_POST
def feed_make(request, roster):
    _revision, facts, _cancelled = told_state(roster)
    form = feed_form(roster, facts, request.POST)
    if not form.is_valid():
        return calendar_page(request, roster, form=form, status=422)
    data = form.cleaned_data
    delegate = None
    if data["delegate"]:
        delegate = get_object_or_404(Delegate, delegation__roster=roster, uuid=data["delegate"])
    try:
        feed, token = make_feed(
            roster.event, by=request.user, at=timezone.now(), delegate=delegate, purpose=data["purpose"],
            detail=data["detail"] or "meeting", language=data["language"],
        )  # fmt: skip
    except ValidationError as error:
        form.add_error(None, error)
        return calendar_page(request, roster, form=form, status=422)
    address = secret_feed(roster.slug, token, is_own=delegate is not None)
    return calendar_page(request, roster, made={"row": feed, **follow(address)})


@meeting_view("issue")
@require_POST
def feed_revoke(request, roster, uuid):
    revoke_feed(get_object_or_404(Feed, roster=roster, uuid=uuid), by=request.user, at=timezone.now())
    messages.success(request, _("The address leads nowhere any more. Programs that follow it keep what they have."))
    return redirect("events:calendar", roster.slug)


@meeting_view("view_meeting")
@require_safe
def calendar_file(request, roster, detail, language):
    """A file to keep, of what was issued; it will not update."""
    if detail not in DETAILS or language not in DOCUMENT_LANGUAGES:
        raise Http404
    _revision, facts, cancelled = told_state(roster)
    told = calendar_of(facts, cancelled, detail=detail, language=language, is_utc=request.GET.get("zone") == "utc")
    content = calendar_bytes(told.values)
    etag = etag_of_body(content)
    answer = unchanged(request, etag, changed_at=told.values.changed_at)
    if answer is not None:
        return answer
    name = f"{roster.slug}-calendar-{detail}-{language}.ics"
    return download(content, name=name, content_type=ICS, etag=etag, changed_at=told.values.changed_at)
