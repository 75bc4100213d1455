"""The whole meeting as facts: the same queries whatever its size, and JSON there and back without loss."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.domain.snapshot import from_json, to_json
from events.models import EarlierMeeting, Item, Organiser, ReferenceDocument, SeatingPlan
from events.operations.points import add_point
from events.operations.programme import add_item
from events.queries import READINGS, meeting_facts
from tests import factories as make

pytestmark = pytest.mark.django_db


def full_event(size):
    event = make.event(observer_places=size)
    organ = make.entity(kind="organ", status="organisation", parent=make.entity(kind="organisation"))
    make.group(members=[make.entity() for _ in range(size)])
    for number in range(size):
        delegation = make.delegation(roster=event.roster, grounds=("host", "mediation"), status="accepted")
        title = {"entity": delegation.entity, "rank": "minister", "title": {"en": "Minister"}}
        person = make.person(titles=[title])
        delegate = make.delegate(delegation=delegation, person=person, organ=organ)
        make.request(delegation=make.delegation(roster=event.roster, grounds=("observer",)), place_number=number + 1)
        segment = make.segment(event=event, position=number, chairs=[delegate], podium=[delegate], scheme="drawn")
        item = make.item(segment=segment, fixed_start=datetime(2017, 9, 20, 16, 0, fold=number % 2))
        make.speech(item=item, delegation=delegation, delegate=delegate, requested_at=make.AT + timedelta(hours=number))
        make.objective(event=event, position=number)
        make.paragraph(event=event, text="Text", position=number)
        make.deletion(event=event, number=number + 1)
        make.open_point(event=event, position=number, resolved_at=make.AT if number % 2 else None)
        Organiser.objects.create(event=event, entity=make.entity(), position=number)
        EarlierMeeting.objects.create(event=event, held_on=event.starts.date() - timedelta(days=number + 1))
        ReferenceDocument.objects.create(event=event, title={"en": "Report"}, dated_on=event.starts.date())
    make.room(event=event, table=size)
    return event


def queries_of(event):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        facts = meeting_facts(event.roster)
    return len(captured), facts


def test_facts_take_the_same_few_queries_for_one_row_and_for_thirty():
    few, _ = queries_of(full_event(1))
    many, facts = queries_of(full_event(30))
    assert (many, len(facts.segments), len(facts.roster.delegations)) == (few, 30, 60)
    assert few <= 32


def test_facts_come_back_from_json_without_loss():
    facts = meeting_facts(full_event(2).roster)
    assert from_json(to_json(facts)) == facts
    assert facts.segments[1].items[0].fixed_start.fold == 1


def test_json_of_equal_facts_is_equal():
    roster = full_event(2).roster
    assert to_json(meeting_facts(roster)) == to_json(meeting_facts(roster))


def test_blank_meeting_gives_facts_too():
    event = make.event()
    facts = meeting_facts(event.roster)
    assert (facts.segments, facts.room, facts.roster.delegations, facts.roster.zone) == (
        (),
        None,
        (),
        "America/New_York",
    )
    assert from_json(to_json(facts)) == facts


def test_withdrawn_parts_are_left_out():
    event = make.event()
    kept = make.segment(event=event)
    make.segment(event=event, withdrawn_at=make.AT)
    make.item(segment=kept, withdrawn_at=make.AT)
    facts = meeting_facts(event.roster)
    assert [(one.uuid, one.items) for one in facts.segments] == [(str(kept.uuid), ())]


def test_seats_are_told_with_their_place():
    event = make.event()
    make.room(event=event, podium=1, table=2, observers=1, seats_behind=1)
    room = meeting_facts(event.roster).room
    assert [(one.zone, one.number, one.seat, one.behind) for one in room.places if one.zone == "table"] == [
        ("table", 1, "T1-0", ("B1-1",)), ("table", 2, "T2-0", ("B2-1",)),
    ]  # fmt: skip
    assert len(room.seats) == 6


def test_people_who_left_their_delegation_are_apart_from_those_who_preside():
    event = make.event()
    delegation = make.delegation(roster=event.roster)
    here = make.delegate(delegation=delegation)
    gone = make.delegate(delegation=delegation, role="adviser", withdrawn_at=make.AT)
    make.segment(event=event, chairs=[gone, here], podium=[gone])
    part = meeting_facts(event.roster).segments[0]
    assert (part.chairs, part.podium, part.departed) == ((str(here.uuid),), (), (str(gone.uuid),))


def test_facts_read_with_an_old_roster_carry_the_instant_of_the_last_change():
    event = full_event(1)
    add_point(event, at=make.AT + timedelta(hours=1), by=None, code="A", finding={"en": "Late"}, severity="low")
    facts = meeting_facts(event.roster)
    assert (facts.roster.version, facts.roster.changed_at) == (event.roster.version + 1, make.AT + timedelta(hours=1))


@pytest.mark.parametrize("times", [1, READINGS])
def test_facts_overtaken_by_an_operation_are_of_one_state(times):
    event = full_event(1)
    overtaken, busy = [], []

    def overtake(execute, sql, params, many, context):
        # Somebody else commits when the programme has been read and the open points have not.
        if '"events_openpoint"' in sql and not busy and len(overtaken) < times:
            busy.append(True)
            overtaken.append(add_item(event.segments.get(), at=make.AT, by=None, kind="other", title={"en": "New"}))
            busy.clear()
        return execute(sql, params, many, context)

    with connection.execute_wrapper(overtake):
        facts = meeting_facts(event.roster)
    assert len(overtaken) == times
    assert (facts.roster.version, len(facts.segments[0].items)) == (event.roster.version + times, Item.objects.count())


def test_state_drawn_is_read_without_the_plans_of_other_meetings():
    drawn = make.entity(code="CZE")
    events = [make.event() for _ in range(2)]
    for event in events:
        SeatingPlan.objects.create(segment=make.segment(event=event), scheme="drawn", drawn_state=drawn)
    with CaptureQueriesContext(connection) as captured:
        facts = meeting_facts(events[0].roster)
    assert [segment.drawn_state for segment in facts.segments] == ["CZE"]
    assert sum('FROM "events_seatingplan"' in one["sql"] for one in captured) == 1
