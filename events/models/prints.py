"""Prints as made, kept so that nothing is drawn twice, and the jobs that make them: no facts, and easily made anew."""

import uuid

from django.conf import settings
from django.db import models

WAITING, RUNNING, DONE, FAILED, CANCELLED = STATES = ("waiting", "running", "done", "failed", "cancelled")
OPEN_STATES = (WAITING, RUNNING)
PRINTS, ZIP, LIST, ISSUE = KINDS = ("prints", "zip", "list", "issue")
# A worker that died, and a document that could not be made: `reason` holds one of them.
LOST, BROKEN = REASONS = ("lost", "broken")


class _WithoutContent(models.Manager):
    """The bytes are read by the one view that sends them, not with every look at the row."""

    def get_queryset(self):
        return super().get_queryset().defer("content", *(("picture",) if self.model is StoredPrint else ()))


class StoredPrint(models.Model):
    """The newest print of one `slot` (document, language, paper, moment …), made from the state that `key` stands for.

    `content` is empty where there was nothing to print. `pages` and `picture`, a PNG of page one, are those of a PDF.
    """

    roster = models.ForeignKey("participants.Roster", on_delete=models.CASCADE, related_name="prints")
    document = models.CharField(max_length=60)
    slot = models.CharField(max_length=64)
    key = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=100)
    content = models.BinaryField()
    size = models.PositiveIntegerField()
    pages = models.PositiveIntegerField(default=0)
    picture = models.BinaryField(default=b"")
    made_at = models.DateTimeField()

    objects = _WithoutContent()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("roster", "slot"), name="one_print_per_slot")]

    def __str__(self):
        return self.name


class Job(models.Model):
    """A wish for prints, and what became of it. `wanted`: the Wanted of each print as JSON, in the order of making.

    Or for the review of a list that came as a file: then `wanted` has the one ListWish; or for the prints of a
    revision: the one IssueWish.

    `done` of them are made, `part` per cent of the next. `heartbeat_at` is the last sign of life: of the wish while it
    waits, of the worker while it runs. `content` is the ZIP file of a job of that kind.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    roster = models.ForeignKey("participants.Roster", on_delete=models.CASCADE, related_name="jobs")
    kind = models.CharField(max_length=20)
    wanted = models.JSONField(default=list)
    state = models.CharField(max_length=20, default=WAITING)
    done = models.PositiveIntegerField(default=0)
    part = models.PositiveSmallIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    reason = models.CharField(max_length=20, blank=True)
    asked_at = models.DateTimeField()
    heartbeat_at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="jobs"
    )
    name = models.CharField(max_length=200, blank=True)
    content = models.BinaryField(default=b"")

    objects = _WithoutContent()

    class Meta:
        ordering = ("-asked_at", "-pk")
        indexes = [models.Index(fields=("state", "heartbeat_at"), name="jobs_by_state")]
        constraints = [
            models.CheckConstraint(condition=models.Q(state__in=STATES), name="job_state"),
            models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="job_kind"),
        ]

    def __str__(self):
        return f"{self.kind} {self.uuid}"

    @property
    def is_open(self):
        return self.state in OPEN_STATES

    @property
    def percent(self):
        """How much is done, 0 to 100; 100 only when all is."""
        return (100 * self.done + self.part) // (len(self.wanted) or 1)
