"""Next year's edition: everything taken over that should be, moved and reset; nothing of the former one changed."""

from datetime import date, datetime, timedelta

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from events.models import Event, Item, NoteParagraph, OpenPoint, Seat, Segment, Speech
from events.operations.duplicating import COPIES, LEFT_OUT, Kept, duplicate_meeting
from events.operations.seating import set_seating
from events.operations.seating_order import set_interpreters
from events.queries import meeting_facts
from participants.models import (
    Act,
    Appointment,
    Delegate,
    Delegation,
    DrawnState,
    GroupMember,
    ObserverPlace,
    PersonTitle,
    Request,
    Roster,
)
from tests import factories
from tests.acts import difference, tables, told

pytestmark = pytest.mark.django_db
AT = factories.AT
NEXT = date(2018, 9, 19)


def duplicate(source, **fields):
    wanted = {"slug": "next", "title": {"en": "Next"}, "first_on": NEXT, "by": None, "at": AT} | fields
    return duplicate_meeting(source, **wanted)


def test_every_table_of_a_meeting_is_taken_over_or_left_out_for_a_reason():
    of_meetings = set()
    for app in ("participants", "events"):
        for model in apps.get_app_config(app).get_models():
            if leads_to_roster(model):
                of_meetings.add(model)
    named = {copy.model for copy in COPIES} | {apps.get_model(name) for name in LEFT_OUT} | {Event}
    # They point at entities, of which a meeting may have some of its own, and are of the directory.
    named |= {DrawnState, GroupMember, PersonTitle}
    assert {model.__name__ for model in of_meetings - named} == set()


def leads_to_roster(model, seen=()):
    targets = {one.related_model for one in model._meta.concrete_fields if one.is_relation} - {model, *seen}
    return Roster in targets or any(leads_to_roster(one, (*seen, model)) for one in targets)


def test_reference_meeting_comes_whole_a_year_later(reference):
    before = tables()
    event = duplicate(reference)
    after = tables()
    assert [key for key, values in before.items() if after.get(key) != values] == []
    facts, former = meeting_facts(event.roster), meeting_facts(reference)
    assert (facts.start, facts.end) == (datetime(2018, 9, 19, 15, 30), datetime(2018, 9, 19, 18))
    assert len(facts.segments) == len(former.segments)
    assert [one.title for one in facts.segments] == [one.title for one in former.segments]
    assert [len(one.items) for one in facts.segments] == [len(one.items) for one in former.segments]
    assert len(facts.room.seats) == len(former.room.seats)
    assert {one.entity for one in facts.roster.delegations} == {one.entity for one in former.roster.delegations}
    assert {one.status for one in facts.roster.delegations} == {"proposed"}
    assert not any(one.is_present for one in facts.delegates.values())
    assert {one.uuid for one in facts.roster.delegations} & {one.uuid for one in former.roster.delegations} == set()
    shift = timedelta(days=(NEXT - reference.first_on).days)
    fixed = [one.fixed_start + shift for one in items(former) if one.fixed_start]
    assert [one.fixed_start for one in items(facts) if one.fixed_start] == fixed
    assert not any(one.actual_start for one in items(facts))
    assert former.roster.first_on in {one.held_on.isoformat() for one in event.earlier_meetings.all()}


def test_fixed_ends_and_the_end_of_interpretation_come_a_year_later():
    event = factories.event(interpretation_ends=datetime(2017, 9, 20, 17, 45))
    factories.item(segment=factories.segment(event=event), fixed_end=datetime(2017, 9, 20, 16))
    facts = meeting_facts(duplicate(event.roster).roster)
    assert [one.fixed_end for one in items(facts)] == [datetime(2018, 9, 19, 16)]
    assert facts.interpretation_end == datetime(2018, 9, 19, 17, 45)


def items(facts):
    return [item for segment in facts.segments for item in segment.items]


def test_act_tells_what_was_made(reference):
    before = tables()
    event = duplicate(reference)
    act = Act.objects.get(roster=event.roster)
    assert (act.operation, act.why) == ("duplicate_meeting", "mali-2017")
    assert told(act).keys() == difference(before, tables()).keys()


def test_it_takes_the_same_statements_for_any_number(reference, django_assert_max_num_queries):
    for _ in range(20):
        factories.delegate(delegation=factories.delegation(roster=reference))
    with django_assert_max_num_queries(140):
        duplicate(reference)


def test_observers_and_what_was_withdrawn_are_not_taken_over():
    event = factories.event(observer_places=2, has_segment=True)
    observer = factories.delegation(roster=event.roster, grounds=("observer",), status="accepted")
    factories.request(delegation=observer, place_number=1)
    both = factories.delegation(roster=event.roster, grounds=("mediation", "observer"), status="accepted")
    factories.delegate(delegation=both, withdrawn_at=AT)
    factories.segment(event=event, position=2, withdrawn_at=AT)
    new = duplicate(event.roster)
    delegation = Delegation.objects.get(roster=new.roster)
    assert [one.ground for one in delegation.invitations.all()] == ["mediation"]
    assert (Delegate.objects.filter(delegation=delegation).count(), new.segments.count()) == (0, 1)
    assert Request.objects.filter(roster=new.roster).count() == 0
    assert ObserverPlace.objects.filter(roster=new.roster, request=None).count() == 2


def test_answers_begin_anew_and_points_that_were_settled_stay_behind():
    event = factories.event()
    factories.delegation(
        roster=event.roster, status="accepted", received_at=AT, reply_channel="note", link_generation=4,
        wants_floor=True, contact_email="m@state.example", released_at=AT,
    )  # fmt: skip
    factories.open_point(event=event, code="A", options=[{"label": {}, "operation": "x", "arguments": {}}])
    factories.open_point(event=event, code="B", resolved_at=AT)
    new = duplicate(event.roster)
    row = Delegation.objects.get(roster=new.roster)
    assert (row.status, row.received_at, row.reply_channel, row.link_generation) == ("proposed", None, "", 1)
    assert (row.wants_floor, row.contact_email, row.released_at) == (False, "m@state.example", None)
    point = OpenPoint.objects.get(event=new)
    assert (point.code, point.options) == ("A", [])


def test_people_are_left_out_where_wanted_and_their_chairs_stay():
    event = factories.event()
    head = factories.delegate(delegation=factories.delegation(roster=event.roster, contact_name="Desk"))
    segment = factories.segment(event=event, chairs=[head], podium=[head])
    factories.speech(item=factories.item(segment=segment), delegation=head.delegation, delegate=head)
    factories.user(role="viewer", roster=event.roster)
    new = duplicate(event.roster, kept=Kept(names=False, contacts=False, staff=False))
    copy = Delegate.objects.get(delegation__roster=new.roster)
    assert (copy.is_placeholder, copy.family_name, copy.rank, copy.function) == (True, "", "minister", head.function)
    assert copy.delegation.contact_name == ""
    assert Segment.objects.get(event=new).chairs.get().delegate == copy
    assert Speech.objects.get(item__segment__event=new).delegate == copy
    assert not Appointment.objects.filter(roster=new.roster).exists()


def test_local_entities_are_made_anew_for_the_new_meeting():
    event = factories.event()
    local = factories.entity(en="Forum", roster=event.roster)
    factories.delegation(roster=event.roster, entity=local)
    new = duplicate(event.roster)
    entity = Delegation.objects.get(roster=new.roster).entity
    assert (entity.roster, entity.pk == local.pk) == (new.roster, False)
    assert entity.dated_names.filter(list_name="Forum").exists()


def test_times_that_the_clocks_skip_or_repeat_are_told_at_the_day_all_at_once():
    event = factories.event(starts=datetime(2017, 9, 20, 1, 30), ends=datetime(2017, 9, 20, 5))
    factories.item(segment=factories.segment(event=event), fixed_start=datetime(2017, 9, 20, 1, 45))
    with pytest.raises(ValidationError) as error:
        duplicate(event.roster, first_on=date(2018, 11, 4))
    [words] = error.value.message_dict["first_on"]
    assert "01:30" in words
    assert "01:45" in words
    with pytest.raises(ValidationError):
        duplicate(factories.event(starts=datetime(2017, 9, 20, 2, 30)).roster, first_on=date(2018, 3, 11))
    assert Roster.objects.filter(slug="next").count() == 0


def test_entity_without_a_name_on_that_day_is_told():
    event = factories.event()
    entity = factories.delegation(roster=event.roster, entity=factories.entity(en="Swaziland")).entity
    entity.dated_names.update(valid_to=date(2018, 4, 19))
    with pytest.raises(ValidationError) as error:
        duplicate(event.roster)
    assert error.value.message_dict["first_on"] == ["These have no name on that day: Swaziland."]


def test_address_that_is_taken_is_refused():
    event = factories.event(slug="mali")
    with pytest.raises(ValidationError) as error:
        duplicate(event.roster, slug="mali")
    assert "slug" in error.value.message_dict


def test_command_makes_it_or_says_why_not(capsys):
    event = factories.event(slug="mali")
    factories.paragraph(event=event, text="Text")
    call_command("duplicate_meeting", "mali", "mali-2018", "--first-on", "2018-09-19")
    assert "mali-2018: 2018-09-19 15:30" in capsys.readouterr().out
    assert NoteParagraph.objects.filter(event__roster__slug="mali-2018").count() == 1
    for arguments in (("nothing", "x"), ("mali", "mali")):
        with pytest.raises(CommandError):
            call_command("duplicate_meeting", *arguments, "--first-on", "2018-09-19")


def test_page_makes_it_and_keeps_what_was_typed(client):
    event = factories.event(slug="mali")
    client.force_login(factories.user(role="desk_officer"))
    address = "/meetings/mali/duplicate/"
    data = {"title_en": "Next", "slug": "next", "first_on": "2018-09-19", "keeps_names": "on"}
    refused = client.post(address, data | {"slug": "mali", "first_on": "never"})
    assert set(refused.context["form"].errors) == {"slug", "first_on"}
    assert client.post(address, data).status_code == 302
    assert Event.objects.get(roster__slug="next").title == {"en": "Next"}
    assert (Item.objects.count(), Seat.objects.count()) == (0, 0)
    assert event.roster.acts.count() == 0


def test_seats_by_hand_and_interpreters_are_taken_over():
    event = factories.event()
    head = factories.delegate(delegation=factories.delegation(roster=event.roster))
    segment = factories.segment(event=event, podium=[head])
    set_seating(segment, scheme="hand", language="fr", drawn_state=None, version=None, by=None, at=AT)
    set_interpreters(segment, {str(head.uuid): "left"}, by=None, at=AT)
    facts = meeting_facts(duplicate(event.roster).roster).segments[0]
    assert (facts.seating_scheme, facts.seating_language, len(facts.seating_by_hand)) == ("hand", "fr", 1)
    assert [one.place for one in facts.interpreters] == ["left"]
