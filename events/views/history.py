"""What was done at a meeting, newest first: who, when, why, from what to what; searched, of one thing, as a file."""

import json
from bisect import bisect
from functools import reduce
from operator import or_
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from events.documents.kind_words import said_to
from events.operations.names import OPERATIONS as EVENT_OPERATIONS
from events.views.changes import Reader
from events.views.shown import NEEDED, changes_shown, hidden_versions, is_shown
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
OPERATIONS = PARTICIPANT_OPERATIONS | EVENT_OPERATIONS


def label_of(operation, kind):
    return said_to(kind, OPERATIONS.get(operation, operation.replace("_", " ")))


def found(roster, *, query="", uuid="", allowed, hidden=()):
    """The acts that hold `query` in what was done, who did it, why or in a value, and concern the thing `uuid`.

    Of values and things only those count that somebody who has the permissions `allowed` may see; the acts that made
    the versions `hidden` are none to the reader.
    """
    acts = Act.objects.filter(roster=roster).exclude(version__in=hidden).select_related("by").order_by("-version")
    if uuid:
        acts = acts.filter(held_in_changes(acts, uuid, allowed))
    if query:
        named = [code for code in OPERATIONS if fold(query) in fold(label_of(code, roster.event.kind))]
        people = Q(by__name__icontains=query) | Q(by__email__icontains=query)
        words = held_in_changes(acts, query, allowed)
        acts = acts.filter(words | people | Q(why__icontains=query) | Q(operation__in=named))
    return acts


def held_in_changes(acts, text, allowed):
    """The condition that an act holds `text` in a change that the reader may see."""
    acts = acts.alias(told=Cast("changes", TextField()))
    # SQLite keeps what is beyond ASCII as JSON writes it.
    held = acts.filter(Q(told__icontains=text) | Q(told__icontains=json.dumps(text)[1:-1]))
    hidden = [f'.{kind}"' for kind in NEEDED if not is_shown(kind, allowed)]
    if not hidden:
        return Q(pk__in=held.values("pk").order_by())
    # Where something is kept from the reader, what is left of the act is read.
    mixed = held.filter(reduce(or_, (Q(told__contains=one) for one in hidden)))
    kept_back = [one.pk for one in mixed.select_related(None) if not holds(changes_shown(one, allowed), text)]
    return Q(pk__in=held.exclude(pk__in=kept_back).values("pk").order_by())


def holds(changes, text):
    return json.dumps(text, ensure_ascii=False)[1:-1].lower() in json.dumps(changes, ensure_ascii=False).lower()


def number_of(act, hidden):
    """The version that an act made of the meeting, counted without those made by acts that are `hidden`."""
    return act.version - bisect(hidden, act.version)


def asked(request):
    query = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST_QUERY]
    try:
        uuid = str(UUID(request.GET.get("of", "")))
    except ValueError:
        uuid = ""
    return {"query": query, "uuid": uuid}


@meeting_view("view_meeting")
def history(request, roster):
    wish, hidden = asked(request), hidden_versions(roster, request.allowed)
    acts = found(roster, **wish, allowed=request.allowed, hidden=hidden)
    page = Paginator(acts, PAGE_SIZE).get_page(request.GET.get("page"))
    shown = [(act, changes_shown(act, request.allowed)) for act in page]
    reader = Reader([change for _act, changes in shown for change in changes], zone=roster.zone, kind=roster.event.kind)
    rows = [
        {
            "act": act,
            "number": number_of(act, hidden),
            "label": label_of(act.operation, roster.event.kind),
            "changes": [told for change in changes if (told := reader.read(change))],
        }
        for act, changes in shown
    ]
    context = {"tab": "history", "page": page, "rows": rows, **wish, "is_searched": any(wish.values())}
    return render(request, "events/history.html", context)


@meeting_view("edit_meeting")
@require_safe
def history_export(request, roster, file_format):
    hidden = hidden_versions(roster, request.allowed)
    acts = found(roster, **asked(request), allowed=request.allowed, hidden=hidden)[:MOST_EXPORTED]
    shown = [(act, changes_shown(act, request.allowed)) for act in acts]
    reader = Reader([change for _act, changes in shown for change in changes], zone=roster.zone, kind=roster.event.kind)
    rows = []
    for act, changes in shown:
        read = [told for change in changes if (told := reader.read(change))] or [{}]
        head = (
            number_of(act, hidden),
            local(act.at, roster.zone),
            str(act.by or ""),
            label_of(act.operation, roster.event.kind),
            act.why,
        )
        for change in read:
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
