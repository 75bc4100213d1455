"""Many requests for observer places at once: judged and granted as one by one in their order, with constant queries."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from participants.domain.allocation import allocate
from participants.domain.values import RequestFacts
from participants.models import Delegation, Entity, Invitation, Request
from participants.operations.acting import Acting
from participants.operations.asking import asking
from participants.operations.observers import GROUND, grant_in


@dataclass(frozen=True, kw_only=True)
class Ask:
    """An entity that asks for an observer place; without `received_at` it counts as received when the operation began.

    `contact` are contact_name, contact_email and note.
    """

    entity: Entity
    received_at: datetime | None = None
    contact: dict[str, str] = field(default_factory=dict)


def ask_all_in(act: Acting, asks: Sequence[Ask]) -> int:
    """Register the requests within an operation under way and return how many of them have a place.

    Of those received at the same minute, and of those without a time, the earlier in `asks` is the earlier received.
    The caller has judged that none is invited or has asked already. A delegation is made where there is none, and
    counts as accepted; one that had been withdrawn attends as an observer only.
    """
    if not asks:
        return 0
    delegations = _as_observers(act, [one.entity for one in asks])
    rows = []
    for number, one in enumerate(asks):
        received_at = (one.received_at or act.at) + timedelta(microseconds=number)
        row = Request(
            roster=act.roster, delegation=delegations[one.entity.pk], received_at=received_at, **one.contact
        )  # fmt: skip
        row.clean_fields(exclude=("roster", "delegation"))
        rows.append(row)
    found = asking(act.roster)
    act.add_all(rows)
    new = [
        RequestFacts(
            uuid=str(row.uuid), version=1, delegation=str(row.delegation.uuid), received_at=row.received_at
        )  # fmt: skip
        for row in rows
    ]
    keys = {str(row.uuid): row.pk for row in rows}
    promoted = allocate((*found.counting, *new), act.roster.observer_places).promoted
    grant_in(act, promoted, keys | found.keys)
    return sum(grant.request in keys for grant in promoted)


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
