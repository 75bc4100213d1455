"""Changes of the look of documents. It belongs to no meeting: an OfficeChange stands in the place of an Act."""

from datetime import datetime
from typing import Any

from django.db import transaction

from events.models import OfficeChange, OfficeStyle
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
        before = {name: _plain(getattr(row, name)) for name in wanted}
        for name, value in wanted.items():
            setattr(row, name, value)
        row.clean_fields()
        told = {name: _told(before[name], value) for name, value in wanted.items() if before[name] != value}
        OfficeChange.objects.create(at=at, by=by, fields=told)
        row.version, row.changed_at, row.changed_by = row.version + 1, at, str(by or "")
        row.save()
        return row


def _plain(value: Any) -> Any:
    return bytes(value) if isinstance(value, memoryview) else value


def _told(before: Any, after: Any) -> list[Any]:
    """What a change says of a value: texts as they were and are, of a file only whether there is one."""
    return [bool(one) if isinstance(one, bytes) else one for one in (before, after)]
