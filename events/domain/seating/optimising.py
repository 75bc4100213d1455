"""The best plan once pins and accessible places are settled: in order if that will do, else by search."""

from dataclasses import dataclass, replace
from functools import cached_property

from events.domain.seating.backwards import Backwards
from events.domain.seating.board import Board, span
from events.domain.seating.constraints import Starts, is_broken, is_hard
from events.domain.seating.endings import Endings
from events.domain.seating.feasible import rest_of, seat_all
from events.domain.seating.judging import costs_on
from events.domain.seating.leasts import Leasts
from events.domain.seating.problem import Costs, Rule, total
from events.domain.seating.relaxing import in_order
from events.domain.seating.rest import Rest, Scale, scale_of
from events.domain.seating.searching import Search
from events.domain.seating.settling import Settling
from events.domain.seating.staying import Staying, staying_in
from events.domain.seating.tables import Tables

# How many beginnings the search goes on from before it gives up proving; a count, so that the plan is always the same.
BEGINNINGS = 30_000
# So many, where it can then be tried from the last to the first; and to how many endings each beginning may lead, then
# and with least change.
FEW, BACKWARDS, EXCHANGES = 3_000, 10, 2
# How many are kept at a place while a first plan is looked for, and how many of those who wait are tried.
WIDTHS = (4, 40)
AHEAD = 8


@dataclass(frozen=True, kw_only=True)
class Best:
    """The best plan found for all, what no plan can be below, and whether it is proven to be the best."""

    starts: Starts
    bound: Costs
    is_proven: bool


def best_of(board: Board, rules: tuple[Rule, ...], fixed: Starts, seated: tuple[int, ...], beginnings: int) -> Best:
    """Return the best plan for `seated` beside `fixed`, where they can be seated under the hard ones of `rules`.

    With least change first only those who cannot all stay (`staying`) are seated anew: where that takes no more changes
    than it must, no plan of the others is better. Where it takes one more, each of the others is seated anew in turn.
    """
    rest = rest_of(board, rules, fixed, seated)
    if not board.problem.is_least_change:
        return _Optimum(rest=rest, scale=scale_of(board)).found(beginnings)
    staying = staying_in(rest)
    best, is_certain = _released(rest, staying, (), beginnings)
    if best and (not staying.places or _changes(rest, best) == staying.least):
        return best
    if is_certain and (more := _with_one_more(rest, staying, beginnings)):
        return more
    known = best.starts if best else None
    return _Optimum(rest=rest, scale=scale_of(board), known=known).found(beginnings)


def _with_one_more(rest: Rest, staying: Staying, beginnings: int) -> Best | None:
    """Return the best plan with one change more than `staying` has at least, None where none is found.

    Whoever changes in such a plan is of a pair that clashes, or may not stay, but for one at most.
    """
    found, is_certain, scale = [], True, scale_of(rest.board)
    for one in staying.places:
        best, is_certain = _released(rest, staying, (one,), beginnings)
        if best and _changes(rest, best) == staying.least + 1:
            found.append(best)
        if not is_certain:
            break
    if not found:
        return None

    def rank(best: Best) -> tuple[int, list[int]]:
        return scale.packed(_costs(rest.board, best.starts)), [best.starts[one] for one in rest.members]

    first = min(found, key=rank)
    return replace(first, bound=Costs(changes=_costs(rest.board, first.starts).changes), is_proven=is_certain)


def _released(rest: Rest, staying: Staying, more: tuple[int, ...], beginnings: int) -> tuple[Best | None, bool]:
    """Return the best plan where all of `staying` but `more` keep their places, and whether that is certain."""
    kept = {one: place for one, place in staying.places.items() if one not in more}
    left = rest_of(rest.board, rest.rules, {**rest.fixed, **kept}, tuple(sorted((*rest.fixed, *rest.members))))
    seating = seat_all(left)
    if seating.starts is None:
        return None, seating.is_certain
    best = _Optimum(rest=left, scale=scale_of(rest.board)).found(beginnings)
    return best, best.is_proven


def _changes(rest: Rest, best: Best) -> int:
    return _costs(rest.board, {one: best.starts[one] for one in rest.members}).changes


def _costs(board: Board, starts: Starts) -> Costs:
    return costs_on(board, dict(sorted(starts.items())))


@dataclass(frozen=True, kw_only=True)
class _Optimum:
    rest: Rest
    scale: Scale
    # A plan that all members can have, if one is known.
    known: Starts | None = None

    def found(self, beginnings: int) -> Best:
        rest, scale = self.rest, self.scale
        least, places = in_order(rest, scale)
        ordered = dict(zip(rest.members, places, strict=True))
        cost = self._cost(ordered) if self._is_seating(ordered) else None
        if cost != least:
            least = max(least, self._leasts.least(self._tables.next_free[0], (1 << len(rest.members)) - 1, ()))
        if cost == least:
            return Best(starts={**rest.fixed, **ordered}, bound=_costs(rest.board, rest.fixed), is_proven=True)
        searched = self._exchanged if scale.is_least_change else self._searched
        cost, digits, is_proven = searched(least, beginnings)
        bound = total((_costs(rest.board, rest.fixed), scale.unpacked(max(cost, least))))
        return Best(starts={**rest.fixed, **self._tables.places(digits)}, bound=bound, is_proven=is_proven)

    @cached_property
    def _tables(self) -> Tables:
        return Tables(rest=self.rest, scale=self.scale)

    @cached_property
    def _leasts(self) -> Leasts:
        return Leasts(tables=self._tables)

    def _searched(self, least: int, beginnings: int) -> tuple[int, int, bool]:
        """Return the least that a plan costs, the digits of the best one that was found, and whether it is proven."""
        tables, leasts = self._tables, self._leasts
        first = self._first(least)
        search = Search(tables=tables, leasts=leasts, best=first, left=min(beginnings, FEW))
        if search.run():
            return search.bound, search.best[1], True
        upper = search.best[0]
        backwards = Backwards(tables=tables, leasts=leasts, upper=upper, left=beginnings * BACKWARDS)
        cost, digits = backwards.run()
        return max(cost, search.bound), search.best[1] if digits is None else digits, digits is not None

    def _exchanged(self, least: int, beginnings: int) -> tuple[int, int, bool]:
        """Return the same, changes coming first."""
        tables = self._tables
        endings = Endings(tables=tables, leasts=self._leasts)
        start = tables.next_free[0], (1 << len(self.rest.members)) - 1, ()
        limit = (tables.bounds.never << endings.shift) - 1
        found, is_proven = Settling(endings=endings, start=start, limit=limit, most=beginnings * EXCHANGES).run()
        cost = found >> endings.shift
        digits = found - (cost << endings.shift) if is_proven else self._first(max(least, cost))[1]
        return cost, digits, is_proven

    def _first(self, least: int) -> tuple[int, int]:
        """Return a good plan: with ever more pairs against the order, or with least change ever more changes."""
        tables = self._tables
        known = self.known or seat_all(self.rest).starts or {}
        best = self._cost(known), tables.digits(known)
        top = self.scale.top
        for width in WIDTHS:
            more, start, left = 1, (0, 0), 0
            while start < best:
                start = min(best, ((least // top + more) * top, 0))
                search = Search(tables=tables, leasts=self._leasts, best=start, left=-1, width=width, ahead=AHEAD)
                search.run()
                if search.best < start:
                    best = search.best
                    break
                if search.left == left:
                    break  # dearer plans have no other beginnings
                more, left = more * 2, search.left
        return best

    def _cost(self, starts: Starts) -> int:
        """Return what the members at `starts` add to the cost of those fixed."""
        rest = self.rest
        whole = _costs(rest.board, {**rest.fixed, **starts})
        return self.scale.packed(whole) - self.scale.packed(_costs(rest.board, rest.fixed))

    def _is_seating(self, starts: Starts) -> bool:
        """Return whether members at `starts` keep clear of one another, of aisles and of what hard rules forbid."""
        rest, taken = self.rest, 0
        for one, start in starts.items():
            wanted = span(start, start + rest.board.sizes[one])
            if not rest.starts(one) >> start & 1 or wanted & taken:
                return False
            taken |= wanted
        return not any(is_hard(rule) and is_broken(rest.board, rule, starts) for rule in rest.rules)
