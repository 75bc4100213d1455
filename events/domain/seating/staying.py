"""Who stays at their former places, with least change, and how many cannot.

Whoever may not start at the former place any more changes it. Of two whose former places clash, because they share one
or break a rule, one changes at least: so no plan changes fewer than the fewest who are in every such pair. And a plan
with no more changes moves nobody else.
"""

from dataclasses import dataclass

from events.domain.seating.constraints import CONSTRAINTS, is_broken, is_hard
from events.domain.seating.rest import Rest

Pair = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Staying:
    """The `places` of all who keep theirs in every plan with `least` changes among the members; `pairs` that clash."""

    places: dict[int, int]
    pairs: tuple[Pair, ...]
    least: int


def staying_in(rest: Rest) -> Staying:
    """Return who of the members of `rest` stays; they may still take the only places that others could have."""
    sitters = rest.board.sitters
    asked = [one for one in rest.members if sitters[one].former is not None]
    usable = {one: sitters[one].former for one in asked if _may_return(rest, one)}
    pairs = _clashes(rest, usable)
    named = {one for pair in pairs for one in pair}
    return Staying(
        places={one: former for one, former in usable.items() if one not in named},
        pairs=pairs,
        least=len(asked) - len(usable) + fewest_in(pairs),
    )


def _may_return(rest: Rest, sitter: int) -> bool:
    former = rest.board.sitters[sitter].former
    return former >= 0 and bool(rest.starts(sitter) >> former & 1)


def _clashes(rest: Rest, usable: dict[int, int]) -> tuple[Pair, ...]:
    """Return the pairs of whom not both can be at their `usable` former places, in order."""
    pairs = {pair for pair, _ in CONSTRAINTS["occupied"].judge(rest.board, usable, "occupied")}
    for rule in rest.rules:
        sitters = [rest.board.index[key] for key in rule.sitters]
        if len(sitters) == 2 and is_hard(rule) and is_broken(rest.board, rule, usable):
            pairs.add((min(sitters), max(sitters)))
    return tuple(sorted(pairs))


def fewest_in(pairs: tuple[Pair, ...]) -> int:
    """Return how many it takes at least to have one of each of `pairs`.

    Of who is in one pair the other is taken, which loses nothing; else who is in most pairs, or all whom these name.
    """
    count, left = 0, pairs
    while left:
        group = _group(left)
        left = tuple(pair for pair in left if pair not in group)
        count += _fewest_in_group(tuple(sorted(group)))
    return count


def _fewest_in_group(pairs: tuple[Pair, ...]) -> int:
    others: dict[int, set[int]] = {}
    for one, two in pairs:
        others.setdefault(one, set()).add(two)
        others.setdefault(two, set()).add(one)
    alone = next((one for one in others if len(others[one]) == 1), None)
    if alone is not None:
        return 1 + fewest_in(_without(pairs, others[alone]))
    most = max(others, key=lambda one: (len(others[one]), -one))
    taken = 1 + fewest_in(_without(pairs, {most}))
    return min(taken, len(others[most]) + fewest_in(_without(pairs, others[most])))


def _without(pairs: tuple[Pair, ...], taken: set[int]) -> tuple[Pair, ...]:
    return tuple(pair for pair in pairs if not taken & set(pair))


def _group(pairs: tuple[Pair, ...]) -> set[Pair]:
    """Return those of `pairs` that the first is linked to, itself included."""
    named, group = set(pairs[0]), set()
    while more := {pair for pair in pairs if pair not in group and named & set(pair)}:
        group |= more
        named |= {one for pair in more for one in pair}
    return group
