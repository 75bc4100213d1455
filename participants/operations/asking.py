"""Who asks for an observer place, read again under the roster's lock by one statement."""

import uuid as uuids
from dataclasses import dataclass, field

from django.db.models import F, FilteredRelation, Q

from participants.domain.values import DelegationFacts, InvitationFacts, RequestFacts
from participants.grounds import GROUNDS
from participants.models import Delegation, Entity, Roster

OWN = ("pk", "uuid", "version", "status", "status_changed_at", "entity_id")
COLUMNS = ("asked__pk", "asked__uuid", "asked__version", "asked__received_at", "asked__withdrawn_at")


@dataclass(frozen=True, kw_only=True)
class Asking:
    """The requests as they are now, and the delegation of one entity, None if it has none.

    `keys` are primary keys by uuid. `own` has the grounds and the status only.
    """

    requests: tuple[RequestFacts, ...]
    keys: dict[str, int] = field(default_factory=dict)
    own: DelegationFacts | None = None
    own_row: Delegation | None = None

    @property
    def counting(self) -> tuple[RequestFacts, ...]:
        """The requests that are not withdrawn."""
        return tuple(one for one in self.requests if one.withdrawn_at is None)

    def by_uuid(self, uuid: uuids.UUID) -> RequestFacts | None:
        """Return the request with that uuid, withdrawn or not."""
        return next((one for one in self.requests if one.uuid == str(uuid)), None)


def asking(roster: Roster, *, entity: Entity | int | None = None, uuid: uuids.UUID | None = None) -> Asking:
    """Return who asks at `roster`, with the delegation of `entity` and the request `uuid`, be it withdrawn.

    One query, whose rows grow with the requests that count.
    """
    counts = Q(requests__withdrawn_at__isnull=True) | (Q(requests__uuid=uuid) if uuid else Q())
    rows = list(
        Delegation.objects.filter(roster=roster)
        .annotate(asked=FilteredRelation("requests", condition=counts))
        .filter(Q(asked__isnull=False) | (Q(entity=entity) if entity else Q()))
        .annotate(ground=F("invitations__ground"), number=F("asked__place__number"))
        .order_by("pk")
        .values(*OWN, "entity__code", "ground", "number", *COLUMNS)
    )
    key = entity.pk if isinstance(entity, Entity) else entity
    own = [row for row in rows if row["entity_id"] == key]
    requests = {row["asked__uuid"]: _request(row) for row in rows if row["asked__uuid"]}
    return Asking(
        requests=tuple(requests.values()),
        keys={str(row["asked__uuid"]): row["asked__pk"] for row in rows if row["asked__uuid"]},
        own=_delegation(own) if own else None,
        own_row=_row(own[0], roster) if own else None,
    )


def _request(row: dict) -> RequestFacts:
    return RequestFacts(
        uuid=str(row["asked__uuid"]),
        version=row["asked__version"],
        delegation=str(row["uuid"]),
        received_at=row["asked__received_at"],
        withdrawn_at=row["asked__withdrawn_at"],
        place_number=row["number"],
    )


def _delegation(rows: list[dict]) -> DelegationFacts:
    first = rows[0]
    has = {row["ground"] for row in rows}
    return DelegationFacts(
        uuid=str(first["uuid"]),
        version=first["version"],
        entity=first["entity__code"],
        status=first["status"],
        invitations=tuple(InvitationFacts(ground=ground) for ground in GROUNDS if ground in has),
    )


def _row(values: dict, roster: Roster) -> Delegation:
    """The columns of a delegation that this area changes; the others are not read."""
    return Delegation(roster=roster, **{name: values[name] for name in OWN})
