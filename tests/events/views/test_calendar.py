"""The agenda for people's own calendars: what the page says is what the file holds."""

import icalendar
import pytest
from django.urls import reverse

from events.views.calendar_choice import Choice
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    event = factories.event(slug="mali")
    factories.item(segment=factories.segment(event=event, title={"en": "Opening", "fr": "Ouverture"}))
    return event


@pytest.fixture
def viewer(client, event):
    client.force_login(factories.user(role="viewer"))
    return client


def page(client, **query):
    return client.get(reverse("events:calendar", args=["mali"]), query)


def file(client, detail="meeting", language="en", headers=None, **query):
    return client.get(reverse("events:calendar_file", args=["mali", detail, language]), query, headers=headers)


def summaries(response):
    return [str(one["SUMMARY"]) for one in icalendar.Calendar.from_ical(response.content).walk("VEVENT")]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("detail", ["meeting", "sittings", "items"])
def test_page_says_what_the_file_holds(viewer, detail, language):
    response = page(viewer, detail=detail, lang=language)
    shown = [one["entry"].summary for one in response.context["entries"]]
    assert summaries(viewer.get(response.context["url"])) == shown != []


def test_file_is_a_download_with_a_telling_name(viewer):
    response = file(viewer, "sittings", "fr")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="mali-calendar-sittings-fr.ics"'
    assert (response["Cache-Control"], response["Last-Modified"]) == (
        "private, no-cache",
        "Fri, 01 Sep 2017 12:00:00 GMT",
    )


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"If-None-Match": "the same"}, 304),
        ({"If-None-Match": '"stale"'}, 200),
        ({"If-Modified-Since": "Fri, 01 Sep 2017 12:00:00 GMT"}, 304),
        ({"If-Modified-Since": "Thu, 31 Aug 2017 12:00:00 GMT"}, 200),
        ({"If-Modified-Since": "nonsense"}, 200),
    ],
)
def test_unchanged_file_is_not_sent_again(viewer, headers, status):
    etag = file(viewer)["ETag"]
    sent = {name: value.replace("the same", etag) for name, value in headers.items()}
    assert file(viewer, headers=sent).status_code == status


def test_head_tells_the_headers_alone(viewer):
    response = viewer.head(reverse("events:calendar_file", args=["mali", "meeting", "en"]))
    assert (response.status_code, response.content, response["ETag"]) == (200, b"", file(viewer)["ETag"])


def test_times_go_out_in_utc_when_asked_for(viewer):
    assert b"DTSTART;TZID=America/New_York:20170920T153000" in file(viewer).content
    assert b"DTSTART:20170920T193000Z" in file(viewer, tz="utc").content
    assert "19:30" in page(viewer, tz="utc").content.decode()


def test_open_point_on_the_time_makes_the_entries_tentative_and_says_why(viewer, event):
    confirmed = page(viewer).content.decode()
    factories.open_point(event=event, blocks=("time",), finding={"en": "Two ends are given."})
    tentative = page(viewer).content.decode()
    assert ("Two ends are given." in tentative, "confirmed</span>" in tentative) == (True, False)
    assert "confirmed</span>" in confirmed
    assert b"STATUS:TENTATIVE" in file(viewer).content


def test_page_says_that_the_file_will_not_update(viewer):
    assert "A snapshot: it will not update." in page(viewer).content.decode()


@pytest.mark.parametrize(("detail", "language"), [("speeches", "en"), ("meeting", "de")])
def test_what_there_is_not_is_not_found(viewer, detail, language):
    assert file(viewer, detail, language).status_code == 404


def test_nonsense_in_the_address_gives_the_usual_choice(viewer):
    response = page(viewer, detail="x", lang="x", tz="x")
    assert response.context["choice"] == Choice(detail="meeting", language="en", is_utc=False)
