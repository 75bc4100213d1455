"""From durations and fixed points to starts and ends, gaps, overruns and the time budget.

The rules, in the order in which they act; all arithmetic is in UTC, so midnight and a change of clocks cost nothing.

1. A fixed start or end is a promise and is always kept. What cannot fit before it overlaps it, and is an overrun.
2. A segment starts at its fixed start, else at the end of the segment before, the first at the meeting's start.
   It ends at its fixed end, else where its items end.
3. An item starts at its fixed start, else where the item before ends with its hand-over. Consecutive items between
   two fixed points form a run; a run must end by the fixed end of its last item, by the next fixed start, or by the
   segment's limit: its fixed end, else the next fixed start after it (not after a night), for the last segment the
   meeting's end. Of several the first counts. The end of interpretation limits a segment that has no fixed end.
4. Hand-over (F6, "30 s each"): the floor is taken back after every speech. Inside an item it separates speeches; after
   an item with speakers it precedes the next item, of whatever kind, or the end of the segment. So n speeches cost n
   hand-overs; an item of a kind with speakers that has none yet costs one. A fixed point cuts it short: a hand-over
   alone makes no overrun.
5. Without a duration an item lasts as long as its speeches need. One that has no speeches, a list that stays open
   (`takes_rest`), or an item with a fixed end takes what remains of its run instead, and never less than its speeches
   need; several share what is left after those needs in equal whole minutes, the last of them taking the odd rest.
   Without any limit nothing remains to be taken. An item with a duration lasts so long, and must end by its fixed end.
6. A speech without minutes of its own counts with the item's limit, else with the minutes of the kind of item
   (`speech_minutes`).
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import zip_longest

from events.domain.facts import ItemFacts, MeetingFacts, SegmentFacts, SpeechFacts
from events.domain.items import ITEM_KINDS
from events.domain.overruns import gaps, overruns
from events.domain.timing import MINUTE, NIGHT, ZERO, Budget, ItemTiming, SegmentTiming, SpeechTiming, Timeline
from events.domain.wallclock import NonexistentTime, instant, nearest_instant
from participants.domain.once import once


@once
def timeline(facts: MeetingFacts) -> Timeline:
    """Return the computed programme of `facts`, segments, items and speeches in their order, instants in UTC.

    A meeting without segments ends where it starts. Wall clocks that do not exist are read by PEP 495 and listed.
    """
    zone = facts.roster.zone
    start, end = nearest_instant(facts.start, zone), nearest_instant(facts.end, zone)
    interpreted = _at(facts.interpretation_end, zone)
    segments: list[SegmentTiming] = []
    for index, segment in enumerate(facts.segments):
        begin = _at(segment.start, zone) or (segments[-1].end if segments else start)
        limit = _at(segment.end, zone) or _next_fixed(facts.segments[index + 1 :], begin, zone)
        if limit is None and index == len(facts.segments) - 1:
            limit = end
        if limit and interpreted and segment.end is None and interpreted > begin:
            limit = min(limit, interpreted)
        segments.append(_segment_timing(segment, begin, limit, zone))
    return Timeline(
        start=start,
        end=end,
        content_end=max((max(one.end, one.content_end) for one in segments), default=start),
        segments=tuple(segments),
        interpretation_end=interpreted,
        overruns=tuple(overruns(segments, start=start, end=end, interpretation_end=interpreted)),
        gaps=tuple(gaps(segments, start=start, end=end)),
        missing=tuple(_missing(facts)),
        budget=budget(facts.segments, slot=end - start),
    )


def budget(segments: Sequence[SegmentFacts], *, slot: timedelta | None) -> Budget:
    """Return what all items of `segments` need, whatever their fixed times, against the time there is."""
    items = [(item, timedelta(seconds=segment.handover_seconds)) for segment in segments for item in segment.items]
    silent = [item for item, _ in items if item.kind == "silence" and not item.speeches]
    other = [item for item, _ in items if item.kind != "silence" and not item.speeches]
    return Budget(
        speech_count=sum(len(item.speeches) for item, _ in items),
        speeches=sum((_minutes(item, speech) for item, _ in items for speech in item.speeches), ZERO),
        handover=sum((handover * _floors(item) for item, handover in items), ZERO),
        silence=sum((_duration(item) or ZERO for item in silent), ZERO),
        other=sum((_duration(item) or ZERO for item in other), ZERO),
        slot=slot,
    )


def _at(wall: datetime | None, zone: str) -> datetime | None:
    return None if wall is None else nearest_instant(wall, zone)


def _next_fixed(segments: Sequence[SegmentFacts], begin: datetime, zone: str) -> datetime | None:
    for segment in segments:
        wall = segment.start or next((item.fixed_start for item in segment.items if item.fixed_start), None)
        if wall:
            fixed = nearest_instant(wall, zone)
            return fixed if fixed - begin < NIGHT else None
    return None


def _segment_timing(segment: SegmentFacts, start: datetime, limit: datetime | None, zone: str) -> SegmentTiming:
    handover = timedelta(seconds=segment.handover_seconds)
    items: list[ItemTiming] = []
    runs = runs_of(segment.items)
    starts = [_at(run[0].fixed_start, zone) for run in runs]
    for run, fixed, following in zip_longest(runs, starts, starts[1:]):
        begin = fixed or (items[-1].after if items else start)
        ends = [one for one in (_at(run[-1].fixed_end, zone), following or limit) if one]
        items.extend(_run_timing(run, begin, min(ends, default=None), handover=handover, zone=zone))
    content_end = max((item.after for item in items), default=start)
    return SegmentTiming(
        segment=segment,
        start=start,
        end=_at(segment.end, zone) or (content_end if items else limit or start),
        content_end=content_end,
        limit=limit,
        items=tuple(items),
        budget=budget((segment,), slot=None if limit is None else limit - start),
    )


def runs_of(items: Sequence[ItemFacts]) -> list[list[ItemFacts]]:
    """Return the items of a segment as runs: a fixed start begins one, a fixed end closes one."""
    runs: list[list[ItemFacts]] = []
    for item in items:
        if item.fixed_start is not None or not runs or runs[-1][-1].fixed_end is not None:
            runs.append([])
        runs[-1].append(item)
    return runs


def _run_timing(
    run: Sequence[ItemFacts], start: datetime, limit: datetime | None, *, handover: timedelta, zone: str
) -> Iterator[ItemTiming]:
    lengths = _lengths(run, None if limit is None else limit - start, handover)
    for item in run:
        end = start + lengths[item.uuid]
        pause = handover * bool(_floors(item))
        if item is run[-1] and limit is not None and end <= limit:
            pause = min(pause, limit - end)
        yield ItemTiming(
            item=item,
            start=start,
            end=end,
            handover=pause,
            needed=_needed(item, handover),
            takes_rest=_takes_rest(item),
            fixed_end=_at(item.fixed_end, zone),
            speeches=tuple(_speeches(item, start, handover, zone)),
            actual_start=_at(item.actual_start, zone),
            actual_end=_at(item.actual_end, zone),
        )
        start = end + pause


def _lengths(run: Sequence[ItemFacts], room: timedelta | None, handover: timedelta) -> dict[str, timedelta]:
    lengths = {item.uuid: _duration(item) or _needed(item, handover) for item in run}
    takers = [item for item in run if _takes_rest(item)]
    if room is None or not takers:
        return lengths
    used = sum(lengths.values(), ZERO) + sum((handover for item in run[:-1] if _floors(item)), ZERO)
    rest = max(room - used, ZERO)
    share = rest // len(takers) // MINUTE * MINUTE
    for item in takers:
        lengths[item.uuid] += share
    lengths[takers[-1].uuid] += rest - share * len(takers)
    return lengths


def _duration(item: ItemFacts) -> timedelta | None:
    return None if item.duration_minutes is None else timedelta(minutes=item.duration_minutes)


def _takes_rest(item: ItemFacts) -> bool:
    is_open = ITEM_KINDS[item.kind].takes_rest or item.fixed_end is not None
    return item.duration_minutes is None and (is_open or not item.speeches)


def _needed(item: ItemFacts, handover: timedelta) -> timedelta:
    return sum((_minutes(item, one) for one in item.speeches), ZERO) + handover * max(len(item.speeches) - 1, 0)


def _minutes(item: ItemFacts, speech: SpeechFacts) -> timedelta:
    return limit_of(item) if speech.planned_minutes is None else timedelta(minutes=speech.planned_minutes)


def limit_of(item: ItemFacts) -> timedelta:
    """Return how long each speech of `item` lasts that has no minutes of its own."""
    if item.limit_seconds is not None:
        return timedelta(seconds=item.limit_seconds)
    return timedelta(minutes=ITEM_KINDS[item.kind].speech_minutes)


def _floors(item: ItemFacts) -> int:
    """Return how often the floor is taken back in or after the item."""
    return len(item.speeches) or int(ITEM_KINDS[item.kind].has_speakers)


def _speeches(item: ItemFacts, start: datetime, handover: timedelta, zone: str) -> Iterator[SpeechTiming]:
    for speech in item.speeches:
        end = start + _minutes(item, speech)
        yield SpeechTiming(
            speech=speech,
            start=start,
            end=end,
            is_assumed=speech.planned_minutes is None and item.limit_seconds is None,
            actual_start=_at(speech.actual_start, zone),
            actual_end=_at(speech.actual_end, zone),
        )
        start = end + handover


def _missing(facts: MeetingFacts) -> Iterator[str]:
    yield from _if_missing(facts, facts.entry.uuid, facts.start, facts.end, facts.interpretation_end)
    for segment in facts.segments:
        yield from _if_missing(facts, segment.uuid, segment.start, segment.end)
        for item in segment.items:
            walls = (item.fixed_start, item.fixed_end, item.actual_start, item.actual_end)
            yield from _if_missing(facts, item.uuid, *walls)
            for speech in item.speeches:
                yield from _if_missing(facts, speech.uuid, speech.actual_start, speech.actual_end)


def _if_missing(facts: MeetingFacts, uuid: str, *walls: datetime | None) -> Iterator[str]:
    try:
        for wall in walls:
            if wall is not None:
                instant(wall, facts.roster.zone)
    except NonexistentTime:
        yield uuid
