"""Observer places: one row each, so that the database itself cannot grant one twice."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from participants.models.fields import Versioned
from participants.models.roster import document_languages

MOST_ASKED = 20


class RequestQuerySet(models.QuerySet):
    def active(self):
        return self.filter(withdrawn_at__isnull=True)

    def by_time_received(self):
        return self.order_by("received_at", "uuid")

    def in_line(self):
        """In the order that `participants.domain.allocation.queue_key` gives."""
        return self.order_by(models.F("line").asc(nulls_last=True), "received_at", "uuid")

    def with_places(self):
        """Each with the places it holds in `held`, in the order granted. One query more."""
        return self.prefetch_related(
            models.Prefetch("held", queryset=ObserverPlace.objects.order_by("request", "share"))
        )


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
    places_asked = models.PositiveSmallIntegerField(
        _("places asked for"), default=1, validators=[MinValueValidator(1), MaxValueValidator(MOST_ASKED)]
    )
    most_places = models.PositiveSmallIntegerField(
        _("most places for this request"), null=True, blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_ASKED)],
    )  # fmt: skip
    line = models.PositiveIntegerField(_("place in the order that staff made"), null=True, blank=True)
    is_public = models.BooleanField(_("came through the public form"), default=False)
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

    @property
    def place_numbers(self):
        """The numbers of the places it holds, in the order in which they were granted."""
        return tuple(place.number for place in sorted(self.held.all(), key=lambda one: one.share))


class ObserverPlace(models.Model):
    # What an Act calls it by.
    KEY = "number"

    roster = models.ForeignKey("participants.Roster", on_delete=models.CASCADE, related_name="places")
    number = models.PositiveIntegerField(_("number"))
    request = models.ForeignKey(Request, on_delete=models.RESTRICT, null=True, blank=True, related_name="held")
    share = models.PositiveSmallIntegerField(_("which of the request's places"), default=1)

    class Meta:
        ordering = ("roster", "number")
        verbose_name = _("observer place")
        verbose_name_plural = _("observer places")
        constraints = [
            models.UniqueConstraint(fields=("roster", "number"), name="one_place_per_number"),
            models.UniqueConstraint(fields=("request", "share"), name="one_place_per_share"),
        ]

    def __str__(self):
        return str(self.number)
