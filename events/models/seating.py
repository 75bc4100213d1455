"""How one segment is seated: the named scheme or order by hand, the places given once it is kept, rules of protocol."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from events.domain.seating.rule_kinds import RULE_KINDS, WAYS_APART
from events.models.room import zones
from participants.domain.ranks import SCHEMES
from participants.domain.seat_orders import SEATING_SCHEMES
from participants.models.fields import Versioned


def schemes():
    return [(scheme.code, _(scheme.label)) for scheme in SEATING_SCHEMES.values()]


def rule_kinds():
    return [(kind.code, _(kind.label)) for kind in RULE_KINDS.values()]


def ways_apart():
    return [(code, _(label)) for code, label in WAYS_APART.items()]


def rank_schemes():
    return [(scheme.code, _(scheme.label)) for scheme in SCHEMES.values()]


class SeatingPlan(Versioned):
    """Who sits where follows from the order until the plan `is_kept`; then the places are those given."""

    segment = models.OneToOneField("events.Segment", on_delete=models.CASCADE, related_name="seating")
    scheme = models.CharField(_("order"), max_length=24, choices=schemes, default="alphabetical")
    language = models.CharField(_("language of the order"), max_length=8, default="en")
    drawn_state = models.ForeignKey(
        "participants.Entity", on_delete=models.RESTRICT, null=True, blank=True, related_name="+",
        verbose_name=_("State drawn"),
    )  # fmt: skip
    is_kept = models.BooleanField(_("plan kept"), default=False)
    rank_scheme = models.CharField(_("order of rank"), max_length=40, choices=rank_schemes, blank=True)
    is_mixed = models.BooleanField(_("in one order, whatever the status"), default=False)

    class Meta:
        verbose_name = _("seating plan")
        verbose_name_plural = _("seating plans")

    def __str__(self):
        return f"{self.segment_id}: {self.scheme}"


class GivenPlace(models.Model):
    """A place of the room, by zone and number, that a delegation was given in a plan that is kept."""

    KEY = "address"
    # The label of its seat in the room, where it is written: Acts keep it.
    seat_label = ""

    plan = models.ForeignKey(SeatingPlan, on_delete=models.CASCADE, related_name="given")
    zone = models.CharField(_("zone"), max_length=16, choices=zones)
    number = models.PositiveSmallIntegerField(_("place"))
    delegation = models.ForeignKey(
        "participants.Delegation", on_delete=models.CASCADE, related_name="+", verbose_name=_("delegation")
    )
    is_pinned = models.BooleanField(_("pinned"), default=False)

    class Meta:
        ordering = ("plan", "zone", "number")
        verbose_name = _("place given")
        verbose_name_plural = _("places given")
        constraints = [models.UniqueConstraint(fields=("plan", "zone", "number"), name="each_place_given_once")]

    def __str__(self):
        return self.seat_label or f"{self.zone} {self.number}"

    @property
    def address(self):
        """What Acts call it by."""
        return f"{self.plan_id}:{self.zone}:{self.number}"


class SeatingRule(Versioned):
    """What a plan has to hold to beyond its order. Who is to be kept apart, and why, is for protocol alone."""

    plan = models.ForeignKey(SeatingPlan, on_delete=models.CASCADE, related_name="rules")
    kind = models.CharField(_("rule"), max_length=16, choices=rule_kinds)
    delegation = models.ForeignKey(
        "participants.Delegation", on_delete=models.CASCADE, related_name="+", verbose_name=_("delegation")
    )
    other = models.ForeignKey(
        "participants.Delegation", on_delete=models.CASCADE, null=True, blank=True, related_name="+",
        verbose_name=_("other delegation"),
    )  # fmt: skip
    way = models.CharField(_("how far"), max_length=16, choices=ways_apart, blank=True)
    distance = models.PositiveSmallIntegerField(_("places between"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=500, blank=True)

    class Meta:
        ordering = ("plan", "pk")
        verbose_name = _("rule of seating")
        verbose_name_plural = _("rules of seating")

    def __str__(self):
        return str(self.kind)


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
