"""The programme that everybody may read: what is issued alone, cached, in both languages, and safe for its data."""

import json
import re

import pytest

from events.models import IssuedPrint
from events.operations.issuing import issue_revision
from events.operations.programme import change_row
from participants.operations.privacy import purge
from tests import factories

AT = factories.AT
pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    title = {"en": "Talks </script><b>&amp;", "fr": "Entretiens"}
    event = factories.event(slug="mali", is_programme_public=True, title=title)
    part = factories.segment(event=event, title={"en": "Opening", "fr": "Ouverture"})
    factories.item(segment=part, title={"en": "Update", "fr": "Le point"}, description={"en": "<i>All</i>\nof it"})
    return event


def issue(event):
    return issue_revision(event, standing="provisional", languages=["en", "fr"], by=None, at=AT)


def page(client, **query):
    return client.get("/m/mali/", query)


def test_page_is_there_once_the_programme_is_issued_and_public(client, event):
    assert page(client).status_code == 404
    issue(event)
    assert page(client).status_code == 200
    type(event).objects.update(is_programme_public=False)
    assert page(client).status_code == 404


def test_page_tells_what_was_issued_and_not_the_draft(client, event):
    issue(event)
    change_row(event.segments.get().items.get(), by=None, at=AT, title={"en": "Draft"})
    text = page(client).content.decode()
    assert ("Update" in text, "Draft" in text, "Base" in text) == (True, False, True)


def test_page_speaks_the_language_that_is_asked_for(client, event):
    issue(event)
    response = page(client, lang="fr")
    assert (response["Content-Language"], '<html lang="fr"' in response.content.decode()) == ("fr", True)
    assert "Le point" in response.content.decode()
    assert page(client, lang="xx").content == page(client, lang="en").content


def test_page_sets_no_cookie_may_be_kept_and_is_not_sent_twice(client, event):
    issue(event)
    response = page(client)
    assert (response.cookies, response["Cache-Control"]) == ({}, "public, max-age=300")
    assert client.get("/m/mali/", headers={"if-none-match": response["ETag"]}).status_code == 304


def test_titles_leave_neither_their_element_nor_their_data(client, event):
    issue(event)
    text = page(client).content.decode()
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    told = json.loads(data)
    assert (told["@type"], told["name"]) == ("Event", "Talks </script><b>&amp;")
    assert (told["startDate"], told["endDate"]) == ("2017-09-20T15:30:00-04:00", "2017-09-20T18:00:00-04:00")
    assert ("<i>All" in text, "<b>" in text) == (False, False)


def test_print_is_the_one_that_was_issued(client, event):
    revision = issue(event)
    row = next(one for one in IssuedPrint.objects.filter(document="programme") if one.wanted["language"] == "fr")
    assert client.get("/m/mali/programme-fr.pdf").status_code == 404
    IssuedPrint.objects.filter(pk=row.pk).update(content=b"%PDF", size=4, name="p.pdf", made_at=AT)
    response = client.get("/m/mali/programme-fr.pdf")
    assert (response.content, response["Content-Type"]) == (b"%PDF", "application/pdf")
    assert client.get("/m/mali/programme-ar.pdf").status_code == 404
    assert 'href="/m/mali/programme-fr.pdf"' in page(client).content.decode()
    assert revision.number == 0


def test_page_that_was_kept_is_read_anew_once_a_print_is_there(client, event):
    issue(event)
    kept = {"if-none-match": page(client)["ETag"]}
    assert client.get("/m/mali/", headers=kept).status_code == 304
    IssuedPrint.objects.filter(document="programme").update(content=b"%PDF", size=4, name="p.pdf", made_at=AT)
    assert client.get("/m/mali/", headers=kept).status_code == 200


def test_page_of_a_purged_meeting_is_gone(client, event):
    issue(event)
    purge(event.roster, by=None, at=AT, is_forced=True)
    assert page(client).status_code == 404


def test_page_costs_the_same_queries_for_one_item_and_for_thirty(client, event, django_assert_max_num_queries):
    for number in range(30):
        factories.item(segment=event.segments.get(), position=number)
    issue(event)
    with django_assert_max_num_queries(4):
        assert page(client).status_code == 200
