"""Confidential notes, what was taken away, and the end of personal data once their time is over."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from participants.domain.zones import local
from participants.models import (
    Access,
    Act,
    ConfidentialNote,
    Delegate,
    Delegation,
    ListFile,
    Notice,
    Reply,
    Request,
    Roster,
    User,
)
from participants.operations.acting import acting

GONE = "…"


def add_note(delegation: Delegation, *, text: str, by: User | None, at: datetime) -> ConfidentialNote:
    """Write a confidential note on a delegation and return it. Raises ValidationError."""
    with acting(delegation.roster, operation="add_confidential_note", by=by, at=at) as act:
        return act.add(ConfidentialNote(delegation=delegation, text=text, at=at, by=by))


def remove_note(note: ConfidentialNote, *, by: User | None, at: datetime) -> None:
    """Remove a confidential note; one that is gone already is left so."""
    with acting(note.delegation.roster, operation="remove_confidential_note", by=by, at=at) as act:
        current = ConfidentialNote.objects.filter(pk=note.pk).first()
        if current:
            act.remove(current)


def note_access(roster: Roster, *, what: str, by: User | None, at: datetime, language: str = "") -> None:
    """Record that somebody took a file with personal data away. One insertion; no act, for nothing was changed."""
    Access.objects.create(roster=roster, by=by, at=at, what=what[:80], language=language)


def set_retention(
    roster: Roster, *, keep_until: date | None, by: User | None, at: datetime, shown: date | None = None
) -> Roster:
    """Set until when personal data are kept, and return the roster.

    Raises ValidationError for a day before the meeting.
    """
    with acting(roster, operation="set_retention", by=by, at=at) as act:
        if keep_until and keep_until < act.roster.first_on:
            raise ValidationError({"keep_until": _("The meeting is not held before that day.")})
        return act.change(act.roster, keep_until=keep_until)


@dataclass(frozen=True, kw_only=True)
class Personal:
    """The personal columns of one table: the path to the roster, and what stands in each once they are purged.

    `is_removed`: the rows themselves go. `stamped` are the columns that take the instant of the purge.
    """

    model: type[models.Model]
    of: str
    blank: dict[str, Any] = field(default_factory=dict)
    stamped: tuple[str, ...] = ()
    is_removed: bool = False


# Filled by both apps: each table of a meeting that says something of people.
PERSONAL: list[Personal] = [
    Personal(
        model=Delegate, of="delegation__roster",
        blank={
            "given_names": "", "family_name": "", "gender": "", "person": None, "style_text": {}, "email": "",
            "access_needs": "", "language": "", "is_placeholder": True, "search_key": "", "sort_key": "",
            "function": {}, "capacity": {},
        },
    ),
    Personal(
        model=Delegation, of="roster", blank={"contact_name": "", "contact_email": "", "note": "", "on_behalf_of": ""}
    ),
    Personal(model=Request, of="roster", blank={"contact_name": "", "contact_email": "", "note": ""}),
    Personal(model=Reply, of="delegation__roster", blank={"answer": {}, "why": ""}),
    Personal(model=Notice, of="roster", blank={"data": {}}),
    Personal(model=ConfidentialNote, of="delegation__roster", is_removed=True),
    Personal(model=ListFile, of="roster", is_removed=True),
    Personal(model=Access, of="roster", blank={"by": None}),
]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Purged:
    """How many rows of each table were blanked or removed, and of how many acts."""

    rows: dict[str, int]
    acts: int


def purge(roster: Roster, *, by: User | None, at: datetime, is_forced: bool = False) -> Purged:
    """Blank the personal data of a meeting whose time is over, in its tables, its acts and its prints.

    Counts, statuses and places stay. The act that says so is the last. Raises ValidationError before the day.
    """
    with acting(roster, operation="purge", by=by, at=at) as act:
        if not is_forced and not is_due(act.roster, at=at):
            raise ValidationError(_("The day until which personal data are kept has not passed."))
        rows = {}
        for table in PERSONAL:
            found = table.model._default_manager.filter(**{table.of: act.roster})
            blank = table.blank | dict.fromkeys(table.stamped, at)
            rows[table.model.__name__] = found.delete()[0] if table.is_removed else found.update(**blank)
        acts = _clean_acts(act.roster)
        act.change(act.roster, purged_at=at)
        return Purged(rows=rows, acts=acts)


def is_due(roster: Roster, *, at: datetime) -> bool:
    """Return whether the day until which a meeting's personal data are kept has passed, where it was held."""
    return roster.keep_until is not None and roster.keep_until < local(at, roster.zone).date()


def rosters_to_purge(*, at: datetime) -> list[Roster]:
    """Return the meetings whose day has passed and that were not purged since."""
    rows = Roster.objects.filter(keep_until__isnull=False, purged_at__isnull=True)
    return [row for row in rows if is_due(row, at=at)]


def _clean_acts(roster: Roster) -> int:
    personal = {table.model._meta.label_lower: _columns(table) for table in PERSONAL}
    changed = []
    for row in Act.objects.filter(roster=roster).iterator():
        before = json.dumps(row.changes)
        for change in row.changes:
            names = personal.get(change["model"])
            if names is None:
                continue
            change["label"] = ""
            for name in change["fields"].keys() & names:
                change["fields"][name] = [
                    value if value in (None, "", {}) else GONE for value in change["fields"][name]
                ]
        row.why = GONE if row.why else ""
        if json.dumps(row.changes) != before or row.why:
            changed.append(row)
    Act.objects.bulk_update(changed, ["changes", "why"], batch_size=500)
    return len(changed)


def _columns(table: Personal) -> set[str]:
    """Every column of the table that Acts may hold a person's data in, by the name they have there."""
    if table.is_removed:
        return {one.attname for one in table.model._meta.concrete_fields}
    return {table.model._meta.get_field(name).attname for name in table.blank}


def register(tables: Iterable[Personal]) -> None:
    """Add tables of another app to PERSONAL, once."""
    known = {table.model for table in PERSONAL}
    PERSONAL.extend(table for table in tables if table.model not in known)
