"""Rooms: the library, and a meeting's own copy of one of them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from meetingplanner.languages import phrase
from participants.models.fields import TextsField, Versioned

ZONES = {
    "podium": phrase("podium"),
    "table": phrase("table"),
    "behind": phrase("behind the table"),
    "observers": phrase("observers"),
    "press": phrase("press"),
    "secretariat": phrase("secretariat"),
    "gallery": phrase("gallery"),
}


def zones():
    return [(code, _(label)) for code, label in ZONES.items()]


class LibraryRoom(models.Model):
    """A room that meetings copy; `plan` holds seats and places as in fixtures/README.md."""

    slug = models.SlugField(_("code"), unique=True)
    names = TextsField(_("name"))
    building = TextsField(_("building"))
    city = TextsField(_("city"))
    is_approximate = models.BooleanField(_("plan not measured"), default=False)
    source = TextsField(_("source"))
    plan = models.JSONField(_("plan"), default=dict)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("slug",)
        verbose_name = _("room of the library")
        verbose_name_plural = _("rooms of the library")

    def __str__(self):
        return self.slug


class RoomChange(models.Model):
    """One change of the library, which belongs to no meeting; `fields` has what was and is, of seats how many."""

    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    slug = models.CharField(_("code"), max_length=50)
    operation = models.CharField(_("operation"), max_length=24)
    fields = models.JSONField(default=dict)

    class Meta:
        ordering = ("-pk",)
        verbose_name = _("change of a room of the library")
        verbose_name_plural = _("changes of rooms of the library")

    def __str__(self):
        return f"{self.slug}: {self.operation}"


class Room(Versioned):
    event = models.OneToOneField("events.Event", on_delete=models.CASCADE, related_name="room")
    names = TextsField(_("name"))
    building = TextsField(_("building"))
    city = TextsField(_("city"))
    width_mm = models.PositiveIntegerField(_("width (mm)"))
    depth_mm = models.PositiveIntegerField(_("depth (mm)"))
    is_approximate = models.BooleanField(_("plan not measured"), default=False)

    class Meta:
        verbose_name = _("room")
        verbose_name_plural = _("rooms")

    def __str__(self):
        return str(self.uuid)


class Place(models.Model):
    """A principal's seat and those behind it, numbered in walking order inside the zone."""

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="places")
    zone = models.CharField(_("zone"), max_length=16, choices=zones)
    number = models.PositiveSmallIntegerField(_("number"))

    class Meta:
        ordering = ("room", "zone", "number")
        verbose_name = _("place")
        verbose_name_plural = _("places")
        constraints = [models.UniqueConstraint(fields=("room", "zone", "number"), name="each_place_once")]

    def __str__(self):
        return f"{self.zone} {self.number}"


class Seat(models.Model):
    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="seats")
    place = models.ForeignKey(Place, on_delete=models.SET_NULL, null=True, blank=True, related_name="seats")
    is_principal = models.BooleanField(_("principal's seat"), default=False)
    zone = models.CharField(_("zone"), max_length=16, choices=zones)
    label = models.CharField(_("label"), max_length=12)
    row = models.CharField(_("row"), max_length=12, blank=True)
    side = models.CharField(_("side"), max_length=12, blank=True)
    x_mm = models.IntegerField()
    y_mm = models.IntegerField()
    angle = models.SmallIntegerField(_("angle in degrees"), default=0)
    is_accessible = models.BooleanField(_("accessible"), default=False)
    is_removable = models.BooleanField(_("removable"), default=False)
    is_blocked = models.BooleanField(_("blocked"), default=False)

    class Meta:
        ordering = ("room", "pk")
        verbose_name = _("seat")
        verbose_name_plural = _("seats")
        constraints = [models.UniqueConstraint(fields=("room", "label"), name="each_seat_label_once")]

    def __str__(self):
        return self.label
