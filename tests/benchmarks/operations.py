"""Statements and processor time of the operations of the observers' desk, each on a state of its own.

Run: .venv/bin/python tests/benchmarks/operations.py
"""

from statistics import median
from time import process_time

from django.db import connection
from django.test.utils import CaptureQueriesContext
from ground import RUNS, close, reference, statements, tell


def figures(works):
    seconds, counts = [], []
    for work in works:
        with CaptureQueriesContext(connection) as captured:
            start = process_time()
            work()
            seconds.append(process_time() - start)
        counts.append(statements(captured))
    return {"statements": max(counts), "cpu_ms": round(median(seconds) * 1000, 2)}


def main():
    from functools import partial

    from participants.models import Request
    from participants.operations.observers import register_observer, set_observer_places, withdraw_observer
    from tests import factories

    roster = reference()
    how = {"by": None, "at": factories.AT}
    entities = [factories.entity() for _ in range(2 * RUNS)]
    register = [partial(register_observer, roster, entity=one, received_at=factories.AT, **how) for one in entities]
    set_observer_places(roster, number=RUNS, **how)
    tell(operation="register_observer", outcome="granted", **figures(register[:RUNS]))
    tell(operation="register_observer", outcome="waiting", **figures(register[RUNS:]))
    held = list(Request.objects.filter(place__isnull=False).select_related("roster"))
    tell(
        operation="withdraw_observer",
        outcome="next promoted",
        **figures(partial(withdraw_observer, one, **how) for one in held),
    )
    close()


if __name__ == "__main__":
    main()
