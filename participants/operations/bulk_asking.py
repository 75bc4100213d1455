"""Many requests for observer places at once: judged and granted as one by one in their order, with constant queries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from participants.domain.allocation import Allocation, allocate
from participants.models import Delegation, Entity, Invitation, Request
from participants.operations.acting import Acting
from participants.operations.asking import Asking, asking
from participants.operations.places import GROUND, assign_in, rules_of


@dataclass(frozen=True, kw_only=True)
class Ask:
    """An entity that asks for observer places; without `received_at` it counts as received when the operation began.

    `columns` are those of the request: places_asked, language, contact_name, contact_email, note.
    """

    entity: Entity
    received_at: datetime | None = None
    columns: Mapping[str, Any] = field(default_factory=dict)


def ask_all_in(act: Acting, asks: Sequence[Ask]) -> int:
    """Register the requests within an operation under way and return how many of them have a place.

    Of those received at the same minute, and of those without a time, the earlier in `asks` is the earlier received.
    The caller has let the times pass and judged that none is invited or has asked already. A delegation is made where
    there is none, and counts as accepted; one that had been withdrawn attends as an observer only.
    """
    if not asks:
        return 0
    delegations = _as_observers(act, [one.entity for one in asks])
    rows = []
    for number, one in enumerate(asks):
        received_at = (one.received_at or act.at) + timedelta(microseconds=number)
        delegation = delegations[one.entity.pk]
        rows.append(Request(roster=act.roster, delegation=delegation, received_at=received_at, **one.columns))
        rows[-1].clean_fields(exclude=("roster", "delegation"))
    act.add_all(rows)
    found = asking(act.roster, is_whole=True)
    allocation = allocate(found.counting, rules_of(act))
    assign_in(act, found, allocation.promoted)
    _tell(act, found, allocation, rows)
    new = {str(row.uuid) for row in rows}
    return len(new & {grant.request for grant in allocation.promoted})


def _tell(act: Acting, found: Asking, allocation: Allocation, rows: Sequence[Request]) -> None:
    """Tell who asked how that stands, as far as there is an address, and who waited before and moved up."""
    new = {str(row.uuid): row for row in rows}
    places = {grant.request: grant.place_number for grant in allocation.promoted if grant.share == 1}
    positions = {one.request: one.position for one in allocation.waiting}
    for uuid, row in new.items():
        if row.contact_email:
            kind = "granted" if uuid in places else "waiting"
            act.tell(kind, row.delegation, row, place=places.get(uuid), position=positions.get(uuid))
    for grant in allocation.promoted:
        if grant.request not in new:
            delegation, request = Delegation(pk=found.delegations[grant.request]), Request(pk=found.keys[grant.request])
            act.tell("promoted", delegation, request, place=grant.place_number, share=grant.share)


def _as_observers(act: Acting, entities: Sequence[Entity]) -> dict[int, Delegation]:
    """The delegations of the entities by the entity's key, made or turned into observers where need be."""
    there = list(Delegation.objects.filter(roster=act.roster, entity__in=[one.pk for one in entities]))
    listed = {row.entity_id: row for row in there}
    _turn(act, there)
    new = [
        Delegation(roster=act.roster, entity=one, status="accepted", status_changed_at=act.at)
        for one in entities
        if one.pk not in listed
    ]
    act.add_all(new)
    act.add_all([Invitation(delegation=row, ground=GROUND) for row in new])
    return listed | {row.entity_id: row for row in new}


def _turn(act: Acting, rows: list[Delegation]) -> None:
    invitations = list(Invitation.objects.filter(delegation__in=[row.pk for row in rows]))
    act.remove_all([one for one in invitations if one.ground != GROUND])
    has = {one.delegation_id for one in invitations if one.ground == GROUND}
    act.add_all([Invitation(delegation=row, ground=GROUND) for row in rows if row.pk not in has])
    changing = [row.pk for row in rows if row.status != "accepted"]
    act.change_many(
        [row for row in rows if row.pk in changing],
        status=dict.fromkeys(changing, "accepted"),
        status_changed_at=dict.fromkeys(changing, act.at),
    )
