"""The order by hand and the interpreters on the podium: what staff arrange themselves, watched and told."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from events.domain.facts import InterpreterFacts
from events.domain.seating.order import ordered_delegations
from events.models import PodiumPlace
from events.operations.programme import Gone
from events.operations.seating import set_seating
from events.operations.seating_order import order_by_hand, set_interpreters
from events.queries import meeting_facts
from participants.models import Act
from participants.operations.acting import Stale
from participants.operations.ordering import OutOfOrder
from tests import factories as make
from tests.acts import difference, tables, told

pytestmark = pytest.mark.django_db
LATER = make.AT + timedelta(days=1)
WHO = {"by": None, "at": LATER}


@pytest.fixture
def segment():
    """Algeria, Benin and Chad at the table, by hand in that order, and a secretariat."""
    row = make.segment(event=make.event())
    for name in ("Chad", "Algeria", "Benin"):
        make.delegation(roster=row.event.roster, entity=make.entity(en=name))
    make.delegation(roster=row.event.roster, entity=make.entity(en="United Nations"), grounds=("secretariat",))
    set_seating(row, scheme="hand", language="en", drawn_state=None, version=None, **WHO)
    return row


def table(segment):
    facts = meeting_facts(segment.event.roster)
    part = next(one for one in facts.segments if one.uuid == str(segment.uuid))
    found = ordered_delegations(facts, part, "table")
    return {facts.entities[one.entity].names["en"]: one.uuid for one in found}


def test_delegations_are_put_where_wanted_and_the_change_is_told(segment):
    now = table(segment)
    before = tables()
    wanted = [now[name] for name in ("Chad", "Algeria", "Benin")]
    order_by_hand(segment, "table", wanted, shown=list(now.values()), **WHO)
    assert list(table(segment)) == ["Chad", "Algeria", "Benin"]
    assert told(Act.objects.order_by("-version").first()) == difference(before, tables())
    assert meeting_facts(segment.event.roster).segments[0].seating_by_hand[-1] not in now.values()


def test_who_joined_later_is_at_the_end_until_placed(segment):
    make.delegation(roster=segment.event.roster, entity=make.entity(en="Angola"))
    now = table(segment)
    assert list(now) == ["Algeria", "Benin", "Chad", "Angola"]
    order_by_hand(segment, "table", [now[name] for name in ("Angola", "Algeria", "Benin", "Chad")], **WHO)
    assert list(table(segment)) == ["Angola", "Algeria", "Benin", "Chad"]


def test_who_sends_regrets_keeps_the_place_for_coming_back(segment):
    now = table(segment)
    benin = segment.event.roster.delegations.get(uuid=now["Benin"])
    type(benin).objects.filter(pk=benin.pk).update(status="regrets")
    order_by_hand(segment, "table", [now["Chad"], now["Algeria"]], **WHO)
    type(benin).objects.filter(pk=benin.pk).update(status="accepted")
    assert list(table(segment)) == ["Chad", "Benin", "Algeria"]


@pytest.mark.parametrize("sent", [{"shown": ["x"]}, {"lacking": 1}])
def test_order_of_a_list_that_is_another_by_now_is_refused(segment, sent):
    now = list(table(segment).values())
    with pytest.raises(OutOfOrder) as moved:
        order_by_hand(segment, "table", now[sent.get("lacking", 0) :], shown=sent.get("shown"), **WHO)
    assert moved.value.now == tuple(now)


def test_moment_not_seated_by_hand_or_taken_out_is_refused(segment):
    now = list(table(segment).values())
    set_seating(segment, scheme="alphabetical", language="en", drawn_state=None, version=1, **WHO)
    with pytest.raises(ValidationError):
        order_by_hand(segment, "table", now, **WHO)
    type(segment).objects.filter(pk=segment.pk).update(withdrawn_at=LATER)
    with pytest.raises(Gone):
        order_by_hand(segment, "table", now, **WHO)


@pytest.fixture
def person():
    return make.delegate(delegation=make.delegation(roster=make.event().roster))


def test_interpreter_is_set_told_and_taken_back(person):
    segment = make.segment(event=person.delegation.roster.event, podium=[person])
    before = tables()
    set_interpreters(segment, {str(person.uuid): "left"}, shown={str(person.uuid): ""}, **WHO)
    assert told(Act.objects.get()) == difference(before, tables())
    facts = meeting_facts(segment.event.roster).segments[0]
    assert facts.interpreters == (InterpreterFacts(delegate=str(person.uuid), place="left"),)
    set_interpreters(segment, {str(person.uuid): ""}, **WHO)
    assert meeting_facts(segment.event.roster).segments[0].interpreters == ()


def test_interpreter_set_meanwhile_is_not_overwritten_and_an_unknown_place_refused(person):
    segment = make.segment(event=person.delegation.roster.event, podium=[person])
    set_interpreters(segment, {str(person.uuid): "left"}, **WHO)
    with pytest.raises(Stale):
        set_interpreters(segment, {str(person.uuid): "behind"}, shown={str(person.uuid): ""}, **WHO)
    with pytest.raises(ValidationError):
        set_interpreters(segment, {str(person.uuid): "on the lap"}, **WHO)
    assert PodiumPlace.objects.get().interpreter == "left"
