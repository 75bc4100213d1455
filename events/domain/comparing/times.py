"""Items and speeches that are at another hour, though nothing that was decided of them says so: they follow others."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from events.domain.comparing.values import MOVED, SHIFTED, Change
from events.domain.facts import ItemFacts, MeetingFacts
from events.domain.timeline import timeline
from events.domain.timing import MINUTE, ItemTiming, SpeechTiming, to_minute
from events.domain.wallclock import local

# The fields of an item that say when it starts, and those that say besides how long it lasts.
STARTS = frozenset({"segment", "fixed_start"})
LENGTHS = frozenset({"fixed_end", "duration_minutes", "kind", "limit_seconds"})


def item_shifts(before: MeetingFacts, after: MeetingFacts, changes: Iterable[Change]) -> Iterator[Change]:
    """Yield the items at another hour to the minute, without those whose own `changes` tell it."""
    decided = list(changes)
    placed = {one.uuid for one in decided if one.what == MOVED or one.field in STARTS}
    resized = placed | {one.uuid for one in decided if one.field in LENGTHS}
    old = {one.item.uuid: one for one in timeline(before).items}
    segments = [{item.uuid: one.uuid for one in facts.segments for item in one.items} for facts in (before, after)]
    clocks = _Clocks(before, after)
    for one in timeline(after).items:
        uuid = one.item.uuid
        if uuid not in old:
            continue
        earlier = old[uuid]
        is_moved = uuid not in placed and clocks.differ(earlier.start, one.start)
        is_kept = uuid not in resized and _minutes(earlier.item) == _minutes(one.item)
        if is_moved or is_kept and clocks.differ(earlier.end, one.end):
            of = segments[1][uuid] if segments[0][uuid] == segments[1][uuid] else ""
            yield _shifted("item", uuid, earlier, one, of=of)


def speech_shifts(before: MeetingFacts, after: MeetingFacts, changes: Iterable[Change]) -> Iterator[Change]:
    """Yield the speeches at another hour to the minute, without those whose own `changes` tell it."""
    decided = list(changes)
    placed = {one.uuid for one in decided if one.what == MOVED}
    resized = placed | {one.uuid for one in decided if one.field == "planned_minutes"}
    old = {(item.item.uuid, one.speech.uuid): one for item in timeline(before).items for one in item.speeches}
    clocks = _Clocks(before, after)
    for item in timeline(after).items:
        for one in item.speeches:
            uuid, earlier = one.speech.uuid, old.get((item.item.uuid, one.speech.uuid))
            if earlier is None:
                continue
            is_moved = uuid not in placed and clocks.differ(earlier.start, one.start)
            if is_moved or uuid not in resized and clocks.differ(earlier.end, one.end):
                yield _shifted("speech", uuid, earlier, one, of=item.item.uuid)


class _Clocks:
    """What clocks of either side show: the same hour is the same, whatever the zone."""

    def __init__(self, before: MeetingFacts, after: MeetingFacts) -> None:
        self.zones = before.roster.zone, after.roster.zone

    def differ(self, before: datetime, after: datetime) -> bool:
        """Return whether clocks show another minute."""
        if self.zones[0] == self.zones[1]:
            return before != after and (abs(after - before) >= MINUTE or before.minute != after.minute)
        return _shown(before, self.zones[0]) != _shown(after, self.zones[1])


def _shown(moment: datetime, zone: str) -> tuple[datetime, int]:
    wall = local(to_minute(moment), zone)
    return wall, wall.fold


def _minutes(item: ItemFacts) -> list[int | None]:
    return [one.planned_minutes for one in item.speeches]


def _shifted(
    area: str, uuid: str, before: ItemTiming | SpeechTiming, after: ItemTiming | SpeechTiming, *, of: str
) -> Change:
    was, now = ([one.start.isoformat(), one.end.isoformat()] for one in (before, after))
    return Change(area=area, uuid=uuid, what=SHIFTED, field="times", before=was, after=now, of=of)
