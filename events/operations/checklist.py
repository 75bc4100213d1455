"""The checklist: tasks added, changed, ticked and removed; the standard ones offered."""

import uuid as uuids
from datetime import datetime
from typing import Any

from django.utils.translation import gettext, override

from events.domain.checklist import STANDARD_TASKS
from events.models import Event, Task
from meetingplanner.languages import INTERFACE_LANGUAGES
from participants.domain.texts import Texts
from participants.models import User
from participants.operations.acting import Stale, acting


def add_task(
    event: Event, *, text: Texts, days_before: int, by: User | None, at: datetime, uuid: uuids.UUID | None = None,
    owner: str = "", note: str = "",
) -> Task:  # fmt: skip
    """Add a task and return it; the same `uuid` again adds nothing. Raises ValidationError."""
    with acting(event.roster, operation="add_task", by=by, at=at) as act:
        if uuid and (earlier := Task.objects.filter(event=event, uuid=uuid).first()):
            return earlier
        row = Task(event=event, text=text, days_before=days_before, owner=owner, note=note)
        row.uuid = uuid or row.uuid
        return act.add(row)


def add_standard_tasks(event: Event, *, by: User | None, at: datetime) -> int:
    """Add the standard tasks that the meeting lacks, in every language of the interface, and return how many."""
    with acting(event.roster, operation="add_standard_tasks", by=by, at=at) as act:
        present = set(Task.objects.filter(event=event).values_list("code", flat=True))
        rows = [
            Task(event=event, code=task.code, text=_texts(task.text), days_before=task.days_before)
            for task in STANDARD_TASKS.values()
            if task.code not in present
        ]
        act.add_all(rows)
        return len(rows)


def _texts(text: str) -> Texts:
    found = {}
    for language in INTERFACE_LANGUAGES:
        with override(language):
            found[language] = gettext(text)
    return found


def change_task(task: Task, *, version: int, by: User | None, at: datetime, **columns: Any) -> Task:
    """Change a task and return it. Raises Stale, ValidationError."""
    with acting(task.event.roster, operation="change_task", by=by, at=at) as act:
        return act.change(task, version=version, **columns)


def tick_task(task: Task, *, is_done: bool, version: int, by: User | None, at: datetime) -> Task:
    """Say that a task is done, or is not after all, and return it. Raises Stale when somebody changed it meanwhile."""
    with acting(task.event.roster, operation="tick_task", by=by, at=at) as act:
        done = {"done_at": at, "done_by": by} if is_done else {"done_at": None, "done_by": None}
        return act.change(task, version=version, **done)


def remove_task(task: Task, *, version: int, by: User | None, at: datetime) -> None:
    """Remove a task; the history keeps it. Raises Stale when somebody changed it meanwhile."""
    with acting(task.event.roster, operation="remove_task", by=by, at=at) as act:
        row = Task.objects.filter(pk=task.pk).first()
        if row is None:
            return
        if row.version != version:
            raise Stale(current=row, wanted={})
        act.remove(row)
