"""Issuing the reference meeting, drawing its prints, and calendars of 10 to 901 items made and kept: processor time.

Run: .venv/bin/python tests/benchmarks/revisions.py
`issue` is the median of several runs with its spread; `prints` and `entries` are one run each. `feed_stored` and
`public_page` are asked through the view; `feed_304` is answers a second of one process, by the wall clock.
"""

import sys
from datetime import timedelta
from statistics import median
from time import perf_counter, process_time

from ground import RUNS, measured, reference, tell


def spread(values):
    return {"cpu_ms": round(median(values) * 1000, 1), "spread_ms": round((max(values) - min(values)) * 1000, 1)}


def issues(event):
    """Seconds of each of several issues, one small change before each."""
    from events.operations.issuing import issue_revision
    from events.operations.programme import change_row
    from tests.factories import AT

    item, seconds = event.segments.first().items.first(), []
    for number in range(RUNS + 1):
        change_row(item, by=None, at=AT, duration_minutes=5 + number)
        start = process_time()
        at = AT + timedelta(hours=number)
        revision = issue_revision(event, standing="provisional", languages=("en", "fr"), by=None, at=at)
        seconds.append(process_time() - start)
    return revision, seconds[1:]


def drawing(revision):
    from events.operations.issued_prints import draw, issue_of, to_draw
    from events.queries import office_look
    from tests.factories import AT

    issue, rows = issue_of(revision, office=office_look()), to_draw(revision)
    start = process_time()
    for row in rows:
        draw(row, issue, at=AT)
    return len(rows), process_time() - start


def answers(path, **headers):
    """304s a second, from one process."""
    from django.test import Client

    client = Client()
    etag = client.get(path)["ETag"]
    start, count = perf_counter(), 300
    for _ in range(count):
        assert client.get(path, headers={"if-none-match": etag}).status_code == 304
    return round(count / (perf_counter() - start))


def main():
    from events.models import Event
    from events.operations.calendars import calendar_of
    from events.queries import meeting_facts
    from tests.meeting_facts import item, meeting, segment

    roster = reference()
    Event.objects.update(is_programme_public=True)
    event = Event.objects.get(roster=roster)
    revision, seconds = issues(event)
    tell(what="issue", **spread(seconds), facts=len(meeting_facts(roster).roster.delegations))
    count, cost = drawing(revision)
    tell(what="prints", prints=count, cpu_s=round(cost, 2))
    for size in (10, 500, 900, 901):
        facts = meeting(segment(*(item(minutes=1, kind="other") for _ in range(size))), end="23:59")
        start = process_time()
        told = calendar_of(facts, [], detail="items", language="en")
        cost = process_time() - start
        tell(what="entries", items=size, entries=len(told.values.entries), cpu_ms=round(cost * 1000, 1))
    path = f"/m/{roster.slug}/programme-{roster.slug}.ics?detail=items"
    tell(what="feed_304", a_second=answers(path))
    from django.test import Client

    tell(what="feed_stored", **measured(lambda: Client().get(path)))
    tell(what="public_page", **measured(lambda: Client().get(f"/m/{roster.slug}/")))


if __name__ == "__main__":
    sys.exit(main())
