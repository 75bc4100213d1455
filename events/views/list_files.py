"""Lists as files: taken in, their columns chosen, reviewed and saved; and sent out."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext as _
from django.utils.translation import ngettext as _n
from django.views.decorators.http import require_POST, require_safe

from events.models import Job
from events.models.prints import LIST
from events.operations.jobs import ListWish
from events.tasks import ask_for
from events.views.prints import job_context
from participants.documents.list_sheets import list_sheet
from participants.documents.places import of_place
from participants.domain.lists.columns import LISTS, lacking
from participants.domain.lists.tables import Unreadable
from participants.forms.list_files import ColumnsForm, UploadForm, column_label, letter_of
from participants.models import ListFile
from participants.operations.acting import Stale
from participants.operations.known import known_for
from participants.operations.list_files import (
    AlreadySaved,
    ReviewStale,
    choose_columns,
    import_list,
    keep_review,
    review_file,
    take_in,
)
from participants.operations.privacy import note_access
from participants.views.access import meeting_view
from participants.views.exports import sheet_response
from participants.views.saving import say_saved

# A file of more rows is reviewed by a worker, and its page shows how far that is.
MOST_AT_ONCE = 500
PAGE_SIZE = 200
MOST_FILES = 20
SHOWN = ("error", "doubt", "new", "changed")


def list_or_404(request, list_code):
    row = LISTS.get(list_code)
    if row is None:
        raise Http404
    if row.permission not in request.allowed:
        raise PermissionDenied
    return row


def file_of(request, roster, uuid):
    row = get_object_or_404(ListFile.objects.select_related("roster", "by"), roster=roster, uuid=uuid)
    list_or_404(request, row.kind)
    return row


@meeting_view("edit_delegations")
def lists(request, roster):
    is_sent = request.method == "POST"
    initial = {"kind": request.GET.get("list", "")[:20]}
    form = UploadForm(
        request.POST if is_sent else None, request.FILES if is_sent else None, allowed=request.allowed, initial=initial
    )
    if is_sent and form.is_valid() and (row := taken_in(request, roster, form)):
        is_plain = not row.outline.get("unknown") and not lacking(row.kind, row.columns)
        return reviewed(request, row) if is_plain else redirect("events:list_columns", roster.slug, row.uuid)
    files = ListFile.objects.filter(roster=roster).select_related("by")[:MOST_FILES]
    context = {
        "tab": "participants",
        "form": form,
        "lists": [row for row in LISTS.values() if row.permission in request.allowed],
        "files": [(row, LISTS[row.kind].label) for row in files if LISTS[row.kind].permission in request.allowed],
        "zone": roster.zone,
        "of_place": of_place(roster.zone, get_language() or "en"),
    }
    return render(request, "events/lists.html", context)


def taken_in(request, roster, form):
    data = form.cleaned_data
    try:
        return take_in(
            roster, kind=data["kind"], name=form.file_name, content=data["file"].read(), uuid=data["token"],
            language=get_language() or "en", by=request.user, at=timezone.now(),
        )  # fmt: skip
    except Unreadable as unreadable:
        form.add_error("file", sentence(unreadable.template, unreadable.values))
        return None


def sentence(template, values):
    words = gettext(template) if template else ""
    return words % values if values else words


def reviewed(request, row):
    """Review the file, here or by a worker, and lead to its page."""
    if row.saved_at is None and row.outline.get("rows", 0) > MOST_AT_ONCE:
        wish = ListWish(list_file=str(row.uuid), version=row.version)
        ask_for(row.roster, [wish], kind=LIST, by=request.user, at=timezone.now())
    elif row.saved_at is None:
        review_file(row, at=timezone.now())
    return redirect("events:list_file", row.roster.slug, row.uuid)


@meeting_view("edit_delegations")
@require_safe
def list_export(request, roster, list_code, file_format):
    list_or_404(request, list_code)
    known = known_for(roster, language=get_language() or "en", now=timezone.now())
    name = f"{roster.slug}-{list_code}-list"
    sheet = list_sheet(list_code, known)
    note_access(roster, what=f"{list_code}.{file_format}", by=request.user, at=timezone.now())
    return sheet_response(sheet, file_format=file_format, name=name, as_of=known.facts.changed_at)


@meeting_view("edit_delegations")
def list_columns(request, roster, uuid):
    row = file_of(request, roster, uuid)
    if row.saved_at:
        return redirect("events:list_file", roster.slug, uuid)
    form = ColumnsForm(
        request.POST if request.method == "POST" else None, list_file=row, languages=roster.document_languages
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            row = choose_columns(row, columns=form.chosen, version=form.cleaned_data["version"] or 0)
        except Stale as stale:
            form.add_stale(stale)
        except AlreadySaved:
            return redirect("events:list_file", roster.slug, uuid)
        else:
            return reviewed(request, row)
    context = {"tab": "participants", "form": form, "row": row, "list": LISTS[row.kind]}
    return render(request, "events/list_columns.html", context)


@meeting_view("edit_delegations")
@require_safe
def list_file(request, roster, uuid):
    row = file_of(request, roster, uuid)
    context = {"tab": "participants", "row": row, "list": LISTS[row.kind], "zone": roster.zone}
    if row.saved_at is None and row.review is None:
        wish = [{"list_file": str(row.uuid), "version": row.version}]
        job = Job.objects.filter(roster=roster, kind=LIST, wanted=wish).order_by("-pk").first()
        context |= {"job": job} | (job_context(job) if job else {})
    elif row.saved_at is None:
        context |= review_context(row, request.GET)
    return render(request, "events/list_file.html", context)


def review_context(row, query):
    review = row.review
    show = query.get("show", "")
    show = show if show in SHOWN else "error" if review["errors"] else ""
    page = Paginator([one for one in review["rows"] if is_shown(one, show)], PAGE_SIZE).get_page(query.get("page"))
    letters = {code: letter_of(int(index)) for index, code in row.columns.items()}
    return {
        "review": review,
        "counts": review["counts"],
        "notices": [sentence(one["template"], one["values"]) for one in review["notices"]],
        "show": show,
        "page": page,
        "rows": [shown_row(one, letters) for one in page.object_list],
        "shown_rows": len(review["rows"]),
    }


def is_shown(one, show):
    kinds = {remark["kind"] for remark in one["remarks"]}
    if show in ("error", "doubt"):
        return show in kinds
    return not show or (one["outcome"] == show and "error" not in kinds)


def shown_row(one, letters):
    remarks = [
        {
            "kind": remark["kind"],
            "where": where(remark["column"], letters),
            "words": sentence(remark["template"], remark["values"]),
        }
        for remark in one["remarks"]
    ]
    changes = [change | {"where": column_label(change["column"])} for change in one["changes"]]
    is_wrong = any(remark["kind"] == "error" for remark in remarks)
    return one | {"remarks": remarks, "changes": changes, "outcome": "error" if is_wrong else one["outcome"]}


def where(column, letters):
    if column not in letters:
        return ""
    return _("column %(letter)s, %(heading)s") % {"letter": letters[column], "heading": column_label(column)}


@require_POST
@meeting_view("edit_delegations")
def list_review(request, roster, uuid):
    row = file_of(request, roster, uuid)
    if lacking(row.kind, row.columns):
        return redirect("events:list_columns", roster.slug, uuid)
    return reviewed(request, row)


@require_POST
@meeting_view("edit_delegations")
def list_save(request, roster, uuid):
    row, now = file_of(request, roster, uuid), timezone.now()
    try:
        done = import_list(row, seen=request.POST.get("seen", ""), by=request.user, at=now)
    except AlreadySaved:
        messages.info(request, _("This file was saved already; nothing was done twice."))
    except ReviewStale as stale:
        keep_review(row, stale.review)
        messages.error(
            request, _("The meeting or the file changed after it was reviewed. Nothing was saved; it is reviewed anew.")
        )
    else:
        say_imported(request, roster, row, done, at=now)
        return redirect("events:observers" if row.kind == "observers" else "participants:delegations", roster.slug)
    return redirect("events:list_file", roster.slug, uuid)


def say_imported(request, roster, row, done, *, at):
    what = _("“%(file)s”: %(new)d new, %(changed)d changed.") % {
        "file": row.name,
        "new": done.new,
        "changed": done.changed,
    }
    if row.kind == "observers" and done.new:
        granted = _n("%(number)d has a place.", "%(number)d have a place.", done.granted) % {"number": done.granted}
        waiting = done.new - done.granted
        waits = _n("%(number)d waits.", "%(number)d wait.", waiting) % {"number": waiting}
        what = f"{what} {granted} {waits}"
    say_saved(request, at=at, zone=roster.zone, what=what)
