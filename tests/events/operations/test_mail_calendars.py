"""The calendar part of messages: as issued, numbered by what the delegation was sent before, dated by the message."""

from datetime import datetime, timedelta

import icalendar
import pytest

from events.models import Event, Mail
from events.operations.issuing import issue_revision
from events.operations.mail import mime_of, previewed, send_again, send_due, take_up, tell_many
from events.operations.meetings import set_times
from events.queries import meeting_facts
from participants.models import Delegation
from participants.operations.delegations import withdraw_delegation
from tests import factories

pytestmark = pytest.mark.django_db
AT = factories.AT
START = datetime(2017, 9, 20, 15, 30)


@pytest.fixture
def event():
    return factories.event(slug="mali", contact_email="desk@meeting.example", has_segment=True)


@pytest.fixture
def delegation(event):
    return factories.delegation(roster=event.roster, status="accepted", contact_email="m@state.example")


def told(delegation, kind, *, hours):
    """The entry of the message of that kind, told so many hours on."""
    at = AT + timedelta(hours=hours)
    if kind == "withdrawn":
        withdraw_delegation(Delegation.objects.get(pk=delegation.pk), by=None, at=at)
    else:
        tell_many(delegation.roster, kind=kind, delegations=[delegation.uuid], by=None, at=at)
    take_up(at=at)
    send_due(at=at)
    return entry_of(Mail.objects.latest("pk").calendar)


def entry_of(text):
    (entry,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    return entry


def move(event, hour):
    set_times(Event.objects.get(pk=event.pk), starts=START, ends=datetime(2017, 9, 20, hour), by=None, at=AT)


def issue(event):
    issue_revision(event, standing="provisional", languages=["en"], by=None, at=AT)


def test_request_update_and_cancellation_are_one_entry_with_rising_numbers(event, delegation):
    issue(event)
    invited = told(delegation, "invitation", hours=1)
    move(event, 17)
    issue(event)
    changed, over = told(delegation, "changed", hours=2), told(delegation, "withdrawn", hours=3)
    entries = (invited, changed, over)
    assert len({str(one["UID"]) for one in entries}) == 1
    assert [int(one["SEQUENCE"]) for one in entries] == [0, 1, 2]
    assert [one["DTSTAMP"].dt for one in entries] == [AT + timedelta(hours=hours) for hours in (1, 2, 3)]
    assert [str(one["STATUS"]) for one in entries] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert over["ATTENDEE"] == invited["ATTENDEE"]


def test_message_tells_what_was_issued_and_nothing_of_the_draft(event, delegation):
    issue(event)
    move(event, 17)
    entry = told(delegation, "changed", hours=1)
    assert entry["DTEND"].dt.hour == 18
    assert "18:00" in previewed(event.roster, meeting_facts(event.roster), delegation, kind="changed", at=AT).text


def test_message_tells_the_draft_while_nothing_was_issued_and_counts_all_the_same(event, delegation):
    first = told(delegation, "invitation", hours=1)
    move(event, 17)
    second = told(delegation, "changed", hours=2)
    assert (second["DTEND"].dt.hour, int(first["SEQUENCE"]), int(second["SEQUENCE"])) == (17, 0, 1)


def test_same_told_again_keeps_its_number(event, delegation):
    issue(event)
    entries = [told(delegation, "invitation", hours=hours) for hours in (1, 2)]
    assert [int(one["SEQUENCE"]) for one in entries] == [0, 0]


def test_first_issue_never_takes_a_number_back(event, delegation):
    for hours in (1, 2, 3):
        entry = told(delegation, "changed", hours=hours)
        move(event, 20 - hours)
    issue(event)
    assert int(told(delegation, "changed", hours=5)["SEQUENCE"]) > int(entry["SEQUENCE"])


def test_message_sent_again_is_the_same_to_the_byte(event, delegation):
    issue(event)
    told(delegation, "invitation", hours=1)
    first = Mail.objects.get()
    move(event, 17)
    issue(event)
    again = send_again(first, at=AT + timedelta(hours=9))
    parts = [[one.get_payload() for one in mime_of(mail).message().walk() if not one.is_multipart()]
             for mail in (first, again)]  # fmt: skip
    assert parts[0] == parts[1]
