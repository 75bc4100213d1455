"""What does not fit in a computed programme, and what is left empty: overruns and gaps, in programme order."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from events.domain.timing import NIGHT, Gap, Overrun, SegmentTiming


def overruns(
    segments: Sequence[SegmentTiming], *, start: datetime, end: datetime, interpretation_end: datetime | None = None
) -> Iterator[Overrun]:
    """Yield each overrun of a meeting from `start` to the hard end `end`; the meeting's own comes last, once.

    What runs past a segment's end that is also the hard end is told as the meeting's overrun alone, what runs past an
    item's end that is also fixed as one of that end alone. That of interpretation, whose end costs more than time, is
    told even when the meeting ends with it.
    """
    before: SegmentTiming | None = None
    for segment in segments:
        if before is None and segment.start < start:
            yield _early(segment.segment.uuid, segment.start, start)
        elif before is not None and segment.start < before.end:
            yield _overrun("segment", before.segment.uuid, segment.segment.uuid, segment.start, before.end)
        yield from _inside(segment)
        if segment.content_end > segment.end != end:
            yield _overrun("segment", segment.segment.uuid, "", segment.end, segment.content_end)
        before = segment if before is None or segment.end >= before.end else before
    last = max(segments, key=_reached, default=None)
    for where, limit in (("interpretation", interpretation_end), ("meeting", end)):
        if last is not None and limit is not None and _reached(last) > limit:
            yield _overrun(where, last.segment.uuid, "", limit, _reached(last))


def gaps(segments: Sequence[SegmentTiming], *, start: datetime, end: datetime) -> Iterator[Gap]:
    """Yield the time without any segment between `start` and `end`, and inside segments that without any item.

    A segment without items is no gap, nor is a meeting without segments, nor a night between two days.
    """
    floor, before = start, ""
    for segment in segments:
        uuid = segment.segment.uuid
        if timedelta(0) < segment.start - floor < NIGHT:
            yield Gap(after=before, before=uuid, start=floor, end=segment.start)
        yield from _item_gaps(segment)
        floor, before = max(floor, segment.end, segment.content_end), uuid
    if segments and floor < end:
        yield Gap(after=before, before="", start=floor, end=end)


def _reached(segment: SegmentTiming) -> datetime:
    return max(segment.end, segment.content_end)


def _inside(segment: SegmentTiming) -> Iterator[Overrun]:
    for item in segment.items:
        needed = item.start + item.needed
        if item.speeches and needed > item.end != item.fixed_end:
            yield _overrun("speeches", item.item.uuid, "", item.end, needed)
        if item.fixed_end and max(needed, item.end) > item.fixed_end:
            yield _overrun("end", item.item.uuid, "", item.fixed_end, max(needed, item.end))
    if segment.items and segment.items[0].start < segment.start:
        yield _early(segment.items[0].item.uuid, segment.items[0].start, segment.start)
    for one, following in pairwise(segment.items):
        if one.after > following.start:
            yield _overrun("item", one.item.uuid, following.item.uuid, following.start, one.after)


def _early(uuid: str, start: datetime, limit: datetime) -> Overrun:
    return Overrun(where="early", uuid=uuid, into="", limit=limit, by=limit - start)


def _overrun(where: str, uuid: str, into: str, limit: datetime, reached: datetime) -> Overrun:
    return Overrun(where=where, uuid=uuid, into=into, limit=limit, by=reached - limit)


def _item_gaps(segment: SegmentTiming) -> Iterator[Gap]:
    floor, before = segment.start, ""
    for item in segment.items:
        if item.start > floor:
            yield Gap(after=before, before=item.item.uuid, start=floor, end=item.start)
        floor, before = max(floor, item.after), item.item.uuid
    if segment.items and floor < segment.end:
        yield Gap(after=before, before="", start=floor, end=segment.end)
