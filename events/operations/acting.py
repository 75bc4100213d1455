"""The frame of an operation on a meeting: as for the roster, and calendar entries that changed get a new sequence."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.conf import settings

from events.documents.ical import entry_digests
from events.models import Event, Item, Segment
from events.queries import meeting_facts
from participants.models import User
from participants.operations.acting import Acting, acting


@contextmanager
def meeting_act(event: Event, *, operation: str, by: User | None, at: datetime, why: str = "") -> Iterator[Acting]:
    """Open an operation on the meeting `event`; see `participants.operations.acting.acting`.

    At its end the calendar entries whose exported content differs from what is stored get the next sequence.
    """
    with acting(event.roster, operation=operation, by=by, at=at, why=why) as act:
        yield act
        if act.changes:
            raise_sequences(act, event)


def raise_sequences(act: Acting, event: Event) -> None:
    """Give each entry whose exported content changed a sequence one higher; an entry's first digest leaves it at 0."""
    facts = meeting_facts(act.roster)
    digests = entry_digests(facts, domain=settings.ICAL_DOMAIN, public_url=settings.PUBLIC_URL)
    rows = (
        *Event.objects.filter(pk=event.pk),
        *Segment.objects.filter(event=event),
        *Item.objects.filter(segment__event=event),
    )
    for row in rows:
        digest = digests.get(str(row.uuid), row.entry_digest)
        if digest == row.entry_digest:
            continue
        sequence = row.sequence + 1 if row.entry_digest else row.sequence
        act.change(row, sequence=sequence, entry_digest=digest, entry_changed_at=act.at)
