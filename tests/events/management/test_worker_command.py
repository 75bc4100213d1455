"""manage.py worker, on the queue of the product: what was asked for is made, and what was lost is asked for again."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from events.documents.wanted import Wanted
from events.models import Job
from events.tasks import ask_for
from meetingplanner.settings import TASKS
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def queue(settings):
    """The product's own queue in the place of that of the tests."""
    settings.TASKS = TASKS


@pytest.fixture
def job():
    roster = factories.event(slug="mali").roster
    return ask_for(roster, [Wanted(document="programme-xlsx", language="en")], kind="zip", by=None, at=timezone.now())


def test_what_was_asked_for_waits_for_a_worker_and_is_made_by_it(job):
    assert (job.state, DBTaskResult.objects.get().args_kwargs["args"]) == ("waiting", [str(job.uuid)])
    call_command("worker", once=True)
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("done", 1)


def test_job_of_a_dead_worker_is_made_by_the_next(job):
    DBTaskResult.objects.all().delete()
    long_ago = timezone.now() - timedelta(minutes=5)
    Job.objects.update(state="running", attempts=1, heartbeat_at=long_ago)
    call_command("worker", once=True)
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("done", 2)


def test_instant_that_passed_takes_effect_once():
    roster = factories.event(observer_places=2, at=timezone.now()).roster
    roster.most_places, roster.registration = 2, "timed"
    request = factories.request(
        delegation=factories.delegation(roster=roster, grounds=("observer",), status="accepted"),
        place_number=1, places_asked=2,
    )  # fmt: skip
    call_command("worker", once=True)
    assert request.held.count() == 1
    roster.closes_at = timezone.now() - timedelta(seconds=1)
    roster.save()
    for _ in range(2):
        call_command("worker", once=True)
        assert (request.held.count(), roster.acts.count()) == (2, 1)


def test_results_of_the_queue_are_thrown_away_after_a_day(job):
    call_command("worker", once=True)
    DBTaskResult.objects.update(finished_at=timezone.now() - timedelta(days=2))
    call_command("worker", once=True)
    assert DBTaskResult.objects.count() == 0
