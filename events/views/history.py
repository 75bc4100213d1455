"""What was done at a meeting, newest first: who, when, why, and from what to what."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.translation import gettext

from events.operations.names import OPERATIONS as EVENT_OPERATIONS
from events.views.changes import Reader
from participants.models import Act
from participants.operations.names import OPERATIONS as PARTICIPANT_OPERATIONS
from participants.views.access import meeting_view

PAGE_SIZE = 25
OPERATIONS = PARTICIPANT_OPERATIONS | EVENT_OPERATIONS


@meeting_view("view_meeting")
def history(request, roster):
    acts = Act.objects.filter(roster=roster).select_related("by").order_by("-version")
    page = Paginator(acts, PAGE_SIZE).get_page(request.GET.get("page"))
    reader = Reader([change for act in page for change in act.changes], zone=roster.zone)
    rows = [
        {
            "act": act,
            "label": gettext(OPERATIONS.get(act.operation, act.operation.replace("_", " "))),
            "changes": [found for change in act.changes if (found := reader.read(change))],
        }
        for act in page
    ]
    return render(request, "events/history.html", {"tab": "history", "page": page, "rows": rows})
