"""What is changed in the room between two moments: plates and people of the podium, plates at the table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from events.domain.facts import MeetingFacts, SegmentFacts
from events.domain.seating.order import ZONES, plan
from events.domain.seating.values import SeatPlan
from events.domain.taking_part import podium_of
from participants.domain.once import once


@dataclass(frozen=True, kw_only=True)
class Sitter:
    """Whose plate stands before a chair of the podium: a delegate's (uuid), or that of the delegate's interpreter."""

    delegate: str
    is_interpreter: bool = False

    def has_plate_of(self, other: "Sitter | None") -> bool:
        """Return whether both have the same plate: those of interpreters carry no name."""
        return other is not None and (self == other or (self.is_interpreter and other.is_interpreter))


@dataclass(frozen=True, kw_only=True)
class ChairChange:
    """One chair of the podium (label) before and after, None where it is empty.

    `goes_to` is the chair to which the plate that stood there goes, `comes_from` the one from which the new plate
    comes; "" where it is taken away or brought.
    """

    seat: str
    before: Sitter | None
    after: Sitter | None
    goes_to: str = ""
    comes_from: str = ""

    @property
    def stays(self) -> bool:
        """Whether the plate stays where it is."""
        return self.before is not None and self.before.has_plate_of(self.after)


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A delegate (uuid) who goes to the podium or from it: the chair there and the place at the table, "" for none.

    `leaves_after` is the item (uuid) of the moment that ends after which the delegate leaves the meeting; `returns`
    tells that a later moment has the delegate on the podium again.
    """

    delegate: str
    chair: str
    place: str
    leaves_after: str = ""
    returns: bool = False


@dataclass(frozen=True, kw_only=True)
class PlateChange:
    """One seat (label) before which another delegation's plate (uuid, "" for none) stands afterwards."""

    seat: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class Changeover:
    """What is changed between the moments `before` and `after`.

    `chairs` from left to right as the hall sees them, without those that are empty both times; `coming` and `going` in
    the order of the podium's lists; `plates` in walking order.
    """

    before: SegmentFacts
    after: SegmentFacts
    chairs: tuple[ChairChange, ...]
    coming: tuple[Passage, ...]
    going: tuple[Passage, ...]
    plates: tuple[PlateChange, ...]


@dataclass(frozen=True, kw_only=True)
class LaterSeat:
    """The chair (label, "" for none left) that a delegate has on the podium from a later part on."""

    delegate: str
    segment: SegmentFacts
    chair: str


@once
def later_on_podium(facts: MeetingFacts) -> Mapping[str, tuple[LaterSeat, ...]]:
    """Return for each part (uuid) who is not on its podium but on that of a later one: each once, in their order."""
    chairs = {one.uuid: {seat.delegate: seat.seat for seat in plan(facts, one).podium} for one in facts.segments}
    found: dict[str, tuple[LaterSeat, ...]] = {}
    for number, segment in enumerate(facts.segments):
        now, later = podium_of(facts, segment), {}
        for one in facts.segments[number + 1 :]:
            for uuid in podium_of(facts, one):
                later.setdefault(uuid, LaterSeat(delegate=uuid, segment=one, chair=chairs[one.uuid].get(uuid, "")))
        found[segment.uuid] = tuple(seat for uuid, seat in later.items() if uuid not in now)
    return found


def changeovers(facts: MeetingFacts) -> tuple[Changeover, ...]:
    """Return what is changed between each moment and the next; () for a meeting of one.

    Interpreters behind somebody have no plate and are left out. Source: B4.33 of the protocol rules.
    """
    plans = {segment.uuid: plan(facts, segment) for segment in facts.segments}
    return tuple(_changeover(facts, *pair, plans) for pair in pairwise(facts.segments))


def _changeover(
    facts: MeetingFacts, before: SegmentFacts, after: SegmentFacts, plans: Mapping[str, SeatPlan]
) -> Changeover:
    then, now = plans[before.uuid], plans[after.uuid]
    old, new = podium_of(facts, before), podium_of(facts, after)
    later = facts.segments[facts.segments.index(after) + 1 :]
    returning = {uuid for segment in later for uuid in podium_of(facts, segment)}
    ended = {item.uuid for item in before.items}
    leaving = {one.delegate: one.leaves_after for one in facts.arrivals if one.leaves_after in ended}
    chairs = ({one.delegate: one.seat for one in seats.podium} for seats in (then, now))
    left, taken = chairs
    return Changeover(
        before=before,
        after=after,
        chairs=tuple(_chairs(facts, then, now)),
        coming=tuple(
            Passage(delegate=one, chair=taken.get(one, ""), place=_place(facts, then, one))
            for one in new
            if one not in old
        ),
        going=tuple(
            Passage(
                delegate=one,
                chair=left.get(one, ""),
                place=_place(facts, now, one),
                leaves_after=leaving.get(one, ""),
                returns=one in returning,
            )
            for one in old
            if one not in new
        ),
        plates=tuple(_plates(then, now)),
    )


def _chairs(facts: MeetingFacts, then: SeatPlan, now: SeatPlan) -> Iterator[ChairChange]:
    old, new = _sitters(then), _sitters(now)
    where_old, where_new = ({one: seat for seat, one in found.items()} for found in (old, new))
    places = {seat.label: seat.x_mm for seat in facts.room.seats} if facts.room else {}
    staying = {seat for seat, one in old.items() if one.has_plate_of(new.get(seat))}
    for seat in sorted({*old, *new}, key=lambda label: (places[label], label)):
        before, after = old.get(seat), new.get(seat)
        to, origin = where_new.get(before, ""), where_old.get(after, "")
        yield ChairChange(
            seat=seat,
            before=before,
            after=after,
            goes_to="" if to in staying else to,
            comes_from="" if origin in staying else origin,
        )


def _sitters(seats: SeatPlan) -> dict[str, Sitter]:
    """Return whose plate stands before which chair."""
    people = {one.seat: Sitter(delegate=one.delegate) for one in seats.podium}
    beside = (one for one in seats.interpreters if not one.is_behind)
    return people | {one.seat: Sitter(delegate=one.delegate, is_interpreter=True) for one in beside}


def _place(facts: MeetingFacts, seats: SeatPlan, delegate: str) -> str:
    own = facts.delegates[delegate].delegation
    return next((one.seat for one in seats.assignments if one.delegation == own), "")


def _plates(then: SeatPlan, now: SeatPlan) -> Iterator[PlateChange]:
    old, new = ({one.seat: one.delegation for one in seats.assignments} for seats in (then, now))
    walk = {one.seat: (ZONES.index(one.zone), one.number) for one in (*then.assignments, *now.assignments)}
    for seat in sorted(walk, key=walk.__getitem__):
        if old.get(seat) != new.get(seat):
            yield PlateChange(seat=seat, before=old.get(seat, ""), after=new.get(seat, ""))
