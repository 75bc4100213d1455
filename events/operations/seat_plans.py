"""Operations on a plan that is kept: take a proposal over, move, pin, undo, and follow the order again."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from events.domain.facts import GivenFacts, MeetingFacts, SegmentFacts
from events.domain.seating.kept import given_of, left_alone
from events.domain.seating.moving import MoveRefused, moved
from events.domain.seating.order import plan
from events.domain.seating.proposing import Proposal, proposal
from events.domain.seating.values import SeatPlan
from events.issued import told_facts
from events.models import GivenPlace, Place, Seat, SeatingPlan, Segment
from events.operations.acting import meeting_act
from events.operations.programme import Gone, refuse_gone
from events.queries import meeting_facts
from events.seat_rules import seating_rules
from participants.models import Act, Delegation, Roster, User
from participants.operations.acting import Acting

# Acts that one may take back, as long as nobody touched the same seats since.
UNDONE = ("take_proposal", "move_delegation", "pin_delegation", "follow_order")
Address = tuple[str, int]
Seated = tuple[int, bool]


class ProposalChanged(Exception):
    """The proposal is not what the page showed any more: the meeting or its rules changed meanwhile."""


class MovedMeanwhile(Exception):
    """Somebody moved the same delegations after the page was made."""


class SeatNumberedAnew(MovedMeanwhile):
    """The seat of that label is another than on the page: the seats of the room were labelled or numbered anew."""


class NothingToUndo(Exception):
    """The person has moved nobody in this plan, or took it back already."""


class TouchedSince(Exception):
    """Others moved to or from the same seats since: `places` are their zones and numbers."""

    def __init__(self, places: tuple[Address, ...]):
        super().__init__(str(places))
        self.places = places


def proposed(segment: Segment, facts: MeetingFacts, *, is_least_change: bool) -> Proposal:
    """Return the proposal for `segment` from the facts, its rules and what was issued last. Raises Gone."""
    issued = told_facts(segment.event.roster)
    return proposal(
        facts,
        part_of(facts, segment),
        rules=seating_rules(str(segment.uuid)),
        issued=issued_plan(issued, str(segment.uuid)),
        is_least_change=is_least_change,
    )


def issued_plan(issued: MeetingFacts | None, segment_uuid: str) -> SeatPlan | None:
    """Return the seats of a segment as they were issued, None where it was not issued."""
    found = [one for one in issued.segments if one.uuid == segment_uuid] if issued else []
    return plan(issued, found[0]) if found else None


def part_of(facts: MeetingFacts, segment: Segment) -> SegmentFacts:
    """Return the facts of `segment`. Raises Gone for one that was taken out."""
    found = next((one for one in facts.segments if one.uuid == str(segment.uuid)), None)
    if found is None:
        raise Gone(segment)
    return found


def fingerprint(given: Iterable[GivenFacts]) -> str:
    """Return what tells one set of places given from another."""
    text = "\n".join(f"{one.zone} {one.number} {one.delegation} {one.is_pinned}" for one in given)
    return sha256(text.encode()).hexdigest()


def take_proposal(
    segment: Segment, *, is_least_change: bool, shown: str, by: User | None, at: datetime, why: str = ""
) -> Proposal:
    """Keep the plan that is proposed, and return the proposal; `shown` is the fingerprint of the one on the page.

    It is worked out before the meeting is locked. Raises ProposalChanged where it is another by now, Gone.
    """
    facts = meeting_facts(segment.event.roster)
    found = proposed(segment, facts, is_least_change=is_least_change)
    if facts.room is None or fingerprint(found.given) != shown:
        raise ProposalChanged
    with meeting_act(segment.event, operation="take_proposal", by=by, at=at, why=why) as act:
        if act.roster.version != facts.roster.version:
            raise ProposalChanged
        part = part_of(facts, segment)
        keep(act, segment, (*found.given, *left_alone(part, found.given)))
    return found


def move_delegation(
    segment: Segment,
    delegation: Delegation,
    *,
    zone: str,
    number: int,
    way: str,
    seen: str,
    by: User | None,
    at: datetime,
    is_pinned: bool = False,
) -> None:
    """Move `delegation` to a place by hand, as `moving.moved` says; a plan that followed the order is kept from now on.

    `seen` is what the page showed of it, as `seen_of` tells. Raises MovedMeanwhile, SeatNumberedAnew where the page
    meant another seat, MoveRefused, Gone.
    """
    uuid = str(delegation.uuid)
    with meeting_act(segment.event, operation="move_delegation", by=by, at=at) as act:
        facts = meeting_facts(segment.event.roster)
        part = kept_part(facts, part_of(facts, segment))
        if seen != seen_of(facts, part, uuid, zone, number, way):
            is_same_place = seen.split("|")[2:3] in ([], [f"{zone} {number}"])
            raise MovedMeanwhile if is_same_place else SeatNumberedAnew
        given = moved(facts, part, delegation=uuid, zone=zone, number=number, way=way)
        if is_pinned:
            given = pinned(given, uuid, is_pinned=True)
        keep(act, segment, given)


def pin_delegation(
    segment: Segment, delegation: Delegation, *, is_pinned: bool, seen: str, by: User | None, at: datetime
) -> None:
    """Pin a delegation to where it sits, or take the pin away; a plan that followed the order is kept from now on.

    Raises MovedMeanwhile where it does not sit where the page showed it, MoveRefused where it has no place, Gone.
    """
    with meeting_act(segment.event, operation="pin_delegation", by=by, at=at) as act:
        facts = meeting_facts(segment.event.roster)
        part = kept_part(facts, part_of(facts, segment))
        if seen != seen_of(facts, part, str(delegation.uuid)):
            raise MovedMeanwhile
        if not any(one.delegation == str(delegation.uuid) for one in plan(facts, part).assignments):
            raise MoveRefused("no_seat")
        keep(act, segment, pinned(part.given, str(delegation.uuid), is_pinned=is_pinned))


def follow_order(segment: Segment, *, shown: str, by: User | None, at: datetime) -> None:
    """Give up a plan that is kept: from now on who sits where follows from the order. The rules stay.

    Raises MovedMeanwhile where it is not the plan with the fingerprint `shown` any more, Gone.
    """
    with meeting_act(segment.event, operation="follow_order", by=by, at=at) as act:
        facts = meeting_facts(segment.event.roster)
        if fingerprint(part_of(facts, segment).given) != shown:
            raise MovedMeanwhile
        row = SeatingPlan.objects.filter(segment=segment).first()
        if row is not None and row.is_kept:
            act.remove_all(_labelled(row, list(GivenPlace.objects.filter(plan=row))))
            act.change(row, is_kept=False)


def last_own_act(segment: Segment, by: User) -> Act | None:
    """Return what somebody did last to this plan and has not taken back, None where there is nothing. One query."""
    row = getattr(segment, "seating", None)
    return _last_act(segment.event.roster, row, by) if row else None


def undo(segment: Segment, *, shown: int, by: User, at: datetime) -> None:
    """Take back one's own last act on this plan, as long as its seats are as it left them.

    `shown` is the version that the act made of the meeting. Raises NothingToUndo, also where it is another act by now,
    TouchedSince, and Gone.
    """
    with meeting_act(segment.event, operation="undo_seats", by=by, at=at) as act:
        refuse_gone(segment)
        row = SeatingPlan.objects.filter(segment=segment).first()
        last = _last_act(act.roster, row, by) if row else None
        if last is None or last.version != shown:
            raise NothingToUndo
        touched = _touched_since(act.roster, last, row)
        if touched:
            raise TouchedSince(touched)
        now = {(one.zone, one.number): one for one in GivenPlace.objects.filter(plan=row)}
        wanted = {address: _seated(one) for address, one in now.items()} | _before(last, row, now)
        _store(act, row, {address: seated for address, seated in wanted.items() if seated})
        was_kept = _was_kept(last, row)
        if was_kept is not None:
            act.change(row, is_kept=was_kept)


def kept_part(facts: MeetingFacts, part: SegmentFacts) -> SegmentFacts:
    """Return the segment as one whose plan is kept: with the places that its order gives, where it was not."""
    if part.is_seating_kept:
        return part
    return replace(part, is_seating_kept=True, given=given_of(plan(facts, part)))


def seen_of(
    facts: MeetingFacts, part: SegmentFacts, uuid: str, zone: str = "", number: int = 0, way: str = "swap"
) -> str:
    """Return what a page shows of a move: where the delegation sits, who sits on the place, and which place that is,
    "table 4|<uuid>|table 7": the label of its seat may be another's when the page is sent.

    Where others move up, the version of the meeting too: the page showed all of them.
    """
    seats = plan(facts, part).assignments
    own = (f"{one.zone} {one.number}" for one in seats if one.delegation == uuid)
    there = (one.delegation for one in seats if (one.zone, one.number) == (zone, number))
    shown = f"{', '.join(own)}|{''.join(there)}|{zone} {number}"
    return f"{shown}|{facts.roster.version}" if way == "insert" else shown


def pinned(given: Iterable[GivenFacts], uuid: str, *, is_pinned: bool) -> tuple[GivenFacts, ...]:
    """Return the places with those of `uuid` pinned, or not."""
    return tuple(replace(one, is_pinned=is_pinned) if one.delegation == uuid else one for one in given)


def keep(act: Acting, segment: Segment, given: Iterable[GivenFacts]) -> None:
    """Store `given` as the plan of `segment`. Some eight statements, whatever the number of places."""
    row = SeatingPlan.objects.filter(segment=segment).first()
    row = act.add(SeatingPlan(segment=segment, is_kept=True)) if row is None else act.change(row, is_kept=True)
    given = tuple(given)
    uuids = {one.delegation for one in given}
    keys = {str(uuid): key for key, uuid in Delegation.objects.filter(uuid__in=uuids).values_list("pk", "uuid")}
    _store(act, row, {(one.zone, one.number): (keys[one.delegation], one.is_pinned) for one in given})


def _store(act: Acting, row: SeatingPlan, wanted: Mapping[Address, Seated]) -> None:
    there = {(one.zone, one.number): one for one in GivenPlace.objects.filter(plan=row)}
    added = [
        GivenPlace(plan=row, zone=zone, number=number, delegation_id=key, is_pinned=is_pinned)
        for (zone, number), (key, is_pinned) in wanted.items()
        if (zone, number) not in there
    ]
    _labelled(row, [*there.values(), *added])
    act.remove_all([one for address, one in there.items() if address not in wanted])
    kept = [one for address, one in there.items() if address in wanted]
    act.change_many(
        kept,
        delegation_id={one.pk: wanted[one.zone, one.number][0] for one in kept},
        is_pinned={one.pk: wanted[one.zone, one.number][1] for one in kept},
    )
    act.add_all(added)


def _labelled(row: SeatingPlan, places: list[GivenPlace]) -> list[GivenPlace]:
    """Return `places` with the labels of their seats, as far as the room has them. One query."""
    seats = Seat.objects.filter(room__event=row.segment.event_id, is_principal=True, place__isnull=False)
    labels = {
        (zone, number): label for zone, number, label in seats.values_list("place__zone", "place__number", "label")
    }
    for one in places:
        one.seat_label = labels.get((one.zone, one.number), "")
    return places


def _last_act(roster: Roster, row: SeatingPlan, by: User) -> Act | None:
    """Return the last act of that person on the plan, None where there is none or it was taken back."""
    mine = Act.objects.filter(roster=roster, by=by, operation__in=(*UNDONE, "undo_seats")).order_by("-version")
    for one in mine[:50]:
        if any(_is_of(change, row) for change in one.changes):
            return None if one.operation == "undo_seats" else one
    return None


def _is_of(change: Mapping[str, Any], row: SeatingPlan) -> bool:
    if change["model"] == GivenPlace._meta.label_lower:
        return change["key"].startswith(f"{row.pk}:")
    return change["model"] == SeatingPlan._meta.label_lower and change["key"] == str(row.uuid)


def _seat_changes(act: Act, row: SeatingPlan) -> Iterator[tuple[Address, Mapping[str, Any]]]:
    """Yield the seats of the plan that an act changed, with the change."""
    for change in act.changes:
        if change["model"] == GivenPlace._meta.label_lower and _is_of(change, row):
            _, zone, number = change["key"].split(":")
            yield (zone, int(number)), change


def _touched_since(roster: Roster, last: Act, row: SeatingPlan) -> tuple[Address, ...]:
    """Return the seats of an act that a later one changed, in any way, or whose numbers are other seats' by now."""
    mine = {address for address, _ in _seat_changes(last, row)}
    rows = Place.objects.filter(room__event=row.segment.event_id).values_list("pk", "zone", "number")
    places = {pk: (zone, number) for pk, zone, number in rows}
    touched: set[Address] = set()
    for one in Act.objects.filter(roster=roster, version__gt=last.version):
        touched |= {address for address, _ in _seat_changes(one, row)} | set(_numbered(one, places))
    return tuple(sorted(touched & mine))


def _numbered(act: Act, places: Mapping[int, Address]) -> Iterator[Address]:
    """Yield the numbers that an act gave to other seats than before; `places` are the room's, by primary key."""
    for change in act.changes:
        fields = change["fields"]
        if change["model"] == Seat._meta.label_lower and change["action"] == "changed":
            yield from (places[key] for key in fields.get("place_id", ()) if key in places)
        if change["model"] == Place._meta.label_lower:
            yield from zip(fields.get("zone", ()), fields.get("number", ()), strict=True)


def _before(last: Act, row: SeatingPlan, now: Mapping[Address, GivenPlace]) -> dict[Address, Seated | None]:
    """Return who sat on the seats of an act before it; what it left alone is as it is `now`, for nobody came after."""
    found: dict[Address, Seated | None] = {}
    for address, change in _seat_changes(last, row):
        values = {name: pair[0] for name, pair in change["fields"].items()}
        if change["action"] == "added":
            found[address] = None
            continue
        there = now.get(address)
        delegation = values.get("delegation_id", there.delegation_id if there else None)
        found[address] = (delegation, values.get("is_pinned", there.is_pinned if there else False))
    return found


def _was_kept(last: Act, row: SeatingPlan) -> bool | None:
    for change in last.changes:
        if change["model"] == SeatingPlan._meta.label_lower and _is_of(change, row) and "is_kept" in change["fields"]:
            return bool(change["fields"]["is_kept"][0])
    return None


def _seated(one: GivenPlace) -> Seated:
    return one.delegation_id, one.is_pinned
