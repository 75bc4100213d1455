"""The list of delegations: who is invited and why, what they answered, who withdrew."""

import uuid as uuids
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Max

from participants.domain.allocation import Grant
from participants.domain.groups import Merge, merge
from participants.domain.values import DelegationFacts, InvitationFacts
from participants.models import DatedGroup, Delegation, Entity, GroupMember, Invitation, Roster, User
from participants.models.roster import PREPARING
from participants.operations.acting import Acting, acting
from participants.operations.answers import record_answer_in
from participants.operations.entities import NewEntity, add_entity_in
from participants.operations.observers import give_back_in
from participants.operations.places import GROUND as OBSERVER
from participants.queries import valid_on


class AlreadyListed(Exception):
    """The entity has a delegation at the meeting, perhaps a withdrawn one: `delegation`."""

    def __init__(self, delegation: Delegation):
        super().__init__(str(delegation.uuid))
        self.delegation = delegation


class GroundsChanged(Exception):
    """The grounds are not those the form was made from; `now` are the present ones."""

    def __init__(self, now: tuple[InvitationFacts, ...]):
        super().__init__(", ".join(one.ground for one in now))
        self.now = now


@dataclass(frozen=True, kw_only=True)
class StatusSet:
    """How many delegations got the status, and how many were left since they have answered or withdrawn.

    `moved` are those left since somebody changed them after the page was made.
    """

    changed: int
    left: int
    moved: tuple[Delegation, ...] = ()


def add_delegation(
    roster: Roster,
    *,
    entity: Entity | NewEntity,
    grounds: tuple[str, ...],
    by: User | None,
    at: datetime,
    status: str = "proposed",
    uuid: uuids.UUID | None = None,
) -> Delegation:
    """Put an entity on the list, on one ground or several, and return its delegation; it comes last on each ground.

    Raises:
        AlreadyListed: it has a delegation, also when that is the one this very form made.
        EntityExists: a new entity has the name of one in the directory.
    """
    with acting(roster, operation="add_delegation", by=by, at=at) as act:
        known = add_entity_in(act, entity) if isinstance(entity, NewEntity) else entity
        if listed := Delegation.objects.filter(roster=act.roster, entity=known).first():
            raise AlreadyListed(listed)
        row = Delegation(roster=act.roster, entity=known, status=status, status_changed_at=at)
        row.uuid = uuid or row.uuid
        act.add(row)
        last = _last_positions(act.roster)
        act.add_all([Invitation(delegation=row, ground=one, position=last.get(one, -1) + 1) for one in grounds])
        return row


def _last_positions(roster: Roster) -> dict[str, int]:
    rows = Invitation.objects.filter(delegation__roster=roster).order_by().values("ground")
    return dict(rows.annotate(last=Max("position")).values_list("ground", "last"))


def add_group(
    roster: Roster, *, group: DatedGroup, ground: str, by: User | None, at: datetime, status: str = "proposed"
) -> Merge:
    """Put the group's members of the meeting's first day on the list, and return what became of each.

    Who is on the list gets the ground besides its others. Nine statements, whatever the size of the group.
    """
    with acting(roster, operation="add_group", by=by, at=at) as act:
        members = GroupMember.objects.filter(valid_on(act.roster.first_on), group=group).order_by("pk")
        entities = {member.entity.code: member.entity for member in members.select_related("entity")}
        listed = _listed(act.roster)
        done = merge(entities, [facts for facts, _ in listed.values()], ground=ground)
        new = {code: Delegation(roster=act.roster, entity=entities[code], status=status) for code in done.new}
        for row in new.values():
            row.status_changed_at = at
        act.add_all(list(new.values()))
        rows = [new.get(code) or listed[code][1] for code in entities if code in {*done.new, *done.gaining}]
        first = _last_positions(act.roster).get(ground, -1) + 1
        act.add_all([Invitation(delegation=row, ground=ground, position=n) for n, row in enumerate(rows, first)])
        return done


def _listed(roster: Roster) -> dict[str, tuple[DelegationFacts, Delegation]]:
    grounds: dict[int, list[InvitationFacts]] = {}
    for key, ground in Invitation.objects.filter(delegation__roster=roster).values_list("delegation", "ground"):
        grounds.setdefault(key, []).append(InvitationFacts(ground=ground))
    return {
        row.entity.code: (
            DelegationFacts(
                uuid=str(row.uuid), version=row.version, entity=row.entity.code, status=row.status,
                invitations=tuple(grounds.get(row.pk, ())),
            ),
            row,
        )
        for row in Delegation.objects.filter(roster=roster).select_related("entity")
    }  # fmt: skip


def record_reply(
    delegation: Delegation, *, version: int, status: str, by: User | None, at: datetime, **fields: Any
) -> tuple[Grant, ...]:
    """Record what a delegation answered and return which observers were promoted by it.

    `fields` are columns of the reply: channel, received at, level, name to follow, contact, note. Regrets give the
    observer place back. Raises Stale, ValidationError.
    """
    with acting(delegation.roster, operation="record_reply", by=by, at=at) as act:
        before = Delegation.objects.get(pk=delegation.pk)
        if status != before.status:
            fields["status_changed_at"] = at
        row = act.change(before, version=version, status=status, **fields)
        if any(getattr(row, name) != getattr(before, name) for name in ("status", "received_at", "reply_channel")):
            record_answer_in(act, row)
        return give_back_in(act, row) if status == "regrets" else ()


def set_status(
    roster: Roster,
    *,
    delegations: Iterable[uuids.UUID],
    status: str,
    by: User | None,
    at: datetime,
    versions: Mapping[uuids.UUID, int] | None = None,
) -> StatusSet:
    """Give delegations a status from before the reply; who has answered or withdrawn keeps theirs.

    `versions` are those that the page showed: a delegation that has another by now, and not the status already, is left
    and told. Raises ValueError for a status that only a reply or a withdrawal gives.
    """
    if status not in PREPARING:
        raise ValueError(f"{status!r} is not one of {PREPARING}")
    with acting(roster, operation="set_status", by=by, at=at) as act:
        chosen = list(Delegation.objects.filter(roster=act.roster, uuid__in=list(delegations)))
        others = [row for row in chosen if row.status != status]
        moved = [row for row in others if versions is not None and row.version != versions.get(row.uuid)]
        answered = [row for row in others if row.status not in PREPARING and row not in moved]
        changing = [row for row in others if row not in moved and row not in answered]
        keys = [row.pk for row in changing]
        act.change_many(
            changing, status=dict.fromkeys(keys, status), status_changed_at=dict.fromkeys(keys, at)
        )  # fmt: skip
        return StatusSet(changed=len(keys), left=len(answered), moved=tuple(moved))


def grounds_of(delegation: Delegation) -> tuple[InvitationFacts, ...]:
    """Return the delegation's grounds other than that of observer, by ground code. One query."""
    rows = delegation.invitations.exclude(ground=OBSERVER).select_related("organ").order_by("ground")
    return tuple(_facts(row) for row in rows)


def _facts(row: Invitation) -> InvitationFacts:
    organ = row.organ.code if row.organ else ""
    return InvitationFacts(ground=row.ground, organ=organ, position=row.position, note=row.note)


def change_grounds(
    delegation: Delegation,
    *,
    seen: tuple[InvitationFacts, ...],
    wanted: tuple[InvitationFacts, ...],
    by: User | None,
    at: datetime,
) -> None:
    """Make `wanted` the delegation's grounds; that of observer is the observers' desk's and stays as it is.

    A position below 0 means after all others on that ground.

    `seen` is what the form was made from. Raises GroundsChanged when that is out of date, ValidationError.
    """
    with acting(delegation.roster, operation="change_grounds", by=by, at=at) as act:
        rows = {row.ground: row for row in delegation.invitations.exclude(ground=OBSERVER).select_related("organ")}
        now = {ground: _facts(row) for ground, row in rows.items()}
        if set(now.values()) != set(seen):
            raise GroundsChanged(tuple(now.values()))
        last = _last_positions(act.roster)
        wanted = tuple(
            one if one.position >= 0 else replace(one, position=last.get(one.ground, -1) + 1) for one in wanted
        )
        organs = {organ.code: organ for organ in Entity.objects.filter(parent=delegation.entity_id)}
        kept = {one.ground for one in wanted}
        for ground in rows.keys() - kept:
            act.remove(rows[ground])
        for one in wanted:
            _set_ground(act, delegation, rows.get(one.ground), one, organs)


def _set_ground(
    act: Acting, delegation: Delegation, row: Invitation | None, wanted: InvitationFacts, organs: dict[str, Entity]
) -> None:
    values = {"organ": organs.get(wanted.organ), "position": wanted.position, "note": wanted.note}
    if row is None:
        act.add(Invitation(delegation=delegation, ground=wanted.ground, **values))
    elif _facts(row) != wanted:
        act.change(row, **values)


def change_places(
    delegation: Delegation, *, version: int, places_at_table: int, places_behind: int, by: User | None, at: datetime
) -> Delegation:
    """Set how many sit at the table and behind, and return the delegation. Raises Stale, ValidationError."""
    with acting(delegation.roster, operation="change_places", by=by, at=at) as act:
        return act.change(delegation, version=version, places_at_table=places_at_table, places_behind=places_behind)


def withdraw_delegation(
    delegation: Delegation, *, by: User | None, at: datetime, why: str = "", version: int | None = None
) -> tuple[Grant, ...]:
    """Withdraw a delegation, and its request as observer with it, and return who was promoted.

    A second time does nothing. Raises Stale when `version` is not the delegation's any more.
    """
    with acting(delegation.roster, operation="withdraw_delegation", by=by, at=at, why=why) as act:
        row = Delegation.objects.get(pk=delegation.pk)
        if row.status == "withdrawn":
            return ()
        act.change(row, version=version, status="withdrawn", status_changed_at=at)
        return give_back_in(act, row)


def restore_delegation(
    delegation: Delegation, *, by: User | None, at: datetime, status: str = "proposed", version: int | None = None
) -> None:
    """Put a withdrawn delegation back on the list; a place as observer it has to ask for again.

    One that is back already is left so. Raises Stale when `version` is not the delegation's any more.
    """
    with acting(delegation.roster, operation="restore_delegation", by=by, at=at) as act:
        row = Delegation.objects.get(pk=delegation.pk)
        if row.status == "withdrawn":
            act.change(row, version=version, status=status, status_changed_at=at)
