"""The members of a delegation: who comes, in which order, who leads it, who is there."""

import uuid as uuids
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from participants.models import Delegate, Delegation, Roster, User
from participants.operations.acting import acting
from participants.operations.ordering import refuse_moved


class HeadExists(Exception):
    """The delegation has a head already: `head`."""

    def __init__(self, head: Delegate):
        super().__init__(str(head))
        self.head = head


class AlreadyAdded(Exception):
    """The same form was sent before and made `delegate`."""

    def __init__(self, delegate: Delegate):
        super().__init__(str(delegate))
        self.delegate = delegate


def add_delegate(
    delegation: Delegation, *, by: User | None, at: datetime, uuid: uuids.UUID | None = None, **fields: Any
) -> Delegate:
    """Add a delegate after the others and return it. Raises HeadExists, AlreadyAdded, ValidationError."""
    with acting(delegation.roster, operation="add_delegate", by=by, at=at) as act:
        if uuid and (earlier := Delegate.objects.filter(uuid=uuid).first()):
            raise AlreadyAdded(earlier)
        rows = _active(delegation)
        _refuse_second_head(rows, None, fields.get("role", ""))
        row = Delegate(delegation=delegation, position=max((one.position for one in rows), default=-1) + 1, **fields)
        row.uuid = uuid or row.uuid
        return act.add(row)


def change_delegate(delegate: Delegate, *, version: int, by: User | None, at: datetime, **fields: Any) -> Delegate:
    """Change a delegate and return it. Raises HeadExists, Stale, ValidationError."""
    with acting(delegate.delegation.roster, operation="change_delegate", by=by, at=at) as act:
        _refuse_second_head(_active(delegate.delegation), delegate, fields.get("role", ""))
        return act.change(delegate, version=version, **fields)


def _active(delegation: Delegation) -> list[Delegate]:
    """Those who come, as lists have them: the head first."""
    rows = Delegate.objects.filter(delegation=delegation, withdrawn_at__isnull=True).order_by("position", "pk")
    return sorted(rows, key=lambda row: row.role != "head")


def _refuse_second_head(rows: list[Delegate], own: Delegate | None, role: str) -> None:
    head = next((row for row in rows if row.role == "head" and row != own), None)
    if role == "head" and head:
        raise HeadExists(head)


def move_delegate(
    delegate: Delegate, *, position: int, by: User | None, at: datetime, shown: Sequence[str] | None = None
) -> None:
    """Put a delegate at `position`, from 0, among those of the delegation who come; beyond the end means last.

    The head stays first. Raises OutOfOrder where `shown`, the members as the page had them, are not the present ones.
    """
    with acting(delegate.delegation.roster, operation="move_delegate", by=by, at=at) as act:
        rows = _active(delegate.delegation)
        others = [row for row in rows if row != delegate]
        if len(others) == len(rows):
            return
        others.insert(max(0, position), next(row for row in rows if row == delegate))
        others.sort(key=lambda row: row.role != "head")
        refuse_moved(_uuids(rows), wanted=_uuids(others), shown=shown)
        act.change_many(others, position={row.pk: number for number, row in enumerate(others)})


def _uuids(rows: list[Delegate]) -> list[str]:
    return [str(row.uuid) for row in rows]


def make_head(
    delegate: Delegate,
    *,
    by: User | None,
    at: datetime,
    version: int | None = None,
    shown: Sequence[str] | None = None,
) -> None:
    """Make a delegate the head; who was head becomes alternate. Who is head already or withdrawn is left so.

    Raises Stale when `version` is not the delegate's any more, OutOfOrder as `move_delegate` does.
    """
    with acting(delegate.delegation.roster, operation="make_head", by=by, at=at) as act:
        rows = _active(delegate.delegation)
        if rows and rows[0] == delegate and rows[0].role == "head":
            return
        act.change(delegate, version=version)
        first = [row for row in rows if row == delegate]
        refuse_moved(_uuids(rows), wanted=_uuids([*first, *(row for row in rows if row != delegate)]), shown=shown)
        # Two statements, the former head's first: the database lets nobody be the second head for a moment.
        former = [row for row in rows if row.role == "head" and row != delegate]
        new = [row for row in rows if row == delegate]
        if new:
            act.change_many(former, role={row.pk: "alternate" for row in former})
            act.change_many(new, role={delegate.pk: "head"})


def withdraw_delegate(delegate: Delegate, *, by: User | None, at: datetime, version: int | None = None) -> None:
    """Withdraw a delegate, who is then not present either; a second time does nothing.

    Raises Stale when `version` is not the delegate's any more.
    """
    with acting(delegate.delegation.roster, operation="withdraw_delegate", by=by, at=at) as act:
        row = Delegate.objects.get(pk=delegate.pk)
        if row.withdrawn_at is None:
            act.change(row, version=version, withdrawn_at=at, is_present=False)


def restore_delegate(delegate: Delegate, *, by: User | None, at: datetime, version: int | None = None) -> None:
    """Bring a withdrawn delegate back; a former head comes back as alternate when there is another by now.

    Raises Stale when `version` is not the delegate's any more; who is back already is left so.
    """
    with acting(delegate.delegation.roster, operation="restore_delegate", by=by, at=at) as act:
        row = Delegate.objects.get(pk=delegate.pk)
        if row.withdrawn_at is not None:
            act.change(row, version=version, withdrawn_at=None, role=_role_again(row))


def _role_again(row: Delegate) -> str:
    has_head = any(one.role == "head" for one in _active(row.delegation))
    return "alternate" if has_head and row.role == "head" else row.role


def mark_present(roster: Roster, *, presence: Mapping[uuids.UUID, bool], by: User | None, at: datetime) -> int:
    """Tick delegates as present or not and return how many changed. Five statements.

    Who withdrew or is not named yet cannot be present and is left alone.
    """
    with acting(roster, operation="mark_present", by=by, at=at) as act:
        rows = Delegate.objects.filter(
            delegation__roster=act.roster, uuid__in=list(presence), withdrawn_at__isnull=True, is_placeholder=False
        )  # fmt: skip
        changing = [row for row in rows if row.is_present != presence[row.uuid]]
        act.change_many(changing, is_present={row.pk: presence[row.uuid] for row in changing})
        return len(changing)
