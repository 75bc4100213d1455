"""Who sits where at one moment, and what decides it: the order, the room, chairs out of use, seats kept for others."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from events.documents.seat_move_words import all_costs, broken_words
from events.documents.seat_words import person_words
from events.documents.words import entity_name, entity_of
from events.domain.seating.order import plan
from events.domain.seating.room_losses import effects
from events.domain.seating.weighing import weight
from events.domain.taking_part import podium_of
from events.forms.seating import MARKS, InterpretersForm, RoomForm, SeatForm, SeatingForm, SeatNumbersForm
from events.issued import told_facts
from events.models import Event, Room, Seat, Segment
from events.operations.programme import Gone
from events.operations.rooms import choose_room
from events.operations.seat_plans import fingerprint, issued_plan, last_own_act
from events.operations.seating import MarkedMeanwhile, mark_seats, set_seat_numbers, set_seating
from events.queries import meeting_facts
from events.room_facts import library_file
from events.seat_rules import seating_rules
from events.views.parts_gone import says_gone
from events.views.room_losses import lost_moments
from events.views.rule_reading import note_rules_read, sees_confidential
from events.views.seating_page import SeatingPage
from participants.operations.acting import Stale
from participants.queries import state_drawn
from participants.views.access import meeting_view
from participants.views.saving import say_saved


@meeting_view("view_meeting")
@require_safe
def seating(request, roster):
    return answer(request, roster)


@require_POST
@meeting_view("edit_seating")
@says_gone
def seating_order(request, roster):
    segment = segment_of(request, roster)
    form = order_form(request, roster, segment, data=request.POST)
    if form.is_valid():
        now = timezone.now()
        try:
            set_seating(segment, **form.wanted, version=form.cleaned_data["version"], by=request.user, at=now)
        except Stale as stale:
            form.add_stale(stale)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            return saved(request, roster, at=now, what=_("The order of seats was set."))
    return answer(request, roster, forms={"order_form": form})


@require_POST
@meeting_view("edit_seating")
@says_gone
def seating_room(request, roster):
    refuse_gone_part(request, roster)
    room = Room.objects.filter(event__roster=roster).first()
    form = room_form(room, data=request.POST)
    if form.is_valid():
        now, version = timezone.now(), form.cleaned_data["version"]
        try:
            if room is not None and room.version != version:
                raise Stale(current=room, wanted={})
            if room is not None and not form.cleaned_data["is_confirmed"]:
                return ask_about_room(request, room, form.cleaned_data["library"])
            library = form.cleaned_data["library"]
            choose_room(roster.event, library=library, version=version, by=request.user, at=now)
        except Stale as stale:
            form.add_stale(stale)
        else:
            return saved(request, roster, at=now, what=_("The room was chosen."))
    return answer(request, roster, forms={"room_form": form})


def ask_about_room(request, room, library):
    facts, seats = meeting_facts(request.roster), list(room.seats.order_by("pk"))
    marks = {
        "blocked": [seat.label for seat in seats if seat.is_blocked],
        "accessible": [seat.label for seat in seats if seat.is_accessible],
    }
    context = {
        "tab": "seating", "room": room, "library": library,
        "seat_count": len(seats), "marks": marks,
        "moments": lost_moments(facts, effects(facts, library_file(library).room), get_language() or "en"),
        "url": request.get_full_path(),
    }  # fmt: skip
    return render(request, "events/seating_room.html", context)


@require_POST
@meeting_view("edit_seating")
@says_gone
def seating_mark(request, roster):
    refuse_gone_part(request, roster)
    room = get_object_or_404(Room.objects.select_related("event__roster"), event__roster=roster)
    form = SeatForm(request.POST, room=room, seats=list(room.seats.order_by("pk")), auto_id="seat_%s")
    if form.is_valid():
        now = timezone.now()
        label, change = MARKS[form.cleaned_data["mark"]]
        named = ", ".join(form.cleaned_data["label"])
        was = {"version": form.cleaned_data["version"] or 0, "seen": form.seen_marks}
        try:
            mark_seats(room, form.cleaned_data["label"], by=request.user, at=now, **change, **was)
        except (Stale, Seat.DoesNotExist):
            form.add_error("label", _("The meeting has another room by now. Look where the seats are and mark again."))
            form.take_over_now()
        except MarkedMeanwhile as marked:
            form.add_marked(marked.now)
        else:
            what = _("%(seats)s: %(mark)s.") % {"seats": named, "mark": label}
            return saved(request, roster, at=now, what=what)
    return answer(request, roster, forms={"seat_form": form})


@require_POST
@meeting_view("edit_seating")
@says_gone
def seating_numbers(request, roster):
    refuse_gone_part(request, roster)
    event = Event.objects.get(roster=roster)
    form = SeatNumbersForm(request.POST, instance=event, auto_id="numbers_%s")
    if form.is_valid():
        now = timezone.now()
        try:
            set_seat_numbers(event, version=form.cleaned_data["version"], by=request.user, at=now, **form.wanted)
        except Stale as stale:
            form.add_stale(stale)
        else:
            return saved(request, roster, at=now, what=_("The seats kept for others were set."))
    return answer(request, roster, forms={"numbers_form": form})


def answer(request, roster, *, forms=None):
    facts = meeting_facts(roster)
    segment = shown_segment(facts, moment_of(request))
    context = {"tab": "seating", "facts": facts, "may_edit": "edit_seating" in request.allowed}
    if segment is not None:
        page = SeatingPage(facts, segment, language=get_language() or "en", search=request.GET.get("q", "")[:100])
        context |= page.context() | {"may_edit_podium": "edit_programme" in request.allowed}
        if context["may_edit"]:
            context |= forms_of(request, roster, facts, segment)
            context |= plan_state(request, facts, segment, context.pop("segment_row"))
    return render(request, "events/seating.html", context | (forms or {}), status=422 if forms else 200)


def forms_of(request, roster, facts, segment):
    row = Segment.objects.select_related("event__roster", "event__room", "seating").get(uuid=segment.uuid)
    room = getattr(row.event, "room", None)
    return {
        "segment_row": row,
        "order_form": order_form(request, roster, row),
        "room_form": room_form(room),
        "seat_form": SeatForm(room=room, seats=facts.room.seats if facts.room else (), auto_id="seat_%s"),
        "numbers_form": SeatNumbersForm(instance=row.event, auto_id="numbers_%s"),
        "interpreters_form": interpreters_form(facts, segment.uuid),
    }


def plan_state(request, facts, segment, row):
    """What the plan costs and does not keep, and who is pinned, for those who arrange it."""
    language = get_language() or "en"
    found = None
    if facts.room:
        issued = issued_plan(told_facts(row.event.roster), segment.uuid)
        found = weight(facts, segment, rules=seating_rules(segment.uuid), issued=issued)
    seated = {one.delegation for one in plan(facts, segment).assignments}
    pinned = {one.delegation for one in segment.given if one.is_pinned} & seated
    broken = found.broken if found else ()
    note_rules_read(request, [one.rule for one in broken if one.rule])
    return {
        "plan_costs": all_costs(found.costs) if found else "",
        "plan_broken": broken_words(facts, broken, language, sees_confidential=sees_confidential(request)),
        "plan_shown": fingerprint(segment.given),
        "own_act": last_own_act(row, request.user),
        "pinned": sorted(entity_name(entity_of(facts, one), language) for one in pinned),
    }


def shown_segment(facts, wanted):
    segment = next((one for one in facts.segments if wanted in ("", one.uuid)), None)
    if segment is None and (wanted or facts.segments):
        raise Http404
    return segment


def interpreters_form(facts, uuid, *, data=None):
    segment, language = shown_segment(facts, uuid), get_language() or "en"
    places = {one.delegate: one.place for one in segment.interpreters}
    people = {}
    for delegate in (facts.delegates[one] for one in podium_of(facts, segment)):
        entity = entity_name(entity_of(facts, delegate.delegation), language)
        people[delegate.uuid] = ", ".join(filter(None, (person_words(delegate, language), entity)))
    now = {one: places.get(one, "") for one in people}
    return InterpretersForm(data, people=people, now=now, auto_id="interpreter_%s")


def order_form(request, roster, segment, *, data=None):
    plan = getattr(segment, "seating", None)
    initial = {}
    if plan is None or plan.drawn_state_id is None:
        drawn = state_drawn(roster.first_on)
        initial = {"drawn_state": drawn.pk if drawn else None}
    return SeatingForm(
        data,
        instance=plan,
        initial=initial,
        roster=roster,
        reader_language=get_language() or "en",
        auto_id="order_%s",
    )


def room_form(room, *, data=None):
    initial = {"version": room.version} if room else {}
    return RoomForm(data, initial=initial, reader_language=get_language() or "en", auto_id="room_%s")


def segment_of(request, roster):
    rows = Segment.objects.select_related("event__roster").filter(event__roster=roster)
    wanted = moment_of(request)
    if not wanted:
        return get_object_or_404(rows.kept().order_by("position", "pk")[:1])
    row = get_object_or_404(rows, uuid=wanted)
    if row.withdrawn_at is None:
        return row
    raise Gone(row) if request.method == "POST" else Http404


def refuse_gone_part(request, roster):
    if moment_of(request):
        segment_of(request, roster)


def moment_of(request):
    wanted = request.GET.get("moment", "")
    try:
        return str(UUID(wanted)) if wanted else ""
    except ValueError as error:
        raise Http404 from error


def saved(request, roster, *, at, what):
    say_saved(request, at=at, zone=roster.zone, what=what)
    wanted = moment_of(request)
    address = reverse("events:seating", args=(roster.slug,))
    return redirect(f"{address}?{urlencode({'moment': wanted})}" if wanted else address)
