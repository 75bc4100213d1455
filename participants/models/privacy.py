"""What only few may read, and who took what away."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ConfidentialNote(models.Model):
    """A note on a delegation for protocol and administrators alone; Acts tell that it was written, not what it says."""

    # What Acts never hold.
    HIDDEN = frozenset({"text"})

    delegation = models.ForeignKey(
        "participants.Delegation", on_delete=models.CASCADE, related_name="confidential_notes"
    )
    text = models.TextField(_("text"), max_length=2000)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("by"),
    )  # fmt: skip

    class Meta:
        ordering = ("delegation", "-at", "-pk")
        verbose_name = _("confidential note")
        verbose_name_plural = _("confidential notes")

    def __str__(self):
        return str(self.pk)


class Access(models.Model):
    """A file with personal data that somebody took away: which, when, in which language."""

    roster = models.ForeignKey("participants.Roster", on_delete=models.CASCADE, related_name="accesses")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(_("at"))
    what = models.CharField(_("what"), max_length=80)
    language = models.CharField(_("language"), max_length=8, blank=True)

    class Meta:
        ordering = ("-pk",)
        verbose_name = _("file taken away")
        verbose_name_plural = _("files taken away")

    def __str__(self):
        return self.what
