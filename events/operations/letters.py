"""The log of letters: what was sent and what was acknowledged."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from events.models import Letter
from participants.models import Delegation, User
from participants.operations.acting import acting


def log_letter(
    delegation: Delegation, *, language: str, sent_at: datetime, by: User | None, at: datetime, note: str = "",
    shown: int | None = None,
) -> Letter | None:  # fmt: skip
    """Record that a letter was sent and return it; a delegation that was only cleared is invited by it.

    `shown` is how many letters the page had: None is returned, and nothing recorded, when there are others by now.
    """
    with acting(delegation.roster, operation="log_letter", by=by, at=at) as act:
        if shown is not None and delegation.letters.count() != shown:
            return None
        row = Delegation.objects.get(pk=delegation.pk)
        if row.status == "cleared":
            act.change(row, status="invited", status_changed_at=at)
        return act.add(Letter(delegation=row, language=language, sent_at=sent_at, sent_by=by, note=note))


def change_letter(letter: Letter, *, version: int, by: User | None, at: datetime, **columns: Any) -> Letter:
    """Change what is known of a letter, above all when it was acknowledged.

    Raises Stale; ValidationError at "acknowledged_at" when that is before it was sent.
    """
    with acting(letter.delegation.roster, operation="change_letter", by=by, at=at) as act:
        sent_at = columns.get("sent_at", letter.sent_at)
        acknowledged_at = columns.get("acknowledged_at", letter.acknowledged_at)
        if acknowledged_at and acknowledged_at < sent_at:
            raise ValidationError({"acknowledged_at": _("It was sent later than that.")})
        return act.change(letter, version=version, **columns)
