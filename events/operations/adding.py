"""What every operation that adds a row shares: a form sent twice adds once, and what is new stands at the end."""

from typing import TypeVar

from django.db import models

from participants.operations.acting import Acting

Row = TypeVar("Row", bound=models.Model)


class AddedAlready(Exception):
    """The same form was sent before: `row` is what it made."""

    def __init__(self, row: models.Model):
        super().__init__(f"{row._meta.label} {row.pk} was added already")
        self.row = row


def refuse_again(row: models.Model) -> None:
    """Raise AddedAlready when a row of the same kind has the uuid of `row`, which is not saved. One query."""
    present = type(row).objects.filter(uuid=row.uuid).first()
    if present:
        raise AddedAlready(present)


def add_last(act: Acting, rows: models.QuerySet, row: Row) -> Row:
    """Add `row` after all `rows`, the withdrawn ones too, and return it. Raises AddedAlready as `refuse_again` does."""
    refuse_again(row)
    last = rows.aggregate(last=models.Max("position"))["last"]
    row.position = 0 if last is None else last + 1
    return act.add(row)
