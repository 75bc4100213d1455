"""The computed programme as values: instants are aware and in UTC, lengths are timedeltas."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from events.domain.facts import ItemFacts, SegmentFacts, SpeechFacts

ZERO = timedelta(0)
MINUTE = timedelta(minutes=1)
# Between two segments of a meeting of several days lies a night: no time to be filled, and no gap.
NIGHT = timedelta(hours=8)


@dataclass(frozen=True, kw_only=True)
class SpeechTiming:
    """One speech with its planned instants, and the actual ones if known.

    `is_assumed` when nobody decided its length: it counts with the minutes of its kind of item.
    """

    speech: SpeechFacts
    start: datetime
    end: datetime
    is_assumed: bool
    actual_start: datetime | None
    actual_end: datetime | None


@dataclass(frozen=True, kw_only=True)
class ItemTiming:
    """One item with its planned instants; the hand-over comes after `end`.

    `needed` is what its speeches take with the hand-overs between them. `takes_rest` when the run gave it its length.
    `fixed_end` is when it must have ended, None where nobody said.
    """

    item: ItemFacts
    start: datetime
    end: datetime
    handover: timedelta
    needed: timedelta
    takes_rest: bool
    fixed_end: datetime | None
    speeches: tuple[SpeechTiming, ...]
    actual_start: datetime | None
    actual_end: datetime | None

    @property
    def after(self) -> datetime:
        """When the floor is free again: the end and the hand-over."""
        return self.end + self.handover


@dataclass(frozen=True, kw_only=True)
class Budget:
    """What a slot must hold: `other` are items without speeches that have a duration and are no silence.

    `slot` is the time there is, None when nothing limits it; `difference` is what is left of it, negative when it is
    exceeded. Source: F6 of the protocol rules.
    """

    speech_count: int
    speeches: timedelta
    handover: timedelta
    silence: timedelta
    other: timedelta
    slot: timedelta | None

    @property
    def total(self) -> timedelta:
        """What is planned altogether."""
        return self.speeches + self.handover + self.silence + self.other

    @property
    def difference(self) -> timedelta | None:
        """The slot less the total; None without a slot."""
        return None if self.slot is None else self.slot - self.total


@dataclass(frozen=True, kw_only=True)
class SegmentTiming:
    """One segment: its printed `start` and `end`, where its items really end, and the `limit` they must keep."""

    segment: SegmentFacts
    start: datetime
    end: datetime
    content_end: datetime
    limit: datetime | None
    items: tuple[ItemTiming, ...]
    budget: Budget


@dataclass(frozen=True, kw_only=True)
class Overrun:
    """Something reaches `by` so much past `limit`. `where` says what, `uuid` which:

    speeches: those of item `uuid` need more than its duration. end: item `uuid`, or its speeches, run past its fixed
    end. item: it runs into the fixed start of item `into`. segment: the items of `uuid` run past its end, or it runs
    into segment `into`. meeting: segment `uuid` runs past the hard end. interpretation: it goes on when interpretation
    has ended. early: item or segment `uuid` is fixed to start before what holds it, which starts at `limit`.
    """

    where: str
    uuid: str
    into: str
    limit: datetime
    by: timedelta


@dataclass(frozen=True, kw_only=True)
class Gap:
    """Time with nothing in it, inside or between segments; `after` and `before` are uuids, empty at either end."""

    after: str
    before: str
    start: datetime
    end: datetime


@dataclass(frozen=True, kw_only=True)
class Timeline:
    """The meeting computed. `end` is the hard end, `content_end` where the programme ends, `interpretation_end` when
    interpretation stops, None where nobody said.

    `missing` names the uuids (of the meeting, segments, items, speeches) with a wall clock that does not exist.
    """

    start: datetime
    end: datetime
    content_end: datetime
    interpretation_end: datetime | None
    segments: tuple[SegmentTiming, ...]
    overruns: tuple[Overrun, ...]
    gaps: tuple[Gap, ...]
    missing: tuple[str, ...]
    budget: Budget

    @property
    def overrun(self) -> timedelta:
        """By how much the programme exceeds the hard end; zero when it does not."""
        return max(self.content_end - self.end, ZERO)

    @property
    def actual_end(self) -> datetime | None:
        """When the meeting really ended: the latest recorded once the last item has its end; None before."""
        ends = [one.actual_end for one in self.items]
        return max(one for one in ends if one) if ends and ends[-1] else None

    @property
    def items(self) -> tuple[ItemTiming, ...]:
        """Every item of every segment, in programme order."""
        return tuple(item for segment in self.segments for item in segment.items)


def to_minute(moment: datetime) -> datetime:
    """Return `moment` as it is printed everywhere: the seconds dropped, so that nobody is told to come later."""
    return moment.replace(second=0, microsecond=0)


def whole_minutes(length: timedelta) -> int:
    """Return `length` in minutes as budgets print it: a started minute counts (39 min 30 s: 40), below zero too."""
    minutes = -(-abs(length) // MINUTE)
    return minutes if length >= ZERO else -minutes
