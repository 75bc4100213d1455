"""What a worker does. The queue only says that there is something to do; what, and how far it is, stands in the Job."""

import logging
from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone
from django_tasks import task

from events.documents.wanted import Wanted
from events.models import Job
from events.operations import jobs, mail
from events.operations.issued_prints import IssueWish
from events.operations.jobs import ListWish
from participants.models import Roster, User
from participants.operations.desk import pass_times
from participants.operations.list_files import purge
from participants.queries import rosters_due

logger = logging.getLogger(__name__)


@task()
def make_job(uuid: str) -> None:
    """Make the job, as it is when a worker comes to it."""
    try:
        jobs.make(uuid, clock=timezone.now)
    except (KeyboardInterrupt, SystemExit):
        # This worker is being stopped and has handed its job back; the next one need not find it by itself.
        make_job.enqueue(uuid)
        raise


def ask_for(
    roster: Roster, wanted: Sequence[Wanted | ListWish | IssueWish], *, kind: str, by: User | None, at: datetime
) -> Job:
    """Ask the workers for prints or a review, and return the job as it is now."""
    job, is_new = jobs.ask(roster, wanted, kind=kind, by=by, at=at)
    if is_new:
        make_job.enqueue(str(job.uuid))
        job.refresh_from_db()
    return job


def let_times_pass(*, at: datetime) -> int:
    """Do at each registration desk what an instant that has passed brings, and return for how many meetings."""
    due = rosters_due(at)
    for roster in due:
        pass_times(roster, at=at)
    return len(due)


def deliver(*, at: datetime) -> int:
    """Write the messages that notices ask for, send those that are due, and return how many were taken."""
    mail.take_up(at=at)
    return mail.send_due(at=at)


def look_after(*, at: datetime) -> int:
    """Ask again for jobs that were lost, throw away what is old, and return how many were asked for."""
    jobs.tidy(at=at)
    purge(at=at)
    lost = jobs.recover(at=at)
    for uuid in lost:
        logger.warning("The job %s is asked for again.", uuid)
        make_job.enqueue(str(uuid))
    return len(lost)
