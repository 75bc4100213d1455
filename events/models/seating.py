"""How one segment is seated: the named scheme. Who sits where follows from it and from the facts."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from participants.domain.protocol import SEATING_SCHEMES
from participants.models.fields import Versioned


def schemes():
    return [(scheme.code, _(scheme.label)) for scheme in SEATING_SCHEMES.values()]


class SeatingPlan(Versioned):
    segment = models.OneToOneField("events.Segment", on_delete=models.CASCADE, related_name="seating")
    scheme = models.CharField(_("order"), max_length=24, choices=schemes, default="alphabetical")
    language = models.CharField(_("language of the order"), max_length=8, default="en")
    drawn_state = models.ForeignKey(
        "participants.Entity", on_delete=models.RESTRICT, null=True, blank=True, related_name="+",
        verbose_name=_("State drawn"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("seating plan")
        verbose_name_plural = _("seating plans")

    def __str__(self):
        return f"{self.segment_id}: {self.scheme}"
