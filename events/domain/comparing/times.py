"""Items and speeches that are at another hour, though nothing that was decided of them says so: they follow others."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from events.domain.comparing.values import MOVED, SHIFTED, Change
from events.domain.facts import ItemFacts, MeetingFacts
from events.domain.timeline import timeline
from events.domain.timing import ItemTiming, SpeechTiming, to_minute
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
        starts, ends = clocks.differences(old[uuid], one)
        is_longer = uuid in resized or _minutes(old[uuid].item) != _minutes(one.item)
        if starts and uuid not in placed or ends and not is_longer:
            of = segments[1][uuid] if segments[0][uuid] == segments[1][uuid] else ""
            yield _shifted("item", uuid, old[uuid], one, of=of)


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
            starts, ends = clocks.differences(earlier, one)
            if starts and uuid not in placed or ends and not starts and uuid not in resized:
                yield _shifted("speech", uuid, earlier, one, of=item.item.uuid)


class _Clocks:
    """What clocks of either side show: the same hour is the same, whatever the zone."""

    def __init__(self, before: MeetingFacts, after: MeetingFacts) -> None:
        self.zones = before.roster.zone, after.roster.zone

    def differences(self, before: ItemTiming | SpeechTiming, after: ItemTiming | SpeechTiming) -> tuple[bool, bool]:
        """Return whether the start and whether the end is another."""
        return self._differ(before.start, after.start), self._differ(before.end, after.end)

    def _differ(self, before: datetime, after: datetime) -> bool:
        if self.zones[0] == self.zones[1]:
            return before != after and to_minute(before) != to_minute(after)
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
