"""The run of show: read and written line by line, and large on the screen of a lectern."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from events.documents.script_sentences import SCRIPT_LANGUAGES
from events.domain.script_lines import seen
from events.forms.script import LineForm
from events.operations.script import edit_line, leave_out, restore_line
from events.queries import meeting_facts
from events.views.clocks import clock_forms
from events.views.script_page import ScriptPage
from participants.operations.acting import Stale
from participants.views.access import meeting_view
from participants.views.meanwhile import say_not_understood
from participants.views.parsing import number_of
from participants.views.saving import say_saved


def page_of(request, roster, language=""):
    reader = get_language() or "en"
    asked = language or request.GET.get("language", "")
    language = next(code for code in (asked, reader, *SCRIPT_LANGUAGES) if code in SCRIPT_LANGUAGES)
    return ScriptPage(meeting_facts(roster), language=language, reader=reader, chair=request.GET.get("chair", ""))


@meeting_view("view_meeting")
@require_safe
def script_page(request, roster):
    page = page_of(request, roster)
    context = page.context() | {
        "tab": "programme",
        "sections": list(page.sections()),
        "homeless": page.homeless(),
        "may_edit": "edit_programme" in request.allowed,
    }
    return render(request, "events/script.html", context)


@meeting_view("view_meeting")
@require_safe
def script_screen(request, roster):
    page = page_of(request, roster)
    # It is the chair's, whatever language staff read in.
    with override(page.language):
        context = page.context() | {
            "cards": list(page.cards()),
            "further": page.further(),
            **clock_forms(page.language),
        }
        return render(request, "events/script_screen.html", context)


@meeting_view("edit_programme")
def script_line(request, roster, language, uuid, place):
    if language not in SCRIPT_LANGUAGES:
        raise Http404
    page = page_of(request, roster, language)
    line = page.found(str(uuid), place)
    written = {(one.subject, one.place) for one in page.facts.script_lines if one.language == language}
    if line is None and (str(uuid), place) not in written:
        raise Http404
    key = {"subject": str(uuid), "place": place, "language": language}
    if request.method == "POST" and request.POST.get("do", "save") != "save":
        return pressed(request, roster, page, line, key)
    if line is None:
        return back(roster, page)
    row = page.line(line)
    initial = {"text": row["wrote"] or row["generated"], "version": row["version"], "seen": row["seen"]}
    form = LineForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid() and saved(request, roster, line, key, form):
        return done(request, roster, page, key)
    context = {"tab": "programme", "form": form, "line": row, "query": page.query(), "language": language}
    template = "events/_script_edit.html" if request.htmx else "events/script_line.html"
    return render(request, template, context, status=422 if form.errors else 200)


def saved(request, roster, line, key, form):
    """Whether the words were saved; where not, the form says why."""
    wanted, now = form.cleaned_data, timezone.now()
    if wanted["seen"] != seen(line.generated):
        form.add_moved(generated=line.generated, seen=seen(line.generated))
        return False
    words = {"text": wanted["text"].replace("\r\n", "\n"), "made_from": line.generated}
    try:
        edit_line(roster.event, **key, **words, version=wanted["version"], by=request.user, at=now)
    except Stale as stale:
        form.add_stale(stale)
        return False
    say_saved(request, at=now, zone=roster.zone, what=_("The line was changed."))
    return True


def pressed(request, roster, page, line, key):
    """Do what a single press asks for: keep one's words, leave the line out, or have the generated words again."""
    do, now = request.POST["do"], timezone.now()
    common = key | {"by": request.user, "at": now, "version": number_of(request.POST, "version")}
    has_moved = line is not None and request.POST.get("seen") != seen(line.generated)
    try:
        if do == "restore":
            restore_line(roster.event, **common)
            said = _("The line has the words generated for it again.")
        elif line is None or do not in ("keep", "leave_out") or (do == "keep" and line.wrote is None):
            say_not_understood(request)
            return back(roster, page)
        elif has_moved:
            messages.error(request, _("The programme changed meanwhile. Nothing was changed; read the line again."))
            return done(request, roster, page, key)
        elif do == "keep":
            edit_line(roster.event, **common, text=line.wrote.text, made_from=line.generated)
            said = _("Your words were kept.")
        else:
            leave_out(roster.event, **common, made_from=line.generated)
            said = _("The line was left out.")
    except Stale:
        messages.error(request, _("Somebody changed this line meanwhile. Nothing was changed; read it again."))
        return done(request, roster, page, key)
    say_saved(request, at=now, zone=roster.zone, what=said)
    return done(request, roster, page, key)


def done(request, roster, page, key):
    """The line as it is now, or the page at it."""
    if not request.htmx:
        return back(roster, page, f"#{key['subject']}-{key['place']}")
    now = page_of(request, roster, page.language)
    line = now.found(key["subject"], key["place"])
    context = {"line": now.line(line) if line else None, "may_edit": True, "language": page.language}
    return render(request, "events/_script_line.html", context)


def back(roster, page, anchor=""):
    return redirect(f"{reverse('events:script', args=(roster.slug,))}?{page.query()}{anchor}")
