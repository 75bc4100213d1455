"""Records: what was done, by whom and why; and what the reference data looked like when it was loaded."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _


class Act(models.Model):
    """One operation: `changes` lists, in the order made, {model, key, label, action, fields: {name: [from, to]}}."""

    roster = models.ForeignKey("participants.Roster", on_delete=models.CASCADE, related_name="acts")
    version = models.PositiveIntegerField(_("version of the meeting that it made"))
    operation = models.CharField(_("operation"), max_length=60)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="acts"
    )
    why = models.CharField(_("reason"), max_length=500, blank=True)
    changes = models.JSONField(default=list, encoder=DjangoJSONEncoder)

    class Meta:
        ordering = ("-version",)
        verbose_name = _("act")
        verbose_name_plural = _("acts")
        constraints = [models.UniqueConstraint(fields=("roster", "version"), name="one_act_per_version")]

    def __str__(self):
        return f"{self.version}: {self.operation}"


class ReferenceRow(models.Model):
    """The ledger of load_reference: key and fingerprint of each row as it was loaded."""

    key = models.CharField(max_length=200, unique=True)
    fingerprint = models.CharField(max_length=64)

    class Meta:
        ordering = ("key",)

    def __str__(self):
        return self.key
