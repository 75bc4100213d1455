"""A new room of the library: from a shape and its measures, shown as they change, or from a file."""

from dataclasses import replace

from django.http import QueryDict
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from events.documents.room_words import fault_sentence
from events.domain.seating.faults import RoomRefused
from events.domain.seating.layouts import LAYOUTS, room_of
from events.domain.seating.room_file import RoomFile
from events.forms.rooms import AddRoomForm, ImportForm, MeasuresForm, shapes
from events.operations.room_files import read_room
from events.views.room_drawing import counted, drawing, thumbnail
from events.views.rooms import added, saved
from participants.views.access import office_view

FAULTS_SHOWN = 200
LONGEST_QUERY = 4000


@office_view("edit_seating")
def room_new(request):
    is_sent = request.method == "POST"
    given = QueryDict(request.POST.get("measures", "")[:LONGEST_QUERY]) if is_sent else request.GET
    shape = given.get("layout", "")
    if shape not in LAYOUTS:
        choices = [{"code": code, "label": label, "thumb": thumbnail(usual(code))} for code, label in shapes()]
        return render(request, "events/room_shapes.html", {"shapes": choices}, status=422 if is_sent else 200)
    form = MeasuresForm(with_usual(given, shape), shape=shape, auto_id="measure_%s")
    made = usual(shape, **form.cleaned_data) if form.is_valid() else None
    add_form = AddRoomForm(request.POST if is_sent else None)
    if is_sent and add_form.is_valid() and made:
        row = added(request, add_form, file_of(made, add_form.cleaned_data))
        if row:
            return saved(request, _("The room is in the library."), "events:room", row.slug)
    context = {
        "shape": shape, "label": dict(shapes())[shape], "form": form, "add_form": add_form,
        "drawing": drawing(made) if made else None, "count": counted(made) if made else None,
        "measures": measures_query(form, shape),
    }  # fmt: skip
    # A part of the page is swapped in as it is, with what is wrong.
    status = 422 if not request.htmx and (form.errors or add_form.errors) else 200
    template = "events/_room_preview.html" if request.htmx else "events/room_new.html"
    return render(request, template, context, status=status)


def usual(shape, **measures):
    return room_of(shape, names={}, building={}, city={}, is_approximate=True, measures=measures)


def with_usual(given, shape):
    """What the address says, and of other measures the usual, so that a link may name the shape alone."""
    fields = MeasuresForm(shape=shape).fields
    return {name: given.get(name, str(field.prepare_value(field.initial))) for name, field in fields.items()}


def measures_query(form, shape):
    values = {name: form.data.get(name, "")[:60] for name in form.fields}
    return urlencode({"layout": shape} | values)


def file_of(made, cleaned):
    room = replace(
        made,
        names=cleaned["names"],
        building=cleaned["building"],
        city=cleaned["city"],
        is_approximate=not cleaned["is_measured"],
    )
    return RoomFile(slug=cleaned["code"], source=cleaned["source"], room=room)


@office_view("edit_seating")
def room_import(request):
    is_sent = request.method == "POST"
    form = ImportForm(request.POST if is_sent else None, request.FILES if is_sent else None)
    faults = []
    if is_sent and form.is_valid():
        data = form.cleaned_data
        try:
            file = read_room(data["file"].read(), slug=data["code"], names=data["names"])
        except RoomRefused as refused:
            faults = [fault_sentence(one) for one in refused.faults]
            form.add_error("file", _("Nothing was taken from the file; what is wrong with it stands below."))
        else:
            row = added(request, form, file)
            if row:
                return saved(request, _("The room is in the library."), "events:room", row.slug)
    context = {"form": form, "faults": faults[:FAULTS_SHOWN], "more": max(len(faults) - FAULTS_SHOWN, 0)}
    return render(request, "events/room_import.html", context, status=422 if form.errors else 200)
