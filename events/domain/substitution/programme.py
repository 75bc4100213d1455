"""What a substitution means in the programme: speeches, orders of speakers, chairs, podium, calendar entries."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from events.domain.facts import ItemFacts, MeetingFacts, SegmentFacts, SpeechFacts
from events.domain.findings import Label
from events.domain.items import BY_HAND
from events.domain.people import called
from events.domain.speaking import speaking_order
from events.domain.substitution.change import Change
from events.domain.substitution.kinds import Consequence, Words
from meetingplanner.languages import phrase
from participants.domain.ranks import SCHEMES
from participants.domain.values import DelegateFacts

TO_FOLLOW = phrase("name to follow")
TAKEN_OUT = phrase("taken out of the programme")
HAS_SPOKEN = phrase("It was given already and stays with who gave it.")
BY_STAFF = phrase("Staff put the speakers into this order by hand: look whether it still holds.")
NO_SCHEME = phrase("Nobody chose an order for these speakers: look whether it still holds.")
NOT_BY_SCHEME = phrase("The list does not follow its order of rank any more: look whether it still holds.")
OTHER_SPEAKER = phrase("Somebody else speaks: calendars that follow one person change.")
MADE_ANEW = phrase(
    "What is said from the chair is made anew from the programme; lines written by hand stand among the texts."
)
OTHER_WORDS = phrase("Its words change as the texts above do.")


def is_given(speech: SpeechFacts) -> bool:
    """Return whether a speech began already: whoever takes the place later did not give it."""
    return speech.actual_start is not None or speech.actual_end is not None


def programme_rows(change: Change) -> Iterator[Consequence]:
    """Yield speeches with the order of their list, item by item, then chairs and podium of each segment."""
    for segment in change.facts.segments:
        for item in segment.items:
            yield from _speeches(change, item)
            yield from _order(change, item)
    for segment in change.facts.segments:
        if not change.is_same_person:
            yield from _people(change, segment)


def _speeches(change: Change, item: ItemFacts) -> Iterator[Consequence]:
    own = [one for one in item.speeches if one.delegate == change.old.uuid]
    if change.is_same_person:
        return
    for one in own:
        about, before = item.title, called(change.facts, change.old)
        common = {"subject": one.uuid, "version": one.version, "about": about, "before": (before,)}
        if is_given(one):
            yield Consequence(kind="speech_given", remark=HAS_SPOKEN, **common)
        else:
            yield Consequence(kind="speech", after=(_after(change),), **common)


def _after(change: Change) -> Words:
    if change.new:
        return called(change.facts, change.new)
    return Label(text=TO_FOLLOW if change.wish.is_to_follow else TAKEN_OUT)


def speakers_after(change: Change, item: ItemFacts) -> dict[str, str]:
    """Return who gives each speech of the item afterwards, "" for a name to follow, without those taken out."""
    found = {}
    for one in item.speeches:
        is_own = one.delegate == change.old.uuid and not change.is_same_person and not is_given(one)
        if not is_own:
            found[one.uuid] = one.delegate
        elif change.new or change.wish.is_to_follow:
            found[one.uuid] = change.new.uuid if change.new else ""
    return found


def _order(change: Change, item: ItemFacts) -> Iterator[Consequence]:
    facts, now = change.facts, {one.uuid: one.delegate for one in item.speeches}
    touched = {change.old.uuid, change.new.uuid if change.new else change.old.uuid}
    after = speakers_after(change, item)
    if len(after) < 2 or not touched & set(now.values()):
        return
    common = {"subject": item.uuid, "version": item.version, "about": item.title}
    scheme = item.order.scheme if item.order else ""
    reason = _why_left(facts, item, now, scheme)
    if reason:
        yield Consequence(kind="order_kept", remark=reason, **common)
        return
    order = by_scheme(facts, item, after, change.delegates, scheme)
    before = tuple(uuid for uuid in now if uuid in after)
    if order != before:
        yield Consequence(
            kind="order", before=_speakers(change, item, before, now), after=_speakers(change, item, order, after),
            order=order, remark=SCHEMES[scheme].label, **common,
        )  # fmt: skip


def _why_left(facts: MeetingFacts, item: ItemFacts, now: Mapping[str, str], scheme: str) -> str:
    if scheme not in SCHEMES:
        return BY_STAFF if scheme == BY_HAND else NO_SCHEME
    return "" if by_scheme(facts, item, now, facts.delegates, scheme) == tuple(now) else NOT_BY_SCHEME


def by_scheme(
    facts: MeetingFacts,
    item: ItemFacts,
    speakers: Mapping[str, str],
    delegates: Mapping[str, DelegateFacts],
    scheme: str,
) -> tuple[str, ...]:
    """Return the speeches `speakers` (uuid of a speech: that of who gives it) in the order of the scheme of ranks."""
    speeches = tuple(replace(one, delegate=speakers[one.uuid]) for one in item.speeches if one.uuid in speakers)
    return speaking_order(_with_people(facts, delegates), replace(item, speeches=speeches), scheme)


def _with_people(facts: MeetingFacts, delegates: Mapping[str, DelegateFacts]) -> MeetingFacts:
    """Return the meeting with `delegates`, by uuid, in their delegations."""
    members: dict[str, list[DelegateFacts]] = {}
    for one in delegates.values():
        members.setdefault(one.delegation, []).append(one)
    rows = tuple(replace(one, delegates=tuple(members.get(one.uuid, ()))) for one in facts.roster.delegations)
    return replace(facts, roster=replace(facts.roster, delegations=rows))


def _speakers(change: Change, item: ItemFacts, order: tuple[str, ...], of_whom: Mapping[str, str]) -> tuple[Words, ...]:
    delegations = {one.uuid: change.facts.delegations[one.delegation] for one in item.speeches}
    return tuple(
        called(change.facts, change.delegates[of_whom[uuid]])
        if of_whom[uuid]
        else change.facts.entities[delegations[uuid].entity].names
        for uuid in order
    )


def _people(change: Change, segment: SegmentFacts) -> Iterator[Consequence]:
    for kind, now in (("chair", segment.chairs), ("podium", segment.podium)):
        if change.old.uuid in now:
            order = change.taken(now)
            yield Consequence(
                kind=kind, subject=segment.uuid, version=segment.version, about=segment.title,
                before=change.names(now), after=change.names(order), order=order,
            )  # fmt: skip


def script_rows(change: Change) -> Iterator[Consequence]:
    """Yield the parts that the person presides over and the items with a speech yet to be given, in programme order."""
    for segment in change.facts.segments:
        if change.old.uuid in segment.chairs:
            yield Consequence(kind="run_of_show", subject=segment.uuid, about=segment.title, remark=MADE_ANEW)
        for item in segment.items:
            if any(one.delegate == change.old.uuid and not is_given(one) for one in item.speeches):
                yield Consequence(kind="run_of_show", subject=item.uuid, about=item.title, remark=MADE_ANEW)


def entry_rows(change: Change, texts: tuple[Consequence, ...]) -> Iterator[Consequence]:
    """Yield the calendar entries that change: where the person speaks, and those whose texts `texts` are."""
    renamed = {row.subject for row in texts if row.kind in ("title", "description")}
    for segment in change.facts.segments:
        if segment.uuid in renamed or renamed & {item.uuid for item in segment.items}:
            yield Consequence(kind="entry", subject=segment.uuid, about=segment.title, remark=OTHER_WORDS)
        for item in segment.items:
            if item.uuid in renamed:
                yield Consequence(kind="entry", subject=item.uuid, about=item.title, remark=OTHER_WORDS)
            elif speakers_after(change, item) != {one.uuid: one.delegate for one in item.speeches}:
                yield Consequence(kind="entry", subject=item.uuid, about=item.title, remark=OTHER_SPEAKER)
