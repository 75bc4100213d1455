"""Whether all who are left can be seated under the hard rules at all: tried one by one, those with least room first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from events.domain.seating.board import Board, span
from events.domain.seating.constraints import is_broken, is_hard, other_of, pair_starts
from events.domain.seating.packing import packed
from events.domain.seating.problem import Rule
from events.domain.seating.rest import Rest

# Beyond so many tries it counts as not possible, and nothing that follows from it counts as proven.
TRIES = 3_000


@dataclass(frozen=True, kw_only=True)
class Found:
    """Starts of all members, None where there are none; `is_certain` unless the tries were not enough to say so."""

    starts: dict[int, int] | None
    is_certain: bool = True


def seat_all(rest: Rest) -> Found:
    """Return a way to seat all members of `rest` under its hard rules; which one depends on nothing but `rest`."""
    hard = tuple(rule for rule in rest.rules if is_hard(rule))
    if any(is_broken(rest.board, rule, rest.fixed) for rule in hard):
        return Found(starts=None)
    named = {one for one in rest.members if any(map(is_hard, (*rest.pair_rules[one], *rest.lone_rules[one])))}
    domains = {one: rest.starts(one) for one in rest.members if one in named}
    for tries, starts in enumerate(_placings(rest, domains) if domains else ({},)):
        if starts is not None and (whole := _with_others(rest, starts)) is not None:
            return Found(starts=whole)
        if tries == TRIES:
            return Found(starts=None, is_certain=False)
    return Found(starts=None)


def _placings(rest: Rest, domains: dict[int, int]) -> Iterator[dict[int, int] | None]:
    """Yield each way to seat the sitters of `domains` (each a set of starts), and None for each try that fails."""
    if not all(domains.values()):
        return
    chosen: list[tuple[int, int]] = []
    ways = [_ways(rest.board, domains)]
    while ways:
        step = next(ways[-1], None)
        if step is None:
            ways.pop()
            del chosen[-1:]
            continue
        sitter, start, left = step
        narrowed = _narrowed(rest, left, sitter, start)
        if narrowed:
            chosen.append((sitter, start))
            ways.append(_ways(rest.board, narrowed))
        else:
            yield None if narrowed is None else dict([*chosen, (sitter, start)])


def _ways(board: Board, domains: dict[int, int]) -> Iterator[tuple[int, int, dict[int, int]]]:
    """Yield the starts of the sitter that has the fewest, those nearest to where it is due first."""
    sitter = min(domains, key=lambda one: (domains[one].bit_count(), one))
    due = board.due[sitter]
    starts = [place for place in range(len(board.places)) if domains[sitter] >> place & 1]
    for start in sorted(starts, key=lambda place: (abs(place - due), place)):
        yield sitter, start, domains


def _narrowed(rest: Rest, domains: dict[int, int], sitter: int, start: int) -> dict[int, int] | None:
    """Return where the others may start once `sitter` is at `start`, or None when somebody may nowhere."""
    sizes = rest.board.sizes
    end = start + sizes[sitter]
    found = {one: starts & ~span(start - sizes[one] + 1, end) for one, starts in domains.items() if one != sitter}
    for rule in rest.pair_rules[sitter]:
        other = other_of(rest.board, rule, sitter)
        if other in found and is_hard(rule):
            found[other] &= ~pair_starts(rest.board, rule, sitter, start)
    return found if all(found.values()) else None


def _with_others(rest: Rest, starts: Mapping[int, int]) -> dict[int, int] | None:
    """Return `starts` with all other members put into what is left, those of one size in order."""
    sizes = rest.board.sizes
    taken = rest.taken
    for one, start in starts.items():
        taken |= span(start, start + sizes[one])
    others = [one for one in rest.members if one not in starts]
    left = packed(rest.board.stretch_without(taken), [sizes[one] for one in others])
    if left is None:
        return None
    nexts = {size: iter(places) for size, places in left.items()}
    return {**starts, **{one: next(nexts[sizes[one]]) for one in others}}


def rest_of(board: Board, rules: tuple[Rule, ...], fixed: Mapping[int, int], seated: tuple[int, ...]) -> Rest:
    """Return what is left of `seated` beside `fixed`."""
    return Rest(board=board, rules=rules, fixed=fixed, members=tuple(one for one in seated if one not in fixed))
