"""Operations on arrivals: how a principal comes and goes, and who leaves after an item."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from events.models import Arrival, Event, Item
from events.operations.programme import Gone
from participants.models import Delegate, User
from participants.operations.acting import Acting, acting


def set_arrival(
    event: Event, delegate: Delegate, *, by: User | None, at: datetime, version: int | None = None, **fields: Any
) -> Arrival | None:
    """Say how a principal comes and goes, and return the row; `fields` are columns of Arrival.

    `version` is the row's, 0 where there was none. Without a row, and with nothing to say, there is none afterwards.
    Raises Stale when the row has moved on or was written meanwhile, Gone when the delegate or the item after which
    he or she leaves was taken out, ValidationError for a value that its column refuses.
    """
    with acting(event.roster, operation="set_arrival", by=by, at=at) as act:
        _refuse_gone(event, [delegate], fields.get("leaves_after"))
        row = Arrival.objects.filter(event=event, delegate=delegate).first()
        return _set(act, row or Arrival(event=event, delegate=delegate), version, fields)


def leave_after(
    event: Event,
    delegates: Iterable[Delegate],
    item: Item | None,
    *,
    by: User | None,
    at: datetime,
    versions: Mapping[str, int] | None = None,
) -> None:
    """Say of several principals that they leave after `item`; None: nothing is said any more.

    `versions` are those of the rows that the page showed, by the delegate's uuid, 0 for none. Raises Stale for the
    first that has moved on, unless it says so already, and Gone as `set_arrival` does; nothing is changed then.
    """
    people = list(delegates)
    with acting(event.roster, operation="leave_after", by=by, at=at) as act:
        _refuse_gone(event, people, item)
        rows = {row.delegate_id: row for row in Arrival.objects.filter(event=event, delegate__in=people)}
        for one in people:
            row = rows.get(one.pk) or Arrival(event=event, delegate=one)
            if row.leaves_after_id != (item.pk if item else None):
                version = None if versions is None else versions.get(str(one.uuid), 0)
                _set(act, row, version, {"leaves_after": item})


def _set(act: Acting, row: Arrival, version: int | None, fields: dict[str, Any]) -> Arrival | None:
    if row.pk is not None:
        return act.change(row, version=version, **fields)
    for name, value in fields.items():
        setattr(row, name, value)
    return act.add(row) if any(fields.values()) else None


def _refuse_gone(event: Event, delegates: list[Delegate], item: Item | None) -> None:
    here = Delegate.objects.filter(delegation__roster=event.roster_id, withdrawn_at__isnull=True)
    staying = set(here.filter(pk__in=[one.pk for one in delegates]).values_list("pk", flat=True))
    for one in delegates:
        if one.pk not in staying:
            raise Gone(one)
    kept = Item.objects.kept().filter(segment__event=event, segment__withdrawn_at__isnull=True)
    if item is not None and not kept.filter(pk=item.pk).exists():
        raise Gone(item)
