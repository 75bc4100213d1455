"""The library of rooms: listed, looked at, described anew, copied, taken away as a file, and deleted."""

from dataclasses import replace

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from events.documents.room_sheets import room_sheet
from events.domain.seating.room_file import RoomFile, room_json
from events.forms.rooms import CodeForm, LibraryRoomForm, VersionForm
from events.models import LibraryRoom, RoomChange
from events.operations.room_library import OPERATIONS, add_room, change_room, remove_room
from events.queries import meeting_facts
from events.room_facts import library_file
from events.views.room_drawing import counted, drawing, thumbnail
from participants.operations.acting import Stale
from participants.views.access import meeting_view, office_view
from participants.views.exports import sheet_response
from participants.views.saving import say_missing

CHANGES_SHOWN = 20


def room_or_404(code):
    return get_object_or_404(LibraryRoom, slug=code)


@office_view("edit_seating")
@require_safe
def rooms(request):
    rows = []
    for row in LibraryRoom.objects.all():
        room = library_file(row).room
        rows.append({"row": row, "thumb": thumbnail(room), "count": counted(room)})
    changes = [(one, operation_label(one)) for one in RoomChange.objects.select_related("by")[:CHANGES_SHOWN]]
    return render(request, "events/rooms.html", {"rows": rows, "changes": changes})


def operation_label(change):
    return gettext(OPERATIONS.get(change.operation, change.operation))


@office_view("edit_seating")
@require_safe
def room(request, code):
    return answer(request, room_or_404(code))


def answer(request, row, *, forms=None):
    file = library_file(row)
    context = {
        "row": row,
        "drawing": drawing(file.room),
        "count": counted(file.room),
        "seats": file.room.seats,
        "form": LibraryRoomForm(room=row),
        "copy_form": CodeForm(auto_id="copy_%s"),
        "delete_form": VersionForm(initial={"version": row.version}, auto_id="delete_%s"),
    }
    return render(request, "events/room.html", context | (forms or {}), status=422 if forms else 200)


@require_POST
@office_view("edit_seating")
def room_describe(request, code):
    row = room_or_404(code)
    form = LibraryRoomForm(request.POST, room=row)
    if form.is_valid():
        version = form.cleaned_data["version"]
        try:
            change_room(row, version=version, by=request.user, at=timezone.now(), **form.wanted)
        except Stale as stale:
            form.add_stale(stale)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return saved(request, _("The room was saved. Meetings keep their copies as they are."), "events:room", code)
    return answer(request, row, forms={"form": form})


@require_POST
@office_view("edit_seating")
def room_duplicate(request, code):
    row = room_or_404(code)
    form = CodeForm(request.POST, auto_id="copy_%s")
    if form.is_valid():
        file = library_file(row)
        named = replace(file.room, names=form.cleaned_data["names"])
        copy = added(request, form, replace(file, slug=form.cleaned_data["code"], room=named))
        if copy:
            return saved(request, _("The room was copied."), "events:room", copy.slug)
    return answer(request, row, forms={"copy_form": form})


def added(request, form, file: RoomFile):
    """The room that is put into the library, None where that is refused: the form says why."""
    try:
        return add_room(file, by=request.user, at=timezone.now())
    except ValidationError as error:
        for name, words in error.message_dict.items():
            field = "code" if name == "slug" else name
            form.add_error(field if field in form.fields else None, words)
    return None


@require_POST
@office_view("edit_seating")
def room_delete(request, code):
    row = room_or_404(code)
    form = VersionForm(request.POST, auto_id="delete_%s")
    if form.is_valid():
        try:
            remove_room(row, version=form.cleaned_data["version"], by=request.user, at=timezone.now())
        except Stale as stale:
            form.add_stale(stale)
        else:
            return saved(request, _("The room was deleted. Meetings keep their copies."), "events:rooms")
    return answer(request, row, forms={"delete_form": form})


def saved(request, words, page, *arguments):
    messages.success(request, words)
    say_missing(request)
    return redirect(page, *arguments)


@office_view("edit_seating")
@require_safe
def room_export(request, code, file_format):
    row = room_or_404(code)
    return file_answer(library_file(row), file_format)


@meeting_view("view_meeting")
@require_safe
def seating_export(request, roster, file_format):
    facts = meeting_facts(roster)
    if facts.room is None:
        raise Http404
    return file_answer(RoomFile(slug=f"{roster.slug}-room"[:50], source={}, room=facts.room), file_format)


def file_answer(file, file_format):
    if file_format == "json":
        response = HttpResponse(room_json(file), content_type="application/json")
        response["Content-Disposition"] = f'attachment; filename="{file.slug}.json"'
        return response
    sheet = room_sheet(file.room, language=get_language() or "en")
    return sheet_response(sheet, file_format=file_format, name=file.slug, as_of=timezone.now())
