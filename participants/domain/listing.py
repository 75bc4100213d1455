"""The list of delegations as people look at it: searched, filtered and sorted."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from meetingplanner.languages import phrase
from participants.domain.attendance import delegates_of, head_of
from participants.domain.names import fold, full_name, matches
from participants.domain.protocol import entity_sort_key
from participants.domain.ranks import RANKS
from participants.domain.values import DelegateFacts, DelegationFacts, EntityFacts, RequestFacts, RosterFacts

STATUS_ORDER = ("accepted", "tentative", "invited", "cleared", "proposed", "regrets", "withdrawn")


@dataclass(frozen=True, kw_only=True)
class Members:
    """What a list needs of a delegation's members: what a search finds them by, folded, and how many are present."""

    keys: str = ""
    ticked: int = 0


@dataclass(frozen=True, kw_only=True)
class Line:
    """One delegation in the list: its delegates who come, head first, and its request as observer, if one counts.

    `level` is the rank of the head who is named, else the level announced, else "". `ticked` is given where the facts
    have no more of the delegates than their heads; then `keys` holds what a search finds the others by, too.
    """

    delegation: DelegationFacts
    entity: EntityFacts
    delegates: tuple[DelegateFacts, ...]
    head: DelegateFacts | None
    level: str
    request: RequestFacts | None
    keys: str = ""
    ticked: int | None = None

    @cached_property
    def haystack(self) -> str:
        """What a search looks in, folded: `keys` as they are stored, else what the facts say."""
        return self.keys if self.ticked is not None else f"{_haystack(self.entity, self.delegates)} {self.keys}".strip()

    @property
    def present(self) -> int:
        """How many of the delegates are ticked present."""
        return sum(one.is_present for one in self.delegates) if self.ticked is None else self.ticked


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What the reader wants to see; an empty filter lets everything pass, several values of one filter any of them.

    `sort` is a row of SORTS, with a minus before it for the other way round.
    """

    query: str = ""
    grounds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    sort: str = "name"


@dataclass(frozen=True, kw_only=True)
class Sort:
    """One way to sort the list, by its column heading; lines without a key come last either way."""

    label: str
    key: Callable[[Line], object]


SORTS: dict[str, Sort] = {
    "name": Sort(label=phrase("Delegation"), key=lambda line: ""),
    "status": Sort(label=phrase("Status"), key=lambda line: STATUS_ORDER.index(line.delegation.status)),
    "level": Sort(label=phrase("Level"), key=lambda line: list(RANKS).index(line.level) if line.level else None),
    "received": Sort(label=phrase("Reply received"), key=lambda line: line.delegation.received_at),
    "present": Sort(label=phrase("Present"), key=lambda line: -line.present),
}


def lines(
    facts: RosterFacts,
    *,
    search_keys: Mapping[str, str] | None = None,
    members: Mapping[str, Members] | None = None,
) -> tuple[Line, ...]:
    """Return every delegation of the roster as a line, in the roster's order, withdrawn ones included.

    `search_keys` has by entity code what else a search finds the entity by: names of other times, aliases. `members`,
    by delegation, stands for the delegates where `facts` have the heads alone.
    """
    keys = search_keys or {}
    entities = {entity.code: entity for entity in facts.entities}
    requests = {one.delegation: one for one in facts.requests if one.withdrawn_at is None}
    found = []
    for one in facts.delegations:
        line = _line(one, entities[one.entity], requests.get(one.uuid), keys.get(one.entity, ""))
        if members is not None:
            own = members.get(one.uuid, Members())
            line = replace(line, keys=f"{line.keys} {own.keys}", ticked=own.ticked)
        found.append(line)
    return tuple(found)


def _line(delegation: DelegationFacts, entity: EntityFacts, request: RequestFacts | None, keys: str) -> Line:
    head = head_of(delegation)
    delegates = delegates_of(delegation)
    is_named = head is not None and not head.is_placeholder and head.rank != "unspecified"
    return Line(
        delegation=delegation,
        entity=entity,
        delegates=delegates,
        head=head,
        level=head.rank if is_named else delegation.level_announced,
        request=request,
        keys=keys,
    )


def _haystack(entity: EntityFacts, delegates: Iterable[DelegateFacts]) -> str:
    texts = (entity.names, entity.formal, entity.short, entity.abbreviations)
    words = [text for kind in texts for text in kind.values()]
    for delegate in delegates:
        words += [full_name(delegate), *delegate.function.values(), delegate.organ]
    return fold(" ".join((entity.code, *words)))


def shown(all_lines: Iterable[Line], wish: Wish, *, language: str) -> tuple[Line, ...]:
    """Return the lines that `wish` lets pass, in its order; ties go by the entity's name in `language`, then code.

    The search finds beginnings of words of the entity's names in any language, its code, and the delegates' names
    and functions, in any order and without regard to accents. An unknown sort is that by name.
    """
    passing = [line for line in all_lines if _passes(line, wish)]
    passing.sort(key=lambda line: entity_sort_key(line.entity, language))
    name = wish.sort.removeprefix("-")
    key = SORTS.get(name, SORTS["name"]).key
    with_key = [line for line in passing if key(line) is not None]
    without = [line for line in passing if key(line) is None]
    if name == "name" and wish.sort.startswith("-"):
        return tuple(reversed(passing))
    with_key.sort(key=key, reverse=wish.sort.startswith("-"))
    return (*with_key, *without)


def _passes(line: Line, wish: Wish) -> bool:
    return (
        matches(line.haystack, wish.query)
        and (not wish.grounds or any(ground in line.delegation.grounds for ground in wish.grounds))
        and (not wish.statuses or line.delegation.status in wish.statuses)
        and (not wish.levels or line.level in wish.levels)
    )
