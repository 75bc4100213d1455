"""The mail page as staff use it: who is written to, the words with a preview, what became of each message."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from events import outbox
from events.models import Mail, MessageText
from events.operations.issuing import issue_revision
from events.operations.mail import send_due, take_up
from participants.models import Delegation, Notice
from tests import factories

pytestmark = pytest.mark.django_db
AT = factories.AT


@pytest.fixture
def event():
    return factories.event(slug="mali", contact_email="desk@meeting.example")


@pytest.fixture
def desk(client, event):
    client.force_login(factories.user(role="desk_officer"))
    return client


def url(name, *args):
    return reverse(f"events:{name}", args=["mali", *args])


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def invited(event, *, en, status="cleared", address="m@state.example", **fields):
    return factories.delegation(
        roster=event.roster, entity=factories.entity(en=en), status=status, contact_email=address, **fields
    )


def test_recipients_are_shown_first_and_nothing_is_sent_by_looking(desk, event):
    invited(event, en="Chad")
    invited(event, en="Niger", address="")
    invited(event, en="Togo", status="proposed")
    invited(event, en="Benin", status="accepted")
    page = desk.get(url("mail_new", "invitation"))
    text = page.content.decode()
    assert "Chad (cleared, m@state.example)" in text
    assert "Niger (cleared, no address)" in text
    assert "Benin" not in text
    assert [str(one) for one in page.context["form"].initial["delegations"]] == [
        str(Delegation.objects.get(entity__dated_names__list_name="Chad", entity__dated_names__language="en").uuid)
    ]
    assert "/r/" in page.context["preview"].text
    assert Notice.objects.count() == 0


def test_invitations_go_to_those_ticked_who_are_invited_by_it(desk, event):
    chad, togo = invited(event, en="Chad"), invited(event, en="Togo", status="proposed")
    response = desk.post(
        url("mail_new", "invitation"), {"delegations": [str(chad.uuid)], "is_inviting": "on", "shown": "0"}
    )
    assert said(response)[0].startswith("1 message is on its way.")
    for one in (chad, togo):
        one.refresh_from_db()
    assert (chad.status, togo.status, Notice.objects.get().delegation) == ("invited", "proposed", chad)


def test_form_sent_twice_writes_once(desk, event):
    chad = invited(event, en="Chad")
    data = {"delegations": [str(chad.uuid)], "shown": "0"}
    desk.post(url("mail_new", "invitation"), data)
    again = desk.post(url("mail_new", "invitation"), data)
    assert "Look at who is ticked" in str(again.context["form"].errors["__all__"])
    assert Notice.objects.count() == 1


def test_nobody_ticked_is_told_at_the_field(desk, event):
    invited(event, en="Chad")
    response = desk.post(url("mail_new", "invitation"), {})
    assert response.context["form"].errors["delegations"] == ["Choose at least one delegation."]


def test_delegation_of_another_meeting_cannot_be_slipped_in(desk, event):
    invited(event, en="Chad")
    other = factories.delegation(roster=factories.roster())
    response = desk.post(url("mail_new", "invitation"), {"delegations": [str(other.uuid)]})
    assert "delegations" in response.context["form"].errors
    assert Notice.objects.count() == 0


def delivered(desk, event, **fields):
    chad = invited(event, en="Chad", **fields)
    desk.post(url("mail_new", "invitation"), {"delegations": [str(chad.uuid)], "is_inviting": "on", "shown": "0"})
    take_up(at=AT)
    send_due(at=AT)
    return Mail.objects.get()


def test_message_is_seen_as_it_went_out_and_sent_again(desk, event):
    one = delivered(desk, event)
    listing = desk.get(url("mail")).content.decode()
    assert url("mail_message", one.uuid) in listing
    page = desk.get(url("mail_message", one.uuid)).content.decode()
    assert "Your delegation is invited to the following meeting:" in page
    html = desk.get(url("mail_html", one.uuid))
    assert ("sandbox" in html.headers["Content-Security-Policy"], html.headers["X-Frame-Options"]) == (
        True,
        "SAMEORIGIN",
    )
    assert desk.get(url("mail_calendar", one.uuid)).content.startswith(b"BEGIN:VCALENDAR")
    assert desk.post(url("mail_again", one.uuid)).status_code == 302
    assert Mail.objects.filter(again=one, state="queued").count() == 1


def test_list_is_searched_and_filtered(desk, event):
    one = delivered(desk, event)
    assert one.to in desk.get(url("mail") + "?q=STATE.example&state=sent").content.decode()
    for query in ("?q=nobody", "?state=failed"):
        assert url("mail_message", one.uuid) not in desk.get(url("mail") + query).content.decode()


def test_list_takes_the_same_queries_for_any_number(desk, event, django_assert_max_num_queries):
    delegation = invited(event, en="Chad")
    common = {"roster": event.roster, "delegation": delegation, "made_at": AT, "next_at": AT}
    Mail.objects.bulk_create(Mail(kind="reminder", to="m@x.example", subject="S", **common) for _ in range(300))
    with django_assert_max_num_queries(12):
        page = desk.get(url("mail") + "?page=2")
    assert len(page.context["rows"]) == 100


def text_form(desk, **fields):
    address = url("mail_text", "invitation", "en")
    form = desk.get(address).context["form"]
    return desk.post(address, {name: form.initial[name] for name in ("subject", "body", "version")} | fields)


def test_words_are_previewed_saved_and_put_back(desk, event):
    invited(event, en="Chad")
    preview = text_form(desk, subject="Come, %(delegation)s", body="%(link)s", preview="1")
    assert preview.context["preview"].subject == "Come, Chad"
    assert MessageText.objects.count() == 0
    text_form(desk, subject="Come", body="%(link)s")
    assert MessageText.objects.get().subject == "Come"
    text_form(desk, reset="1")
    assert MessageText.objects.count() == 0


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"body": "%(link)s %(colour)s"}, "body", "There is no placeholder %(colour)s in this message."),
        ({"body": "no link"}, "body", "The message needs %(link)s."),
        ({"body": "%(link)s 100% sure"}, "body", "is no placeholder"),
        ({"body": "%(link)d %(link)s"}, "body", "is no placeholder"),
        ({"subject": "%(link)s"}, "subject", "There is no placeholder %(link)s"),
        ({"subject": ""}, "subject", "Fill this in."),
        ({"body": "x" * 6000}, "body", "Shorten this"),
    ],
)
def test_placeholders_are_checked_before_saving(desk, event, fields, field, words):
    errors = text_form(desk, **fields).context["form"].errors
    assert words in str(errors[field])
    assert MessageText.objects.count() == 0


def test_words_that_somebody_changed_meanwhile_show_both(desk, event):
    address = url("mail_text", "invitation", "en")
    form = desk.get(address).context["form"]
    text_form(desk, subject="First", body="%(link)s")
    response = desk.post(address, {"subject": "Second", "body": "%(link)s", "version": form.initial["version"]})
    assert "Somebody changed this meanwhile" in str(response.context["form"].errors["body"])
    assert MessageText.objects.get().subject == "First"


def test_outbox_shows_what_would_have_been_sent(client, event, settings, tmp_path):
    settings.EMAIL_BACKEND = "events.outbox.Backend"
    settings.EMAIL_FILE_PATH = str(tmp_path)
    client.force_login(factories.user(role="administrator"))
    delivered(client, event)
    [kept] = outbox.newest(10)
    listing = client.get(reverse("events:outbox")).content.decode()
    assert "Invitation: Ministerial meeting" in listing
    page = client.get(reverse("events:outbox_message", args=[kept.name])).content.decode()
    assert "Your delegation is invited" in page
    part = client.get(reverse("events:outbox_part", args=[kept.name, 0]))
    assert (part.content.startswith(b"BEGIN:VCALENDAR"), "invite.ics" in page) == (True, True)
    assert client.get(reverse("events:outbox_html", args=[kept.name])).content.startswith(b"<!doctype html>")
    for name in ("nothing", kept.name[:-1]):
        assert client.get(reverse("events:outbox_message", args=[name])).status_code == 404
    assert client.get(reverse("events:outbox_part", args=[kept.name, 7])).status_code == 404


def test_outbox_says_when_mail_goes_to_a_server(client, settings):
    client.force_login(factories.user(role="administrator"))
    assert "nothing is kept here" in client.get(reverse("events:outbox")).content.decode()


def test_more_can_be_ticked_than_a_form_has_fields_by_default(desk, event):
    invited(event, en="Chad", status="invited")
    sent = {"delegations": [str(one.uuid) for one in Delegation.objects.all()] * 1500, "shown": 0}
    assert desk.post(url("mail_new", "reminder"), sent).status_code == 302
    assert Notice.objects.count() == 1


def test_pressing_twice_queues_a_message_once_more_and_none_without_an_address(desk, event):
    invited(event, en="Chad", status="invited")
    invited(event, en="Niger", status="invited", address="")
    sent = {"delegations": [str(one.uuid) for one in Delegation.objects.all()], "shown": 0}
    desk.post(url("mail_new", "reminder"), sent)
    take_up(at=AT)
    send_due(at=AT)
    one, nowhere = Mail.objects.get(state="sent"), Mail.objects.get(state="dropped")
    answers = [desk.post(url("mail_again", one.uuid)).url for _ in range(2)]
    assert answers[0] == answers[1]
    assert desk.post(url("mail_again", nowhere.uuid)).status_code == 404
    assert Mail.objects.count() == 3


def test_who_writes_of_changes_is_warned_of_terms_that_were_not_issued(desk, event):
    invited(event, en="Chad")
    issue_revision(event, standing="provisional", languages=["en"], by=None, at=factories.AT)
    assert "issue it first" not in desk.get(url("mail_new", "changed")).content.decode()
    type(event).objects.update(starts=event.starts + timedelta(hours=1), ends=event.ends + timedelta(hours=1))
    assert "issue it first" in desk.get(url("mail_new", "changed")).content.decode()


def test_page_reads_the_meeting_once(desk, event):
    invited(event, en="Chad")
    issue_revision(event, standing="provisional", languages=["en"], by=None, at=factories.AT)
    with CaptureQueriesContext(connection) as context:
        desk.get(url("mail_new", "changed"))
    assert [one["sql"].count('FROM "events_segment"') for one in context].count(1) == 1
