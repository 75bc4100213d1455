"""Calendars to follow: made anew and as they are kept, for 10, 500, 900 and 901 items, and by sittings for 5,000.

A line each: `made_ms` is what making one calendar costs, `sent_ms` an answer with the bytes that are kept, `told`
what it has entries for; then how many answers 304 a second one process gives. `issue_ms` and `statements` are of the
second issue, in which one item in ten has another title, with every calendar of the meeting in two languages.
Run: .venv/bin/python tests/benchmarks/calendars.py
"""

from datetime import timedelta
from statistics import median
from time import process_time

from django.db import connection
from django.test.utils import CaptureQueriesContext
from ground import RUNS, close, reference, statements, tell

ASKED = 300
CASES = (("items", 10), ("items", 500), ("items", 900), ("items", 901), ("sittings", 5_000))
SEGMENTS = 20


def meeting(size):
    """A public meeting of one day with so many items in twenty parts."""
    from events.models import Item
    from tests import factories

    event = factories.event(slug=f"items-{size}", is_programme_public=True)
    parts = [factories.segment(event=event, position=number) for number in range(min(SEGMENTS, size))]
    words = {"en": "What the item is about, in a sentence or two. " * 4}
    Item.objects.bulk_create(
        Item(
            segment=parts[number * len(parts) // size], position=number, kind="other", duration_minutes=1,
            title={"en": f"Item {number}"}, description=words, entry_changed_at=factories.AT,
            entry_created_at=factories.AT,
        )
        for number in range(size)
    )  # fmt: skip
    return event


def issue(event, hours):
    """The revision issued so many hours on, with statements and milliseconds of processor time."""
    from events.operations.issuing import issue_revision
    from tests import factories

    at = factories.AT + timedelta(hours=hours)
    with CaptureQueriesContext(connection) as captured:
        start = process_time()
        revision = issue_revision(event, standing="provisional", languages=["en"], by=None, at=at)
        spent = process_time() - start
    return revision, {"issue_ms": milliseconds(spent), "statements": statements(captured)}


def milliseconds(seconds):
    return round(seconds * 1000, 1)


def timed(work, times=RUNS):
    """Median seconds of processor time of `work`, after one run that is not counted."""
    work()
    seconds = []
    for _ in range(times):
        start = process_time()
        work()
        seconds.append(process_time() - start)
    return median(seconds)


def answers(event, detail):
    """What a kept calendar costs to send, and how many answers 304 a second there are."""
    from django.test import Client

    client, address = Client(), f"/m/{event.roster.slug}/programme-{event.roster.slug}.ics?detail={detail}"
    first = client.get(address)
    same = {"If-None-Match": first["ETag"]}
    assert client.get(address, headers=same).status_code == 304
    sent = timed(lambda: client.get(address))
    unchanged = timed(lambda: client.get(address, headers=same), ASKED)
    return {"bytes": len(first.content), "sent_ms": milliseconds(sent), "unchanged_per_second": round(1 / unchanged)}


def measure(detail, size):
    from events.documents.ical import render
    from events.issued import revision_facts
    from events.models import Item
    from events.operations.calendars import calendar_of, issued_calendar, told_detail

    event = meeting(size)
    issue(event, 1)
    changed = Item.objects.filter(segment__event=event)[: max(size // 10, 1)]
    Item.objects.filter(pk__in=[one.pk for one in changed]).update(title={"en": "Renamed"})
    revision, figures = issue(event, 2)
    facts = revision_facts(revision)
    made = timed(lambda: render(calendar_of(facts, [], detail=detail, language="en").values))
    told = told_detail(issued_calendar(revision, detail=detail, language="en"))
    tell(items=size, asked=detail, told=told, made_ms=milliseconds(made), **answers(event, detail), **figures)


def main():
    reference()
    for detail, size in CASES:
        measure(detail, size)
    close()


if __name__ == "__main__":
    main()
