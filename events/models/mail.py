"""Mail: what was written to whom and what became of it, and the words that an office gives its messages."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meetingplanner.languages import INTERFACE_LANGUAGES, LANGUAGES
from participants.notices import NOTICES

MAIL_STATES = {
    "queued": _("queued"),
    "sending": _("being sent"),
    "sent": _("sent"),
    "failed": _("failed"),
    "dropped": _("not sent"),
}


def mail_states():
    return list(MAIL_STATES.items())


def message_kinds():
    return [(code, _(NOTICES[code])) for code in NOTICES]


def message_languages():
    return [(code, LANGUAGES[code].own_name) for code in INTERFACE_LANGUAGES]


class Mail(models.Model):
    """One message to one address, as it went out or is to; `notice` is what it tells, None for one sent again."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    roster = models.ForeignKey("participants.Roster", on_delete=models.CASCADE, related_name="mail")
    delegation = models.ForeignKey("participants.Delegation", on_delete=models.CASCADE, related_name="mail")
    request = models.ForeignKey("participants.Request", on_delete=models.CASCADE, null=True, related_name="mail")
    notice = models.OneToOneField("participants.Notice", on_delete=models.CASCADE, null=True, related_name="mail")
    again = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="repeats")
    kind = models.CharField(_("kind"), max_length=24, choices=message_kinds)
    to = models.EmailField(_("to"), blank=True)
    language = models.CharField(_("language"), max_length=8)
    subject = models.CharField(_("subject"), max_length=1000)
    text = models.TextField(_("text"), blank=True)
    html = models.TextField(_("as HTML"), blank=True)
    calendar = models.TextField(_("calendar part"), blank=True)
    method = models.CharField(_("method"), max_length=12, blank=True)
    state = models.CharField(_("state"), max_length=12, choices=mail_states, default="queued")
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    made_at = models.DateTimeField(_("written at"))
    next_at = models.DateTimeField(_("next attempt at"))
    sent_at = models.DateTimeField(_("sent at"), null=True)
    words = models.TextField(_("what was said of it"), blank=True)

    class Meta:
        ordering = ("-pk",)
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        indexes = [
            models.Index(fields=("next_at",), name="mail_to_send", condition=Q(state__in=("queued", "sending"))),
            models.Index(fields=("roster", "state"), name="mail_of_roster"),
        ]

    def __str__(self):
        return f"{self.kind}: {self.to}"


class MessageText(models.Model):
    """An office's own words for one kind of message of one meeting, in one language."""

    event = models.ForeignKey("events.Event", on_delete=models.CASCADE, related_name="message_texts")
    kind = models.CharField(_("kind"), max_length=24, choices=message_kinds)
    language = models.CharField(_("language"), max_length=8, choices=message_languages)
    subject = models.CharField(_("subject"), max_length=200)
    body = models.TextField(_("text"), max_length=5000)

    class Meta:
        ordering = ("event", "kind", "language")
        verbose_name = _("text of a message")
        verbose_name_plural = _("texts of messages")
        constraints = [models.UniqueConstraint(fields=("event", "kind", "language"), name="one_text_of_a_kind")]

    def __str__(self):
        return f"{self.kind} ({self.language})"
