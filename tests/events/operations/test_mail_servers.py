"""Mail against a server that listens, and what must hold when it is slow or what was sent is taken back."""

import socketserver
import threading
from datetime import timedelta

import icalendar
import pytest
from django.core.mail import EmailMultiAlternatives

from events.models import Mail
from events.operations.mail import send_again, send_due, take_up, tell_many
from participants.models import Delegation
from participants.operations.delegations import restore_delegation, withdraw_delegation
from tests import factories

pytestmark = pytest.mark.django_db
AT = factories.AT


class Listening(socketserver.StreamRequestHandler):
    """As much of SMTP as a message needs; an address that begins with "gone" is refused, "lost" ends the talk."""

    def handle(self):
        self.server.talks += 1
        self.say("220 ready")
        while line := self.rfile.readline():
            word = line.split()[0].upper()
            if word == b"DATA":
                self.say("354 go on")
                while self.rfile.readline() != b".\r\n":
                    pass
                self.server.got += 1
            elif b"<lost" in line:
                return
            self.say("550 no such user" if b"<gone" in line else "250 fine")

    def say(self, text):
        self.wfile.write(f"{text}\r\n".encode())


@pytest.fixture
def server(settings):
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Listening) as server:
        server.daemon_threads = True
        server.talks = server.got = 0
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address
        yield server
        server.shutdown()


def written(*addresses, **columns):
    roster = factories.event().roster
    rows = [factories.delegation(roster=roster, contact_email=one, **columns) for one in addresses]
    tell_many(roster, kind="invitation", delegations=[one.uuid for one in rows], by=None, at=AT)
    take_up(at=AT)
    return rows


def test_messages_go_over_one_connection(server):
    written("a@state.example", "b@state.example", "c@state.example")
    assert (send_due(at=AT), server.got, server.talks) == (3, 3, 1)


def test_address_refused_or_talk_ended_holds_up_nobody_else(server):
    written("a@state.example", "gone@state.example", "lost@state.example", "b@state.example")
    send_due(at=AT)
    found = {to: (state, words) for to, state, words in Mail.objects.values_list("to", "state", "words")}
    assert [found[one][0] for one in ("a@state.example", "b@state.example")] == ["sent", "sent"]
    assert "550" in found["gone@state.example"][1]
    assert "no such user" in found["gone@state.example"][1]
    assert found["lost@state.example"][0] == "queued"


def test_only_the_message_that_the_server_is_given_is_taken(monkeypatch):
    written("a@state.example", "b@state.example", "c@state.example")
    seen = []
    monkeypatch.setattr(
        EmailMultiAlternatives, "send", lambda *_: seen.append(Mail.objects.filter(state="sending").count())
    )
    send_due(at=AT)
    assert seen == [1, 1, 1]


def test_invitation_after_a_cancellation_counts_as_newer():
    [row] = written("a@state.example", status="accepted")
    send_due(at=AT)
    for minutes in (1, 2):
        at = AT + timedelta(minutes=minutes)
        withdraw_delegation(Delegation.objects.get(), by=None, at=at)
        take_up(at=at)
        restore_delegation(Delegation.objects.get(), status="accepted", by=None, at=at)
        tell_many(row.roster, kind="invitation", delegations=[row.uuid], by=None, at=at)
        take_up(at=at)
    entries = [
        icalendar.Calendar.from_ical(one).walk("VEVENT")[0]
        for one in Mail.objects.order_by("pk").values_list("calendar", flat=True)
    ]
    sequences = [int(entry["SEQUENCE"]) for entry in entries]
    assert [str(entry["STATUS"]) for entry in entries] == ["CONFIRMED", "CANCELLED"] * 2 + ["CONFIRMED"]
    assert sequences == sorted(set(sequences))
    assert len({entry["UID"] for entry in entries}) == 1


def test_message_is_queued_again_once_however_often_that_is_asked():
    written("a@state.example")
    send_due(at=AT)
    one = Mail.objects.get()
    assert send_again(one, at=AT) == send_again(one, at=AT)
    send_due(at=AT)
    assert send_again(one, at=AT).state == "queued"


def test_message_without_address_is_not_queued_again():
    written("")
    with pytest.raises(ValueError, match="without an address"):
        send_again(Mail.objects.get(), at=AT)


def states():
    return list(Mail.objects.order_by("pk").values_list("kind", "state"))


def test_invitation_still_queued_is_dropped_once_the_meeting_is_cancelled():
    [row] = written("a@state.example")
    for kind in ("cancelled", "invitation"):
        tell_many(row.roster, kind=kind, delegations=[row.uuid], by=None, at=AT)
        take_up(at=AT)
    send_due(at=AT)
    assert states() == [("invitation", "dropped"), ("cancelled", "sent"), ("invitation", "sent")]


def test_withdrawal_is_not_told_once_it_is_taken_back():
    row = factories.delegation(roster=factories.event().roster, contact_email="a@state.example", status="accepted")
    withdraw_delegation(row, by=None, at=AT)
    take_up(at=AT)
    restore_delegation(Delegation.objects.get(), status="accepted", by=None, at=AT)
    send_due(at=AT)
    assert states() == [("withdrawn", "dropped")]


@pytest.mark.parametrize(
    ("status", "answer"), [("invited", "NEEDS-ACTION"), ("accepted", "ACCEPTED"), ("tentative", "TENTATIVE")]
)
def test_known_answer_stands_in_the_entry(status, answer):
    [row] = written("a@state.example", status=status)
    tell_many(row.roster, kind="changed", delegations=[row.uuid], by=None, at=AT)
    take_up(at=AT)
    entries = [icalendar.Calendar.from_ical(one.calendar).walk("VEVENT")[0] for one in Mail.objects.all()]
    assert [entry["ATTENDEE"].params["PARTSTAT"] for entry in entries] == [answer, answer]
