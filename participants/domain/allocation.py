"""Observer places: who holds which, who is promoted, who waits and why, and what a request is refused for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar

from meetingplanner.languages import phrase
from participants.domain.values import DelegationFacts, RequestFacts
from participants.grounds import INVITING_GROUNDS

# What a waiting request lacks, in the sentence that a delegation is told; %(capacity)s and %(position)s.
WHY: dict[str, str] = {
    "full": phrase(
        "Every observer place is granted (%(capacity)s in all); this request is number %(position)s "
        "on the waiting list, in the order in which the requests were received."
    ),
    "reserved": phrase(
        "The places that are still free are kept in reserve; this request is number %(position)s on the waiting list, "
        "in the order in which the requests were received."
    ),
    "none": phrase(
        "The meeting has no observer places yet; this request is number %(position)s on the waiting list, "
        "in the order in which the requests were received."
    ),
    "cut_off": phrase(
        "So close to the meeting each place is granted by hand; this request is number %(position)s on the waiting "
        "list, in the order in which the requests were received."
    ),
    "maximum": phrase("The most for one delegation is %(most)s, and this one holds as many."),
    "seconds": phrase(
        "Each delegation has one place first; second places are granted once the form has closed, "
        "and this request is number %(position)s among those who wait for one."
    ),
    "after_first": phrase(
        "Second places are granted when nobody waits for a first one; this request is number %(position)s "
        "among those who wait for one."
    ),
    "placed": phrase("This request holds every place it asked for."),
}


class GrantImpossible(Exception):
    """The places as given contradict themselves: one is held twice, or one is held that does not exist."""


@dataclass(frozen=True, kw_only=True)
class Rules:
    """What decides over places at one instant: how many there are and stay in reserve, the most for one delegation.

    `has_seconds`: further places are given too. `is_cut_off`: nothing is granted but by a person.
    """

    capacity: int
    reserve: int = 0
    most_places: int = 1
    has_seconds: bool = False
    is_cut_off: bool = False


@dataclass(frozen=True, kw_only=True)
class Grant:
    """A request, by its uuid, that holds a numbered place; `share` tells which of its places this is, from 1."""

    request: str
    place_number: int
    share: int = 1


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A request that waits, and its position in its waiting list, from 1; `why` is a key of WHY."""

    request: str
    position: int
    capacity: int
    why: str = "full"

    @property
    def template(self) -> str:
        """The sentence to translate, with the places %(capacity)s and %(position)s."""
        return WHY[self.why]


@dataclass(frozen=True, kw_only=True)
class Allocation:
    """Who holds a place (by number, those promoted included), who was promoted just now, who waits (in their order).

    `waiting` hold none yet; `further` hold fewer than they asked for and may have. `seats_left` are free, those in
    reserve included.
    """

    capacity: int
    granted: tuple[Grant, ...]
    promoted: tuple[Grant, ...]
    waiting: tuple[Waiting, ...]
    further: tuple[Waiting, ...] = ()

    @property
    def seats_left(self) -> int:
        """How many places are free, those in reserve included."""
        return self.capacity - len(self.granted)


@dataclass(frozen=True, kw_only=True)
class AlreadyInvited:
    """A refusal: the delegation has a ground of its own. `grounds` are codes; the sentence takes their labels."""

    entity: str
    grounds: tuple[str, ...]
    is_invited: bool

    after_invitation: ClassVar[str] = phrase(
        "%(entity)s is invited already (%(grounds)s) and needs no observer place."
    )  # fmt: skip
    before_invitation: ClassVar[str] = phrase(
        "%(entity)s is already on the list of delegations to invite (%(grounds)s); settle that before it observes."
    )

    @property
    def template(self) -> str:
        """The sentence to translate, with the places %(entity)s and %(grounds)s."""
        return self.after_invitation if self.is_invited else self.before_invitation


@dataclass(frozen=True, kw_only=True)
class AlreadyRequested:
    """A refusal: the delegation has a request that counts, granted (with its place) or waiting (None)."""

    entity: str
    request: str
    received_at: datetime
    place_number: int | None

    granted: ClassVar[str] = phrase(
        "%(entity)s already holds observer place %(place_number)s, by its request received %(received_at)s."
    )
    waiting: ClassVar[str] = phrase(
        "%(entity)s is already on the waiting list, by its request received %(received_at)s."
    )  # fmt: skip

    @property
    def template(self) -> str:
        """The sentence to translate, with the places %(entity)s, %(received_at)s and, if granted, %(place_number)s."""
        return self.waiting if self.place_number is None else self.granted


@dataclass(frozen=True, kw_only=True)
class PlacesHeld:
    """A refusal: fewer places would take granted ones away. `losers` hold the places above the wish, by number."""

    capacity: int
    losers: tuple[Grant, ...]

    template: ClassVar[str] = phrase(
        "If the number of observer places became %(capacity)s, these would lose the place they were granted: "
        "%(delegations)s."
    )


def queue_key(request: RequestFacts) -> tuple[bool, int, datetime, str]:
    """Return what orders requests: the order that staff made, then when each was received, then its uuid."""
    return (request.line is None, request.line or 0, request.received_at, request.uuid)


def places_due(request: RequestFacts, rules: Rules) -> int:
    """Return how many places a request may come to hold: what it asks for, up to the maximum that holds for it."""
    return min(request.places_asked, request.most_places or rules.most_places)


def allocate(requests: Iterable[RequestFacts], rules: Rules) -> Allocation:
    """Return the allocation once every free place has gone to whose turn it is.

    Places are numbered 1 to the capacity; what is held stays held, also beyond a maximum that was lowered since. Free
    places beyond the reserve go by the lowest number, one to each request without any in the order of `queue_key`;
    then, if second places are given, one more to each that is due one, and so on. Withdrawn requests count for
    nothing, and leave their numbers free. The order of the input is irrelevant. Raises GrantImpossible where a number
    is held twice or lies outside the capacity.
    """
    counting = sorted((request for request in requests if request.withdrawn_at is None), key=queue_key)
    held = [
        Grant(request=one.uuid, place_number=number, share=share)
        for one in counting
        for share, number in enumerate(one.place_numbers, 1)
    ]
    numbers = {grant.place_number for grant in held}
    if len(numbers) < len(held) or not numbers <= set(range(1, rules.capacity + 1)):
        raise GrantImpossible(f"{len(held)} grants, numbers {sorted(numbers)}, {rules.capacity} places")
    free = [number for number in range(1, rules.capacity + 1) if number not in numbers]
    granting = [] if rules.is_cut_off else free[: max(len(free) - rules.reserve, 0)]
    promoted = tuple(
        Grant(request=uuid, place_number=number, share=share)
        for (uuid, share), number in zip(_turns(counting, rules), granting, strict=False)
    )
    holding = {one.uuid: len(one.place_numbers) for one in counting}
    for grant in promoted:
        holding[grant.request] = grant.share
    waiting = tuple(one for one in counting if not holding[one.uuid])
    further = tuple(one for one in counting if 0 < holding[one.uuid] < places_due(one, rules))
    has_free = len(free) > len(promoted)
    return Allocation(
        capacity=rules.capacity,
        granted=tuple(sorted((*held, *promoted), key=lambda grant: grant.place_number)),
        promoted=promoted,
        waiting=_numbered(waiting, rules, _reason(rules, has_free)),
        further=_numbered(further, rules, _reason_further(rules, has_free, bool(waiting))),
    )


def standing(requests: Iterable[RequestFacts], rules: Rules) -> Allocation:
    """Return who holds and who waits as it is stored: nobody is promoted."""
    return allocate(requests, replace(rules, is_cut_off=True))


def _turns(counting: list[RequestFacts], rules: Rules) -> Iterator[tuple[str, int]]:
    """Yield whose turn it is, with the share it would get; share by share, each in the order of the queue."""
    for share in range(1, max((places_due(one, rules) for one in counting), default=0) + 1):
        if share > 1 and not rules.has_seconds:
            return
        for one in counting:
            if len(one.place_numbers) < share <= places_due(one, rules):
                yield one.uuid, share


def _numbered(requests: tuple[RequestFacts, ...], rules: Rules, why: str) -> tuple[Waiting, ...]:
    return tuple(
        Waiting(request=one.uuid, position=position, capacity=rules.capacity, why=why)
        for position, one in enumerate(requests, 1)
    )


def _reason(rules: Rules, has_free: bool) -> str:
    if not rules.capacity:
        return "none"
    if not has_free:
        return "full"
    return "cut_off" if rules.is_cut_off else "reserved"


def _reason_further(rules: Rules, has_free: bool, somebody_waits: bool) -> str:
    if not rules.has_seconds:
        return "seconds"
    return "after_first" if somebody_waits else _reason(rules, has_free)


def why_not(request: RequestFacts, allocation: Allocation, rules: Rules) -> tuple[str, dict[str, int]]:
    """Return why a request that counts has no place, or no further one: a sentence to translate, and its values."""
    for one in (*allocation.waiting, *allocation.further):
        if one.request == request.uuid:
            return one.template, {"capacity": one.capacity, "position": one.position}
    most = request.most_places or rules.most_places
    if request.places_asked > most:
        return WHY["maximum"], {"most": most}
    return WHY["placed"], {}


def request_refusal(
    delegation: DelegationFacts, requests: Iterable[RequestFacts]
) -> AlreadyInvited | AlreadyRequested | None:
    """Return why a delegation may not ask for an observer place, None if it may.

    Its own ground counts first, unless its invitation is withdrawn; then a request of its own that is not withdrawn.
    """
    grounds = tuple(ground for ground in delegation.grounds if ground in INVITING_GROUNDS)
    if grounds and delegation.status != "withdrawn":
        is_invited = delegation.status not in ("proposed", "cleared")
        return AlreadyInvited(entity=delegation.entity, grounds=grounds, is_invited=is_invited)
    own = (one for one in requests if one.delegation == delegation.uuid and one.withdrawn_at is None)
    earlier = min(own, key=queue_key, default=None)
    return earlier and AlreadyRequested(
        entity=delegation.entity,
        request=earlier.uuid,
        received_at=earlier.received_at,
        place_number=earlier.place_number,
    )


def capacity_refusal(requests: Iterable[RequestFacts], capacity: int) -> PlacesHeld | None:
    """Return who would lose a granted place with `capacity` places, None if nobody would.

    Places go from the highest number down and are not renumbered, since confirmations state the number.
    """
    losers = [
        Grant(request=one.uuid, place_number=number, share=share)
        for one in requests
        if one.withdrawn_at is None
        for share, number in enumerate(one.place_numbers, 1)
        if number > capacity
    ]
    ordered = tuple(sorted(losers, key=lambda grant: grant.place_number))
    return PlacesHeld(capacity=capacity, losers=ordered) if ordered else None


def room_allowance(*, usable_seats: int, podium: int, promised: int, secretariat: int, press: int, reserve: int) -> int:
    """Return how many observers the room allows: its usable seats less what is taken; negative if it is too small."""
    return usable_seats - podium - promised - secretariat - press - reserve
