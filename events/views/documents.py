"""Everything that can be printed or downloaded, and whether it is fit to be."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language, gettext, ngettext, override
from django.views.decorators.http import require_safe

from events.documents import DOCUMENTS
from events.documents.base import EXTENSIONS, ICS, PAPERS, PDF, NothingToPrint, Options, printed, spoiling
from events.documents.pdf.coverage import missing_characters
from events.documents.plates import PlatesPrint
from events.domain.items import BLOCKS
from events.domain.office import OfficeLook
from events.queries import meeting_facts, office_look
from events.views.downloads import download, etag_of_facts, unchanged
from meetingplanner.languages import DOCUMENT_LANGUAGES, LANGUAGES
from participants.domain.texts import text_in
from participants.views.access import meeting_view

NO_LOOK = OfficeLook()
PAPER_NAMES = {"a4": "A4", "letter": "Letter", "a3": "A3", "a6": "A6"}


def options_for(facts, *, language, paper, moment="", office=NO_LOOK, second_language=""):
    return Options(
        language=language,
        as_of=facts.roster.changed_at,
        paper=paper,
        moment=moment,
        ical_domain=settings.ICAL_DOMAIN,
        public_url=settings.PUBLIC_URL,
        office=office,
        second_language=second_language,
    )


@meeting_view("view_meeting")
@require_safe
def documents(request, roster):
    facts = meeting_facts(roster)
    reader = get_language() or "en"
    language = chosen(request.GET.get("language"), DOCUMENT_LANGUAGES, default=reader)
    paper = chosen(request.GET.get("paper"), PAPERS, default="")
    office = office_look()
    allowed = [one for one in DOCUMENTS.values() if one.needs in request.allowed]
    context = {
        "tab": "documents",
        "facts": facts,
        "points": facts.blocking({subject for one in allowed for subject in one.blocked_by}),
        "rows": [row for one in allowed for row in rows_of(facts, one, language=language, paper=paper, office=office)],
        "language": language,
        "languages": offered(facts),
        "paper": paper,
        "papers": PAPER_NAMES.items(),
    }
    return render(request, "events/documents.html", context)


@meeting_view("view_meeting")
@require_safe
def document(request, roster, document, language):
    row = DOCUMENTS.get(document)
    if row is None or language not in DOCUMENT_LANGUAGES:
        raise Http404
    if row.needs not in request.allowed:
        raise PermissionDenied
    facts = meeting_facts(roster)
    moment = request.GET.get("moment", "")
    if row.has_moments:
        moment = chosen_moment(facts, moment)
    paper = chosen(request.GET.get("paper"), row.papers, default=next(iter(row.papers), PAPERS[0]))
    office = office_look()
    second = chosen(request.GET.get("second"), DOCUMENT_LANGUAGES, default="") if row.is_bilingual else ""
    etag = etag_of_facts(facts, document, language, paper, moment, second, repr(office))
    answer = unchanged(request, etag)
    if answer is not None:
        return answer
    try:
        options = options_for(
            facts, language=language, paper=paper, office=office, moment=moment, second_language=second
        )
        made = printed(row, facts, options)
    except NothingToPrint:
        messages.info(request, gettext("%(title)s: there is nothing to print yet.") % {"title": gettext(row.title)})
        return redirect("events:documents", slug=roster.slug)
    return download(made.content, name=made.name, content_type=made.content_type, etag=etag)


def offered(facts):
    """The languages to choose from: those of the meeting first."""
    codes = dict.fromkeys((*facts.roster.document_languages, *DOCUMENT_LANGUAGES))
    return [LANGUAGES[code] for code in codes]


def chosen(value, known, *, default):
    return value if value in known else default


def chosen_moment(facts, moment):
    uuids = [one.uuid for one in facts.segments]
    if not uuids or (moment and moment not in uuids):
        raise Http404
    return moment or uuids[0]


def rows_of(facts, row, *, language, paper, office=NO_LOOK):
    for segment in facts.segments if row.has_moments else [None]:
        moment = segment.uuid if segment else ""
        own = chosen(paper, row.papers, default=next(iter(row.papers), PAPERS[0]))
        with override(language):
            values = row.collect(facts, options_for(facts, language=language, paper=own, office=office, moment=moment))
        address = reverse("events:document", args=(facts.roster.slug, row.slug, language))
        query = {"paper": own} if row.papers and row.content_type == PDF else {}
        query |= {"moment": moment} if moment else {}
        yield {
            "slug": row.slug,
            "title": gettext(row.title),
            "moment": text_in(segment.title, get_language() or "en") if segment else "",
            "note": note_of(values),
            "format": EXTENSIONS[row.content_type].upper(),
            "paper": PAPER_NAMES[own] if query.get("paper") else "",
            "is_calendar": row.content_type == ICS,
            "subjects": subjects(facts, row.blocked_by),
            "spoiled": len(spoiling(row, facts)) if row.blocked_by and row.content_type == PDF else 0,
            "beside": [LANGUAGES[code] for code in DOCUMENT_LANGUAGES if row.is_bilingual and code != language],
            "missing": missing_characters(values) if row.content_type == PDF else "",
            "is_empty": isinstance(values, PlatesPrint) and not values.plates,
            "url": f"{address}?{urlencode(query)}" if query else address,
        }


def note_of(values):
    if not isinstance(values, PlatesPrint):
        return ""
    count = len(values.plates)
    return ngettext("%(count)d plate", "%(count)d plates", count) % {"count": count} + (
        f", {gettext(values.order)}" if values.order and count else ""
    )


def subjects(facts, blocked_by):
    """The subjects that open points block among those of a document, each with the number of points."""
    found = ((subject, len(facts.blocked(subject))) for subject in blocked_by)
    return [(gettext(BLOCKS[subject]), count) for subject, count in found if count]
