"""What those who wait cost at least: by exchanges where changes come first, else by who can keep a turn."""

from dataclasses import dataclass
from functools import cached_property

from events.domain.seating.exchanges import Exchanges
from events.domain.seating.tables import Tables, Tie


@dataclass(frozen=True, kw_only=True)
class Leasts:
    """The lower bounds that suit the order of the terms of `tables.scale`."""

    tables: Tables

    @cached_property
    def _exchanges(self) -> Exchanges | None:
        return Exchanges(tables=self.tables) if self.tables.scale.is_least_change else None

    def least(self, place: int, waiting: int, ties: tuple[Tie, ...]) -> int:
        """Return what all in the set `waiting` cost at least from `place` on beside those whom `ties` name."""
        if self._exchanges:
            return max(self._exchanges.least(place, waiting, ties), 0)
        bounds = self.tables.bounds
        return bounds.least(waiting, bounds.rank[place])[1]

    def apart(self, place: int, waiting: int) -> int:
        """Return the same, pairs of them against the order left out."""
        if self._exchanges:
            return self._exchanges.apart(place, waiting)
        bounds = self.tables.bounds
        return bounds.least(waiting, bounds.rank[place])[0]
