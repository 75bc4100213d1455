"""Who speaks when in an item: the order by a scheme of rank, and the rule that puts one of two before the other."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise

from events.domain.facts import ItemFacts, MeetingFacts, SpeechFacts
from events.domain.items import BY_HAND
from participants.domain.protocol import entity_sort_key
from participants.domain.ranks import rank_position

NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What a scheme places one speech by: step and rank of who attends, instant of the request, key of the entity.

    `made_for` is the code of the group that it is made for, `members` the uuids of the speeches that members of that
    group make for themselves in the same item.
    """

    uuid: str
    step: int
    rank: str
    asked_at: datetime | None
    name: tuple[str, str]
    made_for: str = ""
    members: tuple[str, ...] = ()

    @property
    def own(self) -> tuple:
        """What places it among the others, groups apart."""
        return (self.step, self.asked_at or NEVER, self.name, self.uuid)


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Why the speech `first` stands before `second`, by one of these rules.

    - "unordered": nobody put the item's speakers into an order.
    - "hand": people decided: `by`, `at` and `why`, as far as they said it.
    - "against": they stand against `scheme`, which has `second` first.
    - "group": `first` is made for `group`, `second` by one of its members for itself.
    - "group_first": `first` is made for `group` and moved up before `member`, the first of its members, which stands
      before `second` by the rule `through`.
    - "rank": that of `first` stands higher in `scheme`; `ranks` are both.
    - "request": of equal rank; `asked_at` is when each asked for the floor, None for never.
    - "name": asked at the same time, or neither; by their names in `language`.
    - "level": of one entity, and level in all of this.
    """

    rule: str
    first: str
    second: str
    scheme: str = ""
    by: str = ""
    at: datetime | None = None
    why: str = ""
    group: str = ""
    member: str = ""
    through: "Reason | None" = None
    ranks: tuple[str, ...] = ()
    asked_at: tuple[datetime | None, ...] = ()
    language: str = ""


def speaking_order(facts: MeetingFacts, item: ItemFacts, scheme: str) -> tuple[str, ...]:
    """Return the uuids of the item's speeches in the order of `scheme`, a row of SCHEMES; () without speeches.

    By rank of who attends (whoever is not named yet has none), then time of request (never asked is last), then the
    entities' order in the language of the seats, then uuid. A speech made for a group stands before every speech that a
    member of the group makes for itself, whatever their ranks: where its own place would be behind the first of them,
    it is moved up to right before that one, and several moved up so keep the order of their own places. No other
    speech moves, so the rest stands as the scheme has it; speeches made for groups are not held to one another.
    Raises KeyError for a scheme that no table names.
    """
    standings = _standings(facts, item, scheme)
    return tuple(sorted(standings, key=lambda uuid: _place(standings[uuid], standings)))


def why_before(facts: MeetingFacts, item: ItemFacts, one: str, other: str) -> Reason:
    """Return the rule by which the first of two speeches of the item stands before the second, by their uuids.

    Which of the two stands first is read from the item. Raises ValueError where it has not both.
    """
    first, second = _as_they_stand(item, one, other)
    return _why(facts, item, first, second, _standings_of_order(facts, item))


def why_next(facts: MeetingFacts, item: ItemFacts) -> tuple[Reason, ...]:
    """Return for each speech but the last, in their order, why it stands before the one after it."""
    standings, uuids = _standings_of_order(facts, item), [speech.uuid for speech in item.speeches]
    return tuple(_why(facts, item, *pair, standings) for pair in pairwise(uuids))


def follows_scheme(reasons: Iterable[Reason]) -> bool:
    """Return whether the speeches of an item, whose reasons `why_next` gave, stand in the order of its scheme.

    True where it has none.
    """
    return all(reason.rule != "against" for reason in reasons)


def language_of_order(facts: MeetingFacts, item: ItemFacts) -> str:
    """Return the language whose order of names decides: that of the seats in the item's segment."""
    own = (one.seating_language for one in facts.segments if any(each.uuid == item.uuid for each in one.items))
    return next(own, "en")


def _as_they_stand(item: ItemFacts, one: str, other: str) -> tuple[str, str]:
    found = [speech.uuid for speech in item.speeches if speech.uuid in (one, other)]
    if len(found) != 2:
        raise ValueError(f"item {item.uuid} has not both speeches {one} and {other}")
    return found[0], found[1]


def _standings_of_order(facts: MeetingFacts, item: ItemFacts) -> dict[str, Standing]:
    is_by_scheme = item.order is not None and item.order.scheme != BY_HAND
    return _standings(facts, item, item.order.scheme) if is_by_scheme else {}


def _standings(facts: MeetingFacts, item: ItemFacts, scheme: str) -> dict[str, Standing]:
    groups = {group.code: group.members for group in facts.roster.groups}
    language = language_of_order(facts, item)
    return {
        speech.uuid: _standing(facts, speech, scheme, language, _own_of(facts, item, groups.get(speech.group, ())))
        for speech in item.speeches
    }


def _own_of(facts: MeetingFacts, item: ItemFacts, members: Collection[str]) -> tuple[str, ...]:
    if not members:
        return ()
    speeches = (one for one in item.speeches if not one.group)
    return tuple(one.uuid for one in speeches if facts.delegations[one.delegation].entity in members)


def _standing(
    facts: MeetingFacts, speech: SpeechFacts, scheme: str, language: str, members: tuple[str, ...]
) -> Standing:
    rank = rank_of(facts, speech)
    entity = facts.entities[facts.delegations[speech.delegation].entity]
    return Standing(
        uuid=speech.uuid,
        step=rank_position(rank, scheme),
        rank=rank,
        asked_at=speech.requested_at,
        name=entity_sort_key(entity, language),
        made_for=speech.group,
        members=members,
    )


def rank_of(facts: MeetingFacts, speech: SpeechFacts) -> str:
    """Return the rank of who attends to speak; "unspecified" while nobody is named: a principal's is not inherited."""
    delegate = facts.delegates.get(speech.delegate)
    is_named = delegate is not None and not delegate.is_placeholder and not delegate.is_withdrawn
    return delegate.rank if is_named else "unspecified"


def _place(standing: Standing, standings: dict[str, Standing]) -> tuple:
    first = min((standings[uuid].own for uuid in standing.members), default=standing.own)
    return (min(first, standing.own), not standing.members, standing.own)


def _why(facts: MeetingFacts, item: ItemFacts, first: str, second: str, standings: dict[str, Standing]) -> Reason:
    order = item.order
    if order is None:
        return Reason(rule="unordered", first=first, second=second)
    if order.scheme == BY_HAND:
        return Reason(rule="hand", first=first, second=second, by=order.by, at=order.at, why=order.why)
    language = language_of_order(facts, item)
    return _by_scheme(standings, first, second, scheme=order.scheme, language=language)


def _by_scheme(standings: dict[str, Standing], first: str, second: str, *, scheme: str, language: str) -> Reason:
    one, other = standings[first], standings[second]
    pair = {"first": first, "second": second, "scheme": scheme, "language": language}
    if _place(one, standings) > _place(other, standings):
        return Reason(rule="against", **pair)
    if second in one.members:
        return Reason(rule="group", group=one.made_for, **pair)
    if one.own < other.own:
        return _by_own(one, other, pair)
    member = min((standings[uuid] for uuid in one.members), key=lambda each: each.own)
    through = _by_own(member, other, pair | {"first": member.uuid})
    return Reason(rule="group_first", group=one.made_for, member=member.uuid, through=through, **pair)


def _by_own(one: Standing, other: Standing, pair: dict[str, str]) -> Reason:
    if one.step != other.step:
        return Reason(rule="rank", ranks=(one.rank, other.rank), **pair)
    if one.asked_at != other.asked_at:
        return Reason(rule="request", asked_at=(one.asked_at, other.asked_at), **pair)
    return Reason(rule="name" if one.name != other.name else "level", **pair)
