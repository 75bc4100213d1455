"""Changes of the look that the office gives its documents. It belongs to no meeting, and so has no Act."""

from datetime import datetime
from typing import Any

from django.db import transaction

from events.models import OfficeStyle
from participants.models import User
from participants.operations.acting import Stale

ONLY = 1


def change_office_style(*, version: int, by: User | None, at: datetime, **wanted: Any) -> OfficeStyle:
    """Set `wanted` (accent, second, masthead, logo, word_template) and return the row.

    It is made when there is none yet (version 1).

    What is equal already changes nothing. Raises Stale where `version` is not the row's any more, ValidationError for
    a value that the field refuses.
    """
    with transaction.atomic():
        OfficeStyle.objects.get_or_create(pk=ONLY)
        row = OfficeStyle.objects.select_for_update().get(pk=ONLY)
        if row.version != version:
            raise Stale(current=row, wanted=wanted)
        if all(_plain(getattr(row, name)) == value for name, value in wanted.items()):
            return row
        for name, value in wanted.items():
            setattr(row, name, value)
        row.clean_fields()
        row.version, row.changed_at, row.changed_by = row.version + 1, at, str(by or "")
        row.save()
        return row


def _plain(value: Any) -> Any:
    return bytes(value) if isinstance(value, memoryview) else value
