"""What was issued of a meeting: its current revision, and the facts as they were frozen."""

from datetime import datetime
from functools import lru_cache

from events.domain.edition import LastIssue
from events.domain.facts import MeetingFacts
from events.domain.snapshot import from_json
from events.domain.wallclock import instant
from events.models import Revision
from participants.models import Roster

# A snapshot of the reference meeting is about a megabyte as values: those of a few meetings stay at hand.
KEPT = 16


class Purged(LookupError):
    """The facts of a revision were purged after it was read."""


def current_revision(roster: Roster) -> Revision | None:
    """Return the newest revision of the meeting, without its snapshot; None before the first and once it was purged."""
    return Revision.objects.filter(roster=roster, withdrawn_at__isnull=True).order_by("-number").first()


def revision_before(revision: Revision) -> Revision | None:
    """Return the revision that `revision` supersedes, None for the base. One query."""
    earlier = Revision.objects.filter(roster=revision.roster_id, number__lt=revision.number)
    return earlier.order_by("-number").first()


def revision_facts(revision: Revision) -> MeetingFacts | None:
    """Return the facts as they were issued, None once they were purged. One query at most, none for one at hand."""
    if revision.withdrawn_at is not None:
        return None
    try:
        return _facts(str(revision.uuid))
    except Purged:
        return None


def told_facts(roster: Roster) -> MeetingFacts | None:
    """Return the facts of the current revision: what everybody outside may know. None while nothing is issued."""
    revision = current_revision(roster)
    return revision_facts(revision) if revision else None


def last_issue(roster: Roster) -> LastIssue | None:
    """Return the current revision with its facts, None while nothing is issued. Two queries at most."""
    revision = current_revision(roster)
    facts = revision_facts(revision) if revision else None
    return LastIssue(number=revision.number, issued_at=revision.issued_at, facts=facts) if facts else None


def answers_due_at(roster: Roster) -> datetime | None:
    """Return until when delegations may answer: the later of the draft's deadline and the one issued last.

    So nobody is held to a term that was not told yet, and an extension counts at once. None where either sets none.
    """
    told, wall = told_facts(roster), roster.event.reply_deadline
    terms = [wall and instant(wall, roster.zone)]
    if told:
        terms.append(told.reply_deadline and instant(told.reply_deadline, told.roster.zone))
    return max(terms) if all(terms) else None


@lru_cache(maxsize=KEPT)
def _facts(uuid: str) -> MeetingFacts:
    text = Revision.objects.values_list("facts", flat=True).get(uuid=uuid)
    if not text:
        raise Purged(uuid)
    return from_json(text)
