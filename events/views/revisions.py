"""Revisions: what was issued, what has changed since, and issuing the next one."""

from dataclasses import asdict

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from events.documents import DOCUMENTS
from events.documents.base import PDF
from events.documents.change_words import told
from events.documents.edition_words import revision_name
from events.documents.finding_words import sentence
from events.domain.revision import compare
from events.forms.revisions import FurtherLanguagesForm, IssueForm
from events.issued import current_revision, revision_before, revision_facts
from events.models import IssuedPrint, Job, Revision
from events.models.prints import ISSUE
from events.operations.issued_prints import IssueWish, later_prints
from events.operations.issuing import MovedOn, NotFinal, issue_revision, reasons_against_final
from events.queries import meeting_facts
from events.tasks import ask_for
from events.views.documents import offered
from events.views.downloads import download, unchanged
from events.views.prints import job_context
from events.views.revision_prints import groups_of_prints
from events.views.shown import is_shown
from participants.models.language_names import language_label
from participants.operations.privacy import note_access
from participants.views.access import meeting_view
from participants.views.saving import say_saved

DRAFT = "draft"


@meeting_view("view_meeting")
def revisions(request, roster):
    if request.method == "POST" and "issue" not in request.allowed:
        raise PermissionDenied
    facts, current = meeting_facts(roster), current_revision(roster)
    languages = offered(facts)
    initial = {"languages": (current and current.languages) or facts.roster.document_languages}
    initial["shown"] = facts.roster.version
    form = IssueForm(request.POST if request.method == "POST" else None, languages=languages, initial=initial)
    if request.method == "POST" and form.is_valid():
        made = issued(request, roster, form, facts)
        if made:
            return redirect("events:revision", roster.slug, made.number)
    against = reasons_against_final(facts)
    rows = list(Revision.objects.filter(roster=roster).select_related("by").order_by("-number"))
    context = {
        "tab": "revisions",
        "facts": facts,
        "form": form,
        "current": current,
        "name": revision_name(current.number) if current else "",
        "next_name": revision_name(rows[0].number + 1 if rows else 0),
        "told": told_between(revision_facts(current), facts, allowed=request.allowed) if current else None,
        "rows": [{"one": one, "name": revision_name(one.number)} for one in rows],
        "points": against.points,
        "sentences": [sentence(one, facts.kind) for one in against.findings],
        "is_public": roster.event.is_programme_public,
        "zone": roster.zone,
    }
    return render(request, "events/revisions.html", context, status=422 if form.errors else 200)


def issued(request, roster, form, facts):
    """The revision made, None where the form says what stood against it."""
    data, now = form.cleaned_data, timezone.now()
    try:
        made = issue_revision(
            roster.event, standing=data["standing"], languages=data["languages"], note=data["note"],
            shown=data["shown"], by=request.user, at=now,
        )  # fmt: skip
    except MovedOn:
        words = _(
            "The meeting was changed after you opened this page. What would be issued now is told here: look again."
        )
        form.add_error(None, words)
        form.take_over(shown=facts.roster.version)
    except NotFinal:
        form.add_error("standing", _("It cannot be issued as final yet: what stands against it is listed below."))
    except ValidationError as error:
        form.add_error(None, error)
    else:
        ask_for(roster, [wish_of(made)], kind=ISSUE, by=request.user, at=now)
        say_saved(
            request, at=now, zone=roster.zone, what=_("%(name)s was issued.") % {"name": revision_name(made.number)}
        )
        return made
    return None


def told_between(before, after, *, allowed):
    """What differs, in words of the reader's language, with shifts of time apart; not what the reader may not see."""
    if before is None or after is None:
        return None
    changes = [one for one in compare(before, after) if is_shown(one.area, allowed)]
    return told(changes, before, after, get_language() or "en")


@meeting_view("view_meeting")
@require_safe
def revision(request, roster, number):
    row = revision_of(roster, number)
    return revision_page(request, roster, row)


def revision_page(request, roster, row, *, form=None, status=200):
    before, facts = revision_before(row), revision_facts(row)
    earlier = revision_facts(before) if before else None
    prints = list(IssuedPrint.objects.filter(revision=row))
    others = [one for one in offered(facts) if one.code not in row.languages] if facts else []
    context = {
        "tab": "revisions",
        "row": row,
        "name": revision_name(row.number),
        "before": before,
        "before_name": revision_name(before.number) if before else "",
        "is_current": current_revision(roster) == row,
        "told": told_between(earlier, facts, allowed=request.allowed),
        "groups": groups_of_prints(prints, facts, kind=roster.event.kind, allowed=request.allowed),
        **drawing(roster, row, is_lacking=facts is not None and any(not one.made_at for one in prints)),
        "form": form or (FurtherLanguagesForm(languages=others) if others else None),
        "zone": roster.zone,
    }
    return render(request, "events/revision.html", context, status=status)


def drawing(roster, row, *, is_lacking):
    """The job that draws the revision, how far it is or why it ended; whether somebody has to ask for one anew."""
    wish = [asdict(wish_of(row))]
    jobs = Job.objects.filter(roster=roster, kind=ISSUE) if is_lacking else ()
    job = next((one for one in jobs if one.wanted == wish), None)
    about = job_context(job) if job else {}
    return {**about, "job": job, "is_lacking": is_lacking and not (job and job.is_open)}


def wish_of(row):
    return IssueWish(revision=str(row.uuid))


@meeting_view("issue")
@require_POST
def revision_prints(request, roster, number):
    """Ask again for what was not drawn: the job was cancelled, failed or never begun."""
    row = revision_of(roster, number)
    ask_for(roster, [wish_of(row)], kind=ISSUE, by=request.user, at=timezone.now())
    return redirect("events:revision", roster.slug, number)


@meeting_view("issue")
@require_POST
def revision_languages(request, roster, number):
    row = revision_of(roster, number)
    facts = revision_facts(row)
    if facts is None:
        raise Http404
    others = [one for one in offered(facts) if one.code not in row.languages]
    form = FurtherLanguagesForm(request.POST, languages=others)
    if not form.is_valid():
        return revision_page(request, roster, row, form=form, status=422)
    now = timezone.now()
    try:
        later_prints(row, form.cleaned_data["languages"], by=request.user, at=now)
    except LookupError:
        raise Http404 from None
    ask_for(roster, [wish_of(row)], kind=ISSUE, by=request.user, at=now)
    names = ", ".join(str(language_label(code)) for code in form.cleaned_data["languages"])
    messages.success(request, _("%(name)s is being printed in: %(languages)s.") % {
        "name": revision_name(row.number), "languages": names,
    })  # fmt: skip
    return redirect("events:revision", roster.slug, number)


@meeting_view("view_meeting")
@require_safe
def revision_print(request, roster, number, token):
    row = get_object_or_404(IssuedPrint, revision=revision_of(roster, number), token=token)
    document = DOCUMENTS.get(row.document)
    if document is None or not row.size:
        raise Http404
    if document.needs not in request.allowed:
        raise PermissionDenied
    answer = unchanged(request, row.etag)
    if answer is None:
        language = row.wanted.get("language", "")
        note_access(roster, what=row.name, by=request.user, at=timezone.now(), language=language)
        is_kept = "save" in request.GET or row.content_type != PDF
        about = {"name": row.name, "content_type": row.content_type, "etag": row.etag}
        answer = download(bytes(row.content), **about, is_kept=is_kept)
    return answer


@meeting_view("view_meeting")
@require_safe
def compared(request, roster):
    """Two revisions, or one and the draft, told apart."""
    rows = list(Revision.objects.filter(roster=roster, withdrawn_at__isnull=True).order_by("number"))
    states = {str(one.number): one for one in rows}
    newest = str(rows[-1].number) if rows else ""
    first, second = request.GET.get("from", newest), request.GET.get("to", DRAFT)
    if rows and (first not in states or second not in (*states, DRAFT)):
        raise Http404
    context = {
        "tab": "revisions",
        "first": first,
        "second": second,
        "names": [(number, revision_name(one.number)) for number, one in states.items()],
        "told": None,
        "zone": roster.zone,
    }
    if rows:
        after = meeting_facts(roster) if second == DRAFT else revision_facts(states[second])
        context["told"] = told_between(revision_facts(states[first]), after, allowed=request.allowed)
    return render(request, "events/revisions_compared.html", context)


def revision_of(roster, number):
    return get_object_or_404(Revision.objects.select_related("by"), roster=roster, number=number)
