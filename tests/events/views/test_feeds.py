"""Calendars to follow: who gets them, with which headers, and what leads nowhere."""

from datetime import date

import pytest
from django.urls import reverse

from events.models import Feed
from events.operations.feeds import make_feed, revoke_feed
from events.operations.issuing import issue_revision
from events.operations.programme import change_row
from participants.operations.delegates import withdraw_delegate
from participants.operations.privacy import purge
from tests import factories

AT = factories.AT
pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    event = factories.event(slug="mali", is_programme_public=True)
    part = factories.segment(event=event)
    delegation = factories.delegation(roster=event.roster)
    row = factories.item(segment=part, title={"en": "Update", "fr": "Le point"})
    factories.speech(item=row, delegation=delegation, delegate=factories.delegate(delegation=delegation))
    return event


def issue(event):
    return issue_revision(event, standing="provisional", languages=["en"], by=None, at=AT)


def public(client, **options):
    headers = options.pop("headers", None)
    return client.get("/m/mali/programme-mali.ics", options, headers=headers)


def secret(client, token, name="programme-mali", **options):
    headers = options.pop("headers", None)
    return client.get(f"/f/{token}/{name}.ics", options, headers=headers)


def test_public_feed_is_inline_cached_for_all_and_sets_no_cookie(client, event):
    issue(event)
    response = public(client)
    assert (response.status_code, response["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert response["Content-Disposition"] == 'inline; filename="programme-mali.ics"'
    assert response["Cache-Control"] == "public, max-age=900, must-revalidate"
    assert (response.cookies, response["Last-Modified"]) == ({}, "Fri, 01 Sep 2017 12:00:00 GMT")


def test_choices_stand_in_the_address_and_nonsense_gives_the_usual(client, event):
    issue(event)
    assert b"Le point" in public(client, detail="items", lang="fr").content
    assert b"DTSTART:20170920T193000Z" in public(client, tz="utc").content
    assert public(client, detail="x", lang="x", tz="x").content == public(client).content


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
def test_unchanged_feed_is_not_sent_again(client, event, headers, status):
    issue(event)
    etag = public(client)["ETag"]
    sent = {name: value.replace("the same", etag) for name, value in headers.items()}
    assert public(client, headers=sent).status_code == status


def test_unchanged_feed_reads_no_body_in_three_queries(client, event, django_assert_num_queries):
    issue(event)
    etag = public(client)["ETag"]
    with django_assert_num_queries(3) as queries:
        public(client, headers={"If-None-Match": etag})
    assert [one["sql"] for one in queries.captured_queries if '"content"' in one["sql"]] == []


def test_head_tells_the_headers_alone(client, event):
    issue(event)
    response = client.head("/m/mali/programme-mali.ics")
    assert (response.status_code, response.content, response["ETag"]) == (200, b"", public(client)["ETag"])


def test_nothing_of_the_draft_is_told(client, event):
    assert public(client).status_code == 404
    issue(event)
    before = public(client, detail="items").content
    change_row(event.segments.get().items.get(), by=None, at=AT, title={"en": "Draft"})
    assert public(client, detail="items").content == before


def test_programme_that_is_not_public_has_no_public_feed(client, event):
    issue(event)
    type(event).objects.update(is_programme_public=False)
    assert public(client).status_code == 404
    assert client.get("/m/mali/programme-other.ics").status_code == 404


def test_secret_address_gives_the_programme_to_who_has_it(client, event):
    issue(event)
    type(event).objects.update(is_programme_public=False)
    feed, token = make_feed(event, by=None, at=AT, purpose="Mission", detail="items", language="fr")
    response = secret(client, token)
    assert (b"Le point" in response.content, response["Cache-Control"]) == (True, "private, no-cache")
    assert (response["Referrer-Policy"], response["X-Robots-Tag"]) == ("no-referrer", "noindex")
    feed.refresh_from_db()
    assert isinstance(feed.used_on, date)
    assert token not in str(Feed.objects.values().get())


def test_addresses_are_revoked_one_by_one(client, event):
    issue(event)
    (first, token), (_, other) = (make_feed(event, by=None, at=AT, purpose=name) for name in ("A", "B"))
    revoke_feed(first, by=None, at=AT)
    assert [secret(client, one).status_code for one in (token, other, "unknown")] == [404, 200, 404]


def test_own_address_ends_when_its_person_leaves(client, event):
    issue(event)
    delegate = event.roster.delegations.get().delegates.get()
    _, token = make_feed(event, by=None, at=AT, delegate=delegate)
    assert b"You speak: Update" in secret(client, token, "my-slots").content
    withdraw_delegate(delegate, by=None, at=AT)
    assert secret(client, token, "my-slots").status_code == 404


def test_purged_meeting_has_no_calendar_any_more(client, event):
    issue(event)
    _, token = make_feed(event, by=None, at=AT, purpose="A")
    purge(event.roster, by=None, at=AT, is_forced=True)
    assert (public(client).status_code, secret(client, token).status_code) == (404, 404)


@pytest.fixture
def desk(client, event):
    issue(event)
    client.force_login(factories.user(role="desk_officer"))
    return client


def test_item_to_keep_is_of_what_was_issued(desk, event):
    row = event.segments.get().items.get()
    change_row(row, by=None, at=AT, title={"en": "Draft"})
    response = desk.get(reverse("events:item_file", args=["mali", row.uuid]))
    assert (b"Update" in response.content, b"X-WR-CALNAME" in response.content) == (True, False)


def test_page_shows_the_address_once_and_lists_it_after(desk, event):
    data = {"purpose": "Mission of Mali", "delegate": "", "detail": "items", "language": "en"}
    page = desk.post(reverse("events:feed_make", args=["mali"]), data).content.decode()
    assert ("/f/" in page, "Mission of Mali" in page, '<svg class="code"' in page) == (True, True, True)
    again = desk.get(reverse("events:calendar", args=["mali"])).content.decode()
    assert ("/f/" in again, "Mission of Mali" in again) == (False, True)
    feed = Feed.objects.get()
    desk.post(reverse("events:feed_revoke", args=["mali", feed.uuid]))
    feed.refresh_from_db()
    assert feed.revoked_at is not None


def test_address_for_nobody_is_refused_in_words(desk):
    response = desk.post(reverse("events:feed_make", args=["mali"]), {"language": "en"})
    assert (response.status_code, response.context["form"].non_field_errors() or response.context["form"].errors) == (
        422, {"purpose": ["Say for whom it is, so that it can be revoked."]},
    )  # fmt: skip
