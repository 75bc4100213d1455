"""Registrations through the real operation: how many a second, statements and processor time, promotions at once.

Run: .venv/bin/python tests/benchmarks/registration.py
On SQLite, then with 1 and 8 workers on a PostgreSQL started for it. Medians of five runs with their spread.
"""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from statistics import median
from time import perf_counter, process_time

from django.test.utils import CaptureQueriesContext  # noqa: I001
from ground import RUNS, close, connection, statements, tell

EACH, WAITING = 100, 200


def ask(roster, entity):
    from participants.operations.observers import register_observer
    from tests import factories

    return register_observer(
        roster, entity=entity, received_at=factories.AT, by=None, at=factories.AT, contact_email="desk@mission.example"
    )


def meeting(*, places, entities):
    from tests import factories

    return factories.roster(observer_places=places), [factories.entity() for _ in range(entities)]


def spread(values, digits=2):
    return {"median": round(median(values), digits), "spread": round(max(values) - min(values), digits)}


def one_by_one(outcome):
    """Statements and processor time of one request, granted or waiting behind a hundred others."""
    roster, entities = meeting(places=EACH if outcome == "granted" else 0, entities=2 * EACH)
    for entity in entities[:EACH] if outcome == "waiting" else entities[: EACH // 2]:
        ask(roster, entity)
    milliseconds, counts = [], []
    for entity in entities[EACH : EACH + 25]:
        start = process_time()
        ask(roster, entity)
        milliseconds.append((process_time() - start) * 1000)
    for entity in entities[-RUNS:]:
        with CaptureQueriesContext(connection) as captured:
            ask(roster, entity)
        counts.append(statements(captured))
    tell(what="one request", outcome=outcome, database=connection.vendor, statements=max(counts),
         cpu_ms=spread(milliseconds))  # fmt: skip


def refused():
    """Processor time of a request that is refused, since the entity has asked already."""
    from participants.operations.observers import Refused

    roster, entities = meeting(places=EACH, entities=EACH)
    for entity in entities:
        ask(roster, entity)
    milliseconds = []
    for entity in entities[:25]:
        with CaptureQueriesContext(connection) as captured:
            start = process_time()
            try:
                ask(roster, entity)
            except Refused:
                milliseconds.append((process_time() - start) * 1000)
    tell(what="one request", outcome="refused", database=connection.vendor, statements=statements(captured),
         cpu_ms=spread(milliseconds))  # fmt: skip


def promotions():
    """Processor time of promoting two hundred who wait by one larger room."""
    from participants.operations.observers import set_observer_places
    from tests import factories

    seconds, counts = [], []
    for _ in range(RUNS):
        roster, entities = meeting(places=0, entities=WAITING)
        for entity in entities:
            ask(roster, entity)
        with CaptureQueriesContext(connection) as captured:
            start = process_time()
            promoted = set_observer_places(roster, number=WAITING, by=None, at=factories.AT)
            seconds.append(process_time() - start)
        assert len(promoted) == WAITING
        counts.append(statements(captured))
    tell(what="promotions", promoted=WAITING, database=connection.vendor, statements=max(counts),
         cpu_s=spread(seconds, 3))  # fmt: skip


def many(workers):
    """Registrations a second by `workers` at once, all of them granted."""
    from django.db import connections

    rates = []
    for _ in range(RUNS):
        roster, entities = meeting(places=4 * EACH, entities=4 * EACH)

        def work(part, roster=roster):
            try:
                for entity in part:
                    ask(roster, entity)
            finally:
                connections.close_all()

        start = perf_counter()
        with ThreadPoolExecutor(workers) as pool:
            list(pool.map(work, [entities[n::workers] for n in range(workers)]))
        rates.append(len(entities) / (perf_counter() - start))
    tell(what="registrations a second", workers=workers, database=connection.vendor, **spread(rates, 1))


def main():
    connection.creation.create_test_db(verbosity=0)
    works = [partial(one_by_one, "granted"), partial(one_by_one, "waiting"), refused, promotions]
    if connection.vendor == "postgresql":
        works += [partial(many, 1), partial(many, 8)]
    for work in works:
        work()
    close()


if __name__ == "__main__":
    main()
    if connection.vendor == "sqlite":
        from tests.postgres import running_postgres

        with running_postgres() as url:
            environment = os.environ | {"TEST_DATABASE_URL": url, "TEST_DATABASE_VENDOR": "postgresql"}
            sys.exit(subprocess.call([sys.executable, __file__], env=environment))
