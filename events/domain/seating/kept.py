"""A plan that is kept: the places given, as far as the room still has them and the delegations still come."""

from collections.abc import Iterable
from dataclasses import replace

from events.domain.facts import GivenFacts, PlaceFacts, RoomFacts, SegmentFacts
from events.domain.seating.room_walks import new_numbers
from events.domain.seating.values import SeatPlan


def kept_places(segment: SegmentFacts, usable: Iterable[PlaceFacts]) -> dict[str, tuple[PlaceFacts, ...]]:
    """Return the places of one zone that each delegation (uuid) was given, in walking order.

    A place that the room has no more, or that is out of use, is nobody's. `usable` are those of the zone.
    """
    by_address = {(one.zone, one.number): one for one in usable}
    found: dict[str, tuple[PlaceFacts, ...]] = {}
    for one in sorted(segment.given, key=lambda one: one.number):
        place = by_address.get((one.zone, one.number))
        if place:
            found[one.delegation] = (*found.get(one.delegation, ()), place)
    return found


def left_alone(segment: SegmentFacts, given: Iterable[GivenFacts]) -> tuple[GivenFacts, ...]:
    """Return the places of `segment` that `given` neither gives to another nor takes the delegation away from.

    They are of those who do not come for now, or whose seat is out of use for now: it is theirs when that has passed.
    """
    given = tuple(given)
    taken = {(one.zone, one.number) for one in given}
    seated = {one.delegation for one in given}
    return tuple(one for one in segment.given if (one.zone, one.number) not in taken and one.delegation not in seated)


def following_order(segment: SegmentFacts) -> SegmentFacts:
    """Return the segment as one whose seats follow the order."""
    return replace(segment, is_seating_kept=False, given=())


def given_of(plan: SeatPlan, pinned: Iterable[str] = ()) -> tuple[GivenFacts, ...]:
    """Return the places of `plan` as given, by zone and number; those of the delegations `pinned` are pinned."""
    fixed = frozenset(pinned)
    return tuple(
        sorted(
            (
                GivenFacts(
                    zone=one.zone, number=one.number, delegation=one.delegation, is_pinned=one.delegation in fixed
                )
                for one in plan.assignments
            ),
            key=lambda one: (one.zone, one.number),
        )
    )


def given_after(given: Iterable[GivenFacts], before: RoomFacts, after: RoomFacts) -> tuple[GivenFacts, ...]:
    """Return the places given, by zone and number, when the room `before` becomes `after`.

    Where its places were numbered anew everybody keeps the seat, and so has its new number; else the number is kept. A
    number that stands for no place of the room gives way.
    """
    given, numbers = tuple(given), new_numbers(before, after)
    if not numbers:
        return given
    there = {(one.zone, one.number) for one in before.places}
    followed = {
        (one.zone, number): replace(one, number=number)
        for one in given
        if (one.zone, one.number) in there
        for number in [numbers.get((one.zone, one.number), one.number)]
    }
    left = {(one.zone, one.number): one for one in given if (one.zone, one.number) not in there}
    return tuple(one for _, one in sorted((left | followed).items()))
