"""What delegations are to be told: written by operations in their own transaction, rendered and sent after it."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _


class Notice(models.Model):
    """One fact that a delegation is to be told, of the kind NOTICES names; `data` has what the words need beside it."""

    roster = models.ForeignKey("participants.Roster", on_delete=models.CASCADE, related_name="notices")
    delegation = models.ForeignKey("participants.Delegation", on_delete=models.CASCADE, related_name="notices")
    request = models.ForeignKey(
        "participants.Request", on_delete=models.CASCADE, null=True, blank=True, related_name="notices"
    )
    act = models.ForeignKey("participants.Act", on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(_("kind"), max_length=24)
    at = models.DateTimeField(_("at"))
    data = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    class Meta:
        ordering = ("roster", "pk")
        verbose_name = _("notice")
        verbose_name_plural = _("notices")

    def __str__(self):
        return f"{self.kind}: {self.delegation_id}"
