"""The page of documents in a real browser: pictures come by themselves, all as ZIP, cancel, and a print looked at."""

from zipfile import ZipFile

import pytest

from events.documents import DOCUMENTS
from events.models import Job
from tests import factories
from tests.browser.test_pages import AXE, OVERFLOW, RUN

PDFS = sum(one.content_type == "application/pdf" for one in DOCUMENTS.values())


@pytest.fixture
def page(reference, sign_in):
    return sign_in(factories.user(role="desk_officer"))


def test_pictures_come_by_themselves_and_all_is_taken_away_as_zip(page, tmp_path):
    page.goto("/meetings/mali-2017/documents/")
    page.wait_for_selector(".print-picture img", timeout=60_000)
    assert page.locator(".print-picture img").count() >= PDFS - 1
    page.get_by_role("checkbox", name="Français").check()
    page.get_by_role("button", name="Make the ZIP file").click()
    page.wait_for_selector(".job-done a", timeout=60_000)
    with page.expect_download() as download:
        page.locator(".job-done a").click()
    download.value.save_as(tmp_path / "all.zip")
    names = ZipFile(tmp_path / "all.zip").namelist()
    assert {"mali-2017-programme-en.pdf", "mali-2017-programme-fr.pdf"} < set(names)


def test_job_under_way_shows_how_far_it_is_is_cancelled_and_stays_so(page, reference):
    user = factories.user(role="desk_officer", language="fr")
    wanted = [{"document": "programme", "language": "fr"}] * 4
    job = factories.job(roster=reference, by=user, state="running", wanted=wanted, done=1)
    page.goto(f"/meetings/mali-2017/prints/jobs/{job.uuid}/")
    bar = page.get_by_role("progressbar")
    assert bar.get_attribute("value") == "25"
    Job.objects.filter(pk=job.pk).update(done=2)
    page.wait_for_selector("progress[value='50']")
    page.evaluate(AXE)
    assert page.evaluate(RUN) == []
    page.get_by_role("button", name="Cancel").click()
    page.wait_for_selector(".job-cancelled")
    assert Job.objects.get().state == "cancelled"


def test_print_is_looked_at_and_again_without_a_word_of_refusal(page):
    for width in (1280, 375):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto("/meetings/mali-2017/documents/programme/fr/view/?paper=a4&second=en")
        page.wait_for_load_state("networkidle")
        assert page.locator("object.viewer").bounding_box()["height"] > 400
        assert page.evaluate(OVERFLOW) <= 0


def test_page_without_scripts_offers_the_same(reference, open_context, cookie):
    page = open_context(java_script_enabled=False)
    page.set_default_timeout(60_000)
    page.context.add_cookies([cookie(factories.user(role="viewer"))])
    page.goto("/meetings/mali-2017/documents/?language=fr")
    page.get_by_role("button", name="Make the pictures, pages and sizes").click()
    page.get_by_role("link", name="Back to the documents").click()
    page.goto("/meetings/mali-2017/documents/?language=fr")
    assert page.locator(".print-picture img").count() > 5
    page.get_by_role("button", name="Make the ZIP file").click()
    assert page.get_by_role("link", name="Download mali-2017-documents-fr.zip").is_visible()
