"""A meeting made, moved and changed."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from events.models import Event, Segment
from events.operations.issuing import issue_revision
from events.operations.meetings import change_meeting, create_meeting, set_times
from participants.models import Act, Appointment, Roster
from participants.operations.acting import Stale
from tests import factories

pytestmark = pytest.mark.django_db
AT = datetime(2017, 9, 2, 9, tzinfo=UTC)
START, END = datetime(2017, 9, 20, 15, 30), datetime(2017, 9, 20, 18)


def create(**changes):
    wanted = {"slug": "mali", "zone": "America/New_York", "title": {"en": "Mali"}, "starts": START, "ends": END}
    return create_meeting(**wanted | {"by": None, "at": AT} | changes)


def test_new_meeting_has_a_roster_one_part_and_its_places():
    event = create(observer_places=3, level="experts")
    assert (event.roster.first_on, event.level, event.roster.places.count()) == (date(2017, 9, 20), "experts", 3)
    assert [row.title["fr"] for row in event.segments.all()] == ["Réunion"]
    assert event.roster.acts.get().operation == "create_meeting"


def test_act_of_a_new_meeting_names_every_row_made():
    event = create(observer_places=2)
    made = sorted(change["model"] for change in event.roster.acts.get().changes if change["action"] == "added")
    assert made == sorted(
        ["participants.roster", "events.event", "events.segment", *["participants.observerplace"] * 2]
    )  # fmt: skip


@pytest.mark.parametrize(("general_role", "own_roles"), [("", ["desk_officer"]), ("administrator", [])])
def test_creator_without_a_general_role_becomes_desk_officer(general_role, own_roles):
    officer = factories.user(role=general_role)
    event = create(by=officer)
    assert [one.role for one in Appointment.objects.filter(roster=event.roster)] == own_roles


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"ends": START}, "ends"), ({"slug": "taken"}, "slug"), ({"starts": datetime(2017, 3, 12, 2, 30)}, "starts")],
)
def test_impossible_meeting_leaves_nothing_behind(changes, field):
    factories.event(slug="taken")
    with pytest.raises(ValidationError) as caught:
        create(**changes)
    assert list(caught.value.message_dict) == [field]
    assert (Roster.objects.count(), Event.objects.count(), Act.objects.count()) == (1, 1, 0)


def test_times_move_the_meeting_its_part_and_the_first_day():
    event = factories.event(has_segment=True)
    part = event.segments.get()
    start, end = datetime(2017, 9, 21, 9), datetime(2017, 9, 21, 11)
    set_times(event, starts=start, ends=end, segment_times={str(part.uuid): (start, None)}, by=None, at=AT, why="Moved")
    event, part = Event.objects.get(), Segment.objects.get()
    assert (event.starts, event.ends, event.roster.first_on) == (start, end, date(2017, 9, 21))
    assert (part.starts, part.ends) == (start, None)
    assert Act.objects.get().why == "Moved"


def test_changed_times_leave_the_calendars_sequence_until_the_next_issue():
    event = factories.event(has_segment=True)
    issue_revision(event, standing="provisional", languages=["en"], by=None, at=AT)
    set_times(event, starts=START, ends=datetime(2017, 9, 20, 16), by=None, at=AT)
    before = Event.objects.get().sequence
    issue_revision(event, standing="provisional", languages=["en"], by=None, at=AT)
    assert (before, Event.objects.get().sequence) == (0, 1)


def test_end_before_the_start_changes_nothing():
    event = factories.event()
    with pytest.raises(ValidationError):
        set_times(event, starts=END, ends=START, by=None, at=AT)
    assert (Event.objects.get().starts, Act.objects.count()) == (START, 0)


def test_times_from_an_old_form_are_refused():
    event = factories.event()
    set_times(event, starts=START, ends=datetime(2017, 9, 20, 17), version=1, by=None, at=AT)
    with pytest.raises(Stale):
        set_times(event, starts=START, ends=END, version=1, by=None, at=AT)


def test_address_and_zone_stand_on_the_roster_and_make_old_forms_stale():
    event = factories.event()
    change_meeting(event, version=1, roster={"slug": "renamed", "zone": "Africa/Bamako"}, by=None, at=AT)
    assert Roster.objects.values_list("slug", "zone").get() == ("renamed", "Africa/Bamako")
    with pytest.raises(Stale):
        change_meeting(event, version=1, reference="X", by=None, at=AT)


def test_address_of_another_meeting_is_refused():
    factories.event(slug="taken")
    event = factories.event(slug="mine")
    with pytest.raises(ValidationError) as caught:
        change_meeting(event, version=1, roster={"slug": "taken"}, by=None, at=AT)
    assert list(caught.value.message_dict) == ["slug"]
