"""Behind the code of a print: whether it is still current. Of the meeting its title, zone and whom to ask."""

from django.shortcuts import render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from events.documents import DOCUMENTS
from events.documents.edition_words import STANDINGS, revision_name
from events.issued import current_revision, revision_facts
from events.models import IssuedPrint, Revision
from events.views.public import dead_link, public_view
from meetingplanner.languages import LANGUAGES
from participants.domain.texts import text_in


@public_view("print")
@require_safe
def print_state(request, token):
    prints = IssuedPrint.objects.select_related("revision__roster__event")
    row = prints.filter(token=token).first()
    if row is None:
        return dead_link(request)
    own, roster = row.revision, row.revision.roster
    current = current_revision(roster)
    document, told = DOCUMENTS.get(row.document), revision_facts(current) if current else None
    context = {
        "title": text_in(told.title if told else roster.event.title, get_language() or "en"),
        "document": document.title_for(roster.event.kind) if document else "",
        "language": LANGUAGES.get(row.wanted.get("language", "")),
        "own": own,
        "name": revision_name(own.number),
        "standing": gettext(STANDINGS[own.standing]),
        "current": current,
        "current_name": revision_name(current.number) if current else "",
        "current_standing": gettext(STANDINGS[current.standing]) if current else "",
        "is_current": current == own,
        "changes": count_since(own) if current and current != own else 0,
        "contact": roster.event.contact_email,
        "is_public": roster.event.is_programme_public and current is not None,
        "slug": roster.slug,
        "zone": roster.zone,
    }
    return render(request, "events/print_state.html", context)


def count_since(own):
    """How many changes of substance the revisions after `own` brought, those that one took back included."""
    later = Revision.objects.filter(roster=own.roster_id, number__gt=own.number).defer(None).only("changes")
    return sum(sum(1 for change in one.changes if change["is_substance"]) for one in later)
