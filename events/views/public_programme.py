"""The programme of the current revision, for everybody, where the meeting allows it: no account, no cookie."""

import hashlib
import json
from zoneinfo import ZoneInfo

from django.contrib.auth.decorators import login_not_required
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, override
from django.views.decorators.http import require_safe

from events.documents.base import PDF, Options
from events.documents.edition_words import STANDINGS, revision_name
from events.documents.programme import collect
from events.documents.wanted import edition
from events.documents.words import entity_name, place, shown
from events.domain.edition import Edition
from events.domain.wallclock import nearest_instant
from events.issued import current_revision, revision_facts
from events.links import public_feed, public_programme
from events.models import IssuedPrint
from events.views.downloads import download, unchanged
from meetingplanner.languages import INTERFACE_LANGUAGES, LANGUAGES
from participants.domain.texts import text_in
from participants.models import Roster

# What would end a script element or begin a comment in it.
_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def open_revision(slug):
    """The meeting and its current revision; not found where nothing is issued or nobody may read it."""
    roster = get_object_or_404(Roster.objects.select_related("event"), slug=slug)
    revision = current_revision(roster)
    if revision is None or not roster.event.is_programme_public:
        raise Http404
    return roster, revision


@login_not_required
@require_safe
def programme(request, slug):
    roster, revision = open_revision(slug)
    asked = request.GET.get("lang")
    language = asked if asked in INTERFACE_LANGUAGES else get_language() or INTERFACE_LANGUAGES[0]
    prints = printed_in(revision)
    state = " ".join((str(revision.uuid), language, *prints))
    etag = f'"{hashlib.blake2b(state.encode(), key=edition(), digest_size=16).hexdigest()}"'
    # By the tag alone: prints come after the issue, and the page with them.
    response = get_conditional_response(request, etag=etag)
    if response is None:
        with override(language):
            response = render(request, "events/public_programme.html", context_of(roster, revision, language, prints))
        response["Content-Language"] = language
    response["ETag"] = etag
    patch_cache_control(response, public=True, max_age=300)
    return response


def printed_in(revision):
    """The languages in which the programme of the revision is drawn, in the order of LANGUAGES."""
    return sorted({one.wanted["language"] for one in programme_prints(revision)}, key=list(LANGUAGES).index)


def programme_prints(revision):
    return IssuedPrint.objects.filter(revision=revision, document="programme", size__gt=0)


def context_of(roster, revision, language, prints):
    facts = revision_facts(revision)
    values = collect(facts, options_of(facts, revision, language))
    return {
        "language": language,
        "direction": LANGUAGES[language].direction,
        "languages": [LANGUAGES[code] for code in INTERFACE_LANGUAGES],
        "slug": roster.slug,
        "title": shown(facts.title, language),
        "organisers": [entity_name(facts.entities[code], language) for code in facts.organisers],
        "start": facts.start,
        "end": facts.end,
        "place": place(facts.room, language),
        "zone": facts.roster.zone,
        "values": values,
        "edition": revision_name(revision.number),
        "standing": STANDINGS[revision.standing],
        "issued_at": revision.issued_at,
        "prints": prints,
        "feed": public_feed(roster.slug, detail="sittings", language=language),
        "data": structured(facts, language),
    }


def options_of(facts, revision, language):
    number = Edition(number=revision.number, standing=revision.standing, issued_at=revision.issued_at)
    return Options(language=language, as_of=facts.roster.changed_at, edition=number)


def structured(facts, language):
    """The meeting as schema.org has it, as JSON that cannot leave its element."""
    zone = facts.roster.zone
    room = facts.room
    data = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": text_in(facts.title, language),
        "startDate": with_offset(facts.start, zone),
        "endDate": with_offset(facts.end, zone),
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "inLanguage": list(facts.languages),
        "url": public_programme(facts.roster.slug),
        "organizer": [
            {"@type": "Organization", "name": entity_name(facts.entities[code], language)} for code in facts.organisers
        ],
    }
    if room:
        parts = (text_in(texts, language) for texts in (room.building, room.city))
        address = ", ".join(part for part in parts if part)
        data["location"] = {"@type": "Place", "name": text_in(room.names, language), "address": address}
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(_ESCAPES))  # noqa: S308 - nothing ends the element


def with_offset(wall, zone):
    return nearest_instant(wall, zone).astimezone(ZoneInfo(zone)).isoformat()


@login_not_required
@require_safe
def programme_print(request, slug, language):
    """The programme as it was issued, in a language it was printed in."""
    _roster, revision = open_revision(slug)
    row = next((one for one in programme_prints(revision) if one.wanted["language"] == language), None)
    if row is None:
        raise Http404
    about = {"etag": row.etag, "changed_at": revision.issued_at}
    response = unchanged(request, **about)
    if response is None:
        response = download(bytes(row.content), name=row.name, content_type=PDF, **about)
    response["Cache-Control"] = "public, max-age=300"
    return response
