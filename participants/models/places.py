"""Observer places: one row each, so that the database itself cannot grant one twice."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from participants.models.fields import Versioned
from participants.models.roster import document_languages


class RequestQuerySet(models.QuerySet):
    def active(self):
        return self.filter(withdrawn_at__isnull=True)

    def by_time_received(self):
        return self.order_by("received_at", "uuid")


class Request(Versioned):
    roster = models.ForeignKey("participants.Roster", on_delete=models.CASCADE, related_name="requests")
    delegation = models.ForeignKey("participants.Delegation", on_delete=models.CASCADE, related_name="requests")
    received_at = models.DateTimeField(_("received at"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    contact_name = models.CharField(_("contact"), max_length=120, blank=True)
    contact_email = models.EmailField(_("contact's e-mail"), blank=True)
    note = models.CharField(_("note"), max_length=250, blank=True)
    language = models.CharField(_("language of mail"), max_length=8, choices=document_languages, blank=True)
    link_generation = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = RequestQuerySet.as_manager()

    class Meta:
        ordering = ("received_at", "uuid")
        verbose_name = _("request for an observer place")
        verbose_name_plural = _("requests for observer places")
        constraints = [
            models.UniqueConstraint(
                fields=("delegation",), condition=Q(withdrawn_at__isnull=True), name="one_active_request",
                violation_error_message=_("This delegation has asked already."),
            )
        ]  # fmt: skip

    def __str__(self):
        return str(self.uuid)


class ObserverPlace(models.Model):
    roster = models.ForeignKey("participants.Roster", on_delete=models.CASCADE, related_name="places")
    number = models.PositiveIntegerField(_("number"))
    request = models.OneToOneField(Request, on_delete=models.RESTRICT, null=True, blank=True, related_name="place")

    class Meta:
        ordering = ("roster", "number")
        verbose_name = _("observer place")
        verbose_name_plural = _("observer places")
        constraints = [models.UniqueConstraint(fields=("roster", "number"), name="one_place_per_number")]

    def __str__(self):
        return str(self.number)
