"""The observers' desk: asking for a place, giving it back, how many there are; who is next is promoted at once.

Each operation reads the requests again under the roster's lock and lets `participants.domain.allocation` judge.
"""

import uuid as uuids
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from participants.domain.allocation import (
    AlreadyInvited,
    AlreadyRequested,
    Grant,
    PlacesHeld,
    allocate,
    capacity_refusal,
    request_refusal,
)
from participants.domain.values import RequestFacts
from participants.models import Delegation, Entity, Invitation, ObserverPlace, Request, Roster, User
from participants.operations.acting import Acting, Stale, acting
from participants.operations.asking import Asking, asking
from participants.operations.entities import NewEntity, add_entity_in

GROUND = "observer"


class Refused(Exception):
    """What was asked for cannot be; `refusal` says why, as a value of `participants.domain.allocation`."""

    def __init__(self, refusal: AlreadyInvited | AlreadyRequested | PlacesHeld):
        super().__init__(type(refusal).__name__)
        self.refusal = refusal


@dataclass(frozen=True, kw_only=True)
class Registered:
    """A request as it stands: with a place, or at a position of the waiting list, or with neither when withdrawn.

    `is_repeated` when the same form had been sent before, so that nothing was done now.
    """

    request: uuids.UUID
    place_number: int | None = None
    position: int | None = None
    is_repeated: bool = False


def register_observer(
    roster: Roster,
    *,
    entity: Entity | NewEntity,
    received_at: datetime,
    by: User | None,
    at: datetime,
    uuid: uuids.UUID | None = None,
    **contact: str,
) -> Registered:
    """Register an entity's request for an observer place and return where it stands.

    `contact` are contact_name, contact_email and note, each of which may be left out.

    The delegation is made when there is none, and counts as accepted. One that had been invited and was withdrawn
    attends as an observer only: its former grounds go. The same `uuid` again does nothing and says so.
    Nine statements for a new delegation that gets a place, five for one on the list that has to wait.

    Raises:
        Refused: the entity is on the list by a ground of its own, or has asked already.
        EntityExists: a new entity has the name of one in the directory.
        ValidationError: a text that its field refuses.
    """
    with acting(roster, operation="register_observer", by=by, at=at) as act:
        known = None if isinstance(entity, NewEntity) else entity
        found = asking(act.roster, entity=known, uuid=uuid)
        if uuid and (earlier := found.by_uuid(uuid)):
            return _standing(earlier.uuid, found.counting, act.roster.observer_places, is_repeated=True)
        known = known or add_entity_in(act, entity)
        if found.own and (refusal := request_refusal(found.own, found.counting)):
            raise Refused(refusal)
        row = Request(
            roster=act.roster,
            delegation=_as_observer(act, known, found),
            received_at=received_at,
            **contact,
        )
        row.uuid = uuid or row.uuid
        return _ask(act, row, found)


def _ask(act: Acting, row: Request, found: Asking) -> Registered:
    row.clean_fields(exclude=("roster", "delegation"))
    act.add_all([row])
    new = RequestFacts(
        uuid=str(row.uuid), version=1, delegation=str(row.delegation.uuid), received_at=row.received_at
    )  # fmt: skip
    requests = (*found.counting, new)
    promoted = allocate(requests, act.roster.observer_places).promoted
    grant_in(act, promoted, {new.uuid: row.pk} | found.keys)
    return _standing(new.uuid, requests, act.roster.observer_places)


def _as_observer(act: Acting, entity: Entity, found: Asking) -> Delegation:
    if found.own is None:
        row = Delegation(roster=act.roster, entity=entity, status="accepted", status_changed_at=act.at)
        act.add_all([row])
        act.add_all([Invitation(delegation=row, ground=GROUND)])
        return row
    row = found.own_row
    if found.own.grounds != (GROUND,):
        for former in Invitation.objects.filter(delegation=row).exclude(ground=GROUND):
            act.remove(former)
        if GROUND not in found.own.grounds:
            act.add_all([Invitation(delegation=row, ground=GROUND)])
    if row.status != "accepted":
        act.change_many([row], status={row.pk: "accepted"}, status_changed_at={row.pk: act.at})
    return row


def _standing(
    uuid: str, requests: Iterable[RequestFacts], capacity: int, *, is_repeated: bool = False
) -> Registered:  # fmt: skip
    allocation = allocate(requests, capacity)
    number = next((grant.place_number for grant in allocation.granted if grant.request == uuid), None)
    position = next((one.position for one in allocation.waiting if one.request == uuid), None)
    return Registered(request=uuids.UUID(uuid), place_number=number, position=position, is_repeated=is_repeated)


def grant_in(act: Acting, grants: tuple[Grant, ...], keys: dict[str, int], *, freed: tuple[int, ...] = ()) -> None:
    """Link places to requests (`keys`: primary key by uuid); `freed` numbers that nobody gets are left empty."""
    holders = dict.fromkeys(freed) | {grant.place_number: keys[grant.request] for grant in grants}
    if not holders:
        return
    places = list(ObserverPlace.objects.filter(roster=act.roster, number__in=holders))
    act.change_many(places, request_id={place.pk: holders[place.number] for place in places})


def withdraw_observer(
    request: Request,
    *,
    by: User | None,
    at: datetime,
    why: str = "",
    version: int | None = None,
    shown: int | None = None,
) -> tuple[Grant, ...]:
    """Withdraw a request and return who was promoted to its place, if anybody; a second time does nothing.

    A delegation that attends on no other ground is withdrawn with it; any other loses the ground of observer.
    Raises Stale when `version` is not the request's any more, or `shown`, the number of the place that the page said it
    holds (0: it waits), is another by now.
    """
    with acting(request.roster, operation="withdraw_observer", by=by, at=at, why=why) as act:
        current = Request.objects.select_related("delegation").get(pk=request.pk)
        if current.withdrawn_at is not None:
            return ()
        act.change(current, version=version)
        if shown is not None and shown != number_held(current):
            raise Stale(current=current, wanted={})
        promoted = release_in(act, current.delegation)
        invitations = list(Invitation.objects.filter(delegation=current.delegation))
        own = [row for row in invitations if row.ground == GROUND]
        if len(own) < len(invitations):
            for row in own:
                act.remove(row)
        elif current.delegation.status != "withdrawn":
            key = current.delegation_id
            act.change_many([current.delegation], status={key: "withdrawn"}, status_changed_at={key: at})
        return promoted


def number_held(request: Request) -> int:
    """Return the number of the place that the request holds, 0 while it waits. One query."""
    return ObserverPlace.objects.filter(request=request).values_list("number", flat=True).first() or 0


def release_in(act: Acting, delegation: Delegation) -> tuple[Grant, ...]:
    """Withdraw the request of `delegation` within an operation under way, and return who was promoted.

    Without a request that counts nothing happens and nobody is promoted.
    """
    found = asking(act.roster, entity=delegation.entity_id)
    own = next((one for one in found.counting if one.delegation == str(delegation.uuid)), None)
    if own is None:
        return ()
    row = Request.objects.get(uuid=own.uuid)
    act.change_many([row], withdrawn_at={row.pk: act.at})
    others = [one for one in found.counting if one.uuid != own.uuid]
    promoted = allocate(others, act.roster.observer_places).promoted
    grant_in(act, promoted, found.keys, freed=(own.place_number,) if own.place_number else ())
    return promoted


def set_observer_places(
    roster: Roster, *, number: int, by: User | None, at: datetime, why: str = "", shown: int | None = None
) -> tuple[Grant, ...]:
    """Set how many observer places there are and return who was promoted, by place number.

    Raises:
        Stale: `shown`, the number that the page had, is not the present one any more, which is not `number` either.
        Refused: with fewer places somebody would lose the one granted; the refusal names them all.
        ValidationError: the number is negative or more than 5000.
    """
    with acting(roster, operation="set_observer_places", by=by, at=at, why=why) as act:
        if shown is not None and act.roster.observer_places not in (shown, number):
            raise Stale(current=act.roster, wanted={"observer_places": number})
        return set_places_in(act, number)


def set_places_in(act: Acting, number: int) -> tuple[Grant, ...]:
    """Do the work of `set_observer_places` within an operation under way."""
    found = asking(act.roster)
    if refusal := capacity_refusal(found.counting, number):
        raise Refused(refusal)
    before, after = act.roster.observer_places, number
    act.roster.observer_places = act.change(act.roster, observer_places=after).observer_places
    act.remove_all(list(ObserverPlace.objects.filter(roster=act.roster, number__gt=after)))
    promoted = allocate(found.counting, after).promoted
    act.add_all([ObserverPlace(roster=act.roster, number=one) for one in range(before + 1, after + 1)])
    grant_in(act, promoted, found.keys)
    return promoted
