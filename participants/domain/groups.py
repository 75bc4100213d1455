"""Adding a whole group to the list: who is new, who gets one ground more, who needs nothing."""

from collections.abc import Iterable
from dataclasses import dataclass

from participants.domain.values import DelegationFacts


@dataclass(frozen=True, kw_only=True)
class Merge:
    """Entity codes in the group's order, each in one place; those `withdrawn` stay so until somebody restores them."""

    new: tuple[str, ...]
    gaining: tuple[str, ...]
    there: tuple[str, ...]
    withdrawn: tuple[str, ...]

    @property
    def changes(self) -> int:
        """How many delegations are made or changed."""
        return len(self.new) + len(self.gaining)


def merge(members: Iterable[str], delegations: Iterable[DelegationFacts], *, ground: str) -> Merge:
    """Return what adding `members` (entity codes) on `ground` does to `delegations`; a member counts once."""
    by_entity = {delegation.entity: delegation for delegation in delegations}
    sorted_out: dict[str, list[str]] = {"new": [], "gaining": [], "there": [], "withdrawn": []}
    for code in dict.fromkeys(members):
        sorted_out[_fate(by_entity.get(code), ground)].append(code)
    return Merge(**{name: tuple(codes) for name, codes in sorted_out.items()})


def _fate(delegation: DelegationFacts | None, ground: str) -> str:
    if delegation is None:
        return "new"
    if delegation.status == "withdrawn":
        return "withdrawn"
    return "there" if ground in delegation.grounds else "gaining"
