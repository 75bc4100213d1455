"""The list of meetings, also as the switcher's answer, and a meeting made from blank."""

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.domain import wallclock
from events.forms.meetings import MeetingCreateForm
from events.links import all_meetings_feed
from events.models import Event
from events.operations.all_meetings import all_meetings
from events.operations.meetings import create_meeting
from events.views.calendar import follow
from participants.domain.names import fold, matches
from participants.models import Appointment
from participants.roles import ROLES
from participants.views.access import office_view, permissions_at, signed_in_view
from participants.views.saving import say_saved

PAGE_SIZE = 50
SWITCHER_SIZE = 12
VIEWERS = tuple(code for code, role in ROLES.items() if "view_meeting" in role.permissions)


def visible(user, allowed):
    events = Event.objects.select_related("roster").order_by("starts", "pk")
    if "view_meeting" in allowed:
        return events
    own = Appointment.objects.filter(user=user, role__in=VIEWERS, roster__isnull=False).values("roster")
    return events.filter(roster__in=own)


def search_text(event):
    return fold(" ".join((*event.title.values(), *event.short_title.values(), event.roster.slug, event.reference)))


def has_passed(event, now):
    return wallclock.nearest_instant(event.ends, event.roster.zone) < now


@signed_in_view
def meetings(request):
    now = timezone.now()
    request.allowed = permissions_at(request.user, None)
    query = request.GET.get("q", "").strip()[:100]
    every = list(visible(request.user, request.allowed))
    found = [event for event in every if matches(search_text(event), query)]
    past = [event for event in reversed(found) if has_passed(event, now)]
    upcoming = [event for event in found if not has_passed(event, now)]
    if request.htmx and request.htmx.target == "switcher-results":
        return render(request, "events/_switcher.html", {"events": [*upcoming, *past][:SWITCHER_SIZE], "query": query})
    page = Paginator(past, PAGE_SIZE).get_page(request.GET.get("page"))
    language = get_language() or "en"
    address = all_meetings_feed(language) if all_meetings(language) else ""
    context = {
        "upcoming": upcoming, "page": page, "query": query, "found": len(found), "count": len(every),
        **follow(address),
    }  # fmt: skip
    return render(request, "events/meetings.html", context)


@office_view("create_meeting")
def meeting_create(request):
    form = MeetingCreateForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        try:
            event = create_meeting(**form.cleaned_data, by=request.user, at=now)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            say_saved(request, at=now, zone=event.roster.zone, what=_("The meeting was created."))
            return redirect("events:overview", event.roster.slug)
    return render(request, "events/meeting_create.html", {"form": form})
