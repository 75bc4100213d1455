"""Seats worked out: seconds, peak memory and how far from the best the plan may be, in rooms of up to 2,000 places.

A line each. Rows of fourteen places in blocks of 4, 6 and 4; each place has one behind it, and those of every second
row face one. `neighbours` have hard pairs that the order would break: side by side, one behind the other, face to face,
within so many places in turn; of the rules of `cold` one in four is a wish. `replanned` is least change after one has
withdrawn from the plan of `cold`, `replanned_broken` after hard rules came that the plan breaks. `gap` is how far the
bound is below the costs, by term, empty when the plan is proven.
Run: .venv/bin/python tests/benchmarks/seating.py; it ends with 1 when an aim is missed.
"""

import gc
import sys
import tracemalloc
from dataclasses import fields, replace
from statistics import median
from time import process_time

from ground import tell

TIMES = 3
# What takes longer than this is not measured again.
LONG_S = 10
SIZES = ((65, 300), (193, 400), (1000, 2000))
RULES = (0, 20, 200)
ROW = 14
RUNS = (0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2)


def room(count):
    from events.domain.seating.problem import Place

    def place(number):
        row, column = divmod(number, ROW)
        run = row * 3 + RUNS[column]
        is_beside = column + 1 < ROW and RUNS[column + 1] == RUNS[column] and number + 1 < count
        back = number + ROW
        return Place(
            number=number + 1,
            row=str(row),
            run=run,
            is_accessible=column in (0, 3, 4, 9, 10, 13) and row % 5 == 0,
            is_first_row=row == 0,
            beside=(number + 1,) if is_beside else (),
            behind=(back,) if back < count else (),
            facing=(back,) if row % 2 and back < count else (),
        )

    return tuple(place(number) for number in range(count))


def problem(sitters, places, *, pairs=0, wishes=0, requests=0, pinned=0):
    from events.domain.seating.problem import Problem, Sitter

    people = tuple(
        Sitter(
            key=f"s{number}",
            needs_accessible=bool(requests) and number % (sitters // requests) == 5,
            pinned=number + 9 if pinned and number % (sitters // pinned) == 7 else None,
        )
        for number in range(sitters)
    )
    return Problem(places=room(places), sitters=people, rules=(*hard(sitters, pairs), *soft(sitters, wishes)))


def hard(sitters, pairs):
    from events.domain.seating.problem import Rule

    kinds = (("not_beside", 1, 0), ("not_behind", ROW, 0), ("not_within", 1, 2), ("not_facing", ROW, 0))
    for number in range(pairs):
        kind, step, within = kinds[number % len(kinds)]
        first = number * (sitters - ROW) // pairs
        yield Rule(kind=kind, sitters=(f"s{first}", f"s{first + step}"), within=within)


def soft(sitters, wishes):
    from events.domain.seating.problem import Rule

    for number in range(wishes):
        first = number * (sitters - 20) // wishes
        if number % 2:
            yield Rule(kind="near", sitters=(f"s{first}", f"s{first + 9}"), within=4)
        else:
            yield Rule(kind="together", sitters=(f"s{first}", f"s{first + 3}"))


def withdrawn(whole, number):
    """The same problem without one, everybody else wanted where the plan has them."""
    from events.domain.seating.solving import solve

    starts = solve(whole).starts
    gone = whole.sitters[number].key
    return replace(
        whole,
        sitters=tuple(replace(one, former=starts[one.key]) for one in whole.sitters if one.key != gone),
        rules=tuple(rule for rule in whole.rules if gone not in rule.sitters),
        is_least_change=True,
    )


def broken(sitters, places, pairs):
    """Everybody where the order puts them, and then hard rules between neighbours."""
    former = tuple(replace(one, former=place) for place, one in enumerate(problem(sitters, places).sitters))
    return replace(problem(sitters, places, pairs=pairs), sitters=former, is_least_change=True)


def measure(name, aim_s, task):
    from events.domain.seating.solving import solve

    tracemalloc.start()
    found = solve(task)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    seconds = []
    for _ in range(TIMES):
        gc.collect()
        start = process_time()
        solve(task)
        seconds.append(process_time() - start)
        if seconds[-1] > LONG_S:
            break
    terms = [term.name for term in fields(found.costs)]
    gap = {term: getattr(found.costs, term) - getattr(found.bound, term) for term in terms}
    is_met = median(seconds) <= aim_s
    tell(
        work=name,
        sitters=len(task.sitters),
        places=len(task.places),
        rules=len(task.rules),
        cpu_s=round(median(seconds), 3),
        most_s=round(max(seconds), 3),
        peak_mb=round(peak / 1_000_000, 1),
        costs={term: getattr(found.costs, term) for term in terms},
        is_proven=found.is_proven,
        gap={term: value for term, value in gap.items() if value},
        conflicts=len(found.conflicts),
        aim_s=aim_s,
        is_met=is_met,
    )
    return is_met


def mixed():
    """Each size with each number of rules, cold and after one has withdrawn."""
    for sitters, places in SIZES:
        for rules in RULES:
            task = problem(sitters, places, pairs=rules * 3 // 4, wishes=rules // 4)
            yield "cold", 5, task
            yield "replanned", 5, withdrawn(task, sitters // 2)


def main():
    rows = (
        ("plain", 0.05, problem(65, 300)),
        ("requests_and_pins", 0.05, problem(65, 300, requests=3, pinned=3)),
        ("neighbours", 0.5, problem(193, 400, pairs=20)),
        ("neighbours_requests_and_pins", 5, problem(193, 400, pairs=20, requests=5, pinned=5)),
        ("neighbours_and_wishes", 0.5, problem(193, 400, pairs=20, wishes=10)),
        ("two_hundred_rules", 5, problem(193, 400, pairs=150, wishes=50)),
        *(("full_room", 5, problem(193, places, pairs=20)) for places in (193, 196, 200)),
        ("full_room_requests_and_pins", 8, problem(193, 196, pairs=20, requests=5, pinned=5)),
        ("large", 5, problem(1000, 2000, pinned=20)),
        ("large_with_rules", 5, problem(1000, 2000, pairs=20)),
        *(("replanned_broken", 0.1, broken(65, 280, pairs)) for pairs in (1, 2, 5)),
        *(("replanned_broken", 0.5, broken(193, 400, pairs)) for pairs in (1, 5, 10, 15, 20, 40)),
        *(("replanned_broken_full_room", 1, broken(193, 196, pairs)) for pairs in (5, 15)),
        ("replanned_broken", 1, broken(193, 193, 1)),
        *mixed(),
    )
    met = [measure(*row) for row in rows]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
