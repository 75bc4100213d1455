"""Lists as files, by their pages: taken in, columns chosen, reviewed, saved, and sent out."""

import pytest
from django.urls import reverse

from events.models import Job
from events.operations import jobs
from meetingplanner.settings import TASKS
from participants.models import Act, ColumnMapping, Delegate, ListFile, Request
from participants.operations.observers import register_observer
from tests import factories as make
from tests.list_files import csv_of, newest, page, refusal, save, upload, xlsx_of

pytestmark = pytest.mark.django_db
HEAD = ("Delegation", "Received", "Contact's e-mail")


@pytest.fixture
def roster():
    return make.event(observer_places=2).roster


@pytest.fixture
def desk(client, roster):
    client.force_login(make.user(role="desk_officer", roster=roster))
    return client


@pytest.fixture
def queue(settings):
    """What is asked for waits until the test makes it."""
    settings.TASKS = TASKS


def states(*names):
    return [make.entity(en=name) for name in names]


def test_observers_come_as_a_file_and_places_go_by_the_time_received(desk, roster):
    states("Chad", "Niger", "Togo")
    rows = [("Chad", "2017-08-03 10:00", ""), ("Niger", "2017-08-01 10:00", "n@example.org"),
            ("Togo", "2017-08-02 10:00", "")]  # fmt: skip
    answer = upload(desk, roster, csv_of(HEAD, *rows, delimiter=";"))
    assert answer.url == reverse("events:list_file", args=[roster.slug, newest(roster).uuid])
    assert "3 new, 0 changed" in page(desk, roster)
    assert Request.objects.count() == 0
    answer = save(desk, roster)
    assert answer.url == reverse("events:observers", args=[roster.slug])
    held = Request.objects.filter(held__isnull=False).order_by("held__number")
    names = [one.delegation.entity.dated_names.get(language="en").list_name for one in held]
    assert names == ["Niger", "Togo"]
    act = Act.objects.get()
    assert (act.operation, act.why, act.by is not None) == ("import_list", "list.csv", True)
    assert "2 have a place. 1 waits." in desk.get(answer.url).content.decode()


def test_pressing_twice_saves_once(desk, roster):
    states("Chad")
    upload(desk, roster, csv_of(HEAD, ("Chad", "2017-08-01 10:00", "")))
    seen = newest(roster).review["digest"]
    assert save(desk, roster).status_code == 302
    assert save(desk, roster, seen=seen).status_code == 302
    assert (Request.objects.count(), Act.objects.count()) == (1, 1)
    row = newest(roster)
    assert (bytes(row.content), row.review, row.saved_at is not None) == (b"", None, True)
    assert "This file was saved on" in page(desk, roster)


def test_review_that_is_out_of_date_is_refused_and_shown_anew(desk, roster):
    chad, niger = states("Chad", "Niger")
    upload(desk, roster, csv_of(HEAD, ("Chad", "2017-08-01 10:00", ""), ("Niger", "2017-08-01 11:00", "")))
    register_observer(roster, entity=niger, received_at=make.AT, by=None, at=make.AT)
    answer = save(desk, roster)
    assert "Nothing was saved" in desk.get(answer.url).content.decode()
    assert Request.objects.count() == 1
    assert "1 new, 0 changed" not in page(desk, roster)
    assert newest(roster).review["errors"] == 1
    assert {row["number"] for row in newest(roster).review["rows"] if row["remarks"]} == {3}


def test_file_with_errors_saves_nothing_and_tells_them_all(desk, roster):
    states("Chad", "Niger")
    rows = [("Chad", "2017-08-01 10:00", "nobody"), ("Nigre", "yesterday", ""), ("Niger", "2017-08-01 10:00", "")]
    upload(desk, roster, csv_of(HEAD, *rows))
    text = page(desk, roster)
    assert "3 errors. Nothing of the file can be saved" in text
    assert "In column C, Contact's e-mail: “nobody” is no e-mail address" in text
    assert "In column A, Delegation: The directory has no “Nigre”. Nearest: Niger" in text
    assert "In column B, Received: “yesterday” is no date and time" in text
    assert save(desk, roster).status_code == 302
    assert (Request.objects.count(), Act.objects.count()) == (0, 0)


def test_columns_that_are_not_understood_are_asked_for_and_remembered(desk, roster):
    states("Chad", "Niger")
    head = ("Who is it", "Came in", "Colour")
    upload(desk, roster, csv_of(head, ("Chad", "2017-08-01 10:00", "red")))
    row = newest(roster)
    address = reverse("events:list_columns", args=[roster.slug, row.uuid])
    answer = desk.post(address, {"column_0": "", "column_1": "received_at", "column_2": "received_at", "version": 1})
    errors = answer.context["form"].errors
    assert "Say which column names the delegation" in errors["__all__"][0]
    assert "Column B is this already" in errors["column_2"][0]
    answer = desk.post(address, {"column_0": "delegation", "column_1": "received_at", "column_2": "", "version": 1})
    assert answer.url == reverse("events:list_file", args=[roster.slug, row.uuid])
    assert newest(roster).review["counts"]["new"] == 1
    stale = desk.post(address, {"column_0": "code", "column_1": "", "column_2": "", "version": 1})
    assert "Somebody saved this after you opened it" in stale.content.decode()
    answer = upload(desk, roster, csv_of(head, ("Niger", "2017-08-02 10:00", "")))
    assert answer.url == reverse("events:list_file", args=[roster.slug, newest(roster).uuid])
    other = make.event().roster
    desk.force_login(make.user(role="desk_officer"))
    assert "/columns/" in upload(desk, other, csv_of(head, ("Niger", "2017-08-02 10:00", ""))).url
    assert ColumnMapping.objects.get().columns == {
        "who is it": "delegation", "came in": "received_at", "colour": "",
    }  # fmt: skip


def test_long_file_is_reviewed_by_a_worker_and_its_page_shows_how_far(desk, roster, queue):
    for number in range(3):
        make.entity(en=f"State {number}")
    rows = [(f"State {number}", "2017-08-01 10:00", "") for number in range(501)]
    upload(desk, roster, xlsx_of(HEAD, *rows), name="long.xlsx")
    job = Job.objects.get(kind="list")
    assert "Waiting to begin." in page(desk, roster)
    polled = desk.get(reverse("events:job", args=[roster.slug, job.uuid]), headers={"HX-Request": "true"})
    assert "Waiting to begin." in polled.content.decode()
    jobs.make(job.uuid, clock=lambda: make.AT)
    assert newest(roster).review["counts"] == {"error": 498, "new": 3, "changed": 0, "unchanged": 0, "doubt": 0}
    polled = desk.get(reverse("events:job", args=[roster.slug, job.uuid]), headers={"HX-Request": "true"})
    assert polled.headers["HX-Redirect"] == reverse("events:list_file", args=[roster.slug, newest(roster).uuid])
    text = page(desk, roster)
    assert "498 errors" in text and "Page 1 of 3" in text
    assert "Page 1 of 3" in page(desk, roster, "?show=error")


def test_review_that_was_cancelled_can_be_asked_for_again(desk, roster, queue):
    upload(desk, roster, csv_of(HEAD, *[("Nowhere", "", "")] * 501))
    job, row = Job.objects.get(kind="list"), newest(roster)
    desk.post(reverse("events:job_cancel", args=[roster.slug, job.uuid]))
    jobs.make(job.uuid, clock=lambda: make.AT)
    assert "The review was cancelled." in page(desk, roster)
    desk.post(reverse("events:list_review", args=[roster.slug, row.uuid]))
    assert Job.objects.filter(kind="list", state="waiting").count() == 1


def test_list_that_goes_out_comes_back_unchanged(desk, roster):
    delegation = make.delegation(roster=roster, entity=make.entity(en="=Chad"), note="=1+1")
    make.delegate(delegation=delegation, family_name="-Keïta", function={"en": "'@Minister"})
    register_observer(roster, entity=make.entity(en="Niger"), received_at=make.AT, by=None, at=make.AT, note="+33")
    for kind in ("delegations", "delegates", "observers"):
        for file_format in ("csv", "xlsx"):
            sent = desk.get(reverse("events:list_export", args=[roster.slug, kind, file_format]))
            answer = upload(desk, roster, sent.content, kind=kind, name=f"{kind}.{file_format}")
            assert answer.url == reverse("events:list_file", args=[roster.slug, newest(roster).uuid])
            review = newest(roster).review
            assert (kind, review["errors"], review["absent"]) == (kind, 0, 0)
            assert review["counts"]["unchanged"] == (2 if kind == "delegations" else 1)
            assert "Nothing would change" in page(desk, roster)


def test_list_that_goes_out_is_corrected_and_comes_back(desk, roster):
    person = make.delegate(delegation=make.delegation(roster=roster, entity=make.entity(en="Chad")))
    sent = desk.get(reverse("events:list_export", args=[roster.slug, "delegates", "csv"])).content.decode()
    upload(desk, roster, sent.replace("Keïta", "Keita Cissé").encode(), kind="delegates")
    text = page(desk, roster)
    assert "Family name Keïta → Keita Cissé" in text
    assert save(desk, roster).status_code == 302
    person.refresh_from_db()
    assert (person.family_name, person.sort_key, person.version) == (
        "Keita Cissé", "keita cisse ibrahim boubacar", 2,
    )  # fmt: skip


def test_file_is_thrown_away_after_a_day(desk, roster):
    make.list_file(roster=roster)
    upload(desk, roster, csv_of(HEAD, ("Nowhere", "", "")))
    assert ListFile.objects.count() == 1


def test_only_those_who_may_change_the_list_take_it_in_or_out(client, roster):
    client.force_login(make.user(role="rapporteur", roster=roster))
    assert upload(client, roster, csv_of(HEAD)).status_code == 403
    assert client.get(reverse("events:list_export", args=[roster.slug, "delegates", "csv"])).status_code == 403


def test_missing_file_and_unknown_list_are_said(desk, roster):
    answer = desk.post(reverse("events:lists", args=[roster.slug]), {"kind": "guests"})
    errors = answer.context["form"].errors
    assert errors["file"] == ["Choose a file."] and "kind" in errors
    assert desk.get(reverse("events:list_export", args=[roster.slug, "guests", "csv"])).status_code == 404
    assert refusal(upload(desk, roster, b"")) == "The file is empty."


def test_names_of_every_script_are_kept_as_written(desk, roster):
    delegation = make.delegation(roster=roster, entity=make.entity(en="Chad"), places_at_table=3)
    rows = [("Chad", "محمد", "بن سلمان"), ("Chad", "", "王毅"), ("Chad", "Élise", "d'Ornano-N’Diaye")]
    upload(desk, roster, xlsx_of(("Delegation", "Given names", "Family name"), *rows), kind="delegates")
    assert save(desk, roster).status_code == 302
    kept = Delegate.objects.filter(delegation=delegation).order_by("position").values_list("given_names", "family_name")
    assert list(kept) == [row[1:] for row in rows]
