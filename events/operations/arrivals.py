"""Arrivals and departures of principals, and who of the press may be there for what."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from events.models import Arrival, Event, Item
from events.operations.acting import meeting_act
from participants.models import Delegate, User
from participants.operations.acting import Acting, Stale


def set_arrival(
    event: Event, delegate: Delegate, *, by: User | None, at: datetime, version: int = 0, **fields: Any
) -> Arrival:
    """Say how a principal comes and goes, and return the row; `fields` are columns of Arrival.

    Raises Stale when `version` (0: none was arranged) is not that of the row any more, ValidationError for a value that
    a column refuses.
    """
    with meeting_act(event, operation="set_arrival", by=by, at=at) as act:
        row = Arrival.objects.filter(event=event, delegate=delegate).first()
        if row is None:
            return act.add(Arrival(event=event, delegate=delegate, **fields))
        if row.version != version:
            raise Stale(current=row, wanted=fields)
        return act.change(row, **fields)


def leave_after(event: Event, delegates: Iterable[Delegate], item: Item, *, by: User | None, at: datetime) -> int:
    """Have several principals leave after `item`, and return for how many that is new. One Act."""
    with meeting_act(event, operation="leave_after", by=by, at=at) as act:
        return sum(_leaves(act, event, one, item) for one in delegates)


def _leaves(act: Acting, event: Event, delegate: Delegate, item: Item) -> bool:
    row = Arrival.objects.filter(event=event, delegate=delegate).first()
    if row is None:
        act.add(Arrival(event=event, delegate=delegate, leaves_after=item))
        return True
    is_new = row.leaves_after_id != item.pk
    act.change(row, leaves_after=item)
    return is_new


def set_press(event: Event, wanted: Mapping[str, tuple[int, str]], *, by: User | None, at: datetime) -> None:
    """Set the press arrangement of items, {uuid: (version, code)}; what is equal already is left alone. One Act.

    Raises Stale for an item that moved on and would be changed; nothing is saved then.
    """
    with meeting_act(event, operation="set_press", by=by, at=at) as act:
        rows = {str(one.uuid): one for one in Item.objects.kept().filter(segment__event=event, uuid__in=list(wanted))}
        for uuid, (version, press) in wanted.items():
            row = rows.get(uuid)
            if row is not None and row.press != press:
                act.change(row, version=version, press=press)
