"""The calendar of what was issued: what the entries say, the addresses to follow it, and the file to take away."""

import uuid as uuids

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from events.documents.base import ICS
from events.documents.edition_words import revision_name
from events.documents.ical import render as calendar_bytes
from events.documents.words import entity_name, entity_of, full_address
from events.domain.items import DETAILS
from events.domain.wallclock import local
from events.forms.feeds import DETAIL_LABELS, FeedForm
from events.issued import current_revision, revision_facts
from events.links import public_feed
from events.models import Feed, Revision
from events.operations.calendars import calendar_of, feed_languages, issued_calendar, item_calendar, told_detail
from events.queries import meeting_facts
from events.views.calendar_choice import Choice, choice_of
from events.views.downloads import download, etag_of_body, unchanged
from events.views.qr import code_svg
from meetingplanner.languages import DOCUMENT_LANGUAGES, LANGUAGES
from participants.views.access import meeting_view


def told_state(roster):
    """The current revision, the facts of the calendar and what it keeps as cancelled; the draft before any issue."""
    revision = current_revision(roster)
    if revision is None:
        return None, meeting_facts(roster), []
    whole = Revision.objects.defer(None).only("cancelled").get(pk=revision.pk)
    return revision, revision_facts(revision), whole.cancelled


def chosen(request, languages):
    reader = get_language() or "en"
    return choice_of(request.GET, languages=languages, usual=Choice(language=reader))


@meeting_view("view_meeting")
@require_safe
def calendar(request, roster):
    return calendar_page(request, roster)


def calendar_page(request, roster, *, form=None, made=None, status=200):
    revision, facts, cancelled = told_state(roster)
    choice = chosen(request, feed_languages(facts))
    told = told_calendar(revision, facts, cancelled, choice)
    zone = told.values.zone
    address = reverse("events:calendar_file", args=(roster.slug, choice.detail, choice.language))
    may_issue = "issue" in request.allowed
    context = {
        "tab": "calendar",
        "facts": facts,
        "revision": revision,
        "name": revision_name(revision.number) if revision else "",
        "entries": [
            {"entry": one, "start": local(one.start, zone), "end": local(one.end, zone)} for one in told.values.entries
        ],
        "zone": zone,
        "choice": choice,
        "told": told.detail,
        "points": facts.blocked("time"),
        "details": DETAIL_LABELS,
        "languages": [LANGUAGES[code] for code in feed_languages(facts)],
        "url": f"{address}{choice.query}",
        **follow(public_address(roster, revision, choice)),
        "form": form or (feed_form(facts) if may_issue and revision else None),
        "feeds": [{"row": one, "token": uuids.uuid4()} for one in feeds_of(roster)] if may_issue else (),
        "made": made,
        "site_zone": roster.zone,
    }
    return render(request, "events/calendar.html", context, status=status)


def told_calendar(revision, facts, cancelled, choice):
    """What the feed of the issue says; before any issue, what it would say."""
    detail = choice.detail
    if revision is not None:
        try:
            detail = told_detail(issued_calendar(revision, detail=detail, language=choice.language))
        except LookupError:
            detail = choice.detail
    return calendar_of(facts, cancelled, detail=detail, language=choice.language, is_utc=choice.is_utc)


def public_address(roster, revision, choice):
    if revision is None or not roster.event.is_programme_public:
        return ""
    return public_feed(roster.slug, detail=choice.detail, language=choice.language, is_utc=choice.is_utc)


def follow(feed):
    """The ways to follow an address: as it is, for programs that know the scheme, and as a code."""
    if not feed:
        return {"feed": "", "webcal": "", "code": ""}
    return {"feed": feed, "webcal": f"webcal://{feed.partition('://')[2]}", "code": code_svg(feed)}


def feed_form(facts, data=None):
    initial = {"language": get_language() or "en", "detail": DETAILS[0]}
    return FeedForm(data, people=people_of(facts), languages=feed_languages(facts), initial=initial)


def people_of(facts):
    """Who presides or speaks, by name with the delegation."""
    language = get_language() or "en"
    speakers = {one.delegate for part in facts.segments for item in part.items for one in item.speeches}
    uuids = {*speakers, *(one for part in facts.segments for one in part.chairs)}
    people = [facts.delegates[one] for one in uuids if one in facts.delegates and not facts.delegates[one].is_withdrawn]
    named = [(one, full_address(one, language)) for one in people]
    labels = [
        (one.uuid, f"{name} – {entity_name(entity_of(facts, one.delegation), language)}") for one, name in named if name
    ]
    return sorted(labels, key=lambda label: label[1])


def feeds_of(roster):
    return Feed.objects.filter(roster=roster).select_related("delegate").order_by("revoked_at", "-made_at", "-pk")


@meeting_view("view_meeting")
@require_safe
def calendar_file(request, roster, detail, language):
    """A file to keep, of what was issued; it will not update."""
    if detail not in DETAILS or language not in DOCUMENT_LANGUAGES:
        raise Http404
    _revision, facts, cancelled = told_state(roster)
    is_utc = chosen(request, DOCUMENT_LANGUAGES).is_utc
    told = calendar_of(facts, cancelled, detail=detail, language=language, is_utc=is_utc)
    return to_keep(request, told.values, name=f"{roster.slug}-calendar-{detail}-{language}.ics")


@meeting_view("view_meeting")
@require_safe
def item_file(request, roster, uuid):
    """One item of what was issued, to keep: it will not update."""
    _revision, facts, cancelled = told_state(roster)
    choice = chosen(request, DOCUMENT_LANGUAGES)
    values = item_calendar(facts, cancelled, str(uuid), language=choice.language)
    if values is None:
        raise Http404
    return to_keep(request, values, name=f"{roster.slug}-{uuid}.ics")


def to_keep(request, values, *, name):
    content = calendar_bytes(values)
    etag = etag_of_body(content)
    answer = unchanged(request, etag, changed_at=values.changed_at)
    return answer or download(content, name=name, content_type=ICS, etag=etag, changed_at=values.changed_at)
