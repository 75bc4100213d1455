"""The checklist: days counted back from the meeting, ticks with name and time, overdue ones among the findings."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from events.domain.checklist import STANDARD_TASKS, due_on, is_overdue
from events.models import Task
from participants.models import Act
from tests import factories

pytestmark = pytest.mark.django_db
FIRST_ON = date(2017, 9, 20)


@pytest.fixture
def event():
    return factories.event(slug="mali")


@pytest.fixture
def desk(client, event):
    client.force_login(factories.user(role="desk_officer", name="Desk"))
    return client


def url(name, *args):
    return reverse(f"events:{name}", args=["mali", *args])


@pytest.mark.parametrize(
    ("days_before", "is_done", "today", "late"),
    [
        (7, False, date(2017, 9, 13), False),
        (7, False, date(2017, 9, 14), True),
        (7, True, date(2017, 9, 14), False),
        (0, False, date(2017, 9, 20), False),
    ],
)
def test_task_is_overdue_after_its_day_until_it_is_done(days_before, is_done, today, late):
    assert is_overdue(first_on=FIRST_ON, days_before=days_before, is_done=is_done, today=today) is late


def test_due_day_follows_the_meeting():
    assert (due_on(FIRST_ON, 21), due_on(date(2017, 9, 27), 21)) == (date(2017, 8, 30), date(2017, 9, 6))


def test_standard_tasks_are_added_once_in_both_languages(desk, event):
    Task.objects.create(event=event, code="room", text={"en": "Own words"}, days_before=30)
    for _ in range(2):
        desk.post(url("task_standard"))
    assert Task.objects.filter(event=event).count() == len(STANDARD_TASKS)
    assert Task.objects.get(code="room").text == {"en": "Own words"}
    note = Task.objects.get(code="reminders")
    assert note.text == {"en": "Remind those who have not answered", "fr": "Relancer celles qui n'ont pas répondu"}


def test_task_is_added_once_changed_and_removed(desk, event):
    form = desk.get(url("checklist")).context["form"]
    data = {"text_en": "Print", "days_before": "1", "owner": "Ms. Weiß", "token": str(form["token"].value())}
    for _ in range(2):
        desk.post(url("task_add"), data)
    task = Task.objects.get()
    assert (task.text, task.owner) == ({"en": "Print"}, "Ms. Weiß")
    desk.post(url("task", task.uuid), data | {"text_en": "Print all", "version": "1"})
    task.refresh_from_db()
    assert task.text == {"en": "Print all"}
    stale = desk.post(url("task", task.uuid), data | {"version": "1"})
    assert "Save again to keep yours" in str(stale.context["form"].errors)
    desk.post(url("task", task.uuid), data | {"version": "2", "remove": "1"})
    assert (Task.objects.count(), Act.objects.first().operation) == (0, "remove_task")


@pytest.mark.parametrize(
    ("fields", "field"),
    [({"text_en": ""}, "text"), ({"days_before": "-1"}, "days_before"), ({"days_before": "9999"}, "days_before")],
)
def test_bad_input_is_told_at_its_field(desk, event, fields, field):
    response = desk.post(url("task_add"), {"text_en": "Print", "days_before": "1"} | fields)
    assert field in response.context["form"].errors
    assert Task.objects.count() == 0


def test_tick_keeps_who_and_when_and_is_refused_from_an_old_page(client, event):
    rapporteur = factories.user(role="rapporteur", name="Rapporteur")
    client.force_login(rapporteur)
    task = factories.task(event=event)
    client.post(url("task_tick", task.uuid), {"version": "1", "done": "yes"})
    task.refresh_from_db()
    assert (task.done_by, task.done_at is None) == (rapporteur, False)
    client.post(url("task_tick", task.uuid), {"version": "1", "done": "no"})
    task.refresh_from_db()
    assert task.done_at
    client.post(url("task_tick", task.uuid), {"version": "2", "done": "no"})
    task.refresh_from_db()
    assert (task.done_at, task.done_by) == (None, None)


def test_overdue_tasks_are_a_finding_of_the_overview_and_of_no_print(desk, event, monkeypatch):
    factories.task(event=event, days_before=30)
    factories.task(event=event, days_before=1, text={"en": "Later"})
    monkeypatch.setattr("django.utils.timezone.now", lambda: datetime(2017, 9, 1, tzinfo=UTC))
    page = desk.get(url("overview")).content.decode()
    assert "Overdue in the checklist: Print the plates (1)." in page
    monkeypatch.setattr("django.utils.timezone.now", lambda: datetime(2017, 8, 1, tzinfo=UTC))
    assert "Overdue in the checklist" not in desk.get(url("overview")).content.decode()
