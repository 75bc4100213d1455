"""Seconds and statements to review and to save 5,000 delegates as XLSX, the same all changed, 5,000 observers as CSV.

Run: .venv/bin/python tests/benchmarks/lists.py
"""

from datetime import UTC, datetime
from statistics import median
from time import perf_counter, process_time

from django.db import connection
from django.test.utils import CaptureQueriesContext
from ground import close, reference, statements, tell

ROWS, REVIEWS, PER_DELEGATION = 5000, 3, 20
NOW = datetime(2017, 9, 1, 12, tzinfo=UTC)


def spent(work):
    with CaptureQueriesContext(connection) as captured:
        wall, cpu = perf_counter(), process_time()
        done = work()
        wall, cpu = perf_counter() - wall, process_time() - cpu
    return done, {"statements": statements(captured), "seconds": round(wall, 2), "cpu_seconds": round(cpu, 2)}


def delegates(roster):
    from tests import factories
    from tests.list_files import xlsx_of

    for number in range(ROWS // PER_DELEGATION):
        entity = factories.entity(en=f"Land {number}")
        factories.delegation(roster=roster, entity=entity, places_at_table=1, places_behind=PER_DELEGATION)
    head = ("Delegation", "Role", "Given names", "Family name", "Function (English)", "Rank", "E-mail", "Access needs")
    rows = [
        (f"Land {n // PER_DELEGATION}", "adviser" if n % PER_DELEGATION else "head", f"Given {n}", f"Family {n}",
         "Adviser to the Minister", "representative", f"p{n}@example.org", "")
        for n in range(ROWS)
    ]  # fmt: skip
    return xlsx_of(head, *rows)


def observers():
    from tests import factories
    from tests.list_files import csv_of

    for number in range(ROWS):
        factories.entity(en=f"Observer {number}")
    head = ("Delegation", "Received", "Contact", "Contact's e-mail", "Note")
    rows = [(f"Observer {n}", f"2017-08-{n % 28 + 1:02} 10:00", "Ann", "a@example.org", "") for n in range(ROWS)]
    return csv_of(head, *rows)


def corrected(roster):
    """The list of delegates as it goes out, with two columns of each row changed."""
    from participants.documents.list_sheets import list_sheet
    from participants.documents.sheets import csv_bytes
    from participants.operations.known import known_for

    sheet = list_sheet("delegates", known_for(roster, language="en", now=NOW))
    return csv_bytes(sheet).replace(b",Family ", b",Changed ").replace(b"Adviser to the Minister", b"Envoy")


def measure(roster, kind, content):
    from participants.operations.list_files import import_list, review_file, take_in

    how = {"name": "list", "language": "en", "by": None, "at": NOW}
    row, upload = spent(lambda: take_in(roster, kind=kind, content=content, **how))
    reviews = [spent(lambda: review_file(row, at=NOW)) for _ in range(REVIEWS)]
    review = reviews[-1][0]
    row, _ = spent(lambda: type(row).objects.get(pk=row.pk))
    _, save = spent(lambda: import_list(row, seen=review["digest"], by=None, at=NOW))
    seconds = [figures["seconds"] for _, figures in reviews]
    return {
        "upload": upload,
        "review": reviews[-1][1] | {"seconds": median(seconds), "spread": round(max(seconds) - min(seconds), 2)},
        "save": save,
        "counts": review["counts"],
    }


def main():
    from participants.operations.observers import set_observer_places

    roster = reference()
    set_observer_places(roster, number=1000, by=None, at=NOW)
    figures = {
        "delegates": measure(roster, "delegates", delegates(roster)),
        "corrected": measure(roster, "delegates", corrected(roster)),
        "observers": measure(roster, "observers", observers()),
    }
    tell(lists=ROWS, **figures)
    close()


if __name__ == "__main__":
    main()
