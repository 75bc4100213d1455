"""Entities that the directory lacks: known to one meeting only, until somebody matches them."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Q

from participants.domain.alphabets import filing_key
from participants.domain.names import fold
from participants.domain.texts import Texts, text_in
from participants.models import Delegation, Entity, EntityName, User
from participants.operations.acting import Acting, acting

PREFIX = "X-"


class EntityExists(Exception):
    """The directory, or this meeting, has an entity of that name: `entity`, found under `name`."""

    def __init__(self, entity: Entity, *, name: str):
        super().__init__(name)
        self.entity = entity
        self.name = name


@dataclass(frozen=True, kw_only=True)
class NewEntity:
    """An entity to be made for one meeting: its names in lists and, with article, in prose, by language."""

    names: Texts
    prose: Texts = field(default_factory=dict)
    kind: str = "organisation"


def add_entity_in(act: Acting, new: NewEntity) -> Entity:
    """Make the entity within an operation under way and return it; its code is made from its name.

    Raises:
        EntityExists: one has that name already, written in any case and with or without accents.
        ValidationError: there is no name, or one that its field refuses.
    """
    keys = {fold(name) for name in new.names.values() if fold(name)}
    here = Q(entity__roster__isnull=True) | Q(entity__roster=act.roster)
    filed = keys | {filing_key(name, language) for language, name in new.names.items() if name}
    known = EntityName.objects.filter(here, sort_key__in=filed).select_related("entity").order_by("pk").first()
    if known:
        raise EntityExists(known.entity, name=known.list_name)
    row = Entity(code=_code(act, new.names), kind=new.kind, roster=act.roster, search_key=" ".join(sorted(keys)))
    row.clean_fields(exclude=("roster", "parent"))
    act.add_all([row])
    names = [
        EntityName(entity=row, language=language, list_name=name, short=name[:120], prose=new.prose.get(language, ""))
        for language, name in sorted(new.names.items())
        if name
    ]
    for name in names:
        name.derive()
        name.clean_fields(exclude=("entity",))
    act.add_all(names)
    return row


class HasDelegation(Exception):
    """The entity that was meant has a delegation of its own: `delegation`."""

    def __init__(self, delegation: Delegation):
        super().__init__(str(delegation.uuid))
        self.delegation = delegation


def match_entity(
    delegation: Delegation, *, entity: Entity, by: User | None, at: datetime, version: int | None = None
) -> Delegation:
    """Say which entity of the directory a delegation's local one is, and return the delegation; the local one goes.

    Raises:
        HasDelegation: that entity is on the meeting's list already.
        Stale: `version` is not the delegation's any more.
    """
    with acting(delegation.roster, operation="match_entity", by=by, at=at) as act:
        local = Entity.objects.get(pk=delegation.entity_id)
        if local.roster_id is None or entity.pk == local.pk:
            return delegation
        if other := Delegation.objects.filter(roster=act.roster, entity=entity).first():
            raise HasDelegation(other)
        row = act.change(delegation, version=version, entity=entity)
        act.remove_all(list(local.dated_names.all()))
        act.remove(local)
        return row


def _code(act: Acting, names: Texts) -> str:
    base = PREFIX + fold(text_in(names, "en")).upper().replace(" ", "-")[:16].strip("-")
    taken = set(Entity.objects.filter(roster=act.roster, code__startswith=base).values_list("code", flat=True))
    return next(code for code in (base, *(f"{base}-{number}" for number in range(2, 9999))) if code not in taken)
