"""Segments, items and speeches: in their order, their fields, and when they are."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from events.domain.comparing.lists import came_and_went, fields_of
from events.domain.comparing.values import ADDED, CHANGED, MOVED, SHIFTED, WITHDRAWN, Change
from events.domain.facts import MeetingFacts
from events.domain.timeline import timeline

Times = tuple[datetime, datetime]


def programme_changes(before: MeetingFacts, after: MeetingFacts) -> Iterator[Change]:
    """Yield what differs in the programme: segments, then items, then speeches, each in the order of `after`."""
    if before.segments == after.segments and _frame(before) == _frame(after):
        return
    segments = [{one.uuid: one for one in facts.segments} for facts in (before, after)]
    yield from came_and_went("segment", *(dict.fromkeys(one, "") for one in segments))
    for uuid, new in segments[1].items():
        if uuid in segments[0]:
            yield from fields_of("segment", uuid, segments[0][uuid], new)
    yield from _items(before, after)
    yield from _speeches(before, after)


def _frame(facts: MeetingFacts) -> tuple:
    return facts.start, facts.end, facts.roster.zone, facts.interpretation_end


def _items(before: MeetingFacts, after: MeetingFacts) -> Iterator[Change]:
    old, new = (
        {item.uuid: (item, one.uuid) for one in facts.segments for item in one.items} for facts in (before, after)
    )
    found = list(_of_segments(before, after, old, new))
    times = _item_times(before), _item_times(after)
    for uuid, (item, segment) in new.items():
        if uuid in old:
            found += fields_of("item", uuid, old[uuid][0], item, of=segment)
    decided = {one.uuid for one in found if one.what == MOVED or one.field in ("segment", *_OWN_TIMES)}
    yield from found
    for uuid, (_, segment) in new.items():
        pair = times[0].get(uuid), times[1].get(uuid)
        if uuid in old and pair[0] != pair[1] and None not in pair:
            yield _timed("item", uuid, *pair, of=segment, is_decided=uuid in decided)


_OWN_TIMES = ("fixed_start", "fixed_end", "duration_minutes")


def _of_segments(before: MeetingFacts, after: MeetingFacts, old: dict, new: dict) -> Iterator[Change]:
    """Yield items that came, went, were moved inside their segment, or into another one."""
    for uuid, (_, segment) in old.items():
        if uuid not in new:
            yield Change(area="item", uuid=uuid, what=WITHDRAWN, of=segment)
    segments = [{one.uuid: one for one in facts.segments} for facts in (before, after)]
    for segment, row in segments[1].items():
        earlier = segments[0].get(segment)
        here = {one.uuid: segment for one in row.items}
        there = {one.uuid: segment for one in earlier.items} if earlier else {}
        for change in came_and_went("item", there, here):
            if change.what == ADDED and change.uuid in old:
                places = {"before": old[change.uuid][1], "after": segment}
                yield Change(area="item", uuid=change.uuid, what=CHANGED, field="segment", of=segment, **places)
            elif change.what != WITHDRAWN:
                yield change


def _item_times(facts: MeetingFacts) -> dict[str, Times]:
    return {one.item.uuid: (one.start, one.end) for one in timeline(facts).items}


def _speech_times(facts: MeetingFacts) -> dict[str, Times]:
    return {one.speech.uuid: (one.start, one.end) for item in timeline(facts).items for one in item.speeches}


def _speeches(before: MeetingFacts, after: MeetingFacts) -> Iterator[Change]:
    lists = [
        {item.uuid: {one.uuid: one for one in item.speeches} for segment in facts.segments for item in segment.items}
        for facts in (before, after)
    ]
    moves = _shifts(before, after)
    times = _speech_times(before), _speech_times(after)
    for item in dict.fromkeys((*lists[1], *lists[0])):
        old, new = lists[0].get(item, {}), lists[1].get(item, {})
        if list(old.items()) == list(new.items()) and not moves.get(item):
            continue
        found = list(came_and_went("speech", dict.fromkeys(old, item), dict.fromkeys(new, item)))
        for uuid, one in new.items():
            if uuid in old:
                found += fields_of("speech", uuid, old[uuid], one, of=item)
        yield from found
        decided = {one.uuid for one in found if one.what == MOVED or one.field == "planned_minutes"}
        yield from _speech_shifts(item, [uuid for uuid in new if uuid in old], times, decided)


def _speech_shifts(
    item: str, uuids: Iterable[str], times: tuple[dict[str, Times], dict[str, Times]], decided: set[str]
) -> Iterator[Change]:
    for uuid in uuids:
        pair = times[0][uuid], times[1][uuid]
        if pair[0] != pair[1]:
            yield _timed("speech", uuid, *pair, of=item, is_decided=uuid in decided)


def _shifts(before: MeetingFacts, after: MeetingFacts) -> dict[str, bool]:
    old, new = _item_times(before), _item_times(after)
    return {uuid: old.get(uuid) != times for uuid, times in new.items()}


def _timed(area: str, uuid: str, before: Times, after: Times, *, of: str, is_decided: bool) -> Change:
    values = {"before": [one.isoformat() for one in before], "after": [one.isoformat() for one in after]}
    if is_decided:
        return Change(area=area, uuid=uuid, what=CHANGED, field="times", of=of, **values)
    return Change(area=area, uuid=uuid, what=SHIFTED, field="times", of=of, **values)
