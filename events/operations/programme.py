"""Operations on the programme: segments with their chairs and podium, items, speeches and their orders."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import models

from events.domain.items import BY_HAND
from events.models import Event, Item, PodiumPlace, Segment, SegmentChair, Speech
from events.operations.acting import meeting_act
from events.operations.adding import add_last
from participants.models import Delegate, User
from participants.operations.acting import Acting
from participants.operations.ordering import put_in_order_in, refuse_moved

Row = Segment | Item | Speech


class Gone(Exception):
    """What it was to be done to was taken out of the programme meanwhile: `row`."""

    def __init__(self, row: models.Model):
        super().__init__(f"{row._meta.label} {row.pk} was withdrawn")
        self.row = row


def add_segment(event: Event, *, by: User | None, at: datetime, **fields: Any) -> Segment:
    """Add a segment at the end of the programme and return it; `fields` are columns of Segment.

    Raises AddedAlready when a segment has the `uuid` given: the form was sent twice.
    """
    with meeting_act(event, operation="add_segment", by=by, at=at) as act:
        return add_last(act, event.segments.all(), Segment(event=event, **_entry(at), **fields))


def add_item(segment: Segment, *, by: User | None, at: datetime, **fields: Any) -> Item:
    """Add an item at the end of its segment and return it; `fields` are columns of Item.

    Raises AddedAlready as `add_segment` does, Gone when the segment was taken out.
    """
    with meeting_act(segment.event, operation="add_item", by=by, at=at) as act:
        refuse_gone(segment)
        return add_last(act, segment.items.all(), Item(segment=segment, **_entry(at), **fields))


def add_speech(item: Item, *, by: User | None, at: datetime, **fields: Any) -> Speech:
    """Inscribe a speaker at the end of the item's list and return the speech; `fields` are columns of Speech.

    Raises AddedAlready as `add_segment` does, Gone when the item or its segment was taken out.
    """
    with meeting_act(item.segment.event, operation="add_speech", by=by, at=at) as act:
        refuse_gone(item.segment, item)
        return add_last(act, item.speeches.all(), Speech(item=item, **fields))


def change_row(row: Row, *, by: User | None, at: datetime, version: int | None = None, **fields: Any) -> Row:
    """Change columns of one programme row and return it as it is now.

    Raises Stale when `version` is not the row's any more, ValidationError for a value that its column refuses.
    """
    with meeting_act(event_of(row), operation=f"change_{_name(row)}", by=by, at=at) as act:
        return act.change(row, version=version, **fields)


def withdraw_row(row: Row, *, by: User | None, at: datetime, why: str = "", version: int | None = None) -> None:
    """Take a row out of the programme; it is kept, for others point at it, and `restore_row` brings it back.

    One that is out already is left so. Raises Stale when `version` is not the row's any more.
    """
    with meeting_act(event_of(row), operation=f"withdraw_{_name(row)}", by=by, at=at, why=why) as act:
        if type(row).objects.kept().filter(pk=row.pk).exists():
            act.change(row, version=version, withdrawn_at=at)


def restore_row(row: Row, *, by: User | None, at: datetime, version: int | None = None) -> None:
    """Bring a withdrawn row back to the place it had, as far as the others left it free.

    One that is back already is left so. Raises Stale when `version` is not the row's any more.
    """
    with meeting_act(event_of(row), operation=f"restore_{_name(row)}", by=by, at=at) as act:
        if not type(row).objects.kept().filter(pk=row.pk).exists():
            act.change(row, version=version, withdrawn_at=None)


def reorder(
    parent: Event | Segment | Item,
    uuids: Sequence[str],
    *,
    by: User | None,
    at: datetime,
    shown: Sequence[str] | None = None,
    why: str = "",
) -> None:
    """Put the segments of an event, the items of a segment or the speeches of an item into the order of `uuids`.

    The withdrawn rows keep their places among the others as far as may be. Raises OutOfOrder unless `uuids` are
    exactly the kept rows, and where `shown`, the order that the page showed, is not the present one. Speeches that
    stand in another order afterwards are by hand: who decided it, when and `why` is kept with their item.
    """
    event, rows, operation = _children(parent)
    with meeting_act(event, operation=operation, by=by, at=at, why=why) as act:
        is_moved = put_in_order_in(act, rows.kept(), uuids, shown=shown)
        if is_moved and isinstance(parent, Item):
            act.change(parent, order_scheme=BY_HAND, order_why=why, order_by=by, order_at=at)


def move_item(
    item: Item,
    segment: Segment,
    *,
    by: User | None,
    at: datetime,
    order: Sequence[str] | None = None,
    shown: Sequence[str] | None = None,
    version: int | None = None,
) -> None:
    """Move an item into another segment, which then has the kept items `order`; without `order`, to its end.

    Without `order`, an item that is there already is left where it is. Raises Stale when `version` is not the item's
    any more, OutOfOrder unless `order` is what is there, with the item; and where `shown`, the segment's items as the
    page showed them, is not their present order. Raises Gone when the item or the segment was taken out.
    """
    with meeting_act(item.segment.event, operation="move_item", by=by, at=at) as act:
        refuse_gone(segment, item)
        if order is None and segment.items.filter(pk=item.pk).exists():
            return
        rows = list(segment.items.kept().exclude(pk=item.pk).order_by("position", "pk"))
        now = [str(row.uuid) for row in rows]
        wanted = list(order) if order is not None else [*now, str(item.uuid)]
        refuse_moved(now, wanted=wanted, shown=shown, expected=[*now, str(item.uuid)])
        moved = act.change(item, version=version, segment=segment)
        by_uuid = {str(row.uuid): row for row in [*rows, moved]}
        ordered = [by_uuid[uuid] for uuid in wanted]
        act.change_many(ordered, position={row.pk: place for place, row in enumerate(ordered)})


def set_chairs(
    segment: Segment,
    delegates: Iterable[Delegate],
    *,
    by: User | None,
    at: datetime,
    shown: Sequence[str] | None = None,
) -> None:
    """Say who presides over the segment, in order; an empty list leaves it open.

    Raises OutOfOrder where `shown`, the delegates that the page showed, is not the present list.
    """
    with meeting_act(segment.event, operation="set_chairs", by=by, at=at) as act:
        replace_in(act, SegmentChair, segment, list(delegates), shown=shown)


def set_podium(
    segment: Segment,
    delegates: Iterable[Delegate],
    *,
    by: User | None,
    at: datetime,
    shown: Sequence[str] | None = None,
) -> None:
    """Say who sits on the podium: the first in the centre, then right and left of it as seen by those seated.

    Raises OutOfOrder where `shown`, the delegates that the page showed, is not the present list.
    """
    with meeting_act(segment.event, operation="set_podium", by=by, at=at) as act:
        replace_in(act, PodiumPlace, segment, list(delegates), shown=shown)


def event_of(row: Row) -> Event:
    """Return the meeting that a programme row belongs to."""
    if isinstance(row, Segment):
        return row.event
    return row.segment.event if isinstance(row, Item) else row.item.segment.event


def refuse_gone(*rows: models.Model) -> None:
    """Raise Gone for the first of `rows` that is taken out of the programme. One query each."""
    for row in rows:
        if not type(row).objects.kept().filter(pk=row.pk).exists():
            raise Gone(row)


def _name(row: models.Model) -> str:
    return row._meta.model_name


def _entry(at: datetime) -> dict[str, datetime]:
    return {"entry_changed_at": at, "entry_created_at": at}


def _children(parent: Event | Segment | Item) -> tuple[Event, models.QuerySet, str]:
    if isinstance(parent, Event):
        return parent, parent.segments.all(), "reorder_segments"
    if isinstance(parent, Segment):
        return parent.event, parent.items.all(), "reorder_items"
    return parent.segment.event, parent.speeches.all(), "reorder_speeches"


def replace_in(
    act: Acting,
    model: type[SegmentChair] | type[PodiumPlace],
    segment: Segment,
    delegates: list[Delegate],
    *,
    shown: Sequence[str] | None = None,
) -> None:
    """Make `delegates` those who preside or sit on the podium, within an operation under way.

    Raises OutOfOrder as `set_chairs` does.
    """
    wanted = list(dict.fromkeys(one.pk for one in delegates))
    rows = model.objects.filter(segment=segment).select_related("delegate").order_by("position", "pk")
    present = {row.delegate_id: row for row in rows}
    refuse_moved(
        [str(row.delegate.uuid) for row in present.values()],
        wanted=[str(one.uuid) for one in delegates],
        shown=shown,
    )
    act.remove_all([row for key, row in present.items() if key not in wanted])
    staying = [present[key] for key in wanted if key in present]
    act.change_many(staying, position={row.pk: wanted.index(row.delegate_id) for row in staying})
    act.add_all(
        [
            model(segment=segment, delegate_id=key, position=place)
            for place, key in enumerate(wanted)
            if key not in present
        ]
    )
