"""Everything that can be printed or downloaded, whether it is fit to be, and each of it to look at or to take away."""

from dataclasses import replace

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from events.documents import DOCUMENTS
from events.documents.base import PAPERS, PDF, bilingual
from events.documents.progress import Stopped, reported_to
from events.documents.wanted import Wanted, key_of, own_paper, state_of
from events.forms.prints import ZipForm
from events.issued import last_issue
from events.models import Job
from events.models.prints import CANCELLED, FAILED, ISSUE, LIST, PRINTS, ZIP
from events.operations.prints import found_or_drawn, options_of, stored_prints
from events.queries import meeting_facts, office_look
from events.views.document_rows import (
    PAPER_NAMES,
    address,
    groups_of,
    moment_title,
    query_of,
    rows_of,
    with_prints,
)
from events.views.downloads import download, unchanged
from meetingplanner.languages import DOCUMENT_LANGUAGES, LANGUAGES
from participants.operations.privacy import note_access
from participants.views.access import meeting_view

# More sheets than these are not drawn while a page waits.
MOST_AT_ONCE = 100


@meeting_view("view_meeting")
@require_safe
def documents(request, roster):
    return documents_page(request, roster)


def documents_page(request, roster, *, zip_form=None, status=200):
    facts, office = meeting_facts(roster), office_look()
    language, paper = chosen_language(request.GET), chosen(request.GET.get("paper"), PAPERS, default="")
    allowed = allowed_documents(request)
    state = state_of(facts)
    looked = {"language": language, "paper": paper, "office": office, "state": state, "issued": last_issue(roster)}
    rows = [row for one in allowed if language in one.languages for row in rows_of(facts, one, **looked)]
    rows = with_prints(rows, stored_prints(roster, [row["key"] for row in rows]))
    context = {
        "tab": "documents",
        "facts": facts,
        "points": facts.blocking({subject for one in allowed for subject in one.blocked_by}),
        "rows": rows,
        "groups": list(groups_of(rows)),
        "language": language,
        "languages": offered(facts),
        "paper": paper,
        "papers": PAPER_NAMES.items(),
        "zip_form": zip_form or ZipForm(languages=offered(facts), initial={"languages": [language], "paper": paper}),
        **jobs_shown(request, roster, is_lacking=any(row["made"] is None for row in rows)),
    }
    return render(request, "events/documents.html", context, status=status)


def jobs_shown(request, roster, *, is_lacking):
    """The reader's newest ZIP file, and the prints under way; what ended badly is not begun anew by looking."""
    own = Job.objects.filter(roster=roster, kind=ZIP, by=request.user).exclude(state=CANCELLED).first()
    prints = Job.objects.filter(roster=roster, kind=PRINTS).first() if is_lacking else None
    has_failed = prints is not None and prints.state in (FAILED, CANCELLED)
    return {
        "zip_job": own if own and may_have(request, own) and not is_overtaken(own, roster) else None,
        "prints_job": prints if prints and (prints.is_open or has_failed) else None,
        "is_lacking": is_lacking and not (prints and prints.is_open),
        "is_automatic": is_lacking and not has_failed,
    }


def is_overtaken(job, roster):
    """Whether the meeting was changed since the job ended: its file is not the meeting as it stands."""
    return not job.is_open and job.heartbeat_at < roster.changed_at


def may_have(request, job):
    """Whether the reader may have all that the job makes."""
    if job.kind == LIST:
        return "edit_delegations" in request.allowed
    if job.kind == ISSUE:
        return True
    wished = [DOCUMENTS.get(one["document"]) for one in job.wanted]
    return all(row is None or row.needs in request.allowed for row in wished)


@meeting_view("view_meeting")
@require_safe
@xframe_options_sameorigin
def document(request, roster, document, language):
    facts, office, row, wanted = asked_for(request, roster, document, language)
    state = state_of(facts)
    issued = last_issue(roster) if row.compares else None
    etag = f'"{key_of(row, options_of(facts, wanted, office=office, issued=issued), state=state)}"'
    answer = unchanged(request, etag)
    if answer is not None:
        return answer
    made = drawn_at_once(roster, wanted, facts=facts, office=office, state=state)
    if made is None:
        return redirect(address("events:document_view", facts, wanted, query_of(row, wanted)))
    if not made.size:
        return nothing_to_print(request, roster, row)
    note_access(roster, what=document, by=request.user, at=timezone.now(), language=language)
    return download(
        bytes(made.content), name=made.name, content_type=made.content_type, etag=etag, is_kept="save" in request.GET
    )


@meeting_view("view_meeting")
@require_safe
def document_view(request, roster, document, language):
    facts, office, row, wanted = asked_for(request, roster, document, language)
    if row.content_type != PDF:
        raise Http404
    made = drawn_at_once(roster, wanted, facts=facts, office=office, state=state_of(facts))
    if made is not None and not made.size:
        return nothing_to_print(request, roster, row)
    query = query_of(row, wanted)
    job = Job.objects.filter(roster=roster, kind=PRINTS).first() if made is None else None
    context = {
        "tab": "documents",
        "title": row.title_for(facts.kind),
        "moment": moment_title(facts, wanted.moment),
        "made": made,
        "wanted": wanted,
        "url": address("events:document", facts, wanted, query),
        "view_url": address("events:document_view", facts, wanted, query),
        "save_url": address("events:document", facts, wanted, query | {"save": "1"}),
        "paper": PAPER_NAMES[wanted.paper] if query.get("paper") else "",
        "job": job if job and job.is_open else None,
        "is_automatic": job is None or job.state not in (FAILED, CANCELLED),
    }
    return render(request, "events/document_view.html", context)


def asked_for(request, roster, slug, language):
    """Facts, the office's look, the document and the print of it that the address asks for; or why it is not had."""
    row = DOCUMENTS.get(slug)
    if row is None or language not in row.languages:
        raise Http404
    if row.needs not in request.allowed:
        raise PermissionDenied
    facts, office = meeting_facts(roster), office_look()
    return facts, office, row, wanted_from(request.GET, facts, row, language)


def wanted_from(data, facts, row, language):
    moment = chosen_moment(facts, data.get("moment", "")) if row.has_moments else ""
    second = chosen(data.get("second"), DOCUMENT_LANGUAGES, default="")
    wanted = Wanted(document=row.slug, language=language, paper=own_paper(row, data.get("paper", "")), moment=moment)
    return replace(wanted, second=bilingual(row, options_of(facts, replace(wanted, second=second))))


def drawn_at_once(roster, wanted, **state):
    """The print, found or drawn; None for one so long that nobody should wait for it here."""

    def only_if_short(done, total):
        if total > MOST_AT_ONCE:
            raise Stopped

    try:
        with reported_to(only_if_short):
            return found_or_drawn(roster, wanted, at=timezone.now(), **state)
    except Stopped:
        return None


def nothing_to_print(request, roster, row):
    title = row.title_for(roster.event.kind)
    messages.info(request, gettext("%(title)s: there is nothing to print yet.") % {"title": title})
    return redirect("events:documents", slug=roster.slug)


def allowed_documents(request):
    return [one for one in DOCUMENTS.values() if one.needs in request.allowed]


def offered(facts):
    """The languages to choose from: those of the meeting first."""
    codes = dict.fromkeys((*facts.roster.document_languages, *DOCUMENT_LANGUAGES))
    return [LANGUAGES[code] for code in codes]


def chosen(value, known, *, default):
    return value if value in known else default


def chosen_language(data):
    return chosen(data.get("language"), DOCUMENT_LANGUAGES, default=get_language() or "en")


def chosen_moment(facts, moment):
    uuids = [one.uuid for one in facts.segments]
    if not uuids or (moment and moment not in uuids):
        raise Http404
    return moment or uuids[0]
