"""Orders that people save: made from the list that the page showed, refused when that list is another by now."""

from collections.abc import Sequence

from django.db import models

from participants.operations.acting import Acting


class OutOfOrder(Exception):
    """Somebody changed the list after the page was made: `now` is the list as it is, `wanted` the one not saved."""

    def __init__(self, *, now: Sequence[str], wanted: Sequence[str]):
        super().__init__("the list was changed meanwhile")
        self.now = tuple(now)
        self.wanted = tuple(wanted)


def put_in_order_in(
    act: Acting, rows: models.QuerySet, uuids: Sequence[str], *, shown: Sequence[str] | None = None
) -> bool:
    """Put `rows` into the order of `uuids` by their column position, within an operation under way.

    Returns whether it is another order than before. Raises OutOfOrder unless `uuids` are exactly those rows, and where
    `shown` is given and is not their present order.
    """
    present = {str(row.uuid): row for row in rows.order_by("position", "pk")}
    refuse_moved(present, wanted=uuids, shown=shown, expected=present)
    ordered = [present[uuid] for uuid in uuids]
    act.change_many(ordered, position={row.pk: place for place, row in enumerate(ordered)})
    return list(present) != list(uuids)


def refuse_moved(
    now: Sequence[str], *, wanted: Sequence[str], shown: Sequence[str] | None, expected: Sequence[str] | None = None
) -> None:
    """Raise OutOfOrder unless `now` is the list that the page showed and `wanted` holds exactly `expected`."""
    is_same = shown is None or list(now) == list(shown)
    if not is_same or (expected is not None and sorted(expected) != sorted(wanted)):
        raise OutOfOrder(now=tuple(now), wanted=tuple(wanted))
