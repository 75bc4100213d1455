"""How principals come and go: written, changed, refused when somebody was faster; several who leave by one press."""

from datetime import datetime

import pytest

from events.models import Arrival
from events.operations.arrivals import leave_after, set_arrival
from events.operations.programme import Gone
from events.queries import meeting_facts
from participants.models import Act
from participants.operations.acting import Stale
from tests import factories
from tests.acts import difference, tables, told

pytestmark = pytest.mark.django_db
WHO = {"by": None, "at": factories.AT}
THREE = datetime(2017, 9, 20, 15)


@pytest.fixture
def event():
    return factories.event(has_segment=True)


@pytest.fixture
def item(event):
    return factories.item(segment=event.segments.get())


@pytest.fixture
def people(event):
    return [factories.delegate(delegation=factories.delegation(roster=event.roster)) for _ in range(3)]


def leaving(event):
    return {row.delegate_id: row.leaves_after_id for row in Arrival.objects.filter(event=event)}


def test_arrival_is_written_once_and_then_changed(event, people, item):
    set_arrival(event, people[0], arrives=THREE, holding_room="A", version=0, **WHO)
    row = set_arrival(event, people[0], escort="Guard", leaves_after=item, version=1, **WHO)
    [facts] = meeting_facts(event.roster).arrivals
    assert (row.version, facts.arrives, facts.holding_room, facts.escort) == (2, THREE, "A", "Guard")
    assert (facts.delegate, facts.leaves_after) == (str(people[0].uuid), str(item.uuid))


def test_nothing_to_say_makes_no_row_and_no_act(event, people):
    assert set_arrival(event, people[0], arrives=None, entrance="", leaves_after=None, version=0, **WHO) is None
    assert (Arrival.objects.count(), Act.objects.count()) == (0, 0)


def test_act_tells_exactly_what_changed(event, people, item):
    before = tables()
    set_arrival(event, people[0], arrives=THREE, note="By car", version=0, **WHO)
    assert told(Act.objects.get()) == difference(before, tables())


@pytest.mark.parametrize("version", [0, 7])
def test_arrival_written_meanwhile_is_not_overwritten(event, people, version):
    row = factories.arrival(delegate=people[0], escort="First")
    with pytest.raises(Stale) as stale:
        set_arrival(event, people[0], escort="Second", version=version, **WHO)
    assert (stale.value.current, stale.value.wanted) == (row, {"escort": "Second"})
    assert Arrival.objects.get().escort == "First"


def test_delegate_or_item_that_was_taken_out_is_refused(event, people, item):
    type(people[0]).objects.filter(pk=people[0].pk).update(withdrawn_at=factories.AT)
    with pytest.raises(Gone):
        set_arrival(event, people[0], escort="Guard", **WHO)
    type(item).objects.filter(pk=item.pk).update(withdrawn_at=factories.AT)
    with pytest.raises(Gone):
        set_arrival(event, people[1], leaves_after=item, **WHO)
    assert Act.objects.count() == 0


def test_delegate_and_item_of_another_meeting_are_refused(event, people):
    other = factories.event(has_segment=True)
    with pytest.raises(Gone):
        set_arrival(other, people[0], escort="Guard", **WHO)
    with pytest.raises(Gone):
        leave_after(event, people, factories.item(segment=other.segments.get()), **WHO)


def test_several_leave_after_one_item_by_one_act(event, people, item):
    factories.arrival(delegate=people[0], arrives=THREE)
    shown = {str(people[0].uuid): 1, str(people[1].uuid): 0}
    leave_after(event, people[:2], item, versions=shown, **WHO)
    assert leaving(event) == {people[0].pk: item.pk, people[1].pk: item.pk}
    assert [(act.operation, len(act.changes)) for act in Act.objects.all()] == [("leave_after", 2)]


def test_one_changed_meanwhile_keeps_all_from_leaving(event, people, item):
    factories.arrival(delegate=people[1], escort="Guard")
    with pytest.raises(Stale):
        leave_after(event, people, item, versions={}, **WHO)
    assert leaving(event) == {people[1].pk: None}


def test_one_who_leaves_then_already_is_no_conflict(event, people, item):
    factories.arrival(delegate=people[0], leaves_after=item)
    leave_after(event, people[:1], item, versions={}, **WHO)
    assert Act.objects.count() == 0


def test_without_an_item_nothing_is_said_any_more(event, people, item):
    factories.arrival(delegate=people[0], leaves_after=item)
    leave_after(event, people[:2], None, **WHO)
    assert leaving(event) == {people[0].pk: None}
