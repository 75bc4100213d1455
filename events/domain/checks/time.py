"""What does not fit the clock: overruns, times that do not exist, people expected in two places at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from events.domain import wallclock
from events.domain.facts import MeetingFacts
from events.domain.findings import Cure, Finding
from events.domain.people import called
from events.domain.timeline import timeline
from events.domain.timing import Overrun, SegmentTiming, Timeline, to_minute
from participants.domain.texts import Texts

# The kind of finding for each `where` of an overrun; a segment's has one more, by whether it meets another.
KINDS = {
    "meeting": "meeting_overruns",
    "segment": "part_overruns",
    "speeches": "speeches_overrun",
    "end": "item_ends_late",
    "interpretation": "interpretation_ends",
    "item": "item_overruns",
    "early": "starts_early",
}


@dataclass(frozen=True, kw_only=True)
class Engagement:
    """A delegate bound from `start` to `end` by the segment at `index`."""

    delegate: str
    index: int
    start: datetime
    end: datetime


def time_findings(facts: MeetingFacts, languages: tuple[str, ...]) -> Iterator[Finding]:
    """Yield what is wrong with the times, in programme order."""
    plan = timeline(facts)
    cure = Cure(page="events:programme", arguments=(facts.roster.slug,))
    titles = _titles(facts)
    if not facts.segments:
        yield Finding(kind="no_programme", values={}, cure=cure)
    for overrun in plan.overruns:
        yield _overrun(overrun, facts=facts, plan=plan, titles=titles, cure=cure)
    for uuid in dict.fromkeys(plan.missing):
        yield Finding(kind="no_such_time", values={"part": titles[uuid]}, cure=cure)
    yield from _two_places(facts, plan, cure)


def _titles(facts: MeetingFacts) -> dict[str, Texts]:
    titles = {facts.entry.uuid: facts.title}
    for segment in facts.segments:
        titles[segment.uuid] = segment.title
        for item in segment.items:
            titles[item.uuid] = item.title
            titles.update({speech.uuid: item.title for speech in item.speeches})
    return titles


def _overrun(overrun: Overrun, *, facts: MeetingFacts, plan: Timeline, titles: dict[str, Texts], cure: Cure) -> Finding:
    zone = facts.roster.zone
    # The length that the printed clocks have between them, so that the sentence does not contradict itself.
    printed = to_minute(overrun.limit + overrun.by) - to_minute(overrun.limit)
    values = {
        "part": titles[overrun.uuid],
        "length": printed or overrun.by,
        "limit": wallclock.local(overrun.limit, zone),
        "ends": wallclock.local(plan.content_end, zone),
    }
    if overrun.into:
        values["next"] = titles[overrun.into]
    kind = "parts_overlap" if overrun.where == "segment" and overrun.into else KINDS[overrun.where]
    return Finding(kind=kind, values=values, cure=cure)


def _two_places(facts: MeetingFacts, plan: Timeline, cure: Cure) -> Iterator[Finding]:
    """Yield each delegate whom two segments bind at once, once for each pair of segments.

    A segment binds those who preside and those on its podium for as long as it is planned, a speaker for the speech.
    Only the planned times count: what an overrun pushes into the next segment is that overrun's finding.
    """
    engagements = [one for index, segment in enumerate(plan.segments) for one in _engagements(segment, index)]
    found: dict[tuple[str, int, int], tuple[datetime, datetime]] = {}
    for one, other in combinations(engagements, 2):
        if one.delegate != other.delegate or one.index == other.index:
            continue
        start, end = max(one.start, other.start), min(one.end, other.end)
        key = (one.delegate, one.index, other.index)
        if start < end:
            first, last = found.get(key, (start, end))
            found[key] = (min(first, start), max(last, end))
    for (uuid, index, other), (start, end) in found.items():
        values = {
            "person": called(facts, facts.delegates[uuid]),
            "starts": wallclock.local(start, facts.roster.zone),
            "ends": wallclock.local(end, facts.roster.zone),
            "one": facts.segments[index].title,
            "other": facts.segments[other].title,
        }
        yield Finding(kind="two_places", values=values, cure=cure)


def _engagements(timing: SegmentTiming, index: int) -> Iterator[Engagement]:
    segment = timing.segment
    end = timing.end if timing.limit is None else min(timing.end, timing.limit)
    for uuid in dict.fromkeys((*segment.chairs, *segment.podium)):
        yield Engagement(delegate=uuid, index=index, start=timing.start, end=end)
    for item in timing.items:
        for one in item.speeches:
            if one.speech.delegate:
                yield Engagement(delegate=one.speech.delegate, index=index, start=one.start, end=min(one.end, end))
