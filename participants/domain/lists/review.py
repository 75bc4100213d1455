"""What would become of a file: each row as new, changed or unchanged, with every error and doubt; to JSON and back."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from participants.domain.lists.cells import Value
from participants.domain.lists.tables import Notice

NEW, CHANGED, UNCHANGED = "new", "changed", "unchanged"
ERROR, DOUBT = "error", "doubt"


@dataclass(frozen=True, kw_only=True)
class Remark:
    """Something about a cell, or with `column` "" about a row: a sentence to translate and its places.

    An error keeps the whole file from being saved, a doubt asks to be looked at.
    """

    kind: str
    column: str
    template: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Change:
    """One column of a row with the text that is there and the one that would be."""

    column: str
    old: str
    new: str


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row of a file, by its number there. `key` is the uuid of the row it is about, "" for a new one.

    `label` says whom it is about; `entity` is the code of the entity; `values` are what would be written, by column.
    """

    number: int
    outcome: str
    label: str
    entity: str = ""
    key: str = ""
    changes: tuple[Change, ...] = ()
    remarks: tuple[Remark, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict, compare=False)

    @property
    def is_wrong(self) -> bool:
        """Whether an error keeps it from being saved."""
        return any(one.kind == ERROR for one in self.remarks)


@dataclass(frozen=True, kw_only=True)
class Review:
    """The rows of a file in its order. `absent` is how many rows of the meeting's list the file does not have."""

    rows: tuple[Row, ...]
    absent: int = 0
    notices: tuple[Notice, ...] = ()

    @property
    def errors(self) -> int:
        """How many errors there are, in all rows."""
        return sum(one.kind == ERROR for row in self.rows for one in row.remarks)

    @property
    def counts(self) -> dict[str, int]:
        """How many rows have errors, have doubts, are new, changed or unchanged: rows with errors are nothing else."""
        found = Counter(ERROR if row.is_wrong else row.outcome for row in self.rows)
        doubtful = sum(any(one.kind == DOUBT for one in row.remarks) for row in self.rows)
        return {name: found[name] for name in (ERROR, NEW, CHANGED, UNCHANGED)} | {DOUBT: doubtful}

    @property
    def is_sound(self) -> bool:
        """Whether it may be saved: nothing is wrong, and something would change."""
        return not self.errors and any(row.outcome != UNCHANGED for row in self.rows)


def digest_of(review: Review) -> str:
    """Return what tells this review from any other: all that it shows of every row."""
    text = json.dumps([_row(row) for row in review.rows], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _row(row: Row) -> dict[str, Any]:
    plain = asdict(row)
    del plain["values"]
    return plain


def to_json(review: Review) -> dict[str, Any]:
    """Return the review as JSON can hold it; rows that change nothing and need no look are only counted."""
    shown = [row for row in review.rows if row.outcome != UNCHANGED or row.remarks]
    return {
        "rows": [_row(row) for row in shown],
        "counts": review.counts,
        "errors": review.errors,
        "absent": review.absent,
        "notices": [asdict(one) for one in review.notices],
        "is_sound": review.is_sound,
        "digest": digest_of(review),
    }
