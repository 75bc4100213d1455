"""Who is expected and who is there: the one definition that lists, plans, plates and counts share."""

from collections.abc import Iterable

from participants.domain.once import once
from participants.domain.values import DelegateFacts, DelegationFacts, RequestFacts, RosterFacts
from participants.grounds import zone_of

# A delegation in any other status is reckoned with, the proposed ones too: an omitted contributor is an incident.
ABSENT_STATUSES = frozenset({"regrets", "withdrawn"})


def is_granted(request: RequestFacts) -> bool:
    """Return whether `request` holds an observer place."""
    return request.place_number is not None and request.withdrawn_at is None


def is_expected(delegation: DelegationFacts, requests: Iterable[RequestFacts]) -> bool:
    """Return whether a place, a plate and a line of the list are due to `delegation`.

    Not when it sent regrets, withdrew, or its places were released, nor without any ground; an observer only with a
    granted place, for which `requests` may be those of the whole meeting.
    """
    if delegation.status in ABSENT_STATUSES or delegation.released_at is not None:
        return False
    zone = zone_of(delegation.grounds)
    if zone == "observers":
        return any(one.delegation == delegation.uuid and is_granted(one) for one in requests)
    return bool(zone)


@once
def expected_delegations(roster: RosterFacts) -> tuple[DelegationFacts, ...]:
    """Return the delegations of `roster` that are expected, in the roster's order."""
    requests: dict[str, list[RequestFacts]] = {}
    for request in roster.requests:
        requests.setdefault(request.delegation, []).append(request)
    return tuple(one for one in roster.delegations if is_expected(one, requests.get(one.uuid, ())))


def delegates_of(delegation: DelegationFacts) -> tuple[DelegateFacts, ...]:
    """Return the delegates that are not withdrawn, in their order, placeholders included."""
    return tuple(one for one in delegation.delegates if not one.is_withdrawn)


def head_of(delegation: DelegationFacts) -> DelegateFacts | None:
    """Return the first delegate, not withdrawn, whose role is head; None while nobody is."""
    return next((one for one in delegates_of(delegation) if one.role == "head"), None)


def head_rank(delegation: DelegationFacts) -> str:
    """Return the rank of the head who comes; "unspecified" while nobody is named: a principal's is not inherited."""
    head = head_of(delegation)
    return "unspecified" if head is None or head.is_placeholder else head.rank


def present_delegates(delegation: DelegationFacts) -> tuple[DelegateFacts, ...]:
    """Return the delegates ticked present, in their order; a withdrawn one or a placeholder cannot be."""
    return tuple(one for one in delegates_of(delegation) if one.is_present and not one.is_placeholder)


@once
def present_delegations(roster: RosterFacts) -> tuple[DelegationFacts, ...]:
    """Return the delegations with anybody ticked present, in the roster's order, whatever they had replied."""
    return tuple(one for one in roster.delegations if present_delegates(one))


def promised_seats(roster: RosterFacts) -> int:
    """Return the seats promised at the table and behind it to the expected delegations that sit there."""
    return sum(
        one.places_at_table + one.places_behind
        for one in expected_delegations(roster)
        if zone_of(one.grounds) == "table"
    )
