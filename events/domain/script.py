"""The chairs' script: what each presiding officer says and does, in the order of the programme; words are elsewhere.

Who presides: one officer at a time. Co-chairs preside in turn, an item each, in the order in which they are named. The
first of them opens the part, has every concluding item and closes the meeting: a place by protocol is not taken in
turn. Nobody presides over an item in which he or she speaks while another co-chair can; items without speakers stay
with whoever presides. While nobody is named the script is that of a chair to be named.
Source: chairs' scripts as the conclusions of 20 September 2017 and the practice of the United Nations have them.

Who does not come is given no floor (`taking_part`); everybody else has it exactly once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import takewhile

from events.domain.days import day_of
from events.domain.facts import ItemFacts, MeetingFacts, SegmentFacts, SpeechFacts
from events.domain.items import ITEM_KINDS
from events.domain.organs import invited
from events.domain.script_places import LIST_FROM
from events.domain.taking_part import chairs_of, speaks
from events.domain.timeline import limit_of, timeline
from events.domain.timing import ItemTiming, SegmentTiming, SpeechTiming, Timeline
from participants.domain.once import once

# A part that begins so much after the one before is another sitting; the meeting is adjourned in between.
BREAK = timedelta(minutes=10)
# Where somebody takes the chair in a part that has begun.
TAKEN = ("takes_turn", "takes_closing")


@dataclass(frozen=True, kw_only=True)
class Cue:
    """One line of a script: `place` is a row of SCRIPT_PLACES and names the line at its `subject`, a uuid.

    `start` is the instant planned for it. `speech` has the floor or had it; `following` are the next two speeches of
    the part; where they are announced, those of the item alone, up to the one who presides. `limit` is how long the
    speech lasts, or each of the list, None where they differ; limits are recalled only where somebody set them.
    `people` (delegates) are those to whom the chair is handed over or from whom it is taken. `is_assumed`: nobody set
    the limit, it is that of the kind of item. `is_own`: the one who presides speaks. `is_again`: who takes the chair in
    turn has presided before. `resumes` is when the next sitting
    begins, or interpretation ends.
    """

    subject: str
    place: str
    start: datetime
    segment: SegmentFacts
    item: ItemFacts | None = None
    speech: SpeechFacts | None = None
    following: tuple[SpeechFacts, ...] = ()
    limit: timedelta | None = None
    is_assumed: bool = False
    people: tuple[str, ...] = ()
    is_own: bool = False
    is_again: bool = False
    resumes: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Part:
    """The script of one presiding officer, a delegate's uuid, "" while nobody is named; cues in their order.

    Contingency lines come at the end of each segment, once for each officer who presides there.
    """

    chair: str
    cues: tuple[Cue, ...]


@once
def script(facts: MeetingFacts) -> tuple[Part, ...]:
    """Return a part for each presiding officer, in the order in which they take the chair; () without segments.

    A co-chair who presides over no item has none.
    """
    cues: dict[str, list[Cue]] = {}
    for chair, cue in _in_turn(facts, timeline(facts)):
        is_again = chair in cues and cue.place in TAKEN
        cues.setdefault(chair, []).append(replace(cue, is_again=is_again))
    return tuple(Part(chair=chair, cues=tuple(found)) for chair, found in cues.items())


def presiding(facts: MeetingFacts, segment: SegmentFacts) -> dict[str, str]:
    """Return who presides over each item of `segment`, by the item's uuid; "" while nobody is named."""
    chairs = chairs_of(facts, segment)
    found: dict[str, str] = {}
    now, turn = chairs[0] if chairs else "", 0
    for item in segment.items:
        if item.kind == "conclusion":
            now = chairs[0] if chairs else ""
        elif chairs and (ITEM_KINDS[item.kind].has_speakers or item.speeches):
            speakers = {speech.delegate for speech in item.speeches}
            waiting = [chairs[(turn + number) % len(chairs)] for number in range(len(chairs))]
            now = next((one for one in waiting if one not in speakers), waiting[0])
            turn = chairs.index(now) + 1
        found[item.uuid] = now
    return found


def _in_turn(facts: MeetingFacts, plan: Timeline) -> Iterator[tuple[str, Cue]]:
    """Yield each cue with the officer whose it is."""
    former: tuple[str, ...] = ()
    for number, timing in enumerate(plan.segments):
        after = plan.segments[number + 1] if number + 1 < len(plan.segments) else None
        before = plan.segments[number - 1] if number else None
        cues = list(_segment(facts, timing, before=before, after=after, former=former))
        yield from cues
        for chair in dict.fromkeys(chair for chair, _ in cues):
            yield from ((chair, cue) for cue in _contingencies(timing, plan.interpretation_end, facts.roster.zone))
        former = (cues[-1][0],)


def _segment(
    facts: MeetingFacts,
    timing: SegmentTiming,
    *,
    before: SegmentTiming | None,
    after: SegmentTiming | None,
    former: tuple[str, ...],
) -> Iterator[tuple[str, Cue]]:
    segment, over = timing.segment, presiding(facts, timing.segment)
    chair = _first(facts, segment)
    at_start = Cue(subject=segment.uuid, place="opening", start=timing.start, segment=segment)
    if before is None:
        yield from ((chair, replace(at_start, place=place)) for place in _opening(facts))
    elif timing.start - before.content_end >= BREAK:
        yield chair, replace(at_start, place="resumption")
    elif former != (chair,):
        yield chair, replace(at_start, place="takes_chair", people=former)
    else:
        yield chair, replace(at_start, place="next_part")
    for one in timing.items:
        if over[one.item.uuid] != chair:
            change = Cue(subject=one.item.uuid, place="gives_turn", start=one.start, segment=segment, item=one.item)
            yield chair, replace(change, people=(over[one.item.uuid],))
            former, chair = (chair,), over[one.item.uuid]
            yield chair, replace(change, place="takes_turn", people=former)
        yield from ((chair, cue) for cue in _item(facts, timing, one, chair))
    yield from _end(facts, timing, after, chair)


def _opening(facts: MeetingFacts) -> Iterator[str]:
    """Yield the places with which a meeting begins: an organ adopts its agenda and invites those who are no members."""
    yield "opening"
    if facts.kind == "organ":
        yield "agenda"
    if invited(facts):
        yield "invitations"


def _end(
    facts: MeetingFacts, timing: SegmentTiming, after: SegmentTiming | None, chair: str
) -> Iterator[tuple[str, Cue]]:
    segment, first = timing.segment, _first(facts, timing.segment)
    cue = Cue(subject=segment.uuid, place="closing", start=timing.content_end, segment=segment)
    if after is None:
        if chair != first:
            yield chair, replace(cue, place="gives_closing", people=(first,))
            yield first, replace(cue, place="takes_closing", people=(chair,))
        yield first, cue
        if facts.outcome != "none":
            yield first, replace(cue, place="outcome")
        yield first, replace(cue, place="adjournment")
    elif after.start - timing.content_end >= BREAK:
        yield chair, replace(cue, place="adjournment", resumes=after.start)
    elif _first(facts, after.segment) != chair:
        yield chair, replace(cue, place="hand_over", people=chairs_of(facts, after.segment))


def _item(facts: MeetingFacts, timing: SegmentTiming, one: ItemTiming, chair: str) -> Iterator[Cue]:
    item, kind = one.item, ITEM_KINDS[one.item.kind]
    cue = Cue(subject=item.uuid, place="item", start=one.start, segment=timing.segment, item=item)
    speeches = [speech for speech in one.speeches if speaks(facts, speech.speech)]
    if item.kind == "silence" and not speeches:
        yield replace(cue, place="silence")
        yield replace(cue, place="silence_kept", limit=one.end - one.start)
        yield replace(cue, place="silence_end", start=one.end)
        return
    yield cue
    if not speeches:
        yield from _without_list(one, cue)
        return
    if len(speeches) >= LIST_FROM or kind.takes_rest:
        yield from _limits(cue, speeches)
    yield from _list(facts, timing, cue, speeches, chair)
    if kind.takes_rest:
        yield replace(cue, place="list_end", start=speeches[-1].end)


def _without_list(one: ItemTiming, cue: Cue) -> Iterator[Cue]:
    kind = ITEM_KINDS[one.item.kind]
    if not kind.takes_rest:
        yield replace(cue, place="conduct", limit=one.end - one.start)
        return
    cue = replace(cue, limit=limit_of(one.item), is_assumed=one.item.limit_seconds is None)
    places = ("open_list", "any_speaker") if cue.is_assumed else ("limits", "open_list", "any_speaker")
    yield from (replace(cue, place=place) for place in places)


def _limits(cue: Cue, speeches: Sequence[SpeechTiming]) -> Iterator[Cue]:
    """Yield the reminder of the limits unless one of them is only assumed: nobody may be held to that."""
    if not any(speech.is_assumed for speech in speeches):
        limits = {speech.end - speech.start for speech in speeches}
        yield replace(cue, place="limits", limit=limits.pop() if len(limits) == 1 else None)


def _list(
    facts: MeetingFacts, timing: SegmentTiming, cue: Cue, speeches: Sequence[SpeechTiming], chair: str
) -> Iterator[Cue]:
    in_segment = [one.speech for item in timing.items for one in item.speeches if speaks(facts, one.speech)]
    places = {speech.uuid: place for place, speech in enumerate(in_segment, 1)}
    for number, one in enumerate(speeches, 1):
        place = places[one.speech.uuid]
        given = replace(
            cue,
            subject=one.speech.uuid,
            place="floor",
            start=one.start,
            speech=one.speech,
            following=tuple(in_segment[place : place + 2]),
            limit=one.end - one.start,
            is_assumed=one.is_assumed,
            is_own=bool(chair) and one.speech.delegate == chair,
        )
        yield given
        further = [speech.speech for speech in speeches[number : number + 2]]
        following = tuple(takewhile(lambda speech: not chair or speech.delegate != chair, further))
        if len(speeches) >= LIST_FROM and following:
            yield replace(given, place="next", following=following)
        yield replace(given, place="thanks", start=one.end)


def _contingencies(timing: SegmentTiming, interpreted: datetime | None, zone: str) -> Iterator[Cue]:
    cue = Cue(subject=timing.segment.uuid, place="absent", start=timing.start, segment=timing.segment)
    yield from (replace(cue, place=place) for place in ("absent", "over_limit", "point_of_order"))
    if interpreted and timing.start < interpreted and day_of(interpreted, zone) == day_of(timing.start, zone):
        yield replace(cue, place="interpretation", resumes=interpreted)


def _first(facts: MeetingFacts, segment: SegmentFacts) -> str:
    return next(iter(chairs_of(facts, segment)), "")
