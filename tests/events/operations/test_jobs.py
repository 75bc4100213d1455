"""Jobs: made inline, reported, cancelled in the middle, taken up again where a worker died, and never made twice."""

import threading
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import connection, connections

from events.documents import DOCUMENTS
from events.documents.wanted import Wanted, every_print
from events.models import Job, StoredPrint
from events.operations.jobs import ask, cancel, make, recover, tidy
from events.queries import meeting_facts
from events.tasks import ask_for, look_after
from tests import factories

pytestmark = pytest.mark.django_db
AT = factories.AT
PLATES = Wanted(document="table-plates", language="en", paper="a4")
AGENDA = Wanted(document="programme-xlsx", language="fr")
PODIUM = Wanted(document="podium-plates", language="en", paper="a4")


class Clock:
    """A clock that goes on by `step` each time it is looked at, and does what is asked for at that moment."""

    def __init__(self, *, step=timedelta(seconds=2), then=None, looks=0):
        self.now, self.step, self.then, self.looks = AT, step, then, looks

    def __call__(self):
        self.now += self.step
        self.looks -= 1
        if self.looks == 0 and self.then:
            self.then()
        return self.now


@pytest.fixture
def roster():
    event = factories.event(slug="mali", has_segment=True)
    for number in range(5):
        factories.delegation(roster=event.roster, entity=factories.entity(en=f"State {number}"), status="accepted")
    return event.roster


def asked(roster, *wanted, kind="zip"):
    return ask(roster, wanted, kind=kind, by=None, at=AT)[0]


def fresh(job):
    job.refresh_from_db()
    return job


def test_job_is_made_where_it_is_asked_for_and_holds_every_print_that_there_is(roster):
    job = ask_for(roster, [PLATES, AGENDA, PODIUM], kind="zip", by=None, at=AT)
    assert (job.state, job.percent, job.attempts, job.name) == ("done", 100, 1, "mali-documents-en-fr.zip")
    archive = ZipFile(BytesIO(job.content))
    assert archive.namelist() == ["README.txt", "mali-table-plates-en.pdf", "mali-programme-xlsx-fr.xlsx"]
    assert archive.read("mali-table-plates-en.pdf").startswith(b"%PDF")
    index = archive.read("README.txt").decode()
    assert index.splitlines()[-2:] == ["Left out, since there is nothing to print yet:", "Podium plates (English)"]


def test_same_wish_under_way_is_one_job_and_an_ended_one_is_asked_for_anew(roster):
    first = asked(roster, PLATES)
    assert ask(roster, [PLATES], kind="zip", by=None, at=AT) == (first, False)
    assert ask(roster, [AGENDA], kind="zip", by=None, at=AT)[1] is True
    make(first.uuid, clock=Clock())
    assert ask(roster, [PLATES], kind="zip", by=None, at=AT)[1] is True


def test_nothing_is_drawn_twice_until_the_facts_change(roster):
    for _ in range(2):
        ask_for(roster, [PLATES], kind="zip", by=None, at=AT)
    first = StoredPrint.objects.get()
    factories.delegation(roster=roster, entity=factories.entity(en="Mali"), status="accepted")
    ask_for(roster, [PLATES], kind="zip", by=None, at=AT)
    newer = StoredPrint.objects.get()
    assert (newer.pk, newer.pages, newer.key != first.key) == (first.pk, first.pages + 1, True)


def test_progress_is_told_sheet_by_sheet(roster):
    job, seen = asked(roster, AGENDA, PLATES), []

    def look():
        row = Job.objects.get(pk=job.pk)
        seen.append((row.done, row.part, row.percent))

    clock = Clock()
    make(job.uuid, clock=lambda: (look(), clock())[1])
    parts = [part for done, part, _ in seen if done == 1]
    assert sorted(set(parts)) == [0, 20, 40, 60, 80]
    assert [percent for *_, percent in seen] == sorted(percent for *_, percent in seen)


def test_cancel_in_the_middle_of_a_document_leaves_nothing_half(roster):
    job = asked(roster, AGENDA, PLATES)
    make(job.uuid, clock=Clock(then=lambda: cancel(job, at=AT), looks=6))
    assert (fresh(job).state, bytes(job.content), job.done) == ("cancelled", b"", 1)
    assert [one.document for one in StoredPrint.objects.all()] == ["programme-xlsx"]


def test_cancelled_before_it_began_is_never_made_and_what_is_over_is_not_cancelled(roster):
    job = asked(roster, PLATES)
    assert (cancel(job, at=AT), cancel(job, at=AT)) == (True, False)
    make(job.uuid, clock=Clock())
    assert (fresh(job).state, StoredPrint.objects.count()) == ("cancelled", 0)


def test_job_of_a_dead_worker_is_taken_up_again(roster):
    job = asked(roster, PLATES)
    Job.objects.filter(pk=job.pk).update(state="running", attempts=1, heartbeat_at=AT)
    assert recover(at=AT + timedelta(seconds=90)) == []
    assert look_after(at=AT + timedelta(minutes=3)) == 1
    assert (fresh(job).state, job.attempts) == ("done", 2)


def test_job_whose_workers_keep_dying_fails_with_its_reason(roster):
    job = asked(roster, PLATES)
    Job.objects.filter(pk=job.pk).update(state="running", attempts=3, heartbeat_at=AT)
    assert look_after(at=AT + timedelta(minutes=3)) == 0
    assert (fresh(job).state, job.reason) == ("failed", "lost")


def test_job_that_nobody_was_told_of_is_asked_for_again_by_one_alone(roster):
    job, later = asked(roster, PLATES), AT + timedelta(minutes=2)
    assert (recover(at=later), recover(at=later)) == ([job.uuid], [])


def test_worker_thought_dead_changes_nothing_when_it_comes_back(roster):
    job = asked(roster, PLATES)

    def taken_by_another():
        Job.objects.filter(pk=job.pk).update(attempts=2, heartbeat_at=AT)

    make(job.uuid, clock=Clock(then=taken_by_another, looks=4))
    assert (fresh(job).state, job.attempts, bytes(job.content)) == ("running", 2, b"")


def test_worker_that_is_stopped_hands_its_job_back(roster):
    job = asked(roster, PLATES)

    def stopped():
        raise SystemExit(1)

    with pytest.raises(SystemExit):
        make(job.uuid, clock=Clock(then=stopped, looks=4))
    make(job.uuid, clock=Clock())
    assert (fresh(job).state, job.attempts) == ("done", 2)


def test_document_that_cannot_be_made_ends_the_job_with_its_reason(roster):
    job = asked(roster, Wanted(document="seating-plan", language="en", paper="a4", moment="gone"))
    with pytest.raises(LookupError):
        make(job.uuid, clock=Clock())
    assert (fresh(job).state, job.reason) == ("failed", "broken")


def test_old_jobs_and_prints_are_thrown_away(roster):
    ask_for(roster, [PLATES], kind="zip", by=None, at=AT)
    Job.objects.update(heartbeat_at=AT)
    StoredPrint.objects.update(made_at=AT)
    waiting = asked(roster, AGENDA)
    tidy(at=AT + timedelta(hours=23))
    assert (Job.objects.count(), StoredPrint.objects.count()) == (2, 1)
    tidy(at=AT + timedelta(days=31))
    assert (Job.objects.get(), StoredPrint.objects.count()) == (waiting, 0)


def test_every_document_can_be_wanted_and_is_kept_in_a_place_of_its_own(roster):
    wanted = every_print(meeting_facts(roster), DOCUMENTS.values(), languages=["en", "fr"])
    job = ask_for(roster, wanted, kind="prints", by=None, at=AT)
    assert (job.state, StoredPrint.objects.count()) == ("done", len(wanted))
    assert {one.document for one in StoredPrint.objects.filter(pages=0)} == {
        *(slug for slug, one in DOCUMENTS.items() if one.content_type != "application/pdf"),
        *("podium-plates", "plates-changed", "badges", "seat-moves", "seat-slips", "changeover"),
        *("concept-note", "concept-note-marked-up"),
    }


def at_once(act, *, count):
    """Call `act` in `count` threads that begin together, and raise what one of them raised."""
    line, failures = threading.Barrier(count), []

    def one():
        line.wait()
        try:
            act()
        except Exception as error:
            failures.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=one) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


LANGUAGES = ("en", "fr", "es", "ru")
CROWD = 8 if connection.vendor == "postgresql" else 4


@pytest.mark.django_db(transaction=True)
def test_many_workers_make_each_job_once(roster):
    wished = [asked(roster, Wanted(document="programme-xlsx", language=code)) for code in LANGUAGES]
    at_once(lambda: [make(job.uuid, clock=Clock()) for job in wished], count=CROWD)
    assert [(job.state, job.attempts) for job in Job.objects.all()] == [("done", 1)] * len(LANGUAGES)


@pytest.mark.django_db(transaction=True)
def test_many_that_look_after_lost_jobs_ask_for_each_once(roster):
    for code in LANGUAGES:
        asked(roster, Wanted(document="programme-xlsx", language=code))
    Job.objects.update(state="running", attempts=1)
    found = []
    at_once(lambda: found.extend(recover(at=AT + timedelta(minutes=5))), count=CROWD)
    assert sorted(found) == sorted(Job.objects.values_list("uuid", flat=True))
