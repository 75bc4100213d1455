"""Who asks for an observer place, read again under the roster's lock by one statement."""

import uuid as uuids
from dataclasses import dataclass, field

from django.db.models import F, FilteredRelation, Q

from participants.domain.values import DelegationFacts, InvitationFacts, RequestFacts
from participants.grounds import GROUNDS
from participants.models import Delegation, Entity, Request, Roster

OWN = ("pk", "uuid", "version", "status", "status_changed_at", "entity_id")
ASKED = ("pk", "uuid", "version", "received_at", "withdrawn_at", "places_asked", "most_places", "line")
COLUMNS = tuple(f"asked__{name}" for name in ASKED)


@dataclass(frozen=True, kw_only=True)
class Asking:
    """The requests as they are now, and the delegation of one entity, None if it has none.

    `keys` are primary keys by uuid, `delegations` those of the requests' delegations. `own` has the grounds and the
    status only.
    """

    requests: tuple[RequestFacts, ...]
    keys: dict[str, int] = field(default_factory=dict)
    delegations: dict[str, int] = field(default_factory=dict)
    own: DelegationFacts | None = None
    own_row: Delegation | None = None

    @property
    def counting(self) -> tuple[RequestFacts, ...]:
        """The requests that are not withdrawn."""
        return tuple(one for one in self.requests if one.withdrawn_at is None)

    def by_uuid(self, uuid: uuids.UUID) -> RequestFacts | None:
        """Return the request with that uuid, withdrawn or not."""
        return next((one for one in self.requests if one.uuid == str(uuid)), None)


def asking(
    roster: Roster,
    *,
    entity: Entity | int | None = None,
    uuid: uuids.UUID | None = None,
    most: int | None = None,
    is_whole: bool = False,
) -> Asking:
    """Return who holds places at `roster`, and the first of those who wait, as many as there are places.

    More of them could get none now. `most` places there will be, if not those of the roster; `is_whole`: all who wait.
    With the delegation of `entity` and its request, and the request `uuid`, be it withdrawn. One query.
    """
    here = Request.objects.filter(roster=roster).active()
    waiting = here.filter(held__isnull=True).in_line().values("pk")
    first = waiting if is_whole else waiting[: max(roster.observer_places if most is None else most, 0)]
    counts, needed = Q(requests__withdrawn_at__isnull=True), Q(asked__pk__in=first)
    needed |= Q(asked__pk__in=here.filter(held__isnull=False).values("pk"))
    if uuid:
        counts, needed = counts | Q(requests__uuid=uuid), needed | Q(asked__uuid=uuid)
    if entity:
        needed |= Q(entity=entity)
    rows = list(
        Delegation.objects.filter(roster=roster)
        .annotate(asked=FilteredRelation("requests", condition=counts))
        .filter(needed)
        .annotate(ground=F("invitations__ground"), number=F("asked__held__number"), share=F("asked__held__share"))
        .order_by("pk", "share")
        .values(*OWN, "entity__code", "ground", "number", *COLUMNS)
    )
    key = entity.pk if isinstance(entity, Entity) else entity
    own = [row for row in rows if row["entity_id"] == key]
    requests = _by_request(rows)
    return Asking(
        requests=tuple(_request(uuid, of_request) for uuid, of_request in requests.items()),
        keys={uuid: of_request[0]["asked__pk"] for uuid, of_request in requests.items()},
        delegations={uuid: of_request[0]["pk"] for uuid, of_request in requests.items()},
        own=_delegation(own) if own else None,
        own_row=_row(own[0], roster) if own else None,
    )


def _by_request(rows: list[dict]) -> dict[str, list[dict]]:
    found: dict[str, list[dict]] = {}
    for row in rows:
        if row["asked__uuid"]:
            found.setdefault(str(row["asked__uuid"]), []).append(row)
    return found


def position_of(roster: Roster, request: RequestFacts) -> int:
    """Return where a request stands among those that wait, from 1. One query."""
    before = Q(received_at__lt=request.received_at) | Q(received_at=request.received_at, uuid__lt=request.uuid)
    if request.line is None:
        before |= Q(line__isnull=False)
    else:
        before = Q(line__lt=request.line) | (Q(line=request.line) & before)
    return Request.objects.filter(before, roster=roster, held__isnull=True).active().count() + 1


def _request(uuid: str, rows: list[dict]) -> RequestFacts:
    """The request of rows that differ in its places and its delegation's grounds."""
    first = rows[0]
    numbers = tuple(dict.fromkeys(row["number"] for row in rows if row["number"] is not None))
    return RequestFacts(
        uuid=uuid,
        version=first["asked__version"],
        delegation=str(first["uuid"]),
        received_at=first["asked__received_at"],
        withdrawn_at=first["asked__withdrawn_at"],
        places_asked=first["asked__places_asked"],
        most_places=first["asked__most_places"],
        line=first["asked__line"],
        place_number=numbers[0] if numbers else None,
        further_numbers=numbers[1:],
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
