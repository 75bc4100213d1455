"""Prints that are asked for and made elsewhere: how far they are, to cancel, to take away; and the pictures of them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect, trigger_client_event

from events.documents import DOCUMENTS
from events.documents.base import PAPERS
from events.documents.wanted import every_print, key_of, state_of
from events.forms.prints import ZipForm
from events.issued import last_issue
from events.models import Job, StoredPrint
from events.models.prints import DONE, FAILED, ISSUE, LIST, PRINTS, RUNNING, ZIP
from events.operations import jobs
from events.operations.prints import options_of, stored_prints
from events.queries import meeting_facts, office_look
from events.tasks import ask_for
from events.views.documents import (
    allowed_documents,
    chosen,
    chosen_language,
    documents_page,
    may_have,
    offered,
    wanted_from,
)
from events.views.downloads import download, etag_of_body, unchanged
from participants.models.language_names import language_label
from participants.operations.privacy import note_access
from participants.views.access import meeting_view

# So long a wish may wait before the page wonders whether anybody works.
SLOW_SECONDS = 20


@meeting_view("view_meeting")
@require_POST
def prints_make(request, roster):
    """Ask for what the page lacks, or for the one print that is named."""
    facts, office = meeting_facts(roster), office_look()
    language, paper = chosen_language(request.POST), chosen(request.POST.get("paper"), PAPERS, default="")
    row = DOCUMENTS.get(request.POST.get("document", ""))
    if row is not None and row.needs not in request.allowed:
        raise PermissionDenied
    if row is not None:
        wanted = [wanted_from(request.POST, facts, row, language)]
    else:
        wished = every_print(facts, allowed_documents(request), languages=[language], paper=paper)
        wanted = lacking(roster, facts, office, wished)
    if not wanted:
        return nothing_lacks(request, roster, language=language, paper=paper)
    job = ask_for(roster, wanted, kind=PRINTS, by=request.user, at=timezone.now())
    return answer(request, roster, job)


def lacking(roster, facts, office, wanted):
    state, look = state_of(facts), {"office": office, "issued": last_issue(roster)}
    keys = {one: key_of(DOCUMENTS[one.document], options_of(facts, one, **look), state=state) for one in wanted}
    there = stored_prints(roster, keys.values())
    return [one for one in wanted if keys[one] not in there]


@meeting_view("view_meeting")
@require_POST
def zip_make(request, roster):
    facts = meeting_facts(roster)
    form = ZipForm(request.POST, languages=offered(facts))
    if not form.is_valid() and request.htmx:
        return render(request, "events/_zip_refused.html", {"form": form}, status=422)
    if not form.is_valid():
        return documents_page(request, roster, zip_form=form, status=422)
    languages, paper = form.cleaned_data["languages"], form.cleaned_data["paper"]
    wanted = every_print(facts, allowed_documents(request), languages=languages, paper=paper)
    job = ask_for(roster, wanted, kind=ZIP, by=request.user, at=timezone.now())
    return answer(request, roster, job)


@meeting_view("view_meeting")
@require_safe
def job(request, roster, uuid):
    return answer(request, roster, job_of(request, roster, uuid))


@meeting_view("view_meeting")
@require_POST
def job_cancel(request, roster, uuid):
    row = job_of(request, roster, uuid)
    if row.kind == ISSUE and "issue" not in request.allowed:
        raise PermissionDenied
    if jobs.cancel(row, at=timezone.now()):
        row.refresh_from_db()
    elif not request.htmx:
        messages.info(request, _("It had ended already."))
    return answer(request, roster, row)


@meeting_view("view_meeting")
@require_safe
def job_file(request, roster, uuid):
    row = job_of(request, roster, uuid)
    if row.state != DONE or row.kind != ZIP:
        raise Http404
    content = bytes(row.content)
    etag = etag_of_body(content)
    answer = unchanged(request, etag)
    if answer is None:
        note_access(roster, what=row.name, by=request.user, at=timezone.now())
        answer = download(content, name=row.name, content_type="application/zip", etag=etag)
    return answer


@meeting_view("view_meeting")
@require_safe
def picture(request, roster, key):
    row = get_object_or_404(StoredPrint, roster=roster, key=key)
    if row.document not in DOCUMENTS or not row.picture:
        raise Http404
    if DOCUMENTS[row.document].needs not in request.allowed:
        raise PermissionDenied
    response = HttpResponse(bytes(row.picture), content_type="image/png")
    # The address changes with the picture.
    response["Cache-Control"] = "private, max-age=604800, immutable"
    return response


def job_of(request, roster, uuid):
    row = get_object_or_404(Job, roster=roster, uuid=uuid)
    if not may_have(request, row):
        raise PermissionDenied
    return row


def answer(request, roster, job):
    """The job as a part of the page that asked, or as a page of its own; the page hears what there is to fetch."""
    if job.kind == LIST and (not request.htmx or not job.is_open):
        return to_review(request, roster, job)
    if not request.htmx:
        if request.method == "POST":
            return redirect("events:job", slug=roster.slug, uuid=job.uuid)
        return render(request, "events/job.html", job_context(job) | {"tab": "documents"})
    response = render(request, "events/_job.html", job_context(job))
    if not job.is_open:
        trigger_client_event(response, "prints-made", {})
        trigger_client_event(response, "announce", {"value": said(job)})
    elif job.kind == PRINTS and request.GET.get("done", str(job.done)) != str(job.done):
        trigger_client_event(response, "prints-made", {})
    return response


def to_review(request, roster, job):
    """Lead to the page of the file, which shows the review or how far it is."""
    address = reverse("events:list_file", args=(roster.slug, job.wanted[0]["list_file"]))
    return HttpResponseClientRedirect(address) if request.htmx else redirect(address)


def job_context(job):
    waited = (timezone.now() - job.heartbeat_at).total_seconds()
    return {
        "job": job,
        "meeting_slug": job.roster.slug,
        "is_slow": job.state == "waiting" and waited > SLOW_SECONDS,
        "said": said(job),
        "next_title": title_of_next(job) if job.is_open else "",
    }


def said(job):
    if job.state == FAILED and job.reason == "lost":
        return _("It was given up after three attempts: each time the worker stopped in the middle. Try again.")
    if job.kind == LIST:
        return said_of_list(job)
    if job.kind == ISSUE and job.state == RUNNING:
        return _("%(percent)s per cent of the prints are made.") % {"percent": job.percent}
    if job.state == FAILED:
        title = title_of_next(job)
        return _("%(title)s could not be made, and nothing after it. The reason is in the server's log.") % {
            "title": title
        }
    words = {
        "waiting": _("Waiting to begin."),
        "running": _("%(done)s of %(total)s made.") % {"done": job.done, "total": len(job.wanted)},
        "done": _("The ZIP file is ready.") if job.kind == ZIP else _("All prints are made."),
        "cancelled": _("Cancelled. What was made before is kept."),
    }
    return words[job.state]


def said_of_list(job):
    words = {
        "waiting": _("Waiting to begin."),
        "running": _("%(percent)s per cent of the rows are reviewed.") % {"percent": job.percent},
        "done": _("The review is there."),
        "failed": _("The file could not be reviewed. The reason is in the server's log."),
        "cancelled": _("The review was cancelled."),
    }
    return words[job.state]


def title_of_next(job):
    """The print that is made now, or failed; nothing where all are there."""
    wanted = job.wanted[job.done] if job.done < len(job.wanted) else {}
    if "document" not in wanted:
        return ""
    row = DOCUMENTS.get(wanted["document"])
    title = row.title_for(job.roster.event.kind) if row else wanted["document"]
    return f"{title} ({language_label(wanted['language'])})"


def nothing_lacks(request, roster, **query):
    if request.htmx:
        return trigger_client_event(HttpResponse(), "prints-made", {})
    address = reverse("events:documents", args=(roster.slug,))
    return redirect(f"{address}?{urlencode({name: value for name, value in query.items() if value})}")
