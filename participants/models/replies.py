"""What delegations answered, as it came in: by their own link or entered by staff, each with its own time received."""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from participants.models.fields import Versioned
from participants.models.roster import channels, statuses

STATES = {
    "applied": _("recorded"),
    "pending": _("asks for a change"),
    "accepted": _("change accepted"),
    "declined": _("change declined"),
}


def states():
    return list(STATES.items())


class Reply(Versioned):
    """One answer; `answer` is a participants.domain.answers.Answer as JSON, empty for one that staff entered."""

    delegation = models.ForeignKey("participants.Delegation", on_delete=models.CASCADE, related_name="replies")
    received_at = models.DateTimeField(_("received at"))
    recorded_at = models.DateTimeField(_("recorded at"))
    channel = models.CharField(_("reply came by"), max_length=12, choices=channels, blank=True)
    status = models.CharField(_("status"), max_length=12, choices=statuses)
    answer = models.JSONField(_("answer"), default=dict, blank=True, encoder=DjangoJSONEncoder)
    written_in = models.CharField(_("language"), max_length=8, blank=True)
    state = models.CharField(_("state"), max_length=12, choices=states, default="applied")
    decided_at = models.DateTimeField(_("decided at"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    why = models.CharField(_("reason"), max_length=500, blank=True)

    class Meta:
        ordering = ("-received_at", "-pk")
        verbose_name = _("reply")
        verbose_name_plural = _("replies")

    def __str__(self):
        return f"{self.delegation_id}: {self.status}"
