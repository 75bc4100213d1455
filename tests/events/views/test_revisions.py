"""The pages of revisions: issue, look, compare, print in more languages, and what the code of a print leads to."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from events.models import IssuedPrint, Job, Revision
from events.operations.arrivals import set_arrival
from events.operations.issuing import issue_revision
from events.operations.programme import change_row
from participants.models import Notice, Request
from participants.operations.observers import register_observer
from participants.operations.privacy import purge
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    event = factories.event(slug="mali")
    segment = factories.segment(event=event)
    factories.item(segment=segment, duration_minutes=10, title={"en": "Update", "fr": "Le point"})
    return event


@pytest.fixture
def desk(client, event):
    client.user = factories.user(role="desk_officer")
    client.force_login(client.user)
    return client


def url(name, *arguments):
    return reverse(f"events:{name}", args=["mali", *arguments])


def wish(event, **fields):
    shown = type(event.roster).objects.get(pk=event.roster_id).version
    return {"standing": "provisional", "languages": ["en"], "note": "", "shown": shown} | fields


def plain(response):
    """The page with plain spaces."""
    return response.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def issue(event, **fields):
    return issue_revision(
        event, **{"standing": "provisional", "languages": ("en",), "by": None, "at": factories.AT} | fields
    )


def test_officer_issues_the_base_and_its_prints_are_made(desk, event):
    response = desk.post(url("revisions"), wish(event, note="For the missions"))
    assert response.status_code == 302
    revision = Revision.objects.get()
    page = desk.get(response["Location"]).content.decode()
    assert ("For the missions" in page, revision.by) == (True, desk.user)
    assert not IssuedPrint.objects.filter(made_at__isnull=True).exists()


def test_job_that_draws_a_revision_can_be_looked_at(desk, event):
    desk.post(url("revisions"), wish(event))
    job = Job.objects.get(kind="issue")
    assert desk.get(url("job", job.uuid)).status_code == 200
    Job.objects.update(state="running", part=40)
    assert "40 per cent of the prints are made." in desk.get(url("job", job.uuid)).content.decode()


def test_page_that_was_overtaken_is_shown_anew_and_can_be_sent_again(desk, event):
    data = wish(event)
    change_row(event.segments.get().items.get(), by=None, at=factories.AT, title={"en": "Other"})
    response = desk.post(url("revisions"), data)
    assert (response.status_code, Revision.objects.count()) == (422, 0)
    assert desk.post(url("revisions"), response.context["form"].data).status_code == 302


def test_final_is_refused_at_its_field_with_what_stands_against_it(desk, event):
    factories.open_point(event=event, code="P-1", blocks=["time"], finding={"en": "Two hours are given."})
    response = desk.post(url("revisions"), wish(event, standing="final"))
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["standing"])
    assert "Two hours are given." in response.content.decode()


def test_wish_without_language_is_told_at_once_with_all_else(desk, event):
    response = desk.post(url("revisions"), wish(event, languages=[], standing="x"))
    assert sorted(response.context["form"].errors) == ["languages", "standing"]


def test_page_tells_what_changed_since(desk, event):
    issue(event)
    change_row(event.segments.get().items.get(), by=None, at=factories.AT, duration_minutes=15)
    page = plain(desk.get(url("revisions")))
    assert "“Update” – length: 15 min (until now: 10 min)." in page


def test_any_two_are_compared(desk, event):
    issue(event)
    change_row(event.segments.get().items.get(), by=None, at=factories.AT, duration_minutes=15)
    issue(event)
    page = plain(desk.get(url("revisions_compared"), {"from": "0", "to": "1"}))
    assert "15 min (until now: 10 min)" in page
    assert "Nothing differs." in desk.get(url("revisions_compared"), {"from": "1", "to": "draft"}).content.decode()
    assert desk.get(url("revisions_compared"), {"from": "7"}).status_code == 404


def test_print_is_served_with_the_bytes_that_were_kept(desk, event):
    desk.post(url("revisions"), wish(event))
    row = IssuedPrint.objects.defer(None).get(document="programme")
    response = desk.get(url("revision_print", 0, row.token))
    assert (response.content, response["Content-Type"]) == (bytes(row.content), "application/pdf")
    with CaptureQueriesContext(connection) as context:
        again = desk.get(url("revision_print", 0, row.token), headers={"if-none-match": response["ETag"]})
    assert (again.status_code, '"content"' in str(context.captured_queries)) == (304, False)


def test_further_language_is_printed_once(desk, event):
    desk.post(url("revisions"), wish(event))
    assert desk.post(url("revision_languages", 0), {"languages": ["fr"]}).status_code == 302
    rows = IssuedPrint.objects.filter(is_late=True)
    assert (rows.filter(made_at__isnull=True).count(), rows.filter(document="programme").count()) == (0, 1)
    assert desk.post(url("revision_languages", 0), {"languages": []}).status_code == 422


def state(client, row):
    return client.get(reverse("events:print_state", args=[row.token]))


def test_code_of_a_print_says_that_it_is_current_then_by_what_it_is_superseded(client, event):
    issue(event)
    row = IssuedPrint.objects.get(document="programme")
    assert "This print is current" in state(client, row).content.decode()
    change_row(event.segments.get().items.get(), by=None, at=factories.AT, duration_minutes=15)
    issue(event)
    page = state(client, row).content.decode()
    assert ("This print is superseded" in page, "The current one is Rev.1." in page) == (True, True)
    assert "1 change was made since." in page


def test_code_of_a_print_tells_nothing_of_the_draft_or_of_people(client, event):
    delegation = factories.delegation(roster=event.roster)
    factories.delegate(delegation=delegation, person=factories.person(family_name="Konaré"))
    issue(event, note="Not for others")
    change_row(event.segments.get().items.get(), by=None, at=factories.AT, title={"en": "Secret draft"})
    page = state(client, IssuedPrint.objects.get(document="programme")).content.decode()
    assert [word for word in ("Konaré", "Secret draft", "Not for others", "Update") if word in page] == []


def test_code_of_a_purged_meeting_says_that_the_print_is_withdrawn(client, event):
    issue(event)
    purge(event.roster, by=None, at=factories.AT, is_forced=True)
    assert "This print was withdrawn" in state(client, IssuedPrint.objects.get(document="programme")).content.decode()


def test_unknown_code_leads_nowhere(client, db):
    assert client.get(reverse("events:print_state", args=["abc"])).status_code == 404


def test_viewer_looks_and_does_not_issue(client, event):
    client.force_login(factories.user(role="viewer"))
    assert client.get(url("revisions")).status_code == 200
    assert client.post(url("revisions"), wish(event)).status_code == 403


def test_those_concerned_are_shown_with_what_they_would_read_then_told(desk, event):
    entity = factories.entity(en="Ghana", fr="Ghana")
    row = factories.delegation(roster=event.roster, entity=entity, status="accepted", contact_email="g@x.example")
    item = event.segments.get().items.get()
    factories.speech(item=item, delegation=row)
    issue(event)
    change_row(item, by=None, at=factories.AT, title={"en": "Renamed"})
    issue(event)
    assert desk.get(url("revision_tell", 0)).status_code == 404
    page = plain(desk.get(url("revision_tell", 1)))
    assert ("Ghana" in page, "“Renamed” – title: Renamed (until now: Update)." in page) == (True, True)
    desk.post(url("revision_tell", 1), {"delegations": [str(row.uuid)]})
    assert desk.get(url("revision_tell", 1)).context["waiting"] == []


def shown(client, name):
    """Whether the comparison of the base with the draft, what changed since, and the history show `name`."""
    compared = client.get(url("revisions_compared"), {"from": "0", "to": "draft"})
    return [name in plain(page) for page in (compared, client.get(url("revisions")), client.get(url("history")))]


def test_arrivals_are_told_to_those_alone_who_may_see_them(desk, event):
    delegation = factories.delegation(roster=event.roster)
    delegate = factories.delegate(delegation=delegation)
    set_arrival(event, delegate, holding_room="Room 5", by=None, at=factories.AT)
    issue(event)
    set_arrival(event, delegate, holding_room="Room 6", by=None, at=factories.AT)
    assert shown(desk, "Room 6") == [True, True, True]
    desk.force_login(factories.user(role="viewer"))
    assert shown(desk, "Room 6") == [False, False, False]


def test_requests_of_observers_are_told_to_those_alone_who_may_see_them(desk, event):
    at = {"received_at": factories.AT, "at": factories.AT, "by": None}
    register_observer(event.roster, entity=factories.entity(), contact_name="Ms Ba", **at)
    issue(event)
    Request.objects.update(contact_name="Ms Sow")
    assert shown(desk, "Ms Ba") == [True, True, True]
    desk.force_login(factories.user(role="viewer"))
    assert shown(desk, "Ms Ba") == [False, False, False]


def test_prints_that_were_not_made_are_asked_for_anew(desk, event):
    issue(event)
    page = desk.get(url("revision", 0))
    assert "Make the prints that lack" in page.content.decode()
    assert desk.post(url("revision_prints", 0)).status_code == 302
    assert not IssuedPrint.objects.filter(made_at__isnull=True).exists()
    assert "Make the prints that lack" not in desk.get(url("revision", 0)).content.decode()


def test_language_that_is_added_while_prints_are_made_has_a_job_of_its_own(desk, event):
    desk.post(url("revisions"), wish(event))
    Job.objects.update(state="running")
    desk.post(url("revision_languages", 0), {"languages": ["fr"]})
    assert not IssuedPrint.objects.filter(made_at__isnull=True).exists()


def test_viewer_does_not_cancel_the_prints_of_a_revision(client, desk, event):
    desk.post(url("revisions"), wish(event))
    IssuedPrint.objects.update(made_at=None)
    Job.objects.update(state="waiting")
    cancel = url("job_cancel", Job.objects.get().uuid)
    assert cancel in desk.get(url("revision", 0)).content.decode()
    desk.force_login(factories.user(role="viewer"))
    assert cancel not in desk.get(url("revision", 0)).content.decode()
    assert desk.post(cancel).status_code == 403
    assert Job.objects.get().state == "waiting"


def test_code_of_a_print_names_the_meeting_as_it_was_issued(client, event):
    issue(event)
    type(event).objects.update(title={"en": "Draft of another title"})
    page = state(client, IssuedPrint.objects.get(document="programme")).content.decode()
    assert "Draft of another title" not in page


def test_list_that_was_overtaken_tells_nobody(desk, event):
    row = factories.delegation(roster=event.roster, status="accepted", contact_email="g@x.example")
    item = event.segments.get().items.get()
    factories.speech(item=item, delegation=row)
    issue(event)
    for title in ("One", "Two"):
        change_row(item, by=None, at=factories.AT, title={"en": title})
        issue(event)
        item.refresh_from_db()
    response = desk.post(url("revision_tell", 1), {"delegations": [str(row.uuid)]}, follow=True)
    assert "Nobody was told" in response.content.decode() or response.status_code == 404
    assert not Notice.objects.exists()
