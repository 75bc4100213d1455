"""Jobs: asked for, taken by one worker, made print by print, cancelled, and taken up again where a worker died.

A list that came as a file is reviewed by a job too, with nothing else but its rows to count.

Every change of a job's state is one conditional UPDATE, so that of two workers, or of a worker and who cancels, one
succeeds and the other sees that it did not, on any database.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F

from events.documents.archives import index, zip_of
from events.documents.progress import Stopped, reported_to
from events.documents.wanted import Wanted, state_of
from events.domain.facts import MeetingFacts
from events.models import Job, Revision, StoredPrint
from events.models.prints import (
    BROKEN,
    CANCELLED,
    DONE,
    FAILED,
    ISSUE,
    LIST,
    LOST,
    OPEN_STATES,
    RUNNING,
    WAITING,
    ZIP,
)
from events.operations.issued_prints import IssueWish, draw, issue_of, to_draw
from events.operations.prints import found_or_drawn
from events.queries import meeting_facts, office_look
from meetingplanner.languages import INTERFACE_LANGUAGES
from participants.models import ListFile, Roster, User
from participants.operations.list_files import review_file

MOST_ATTEMPTS = 3
# A worker gives a sign of life at every print and at every sheet of a long one.
DEAD_AFTER = timedelta(minutes=2)
ASK_AGAIN_AFTER = timedelta(minutes=1)
BEAT = timedelta(seconds=1)
KEPT_JOBS, KEPT_PRINTS = timedelta(days=1), timedelta(days=30)

Clock = Callable[[], datetime]


@dataclass(frozen=True, kw_only=True)
class ListWish:
    """The review of a list that came as a file, by the file's uuid, and the version of its columns."""

    list_file: str
    version: int


def ask(
    roster: Roster, wanted: Sequence[Wanted | ListWish | IssueWish], *, kind: str, by: User | None, at: datetime
) -> tuple[Job, bool]:
    """Return a job that makes `wanted`, and whether it is new: one under way with the same wish serves everybody.

    Of the prints of a revision one that has begun may have seen fewer: only one that waits serves.
    """
    wish = [asdict(one) for one in wanted]
    states = (WAITING,) if kind == ISSUE else OPEN_STATES
    for job in Job.objects.filter(roster=roster, kind=kind, state__in=states):
        if job.wanted == wish:
            return job, False
    return Job.objects.create(roster=roster, kind=kind, wanted=wish, by=by, asked_at=at, heartbeat_at=at), True


def cancel(job: Job, *, at: datetime) -> bool:
    """Cancel a job that waits or runs, and return whether it did; the worker stops at the next sheet."""
    return bool(_open(job.pk).update(state=CANCELLED, heartbeat_at=at))


def make(uuid: UUID | str, *, clock: Clock) -> None:
    """Take the job that waits and make it; do nothing if another worker has it, it was cancelled or is there no more.

    Prints that are made stay in the store whatever becomes of the job, and are not drawn again; a ZIP file is there
    whole or not at all. A document that cannot be made ends the job and raises what it raised.
    """
    is_mine = Job.objects.filter(uuid=uuid, state=WAITING).update(
        state=RUNNING, attempts=F("attempts") + 1, done=0, part=0, heartbeat_at=clock()
    )
    if not is_mine:
        return
    work = _Work(job=Job.objects.select_related("roster", "by").get(uuid=uuid), clock=clock)
    try:
        {LIST: work.review, ISSUE: work.issue}.get(work.job.kind, work.do)()
    except Stopped:
        return
    except Exception:
        work.end(FAILED, reason=BROKEN)
        raise
    except BaseException:
        # The worker is being stopped: another one begins at once where this one ends.
        work.end(WAITING)
        raise


def recover(*, at: datetime) -> list[UUID]:
    """Return the jobs that somebody has to be asked to make, longest waiting first; each to one caller alone.

    Those whose worker gives no sign of life wait again, or fail after three attempts; those that wait for long may have
    lost who was asked.
    """
    for job in Job.objects.filter(state=RUNNING, heartbeat_at__lt=at - DEAD_AFTER):
        is_over = job.attempts >= MOST_ATTEMPTS
        values = {"state": FAILED, "reason": LOST} if is_over else {"state": WAITING}
        Job.objects.filter(pk=job.pk, state=RUNNING, heartbeat_at=job.heartbeat_at).update(**values)
    found = []
    for job in Job.objects.filter(state=WAITING, heartbeat_at__lt=at - ASK_AGAIN_AFTER).order_by("asked_at", "pk"):
        same = Job.objects.filter(pk=job.pk, state=WAITING, heartbeat_at=job.heartbeat_at)
        if same.update(heartbeat_at=at):
            found.append(job.uuid)
    return found


def tidy(*, at: datetime) -> None:
    """Throw away what nobody comes for: jobs ended a day ago, prints made a month ago."""
    Job.objects.exclude(state__in=OPEN_STATES).filter(heartbeat_at__lt=at - KEPT_JOBS).delete()
    StoredPrint.objects.filter(made_at__lt=at - KEPT_PRINTS).delete()


def _open(pk: int):
    return Job.objects.filter(pk=pk, state__in=OPEN_STATES)


@dataclass(kw_only=True)
class _Work:
    """One attempt at a job. Whoever lost it, by a cancellation or because it was thought dead, is Stopped."""

    job: Job
    clock: Clock
    done: int = 0
    beaten_at: datetime | None = field(default=None)

    def do(self) -> None:
        roster = self.job.roster
        facts, office = meeting_facts(roster), office_look()
        state = state_of(facts)
        prints = []
        with reported_to(self.report):
            for wanted in (Wanted(**one) for one in self.job.wanted):
                self.beat(0)
                made = found_or_drawn(roster, wanted, facts=facts, office=office, state=state, at=self.clock())
                if self.job.kind == ZIP:
                    prints.append((wanted, made))
                self.done += 1
        result = self.packed(prints, facts) if self.job.kind == ZIP else {}
        self.end(DONE, done=self.done, part=0, **result)

    def review(self) -> None:
        """Judge the file, if it is there still; the review is kept with it."""
        wish = ListWish(**self.job.wanted[0])
        files = ListFile.objects.filter(roster=self.job.roster, uuid=wish.list_file, saved_at__isnull=True)
        if row := files.select_related("roster").first():
            review_file(row, at=self.clock(), progress=self.report)
        self.end(DONE, done=1, part=0)

    def issue(self) -> None:
        """Draw what is not drawn yet of a revision; what is drawn stays, so an attempt goes on where another ended."""
        revision = Revision.objects.get(uuid=IssueWish(**self.job.wanted[0]).revision)
        if revision.withdrawn_at is None:
            issue, rows = issue_of(revision, office=office_look()), to_draw(revision)
            for number, row in enumerate(rows):
                self.beat(100 * number // len(rows))
                with reported_to(lambda done, total: self.sign()):
                    draw(row, issue, at=self.clock())
        self.end(DONE, done=1, part=0)

    def sign(self) -> None:
        """Give a sign of life in the middle of a long print, without telling of it."""
        if self.beaten_at is None or self.clock() - self.beaten_at >= BEAT:
            self.beaten_at = self.clock()
            if not self.mine().update(heartbeat_at=self.beaten_at):
                raise Stopped

    def packed(self, prints: list[tuple[Wanted, StoredPrint]], facts: MeetingFacts) -> dict[str, Any]:
        languages = dict.fromkeys(wanted.language for wanted, _ in prints)
        named = [(wanted, one.name if one.size else "") for wanted, one in prints]
        about = index(named, kind=facts.kind, language=self.reads())
        files = ((one.name, bytes(one.content)) for _, one in prints if one.size)
        content = zip_of(files, about=about, as_of=facts.roster.changed_at)
        return {"content": content, "name": f"{facts.roster.slug}-documents-{'-'.join(languages)}.zip"}

    def reads(self) -> str:
        """The language of who asked: the list in a ZIP file is for them, not for who is given its prints."""
        return (self.job.by.language if self.job.by else "") or INTERFACE_LANGUAGES[0]

    def report(self, done: int, total: int) -> None:
        now = self.clock()
        if self.beaten_at is None or now - self.beaten_at >= BEAT:
            self.beat(100 * done // total)

    def beat(self, part: int) -> None:
        self.beaten_at = self.clock()
        if not self.mine().update(done=self.done, part=part, heartbeat_at=self.beaten_at):
            raise Stopped

    def end(self, state: str, **values) -> bool:
        return bool(self.mine().update(state=state, heartbeat_at=self.clock(), **values))

    def mine(self):
        return Job.objects.filter(pk=self.job.pk, state=RUNNING, attempts=self.job.attempts)
