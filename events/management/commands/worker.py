"""Makes prints that take longer than a page may wait, and lets times pass at the registration desks.

Any number may run, on any machine that reaches the database.
"""

import logging
import time
from datetime import timedelta

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from events.tasks import let_times_pass, look_after

INTERVAL_SECONDS = 0.5
LOOK_AFTER_SECONDS = 30
KEPT_RESULTS = timedelta(days=1)


class Command(BaseCommand):
    help = "Make the prints that are asked for, take up those whose worker died, let times pass, until stopped."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="do what there is to do, and end")

    def handle(self, *, once, **options):
        logging.getLogger("django_tasks").setLevel(logging.WARNING)
        logging.getLogger("django_tasks_db").setLevel(logging.WARNING)
        worker = Worker(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )
        if not once:
            worker.configure_signals()
        looked_after_at = None
        while worker.running:
            if looked_after_at is None or time.monotonic() - looked_after_at >= LOOK_AFTER_SECONDS:
                now = timezone.now()
                look_after(at=now)
                DBTaskResult.objects.finished().filter(finished_at__lt=now - KEPT_RESULTS).delete()
                looked_after_at = time.monotonic()
            let_times_pass(at=timezone.now())
            worker.run()
            if once:
                break
            if worker.running:
                time.sleep(INTERVAL_SECONDS)
