"""What an ending costs, found by going on from it where a plan can still be cheapest (A*)."""

from dataclasses import dataclass, field
from heapq import heappop, heappush

from events.domain.seating.endings import Endings, Key


@dataclass(kw_only=True)
class Settling:
    """One search from the ending `start`: to what costs at most `limit`, until it came to `most` endings or more.

    What it finds about them on the way is kept with `endings`.
    """

    endings: Endings
    start: Key
    limit: int
    most: int
    # By ending: the least that it costs to get there, from where, and the least that it costs itself.
    costs: dict[Key, int] = field(default_factory=dict)
    before: dict[Key, Key] = field(default_factory=dict)
    least: dict[Key, int] = field(default_factory=dict)
    # The least that a plan costs that goes on from here, the place (the last first), the ending, the cost to get there,
    # and how many wait before the first who was not tried there yet; -1 before anything was.
    waiting: list[tuple[int, int, Key, int, int]] = field(default_factory=list)

    def run(self) -> tuple[int, bool]:
        """Return what `start` costs and True, or the least that it costs and False where that was not found out."""
        self._reach(self.start, 0, 0)
        while self.waiting:
            least, _, key, cost, first = heappop(self.waiting)
            if cost > self.costs[key]:
                continue
            if not key[1] or key in self.endings.settled:
                self._learn(least)
                self._settle(key, least)
                return least, True
            if len(self.least) >= self.most:
                self._learn(least)
                return least, False
            self._go_on(key, cost, first, least)
        self._learn(self.limit + 1)
        return self.limit + 1, False

    def _go_on(self, key: Key, cost: int, first: int, least: int) -> None:
        endings = self.endings
        if first < 0:
            self._reach(endings.after_nobody(key), cost, least, key)
        steps, passed, more = endings.after(key, max(first, 0), least - cost)
        for after, added in steps:
            self._reach(after, cost + added, least, key)
        if passed >= 0 and cost + more <= self.limit:
            heappush(self.waiting, (cost + more, -key[0], key, cost, passed))

    def _reach(self, key: Key, cost: int, least: int, before: Key | None = None) -> None:
        known = self.costs.get(key)
        if known is not None and known <= cost:
            return
        if key not in self.least:
            self.least[key] = self.endings.least(key)
        whole = max(least, cost + self.least[key])
        if whole > self.limit:
            return
        self.costs[key] = cost
        if before:
            self.before[key] = before
        heappush(self.waiting, (whole, -key[0], key, cost, -1))

    def _learn(self, least: int) -> None:
        """Keep that no ending reached costs less than what is left of `least`, which `start` costs."""
        for key, cost in self.costs.items():
            if least - cost > self.least[key]:
                self.endings.known[key] = least - cost

    def _settle(self, last: Key, least: int) -> None:
        """Keep what the endings on the way to `last` cost."""
        key: Key | None = last
        while key is not None:
            self.endings.known[key] = least - self.costs[key]
            self.endings.settled.add(key)
            key = self.before.get(key)
