"""The checklist of a meeting: what is due when, who does it, what is overdue."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from events.domain.checklist import STANDARD_TASKS, due_on, is_overdue
from events.domain.wallclock import local
from events.forms.checklist import TaskForm
from events.models import Task
from events.operations.checklist import add_standard_tasks, add_task, change_task, remove_task, tick_task
from participants.operations.acting import Stale
from participants.views.access import meeting_view
from participants.views.parsing import number_of
from participants.views.saving import say_saved


def tasks_of(roster, now):
    """The tasks in the order in which they are due, each with its day and whether it is overdue. One query."""
    today = local(now, roster.zone).date()
    for one in Task.objects.filter(event=roster.event).select_related("done_by").order_by("-days_before", "pk"):
        is_late = is_overdue(
            first_on=roster.first_on, days_before=one.days_before, is_done=one.done_at is not None, today=today
        )
        yield {"one": one, "due_on": due_on(roster.first_on, one.days_before), "is_overdue": is_late}


def page(request, roster, *, form=None):
    rows = list(tasks_of(roster, timezone.now()))
    codes = {row["one"].code for row in rows}
    context = {
        "tab": "checklist",
        "zone": roster.zone,
        "rows": rows,
        "done": sum(row["one"].done_at is not None for row in rows),
        "overdue": sum(row["is_overdue"] for row in rows),
        "lacking": sum(code not in codes for code in STANDARD_TASKS),
        "form": form or TaskForm(),
    }
    return render(request, "events/checklist.html", context)


@meeting_view("view_meeting")
@require_safe
def checklist(request, roster):
    return page(request, roster)


@meeting_view("edit_meeting")
def task_add(request, roster):
    if request.method != "POST":
        return redirect("events:checklist", roster.slug)
    form = TaskForm(request.POST)
    if form.is_valid():
        now = timezone.now()
        try:
            add_task(roster.event, **form.columns, uuid=form.cleaned_data["token"], by=request.user, at=now)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            say_saved(request, at=now, zone=roster.zone, what=_("The task was added."))
            return redirect("events:checklist", roster.slug)
    return page(request, roster, form=form)


@require_POST
@meeting_view("edit_meeting")
def task_standard(request, roster):
    now = timezone.now()
    count = add_standard_tasks(roster.event, by=request.user, at=now)
    words = ngettext("%(count)s task was added.", "%(count)s tasks were added.", count) % {"count": count}
    say_saved(request, at=now, zone=roster.zone, what=words)
    return redirect("events:checklist", roster.slug)


def task_of(roster, uuid):
    return get_object_or_404(Task.objects.select_related("event__roster"), event__roster=roster, uuid=uuid)


@meeting_view("edit_meeting")
def task(request, roster, uuid):
    row = task_of(roster, uuid)
    form = TaskForm(request.POST if request.method == "POST" else None, instance=row)
    if request.method == "POST" and form.is_valid():
        now, version = timezone.now(), form.cleaned_data["version"] or 0
        try:
            if "remove" in request.POST:
                remove_task(row, version=version, by=request.user, at=now)
            else:
                change_task(row, version=version, by=request.user, at=now, **form.columns)
        except Stale as stale:
            form.add_stale(stale)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            what = _("The task was removed.") if "remove" in request.POST else _("The task was saved.")
            say_saved(request, at=now, zone=roster.zone, what=what)
            return redirect("events:checklist", roster.slug)
    return render(request, "events/task.html", {"tab": "checklist", "form": form, "row": row})


@require_POST
@meeting_view("do_tasks")
def task_tick(request, roster, uuid):
    row, now = task_of(roster, uuid), timezone.now()
    is_done = request.POST.get("done") == "yes"
    try:
        tick_task(row, is_done=is_done, version=number_of(request.POST, "version"), by=request.user, at=now)
    except Stale:
        messages.info(request, _("Somebody changed this task meanwhile; look at it, then press again."))
    else:
        what = _("The task is done.") if is_done else _("The task is not done after all.")
        say_saved(request, at=now, zone=roster.zone, what=what)
    return redirect("events:checklist", roster.slug)
