"""Reference data brought into a table: only rows that nobody touched are updated, the others are left and told."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from participants.models import ReferenceRow

Values = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class ReferenceTable:
    """A table of reference data: `rows` by natural key, as plain values that are read alike from file and from row.

    `plain` gives the natural key and the values of a row of `model`; `columns` turns values into model fields, None
    when something that the row needs is not there.
    """

    name: str
    model: type[models.Model]
    rows: Mapping[str, Values]
    present: models.QuerySet
    plain: Callable[[models.Model], tuple[str, Values]]
    columns: Callable[[Values], dict[str, Any] | None]


@dataclass(kw_only=True)
class Loading:
    """What became of the rows: counts, and the keys of those that were left as the office has them."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    changed: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    incomplete: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)

    def __add__(self, other: "Loading") -> "Loading":
        return Loading(**{name: getattr(self, name) + getattr(other, name) for name in self.__dict__})


def fingerprint(values: Values) -> str:
    """Return a digest of plain values, the same for equal values whatever their order."""
    text = json.dumps(values, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def load_table(table: ReferenceTable) -> Loading:
    """Bring the rows of `table` into the database and the ledger; must run in a transaction.

    A row that still has the ledger's fingerprint takes the new values; one that the office changed, or deleted, is
    left and listed, and so is one of the office's own under the same key. Rows that the files no longer have stay, in
    `dropped`; those that need something that was deleted are not added, in `incomplete`. Six queries at most.
    """
    start = f"{table.name}:"
    ledger = {row.key.removeprefix(start): row for row in ReferenceRow.objects.filter(key__startswith=start)}
    present = {key: (row, fingerprint(values)) for row in table.present for key, values in [table.plain(row)]}
    loading, added, updated, entries = Loading(), [], [], []
    for key, values in table.rows.items():
        row, current = present.get(key, (None, None))
        entry, wanted = ledger.get(key), fingerprint(values)
        verdict = _verdict(loaded=entry and entry.fingerprint, current=current, wanted=wanted)
        columns = table.columns(values) if verdict in ("added", "updated") else {}
        if columns is None:
            loading.incomplete.append(start + key)
        elif verdict in ("changed", "deleted"):
            getattr(loading, verdict).append(start + key)
        else:
            setattr(loading, verdict, getattr(loading, verdict) + 1)
            entries.append((entry, start + key, wanted))
            (added if row is None else updated).append((row or table.model(), columns))
    loading.dropped = [start + key for key in ledger if key not in table.rows and key in present]
    _write(table.model, added, [(row, columns) for row, columns in updated if columns])
    _enter(entries)
    return loading


def _verdict(*, loaded: str | None, current: str | None, wanted: str) -> str:
    """Return what becomes of a row, by its fingerprints as loaded, as it is now and as the file wants it."""
    if current is None:
        return "deleted" if loaded else "added"
    if current == wanted:
        return "unchanged"
    return "updated" if current == loaded else "changed"


def _write(model: type[models.Model], added: list[tuple], updated: list[tuple]) -> None:
    for row, columns in (*added, *updated):
        for name, value in columns.items():
            setattr(row, name, value)
        getattr(row, "derive", lambda: None)()
    model._default_manager.bulk_create([row for row, _ in added])
    if updated:
        derived = {"search_key", "sort_key"} & {one.name for one in model._meta.concrete_fields}
        names = derived.union(*(columns for _, columns in updated))
        model._default_manager.bulk_update([row for row, _ in updated], sorted(names))


def _enter(entries: list[tuple]) -> None:
    known = [(entry, wanted) for entry, _, wanted in entries if entry and entry.fingerprint != wanted]
    for entry, wanted in known:
        entry.fingerprint = wanted
    ReferenceRow.objects.bulk_update([entry for entry, _ in known], ["fingerprint"])
    ReferenceRow.objects.bulk_create(
        ReferenceRow(key=key, fingerprint=wanted) for entry, key, wanted in entries if entry is None
    )
