"""Calendars to follow: who gets them, with which headers, and what leads nowhere."""

from datetime import date
from uuid import uuid4

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from events.models import Feed, IssuedCalendar
from events.operations import calendars
from events.operations.feeds import AlreadyMade, make_feed, renew_feed, revoke_feed
from events.operations.issuing import issue_revision
from events.operations.programme import change_row
from participants.operations.delegates import withdraw_delegate
from participants.operations.delegations import withdraw_delegation
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
    assert (response.status_code, response.content, dict(response.items())) == (200, b"", dict(public(client).items()))


def test_answer_varies_with_nothing_and_names_its_own_language(client, event):
    issue(event)
    client.force_login(factories.user(language="fr"))
    for response in (public(client), public(client, headers={"If-None-Match": public(client)["ETag"]})):
        assert (response.has_header("Vary"), response.cookies) == (False, {})
    assert public(client, lang="fr", headers={"Accept-Language": "es"})["Content-Language"] == "fr"


def test_feed_is_read_and_nothing_else_is_done_to_it(client, event):
    issue(event)
    assert client.post("/m/mali/programme-mali.ics").status_code == 405


def test_robots_may_fetch_what_is_public(client):
    robots = (settings.WHITENOISE_ROOT / "robots.txt").read_text().splitlines()
    assert robots == ["User-agent: *", "Allow: /m/", "Disallow: /"]


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


def test_unknown_revoked_and_foreign_addresses_are_answered_alike(client, event, django_assert_num_queries):
    issue(event)
    feed, revoked = make_feed(event, by=None, at=AT, purpose="A")
    revoke_feed(feed, by=None, at=AT)
    answers = []
    for token in (revoked, "unknown", revoked[:-1], "x" * 2000):
        with django_assert_num_queries(1):
            response = secret(client, token)
        answers.append((response.status_code, response.content, dict(response.items())))
    assert (answers[0][0], [one for one in answers if one != answers[0]]) == (404, [])


def test_address_of_the_programme_is_not_one_of_a_person(client, event):
    issue(event)
    _, token = make_feed(event, by=None, at=AT, purpose="A")
    assert secret(client, token, "my-slots").status_code == 404


def test_secret_address_takes_the_choices_of_a_public_one(client, event):
    issue(event)
    _, token = make_feed(event, by=None, at=AT, purpose="A", detail="items", language="fr")
    assert b"DTSTART:20170920T193000Z" in secret(client, token, tz="utc").content
    assert b"SUMMARY:Ministerial meeting" in secret(client, token, lang="en", detail="meeting").content


def test_address_known_already_is_not_sent_again_and_notes_its_use_once_a_day(client, event):
    issue(event)
    _, token = make_feed(event, by=None, at=AT, purpose="A")
    etag = secret(client, token)["ETag"]
    with CaptureQueriesContext(connection) as captured:
        assert secret(client, token, headers={"If-None-Match": etag}).status_code == 304
    statements = [one["sql"].split(" ", 1)[0] for one in captured]
    assert statements == ["SELECT"] * 3


def test_renewed_address_leads_on_and_the_former_one_nowhere(client, event):
    issue(event)
    delegate = event.roster.delegations.get().delegates.get()
    feed, old = make_feed(event, by=None, at=AT, delegate=delegate, language="fr")
    renewed, new = renew_feed(feed, by=None, at=AT)
    assert [secret(client, one, "my-slots").status_code for one in (old, new)] == [404, 200]
    assert (renewed.delegate, renewed.language, Feed.objects.count()) == (delegate, "fr", 2)
    with pytest.raises(ValidationError):
        renew_feed(Feed.objects.get(pk=feed.pk), by=None, at=AT)


def test_form_sent_twice_makes_one_address(event):
    uuid = uuid4()
    make_feed(event, by=None, at=AT, purpose="A", uuid=uuid)
    with pytest.raises(AlreadyMade):
        make_feed(event, by=None, at=AT, purpose="A", uuid=uuid)
    assert Feed.objects.count() == 1


def test_own_address_ends_when_the_delegation_withdraws(client, event):
    issue(event)
    delegation = event.roster.delegations.get()
    _, token = make_feed(event, by=None, at=AT, delegate=delegation.delegates.get())
    withdraw_delegation(delegation, by=None, at=AT)
    assert secret(client, token, "my-slots").status_code == 404


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


def test_item_of_a_large_programme_can_still_be_kept(desk, event, monkeypatch):
    monkeypatch.setattr(calendars, "MOST_ENTRIES", 0)
    row = event.segments.get().items.get()
    assert desk.get(reverse("events:item_file", args=["mali", row.uuid])).content.count(b"BEGIN:VEVENT") == 1


def test_page_offers_each_item_as_a_file_that_will_not_update(desk, event):
    page = desk.get(reverse("events:calendar", args=["mali"]), {"detail": "items"}).content.decode()
    row = event.segments.get().items.get()
    assert (f"/meetings/mali/items/{row.uuid}.ics" in page, "(a snapshot: it will not update)" in page) == (True, True)


def test_page_tells_that_items_were_too_many(desk, event):
    IssuedCalendar.objects.filter(key="en/zone/items/items").update(key="en/zone/items/sittings")
    page = desk.get(reverse("events:calendar", args=["mali"]), {"detail": "items"}).content.decode()
    assert "There are more than 900 entries" in page


def test_page_renews_an_address_and_shows_it_once(desk, event):
    feed, _ = make_feed(event, by=None, at=AT, purpose="Mission of Mali")
    sent = {"token": str(uuid4())}
    address = reverse("events:feed_renew", args=["mali", feed.uuid])
    assert "/f/" in desk.post(address, sent).content.decode()
    again = desk.post(address, sent, follow=True).content.decode()
    assert ("/f/" in again, "when the form was sent first" in again, Feed.objects.count()) == (False, True, 2)


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
