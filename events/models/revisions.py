"""What was issued: the revisions of a programme with their prints and calendars, and the addresses that follow it."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.domain.items import DETAILS

STANDINGS = {"provisional": _("provisional"), "final": _("final")}


def standings():
    return list(STANDINGS.items())


class _WithoutContent(models.Manager):
    """The bytes are read by the one view that sends them, not with every look at the row."""

    def get_queryset(self):
        return super().get_queryset().defer(*self.model.HEAVY)


class Revision(models.Model):
    """One issue of a meeting: number 0 is the base, n is Rev.n. `facts` is the snapshot, empty once it was purged.

    `changes` tells what differs from the revision before, as `comparing.to_data` writes it. `cancelled` are the
    calendar entries that are kept as cancelled, `own` the ledger of people's own entries: {key: {sequence, digest …}}.
    """

    KEY = "uuid"
    HEAVY = ("facts", "changes", "cancelled", "own")
    HIDDEN = frozenset(HEAVY)

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    roster = models.ForeignKey("participants.Roster", on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField(_("number"))
    standing = models.CharField(_("issued as"), max_length=12, choices=standings)
    issued_at = models.DateTimeField(_("issued at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="revisions"
    )
    note = models.CharField(_("note"), max_length=250, blank=True)
    languages = models.JSONField(_("languages"), default=list)
    facts = models.TextField(blank=True)
    changes = models.JSONField(default=list, blank=True)
    cancelled = models.JSONField(default=list, blank=True)
    own = models.JSONField(default=dict, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    objects = _WithoutContent()

    class Meta:
        ordering = ("roster", "-number")
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        constraints = [
            models.UniqueConstraint(fields=("roster", "number"), name="each_revision_once"),
            models.CheckConstraint(condition=models.Q(standing__in=STANDINGS), name="revision_standing"),
        ]

    def __str__(self):
        return f"Rev.{self.number}" if self.number else "base"


class IssuedPrint(models.Model):
    """One print of a revision, its bytes kept. `token` is what its code points at; `wanted` says which print it is.

    `is_late` when it was made from the snapshot after the issue.
    """

    HEAVY = ("content",)

    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="prints")
    token = models.CharField(max_length=24, unique=True)
    document = models.CharField(max_length=60)
    slot = models.CharField(max_length=64)
    wanted = models.JSONField(default=dict, blank=True)
    name = models.CharField(max_length=200, blank=True)
    content_type = models.CharField(max_length=100, blank=True)
    content = models.BinaryField(default=b"")
    size = models.PositiveIntegerField(default=0)
    pages = models.PositiveIntegerField(default=0)
    is_late = models.BooleanField(default=False)
    made_at = models.DateTimeField(null=True, blank=True)

    objects = _WithoutContent()

    class Meta:
        ordering = ("revision", "pk")
        constraints = [models.UniqueConstraint(fields=("revision", "slot"), name="one_issued_print_per_slot")]

    def __str__(self):
        return self.name or self.document

    @property
    def etag(self):
        """What its bytes are known by: once drawn they stay."""
        return f'"{self.token}"'


class IssuedCalendar(models.Model):
    """The calendar of a revision as it is served, one row for each detail, language and way of telling the time."""

    HEAVY = ("content",)

    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="calendars")
    key = models.CharField(max_length=120)
    content = models.BinaryField()
    digest = models.CharField(max_length=64)

    objects = _WithoutContent()

    class Meta:
        ordering = ("revision", "key")
        constraints = [models.UniqueConstraint(fields=("revision", "key"), name="each_calendar_once")]

    def __str__(self):
        return self.key


class Feed(models.Model):
    """A calendar's secret address, of the programme or of one person: only the digest of its token is stored."""

    KEY = "uuid"
    HIDDEN = frozenset({"digest", "used_on"})

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    roster = models.ForeignKey("participants.Roster", on_delete=models.CASCADE, related_name="feeds")
    delegate = models.ForeignKey(
        "participants.Delegate", on_delete=models.CASCADE, null=True, blank=True, related_name="feeds"
    )
    purpose = models.CharField(_("for whom"), max_length=120, blank=True)
    digest = models.CharField(max_length=64, unique=True)
    detail = models.CharField(max_length=12, default="meeting")
    language = models.CharField(max_length=8, default="en")
    made_at = models.DateTimeField(_("made at"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    used_on = models.DateField(_("last used on"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)

    class Meta:
        ordering = ("roster", "pk")
        verbose_name = _("calendar address")
        verbose_name_plural = _("calendar addresses")
        constraints = [models.CheckConstraint(condition=models.Q(detail__in=DETAILS), name="feed_detail")]

    def __str__(self):
        return self.purpose or str(self.uuid)
