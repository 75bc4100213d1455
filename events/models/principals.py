"""What is arranged for principals: how they arrive and leave; and what staff changed in the chairs' script."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.fields import WallClockField
from participants.models.fields import Versioned


class Arrival(Versioned):
    """How one principal comes and goes. Without `leaves_after` nothing is said; wall clocks in the meeting's zone."""

    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="arrivals")
    delegate = models.OneToOneField("participants.Delegate", on_delete=models.CASCADE, related_name="arrival")
    arrives = WallClockField(_("arrives"), null=True, blank=True)
    entrance = models.CharField(_("entrance"), max_length=120, blank=True)
    holding_room = models.CharField(_("holding room"), max_length=120, blank=True)
    escort = models.CharField(_("escort"), max_length=120, blank=True)
    leaves_after = models.ForeignKey(
        "events.Item",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="departures",
        verbose_name=_("leaves after"),
    )
    note = models.CharField(_("note"), max_length=250, blank=True)

    class Meta:
        ordering = ("event", "pk")
        verbose_name = _("arrival")
        verbose_name_plural = _("arrivals")

    def __str__(self):
        return str(self.uuid)


class ScriptLine(Versioned):
    """A line of the chairs' script as staff wrote it, of the segment, item or speech whose uuid is `subject`.

    `place` names the line there, `made_from` are the words that stood there before. When the words generated for the
    place differ from `made_from`, both stand side by side.
    """

    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="script_lines")
    subject = models.UUIDField()
    place = models.CharField(max_length=40)
    language = models.CharField(max_length=8)
    text = models.TextField(_("words"), max_length=2000, blank=True)
    made_from = models.TextField(blank=True)

    class Meta:
        ordering = ("event", "pk")
        verbose_name = _("line of the script")
        verbose_name_plural = _("lines of the script")
        constraints = [
            models.UniqueConstraint(fields=("event", "subject", "place", "language"), name="each_script_line_once")
        ]

    def __str__(self):
        return str(self.uuid)
