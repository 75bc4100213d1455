"""What an open point's option would change: the differences in words to be, and the meeting as it would then be."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from events.domain.facts import MeetingFacts
from events.domain.findings import Label
from events.domain.wallclock import from_text
from meetingplanner.languages import phrase
from participants.domain.texts import Texts

DECISION_LABELS: dict[str, str] = {
    "pending": phrase("not decided"),
    "accepted": phrase("accepted: the words go"),
    "rejected": phrase("rejected: the words stay"),
}


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One thing that would change: `label` and, before and after, a wall clock, a phrase, or None for nothing."""

    label: Label
    of: Texts
    before: datetime | str | None
    after: datetime | str | None


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What would differ, nothing where the option only confirms what is; and the meeting as it would be."""

    differences: tuple[Difference, ...]
    facts: MeetingFacts


def preview(facts: MeetingFacts, *, operation: str, arguments: Mapping[str, Any]) -> Preview | None:
    """Return what the option of an open point would change, or None where it fits the meeting no longer.

    Raises KeyError for an operation that PREVIEWS lacks.
    """
    return PREVIEWS[operation](facts, arguments)


def _set_times(facts: MeetingFacts, arguments: Mapping[str, Any]) -> Preview | None:
    start, end = from_text(arguments["starts"]), from_text(arguments["ends"])
    times = {one["uuid"]: (_wall(one["starts"]), _wall(one["ends"])) for one in arguments["segments"]}
    if times.keys() - {segment.uuid for segment in facts.segments}:
        return None
    changed = tuple(
        replace(segment, start=times[segment.uuid][0], end=times[segment.uuid][1]) if segment.uuid in times else segment
        for segment in facts.segments
    )
    found = list(_clocks(facts.title, (facts.start, facts.end), (start, end), is_meeting=True))
    for before, after in zip(facts.segments, changed, strict=True):
        found += _clocks(before.title, (before.start, before.end), (after.start, after.end))
    return Preview(differences=tuple(found), facts=replace(facts, start=start, end=end, segments=changed))


def _clocks(of: Texts, before: tuple, after: tuple, *, is_meeting: bool = False):
    labels = (phrase("start of the meeting"), phrase("end of the meeting")) if is_meeting else ()
    for label, old, new in zip(labels or (phrase("fixed start"), phrase("fixed end")), before, after, strict=True):
        if old != new:
            yield Difference(label=Label(text=label), of={} if is_meeting else of, before=old, after=new)


def _decide_deletion(facts: MeetingFacts, arguments: Mapping[str, Any]) -> Preview | None:
    number, decision = arguments["number"], arguments["decision"]
    present = {one.number: one for one in facts.deletions}
    if number not in present:
        return None
    changed = tuple(replace(one, decision=decision) if one.number == number else one for one in facts.deletions)
    before = present[number].decision
    label = Label(text=phrase("deletion %(number)s"), values={"number": str(number)})
    difference = Difference(label=label, of={}, before=DECISION_LABELS[before], after=DECISION_LABELS[decision])
    found = (difference,) if before != decision else ()
    return Preview(differences=found, facts=replace(facts, deletions=changed))


def _wall(text: str | None) -> datetime | None:
    return from_text(text) if text else None


PREVIEWS: dict[str, Callable[[MeetingFacts, Mapping[str, Any]], Preview | None]] = {
    "set_times": _set_times,
    "decide_deletion": _decide_deletion,
}
