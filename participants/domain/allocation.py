"""Observer places: who holds which, who is promoted, who waits and why, and what a request is refused for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from meetingplanner.languages import phrase
from participants.domain.values import DelegationFacts, RequestFacts
from participants.grounds import INVITING_GROUNDS


class GrantImpossible(Exception):
    """The places as given contradict themselves: one is held twice, or one is held that does not exist."""


@dataclass(frozen=True, kw_only=True)
class Grant:
    """A request, by its uuid, that holds a numbered place."""

    request: str
    place_number: int


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A request that waits, and its position in the waiting list, from 1; `template` has the sentence that says why."""

    request: str
    position: int
    capacity: int

    with_places: ClassVar[str] = phrase(
        "Every observer place is granted (%(capacity)s in all); this request is number %(position)s "
        "on the waiting list, in the order in which the requests were received."
    )
    without_places: ClassVar[str] = phrase(
        "The meeting has no observer places yet; this request is number %(position)s on the waiting list, "
        "in the order in which the requests were received."
    )

    @property
    def template(self) -> str:
        """The sentence to translate, with the places %(capacity)s and %(position)s."""
        return self.with_places if self.capacity else self.without_places


@dataclass(frozen=True, kw_only=True)
class Allocation:
    """Who holds a place (by number, those promoted included), who was promoted just now, who waits (in their order)."""

    capacity: int
    granted: tuple[Grant, ...]
    promoted: tuple[Grant, ...]
    waiting: tuple[Waiting, ...]

    @property
    def seats_left(self) -> int:
        """How many places are free; 0 as long as anybody waits."""
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


def queue_key(request: RequestFacts) -> tuple[datetime, str]:
    """Return what orders requests: when each was received, then its uuid."""
    return (request.received_at, request.uuid)


def allocate(requests: Iterable[RequestFacts], capacity: int) -> Allocation:
    """Return the allocation once every free place has gone to the longest waiting request.

    Places are numbered 1 to `capacity`; a granted request keeps its number, those who wait get the lowest free numbers
    in the order of `queue_key`. Withdrawn requests count for nothing, and leave their number free. The order of the
    input is irrelevant. Raises GrantImpossible where a number is held twice or lies outside the capacity.
    """
    counting = sorted((request for request in requests if request.withdrawn_at is None), key=queue_key)
    held = [Grant(request=one.uuid, place_number=one.place_number) for one in counting if one.place_number is not None]
    numbers = {grant.place_number for grant in held}
    if len(numbers) < len(held) or not numbers <= set(range(1, capacity + 1)):
        raise GrantImpossible(f"{len(held)} grants, numbers {sorted(numbers)}, {capacity} places")
    free = [number for number in range(1, capacity + 1) if number not in numbers]
    queue = [request.uuid for request in counting if request.place_number is None]
    promoted = [Grant(request=uuid, place_number=number) for uuid, number in zip(queue, free, strict=False)]
    return Allocation(
        capacity=capacity,
        granted=tuple(sorted(held + promoted, key=lambda grant: grant.place_number)),
        promoted=tuple(promoted),
        waiting=tuple(
            Waiting(request=uuid, position=position, capacity=capacity)
            for position, uuid in enumerate(queue[len(promoted) :], start=1)
        ),
    )


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
        Grant(request=one.uuid, place_number=one.place_number)
        for one in requests
        if one.withdrawn_at is None and one.place_number is not None and one.place_number > capacity
    ]
    ordered = tuple(sorted(losers, key=lambda grant: grant.place_number))
    return PlacesHeld(capacity=capacity, losers=ordered) if ordered else None


def room_allowance(*, usable_seats: int, podium: int, promised: int, secretariat: int, press: int, reserve: int) -> int:
    """Return how many observers the room allows: its usable seats less what is taken; negative if it is too small."""
    return usable_seats - podium - promised - secretariat - press - reserve
