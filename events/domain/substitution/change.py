"""A substitution beside the facts it is wished in: who held the place, who has it afterwards."""

from dataclasses import dataclass, replace
from functools import cached_property

from events.domain.facts import MeetingFacts
from events.domain.people import called
from events.domain.substitution.kinds import Substitution, Words
from participants.domain.texts import Texts
from participants.domain.values import DelegateFacts, DelegationFacts, EntityFacts

# What another rank or title changes of a person; the name stays as it is.
OF_RANK = ("rank", "function", "style", "style_text")


class NotPossible(Exception):
    """Who is to be replaced, or who is to take the place, is not in the delegation any more."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """Who held the place and who has it afterwards, None for nobody; `wish` is what leads from one to the other."""

    facts: MeetingFacts
    wish: Substitution
    old: DelegateFacts
    new: DelegateFacts | None

    @property
    def delegation(self) -> DelegationFacts:
        """The delegation that both are of."""
        return self.facts.delegations[self.old.delegation]

    @property
    def entity(self) -> EntityFacts:
        """Whom the delegation represents."""
        return self.facts.entities[self.delegation.entity]

    @property
    def is_same_person(self) -> bool:
        """Whether only rank, title or form of address change."""
        return self.wish.way == "rank"

    @property
    def leaves(self) -> bool:
        """Whether who held the place is in the delegation no more."""
        stays = self.new is not None and self.wish.former == "adviser" and not self.old.is_placeholder
        return not self.is_same_person and not stays

    @cached_property
    def delegates(self) -> dict[str, DelegateFacts]:
        """Every delegate by uuid as they would be."""
        return self.facts.delegates | ({self.new.uuid: self.new} if self.new else {})

    def names(self, uuids: tuple[str, ...]) -> tuple[Words, ...]:
        """Return what those of `uuids` are called."""
        return tuple(called(self.facts, self.delegates[uuid]) for uuid in uuids)

    def taken(self, uuids: tuple[str, ...]) -> tuple[str, ...]:
        """Return a list of delegates with the one who has the place afterwards in it, each once."""
        put = (self.new.uuid,) if self.new else ()
        kept = (put if one == self.old.uuid else (one,) for one in uuids)
        return tuple(dict.fromkeys(uuid for some in kept for uuid in some))


def change_of(facts: MeetingFacts, wish: Substitution) -> Change:
    """Return `wish` beside the facts. Raises NotPossible for who left, or was never in the same delegation."""
    old = facts.delegates.get(wish.delegate)
    if old is None or old.is_withdrawn:
        raise NotPossible(wish.delegate)
    if wish.way == "withdraw":
        return Change(facts=facts, wish=wish, old=old, new=None)
    if wish.way == "rank":
        given = {name: getattr(wish.person, name) for name in OF_RANK}
        return Change(facts=facts, wish=wish, old=old, new=replace(old, **given))
    new = wish.person if wish.way == "new" else facts.delegates.get(wish.by)
    if new is None or new.is_withdrawn or new.delegation != old.delegation or new.uuid == old.uuid:
        raise NotPossible(wish.by)
    role = old.role if wish.way == "new" or old.role == "head" else new.role
    return Change(facts=facts, wish=wish, old=old, new=replace(new, role=role))


def titles_of(facts: MeetingFacts, uuid: str) -> Texts:
    """Return the title of the segment or item `uuid`; {} for one that the meeting does not have."""
    rows = (row for segment in facts.segments for row in (segment, *segment.items))
    return next((row.title for row in rows if row.uuid == uuid), {})
