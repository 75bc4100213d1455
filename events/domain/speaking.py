"""The order of an item's speakers by a scheme of rank, and why one comes before another.

By rank of who attends, then time of request, then the names of the entities in their stored order, then uuid. A speech
made for a group comes right before the first of the group's members, unless the scheme puts it earlier still; of two
who speak each for the other's group, the one that the scheme puts first. Source: practice of the
General Assembly's general debate (rank, then time of request).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from events.domain.facts import ItemFacts, MeetingFacts, SpeechFacts
from events.domain.items import BY_HAND
from meetingplanner.languages import phrase
from participants.domain.protocol import entity_sort_key
from participants.domain.ranks import rank_position

REASONS: dict[str, str] = {
    "unordered": phrase("They stand as they were added: nobody has put them into an order."),
    "hand": phrase("They were put into this order by hand."),
    "against": phrase("They do not follow the scheme: by “%(scheme)s” %(second)s would come before %(first)s."),
    "group": phrase("%(first)s speaks for a group, and a group comes before its members."),
    "pulled": phrase("%(first)s speaks for a group, which comes before its members, and %(member)s is one of them."),
    "rank": phrase("“%(first_rank)s” comes before “%(second_rank)s”, by “%(scheme)s”."),
    "request": phrase("Both are level by “%(scheme)s”, and %(first)s asked for the floor first."),
    "asked": phrase("Both are level by “%(scheme)s”, and it is not known when %(second)s asked for the floor."),
    "name": phrase("Both are level by “%(scheme)s” and by time of request; the names decide."),
    "added": phrase("Both are level in everything; the order in which they were added stays."),
}


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Why one speech comes before another: a row of REASONS, with codes and uuids that fill its sentence.

    `first_rank` and `second_rank` are codes of RANKS, `scheme` of ORDER_SCHEMES, `member` a speech's uuid.
    """

    code: str
    first: str
    second: str
    values: Mapping[str, str] = field(default_factory=dict)


def order_by_scheme(facts: MeetingFacts, item: ItemFacts, scheme: str) -> tuple[str, ...]:
    """Return the uuids of the item's speeches as `scheme` orders them; the order in which they stand has no say.

    Raises KeyError for a scheme that no table names.
    """
    rows = _rows(facts, item, scheme)
    found: dict[str, None] = {}
    for row in rows:
        _place(row, rows, found, chain=())
    return tuple(found)


def follows(facts: MeetingFacts, item: ItemFacts) -> bool:
    """Return whether the speakers stand as the scheme they were ordered by has it now; true where there is none."""
    if item.order is None or item.order.scheme == BY_HAND:
        return True
    return tuple(one.uuid for one in item.speeches) == order_by_scheme(facts, item, item.order.scheme)


def why_before(facts: MeetingFacts, item: ItemFacts, first: str, second: str) -> Reason:
    """Return why `first` stands before `second` in the item, speeches by uuid. Raises KeyError for one it has not."""
    speeches = {one.uuid: one for one in item.speeches}
    one, other = speeches[first], speeches[second]
    if item.order is None:
        return Reason(code="unordered", first=first, second=second)
    if item.order.scheme == BY_HAND:
        return Reason(code="hand", first=first, second=second)
    scheme = item.order.scheme
    order = order_by_scheme(facts, item, scheme)
    if order.index(first) > order.index(second):
        return Reason(code="against", first=first, second=second, values={"scheme": scheme})
    return _decided(facts, item, one, other, scheme)


@dataclass(frozen=True, kw_only=True)
class _Row:
    """One speech with what the scheme looks at, and the entities of its group."""

    uuid: str
    entity: str
    key: tuple
    members: frozenset[str]


def _rows(facts: MeetingFacts, item: ItemFacts, scheme: str) -> list[_Row]:
    groups = {one.code: frozenset(one.members) for one in facts.roster.groups}
    rows = [
        _Row(
            uuid=one.uuid,
            entity=facts.delegations[one.delegation].entity,
            key=_key(facts, one, scheme),
            members=groups.get(one.group, frozenset()),
        )
        for one in item.speeches
    ]
    return sorted(rows, key=lambda row: row.key)


def _place(row: _Row, rows: list[_Row], found: dict[str, None], *, chain: tuple[str, ...]) -> None:
    """Put `row` into `found` after the groups it is a member of; a ring of groups is cut where it closes."""
    if row.uuid in found or row.uuid in chain:
        return
    for other in rows:
        if row.entity in other.members and other.uuid != row.uuid:
            _place(other, rows, found, chain=(*chain, row.uuid))
    found[row.uuid] = None


def _rank(facts: MeetingFacts, speech: SpeechFacts) -> str:
    delegate = facts.delegates.get(speech.delegate)
    is_named = delegate is not None and not delegate.is_placeholder and not delegate.is_withdrawn
    return delegate.rank if is_named else "unspecified"


def _key(facts: MeetingFacts, speech: SpeechFacts, scheme: str) -> tuple:
    entity = facts.entities[facts.delegations[speech.delegation].entity]
    asked_at = speech.requested_at or datetime.max.replace(tzinfo=UTC)
    names = entity_sort_key(entity, _language(facts))
    return rank_position(_rank(facts, speech), scheme), asked_at, names, speech.uuid


def _language(facts: MeetingFacts) -> str:
    """The language in which names are ordered: that of the first plan of seats."""
    return facts.segments[0].seating_language if facts.segments else "en"


def _decided(facts: MeetingFacts, item: ItemFacts, one: SpeechFacts, other: SpeechFacts, scheme: str) -> Reason:
    rows = {row.uuid: row for row in _rows(facts, item, scheme)}
    first, second = rows[one.uuid], rows[other.uuid]
    named = {"first": one.uuid, "second": other.uuid}
    if second.entity in first.members:
        return Reason(code="group", **named)
    if first.key > second.key:
        order = order_by_scheme(facts, item, scheme)
        member = next(uuid for uuid in order if uuid != first.uuid and rows[uuid].entity in first.members)
        return Reason(code="pulled", values={"member": member}, **named)
    values = {"scheme": scheme}
    if first.key[0] != second.key[0]:
        ranks = {"first_rank": _rank(facts, one), "second_rank": _rank(facts, other)}
        return Reason(code="rank", values=values | ranks, **named)
    if first.key[1] != second.key[1]:
        return Reason(code="request" if other.requested_at else "asked", values=values, **named)
    return Reason(code="name" if first.key[2] != second.key[2] else "added", values=values, **named)
