"""Field types and bases that both apps use."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from meetingplanner.languages import LANGUAGES


def validate_texts(value):
    """Raise ValidationError unless `value` maps known language codes to texts."""
    if not isinstance(value, dict):
        raise ValidationError(_("Give the text by language."))
    unknown = sorted(set(value) - set(LANGUAGES))
    if unknown:
        raise ValidationError(_("No such language: %(codes)s."), params={"codes": ", ".join(unknown)})
    if not all(isinstance(text, str) for text in value.values()):
        raise ValidationError(_("Each language takes a text."))


class TextsField(models.JSONField):
    """A text in several languages, as a JSON object of language code to text; empty means none in any."""

    default_validators = [validate_texts]

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("default", dict)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)


class Versioned(models.Model):
    """A row with an identity that never changes and a version that each recorded change raises by one."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True
