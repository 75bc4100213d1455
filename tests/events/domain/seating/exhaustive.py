"""Small problems drawn by hypothesis, and their best plan by looking at all plans, written without the solver."""

from dataclasses import replace
from itertools import combinations

from hypothesis import strategies as st

from events.domain.seating.problem import Place, Problem, Rule, Sitter

PAIR_KINDS = ("not_beside", "not_facing", "not_behind", "not_within", "together", "near")
HARD = PAIR_KINDS[:4]
INDEX = {"not_beside": "beside", "together": "beside", "not_facing": "facing", "not_behind": "behind"}


@st.composite
def problems(draw, *, most_places=7, most_sitters=5, most_rules=4, kinds=PAIR_KINDS, largest=2):
    count = draw(st.integers(1, most_places))
    sitters = tuple(draw(sitter(number, count, largest)) for number in range(draw(st.integers(1, most_sitters))))
    keys = [one.key for one in sitters]
    rules = tuple(draw(rule(keys, kinds)) for _ in range(draw(st.integers(0, most_rules)))) if len(keys) > 1 else ()
    return Problem(places=draw(rooms(count)), sitters=sitters, rules=rules, is_least_change=draw(st.booleans()))


@st.composite
def full_rooms(draw, *, most_sitters=6, most_rules=5):
    """One place each and at most one to spare, in one or two runs, with pairs kept apart and wishes."""
    keys = "abcdefgh"[: draw(st.integers(2, most_sitters))]
    count = len(keys) + draw(st.integers(0, 1))
    aisle = draw(st.integers(1, count))
    places = tuple(
        Place(number=number + 1, run=number >= aisle, beside=(number + 1,) if number + 1 not in (aisle, count) else ())
        for number in range(count)
    )
    rules = tuple(
        draw(rule(keys, ("not_beside", "not_within", "together"))) for _ in range(draw(st.integers(1, most_rules)))
    )
    return Problem(places=places, sitters=tuple(Sitter(key=key) for key in keys), rules=rules)


@st.composite
def replanned(draw, *, most_places=7):
    """All sat one after the other, some of them elsewhere now; then rules came, and newcomers, pins and requests."""
    whole = draw(problems(most_places=most_places, most_rules=0))
    order, place, sitters = draw(st.permutations(whole.sitters)), draw(st.integers(0, 1)), {}
    for one in order:
        former = place if draw(st.integers(0, 4)) else draw(st.none() | st.integers(0, len(whole.places) - 1))
        sitters[one.key] = replace(one, former=former)
        place += one.size + draw(st.integers(0, 1))
    keys = [one.key for one in whole.sitters]
    wanted = st.integers(0, 5 if len(keys) > 1 else 0)
    rules = tuple(draw(rule(keys, PAIR_KINDS)) for _ in range(draw(wanted)))
    return replace(whole, sitters=tuple(sitters[key] for key in keys), rules=rules, is_least_change=True)


@st.composite
def rooms(draw, count):
    run, places = 0, []
    for number in range(count):
        run += draw(st.integers(0, 3)) == 0
        others = st.lists(st.integers(0, count - 1), max_size=1).map(tuple)
        is_open = draw(st.integers(0, 3)) == 0
        place = Place(number=number + 1, run=run, is_accessible=is_open, is_first_row=number < 2,
                      facing=draw(others), behind=draw(others))  # fmt: skip
        places.append(place)
    return tuple(
        Place(**{**vars(one), "beside": (number + 1,)})
        if number + 1 < count and places[number + 1].run == one.run
        else one
        for number, one in enumerate(places)
    )


@st.composite
def sitter(draw, number, places, largest):
    seldom = st.one_of(st.none(), st.none(), st.none(), st.integers(0, places - 1))
    return Sitter(
        key="abcdefgh"[number],
        size=draw(st.integers(1, largest)) if draw(st.booleans()) else 1,
        needs_accessible=draw(st.integers(0, 3)) == 0,
        former=draw(st.one_of(st.none(), st.integers(-1, places))),
        pinned=draw(seldom),
    )


@st.composite
def rule(draw, keys, kinds):
    kind = draw(st.sampled_from((*kinds, "not_first_row")))
    if kind == "not_first_row":
        return Rule(kind=kind, sitters=(draw(st.sampled_from(keys)),))
    pair = draw(st.lists(st.sampled_from(keys), min_size=2, max_size=2, unique=True))
    return Rule(kind=kind, sitters=tuple(pair), within=draw(st.integers(1, 3)) if kind in ("not_within", "near") else 0)


def block(problem, sitter, start):
    return range(start, start + sitter.size)


def fits(problem, sitter, start):
    places = problem.places
    return start + sitter.size <= len(places) and len({places[p].run for p in block(problem, sitter, start)}) == 1


def pins(problem):
    held, taken = {}, set()
    for one in problem.sitters:
        if one.pinned is not None and fits(problem, one, one.pinned):
            wanted = set(block(problem, one, one.pinned))
            if not wanted & taken:
                held[one.key] = one.pinned
                taken |= wanted
    return held


def plans(problem, sitters, held, taken=frozenset()):
    """All ways to seat `sitters` with the pins held, whatever the rules."""
    if not sitters:
        yield {}
        return
    first, *others = sitters
    busy = taken | {p for one in others if one.key in held for p in block(problem, one, held[one.key])}
    starts = [held[first.key]] if first.key in held else range(len(problem.places))
    for start in starts:
        wanted = set(block(problem, first, start))
        if fits(problem, first, start) and not wanted & (taken if first.key in held else busy):
            for plan in plans(problem, others, held, taken | wanted):
                yield {first.key: start, **plan}


def seated(problem, held):
    free = set(range(len(problem.places)))
    free -= {p for one in problem.sitters if one.key in held for p in block(problem, one, held[one.key])}
    unpinned = [
        one
        for one in problem.sitters
        if one.key not in held
        and any(fits(problem, one, p) and set(block(problem, one, p)) <= free for p in range(len(problem.places)))
    ]
    for count in reversed(range(len(unpinned) + 1)):
        chosen = [one for one in problem.sitters if one.key in held or one in unpinned[:count]]
        if next(plans(problem, chosen, held), None) is not None:
            return chosen


def breaks(problem, plan, rule):
    if any(key not in plan for key in rule.sitters):
        return False
    by_key = {one.key: one for one in problem.sitters}
    blocks = [block(problem, by_key[key], plan[key]) for key in rule.sitters]
    if rule.kind == "not_first_row":
        return any(problem.places[p].is_first_row for p in blocks[0])
    if rule.kind in ("not_within", "near"):
        low, high = sorted(blocks, key=lambda one: one[0])
        related = high[0] - low[-1] - 1 < rule.within
    else:
        name = INDEX[rule.kind]
        related = any(
            q in getattr(problem.places[p], name) or p in getattr(problem.places[q], name)
            for p in blocks[0]
            for q in blocks[1]
        )
    return related == (rule.kind in HARD)


def due(problem):
    found, place, last = {}, 0, len(problem.places)
    for one in problem.sitters:
        if any(fits(problem, one, p) for p in range(last)):
            while place < last and not fits(problem, one, place):
                place += 1
            found[one.key] = place
            place += one.size
        else:
            found[one.key] = place
    return found


def key_of(problem, plan, held, due_of, rules):
    """What makes one plan better than another, the least the best."""
    sitting = [one for one in problem.sitters if one.key in plan]
    requests = []
    for one in sitting:
        if one.needs_accessible and one.key not in held:
            start = plan[one.key]
            wanted = one.former if problem.is_least_change and one.former is not None else due_of[one.key]
            requests.append((0, abs(start - wanted), start) if problem.places[start].is_accessible else (1, 0, 0))
    inversions = sum(plan[a.key] > plan[b.key] for a, b in combinations(sitting, 2))
    distance = sum(abs(plan[one.key] - due_of[one.key]) for one in sitting)
    wishes = sum(breaks(problem, plan, rule) for rule in rules if rule.kind not in HARD)
    changes = sum(one.former is not None and one.former != plan[one.key] for one in sitting)
    terms = (inversions, distance, wishes, changes)
    terms = (changes, *terms) if problem.is_least_change else terms
    return requests, terms, tuple(plan[one.key] for one in sitting)


def single(rules):
    return list({(rule.kind, frozenset(rule.sitters), rule.within): rule for rule in rules}.values())


def best(problem, rules):
    """The best plan under `rules`, None when none keeps the hard ones."""
    held, due_of, rules = pins(problem), due(problem), single(rules)
    hard = [rule for rule in rules if rule.kind in HARD]
    kept = [
        plan
        for plan in plans(problem, seated(problem, held), held)
        if not any(breaks(problem, plan, rule) for rule in hard)
    ]
    return min(kept, key=lambda plan: key_of(problem, plan, held, due_of, rules), default=None)


def least_conflict(problem):
    """How many hard rules the smallest set has that no plan keeps; 0 when some plan keeps all."""
    held, hard = pins(problem), [rule for rule in single(problem.rules) if rule.kind in HARD]
    broken = [
        {number for number, rule in enumerate(hard) if breaks(problem, plan, rule)}
        for plan in plans(problem, seated(problem, held), held)
    ]
    if any(not one for one in broken):
        return 0
    return next(
        size
        for size in range(1, len(hard) + 1)
        for chosen in combinations(range(len(hard)), size)
        if all(one & set(chosen) for one in broken)
    )
