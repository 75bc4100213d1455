"""Observer places through the real operations: granted by time received, promoted at once, refused in words."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from participants.domain.allocation import AlreadyInvited, AlreadyRequested, Grant, PlacesHeld
from participants.models import Act, Delegation, Entity, Invitation, ObserverPlace, Request
from participants.operations.entities import EntityExists, NewEntity
from participants.operations.observers import (
    Refused,
    register_observer,
    set_observer_places,
    withdraw_observer,
)
from tests import factories

pytestmark = pytest.mark.django_db
AT = factories.AT


def register(roster, entity, *, minutes=0, **fields):
    received_at = AT + timedelta(minutes=minutes)
    return register_observer(roster, entity=entity, received_at=received_at, by=None, at=AT, **fields)


def states(count):
    return [factories.entity() for _ in range(count)]


def held(roster):
    places = ObserverPlace.objects.filter(roster=roster).order_by("number")
    return [place.request and place.request.delegation.entity.code for place in places.select_related("request")]


def test_first_gets_the_lowest_place_and_a_delegation_that_counts_as_accepted():
    roster, (entity,) = factories.roster(observer_places=2), states(1)
    registered = register(roster, entity)
    assert (registered.place_number, registered.position) == (1, None)
    delegation = Delegation.objects.get(roster=roster)
    assert (delegation.entity, delegation.status) == (entity, "accepted")
    assert [row.ground for row in delegation.invitations.all()] == ["observer"]


def test_request_beyond_the_last_place_waits_at_its_position_by_time_received():
    roster, entities = factories.roster(observer_places=1), states(3)
    register(roster, entities[0])
    register(roster, entities[1], minutes=9)
    earlier = register(roster, entities[2], minutes=5)
    assert (earlier.place_number, earlier.position) == (None, 1)


def test_request_received_earlier_displaces_nobody_who_was_granted():
    roster, entities = factories.roster(observer_places=1), states(2)
    register(roster, entities[0], minutes=9)
    assert register(roster, entities[1], minutes=1).position == 1
    assert held(roster) == [entities[0].code]


def test_withdrawal_promotes_the_longest_waiting_into_the_same_place():
    roster, entities = factories.roster(observer_places=2), states(4)
    minutes = (0, 1, 9, 5)
    made = [register(roster, entity, minutes=n) for entity, n in zip(entities, minutes, strict=True)]
    promoted = withdraw_observer(Request.objects.get(uuid=made[0].request), by=None, at=AT)
    assert promoted == (Grant(request=str(made[3].request), place_number=1),)
    assert held(roster) == [entities[3].code, entities[1].code]
    assert Delegation.objects.get(entity=entities[0]).status == "withdrawn"


def test_withdrawal_of_a_waiting_request_promotes_nobody():
    roster, entities = factories.roster(observer_places=1), states(2)
    made = [register(roster, entity) for entity in entities]
    assert withdraw_observer(Request.objects.get(uuid=made[1].request), by=None, at=AT) == ()
    assert held(roster) == [entities[0].code]


def test_second_withdrawal_does_nothing():
    roster, (entity,) = factories.roster(observer_places=1), states(1)
    request = Request.objects.get(uuid=register(roster, entity).request)
    withdraw_observer(request, by=None, at=AT)
    acts = Act.objects.count()
    assert (withdraw_observer(request, by=None, at=AT), Act.objects.count()) == ((), acts)


def test_place_that_nobody_waits_for_is_free_again():
    roster, (entity,) = factories.roster(observer_places=1), states(1)
    withdraw_observer(Request.objects.get(uuid=register(roster, entity).request), by=None, at=AT)
    assert held(roster) == [None]


def test_delegation_that_withdrew_may_ask_again():
    roster, (entity,) = factories.roster(observer_places=1), states(1)
    withdraw_observer(Request.objects.get(uuid=register(roster, entity).request), by=None, at=AT)
    assert register(roster, entity).place_number == 1
    assert Delegation.objects.get().status == "accepted"


def test_invited_delegation_is_refused_with_its_grounds():
    roster = factories.roster(observer_places=1)
    delegation = factories.delegation(roster=roster, grounds=("host", "co_chair"))
    with pytest.raises(Refused) as refused:
        register(roster, delegation.entity)
    assert refused.value.refusal == AlreadyInvited(
        entity=delegation.entity.code, grounds=("host", "co_chair"), is_invited=True
    )
    assert (Request.objects.count(), Act.objects.count()) == (0, 0)


def test_delegation_that_has_asked_is_refused_with_its_place():
    roster, (entity,) = factories.roster(observer_places=1), states(1)
    first = register(roster, entity)
    with pytest.raises(Refused) as refused:
        register(roster, entity, minutes=1)
    assert refused.value.refusal == AlreadyRequested(
        entity=entity.code, request=str(first.request), received_at=AT, place_number=1
    )


def test_withdrawn_invitee_attends_as_an_observer_only():
    roster = factories.roster(observer_places=1)
    delegation = factories.delegation(roster=roster, grounds=("mediation", "contributor"), status="withdrawn")
    register(roster, delegation.entity)
    delegation.refresh_from_db()
    assert delegation.status == "accepted"
    assert [row.ground for row in delegation.invitations.all()] == ["observer"]


def test_observer_invited_meanwhile_keeps_its_other_ground_when_the_request_is_withdrawn():
    roster, (entity,) = factories.roster(observer_places=1), states(1)
    request = Request.objects.get(uuid=register(roster, entity).request)
    Invitation.objects.create(delegation=request.delegation, ground="mediation")
    withdraw_observer(request, by=None, at=AT)
    delegation = Delegation.objects.get()
    assert (delegation.status, [row.ground for row in delegation.invitations.all()]) == ("accepted", ["mediation"])


@pytest.mark.parametrize("is_withdrawn", [False, True])
def test_form_sent_twice_makes_one_request(is_withdrawn):
    roster, (entity,), token = factories.roster(observer_places=1), states(1), uuid.uuid4()
    register(roster, entity, uuid=token)
    if is_withdrawn:
        withdraw_observer(Request.objects.get(uuid=token), by=None, at=AT)
    acts = Act.objects.count()
    again = register(roster, entity, uuid=token)
    assert (again.request, again.is_repeated) == (token, True)
    assert again.place_number == (None if is_withdrawn else 1)
    assert (Request.objects.count(), Act.objects.count()) == (1, acts)


def test_new_entity_is_local_to_the_meeting():
    roster = factories.roster(observer_places=1)
    new = NewEntity(names={"en": "World Bank", "fr": "Banque mondiale"})
    assert register(roster, new).place_number == 1
    entity = Entity.objects.get(code="X-WORLD-BANK")
    assert (entity.roster, entity.kind, entity.search_key) == (roster, "organisation", "banque mondiale world bank")
    assert [row.list_name for row in entity.dated_names.order_by("language")] == ["World Bank", "Banque mondiale"]


def test_new_entity_under_a_known_name_is_refused():
    roster, known = factories.roster(observer_places=1), factories.entity(en="Côte d'Ivoire")
    with pytest.raises(EntityExists) as exists:
        register(roster, NewEntity(names={"en": "COTE D’IVOIRE"}))
    assert (exists.value.entity, Entity.objects.filter(roster=roster).count()) == (known, 0)


def test_text_longer_than_its_field_is_refused_and_nothing_is_saved():
    roster, (entity,) = factories.roster(observer_places=1), states(1)
    with pytest.raises(ValidationError):
        register(roster, entity, contact_name="x" * 10_000)
    assert (Delegation.objects.count(), Request.objects.count(), Act.objects.count()) == (0, 0, 0)


def test_more_places_promote_by_time_received():
    roster, entities = factories.roster(observer_places=0), states(3)
    for entity, minutes in zip(entities, (5, 1, 9), strict=True):
        register(roster, entity, minutes=minutes)
    promoted = set_observer_places(roster, number=2, by=None, at=AT)
    assert [grant.place_number for grant in promoted] == [1, 2]
    assert held(roster) == [entities[1].code, entities[0].code]
    roster.refresh_from_db()
    assert roster.observer_places == 2


def test_fewer_places_than_granted_are_refused_with_who_would_lose():
    roster, entities = factories.roster(observer_places=3), states(3)
    made = [register(roster, entity) for entity in entities]
    with pytest.raises(Refused) as refused:
        set_observer_places(roster, number=1, by=None, at=AT)
    losers = tuple(Grant(request=str(made[n].request), place_number=n + 1) for n in (1, 2))
    assert refused.value.refusal == PlacesHeld(capacity=1, losers=losers)
    assert ObserverPlace.objects.filter(roster=roster).count() == 3


def test_fewer_places_take_the_empty_ones_away():
    roster, (entity,) = factories.roster(observer_places=3), states(1)
    register(roster, entity)
    assert set_observer_places(roster, number=1, by=None, at=AT) == ()
    assert held(roster) == [entity.code]


@pytest.mark.parametrize("number", [-1, 5001])
def test_impossible_number_of_places_is_refused(number):
    with pytest.raises(ValidationError):
        set_observer_places(factories.roster(), number=number, by=None, at=AT)


@pytest.mark.parametrize(
    ("places", "is_listed", "statements"), [(50, False, 8), (0, False, 8), (50, True, 6), (0, True, 6)]
)
def test_registration_takes_few_statements_however_many_ask(places, is_listed, statements):
    roster, entities = factories.roster(observer_places=places), states(31)
    for entity in entities[:30]:
        register(roster, entity)
    if is_listed:
        factories.delegation(roster=roster, entity=entities[30], grounds=("observer",), status="accepted")
    with CaptureQueriesContext(connection) as context:
        register(roster, entities[30])
    assert len([one for one in context if "SAVEPOINT" not in one["sql"]]) == statements
