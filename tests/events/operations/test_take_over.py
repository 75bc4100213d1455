"""What the room allows, taken over as the number of observer places."""

import pytest

from events.operations.observers import NoRoom, take_over_allowance
from participants.domain.allocation import Grant, PlacesHeld
from participants.models import Act, ObserverPlace
from participants.operations.observers import Refused
from tests import factories

pytestmark = pytest.mark.django_db
WHO = {"by": None, "at": factories.AT}


def test_places_become_what_the_room_allows_and_the_waiting_move_up():
    event = factories.event(reserve_seats=1)
    factories.room(event=event, podium=3, table=2, observers=4, seats_behind=1)
    factories.delegation(roster=event.roster, places_at_table=1, places_behind=1)
    waiting = factories.delegation(roster=event.roster, grounds=("observer",), status="accepted")
    request = factories.request(delegation=waiting)
    done = take_over_allowance(event, **WHO)
    assert (done.number, done.promoted) == (4, (Grant(request=str(request.uuid), place_number=1),))
    assert ObserverPlace.objects.filter(roster=event.roster).count() == 4
    assert Act.objects.get().operation == "take_over_allowance"


def test_room_too_small_for_the_invited_allows_none():
    event = factories.event(observer_places=2)
    factories.room(event=event, podium=1, table=1, observers=0, seats_behind=0)
    factories.delegation(roster=event.roster, places_at_table=5)
    assert take_over_allowance(event, **WHO).number == 0


def test_room_that_would_cost_somebody_the_place_is_refused():
    event = factories.event(observer_places=1)
    factories.room(event=event, podium=1, table=0, observers=0)
    observer = factories.delegation(roster=event.roster, grounds=("observer",), status="accepted")
    request = factories.request(delegation=observer, place_number=1)
    with pytest.raises(Refused) as refused:
        take_over_allowance(event, **WHO)
    losers = (Grant(request=str(request.uuid), place_number=1),)
    assert refused.value.refusal == PlacesHeld(capacity=0, losers=losers)


def test_meeting_without_a_room_has_nothing_to_take_over():
    with pytest.raises(NoRoom):
        take_over_allowance(factories.event(), **WHO)
