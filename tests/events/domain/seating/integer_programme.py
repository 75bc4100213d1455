"""Seatings of middle size, and what their best plan costs by integer programming (HiGHS), without the solver.

x[sitter, start] is 1 where the sitter starts. Term after term is minimised, and held for those that follow.
"""

import random
from dataclasses import astuple
from itertools import combinations

import highspy

from events.domain.seating.problem import Costs, Place, Problem, Rule, Sitter
from tests.events.domain.seating.exhaustive import HARD, PAIR_KINDS, block, breaks, due, fits, pins

ROW = 5


def drawn(seed):
    """A room of rows of five, each behind another, with an aisle; ten to fourteen sitters; everything by `seed`."""
    draw = random.Random(seed)  # noqa: S311
    count = draw.randint(10, 14)
    keys = "abcdefghijklmn"[:count]
    sizes = {key: 2 if draw.random() < 0.1 else 1 for key in keys}
    room = places(min(sum(sizes.values()) + draw.randint(1, 6), 20), aisle=draw.randint(2, 4))
    former = {key: start for start, key in enumerate(jumbled(draw, keys))} if draw.random() < 0.8 else {}
    sitters = tuple(
        Sitter(
            key=key,
            size=sizes[key],
            needs_accessible=draw.random() < 0.1,
            former=former.get(key),
            pinned=draw.randrange(len(room)) if draw.random() < 0.1 else None,
        )
        for key in keys
    )
    rules = tuple(rule(draw, keys) for _ in range(draw.randint(2, 8)))
    return Problem(places=room, sitters=sitters, rules=rules, is_least_change=bool(former) and seed % 2 == 1)


def full(seed):
    """Nobody but one or two could sit elsewhere: twelve in rows of five, with pairs apart, pins and requests."""
    draw = random.Random(seed)  # noqa: S311
    keys = "abcdefghijkl"
    sitters = tuple(
        Sitter(
            key=key,
            needs_accessible=draw.random() < 0.1,
            pinned=draw.choice([place, (place + 4) % 12]) if draw.random() < 0.1 else None,
        )
        for place, key in enumerate(keys)
    )
    return Problem(places=places(draw.randint(12, 14), aisle=3), sitters=sitters, rules=apart(draw, keys, 6))


def newly_apart(seed):
    """All sit in their order, in a room that is full or has a few places left, and then pairs are to be apart."""
    draw = random.Random(seed)  # noqa: S311
    keys = "abcdefghijkl"
    sitters = tuple(Sitter(key=key, former=place) for place, key in enumerate(keys))
    room = places(draw.choice([12, 13, 16]), aisle=3)
    return Problem(places=room, sitters=sitters, rules=apart(draw, keys, 7), is_least_change=True)


def apart(draw, keys, count):
    rules = []
    while len(rules) < count:
        found = rule(draw, keys)
        rules += [found] if found.kind in HARD else []
    return tuple(rules)


def places(count, *, aisle):
    def run(number):
        row, column = divmod(number, ROW)
        return row * 2 + (column >= aisle)

    return tuple(
        Place(
            number=number + 1,
            run=run(number),
            is_accessible=number % 7 == 0,
            is_first_row=number < ROW,
            beside=(number + 1,) if number + 1 < count and run(number + 1) == run(number) else (),
            behind=(number + ROW,) if number + ROW < count else (),
            facing=(number + ROW,) if number // ROW % 2 and number + ROW < count else (),
        )
        for number in range(count)
    )


def jumbled(draw, keys):
    """The keys in order, but for one who sat elsewhere, and without one."""
    found = list(keys)
    found.insert(draw.randrange(len(found)), found.pop(draw.randrange(len(found))))
    found.remove(draw.choice(found))
    return found


def rule(draw, keys):
    kind = draw.choice((*PAIR_KINDS, "not_first_row"))
    first = draw.randrange(len(keys) - 1)
    near = draw.choice([1, 1, 2, 3, ROW])
    pair = (keys[first], keys[min(first + near, len(keys) - 1)])
    return Rule(
        kind=kind,
        sitters=pair if kind != "not_first_row" else pair[:1],
        within=draw.randint(1, 3) if kind in ("not_within", "near") else 0,
    )


class IntegerProgramme:
    """All plans of a problem that seat everybody and keep its pins and its hard rules."""

    def __init__(self, problem):
        self.problem, self.model, self.by_key = problem, highspy.Highs(), {one.key: one for one in problem.sitters}
        self.model.silent()
        self.model.setOptionValue("threads", 1)
        self.held = pins(problem)
        self.starts = {
            one.key: {p: self.model.addBinary() for p in range(len(problem.places)) if self._may_start(one, p)}
            for one in problem.sitters
        }
        for starts in self.starts.values():
            self.model.addConstr(total(starts.values()) == 1)
        for place in range(len(problem.places)):
            self.model.addConstr(total(self._over(place)) <= 1)
        for rule in problem.rules:
            if rule.kind in HARD:
                self._keep(rule)

    def _may_start(self, one, place):
        return fits(self.problem, one, place) and self.held.get(one.key, place) == place

    def _over(self, place):
        for one in self.problem.sitters:
            yield from (x for p, x in self.starts[one.key].items() if place in block(self.problem, one, p))

    def _pair(self, rule):
        """Each start of the first whom `rule` names, with those of the second who breaks it there."""
        first, second = rule.sitters
        for p, x in self.starts[first].items():
            plans = ((q, {first: p, second: q}) for q in self.starts[second])
            yield x, [self.starts[second][q] for q, plan in plans if breaks(self.problem, plan, rule)]

    def _keep(self, rule):
        for x, breaking in self._pair(rule):
            self.model.addConstr(total([x, *breaking]) <= 1)

    def costs(self):
        """The costs of the best plan, None where there is none."""
        wanted = [one for one in self.problem.sitters if one.needs_accessible and one.key not in self.held]
        requests = [self._request(one) for one in wanted]
        terms = {"inversions": self._inversions(), "distance": self._distance(), "wishes": self._wishes()}
        first = {"changes": self._changes()} if self.problem.is_least_change else {}
        names = {**first, **terms, "changes": self._changes()}
        found = [self._least(term) for term in (*requests, *names.values())]
        if None in found:
            return None
        unmet = sum(
            not self.problem.places[p].is_accessible
            for one in self.problem.sitters
            for p, x in self.starts[one.key].items()
            if one.needs_accessible and self.model.val(x) > 0.5
        )
        return Costs(unmet=unmet, **dict(zip(names, found[len(requests) :], strict=True)))

    def _least(self, term):
        """The least value of `term`, which is held from now on."""
        self.model.minimize(term)
        if self.model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        value = round(self.model.getObjectiveValue())
        self.model.addConstr(term <= value)
        return value

    def _request(self, one):
        """Where in the order of its wants `one` starts; the places that are not accessible come last, as one."""
        wanted = due(self.problem)[one.key]
        if self.problem.is_least_change and one.former is not None:
            wanted = one.former
        starts = self.starts[one.key]
        open_places = sorted(
            (p for p in starts if self.problem.places[p].is_accessible), key=lambda p: (abs(p - wanted), p)
        )
        ranks = {p: rank for rank, p in enumerate(open_places)}
        return total(ranks.get(p, len(ranks)) * x for p, x in starts.items())

    def _inversions(self):
        pairs = []
        for one, other in combinations(self.starts.values(), 2):
            pairs.append(self.model.addBinary())
            for place in range(len(self.problem.places)):
                after = total(x for p, x in one.items() if p > place)
                before = total(x for p, x in other.items() if p <= place)
                self.model.addConstr(pairs[-1] >= after + before - 1)
        return total(pairs)

    def _distance(self):
        wanted = due(self.problem)
        return total(abs(p - wanted[key]) * x for key, starts in self.starts.items() for p, x in starts.items())

    def _wishes(self):
        soft = {(rule.kind, frozenset(rule.sitters), rule.within): rule for rule in self.problem.rules}
        return total(self._wish(rule) for rule in soft.values() if rule.kind not in HARD)

    def _wish(self, rule):
        if len(rule.sitters) == 1:
            (key,) = rule.sitters
            return total(x for p, x in self.starts[key].items() if breaks(self.problem, {key: p}, rule))
        broken = self.model.addBinary()
        for x, breaking in self._pair(rule):
            self.model.addConstr(broken >= x + total(breaking) - 1)
        return broken

    def _changes(self):
        return total(
            x
            for one in self.problem.sitters
            for p, x in self.starts[one.key].items()
            if one.former is not None and p != one.former
        )


def total(terms):
    return highspy.Highs.qsum(list(terms))


def least_costs(problem):
    """What the best plan costs that seats everybody, as a tuple; None where there is none."""
    found = IntegerProgramme(problem).costs()
    return found and astuple(found)
