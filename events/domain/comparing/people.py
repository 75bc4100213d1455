"""Who attends: delegations and their members, under which names, observers' places, arrivals."""

from collections.abc import Iterator

from events.domain.comparing.lists import came_and_went, fields_of
from events.domain.comparing.values import CHANGED, NAME_FIELDS, Change
from events.domain.facts import MeetingFacts
from events.domain.snapshot import plain
from participants.domain.values import DelegateFacts, DelegationFacts


def people_changes(before: MeetingFacts, after: MeetingFacts) -> Iterator[Change]:
    """Yield what differs in entities, delegations with their delegates, observers' places and arrivals."""
    yield from _entities(before, after)
    old, new = before.delegations, after.delegations
    yield from came_and_went("delegation", dict.fromkeys(old, ""), dict.fromkeys(new, ""), has_order=False)
    for uuid, row in new.items():
        if uuid in old:
            yield from fields_of("delegation", uuid, old[uuid], row)
            yield from _delegates(old[uuid], row)
    yield from _requests(before, after)
    yield from _arrivals(before, after)


def _entities(before: MeetingFacts, after: MeetingFacts) -> Iterator[Change]:
    if before.roster.entities == after.roster.entities:
        return
    for code, row in after.entities.items():
        if code in before.entities:
            yield from fields_of("entity", code, before.entities[code], row)


def _delegates(before: DelegationFacts, after: DelegationFacts) -> Iterator[Change]:
    if before.delegates == after.delegates:
        return
    old, new = (
        {one.uuid: one for one in delegation.delegates if not one.is_withdrawn} for delegation in (before, after)
    )
    yield from came_and_went("delegate", *(dict.fromkeys(one, after.uuid) for one in (old, new)))
    for uuid, row in new.items():
        if uuid in old:
            yield from _name(old[uuid], row, of=after.uuid)
            yield from fields_of("delegate", uuid, old[uuid], row, of=after.uuid)


def _name(before: DelegateFacts, after: DelegateFacts, *, of: str) -> Iterator[Change]:
    old, new = ({name: plain(getattr(one, name)) for name in NAME_FIELDS} for one in (before, after))
    if old != new:
        yield Change(area="delegate", uuid=after.uuid, what=CHANGED, field="name", before=old, after=new, of=of)


def _requests(before: MeetingFacts, after: MeetingFacts) -> Iterator[Change]:
    old, new = (
        {one.uuid: one for one in facts.roster.requests if one.withdrawn_at is None} for facts in (before, after)
    )
    holders = [{uuid: one.delegation for uuid, one in rows.items()} for rows in (old, new)]
    yield from came_and_went("request", *holders, has_order=False)
    for uuid, row in new.items():
        if uuid in old:
            yield from fields_of("request", uuid, old[uuid], row, of=row.delegation)


def _arrivals(before: MeetingFacts, after: MeetingFacts) -> Iterator[Change]:
    old, new = ({one.delegate: one for one in facts.arrivals} for facts in (before, after))
    holders = [dict.fromkeys(rows, "") for rows in (old, new)]
    yield from came_and_went("arrival", *holders, has_order=False)
    for uuid, row in new.items():
        if uuid in old:
            yield from fields_of("arrival", uuid, old[uuid], row)
