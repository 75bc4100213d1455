"""Lists that come as files: taken in, their columns chosen, reviewed, and saved whole or not at all."""

import uuid as uuids
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from participants.documents.workbooks import read_table
from participants.domain.lists.columns import columns_of, guess
from participants.domain.lists.judging import judge
from participants.domain.lists.review import Review, digest_of, to_json
from participants.domain.lists.tables import Table
from participants.domain.names import fold
from participants.models import ColumnMapping, ListFile, Roster, User
from participants.operations.acting import Stale, acting
from participants.operations.known import known_for
from participants.operations.list_writing import write_in
from participants.operations.places import let_times_pass

KEPT = timedelta(days=1)
SAMPLES, LONGEST_SAMPLE, LONGEST_HEADING = 3, 80, 120

Progress = Callable[[int, int], None]


def _nobody(done: int, total: int) -> None:
    return None


class ReviewStale(Exception):
    """The review that was shown is not what would happen any more: `review` is what would."""

    def __init__(self, review: Review):
        super().__init__("the review is out of date")
        self.review = review


class AlreadySaved(Exception):
    """The file was saved before, or the same button was pressed twice."""


@dataclass(frozen=True, kw_only=True)
class Imported:
    """How many rows were new and how many changed; of observers, how many of the new ones have a place."""

    new: int
    changed: int
    granted: int = 0


def take_in(
    roster: Roster,
    *,
    kind: str,
    name: str,
    content: bytes,
    language: str,
    by: User | None,
    at: datetime,
    uuid: uuids.UUID | None = None,
) -> ListFile:
    """Keep a file for a day, with what its columns seem to be, and return it; the same `uuid` again keeps it once.

    Raises Unreadable for a file that no list can be taken from; then nothing is kept.
    """
    purge(at=at)
    earlier = ListFile.objects.filter(uuid=uuid).first() if uuid else None
    if earlier and earlier.roster_id == roster.pk:
        return earlier
    table = read_table(content)
    remembered = ColumnMapping.objects.filter(roster=roster, kind=kind).values_list("columns", flat=True).first()
    guessed = guess(kind, table.headings, remembered)
    width = table.width
    outline = {
        "headings": [one[:LONGEST_HEADING] for one in (*table.headings, *[""] * (width - len(table.headings)))],
        "samples": [[cell[:LONGEST_SAMPLE] for cell in row.cells[:width]] for row in table.rows[:SAMPLES]],
        "rows": len(table.rows),
        "unknown": list(guessed.unknown),
    }
    values = {
        "kind": kind, "name": name[-200:], "content": content, "outline": outline, "language": language, "by": by,
        "columns": {str(index): code for index, code in guessed.columns.items()}, "uploaded_at": at,
    }  # fmt: skip
    own = uuid if uuid and not earlier else uuids.uuid4()
    return ListFile.objects.get_or_create(roster=roster, uuid=own, defaults=values)[0]


def choose_columns(list_file: ListFile, *, columns: Mapping[int, str], version: int) -> ListFile:
    """Say what the columns of a file are, by index; remembered for the meeting's next files of this list.

    Raises Stale when somebody chose after the page was made, AlreadySaved when it was saved.
    """
    with transaction.atomic():
        row = ListFile.objects.select_for_update().get(pk=list_file.pk)
        if row.saved_at:
            raise AlreadySaved
        if row.version != version:
            raise Stale(current=row, wanted={"columns": columns})
        own = {one.code for one in columns_of(row.kind)}
        row.columns = {str(index): code for index, code in sorted(columns.items()) if code in own}
        row.review, row.version = None, row.version + 1
        row.save(update_fields=["columns", "review", "version"])
        _remember(row)
    return row


def _remember(row: ListFile) -> None:
    chosen = {
        fold(heading): row.columns.get(str(index), "")
        for index, heading in enumerate(row.outline["headings"])
        if fold(heading)
    }
    mapping, _ = ColumnMapping.objects.get_or_create(roster=row.roster, kind=row.kind)
    mapping.columns = mapping.columns | chosen
    mapping.save(update_fields=["columns"])


def review_file(list_file: ListFile, *, at: datetime, progress: Progress = _nobody) -> dict[str, Any]:
    """Judge a file against the meeting as it is and keep the review, which is returned as JSON; nothing else changes.

    A file that was saved or whose columns were chosen anew meanwhile keeps what it has.
    """
    table = read_table(bytes(list_file.content))
    return keep_review(list_file, _judged(list_file, table, list_file.roster, at=at, progress=progress))


def keep_review(list_file: ListFile, review: Review) -> dict[str, Any]:
    """Keep a review, judged of the file as `list_file` has it, and return it as JSON."""
    as_json = to_json(review)
    same = ListFile.objects.filter(pk=list_file.pk, version=list_file.version, saved_at__isnull=True)
    same.update(review=as_json)
    return as_json


def _judged(
    list_file: ListFile, table: Table, roster: Roster, *, at: datetime, progress: Progress = _nobody
) -> Review:  # fmt: skip
    mapping = {int(index): code for index, code in list_file.columns.items()}
    known = known_for(roster, language=list_file.language, now=at)
    return judge(list_file.kind, table, mapping, known, progress=progress)


def import_list(list_file: ListFile, *, seen: str, by: User | None, at: datetime) -> Imported:
    """Save a file whole, in one operation that judges it again, and return what it did; its bytes are then let go.

    Raises:
        ReviewStale: `seen`, the digest of the review that was shown, is not that of the present one, or has errors.
        AlreadySaved: it was saved before.
    """
    content = bytes(list_file.content)
    if not content:
        raise AlreadySaved
    # Read before the lock: what the file says does not depend on the meeting.
    table = read_table(content)
    with acting(list_file.roster, operation="import_list", by=by, at=at, why=list_file.name) as act:
        row = ListFile.objects.select_related("roster").get(pk=list_file.pk)
        if row.saved_at:
            raise AlreadySaved
        let_times_pass(act)
        review = _judged(row, table, act.roster, at=at)
        if digest_of(review) != seen or not review.is_sound:
            raise ReviewStale(review)
        granted = write_in(act, row.kind, review)
        counts = review.counts
        ListFile.objects.filter(pk=row.pk).update(content=b"", review=None, outline={}, saved_at=at)
        return Imported(new=counts["new"], changed=counts["changed"], granted=granted)


def purge(*, at: datetime) -> None:
    """Throw away files uploaded more than a day ago, saved or not."""
    ListFile.objects.filter(uploaded_at__lt=at - KEPT).delete()
