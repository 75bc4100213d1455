"""From models to values: a roster as facts, resolved for the meeting's first day. Twelve queries, whatever its size."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields
from datetime import date, datetime
from typing import TypeVar

from django.db.models import Count, F, Model, Q

from meetingplanner.languages import DOCUMENT_LANGUAGES
from participants.domain.desk import times_due
from participants.domain.entities import NameRow, StatusRow, names_on, resolve, valid_row
from participants.domain.listing import Members
from participants.domain.values import (
    DelegateFacts,
    DelegationFacts,
    DeskFacts,
    EntityFacts,
    GroupFacts,
    InvitationFacts,
    RequestFacts,
    RosterFacts,
)
from participants.grounds import GROUNDS
from participants.models import (
    DatedGroup,
    Delegate,
    DrawnState,
    Entity,
    EntityName,
    EntityStatus,
    GroupMember,
    Invitation,
    PersonTitle,
    Request,
    Roster,
)

SESSION_OPENS_MONTH = 9
# The columns of a delegation that are facts as they stand.
AS_STORED = (
    "status", "status_changed_at", "places_at_table", "places_behind", "level_announced", "is_name_to_follow",
    "reply_channel", "received_at", "contact_name", "contact_email", "note", "language", "wants_floor", "on_behalf_of",
    "released_at", "released_places",
)  # fmt: skip
DatedRow = TypeVar("DatedRow", NameRow, StatusRow)


def valid_on(day: date) -> Q:
    """Return `is_valid_on` as a condition, for choosing rows in the database; facts are resolved by the domain."""
    return (Q(valid_from__isnull=True) | Q(valid_from__lte=day)) & (Q(valid_to__isnull=True) | Q(valid_to__gt=day))


def state_drawn(day: date) -> Entity | None:
    """Return the State drawn for the session of the General Assembly that `day` falls into; None when it is not known.

    The draw is made in June and holds from September, when the session opens, to the next. One query.
    Source: B3.19 of the protocol rules.
    """
    year = day.year if day.month >= SESSION_OPENS_MONTH else day.year - 1
    drawn = DrawnState.objects.filter(year=year).select_related("entity").first()
    return drawn.entity if drawn else None


def roster_facts(roster: Roster, *, also: frozenset[int] = frozenset(), heads_only: bool = False) -> RosterFacts:
    """Return who attends as plain values, in constant queries.

    `also` are keys of further entities that the meeting names. Delegations come by entity code, delegates head first
    and then by position, requests by time received, groups by code with their members in their own order. With
    `heads_only` no delegate but the heads is fetched.
    """
    day = roster.first_on
    # Unordered: each is put in its order below, by keys that only Python has at hand.
    delegations = list(roster.delegations.order_by())
    invitations = list(Invitation.objects.filter(delegation__roster=roster).order_by())
    of_roster = Delegate.objects.filter(delegation__roster=roster)
    delegates = list((of_roster.filter(role="head") if heads_only else of_roster).select_related("person").order_by())
    members = list(GroupMember.objects.filter(valid_on(day)).order_by("group_id", "pk"))
    keys = {one.entity_id for one in (*delegations, *members)} | {one.organ_id for one in (*invitations, *delegates)}
    entities = _entities({key for key in keys | also if key}, day)
    return RosterFacts(
        slug=roster.slug,
        uuid=str(roster.uuid),
        version=roster.version,
        first_on=day.isoformat(),
        zone=roster.zone,
        observer_places=roster.observer_places,
        document_languages=tuple(code for code in DOCUMENT_LANGUAGES if code in roster.document_languages),
        changed_at=roster.changed_at,
        entities=tuple(sorted(entities.values(), key=lambda one: one.code)),
        delegations=_delegations(delegations, invitations, delegates, entities, _titles(delegates, day)),
        requests=_requests(roster, {one.pk: str(one.uuid) for one in delegations}),
        groups=_groups(members, entities),
        desk=desk_facts(roster),
    )


def rosters_due(at: datetime) -> list[Roster]:
    """Return the rosters for which an instant has passed by `at` that nobody has judged yet. One query."""
    due = Q()
    for name in ("closes_at", "release_at", "lapse_at"):
        unjudged = Q(judged_at__isnull=True) | Q(**{f"{name}__gt": F("judged_at")})
        due |= Q(**{f"{name}__lte": at}) & unjudged
    return [row for row in Roster.objects.filter(due) if times_due(desk_facts(row), since=row.judged_at, at=at)]


def desk_facts(roster: Roster) -> DeskFacts:
    """Return the terms on which observers are registered, as they stand on the row."""
    return DeskFacts(**{one.name: getattr(roster, one.name) for one in fields(DeskFacts)})


def members(roster: Roster, *, is_searched: bool) -> dict[str, Members]:
    """Return by delegation (uuid) what a list needs of its members: how many are present, and to search, their keys.

    One query: the counts come from the database, the keys of every delegate only where somebody searches.
    """
    rows = Delegate.objects.filter(delegation__roster=roster, withdrawn_at__isnull=True).order_by()
    if not is_searched:
        counts = rows.filter(is_present=True).values_list("delegation__uuid").annotate(Count("pk"))
        return {str(uuid): Members(ticked=count) for uuid, count in counts}
    keys: dict[str, list[str]] = defaultdict(list)
    ticked: dict[str, int] = defaultdict(int)
    for uuid, key, is_present in rows.values_list("delegation__uuid", "search_key", "is_present"):
        keys[str(uuid)].append(key)
        ticked[str(uuid)] += is_present
    return {uuid: Members(keys=" ".join(found), ticked=ticked[uuid]) for uuid, found in keys.items()}


def delegates_in(roster: Roster, delegations: Iterable[str]) -> dict[str, tuple[DelegateFacts, ...]]:
    """Return the delegates who come of some delegations (uuids), head first, without what the registry says of them."""
    rows = Delegate.objects.filter(delegation__roster=roster, delegation__uuid__in=list(delegations))
    rows = rows.filter(withdrawn_at__isnull=True).select_related("delegation", "organ").order_by()
    found: dict[str, list[DelegateFacts]] = defaultdict(list)
    for row in sorted(rows, key=lambda one: (one.role != "head", one.position, one.pk)):
        found[str(row.delegation.uuid)].append(_delegate(row, str(row.delegation.uuid), _organ(row), {}, name=""))
    return {uuid: tuple(members) for uuid, members in found.items()}


def _organ(row: Delegate) -> str:
    return row.organ.code if row.organ else ""


def directory(roster: Roster) -> tuple[EntityFacts, ...]:
    """Return the entities one can choose for the meeting, its own local ones included, by code. Four queries.

    Those without a name on the meeting's first day are left out.
    """
    here = Q(roster__isnull=True) | Q(roster=roster)
    keys = set(Entity.objects.filter(here).values_list("pk", flat=True))
    entities = _entities(keys, roster.first_on).values()
    return tuple(sorted((one for one in entities if one.names), key=lambda one: one.code))


def search_keys(roster: Roster) -> dict[str, str]:
    """Return by code what the entities one can choose for the meeting are found by: names of all times, aliases.

    One query.
    """
    here = Q(roster__isnull=True) | Q(roster=roster)
    return dict(Entity.objects.filter(here).order_by("roster_id", "pk").values_list("code", "search_key"))


def entity_names(roster: Roster, *, entities: Iterable[int]) -> dict[int, dict[str, str]]:
    """Return the names in lists by language of the entities (primary keys) on the meeting's first day. One query.

    An entity without a name that day has an empty mapping.
    """
    keys = set(entities)
    rows = _rows_of(EntityName, NameRow, keys)
    return {
        key: {language: row.list_name for language, row in names_on(rows[key], roster.first_on).items()} for key in keys
    }


def delegate_facts(row: Delegate) -> DelegateFacts:
    """Return one delegate as facts, saved or not, without what the registry says of the person."""
    return _delegate(row, str(row.delegation.uuid), row.organ.code if row.organ else "", {})


def _entities(keys: set[int], day: date) -> dict[int, EntityFacts]:
    names, statuses = _rows_of(EntityName, NameRow, keys), _rows_of(EntityStatus, StatusRow, keys)
    columns = ("pk", "code", "kind", "gender_fr", "parent__code", "roster_id")
    return {
        key: resolve(
            code=code,
            kind=kind,
            names=names[key],
            statuses=statuses[key],
            on=day,
            gender_fr=gender_fr,
            organ_of=organ_of or "",
            is_local=roster is not None,
        )
        for key, code, kind, gender_fr, organ_of, roster in Entity.objects.filter(pk__in=keys).values_list(*columns)
    }


def _rows_of(model: type[Model], value: type[DatedRow], keys: set[int]) -> dict[int, list[DatedRow]]:
    """The dated rows of the entities as values, by the entity's key. One query."""
    columns = [field.name for field in fields(value)]
    found: dict[int, list[DatedRow]] = defaultdict(list)
    for key, *row in model.objects.filter(entity_id__in=keys).order_by("pk").values_list("entity_id", *columns):
        found[key].append(value(**dict(zip(columns, row, strict=True))))
    return found


def _titles(delegates: list[Delegate], day: date) -> dict[tuple[int, int | None], dict[str, str]]:
    people = {one.person_id for one in delegates if one.person_id}
    rows: dict[tuple[int, int | None], list[PersonTitle]] = defaultdict(list)
    for row in PersonTitle.objects.filter(person_id__in=people).order_by("pk"):
        rows[row.person_id, row.entity_id].append(row)
    found = {key: valid_row(of_key, day) for key, of_key in rows.items()}
    return {key: row.title for key, row in found.items() if row}


def _delegations(delegations, invitations, delegates, entities, titles) -> tuple[DelegationFacts, ...]:
    grounds = list(GROUNDS)
    by_delegation: dict[int, list[InvitationFacts]] = defaultdict(list)
    for row in sorted(invitations, key=lambda one: grounds.index(one.ground)):
        organ = entities[row.organ_id].code if row.organ_id else ""
        by_delegation[row.delegation_id].append(
            InvitationFacts(ground=row.ground, organ=organ, position=row.position, note=row.note)
        )
    members: dict[int, list[DelegateFacts]] = defaultdict(list)
    uuids = {one.pk: str(one.uuid) for one in delegations}
    codes = {one.pk: entities[one.entity_id].code for one in delegations}
    entity_keys = {one.pk: one.entity_id for one in delegations}
    for row in sorted(delegates, key=lambda one: (one.role != "head", one.position, one.pk)):
        title = titles.get((row.person_id, entity_keys[row.delegation_id]), {})
        organ = entities[row.organ_id].code if row.organ_id else ""
        members[row.delegation_id].append(_delegate(row, uuids[row.delegation_id], organ, title))
    return tuple(
        DelegationFacts(
            uuid=uuids[row.pk],
            version=row.version,
            entity=codes[row.pk],
            invitations=tuple(by_delegation[row.pk]),
            delegates=tuple(members[row.pk]),
            **{name: getattr(row, name) for name in AS_STORED},
        )
        for row in sorted(delegations, key=lambda one: codes[one.pk])
    )


def _delegate(
    row: Delegate, delegation: str, organ: str, registry_title: dict[str, str], *, name: str | None = None
) -> DelegateFacts:
    return DelegateFacts(
        uuid=str(row.uuid),
        version=row.version,
        delegation=delegation,
        role=row.role,
        rank=row.rank,
        style=row.style,
        style_text=row.style_text,
        gender=row.gender,
        given_names=row.given_names,
        family_name=row.family_name,
        is_family_name_first=row.is_family_name_first,
        function=row.function,
        capacity=row.capacity,
        organ=organ,
        language=row.language,
        access_needs=row.access_needs,
        email=row.email,
        position=row.position,
        is_placeholder=row.is_placeholder,
        is_present=row.is_present,
        is_withdrawn=row.withdrawn_at is not None,
        registry_name=_registry_name(row) if name is None else name,
        registry_title=registry_title,
    )


def _registry_name(row: Delegate) -> str:
    if not row.person:
        return ""
    parts = (row.person.given_names, row.person.family_name)
    return " ".join(reversed(parts) if row.person.is_family_name_first else parts).strip()


def request_facts(roster: Roster) -> tuple[RequestFacts, ...]:
    """Return the requests alone, by time received. Three queries."""
    return _requests(roster, dict(roster.delegations.order_by().values_list("pk", "uuid")))


def _requests(roster: Roster, uuids: dict[int, str]) -> tuple[RequestFacts, ...]:
    rows = Request.objects.filter(roster=roster).by_time_received().with_places()
    return tuple(
        RequestFacts(
            uuid=str(row.uuid),
            version=row.version,
            delegation=str(uuids[row.delegation_id]),
            received_at=row.received_at,
            place_number=next(iter(row.place_numbers), None),
            further_numbers=row.place_numbers[1:],
            places_asked=row.places_asked,
            most_places=row.most_places,
            line=row.line,
            withdrawn_at=row.withdrawn_at,
            contact_name=row.contact_name,
            contact_email=row.contact_email,
            note=row.note,
            language=row.language,
            is_public=row.is_public,
        )
        for row in rows
    )


def _groups(members: list[GroupMember], entities: dict[int, EntityFacts]) -> tuple[GroupFacts, ...]:
    codes: dict[int, list[str]] = defaultdict(list)
    for member in members:
        codes[member.group_id].append(entities[member.entity_id].code)
    return tuple(
        GroupFacts(
            code=group.code,
            names=group.names,
            ground=group.ground,
            members=tuple(codes[group.pk]),
            is_complete=group.is_complete,
        )
        for group in DatedGroup.objects.order_by("code")
    )
