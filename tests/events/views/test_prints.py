"""Prints looked at, asked for, taken away as ZIP and cancelled: what the page shows, and who may have what."""

from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.urls import reverse

from events.documents import DOCUMENTS
from events.models import Job, StoredPrint
from events.views import documents
from events.views.document_rows import groups_of
from participants.models import Roster
from tests import factories

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture
def roster():
    event = factories.event(slug="mali", has_segment=True)
    factories.room(event=event)
    for number in range(3):
        factories.delegation(roster=event.roster, entity=factories.entity(en=f"State {number}"), status="accepted")
    return event.roster


@pytest.fixture
def desk(client, roster):
    client.force_login(factories.user(role="desk_officer"))
    return client


def at(name, *args):
    return reverse(f"events:{name}", args=["mali", *args])


def page(client, **query):
    return client.get(at("documents"), query)


def viewed(client, slug="table-plates", **query):
    return client.get(at("document_view", slug, "en"), query)


def test_page_draws_nothing_and_asks_for_what_it_lacks(desk):
    response = page(desk, language="fr", paper="letter")
    assert StoredPrint.objects.count() == 0
    html = response.content.decode()
    assert 'hx-trigger="load, submit"' in html and 'name="language" value="fr"' in html


def test_pictures_pages_and_sizes_show_once_they_are_made_and_are_not_asked_for_again(desk, roster):
    response = desk.post(at("prints_make"), {"language": "en"}, headers=HTMX)
    assert "prints-made" in response["HX-Trigger"]
    rows = {row["slug"]: row["made"] for row in page(desk).context["rows"]}
    assert None not in rows.values()
    assert (rows["table-plates"].pages, rows["table-plates"].size > 1000) == (3, True)
    html = page(desk).content.decode()
    assert at("print_picture", rows["table-plates"].key) in html and "3 pages" in html
    assert 'hx-trigger="load, submit"' not in html
    desk.post(at("prints_make"), {"language": "en"})
    assert Job.objects.count() == 1


def test_without_scripts_the_job_has_a_page_of_its_own(desk):
    response = desk.post(at("prints_make"), {"language": "en"}, follow=True)
    assert "All prints are made." in response.content.decode()


def test_picture_is_a_png_and_kept_by_the_browser(desk, roster):
    viewed(desk)
    answer = desk.get(at("print_picture", StoredPrint.objects.get().key))
    assert (answer["Content-Type"], answer.content[:4]) == ("image/png", b"\x89PNG")
    assert "immutable" in answer["Cache-Control"]
    assert desk.get(at("print_picture", "nosuchkey")).status_code == 404


def test_documents_are_grouped_by_use_and_every_one_is_shown(desk):
    groups = page(desk).context["groups"]
    assert [one["code"] for one in groups] == ["before", "room", "after"]
    assert {row["slug"] for one in groups for row in one["rows"]} == set(DOCUMENTS)


def test_document_that_no_group_names_comes_last_in_the_first():
    rows = [{"slug": slug} for slug in ("brand-new", "summary", "programme")]
    shown = [(one["code"], [row["slug"] for row in one["rows"]]) for one in groups_of(rows)]
    assert shown == [("before", ["programme", "brand-new"]), ("after", ["summary"])]


def test_zip_holds_what_the_reader_may_have_in_the_languages_chosen(client, roster):
    client.force_login(factories.user(role="viewer"))
    response = client.post(at("zip_make"), {"languages": ["en", "fr"], "paper": "letter"}, headers=HTMX)
    job = Job.objects.get()
    assert at("job_file", job.uuid) in response.content.decode()
    names = ZipFile(BytesIO(client.get(at("job_file", job.uuid)).content)).namelist()
    assert {"mali-programme-en.pdf", "mali-programme-fr.pdf", "mali-programme-xlsx-fr.xlsx"} < set(names)
    assert not [name for name in names if "observers" in name]
    assert {one["paper"] for one in job.wanted if one["document"] == "programme"} == {"letter"}


def test_zip_of_somebody_who_may_have_more_is_refused(client, desk, roster):
    desk.post(at("zip_make"), {"languages": ["en"]})
    job = Job.objects.get()
    client.force_login(factories.user(role="viewer"))
    for name in ("job", "job_file"):
        assert client.get(at(name, job.uuid)).status_code == 403
    assert client.post(at("job_cancel", job.uuid)).status_code == 403
    assert at("job", job.uuid) not in page(client).content.decode()


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_zip_in_no_language_is_refused_in_words(desk, headers):
    response = desk.post(at("zip_make"), {"languages": []}, headers=headers)
    assert (response.status_code, Job.objects.count()) == (422, 0)
    assert "Choose at least one language." in response.content.decode()


def test_zip_is_still_there_when_one_comes_back_until_the_meeting_changes(desk, roster):
    desk.post(at("zip_make"), {"languages": ["en"]})
    job = Job.objects.get()
    assert at("job", job.uuid) in page(desk).content.decode()
    Roster.objects.update(changed_at=job.heartbeat_at + timedelta(seconds=1))
    assert at("job", job.uuid) not in page(desk).content.decode()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"state": "waiting"}, "Waiting to begin."),
        ({"state": "running", "done": 1}, "1 of 2 made."),
        ({"state": "done"}, "The ZIP file is ready."),
        ({"state": "cancelled"}, "Cancelled. What was made before is kept."),
        ({"state": "failed", "reason": "lost"}, "It was given up after three attempts"),
        (
            {"state": "failed", "reason": "broken", "done": 1},
            "as a spreadsheet (Français) could not be made",
        ),
    ],
)
def test_job_says_how_far_it_is(desk, roster, fields, words):
    wanted = [{"document": "programme", "language": "en"}, {"document": "programme-xlsx", "language": "fr"}]
    job = factories.job(roster=roster, wanted=wanted, **fields)
    for headers in ({}, HTMX):
        html = desk.get(at("job", job.uuid), headers=headers).content.decode()
        assert words in html
        assert ("<progress" in html) == (fields["state"] in ("waiting", "running"))
    assert ("No worker" in html or "no worker" in html) == (fields["state"] == "waiting")


def test_cancel_ends_the_job_and_what_has_ended_stays(desk, roster):
    job = factories.job(roster=roster, state="running")
    assert "Cancelled." in desk.post(at("job_cancel", job.uuid), headers=HTMX).content.decode()
    done = factories.job(roster=roster, state="done")
    assert "It had ended already." in desk.post(at("job_cancel", done.uuid), follow=True).content.decode()
    assert {one.state for one in Job.objects.all()} == {"cancelled", "done"}


def test_print_made_without_content_is_said_to_have_nothing_to_print(desk, roster):
    desk.post(at("prints_make"), {"language": "en"})
    StoredPrint.objects.filter(document="programme").update(size=0, pages=0)
    empty = {row["slug"] for row in page(desk).context["rows"] if row["is_empty"]}
    none = {"podium-plates", "badges", "changeover", "concept-note", "concept-note-marked-up", "concept-note-word"}
    assert empty - {"seat-moves", "plates-changed", "seat-slips"} == {"programme", *none}


def test_what_ended_badly_is_not_begun_anew_by_looking(desk, roster):
    factories.job(roster=roster, kind="prints", state="cancelled")
    html = page(desk).content.decode()
    assert 'hx-trigger="load, submit"' not in html
    assert at("prints_make") in html


def test_print_is_looked_at_within_the_page(desk):
    html = viewed(desk, paper="letter").content.decode()
    assert f'data="{at("document", "table-plates", "en")}?paper=letter"' in html
    file = desk.get(at("document", "table-plates", "en"), {"paper": "letter"})
    assert (file["X-Frame-Options"], "Content-Security-Policy" in file.headers) == ("SAMEORIGIN", False)
    again = desk.get(at("document", "table-plates", "en"), {"paper": "letter"}, headers={"If-None-Match": file["ETag"]})
    assert (again.status_code, "Content-Security-Policy" in again.headers) == (304, False)
    saved = desk.get(at("document", "table-plates", "en"), {"paper": "letter", "save": "1"})
    assert saved["Content-Disposition"].startswith("attachment")


def test_what_is_no_pdf_or_has_nothing_to_print_is_not_looked_at(desk):
    assert desk.get(at("document_view", "programme-xlsx", "en")).status_code == 404
    assert viewed(desk, "podium-plates").url == at("documents")


def test_long_print_is_made_beside(desk, monkeypatch):
    monkeypatch.setattr(documents, "MOST_AT_ONCE", 2)
    assert desk.get(at("document", "table-plates", "en")).url == at("document_view", "table-plates", "en") + "?paper=a4"
    assert "This print is long" in viewed(desk).content.decode()
    wish = {"document": "table-plates", "language": "en", "paper": "a4", "moment": "", "second": ""}
    assert "prints-made" in desk.post(at("prints_make"), wish, headers=HTMX)["HX-Trigger"]
    assert "<object" in viewed(desk).content.decode()
    assert desk.get(at("document", "table-plates", "en")).content[:4] == b"%PDF"


def test_print_one_may_not_have_is_not_asked_for(client, roster):
    client.force_login(factories.user(role="viewer"))
    assert client.post(at("prints_make"), {"document": "observers"}).status_code == 403
    client.post(at("prints_make"), {"language": "en"})
    assert {DOCUMENTS[one.document].needs for one in StoredPrint.objects.all()} == {"view_meeting"}
    kept = factories.stored_print(roster=roster, document="observers")
    assert client.get(at("print_picture", kept.key)).status_code == 403
