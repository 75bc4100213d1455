"""The look the office gives its documents: one row, or none."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from events.domain.office import COLOUR
from participants.models.fields import TextsField, Versioned

is_colour = RegexValidator(rf"\A{COLOUR.pattern}\Z", _("Give the colour as # and six digits or letters up to F."))


class OfficeStyle(Versioned):
    """The only row has the key 1; empty values leave the house's own look."""

    accent = models.CharField(_("first colour"), max_length=7, blank=True, validators=[is_colour])
    second = models.CharField(_("second colour"), max_length=7, blank=True, validators=[is_colour])
    masthead = TextsField(_("masthead"))
    logo = models.BinaryField(_("logo"), blank=True, default=b"", editable=False)
    word_template = models.BinaryField(_("Word template"), blank=True, default=b"", editable=False)
    changed_at = models.DateTimeField(_("changed at"), null=True, editable=False)
    changed_by = models.CharField(_("changed by"), max_length=120, blank=True, editable=False)

    class Meta:
        verbose_name = _("look of the documents")
        verbose_name_plural = _("look of the documents")
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_office_style")]

    def __str__(self):
        return str(self.uuid)


class OfficeChange(models.Model):
    """One change of the look: `fields` has by name what was and what is; of a file only whether there is one."""

    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    fields = models.JSONField(default=dict)

    class Meta:
        ordering = ("-pk",)
        verbose_name = _("change of the look")
        verbose_name_plural = _("changes of the look")

    def __str__(self):
        return ", ".join(self.fields)
