"""The observers' desk: asking for places, giving them back, how many there are; who is next is promoted at once.

Each operation reads the requests again under the roster's lock and lets `participants.domain.allocation` judge.
"""

import uuid as uuids
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from participants.domain.allocation import (
    AlreadyInvited,
    AlreadyRequested,
    Grant,
    PlacesHeld,
    capacity_refusal,
    request_refusal,
)
from participants.domain.desk import FormState, form_state
from participants.domain.values import RequestFacts
from participants.models import Delegate, Delegation, Entity, Invitation, ObserverPlace, Request, Roster, User
from participants.operations.acting import Acting, Stale, acting
from participants.operations.asking import Asking, asking, position_of
from participants.operations.entities import NewEntity, add_entity_in
from participants.operations.places import (
    GROUND,
    grant_next_in,
    grow_in,
    held_in,
    let_times_pass,
    shrink_in,
    withdraw_observers_in,
)
from participants.queries import desk_facts


class Refused(Exception):
    """What was asked for cannot be; `refusal` says why, as a value of the domain."""

    def __init__(self, refusal: AlreadyInvited | AlreadyRequested | PlacesHeld | FormState):
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
    delegates: Sequence[Mapping[str, Any]] = (),
    **columns: Any,
) -> Registered:
    """Register an entity's request for observer places and return where it stands.

    `columns` are those of the request: places_asked, language, contact_name, contact_email, note, is_public, each of
    which may be left out. `delegates` are fields of those who come, the first as head where there is none.

    The delegation is made when there is none, and counts as accepted. One that had been invited and was withdrawn
    attends as an observer only: its former grounds go. The same `uuid` again does nothing and says so.
    Eight statements for a new delegation, granted or waiting, one more to tell it, one to name delegates; six for
    one on the list.

    Raises:
        Refused: the entity is on the list by a ground of its own, or has asked already, or the public form is closed.
        EntityExists: a new entity has the name of one in the directory.
        ValidationError: a text that its field refuses.
    """
    with acting(roster, operation="register_observer", by=by, at=at) as act:
        known = None if isinstance(entity, NewEntity) else entity
        let_times_pass(act)
        found = asking(act.roster, entity=known, uuid=uuid)
        if uuid and (earlier := found.by_uuid(uuid)):
            return _repeated(act, earlier)
        known = known or add_entity_in(act, entity)
        if refusal := _refusal(act, found, is_public=columns.get("is_public", False)):
            raise Refused(refusal)
        delegation = _as_observer(act, known, found)
        row = Request(roster=act.roster, delegation=delegation, received_at=received_at, **columns)
        row.uuid = uuid or row.uuid
        return _ask(act, row, found, delegates)


def _refusal(act: Acting, found: Asking, *, is_public: bool) -> AlreadyInvited | AlreadyRequested | FormState | None:
    state = form_state(desk_facts(act.roster), act.at)
    if is_public and not state.is_open:
        return state
    return request_refusal(found.own, found.counting) if found.own else None


def _repeated(act: Acting, earlier: RequestFacts) -> Registered:
    waits = earlier.withdrawn_at is None and earlier.place_number is None
    return Registered(
        request=uuids.UUID(earlier.uuid),
        place_number=earlier.place_number if earlier.withdrawn_at is None else None,
        position=position_of(act.roster, earlier) if waits else None,
        is_repeated=True,
    )


def _ask(act: Acting, row: Request, found: Asking, delegates: Sequence[Mapping[str, Any]]) -> Registered:
    row.clean_fields(exclude=("roster", "delegation"))
    act.add_all([row])
    _name_delegates(act, row.delegation, delegates, is_new=found.own is None)
    uuid = str(row.uuid)
    new = RequestFacts(
        uuid=uuid,
        version=1,
        delegation=str(row.delegation.uuid),
        received_at=row.received_at,
        places_asked=row.places_asked,
    )
    found.keys[uuid], found.delegations[uuid] = row.pk, row.delegation_id
    allocation = grant_next_in(act, found, (*found.counting, new), newcomer=uuid)
    number = next((one.place_number for one in allocation.promoted if one.request == uuid), None)
    position = None if number else position_of(act.roster, new)
    if row.contact_email:
        act.tell("granted" if number else "waiting", row.delegation, row, place=number, position=position)
    return Registered(request=row.uuid, place_number=number, position=position)


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


def _name_delegates(act: Acting, delegation: Delegation, named: Sequence[Mapping[str, Any]], *, is_new: bool) -> None:
    if not named:
        return
    present = [] if is_new else list(delegation.delegates.filter(withdrawn_at__isnull=True))
    has_head = any(one.role == "head" for one in present)
    rows = [
        Delegate(
            delegation=delegation,
            position=len(present) + number,
            role="adviser" if has_head or number else "head",
            **fields,
        )
        for number, fields in enumerate(named)
    ]
    for row in rows:
        row.clean_fields(exclude=("delegation",))
    act.add_all(rows)


def withdraw_observer(
    request: Request,
    *,
    by: User | None,
    at: datetime,
    why: str = "",
    version: int | None = None,
    shown: int | None = None,
) -> tuple[Grant, ...]:
    """Withdraw a request and return who was promoted to its places, if anybody; a second time does nothing.

    A delegation that attends on no other ground is withdrawn with it; any other loses the ground of observer.
    Raises Stale when `version` is not the request's any more, or `shown`, the number of the place that the page said it
    holds (0: it waits), is another by now.
    """
    with acting(request.roster, operation="withdraw_observer", by=by, at=at, why=why) as act:
        let_times_pass(act)
        current = Request.objects.select_related("delegation").get(pk=request.pk)
        if current.withdrawn_at is not None:
            return ()
        act.change(current, version=version)
        if shown is not None and shown != number_held(current):
            raise Stale(current=current, wanted={})
        promoted = give_back_in(act, current.delegation)
        withdraw_observers_in(act, [current.delegation])
        act.tell("withdrawn", current.delegation, current)
        return promoted


def number_held(request: Request) -> int:
    """Return the number of the first place that the request holds, 0 while it waits. One query."""
    return ObserverPlace.objects.filter(request=request, share=1).values_list("number", flat=True).first() or 0


def give_back_in(act: Acting, delegation: Delegation) -> tuple[Grant, ...]:
    """Withdraw the request of `delegation` within an operation under way, and return who was promoted.

    Without a request that counts nothing happens and nobody is promoted.
    """
    let_times_pass(act)
    found = asking(act.roster, entity=delegation.entity_id)
    own = next((one for one in found.counting if one.delegation == str(delegation.uuid)), None)
    if own is None:
        return ()
    row = Request.objects.get(uuid=own.uuid)
    act.change_many([row], withdrawn_at={row.pk: act.at})
    others = [one for one in found.counting if one.uuid != own.uuid]
    return grant_next_in(act, found, others, freed=held_in(found, own.uuid)).promoted


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
        let_times_pass(act)
        if shown is not None and act.roster.observer_places not in (shown, number):
            raise Stale(current=act.roster, wanted={"observer_places": number})
        return set_places_in(act, number)


def set_places_in(act: Acting, number: int) -> tuple[Grant, ...]:
    """Do the work of `set_observer_places` within an operation under way."""
    found = asking(act.roster, most=number)
    if refusal := capacity_refusal(found.counting, number):
        raise Refused(refusal)
    if number > act.roster.observer_places:
        grow_in(act, number - act.roster.observer_places)
    else:
        shrink_in(act, number)
    return grant_next_in(act, found, found.counting).promoted
