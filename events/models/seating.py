"""How one segment is seated: the named scheme, and the order made by hand. Who sits where follows from the facts."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from participants.domain.ranks import SCHEMES
from participants.domain.seat_orders import SEATING_SCHEMES
from participants.models.fields import Versioned


def schemes():
    return [(scheme.code, _(scheme.label)) for scheme in SEATING_SCHEMES.values()]


def rank_schemes():
    return [(scheme.code, _(scheme.label)) for scheme in SCHEMES.values()]


class SeatingPlan(Versioned):
    segment = models.OneToOneField("events.Segment", on_delete=models.CASCADE, related_name="seating")
    scheme = models.CharField(_("order"), max_length=24, choices=schemes, default="alphabetical")
    language = models.CharField(_("language of the order"), max_length=8, default="en")
    drawn_state = models.ForeignKey(
        "participants.Entity", on_delete=models.RESTRICT, null=True, blank=True, related_name="+",
        verbose_name=_("State drawn"),
    )  # fmt: skip
    rank_scheme = models.CharField(_("order of rank"), max_length=40, choices=rank_schemes, blank=True)
    is_mixed = models.BooleanField(_("in one order, whatever the status"), default=False)

    class Meta:
        verbose_name = _("seating plan")
        verbose_name_plural = _("seating plans")

    def __str__(self):
        return f"{self.segment_id}: {self.scheme}"


class SeatingPosition(models.Model):
    """One delegation in the order by hand, also while it does not come; who has none joined later."""

    plan = models.ForeignKey(SeatingPlan, on_delete=models.CASCADE, related_name="positions")
    delegation = models.ForeignKey("participants.Delegation", on_delete=models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ("plan", "position", "pk")
        verbose_name = _("place in the order by hand")
        verbose_name_plural = _("places in the order by hand")
        constraints = [models.UniqueConstraint(fields=("plan", "delegation"), name="each_delegation_placed_once")]

    def __str__(self):
        return f"{self.plan_id}: {self.delegation_id}"
