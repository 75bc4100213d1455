"""The meeting itself: its title and terms, objectives, concept note and open points."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from events.domain.items import BLOCKS, LEVELS, MEETING_KINDS, SEVERITIES
from events.models.fields import CalendarEntry, WallClockField
from meetingplanner.languages import phrase
from participants.models.fields import TextsField, Versioned

OUTCOMES = {
    "summary": phrase("Co-chairs' summary"),
    "conclusions": phrase("Conclusions"),
    "none": phrase("No outcome paper"),
}
DECISIONS = {
    "pending": pgettext_lazy("deletion", "pending"),
    "accepted": pgettext_lazy("deletion", "accepted"),
    "rejected": pgettext_lazy("deletion", "rejected"),
}
PARAGRAPH_KINDS = {"title": _("title"), "heading": _("heading"), "paragraph": _("paragraph")}


def levels():
    return [(code, _(label)) for code, label in LEVELS.items()]


def meeting_kinds():
    return [(code, _(label)) for code, label in MEETING_KINDS.items()]


def severities():
    return [(code, _(label)) for code, label in SEVERITIES.items()]


def outcomes():
    return [(code, _(label)) for code, label in OUTCOMES.items()]


def decisions():
    return list(DECISIONS.items())


def paragraph_kinds():
    return list(PARAGRAPH_KINDS.items())


class Event(CalendarEntry):
    roster = models.OneToOneField("participants.Roster", on_delete=models.CASCADE, related_name="event")
    title = TextsField(_("title"), blank=False)
    short_title = TextsField(_("short title"))
    kind = models.CharField(_("kind of meeting"), max_length=16, choices=meeting_kinds, default="conference")
    level = models.CharField(_("level"), max_length=40, choices=levels, default="ministerial")
    starts = WallClockField(_("start"))
    ends = WallClockField(_("end"))
    in_margins_of = TextsField(_("in the margins of"))
    languages = models.JSONField(_("languages"), default=list, blank=True)
    reference = models.CharField(_("the office's reference"), max_length=60, blank=True)
    contact_name = models.CharField(_("contact"), max_length=120, blank=True)
    contact_email = models.EmailField(_("contact's e-mail"), blank=True)
    contact_phone = models.CharField(_("contact's telephone"), max_length=40, blank=True)
    reply_deadline = WallClockField(_("reply by"), null=True, blank=True)
    interpretation_ends = WallClockField(_("interpretation ends"), null=True, blank=True)
    is_programme_public = models.BooleanField(_("the programme may be read by everybody"), default=False)
    outcome = models.CharField(_("outcome"), max_length=16, choices=outcomes, default="summary")
    secretariat_seats = models.PositiveSmallIntegerField(_("seats for the secretariat"), default=0)
    press_seats = models.PositiveSmallIntegerField(_("seats for the press"), default=0)
    reserve_seats = models.PositiveSmallIntegerField(
        _("seats in reserve"), default=0, validators=[MaxValueValidator(5000)]
    )

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")

    def __str__(self):
        return next(iter(self.title.values()), str(self.uuid))


class Organiser(models.Model):
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="organisers")
    entity = models.ForeignKey("participants.Entity", on_delete=models.RESTRICT, related_name="+")
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ("event", "position", "pk")
        verbose_name = _("organiser")
        verbose_name_plural = _("organisers")
        constraints = [models.UniqueConstraint(fields=("event", "entity"), name="each_organiser_once")]

    def __str__(self):
        return f"{self.event_id}: {self.entity_id}"


class Objective(Versioned):
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="objectives")
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    text = TextsField(_("objective"), blank=False)

    class Meta:
        ordering = ("event", "position", "pk")
        verbose_name = _("objective")
        verbose_name_plural = _("objectives")

    def __str__(self):
        return str(self.uuid)


class ReferenceDocument(models.Model):
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="reference_documents")
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    symbol = models.CharField(_("symbol"), max_length=60, blank=True)
    title = TextsField(_("title"), blank=False)
    dated_on = models.DateField(_("dated"), null=True, blank=True)

    class Meta:
        ordering = ("event", "position", "pk")
        verbose_name = _("reference document")
        verbose_name_plural = _("reference documents")

    def __str__(self):
        return self.symbol


class EarlierMeeting(models.Model):
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="earlier_meetings")
    held_on = models.DateField(_("held on"))
    title = TextsField(_("title"))

    class Meta:
        ordering = ("event", "-held_on", "pk")
        verbose_name = _("earlier meeting")
        verbose_name_plural = _("earlier meetings")

    def __str__(self):
        return str(self.held_on)


class NoteParagraph(Versioned):
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="paragraphs")
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    kind = models.CharField(_("kind"), max_length=12, choices=paragraph_kinds, default="paragraph")
    number = models.CharField(_("number"), max_length=12, blank=True)
    text = TextsField(_("text"), blank=False)

    class Meta:
        ordering = ("event", "position", "pk")
        verbose_name = _("paragraph of the concept note")
        verbose_name_plural = _("paragraphs of the concept note")

    def __str__(self):
        return f"{self.event_id}: {self.position}"


class NoteDeletion(Versioned):
    """A deletion marked in the note's text by its number, and what was decided of it."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="deletions")
    number = models.PositiveSmallIntegerField(_("number"))
    decision = models.CharField(_("decision"), max_length=12, choices=decisions, default="pending")

    class Meta:
        ordering = ("event", "number")
        verbose_name = _("deletion in the concept note")
        verbose_name_plural = _("deletions in the concept note")
        constraints = [models.UniqueConstraint(fields=("event", "number"), name="each_deletion_once")]

    def __str__(self):
        return f"{self.event_id}: {self.number}"


class OpenPoint(Versioned):
    """`options` are ordinary changes that would settle it: [{"label": texts, "operation": name, "arguments": {}}]."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="open_points")
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    code = models.CharField(_("number"), max_length=20)
    severity = models.CharField(_("severity"), max_length=8, choices=severities, default="medium")
    where = TextsField(_("where"))
    finding = TextsField(_("what"), blank=False)
    proposal = TextsField(_("proposal"))
    blocks = models.JSONField(_("what it blocks"), default=list, blank=True)
    options = models.JSONField(default=list, blank=True, editable=False)
    resolved_at = models.DateTimeField(_("settled at"), null=True, blank=True)
    resolved_by = models.CharField(_("settled by"), max_length=120, blank=True)
    resolution = models.CharField(_("how it was settled"), max_length=500, blank=True)

    class Meta:
        ordering = ("event", "position", "pk")
        verbose_name = _("open point")
        verbose_name_plural = _("open points")
        constraints = [
            models.UniqueConstraint(
                fields=("event", "code"), name="one_open_point_per_number",
                violation_error_message=_("There is an open point with this number already."),
            )
        ]  # fmt: skip

    def __str__(self):
        return self.code

    @property
    def block_labels(self):
        return [BLOCKS[block] for block in self.blocks]
