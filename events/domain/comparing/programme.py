"""Segments, items and speeches: in their order and in their fields. What comes or goes with its holder is not told."""

from collections.abc import Iterator
from functools import cached_property

from events.domain.comparing.lists import came_and_went, fields_of
from events.domain.comparing.times import item_shifts, speech_shifts
from events.domain.comparing.values import ADDED, CHANGED, WITHDRAWN, Change
from events.domain.facts import ItemFacts, MeetingFacts, SegmentFacts


class _Side:
    """One state of the programme, by uuid, in its order."""

    def __init__(self, facts: MeetingFacts) -> None:
        self.segments: dict[str, SegmentFacts] = {one.uuid: one for one in facts.segments}

    @cached_property
    def items(self) -> dict[str, ItemFacts]:
        return {item.uuid: item for segment in self.segments.values() for item in segment.items}

    @cached_property
    def segment_of(self) -> dict[str, str]:
        return {item.uuid: segment.uuid for segment in self.segments.values() for item in segment.items}


def programme_changes(before: MeetingFacts, after: MeetingFacts) -> Iterator[Change]:
    """Yield what differs in the programme: segments, then items, then speeches."""
    if before.segments == after.segments and _frame(before) == _frame(after):
        return
    old, new = _Side(before), _Side(after)
    yield from came_and_went("segment", *(dict.fromkeys(side.segments, "") for side in (old, new)))
    for uuid, segment in new.segments.items():
        if uuid in old.segments:
            yield from fields_of("segment", uuid, old.segments[uuid], segment)
    items = [*_items_in_order(old, new), *_items_in_fields(old, new)]
    yield from items
    yield from item_shifts(before, after, items)
    speeches = list(_speeches(old, new))
    yield from speeches
    yield from speech_shifts(before, after, speeches)


def _frame(facts: MeetingFacts) -> tuple:
    return facts.start, facts.end, facts.roster.zone


def _items_in_order(old: _Side, new: _Side) -> Iterator[Change]:
    """Yield items that came, went, were moved inside their segment, or into another one.

    Not those that came or went with their segment.
    """
    for uuid, segment in old.segment_of.items():
        if uuid not in new.items and segment in new.segments:
            yield Change(area="item", uuid=uuid, what=WITHDRAWN, of=segment)
    for segment, row in new.segments.items():
        earlier = old.segments.get(segment)
        here = {one.uuid: segment for one in row.items}
        there = {one.uuid: segment for one in earlier.items} if earlier else {}
        for change in came_and_went("item", there, here):
            if change.what == ADDED and change.uuid in old.items:
                places = {"before": old.segment_of[change.uuid], "after": segment}
                yield Change(area="item", uuid=change.uuid, what=CHANGED, field="segment", **places)
            elif change.what != WITHDRAWN and (change.what != ADDED or earlier):
                yield change


def _items_in_fields(old: _Side, new: _Side) -> Iterator[Change]:
    for uuid, item in new.items.items():
        if uuid in old.items:
            segment = new.segment_of[uuid]
            of = segment if segment == old.segment_of[uuid] else ""
            yield from fields_of("item", uuid, old.items[uuid], item, of=of)
            was, now = _scheme(old.items[uuid]), _scheme(item)
            if was != now:
                yield Change(area="item", uuid=uuid, what=CHANGED, field="order", before=was, after=now, of=of)


def _scheme(item: ItemFacts) -> str:
    """Return by what the speakers are ordered, "" while nobody ordered them; who did so and why is not printed."""
    return item.order.scheme if item.order else ""


def _speeches(old: _Side, new: _Side) -> Iterator[Change]:
    for uuid, item in new.items.items():
        earlier = old.items.get(uuid)
        if earlier is None or earlier.speeches == item.speeches:
            continue
        rows = {one.uuid: one for one in earlier.speeches}
        yield from came_and_went("speech", dict.fromkeys(rows, uuid), {one.uuid: uuid for one in item.speeches})
        for one in item.speeches:
            if one.uuid in rows:
                yield from fields_of("speech", one.uuid, rows[one.uuid], one, of=uuid)
