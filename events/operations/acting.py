"""The frame of an operation on a meeting: as for the roster. Calendar entries are numbered when it is issued."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.conf import settings

from events.documents.ical import entry_digests
from events.domain.facts import MeetingFacts
from events.models import Event, Item, Segment
from participants.models import User
from participants.operations.acting import Acting, acting

CANCELLED = "cancelled"


@contextmanager
def meeting_act(event: Event, *, operation: str, by: User | None, at: datetime, why: str = "") -> Iterator[Acting]:
    """Open an operation on the meeting `event`; see `participants.operations.acting.acting`."""
    with acting(event.roster, operation=operation, by=by, at=at, why=why) as act:
        yield act


def raise_sequences(act: Acting, event: Event, facts: MeetingFacts) -> None:
    """Give each entry whose exported content changed since the last issue a sequence one higher, at an issue alone.

    An entry issued for the first time stays at 0. One that was issued and is not there any more is cancelled, which
    counts as a change, and so does its return.
    """
    digests = entry_digests(facts, domain=settings.ICAL_DOMAIN, public_url=settings.PUBLIC_URL)
    for rows in (
        Event.objects.filter(pk=event.pk),
        Segment.objects.filter(event=event),
        Item.objects.filter(segment__event=event),
    ):
        changed = {row.pk: row for row in rows if _digest(row, digests) != row.entry_digest}
        act.change_many(
            list(changed.values()),
            sequence={key: row.sequence + bool(row.entry_digest) for key, row in changed.items()},
            entry_digest={key: _digest(row, digests) for key, row in changed.items()},
            entry_changed_at=dict.fromkeys(changed, act.at),
        )


def _digest(row: Event | Segment | Item, digests: dict[str, str]) -> str:
    return digests.get(str(row.uuid), CANCELLED if row.entry_digest else "")
