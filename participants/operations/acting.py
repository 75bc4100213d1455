"""The frame of every operation: one transaction that locks the Roster first and writes one Act of what it changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import models, transaction

from participants.models import Act, Delegation, Notice, ObserverPlace, Request, Roster, User
from participants.notices import NOTICES

DERIVED = frozenset({"version", "search_key", "sort_key", "judged_at"})
# Order and the calendar's bookkeeping: no form shows them, so a form that is open stays good when only they change.
UNSEEN = frozenset({"position", "sequence", "entry_digest", "entry_changed_at"})


class Stale(Exception):
    """Somebody changed `current` after the form was made; `wanted` holds the values that were not saved."""

    def __init__(self, *, current: models.Model, wanted: dict[str, Any]):
        super().__init__(f"{current._meta.label} {current.pk} was changed meanwhile")
        self.current = current
        self.wanted = wanted


@dataclass(kw_only=True)
class Acting:
    """An operation under way. Everything it writes goes through here, so that its Act tells the whole difference."""

    roster: Roster
    operation: str
    at: datetime
    by: User | None
    why: str = ""
    changes: list[dict[str, Any]] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def add(self, row: models.Model) -> models.Model:
        """Insert `row` and return it."""
        row.full_clean(validate_unique=False, validate_constraints=False)
        row.save(force_insert=True)
        self._record(row, "added", {name: [None, value] for name, value in _values(row).items()})
        return row

    def note_added(self, row: models.Model) -> None:
        """Record a row inserted before the operation began: the roster itself, which must be there to be locked."""
        self._record(row, "added", {name: [None, value] for name, value in _values(row).items()})

    def add_all(self, rows: list[models.Model]) -> list[models.Model]:
        """Insert `rows` of one model by one statement; an empty list does nothing."""
        if rows:
            for row in rows:
                getattr(row, "derive", lambda: None)()
            type(rows[0]).objects.bulk_create(rows)
        for row in rows:
            self._record(row, "added", {name: [None, value] for name, value in _values(row).items()})
        return rows

    def change(self, row: models.Model, *, version: int | None = None, **wanted: Any) -> models.Model:
        """Set `wanted` on the row as it is now, and return it; what is equal already is left alone.

        Raises:
            Stale: `version` is given and is not the row's any more.
            ValidationError: a value that the field refuses.
        """
        current = type(row)._default_manager.get(pk=row.pk)
        if version is not None and current.version != version:
            raise Stale(current=current, wanted=wanted)
        before = _values(current)
        for name, value in wanted.items():
            setattr(current, name, value)
        names = {current._meta.get_field(name).name for name in wanted}
        current.clean_fields(exclude={one.name for one in current._meta.concrete_fields} - names)
        after = _values(current)
        fields = {name: [before[name], after[name]] for name in before if before[name] != after[name]}
        if fields:
            self._save(current, names)
            self._record(current, "changed", fields)
        return current

    def change_many(self, rows: list[models.Model], **wanted_by_name: dict[int, Any]) -> None:
        """Set fields of `rows` by primary key (`position={pk: 0}`) with one UPDATE; read them under the lock."""
        changed = []
        is_seen = bool(rows) and hasattr(rows[0], "version") and not UNSEEN.issuperset(wanted_by_name)
        for row in rows:
            before = _values(row)
            for name, values in wanted_by_name.items():
                if row.pk in values:
                    setattr(row, name, values[row.pk])
            after = _values(row)
            fields = {name: [before[name], after[name]] for name in before if before[name] != after[name]}
            if fields:
                if is_seen:
                    row.version += 1
                changed.append(row)
                self._record(row, "changed", fields)
        if changed:
            names = [*wanted_by_name, *(["version"] if is_seen else [])]
            type(changed[0])._default_manager.bulk_update(changed, names)

    def remove(self, row: models.Model) -> None:
        """Delete a row that nothing else points at."""
        self._record(row, "removed", {name: [value, None] for name, value in _values(row).items()})
        row.delete()

    def remove_all(self, rows: list[models.Model]) -> None:
        """Delete rows of one model, which nothing else points at, by one statement; an empty list does nothing."""
        for row in rows:
            self._record(row, "removed", {name: [value, None] for name, value in _values(row).items()})
        if rows:
            type(rows[0])._default_manager.filter(pk__in=[row.pk for row in rows]).delete()

    def tell(self, kind: str, delegation: Delegation, request: Request | None = None, **data: Any) -> None:
        """Note that `delegation` is to be told what `kind`, one of NOTICES, says of this operation.

        `data` is plain values that the words need and that may have changed by the time they are written.
        """
        NOTICES[kind]
        self.notices.append(Notice(delegation=delegation, request=request, kind=kind, data=data))

    def note_place(self, number: int, before: tuple[int | None, int], after: tuple[int | None, int]) -> None:
        """Record that an observer place went from a request and share to another, written by a statement for many."""
        pairs = zip(("request_id", "share"), before, after, strict=True)
        fields = {name: [old, new] for name, old, new in pairs if old != new}
        if fields:
            self._record(ObserverPlace(roster=self.roster, number=number), "changed", fields)

    def close(self) -> None:
        """Raise the roster's version and write the Act with its notices, if anything was changed or told."""
        if not self.changes and not self.notices:
            return
        self.roster.version += 1
        if self.changes:
            self.roster.changed_at = max(self.at, self.roster.changed_at)
        self.roster.save(update_fields=["version", "changed_at"])
        act = Act.objects.create(
            roster=self.roster,
            version=self.roster.version,
            operation=self.operation,
            at=self.at,
            by=self.by,
            why=self.why,
            changes=self.changes,
        )
        for notice in self.notices:
            notice.roster, notice.act, notice.at = self.roster, act, self.at
        if self.notices:
            Notice.objects.bulk_create(self.notices)

    def _save(self, row: models.Model, names: set[str]) -> None:
        has = {one.name for one in row._meta.concrete_fields}
        if "version" in has and not names <= UNSEEN:
            row.version += 1
        row.save(update_fields=names | (DERIVED & has))

    def _record(self, row: models.Model, action: str, fields: dict[str, list[Any]]) -> None:
        label = str(row)
        key = key_of(row)
        self.changes.append(
            {"model": row._meta.label_lower, "key": key, "label": label, "action": action, "fields": fields}
        )


def key_of(row: models.Model) -> str:
    """Return what Acts call a row by: its uuid, what its model names as KEY, or its primary key."""
    return str(getattr(row, getattr(row, "KEY", "uuid"), row.pk))


def _values(row: models.Model) -> dict[str, Any]:
    """Return the row's stored values by column name, without the key and what is derived from the others."""
    left_out = DERIVED | getattr(row, "HIDDEN", frozenset())
    return {
        one.attname: one.get_prep_value(one.value_from_object(row))
        for one in row._meta.concrete_fields
        if not one.primary_key and one.name not in left_out
    }


@contextmanager
def acting(roster: Roster, *, operation: str, by: User | None, at: datetime, why: str = "") -> Iterator[Acting]:
    """Open an operation on `roster`: a transaction whose first statement locks the roster's row.

    Yields an Acting whose `roster` is the row as it is now. Three statements of its own when something changes (lock,
    roster, Act), one when nothing does.
    """
    with transaction.atomic():
        locked = Roster.objects.select_for_update().get(pk=roster.pk)
        act = Acting(roster=locked, operation=operation, by=by, at=at, why=why)
        yield act
        act.close()
