"""Confidential notes, files taken away, and the end of personal data: everywhere they stand, and nowhere else."""

import json
from datetime import date, datetime, timedelta

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import models

from events.models import Mail, StoredPrint
from events.operations.mail import take_up
from events.queries import meeting_facts
from participants.models import Access, Act, ConfidentialNote, Delegate, Delegation, Request, Roster
from participants.operations.delegates import add_delegate
from participants.operations.observers import register_observer
from participants.operations.privacy import (
    PERSONAL,
    add_note,
    note_access,
    purge,
    remove_note,
    rosters_to_purge,
    set_retention,
)
from tests import factories
from tests.events.operations.test_duplicating import leads_to_roster

pytestmark = pytest.mark.django_db
AT = factories.AT
AFTER = AT + timedelta(days=400)
SECRETS = ("Zoë", "Quarantini", "zoe@mission.example", "Rampe", "Confidentielle", "Motif secret")
# Texts of a meeting that say nothing of a person who attends.
FREE = {
    "Act", "ColumnMapping", "Entity", "EntityName", "EntityAlias", "EntityStatus", "GroupMember", "PersonTitle",
    "Appointment", "Roster", "Invitation", "Event", "Objective", "ReferenceDocument", "EarlierMeeting", "NoteParagraph",
    "NoteDeletion", "OpenPoint", "MessageText", "Room", "Place", "Seat", "Segment", "SeatingPlan", "Item", "Task",
    "DrawnState", "PodiumPlace", "GivenPlace",
}  # fmt: skip


def test_every_table_with_texts_of_a_meeting_is_purged_or_free_of_personal_data():
    kinds = (models.CharField, models.TextField, models.JSONField, models.BinaryField)
    of_apps = (model for app in ("participants", "events") for model in apps.get_app_config(app).get_models())
    with_texts = {
        model
        for model in of_apps
        if (leads_to_roster(model) or model is Roster)
        and any(isinstance(one, kinds) for one in model._meta.concrete_fields)
    }
    known = {table.model for table in PERSONAL} | {one for one in with_texts if one.__name__ in FREE}
    assert {one.__name__ for one in with_texts - known} == set()


@pytest.fixture
def event():
    """A meeting with the same person in every table that could hold one."""
    row = factories.event(slug="mali", observer_places=1)
    who = {"given_names": "Zoë", "family_name": "Quarantini", "email": "zoe@mission.example", "access_needs": "Rampe"}
    register_observer(
        row.roster, entity=factories.entity(), received_at=AT, by=None, at=AT, contact_name="Quarantini",
        contact_email="zoe@mission.example", note="Zoë", delegates=[who],
    )  # fmt: skip
    delegation = Delegation.objects.get()
    add_delegate(delegation, by=None, at=AT, role="adviser", **who)
    add_note(delegation, text="Confidentielle", by=None, at=AT)
    factories.reply(delegation=delegation, why="Zoë", answer={"members": [who]})
    factories.stored_print(roster=row.roster, content=b"Quarantini")
    Act.objects.filter(operation="add_delegate").update(why="Motif secret")
    note_access(row.roster, what="participants", by=factories.user(name="Clerk"), at=AT)
    take_up(at=AT)
    return row


def everything(roster):
    """All that the database holds of a meeting, as text."""
    rows = []
    for app in ("participants", "events"):
        for model in apps.get_app_config(app).get_models():
            for row in model._default_manager.all():
                rows.append({one.attname: str(one.value_from_object(row)) for one in model._meta.concrete_fields})
    for act in Act.objects.all():
        rows.append(act.changes)
    return json.dumps(rows, ensure_ascii=False, default=str)


def test_purge_leaves_no_person_anywhere_and_keeps_the_counts(event):
    before = everything(event.roster)
    assert [one for one in SECRETS[:4] if one not in before] == []
    counts = (Delegate.objects.count(), Request.objects.count(), Mail.objects.count(), Act.objects.count())
    set_retention(event.roster, keep_until=date(2017, 12, 31), by=None, at=AT)
    done = purge(event.roster, by=None, at=AFTER)
    after = everything(event.roster)
    assert [one for one in SECRETS if one in after] == []
    assert (done.rows["Delegate"], done.rows["ConfidentialNote"], StoredPrint.objects.count()) == (2, 1, 0)
    assert counts == (Delegate.objects.count(), Request.objects.count(), Mail.objects.count(), Act.objects.count() - 2)
    last = Act.objects.first()
    assert (last.operation, last.roster.purged_at) == ("purge", AFTER)
    assert Request.objects.get().place_numbers == (1,)
    assert Access.objects.get().by is None
    meeting_facts(Roster.objects.select_related("event").get(pk=event.roster.pk))


def test_nothing_is_purged_before_its_day_where_the_meeting_was_held(event):
    with pytest.raises(ValidationError):
        purge(event.roster, by=None, at=AFTER)
    set_retention(event.roster, keep_until=date(2017, 12, 31), by=None, at=AT)
    event.roster.refresh_from_db()
    still = datetime.fromisoformat("2018-01-01T04:59+00:00")
    assert rosters_to_purge(at=still) == []
    assert rosters_to_purge(at=still + timedelta(minutes=1)) == [event.roster]


def test_day_before_the_meeting_is_refused(event):
    with pytest.raises(ValidationError) as error:
        set_retention(event.roster, keep_until=date(2017, 9, 19), by=None, at=AT)
    assert "keep_until" in error.value.message_dict


def test_another_meeting_keeps_its_people(event):
    other = factories.delegate(delegation=factories.delegation(roster=factories.roster()))
    set_retention(event.roster, keep_until=date(2017, 12, 31), by=None, at=AT)
    purge(event.roster, by=None, at=AFTER)
    other.refresh_from_db()
    assert other.family_name == "Keïta"


def test_command_purges_what_is_due_and_says_so(event, capsys):
    set_retention(event.roster, keep_until=date(2017, 12, 31), by=None, at=AT)
    call_command("purge")
    assert "mali:" in capsys.readouterr().out
    call_command("purge")
    assert "Nothing to purge." in capsys.readouterr().out
    with pytest.raises(CommandError):
        call_command("purge", "nothing")
    with pytest.raises(CommandError):
        call_command("purge", now=True)


def test_confidential_note_is_in_no_act_fact_or_print(event):
    assert "Confidentielle" not in json.dumps(list(Act.objects.values_list("changes", flat=True)), ensure_ascii=False)
    assert "Confidentielle" not in str(meeting_facts(event.roster))
    remove_note(ConfidentialNote.objects.get(), by=None, at=AT)
    assert Act.objects.first().operation == "remove_confidential_note"
    assert "Confidentielle" not in json.dumps(list(Act.objects.values_list("changes", flat=True)), ensure_ascii=False)
