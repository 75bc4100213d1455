"""What a list that came as a file writes, within the operation that took it: each kind of list in bulk."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.db.models import Max, Q

from meetingplanner.languages import DOCUMENT_LANGUAGES
from participants.domain.lists.columns import DELEGATES, DELEGATIONS, OBSERVERS
from participants.domain.lists.delegates import PLAIN as OF_DELEGATE
from participants.domain.lists.delegates import TEXTS
from participants.domain.lists.delegations import PLAIN as OF_DELEGATION
from participants.domain.lists.review import CHANGED, NEW, Review, Row
from participants.models import Delegate, Delegation, Entity, Invitation, Request
from participants.operations.acting import Acting
from participants.operations.bulk_asking import Ask, ask_all_in

OF_REQUEST = ("contact_name", "contact_email", "places_asked", "note")


def write_in(act: Acting, list_code: str, review: Review) -> int:
    """Write what the review says; return how many new requests of observers have a place, 0 for other lists."""
    new = [row for row in review.rows if row.outcome == NEW]
    changed = [row for row in review.rows if row.outcome == CHANGED]
    return WRITERS[list_code](act, new, changed)


def _entities(act: Acting, codes: set[str]) -> dict[str, Entity]:
    here = Q(roster__isnull=True) | Q(roster=act.roster)
    # One of the meeting's own goes before one of the directory with the same code.
    rows = Entity.objects.filter(here, code__in=codes).order_by("roster_id", "pk")
    return {row.code: row for row in sorted(rows, key=lambda row: row.roster_id is not None)}


def _change(act: Acting, rows: Mapping[int, Any], wanted: Mapping[int, Mapping[str, Any]]) -> None:
    """Set on each row what is wanted of it, by primary key and column."""
    by_name: dict[str, dict[int, Any]] = {}
    for key, values in wanted.items():
        for name, value in values.items():
            by_name.setdefault(name, {})[key] = value
    if by_name:
        act.change_many([rows[key] for key in wanted], **by_name)


def _plain(row: Row, names: Sequence[str]) -> dict[str, Any]:
    """The columns of a delegation or a request that a row of a file sets."""
    values: dict[str, Any] = {name: row.values[name] for name in names if name in row.values}
    return values | ({"language": row.values["mail_language"]} if "mail_language" in row.values else {})


def _delegations(act: Acting, new: Sequence[Row], changed: Sequence[Row]) -> int:
    entities = _entities(act, {row.entity for row in new})
    made = [
        Delegation(
            roster=act.roster, entity=entities[row.entity], status_changed_at=act.at,
            **_plain(row, OF_DELEGATION),
        )
        for row in new
    ]  # fmt: skip
    act.add_all(made)
    there = {str(one.uuid): one for one in Delegation.objects.filter(roster=act.roster)} if changed else {}
    wanted = {}
    for row in changed:
        values = _plain(row, OF_DELEGATION)
        if "status" in values:
            values["status_changed_at"] = act.at
        if values:
            wanted[there[row.key].pk] = values
    _change(act, {one.pk: one for one in there.values()}, wanted)
    regrounded = [(there[row.key], row) for row in changed if "grounds" in row.values]
    _set_grounds(act, list(zip(made, new, strict=True)), regrounded)
    return 0


def _set_grounds(act: Acting, new: list[tuple[Delegation, Row]], changed: list[tuple[Delegation, Row]]) -> None:
    """Give each delegation the grounds of its row, last among those invited on each; take the others away."""
    rows = list(Invitation.objects.filter(delegation__in=[one.pk for one, _ in changed])) if changed else []
    has: dict[int, dict[str, Invitation]] = {}
    for row in rows:
        has.setdefault(row.delegation_id, {})[row.ground] = row
    kept = {one.pk: set(row.values["grounds"]) for one, row in changed}
    act.remove_all([row for row in rows if row.ground not in kept[row.delegation_id]])
    found = Invitation.objects.filter(delegation__roster=act.roster).order_by().values("ground")
    last = dict(found.annotate(last=Max("position")).values_list("ground", "last"))
    added = []
    for delegation, row in (*changed, *new):
        for ground in row.values["grounds"]:
            if ground not in has.get(delegation.pk, {}):
                last[ground] = last.get(ground, -1) + 1
                added.append(Invitation(delegation=delegation, ground=ground, position=last[ground]))
    act.add_all(added)


def _delegates(act: Acting, new: Sequence[Row], changed: Sequence[Row]) -> int:
    codes = {str(row.values["organ"]) for row in (*new, *changed) if row.values.get("organ")}
    organs = _entities(act, codes) if codes else {}
    keys = [row.key for row in changed]
    there = {str(one.uuid): one for one in Delegate.objects.filter(delegation__roster=act.roster, uuid__in=keys)}
    wanted = {there[row.key].pk: _of_delegate(row, organs, there[row.key]) for row in changed}
    rows = {one.pk: one for one in there.values()}
    for key, values in wanted.items():
        values |= _derived(rows[key], values)
    # Former heads first: the database lets nobody be the second head for a moment.
    leaving = {key for key, values in wanted.items() if rows[key].role == "head" and "role" in values}
    _change(act, rows, {key: values for key, values in wanted.items() if key in leaving})
    _change(act, rows, {key: values for key, values in wanted.items() if key not in leaving})
    _add_delegates(act, new, organs)
    return 0


def _of_delegate(row: Row, organs: Mapping[str, Entity], there: Delegate | None) -> dict[str, Any]:
    """The columns of a delegate that a row of a file sets."""
    left = ("uuid", "organ")
    values: dict[str, Any] = {name: row.values[name] for name in OF_DELEGATE if name in row.values and name not in left}
    if "organ" in row.values:
        organ = organs.get(str(row.values["organ"]))
        values["organ_id"] = organ and organ.pk
    for name in TEXTS:
        given = {code: row.values[f"{name}_{code}"] for code in DOCUMENT_LANGUAGES if f"{name}_{code}" in row.values}
        if given:
            texts = {**(getattr(there, name) if there else {}), **given}
            values[name] = {code: text for code, text in texts.items() if text}
    return values


def _derived(row: Delegate, values: Mapping[str, Any]) -> dict[str, str]:
    """The keys that follow from the names and the function, as they will be."""
    names = ("given_names", "family_name", "function")
    if not values.keys() & set(names):
        return {}
    future = Delegate(**{name: values.get(name, getattr(row, name)) for name in names})
    future.derive()
    return {"search_key": future.search_key, "sort_key": future.sort_key}


def _add_delegates(act: Acting, new: Sequence[Row], organs: Mapping[str, Entity]) -> None:
    if not new:
        return
    listed = Delegation.objects.filter(roster=act.roster).select_related("entity")
    delegations = {one.entity.code: one for one in listed}
    present = Delegate.objects.filter(delegation__roster=act.roster, withdrawn_at__isnull=True).order_by()
    last = dict(present.values("delegation").annotate(last=Max("position")).values_list("delegation", "last"))
    made = []
    for row in new:
        delegation = delegations[row.entity]
        last[delegation.pk] = last.get(delegation.pk, -1) + 1
        values = _of_delegate(row, organs, None)
        made.append(Delegate(delegation=delegation, position=last[delegation.pk], **values))
    act.add_all(made)


def _observers(act: Acting, new: Sequence[Row], changed: Sequence[Row]) -> int:
    keys = [row.key for row in changed]
    there = {str(one.uuid): one for one in Request.objects.filter(roster=act.roster, uuid__in=keys)}
    wanted = {there[row.key].pk: _plain(row, OF_REQUEST) for row in changed}
    _change(act, {one.pk: one for one in there.values()}, wanted)
    entities = _entities(act, {row.entity for row in new})
    asks = [
        Ask(
            entity=entities[row.entity],
            received_at=row.values.get("received_at"),
            columns=_plain(row, OF_REQUEST),
        )
        for row in new
    ]
    return ask_all_in(act, asks)


WRITERS: dict[str, Callable[[Acting, Sequence[Row], Sequence[Row]], int]] = {
    DELEGATIONS: _delegations,
    DELEGATES: _delegates,
    OBSERVERS: _observers,
}
