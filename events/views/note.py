"""The concept note: read clean or marked up in every language, its deletions decided, its paragraphs changed."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from events.domain.ordering import merged
from events.forms.note import ParagraphForm
from events.models import Event, NoteDeletion, NoteParagraph
from events.models.event import DECISIONS
from events.operations.adding import AddedAlready
from events.operations.note import (
    add_paragraph,
    change_paragraph,
    decide_deletion,
    remove_paragraph,
    reorder_paragraphs,
)
from events.views.note_page import note_context, short_name
from events.views.ordering import wanted_order
from participants.operations.acting import Stale
from participants.operations.ordering import OutOfOrder
from participants.views.access import meeting_view
from participants.views.parsing import number_of
from participants.views.saving import say_saved

SAID = {
    "accepted": lambda number: _("Deletion %(number)s was accepted: the words go.") % {"number": number},
    "rejected": lambda number: _("Deletion %(number)s was rejected: the words stay.") % {"number": number},
    "pending": lambda number: _("Deletion %(number)s is not decided any more.") % {"number": number},
}


@meeting_view("view_meeting")
@require_safe
def note(request, roster):
    return answer(request, roster)


def answer(request, roster, *, moved=None):
    event = Event.objects.get(roster=roster)
    context = note_context(event, language=get_language() or "en", languages=roster.document_languages)
    conflict = None
    if moved:
        unknown = _("one that was removed")
        conflict = {
            "now": [context["names"].get(uuid, unknown) for uuid in moved.now],
            "yours": [context["names"].get(uuid, unknown) for uuid in moved.wanted],
            "order": ",".join(merged(moved.wanted, moved.now)),
            "version": ",".join(moved.now),
            "url": reverse("events:note_order", args=(roster.slug,)),
        }
    context |= {
        "tab": "note",
        "show": "marked" if request.GET.get("show") == "marked" else "clean",
        "may_edit": "edit_note" in request.allowed,
        "conflict": conflict,
    }
    template = "events/_note.html" if request.htmx else "events/note.html"
    return render(request, template, context, status=422 if conflict else 200)


def done(request, roster, uuid=""):
    if request.htmx:
        return answer(request, roster)
    shown = "?show=marked" if request.GET.get("show") == "marked" else ""
    anchor = f"#row-{uuid}" if uuid else ""
    return redirect(f"{reverse('events:note', args=(roster.slug,))}{shown}{anchor}")


@meeting_view("edit_note")
@require_POST
def note_decide(request, roster, number):
    event = Event.objects.get(roster=roster)
    get_object_or_404(NoteDeletion, event=event, number=number)
    decision = request.POST.get("decision", "")
    if decision not in DECISIONS:
        messages.error(request, _("Accept the deletion or reject it. Nothing was changed."))
        return done(request, roster)
    now = timezone.now()
    version = number_of(request.POST, "version")
    try:
        decide_deletion(event, number=number, decision=decision, version=version, by=request.user, at=now)
    except Stale as stale:
        words = _("Somebody decided deletion %(number)s meanwhile: %(decision)s. Nothing was changed; decide again.")
        decided = DECISIONS[stale.current.decision]
        messages.error(request, words % {"number": number, "decision": decided})
    except NoteDeletion.DoesNotExist:
        messages.error(request, _("This deletion is not in the text any more."))
    else:
        say_saved(request, at=now, zone=roster.zone, what=SAID[decision](number))
    return done(request, roster)


@meeting_view("edit_note")
@require_POST
def note_order(request, roster):
    event = Event.objects.get(roster=roster)
    order, shown, moved = wanted_order(request.POST)
    now = timezone.now()
    try:
        reorder_paragraphs(event, order, shown=shown, by=request.user, at=now)
    except OutOfOrder as error:
        return answer(request, roster, moved=error)
    say_saved(request, at=now, zone=roster.zone, what=_("The order was changed."))
    return done(request, roster, moved)


def page(request, form, *, heading):
    context = {"tab": "note", "form": form, "heading": heading}
    return render(request, "events/note_form.html", context, status=422 if form.errors else 200)


@meeting_view("edit_note")
def note_add(request, roster):
    event = Event.objects.get(roster=roster)
    row = NoteParagraph(event=event)
    form = ParagraphForm(request.POST or None, instance=row, event=event, initial={"after": request.GET.get("after")})
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        try:
            added = add_paragraph(event, by=request.user, at=now, **form.wanted)
        except AddedAlready as again:
            say_saved(request, at=now, zone=roster.zone, what=_("This was saved already; it was not added twice."))
            return done(request, roster, again.row.uuid)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            say_saved(request, at=now, zone=roster.zone, what=_("The paragraph was added."))
            return done(request, roster, added.uuid)
    return page(request, form, heading=_("New paragraph"))


@meeting_view("edit_note")
def note_edit(request, roster, uuid):
    row = get_object_or_404(NoteParagraph.objects.select_related("event"), event__roster=roster, uuid=uuid)
    form = ParagraphForm(request.POST or None, instance=row, event=row.event)
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        version = form.cleaned_data["version"]
        try:
            change_paragraph(row, by=request.user, at=now, version=version, **form.wanted)
        except Stale as stale:
            form.add_stale(stale)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            say_saved(request, at=now, zone=roster.zone, what=_("The paragraph was changed."))
            return done(request, roster, uuid)
    return page(request, form, heading=_("Change the paragraph"))


@meeting_view("edit_note")
def note_remove(request, roster, uuid):
    row = get_object_or_404(NoteParagraph.objects.select_related("event"), event__roster=roster, uuid=uuid)
    name = short_name(row.text, get_language() or "en")
    if request.method == "POST":
        now = timezone.now()
        try:
            remove_paragraph(row, by=request.user, at=now, version=number_of(request.POST, "version"))
        except Stale:
            words = _("Somebody changed this paragraph meanwhile. It was not removed: read it again as it is now.")
            messages.error(request, words)
        else:
            said = _("“%(name)s” was removed; its text stands in the history.") % {"name": name}
            say_saved(request, at=now, zone=roster.zone, what=said)
            return done(request, roster)
    return render(request, "events/note_remove.html", {"tab": "note", "row": row, "name": name})
