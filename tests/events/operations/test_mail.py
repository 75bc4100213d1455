"""Mail from the notice to the server: written once, sent once, tried again, dropped when overtaken."""

import smtplib
from datetime import timedelta

import icalendar
import pytest
from django.conf import settings
from django.core import mail as outbox
from django.db import connection

from events.messages.kinds import MASS_KINDS, MESSAGE_LANGUAGES, MESSAGES
from events.models import Mail, MessageText
from events.operations.mail import (
    DELAYS,
    is_taken,
    mime_of,
    previewed,
    save_text,
    send_again,
    send_due,
    take_up,
    tell_many,
)
from events.queries import meeting_facts
from participants.models import Act, Delegation, Notice, Request
from participants.notices import NOTICES
from participants.operations.delegations import record_reply, withdraw_delegation
from participants.operations.observers import register_observer, withdraw_observer
from tests import factories

pytestmark = pytest.mark.django_db
AT = factories.AT
LATER = AT + timedelta(hours=1)


@pytest.fixture
def event():
    return factories.event(
        slug="mali", observer_places=1, contact_email="desk@meeting.example", contact_name="The desk"
    )  # fmt: skip


def ask(event, *, address="mission@state.example", **columns):
    done = register_observer(
        event.roster, entity=factories.entity(), received_at=AT, by=None, at=AT, contact_email=address, **columns
    )
    return Request.objects.get(uuid=done.request)


def deliver(at=AT):
    take_up(at=at)
    send_due(at=at)


def states():
    return list(Mail.objects.order_by("pk").values_list("kind", "state"))


def test_every_notice_has_a_message_and_every_message_a_notice():
    assert set(MESSAGES) == set(NOTICES)


def test_granted_waiting_promoted_and_withdrawn_are_told_each_once(event):
    first = ask(event)
    ask(event, address="second@state.example", language="fr")
    deliver()
    withdraw_observer(first, by=None, at=LATER)
    deliver(at=LATER)
    deliver(at=LATER)
    assert states() == [("granted", "sent"), ("waiting", "sent"), ("promoted", "sent"), ("withdrawn", "sent")]
    assert [one.to for one in outbox.outbox] == [
        ["mission@state.example"], ["second@state.example"], ["second@state.example"], ["mission@state.example"],
    ]  # fmt: skip
    granted, waiting, promoted, withdrawn = outbox.outbox
    assert "Your request is granted: observer place 1." in granted.body
    assert "Elle porte le numéro 1 sur la liste d'attente." in waiting.body
    assert "Une place s'est libérée et vous est attribuée\u00a0: place d'observateur 1." in promoted.body


def calendar_of(message):
    parts = [one for one in message.alternatives if one.mimetype.startswith("text/calendar")]
    return parts[0].mimetype, icalendar.Calendar.from_ical(parts[0].content)


def test_invitation_carries_an_entry_whose_answer_counts_through_the_link(event):
    delegation = factories.delegation(roster=event.roster, status="cleared", contact_email="m@state.example")
    tell_many(event.roster, kind="invitation", delegations=[delegation.uuid], is_inviting=True, by=None, at=AT)
    deliver()
    [message] = outbox.outbox
    kind, calendar = calendar_of(message)
    [entry] = calendar.walk("VEVENT")
    assert (kind, str(calendar["METHOD"])) == ("text/calendar; method=REQUEST", "REQUEST")
    assert str(entry["ATTENDEE"]) == "mailto:m@state.example"
    assert (entry["ATTENDEE"].params["RSVP"], str(entry["ORGANIZER"])) == ("FALSE", "mailto:desk@meeting.example")
    assert "counts through your link only" in str(entry["DESCRIPTION"])
    assert "The answer counts through this link." in message.body
    delegation.refresh_from_db()
    assert delegation.status == "invited"


def test_mime_has_text_html_calendar_and_the_file(event):
    ask(event)
    take_up(at=AT)
    message = mime_of(Mail.objects.get()).message()
    assert [one.get_content_type() for one in message.walk()] == [
        "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar", "application/ics",
    ]  # fmt: skip
    calendar = next(one for one in message.walk() if one.get_content_type() == "text/calendar")
    assert (calendar.get_param("method"), calendar.get_content_charset()) == ("REQUEST", "utf-8")
    assert message["Message-ID"] == f"<{Mail.objects.get().uuid}@{settings.ICAL_DOMAIN}>"
    assert (message["Reply-To"], message["Auto-Submitted"]) == ("desk@meeting.example", "auto-generated")


def test_cancellation_follows_only_an_entry_that_was_sent(event):
    first, second = ask(event), ask(event, address="second@state.example")
    deliver()
    for one in (second, first):
        withdraw_observer(one, by=None, at=LATER)
    deliver(at=LATER)
    methods = dict(Mail.objects.filter(kind="withdrawn").values_list("to", "method"))
    assert methods == {"second@state.example": "", "mission@state.example": "CANCEL"}
    granted = icalendar.Calendar.from_ical(Mail.objects.get(kind="granted").calendar).walk("VEVENT")[0]
    cancelled = icalendar.Calendar.from_ical(
        Mail.objects.get(kind="withdrawn", to="mission@state.example").calendar
    ).walk("VEVENT")[0]
    assert cancelled["UID"] == granted["UID"]
    assert (int(cancelled["SEQUENCE"]), str(cancelled["STATUS"])) == (int(granted["SEQUENCE"]) + 1, "CANCELLED")
    assert str(cancelled["SUMMARY"]).startswith("CANCELLED: ")


@pytest.mark.parametrize("language", MESSAGE_LANGUAGES)
@pytest.mark.parametrize("kind", MESSAGES)
def test_standard_text_leaves_no_placeholder_open(event, kind, language):
    delegation = factories.delegation(roster=event.roster, contact_email="m@state.example", language=language)
    factories.request(delegation=delegation)
    message = previewed(event.roster, meeting_facts(event.roster), delegation, kind=kind, at=AT)
    assert message.language == language
    assert "%(" not in message.subject + message.text + message.html
    if language == "fr":
        assert not any(f"{sign}" in message.text for sign in (" :", " ;", " !", " ?", "’"))


@pytest.mark.parametrize("kind", MASS_KINDS)
def test_many_are_told_in_few_statements(event, kind, django_assert_max_num_queries):
    rows = [factories.delegation(roster=event.roster, contact_email=f"m{n}@x.example") for n in range(30)]
    with django_assert_max_num_queries(10):
        assert tell_many(event.roster, kind=kind, delegations=[one.uuid for one in rows], by=None, at=AT) == 30
    assert (Notice.objects.count(), Act.objects.get().operation) == (30, f"mail_{kind}")
    with django_assert_max_num_queries(45):
        take_up(at=AT)


def test_message_without_address_is_kept_with_the_reason(event):
    tell_many(
        event.roster, kind="invitation", delegations=[factories.delegation(roster=event.roster).uuid], by=None, at=AT
    )
    deliver()
    assert Mail.objects.values_list("state", "words").get() == ("dropped", "No e-mail address is known.")
    assert outbox.outbox == []


def failing(monkeypatch, error):
    def send(*_, **__):
        raise error

    monkeypatch.setattr("django.core.mail.EmailMultiAlternatives.send", send)


def test_server_that_fails_is_tried_again_and_its_words_are_kept(event, monkeypatch):
    ask(event)
    take_up(at=AT)
    with monkeypatch.context() as patched:
        failing(patched, smtplib.SMTPServerDisconnected("421 too busy"))
        now = AT
        for delay in DELAYS:
            assert send_due(at=now) == 1
            one = Mail.objects.get()
            assert (one.state, one.next_at, "421 too busy" in one.words) == ("queued", now + delay, True)
            assert send_due(at=now) == 0
            now += delay
        send_due(at=now)
    one = Mail.objects.get()
    assert (one.state, one.attempts) == ("failed", len(DELAYS) + 1)
    again = send_again(one, at=now)
    send_due(at=now)
    again.refresh_from_db()
    assert (again.state, again.again, len(outbox.outbox)) == ("sent", one, 1)


def test_message_of_a_dead_worker_is_sent_by_the_next_with_the_same_identity(event, monkeypatch):
    ask(event)
    take_up(at=AT)
    failing(monkeypatch, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        send_due(at=AT)
    monkeypatch.undo()
    assert send_due(at=AT) == 0
    assert send_due(at=AT + timedelta(minutes=11)) == 1
    assert outbox.outbox[0].message()["Message-ID"] == f"<{Mail.objects.get().uuid}@{settings.ICAL_DOMAIN}>"


def test_waiting_is_dropped_once_the_place_is_granted(event):
    first, _ = ask(event), ask(event, address="second@state.example")
    take_up(at=AT)
    withdraw_observer(first, by=None, at=AT)
    deliver()
    assert states() == [("granted", "dropped"), ("waiting", "dropped"), ("promoted", "sent"), ("withdrawn", "sent")]
    assert (
        Mail.objects.filter(state="dropped").values_list("words", flat=True)[0] == "Overtaken by what happened since."
    )


def test_reminder_is_dropped_once_the_delegation_has_answered(event):
    delegation = factories.delegation(roster=event.roster, contact_email="m@state.example")
    tell_many(event.roster, kind="reminder", delegations=[delegation.uuid], by=None, at=AT)
    record_reply(delegation, version=1, status="accepted", received_at=AT, by=None, at=AT)
    deliver()
    assert states() == [("reminder", "dropped"), ("received", "sent")]


def test_older_of_two_answers_is_not_confirmed(event):
    delegation = factories.delegation(roster=event.roster, contact_email="m@state.example")
    record_reply(delegation, version=1, status="accepted", received_at=AT, by=None, at=AT)
    record_reply(delegation, version=2, status="tentative", received_at=AT, by=None, at=AT)
    deliver()
    assert states() == [("received", "dropped"), ("received", "sent")]


def test_withdrawal_of_one_that_was_never_invited_is_not_told(event):
    proposed = factories.delegation(roster=event.roster, status="proposed")
    invited = factories.delegation(roster=event.roster)
    for one in (proposed, invited):
        withdraw_delegation(one, by=None, at=AT)
    assert list(Notice.objects.values_list("delegation", flat=True)) == [invited.pk]


def test_two_workers_write_and_send_a_message_once(event):
    ask(event)
    take_up(at=AT)
    take_up(at=AT)
    [one] = Mail.objects.all()
    stale = Mail.objects.get()
    send_due(at=AT)
    assert not is_taken(stale, AT)
    assert (len(outbox.outbox), one.notice.kind) == (1, "granted")


def test_no_transaction_is_open_while_the_server_is_talked_to(event, monkeypatch, transactional_db):
    row = factories.event(observer_places=1)
    ask(row)
    take_up(at=AT)
    seen = []
    monkeypatch.setattr(
        "django.core.mail.EmailMultiAlternatives.send", lambda *_, **__: seen.append(connection.in_atomic_block)
    )
    send_due(at=AT)
    assert seen == [False]


def test_own_words_are_used_and_the_standard_ones_come_back(event):
    delegation = factories.delegation(roster=event.roster, contact_email="m@state.example")
    save_text(event, kind="reminder", language="en", subject="Hello %(meeting)s", body="100%% %(link)s", by=None, at=AT)
    message = previewed(event.roster, meeting_facts(event.roster), delegation, kind="reminder", at=AT)
    assert (message.subject, message.text.startswith("100% http")) == ("Hello Ministerial meeting", True)
    subject, body = MESSAGES["reminder"].texts["en"]
    save_text(event, kind="reminder", language="en", subject=subject, body=body, by=None, at=AT)
    assert MessageText.objects.count() == 0


def test_hostile_names_and_titles_stay_in_their_place(event):
    name = 'Évil\r\nBcc: all@world.example "<script>alert(1)</script>'
    event.title = {"en": "Title\r\nBcc: x@y.example <b>"}
    event.save()
    delegation = factories.delegation(
        roster=event.roster, entity=factories.entity(en=name), contact_email="m@state.example"
    )  # fmt: skip
    tell_many(event.roster, kind="invitation", delegations=[delegation.uuid], by=None, at=AT)
    deliver()
    message = outbox.outbox[0].message()
    assert message["Bcc"] is None
    assert "\n" not in outbox.outbox[0].subject
    html = outbox.outbox[0].alternatives[0].content
    assert ("<script>" in html, "&lt;script&gt;" in html) == (False, True)
    _, calendar = calendar_of(outbox.outbox[0])
    assert len(calendar.walk("VEVENT")) == 1


def test_language_is_the_requests_then_the_delegations_then_the_meetings(event):
    delegation = factories.delegation(roster=event.roster, language="ar")
    assert previewed(event.roster, meeting_facts(event.roster), delegation, kind="invitation", at=AT).language == "en"
    event.languages = ["fr", "en"]
    event.save()
    assert previewed(event.roster, meeting_facts(event.roster), delegation, kind="invitation", at=AT).language == "fr"
    Delegation.objects.update(language="en")
    delegation.refresh_from_db()
    assert previewed(event.roster, meeting_facts(event.roster), delegation, kind="invitation", at=AT).language == "en"
