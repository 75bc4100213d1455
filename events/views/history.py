"""What was done at a meeting, newest first: who, when, why, from what to what; searched, of one thing, as a file."""

import json
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from events.operations.names import OPERATIONS as EVENT_OPERATIONS
from events.views.changes import Reader
from participants.documents.lists import local
from participants.documents.sheets import Sheet
from participants.domain.names import fold
from participants.models import Act
from participants.operations.names import OPERATIONS as PARTICIPANT_OPERATIONS
from participants.operations.privacy import note_access
from participants.views.access import meeting_view
from participants.views.exports import sheet_response

PAGE_SIZE = 25
LONGEST_QUERY = 100
MOST_EXPORTED = 20_000
NEEDED = {"events.arrival": "edit_programme"}
OPERATIONS = PARTICIPANT_OPERATIONS | EVENT_OPERATIONS


def label_of(operation):
    return gettext(OPERATIONS.get(operation, operation.replace("_", " ")))


def found(roster, *, query="", uuid=""):
    """The acts that hold `query` in what was done, who did it, why or in a value, and concern the thing `uuid`."""
    acts = Act.objects.filter(roster=roster).select_related("by").order_by("-version")
    if not query and not uuid:
        return acts
    acts = acts.annotate(told=Cast("changes", TextField()))
    if uuid:
        acts = acts.filter(told__contains=str(uuid))
    if query:
        named = [code for code in OPERATIONS if fold(query) in fold(label_of(code))]
        # SQLite keeps what is beyond ASCII as JSON writes it.
        words = Q(told__icontains=query) | Q(told__icontains=json.dumps(query)[1:-1])
        people = Q(by__name__icontains=query) | Q(by__email__icontains=query)
        acts = acts.filter(words | people | Q(why__icontains=query) | Q(operation__in=named))
    return acts


def asked(request):
    query = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST_QUERY]
    try:
        uuid = str(UUID(request.GET.get("of", "")))
    except ValueError:
        uuid = ""
    return {"query": query, "uuid": uuid}


def seen_by(request, act):
    """The changes of an act that the reader may see: how principals are received stands on a page of its own."""
    return [one for one in act.changes if NEEDED.get(one["model"], "view_meeting") in request.allowed]


@meeting_view("view_meeting")
def history(request, roster):
    wish = asked(request)
    page = Paginator(found(roster, **wish), PAGE_SIZE).get_page(request.GET.get("page"))
    reader = Reader([change for act in page for change in act.changes], zone=roster.zone)
    rows = [
        {
            "act": act,
            "label": label_of(act.operation),
            "changes": [told for change in seen_by(request, act) if (told := reader.read(change))],
        }
        for act in page
    ]
    context = {"tab": "history", "page": page, "rows": rows, **wish, "is_searched": any(wish.values())}
    return render(request, "events/history.html", context)


@meeting_view("edit_meeting")
@require_safe
def history_export(request, roster, file_format):
    acts = list(found(roster, **asked(request))[:MOST_EXPORTED])
    reader = Reader([change for act in acts for change in act.changes], zone=roster.zone)
    rows = []
    for act in acts:
        changes = [told for change in seen_by(request, act) if (told := reader.read(change))] or [{}]
        head = (act.version, local(act.at, roster.zone), str(act.by or ""), label_of(act.operation), act.why)
        for change in changes:
            fields = change.get("fields") or [{}]
            what = (change.get("what", ""), str(change.get("which", "")))
            values = [[str(one.get(name, "")) for name in ("name", "old", "new")] for one in fields]
            rows += [(*head, *what, *three) for three in values]
    headings = (
        gettext("Number"), gettext("When"), gettext("Who"), gettext("Operation"), gettext("Reason"), gettext("What"),
        gettext("Which"), gettext("Column"), gettext("Before"), gettext("After"),
    )  # fmt: skip
    sheet = Sheet(title=gettext("History"), headings=headings, rows=tuple(rows))
    language = get_language() or ""
    note_access(roster, what=f"history.{file_format}", by=request.user, at=timezone.now(), language=language)
    return sheet_response(sheet, file_format=file_format, name=f"{roster.slug}-history", as_of=roster.changed_at)
