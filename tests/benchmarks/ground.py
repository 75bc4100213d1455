"""A database of its own for a benchmark, with the reference meeting in it, and the same meeting grown thirtyfold."""

import json
import logging
import os
import sys
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"

import django

django.setup()
logging.disable(logging.WARNING)

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

RUNS = 5
TIMES = 30


def reference() -> Any:
    """Return the roster of the reference meeting in a database made for this process."""
    from participants.models import Roster

    # What migrations say of themselves is no figure.
    with redirect_stdout(StringIO()):
        connection.creation.create_test_db(verbosity=0)
        call_command("load_reference")
    return Roster.objects.select_related("event").get(slug="mali-2017")


@transaction.atomic
def grow(roster: Any) -> None:
    """Make thirty of each delegation, member, item, speech, paragraph, open point and request of the meeting."""
    from events.models import Item, NoteParagraph, OpenPoint, Speech
    from participants.models import Delegation
    from tests import factories

    for one in list(Delegation.objects.filter(roster=roster).prefetch_related("invitations", "delegates")):
        grounds = tuple(row.ground for row in one.invitations.all())
        for _ in range(TIMES - 1):
            other = factories.delegation(roster=roster, grounds=grounds, status=one.status)
            for _member in one.delegates.all():
                factories.delegate(delegation=other, role=_member.role)
    for number in range(TIMES * 12):
        asking = factories.delegation(roster=roster, grounds=("observer",), status="accepted")
        factories.request(delegation=asking, place_number=number + 1 if number < 12 else None)
    rows = (
        (Item, "segment__event__roster"),
        (Speech, "item__segment__event__roster"),
        (NoteParagraph, "event__roster"),
        (OpenPoint, "event__roster"),
    )
    for model, path in rows:
        for one in list(model.objects.filter(**{path: roster})):
            model.objects.bulk_create(copies(model, one))


def copies(model: Any, row: Any) -> list[Any]:
    """Return twenty-nine more of `row`, with identities and numbers of their own, after it."""
    left = {"id", "uuid", "position", "code"}
    values = {one.attname: getattr(row, one.attname) for one in model._meta.concrete_fields if one.name not in left}
    made = [model(**values, position=row.position + 100 * number) for number in range(1, TIMES)]
    for number, one in enumerate(made, 1):
        if hasattr(one, "code"):
            one.code = f"{row.code}-{number}"
    return made


def measured(work: Callable[[], Any]) -> dict[str, object]:
    """Return queries and median milliseconds of processor time of `work`, after one run that is not counted."""
    # What only tests need would count in the memory of those that measure it.
    from django.test.utils import CaptureQueriesContext

    work()
    seconds = []
    for _ in range(RUNS):
        with CaptureQueriesContext(connection) as captured:
            start = process_time()
            work()
            seconds.append(process_time() - start)
    return {
        "queries": statements(captured),
        "cpu_ms": round(median(seconds) * 1000, 1),
        "spread_ms": round((max(seconds) - min(seconds)) * 1000, 1),
    }


def statements(captured: Any) -> int:
    """Return how many statements read or wrote; those that open and close the transaction are left out."""
    return sum(1 for one in captured if one["sql"].startswith(("SELECT", "INSERT", "UPDATE", "DELETE")))


def tell(**figures: object) -> None:
    """Print one JSON object on a line."""
    sys.stdout.write(json.dumps(figures) + "\n")
    sys.stdout.flush()


def close() -> None:
    """Remove the database."""
    connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)
