"""The state of replies: how many delegations accepted, are not sure, regret, or have not answered, by ground."""

from collections import Counter
from dataclasses import dataclass

from participants.domain.values import DelegationFacts, RosterFacts
from participants.grounds import GROUNDS

SILENT = frozenset({"invited"})
NOT_INVITED = frozenset({"proposed", "cleared"})


@dataclass(frozen=True, kw_only=True)
class ReplyCount:
    """The delegations of one ground, or of all where `ground` is empty, by what they answered.

    `silent` were invited and have not answered; `not_invited` are proposed or cleared. Those withdrawn do not count.
    """

    ground: str
    accepted: int
    tentative: int
    regrets: int
    silent: int
    not_invited: int

    @property
    def total(self) -> int:
        """How many delegations there are, those withdrawn left out."""
        return self.accepted + self.tentative + self.regrets + self.silent + self.not_invited


def reply_counts(roster: RosterFacts) -> tuple[ReplyCount, ...]:
    """Return one count for each ground that any delegation has, in the table's order; an empty roster gives ()."""
    counted = [_count(ground, [one for one in roster.delegations if ground in one.grounds]) for ground in GROUNDS]
    return tuple(count for count in counted if count.total)


def total_count(roster: RosterFacts) -> ReplyCount:
    """Return the count of all delegations that are invited to the table or elsewhere, each once, observers left out."""
    return _count("", [one for one in roster.delegations if any(GROUNDS[code].is_invited for code in one.grounds)])


def _count(ground: str, delegations: list[DelegationFacts]) -> ReplyCount:
    statuses = Counter(one.status for one in delegations)
    return ReplyCount(
        ground=ground,
        accepted=statuses["accepted"],
        tentative=statuses["tentative"],
        regrets=statuses["regrets"],
        silent=sum(statuses[status] for status in SILENT),
        not_invited=sum(statuses[status] for status in NOT_INVITED),
    )
