"""The checklist of one meeting."""

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from participants.models.fields import TextsField, Versioned


class Task(Versioned):
    """Something to be done so many days before the meeting; `code` is that of a standard task, or empty."""

    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="tasks")
    code = models.CharField(max_length=24, blank=True, editable=False)
    text = TextsField(_("task"), blank=False)
    days_before = models.PositiveSmallIntegerField(
        _("days before the meeting"), default=7, validators=[MaxValueValidator(730)]
    )
    owner = models.CharField(_("who does it"), max_length=120, blank=True)
    note = models.CharField(_("note"), max_length=500, blank=True)
    done_at = models.DateTimeField(_("done at"), null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("done by"),
    )  # fmt: skip

    class Meta:
        ordering = ("event", "-days_before", "pk")
        verbose_name = _("task")
        verbose_name_plural = _("tasks")
        constraints = [
            models.UniqueConstraint(
                fields=("event", "code"), condition=~models.Q(code=""), name="each_standard_task_once"
            )
        ]

    def __str__(self):
        return next(iter(self.text.values()), str(self.uuid))
