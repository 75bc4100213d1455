"""Only those whom a revision concerns are told, once, and what changed for them."""

from datetime import timedelta

import pytest

from events.models import Mail
from events.operations.issuing import issue_revision
from events.operations.mail import take_up
from events.operations.programme import change_row
from events.operations.seat_plans import move_delegation
from events.operations.telling import Superseded, affected, tell_affected
from participants.models import Notice
from tests import factories

AT = factories.AT
HOW = {"by": None, "at": AT}
pytestmark = pytest.mark.django_db


@pytest.fixture
def event():
    event = factories.event(slug="mali")
    part = factories.segment(event=event)
    for number, name in enumerate(("Mali", "Ghana")):
        entity = factories.entity(en=name, fr=name)
        row = factories.delegation(
            roster=event.roster, entity=entity, status="accepted", contact_email=f"{name}@x.example", language="fr"
        )
        item = factories.item(segment=part, position=number, title={"en": f"Item {number}", "fr": f"Point {number}"})
        factories.speech(item=item, delegation=row)
    return event


def issue(event, *, at=AT):
    return issue_revision(event, standing="provisional", languages=["en"], by=None, at=at)


def rename(event, position, **title):
    change_row(event.segments.get().items.get(position=position), by=None, at=AT, title=title)


def names(revision):
    return [(one.delegation.entity, one.is_told) for one in affected(revision)]


def entity(event, name):
    return event.roster.delegations.get(contact_email=f"{name}@x.example")


def test_base_concerns_nobody(event):
    assert affected(issue(event)) == ()


def test_only_those_whose_item_changed_are_affected(event):
    issue(event)
    rename(event, 1, en="Other", fr="Autre")
    (one,) = affected(issue(event))
    assert one.delegation.uuid == str(entity(event, "Ghana").uuid)
    french = [text.replace("\N{NO-BREAK SPACE}", " ") for text in one.changes["fr"]]
    assert french == ["« Autre » – titre : Autre (jusqu'ici : Point 1)."]
    assert one.has_calendar is False


def test_message_says_what_changed_in_the_language_of_the_delegation(event):
    issue(event)
    rename(event, 1, en="Other", fr="Autre")
    revision = issue(event)
    assert tell_affected(revision, [str(entity(event, "Ghana").uuid)], by=None, at=AT) == 1
    take_up(at=AT)
    mail = Mail.objects.get()
    assert ("Autre" in mail.text, "Rev.1" in mail.subject, mail.calendar) == (True, True, "")


def test_nobody_is_told_twice_or_without_being_concerned(event):
    issue(event)
    rename(event, 1, en="Other", fr="Autre")
    revision = issue(event)
    everybody = [str(one.uuid) for one in event.roster.delegations.all()]
    assert tell_affected(revision, everybody, by=None, at=AT) == 1
    assert tell_affected(revision, everybody, by=None, at=AT) == 0
    assert (Notice.objects.count(), [told for _, told in names(revision)]) == (1, [True])


def test_next_revision_is_told_again_beside_the_one_before(event):
    issue(event)
    everybody = [str(one.uuid) for one in event.roster.delegations.all()]
    for title in ("A", "B"):
        rename(event, 1, en=title, fr=title)
        tell_affected(issue(event), everybody, by=None, at=AT)
    take_up(at=AT)
    assert [one.state for one in Mail.objects.order_by("pk")] == ["queued", "queued"]


def test_hour_of_the_meeting_concerns_all_and_updates_their_calendars(event):
    issue(event)
    type(event).objects.update(starts=event.starts + timedelta(minutes=15))
    event.refresh_from_db()
    revision = issue(event)
    assert [one.has_calendar for one in affected(revision)] == [True, True]
    tell_affected(revision, [str(entity(event, "Mali").uuid)], by=None, at=AT)
    take_up(at=AT)
    assert "METHOD:REQUEST" in Mail.objects.get().calendar


def test_who_was_never_asked_is_not_told(event):
    event.roster.delegations.update(status="proposed")
    issue(event)
    rename(event, 1, en="Other", fr="Autre")
    assert affected(issue(event)) == ()


def test_who_sent_regrets_since_is_not_told(event):
    issue(event)
    rename(event, 1, en="Other", fr="Autre")
    revision = issue(event)
    event.roster.delegations.update(status="regrets")
    assert affected(revision) == ()


def test_nobody_is_told_of_what_another_revision_has_overtaken(event):
    issue(event)
    rename(event, 1, en="Other", fr="Autre")
    revision = issue(event)
    issue(event)
    with pytest.raises(Superseded):
        tell_affected(revision, [str(entity(event, "Ghana").uuid)], by=None, at=AT)
    assert not Notice.objects.exists()


def test_only_those_who_sit_elsewhere_are_told_of_the_seats(event):
    factories.room(event=event, table=3)
    issue(event)
    # In the order of their names Ghana sits first.
    seen = "table 2||table 3"
    move_delegation(event.segments.get(), entity(event, "Mali"), zone="table", number=3, way="swap", seen=seen, **HOW)
    (one,) = affected(issue(event))
    assert one.delegation.uuid == str(entity(event, "Mali").uuid)
    assert [text for text in one.changes["en"] if "seat" in text] == ["Mali – seat in “Part”: T3-0 (until now: T2-0)."]
