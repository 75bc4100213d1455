"""The programme: segments with their chairs and podium, items and speeches. What others point at is withdrawn."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.domain.items import ITEM_KINDS, ORDER_SCHEMES, PRESS
from events.domain.podium import INTERPRETERS
from events.models.fields import CalendarEntry, WallClockField
from participants.models.fields import TextsField, Versioned


def item_kinds():
    return [(kind.code, _(kind.label)) for kind in ITEM_KINDS.values()]


def press():
    return [(code, _(label)) for code, label in PRESS.items()]


def interpreters():
    return [(code, _(label)) for code, label in INTERPRETERS.items()]


def order_schemes():
    return [(code, _(label)) for code, label in ORDER_SCHEMES.items()]


class ProgrammeQuerySet(models.QuerySet):
    def kept(self):
        return self.filter(withdrawn_at__isnull=True)


class Segment(CalendarEntry):
    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="segments")
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    title = TextsField(_("title"), blank=False)
    starts = WallClockField(_("fixed start"), null=True, blank=True)
    ends = WallClockField(_("fixed end"), null=True, blank=True)
    handover_seconds = models.PositiveSmallIntegerField(
        _("seconds between two speakers"), default=30, validators=[MaxValueValidator(600)]
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True, editable=False)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        ordering = ("event", "position", "pk")
        verbose_name = _("segment")
        verbose_name_plural = _("segments")

    def __str__(self):
        return str(self.uuid)


class SegmentChair(models.Model):
    segment = models.ForeignKey(Segment, on_delete=models.CASCADE, related_name="chairs")
    delegate = models.ForeignKey("participants.Delegate", on_delete=models.CASCADE, related_name="chaired")
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ("segment", "position", "pk")
        verbose_name = _("presiding officer")
        verbose_name_plural = _("presiding officers")
        constraints = [models.UniqueConstraint(fields=("segment", "delegate"), name="each_chair_once")]

    def __str__(self):
        return f"{self.segment_id}: {self.delegate_id}"


class PodiumPlace(models.Model):
    """The podium's list: the first is the centre, then right and left alternately as seen by those seated."""

    segment = models.ForeignKey(Segment, on_delete=models.CASCADE, related_name="podium")
    delegate = models.ForeignKey("participants.Delegate", on_delete=models.CASCADE, related_name="podium_places")
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    interpreter = models.CharField(_("interpreter"), max_length=8, choices=interpreters, blank=True)

    class Meta:
        ordering = ("segment", "position", "pk")
        verbose_name = _("place on the podium")
        verbose_name_plural = _("places on the podium")
        constraints = [models.UniqueConstraint(fields=("segment", "delegate"), name="once_on_a_podium")]

    def __str__(self):
        return f"{self.segment_id}: {self.delegate_id}"


class Item(CalendarEntry):
    segment = models.ForeignKey(Segment, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    kind = models.CharField(_("kind"), max_length=24, choices=item_kinds)
    title = TextsField(_("title"), blank=False)
    description = TextsField(_("description"))
    fixed_start = WallClockField(_("fixed start"), null=True, blank=True)
    fixed_end = WallClockField(_("fixed end"), null=True, blank=True)
    duration_minutes = models.PositiveSmallIntegerField(
        _("minutes"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(720)]
    )
    limit_seconds = models.PositiveSmallIntegerField(
        _("limit of a speech, in seconds"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(7200)],
    )
    order_scheme = models.CharField(_("order of speakers"), max_length=40, choices=order_schemes, blank=True)
    order_why = models.CharField(_("why they speak in this order"), max_length=250, blank=True)
    order_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    order_at = models.DateTimeField(_("ordered at"), null=True, blank=True)
    press = models.CharField(_("press"), max_length=12, choices=press, blank=True)
    actual_start = WallClockField(_("began at"), null=True, blank=True)
    actual_end = WallClockField(_("ended at"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True, editable=False)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        ordering = ("segment", "position", "pk")
        verbose_name = _("item")
        verbose_name_plural = _("items")

    def __str__(self):
        return str(self.uuid)


class Speech(Versioned):
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="speeches")
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    delegation = models.ForeignKey("participants.Delegation", on_delete=models.RESTRICT, related_name="speeches")
    delegate = models.ForeignKey(
        "participants.Delegate", on_delete=models.SET_NULL, null=True, blank=True, related_name="speeches"
    )
    capacity = TextsField(_("capacity"))
    on_behalf_of = TextsField(_("on behalf of"))
    group = models.ForeignKey(
        "participants.DatedGroup",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("for the group"),
    )
    planned_minutes = models.PositiveSmallIntegerField(
        _("minutes"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(120)]
    )
    requested_at = models.DateTimeField(_("asked for the floor at"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=8, blank=True)
    is_text_received = models.BooleanField(_("text received"), default=False)
    actual_start = WallClockField(_("began at"), null=True, blank=True)
    actual_end = WallClockField(_("ended at"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True, editable=False)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        ordering = ("item", "position", "pk")
        verbose_name = _("speech")
        verbose_name_plural = _("speeches")

    def __str__(self):
        return str(self.uuid)
