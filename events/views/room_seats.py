"""The seats of a room, of the library or of a meeting, edited on its drawing or by the form alone."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.domain.seating.faults import RoomRefused
from events.domain.seating.room_losses import losses
from events.domain.seating.values import plan_digest
from events.forms.room_seats import SAID, RoomSeatsForm
from events.models import Room
from events.operations.room_library import change_plan
from events.operations.rooms import edit_room
from events.queries import meeting_facts
from events.room_facts import library_file
from events.views.room_drawing import counted, drawing
from events.views.room_losses import lost_moments
from events.views.rooms import room_or_404
from events.views.rooms import saved as say_and_lead
from participants.operations.acting import Stale
from participants.views.access import meeting_view, office_view
from participants.views.saving import say_saved

FAULTS_SHOWN = 20


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page of seats: its template and address, the room as it is, and what the template needs besides.

    `kind` is that of the meeting, "" in the library.
    """

    template: str
    address: str
    room: object
    context: dict
    kind: str = ""


def form_of(page, data=None, *, seats=""):
    return RoomSeatsForm(
        data, kind=page.kind, room=page.room, shown=plan_digest(page.room), initial={"seats": seats}, auto_id="seats_%s"
    )


def answer(request, page, form=None):
    form = form or form_of(page, seats=request.GET.get("seats", "")[:4000])
    context = {
        "form": form, "address": page.address, "drawing": drawing(page.room, page.kind),
        "count": counted(page.room, page.kind),
        "seats": page.room.seats,
    }  # fmt: skip
    return render(request, page.template, page.context | context, status=422 if form.is_bound else 200)


def edited(page, form):
    """The room as the form would have it, None where it says why not."""
    if not form.is_valid():
        return None
    if form.cleaned_data["shown"] != plan_digest(page.room):
        say_changed(form, page)
        return None
    try:
        return form.edited()
    except RoomRefused as refused:
        form.add_faults(refused.faults[:FAULTS_SHOWN])
    return None


def say_changed(form, page):
    form.add_error(None, _("Somebody changed the seats meanwhile. Look where they are now, and do it again."))
    form.data = form.data.copy()
    form.data["shown"] = plan_digest(page.room)


def again(page, form):
    """The page's address with the seats that are still chosen."""
    typed = form.still_chosen
    return f"{page.address}?{urlencode({'seats': typed})}" if typed else page.address


@office_view("edit_seating")
def library_seats(request, code):
    row = room_or_404(code)
    room = library_file(row).room
    address = reverse("events:room_seats", args=(code,))
    page = Page(template="events/room_seats.html", address=address, room=room, context={"row": row})
    if request.method != "POST":
        return answer(request, page)
    form = form_of(page, request.POST)
    after = edited(page, form)
    if after is not None:
        try:
            change_plan(row, after, version=row.version, by=request.user, at=timezone.now())
        except Stale:
            say_changed(form, page)
        else:
            return say_and_lead(request, SAID[form.do], again(page, form))
    return answer(request, page, form)


@meeting_view("edit_seating")
def seating_seats(request, roster):
    row = get_object_or_404(Room.objects.select_related("event__roster"), event__roster=roster)
    facts = meeting_facts(roster)
    if facts.room is None:
        raise Http404
    address = reverse("events:seating_seats", args=(roster.slug,))
    page = Page(
        template="events/seating_seats.html",
        address=address,
        room=facts.room,
        context={"tab": "seating", "row": row},
        kind=facts.kind,
    )
    if request.method != "POST":
        return answer(request, page)
    form = form_of(page, request.POST)
    after = edited(page, form)
    if after is None:
        return answer(request, page, form)
    lost = losses(facts, after)
    if lost and not form.cleaned_data["is_confirmed"]:
        return ask(request, page, facts, lost)
    now = timezone.now()
    try:
        edit_room(row, before=facts.room, after=after, by=request.user, at=now)
    except Stale:
        say_changed(form, page)
        return answer(request, page, form)
    say_saved(request, at=now, zone=roster.zone, what=SAID[form.do])
    return redirect(again(page, form))


def ask(request, page, facts, lost):
    moments = lost_moments(facts, lost, get_language() or "en")
    sent = [
        (name, value)
        for name in request.POST
        if name not in ("csrfmiddlewaretoken", "is_confirmed")
        for value in request.POST.getlist(name)
    ]
    loses = any(one["unseated"] or one["short"] or one["off_podium"] for one in moments)
    context = {"moments": moments, "loses": loses, "sent": sent, "address": page.address}
    return render(request, "events/seating_losses.html", page.context | context)
