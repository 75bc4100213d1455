"""How long each may speak: the longest equal limit of a list of speakers, and what another limit comes to.

A limit is that of the speeches without minutes of their own, which are the pool; those with minutes keep theirs. The
rules, all in whole seconds:

1. The floor is taken back after every speech, the last one too, and that is counted whole, as the time budget has it
   (F6: n speeches cost n hand-overs). So 68 speeches in 105 minutes with 30 s each: 3 minutes are 133 minutes too
   many, 62 seconds fit, and 30 speeches fit at 3 minutes. The timeline alone may cut the last hand-over of a run short
   at its limit, since a hand-over alone makes no overrun: what fits here never overruns there, and what just exceeds
   here may still pass there by no more than that one hand-over.
2. The hard end of a list is the first of these: the end of its own duration; the fixed end that closes its run; the
   next fixed start; the limit of its segment; the end of interpretation.
3. Whatever else stands in its run, silence and other lists included, keeps the least that the timeline gives it, with
   its hand-overs, but for the one that would follow the run's last item. So a list begins where the timeline has it,
   or earlier where an item before it has taken what remained: the timeline moves it there when the list needs it. An
   item with a duration of its own begins and ends as planned, whatever surrounds it.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from events.domain.facts import MeetingFacts
from events.domain.timeline import limit_of, runs_of
from events.domain.timing import ZERO, ItemTiming, SegmentTiming, Timeline
from participants.domain.values import DelegationFacts

SECOND = timedelta(seconds=1)


@dataclass(frozen=True, kw_only=True)
class Trial:
    """What it comes to when each speech of the pool lasts `limit`.

    `needed` is all speeches with their hand-overs, `difference` what is left of the room, negative when it is exceeded.
    `fitting` is how many of such speeches the room holds, whether so many are inscribed or not. `closes_at` is the last
    instant at which one more can begin.
    """

    limit: timedelta
    needed: timedelta
    difference: timedelta
    fitting: int
    closes_at: datetime


@dataclass(frozen=True, kw_only=True)
class Fit:
    """The time that a list of speakers has: `room` from `start` on, which leaves free what follows before the `end`.

    `ended_by` says what sets the end: duration, fixed_end, next_item, part, next_part, meeting, interpretation or
    given. `others` is what else must happen before the end, `kept` what speeches with minutes of their own take with
    their hand-overs, `count` the pool. `current` is the limit as it is.
    """

    items: tuple[str, ...]
    start: datetime
    end: datetime
    ended_by: str
    others: timedelta
    handover: timedelta
    kept: timedelta
    kept_count: int
    count: int
    current: timedelta

    @property
    def room(self) -> timedelta:
        """The time for the speeches and their hand-overs, negative when what follows has not even room itself."""
        return self.end - self.start - self.others

    @property
    def longest(self) -> timedelta | None:
        """The longest equal limit, in whole seconds, at which all of the pool fit; zero when none does, None without
        a pool."""
        if not self.count:
            return None
        return max((self.room - self.kept) // self.count // SECOND * SECOND - self.handover, ZERO)

    def at(self, limit: timedelta) -> Trial:
        """Return what `limit`, longer than nothing, comes to."""
        each = limit + self.handover
        needed = self.kept + self.count * each
        return Trial(
            limit=limit,
            needed=needed,
            difference=self.room - needed,
            fitting=max((self.room - self.kept) // each, 0),
            closes_at=self.start + self.room - each,
        )

    def late(self, delay: timedelta) -> "Fit":
        """Return the fit of the list when it begins `delay` later, and must end all the same."""
        return replace(self, start=self.start + delay)


def fit(plan: Timeline, uuid: str, *, end: datetime | None = None) -> Fit | None:
    """Return the time that the speakers of item `uuid` have until `end`, by default its hard end in the timeline.

    None when nothing limits the item and no end is given. Raises KeyError for an item that `plan` does not have.
    """
    segment, run, following = _place(plan, uuid)
    return _fit(plan, segment, run, following, targets=(uuid,), end=end)


def part_fits(plan: Timeline, uuid: str) -> tuple[Fit, ...]:
    """Return a fit for each run of segment `uuid` that has speakers on lists without a duration, in their order.

    A limit that all of them share is at most the least of theirs.
    """
    segment = next(one for one in plan.segments if one.segment.uuid == uuid)
    found = []
    for run, following in _runs(segment):
        lists = tuple(one.item.uuid for one in run if one.speeches and one.item.duration_minutes is None)
        if lists:
            found.append(_fit(plan, segment, run, following, targets=lists, end=None))
    return tuple(one for one in found if one is not None)


def with_limit(facts: MeetingFacts, uuids: Collection[str], seconds: int | None) -> MeetingFacts:
    """Return `facts` as they would be when the items `uuids` had that limit."""
    segments = tuple(
        replace(
            segment,
            items=tuple(replace(item, limit_seconds=seconds) if item.uuid in uuids else item for item in segment.items),
        )
        for segment in facts.segments
    )
    return replace(facts, segments=segments)


def could_be_invited(facts: MeetingFacts) -> tuple[DelegationFacts, ...]:
    """Return the delegations expected or present that are on no list of speakers and preside over nothing."""
    heard = {speech.delegation for part in facts.segments for item in part.items for speech in item.speeches}
    heard |= {facts.delegates[uuid].delegation for part in facts.segments for uuid in part.chairs}
    return tuple(one for one in facts.roster.delegations if one.uuid in facts.coming and one.uuid not in heard)


def _place(plan: Timeline, uuid: str) -> tuple[SegmentTiming, tuple[ItemTiming, ...], ItemTiming | None]:
    for segment in plan.segments:
        if any(one.item.uuid == uuid for one in segment.items):
            for run, following in _runs(segment):
                if any(one.item.uuid == uuid for one in run):
                    return segment, run, following
    raise KeyError(uuid)


def _runs(segment: SegmentTiming) -> Iterator[tuple[tuple[ItemTiming, ...], ItemTiming | None]]:
    place = 0
    for run in runs_of([one.item for one in segment.items]):
        after = place + len(run)
        yield segment.items[place:after], next(iter(segment.items[after:]), None)
        place = after


def _fit(
    plan: Timeline,
    segment: SegmentTiming,
    run: tuple[ItemTiming, ...],
    following: ItemTiming | None,
    *,
    targets: tuple[str, ...],
    end: datetime | None,
) -> Fit | None:
    place = next(number for number, one in enumerate(run) if one.item.uuid == targets[0])
    first = run[place]
    is_alone = first.item.duration_minutes is not None and end is None
    ends = [("given", end)] if end else list(_ends(plan, segment, run, following))
    known = [(code, moment) for code, moment in (*ends, ("duration", first.end if is_alone else None)) if moment]
    if not known:
        return None
    ended_by, last = min(known, key=lambda one: one[1])
    handover = timedelta(seconds=segment.segment.handover_seconds)
    wanted = frozenset(targets)
    lists = [one for one in run if one.item.uuid in wanted]
    speeches = [one for timing in lists for one in timing.speeches]
    kept = [one.end - one.start + handover for one in speeches if one.speech.planned_minutes is not None]
    return Fit(
        items=targets,
        start=first.start if is_alone else run[0].start + _least(run[:place], run),
        end=last,
        ended_by=ended_by,
        others=ZERO if is_alone else _least([one for one in run[place:] if one.item.uuid not in wanted], run),
        handover=handover,
        kept=sum(kept, ZERO),
        kept_count=len(kept),
        count=len(speeches) - len(kept),
        current=limit_of(first.item),
    )


def _ends(
    plan: Timeline, segment: SegmentTiming, run: tuple[ItemTiming, ...], following: ItemTiming | None
) -> Iterator[tuple[str, datetime | None]]:
    """Yield what ends a run with its instant; of several at one instant the first names it."""
    yield "fixed_end", run[-1].fixed_end
    yield "next_item", following.start if following and following.item.fixed_start else None
    yield "meeting", plan.end if segment.limit == plan.end else None
    interpreted = plan.interpretation_end
    yield "interpretation", interpreted if interpreted and interpreted > segment.start else None
    yield "part" if segment.segment.end else "next_part", segment.limit


def _least(items: Sequence[ItemTiming], run: tuple[ItemTiming, ...]) -> timedelta:
    lengths = (one.needed if one.takes_rest else one.end - one.start for one in items)
    return sum(lengths, ZERO) + sum((one.handover for one in items if one is not run[-1]), ZERO)
