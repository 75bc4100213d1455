"""Confidential notes on a delegation."""

from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from participants.forms.notes import NoteForm
from participants.models import ConfidentialNote, Delegation
from participants.operations.privacy import add_note, remove_note
from participants.views.access import meeting_view
from participants.views.delegation import page
from participants.views.saving import say_saved


@meeting_view("see_confidential")
def note_add(request, roster, uuid):
    row = get_object_or_404(Delegation.objects.select_related("roster", "entity"), roster=roster, uuid=uuid)
    if request.method != "POST":
        return redirect("participants:delegation", roster.slug, uuid)
    form, now = NoteForm(request.POST, prefix="note"), timezone.now()
    if not form.is_valid():
        return page(request, roster, row, forms={"note_form": form})
    add_note(row, text=form.cleaned_data["text"], by=request.user, at=now)
    say_saved(request, at=now, zone=roster.zone, what=_("The confidential note was written."))
    return redirect("participants:delegation", roster.slug, uuid)


@require_POST
@meeting_view("see_confidential")
def note_remove(request, roster, uuid, number):
    delegation = get_object_or_404(Delegation, roster=roster, uuid=uuid)
    rows = ConfidentialNote.objects.select_related("delegation__roster")
    row = rows.filter(delegation=delegation, pk=number).first()
    if row:
        now = timezone.now()
        remove_note(row, by=request.user, at=now)
        say_saved(request, at=now, zone=roster.zone, what=_("The confidential note was removed."))
    return redirect("participants:delegation", roster.slug, uuid)
