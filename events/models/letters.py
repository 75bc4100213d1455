"""The log of letters: sent to which delegation, in which language, acknowledged when."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from participants.models.fields import Versioned
from participants.models.roster import document_languages


class Letter(Versioned):
    """One letter or note verbale that left the house; several to a delegation where it is written to again."""

    delegation = models.ForeignKey("participants.Delegation", on_delete=models.CASCADE, related_name="letters")
    language = models.CharField(_("language"), max_length=8, choices=document_languages)
    sent_at = models.DateTimeField(_("sent at"))
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("sent by"),
    )  # fmt: skip
    acknowledged_at = models.DateTimeField(_("acknowledged at"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=250, blank=True)

    class Meta:
        ordering = ("delegation", "-sent_at", "-pk")
        verbose_name = _("letter")
        verbose_name_plural = _("letters")

    def __str__(self):
        return f"{self.delegation_id}: {self.language}"
