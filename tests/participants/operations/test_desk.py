"""The registration desk through its operations: terms, second places, releases, order, grants by hand, passing time."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from participants.domain.desk import FormState
from participants.models import Act, Delegation, Invitation, Notice, ObserverPlace, Request
from participants.operations.desk import (
    NotWaiting,
    change_desk,
    grant_by_hand,
    order_waiting,
    pass_times,
    release_delegations,
    release_seconds,
    set_request_terms,
    take_back_release,
)
from participants.operations.observers import Refused, register_observer, set_observer_places, withdraw_observer
from participants.operations.ordering import OutOfOrder
from tests import factories
from tests.acts import difference, tables, told

pytestmark = pytest.mark.django_db
AT = factories.AT
HOUR = timedelta(hours=1)
BY = {"by": None, "at": AT}


def ask(roster, *, minutes=0, at=AT, **columns):
    done = register_observer(
        roster, entity=factories.entity(), received_at=AT + timedelta(minutes=minutes), by=None, at=at, **columns
    )
    return Request.objects.get(uuid=done.request)


def numbers(*requests):
    return [Request.objects.with_places().get(pk=one.pk).place_numbers for one in requests]


def acts_tell_the_difference(work):
    before, first = tables(), Act.objects.count()
    work()
    said = {}
    for act in Act.objects.order_by("version")[first:]:
        for key, fields in told(act).items():
            own = said.setdefault(key, {})
            for name, (old, new) in fields.items():
                own[name] = [own[name][0] if name in own else old, new]
    said = {key: {name: pair for name, pair in fields.items() if pair[0] != pair[1]} for key, fields in said.items()}
    assert said == difference(before, tables())


def test_second_places_are_granted_when_staff_release_them():
    roster = factories.roster(observer_places=4, most_places=2)
    first, second = ask(roster, places_asked=2), ask(roster, minutes=1, places_asked=5)
    assert numbers(first, second) == [(1,), (2,)]
    acts_tell_the_difference(lambda: release_seconds(roster, **BY))
    assert numbers(first, second) == [(1, 3), (2, 4)]
    assert release_seconds(roster, **BY) == ()
    assert list(Notice.objects.values_list("kind", "data__share")) == [("promoted", 2), ("promoted", 2)]


def test_withdrawal_gives_every_place_back():
    roster = factories.roster(observer_places=2, most_places=2, seconds_released_at=AT)
    first = ask(roster, places_asked=2)
    others = [ask(roster, minutes=n) for n in (1, 2)]
    assert numbers(first, *others) == [(1, 2), (), ()]
    acts_tell_the_difference(lambda: withdraw_observer(first, **BY))
    assert numbers(first, *others) == [(), (1,), (2,)]


def test_public_form_is_refused_while_it_is_closed_and_staff_are_not():
    roster = factories.roster(observer_places=1)
    with pytest.raises(Refused) as refused:
        ask(roster, is_public=True)
    assert refused.value.refusal == FormState(state="closed")
    assert ask(roster).pk
    change_desk(roster, registration="timed", opens_at=AT + HOUR, closes_at=AT + 2 * HOUR, **BY)
    with pytest.raises(Refused):
        ask(roster, is_public=True)
    assert ask(roster, is_public=True, at=AT + HOUR).is_public
    with pytest.raises(Refused) as refused:
        ask(roster, is_public=True, at=AT + 2 * HOUR)
    assert refused.value.refusal == FormState(state="over", at=AT + 2 * HOUR)


def test_delegates_named_with_the_request_are_kept_as_written():
    roster = factories.roster(observer_places=1)
    request = ask(roster, delegates=[{"family_name": "van der STOEL", "given_names": "Ana"}, {"family_name": "李"}])
    rows = request.delegation.delegates.order_by("position")
    assert [(one.role, one.family_name) for one in rows] == [("head", "van der STOEL"), ("adviser", "李")]


def test_closing_grants_second_places_at_its_instant_once():
    roster = factories.roster(observer_places=3, most_places=2, registration="timed", closes_at=AT + HOUR)
    request = ask(roster, places_asked=2)
    pass_times(roster, at=AT + HOUR - timedelta(seconds=1))
    assert numbers(request) == [(1,)]
    acts_tell_the_difference(lambda: pass_times(roster, at=AT + 3 * HOUR))
    assert numbers(request) == [(1, 2)]
    act = Act.objects.first()
    assert (act.operation, act.at, act.by) == ("pass_closing", AT + HOUR, None)
    pass_times(roster, at=AT + 4 * HOUR)
    assert Act.objects.first() == act


def test_time_passes_before_a_later_operation_judges():
    roster = factories.roster(observer_places=2, most_places=2, registration="timed", closes_at=AT + HOUR)
    early = ask(roster, places_asked=2)
    late = ask(roster, minutes=90, at=AT + 2 * HOUR)
    assert numbers(early, late) == [(1, 2), ()]
    assert list(Act.objects.order_by("version").values_list("operation", flat=True)) == [
        "register_observer", "pass_closing", "register_observer",
    ]  # fmt: skip


def test_release_time_gives_places_of_those_who_have_not_answered_to_who_waits():
    roster = factories.roster(release_at=AT + HOUR)
    silent = factories.delegation(roster=roster, status="invited", places_at_table=1, places_behind=1)
    others = [factories.delegation(roster=roster, status=status) for status in ("accepted", "proposed", "regrets")]
    waiting = [ask(roster, minutes=n) for n in range(3)]
    acts_tell_the_difference(lambda: pass_times(roster, at=AT + HOUR))
    silent.refresh_from_db()
    assert (silent.released_places, silent.released_at) == (2, AT + HOUR)
    assert not Delegation.objects.filter(pk__in=[one.pk for one in others], released_at__isnull=False).exists()
    assert numbers(*waiting) == [(1,), (2,), ()]
    roster.refresh_from_db()
    assert roster.observer_places == 2
    later = factories.delegation(roster=roster, status="invited")
    pass_times(roster, at=AT + 2 * HOUR)
    later.refresh_from_db()
    assert later.released_at is None


def test_release_by_staff_needs_a_reason_and_can_be_taken_back_until_an_observer_holds_the_place():
    roster = factories.roster(observer_places=1)
    delegation = factories.delegation(roster=roster, places_at_table=1, places_behind=0)
    with pytest.raises(ValidationError):
        release_delegations(roster, delegations=[delegation.uuid], why=" ", **BY)
    assert release_delegations(roster, delegations=[delegation.uuid], why="No answer by phone", **BY) == ()
    take_back_release(delegation, **BY)
    roster.refresh_from_db()
    assert roster.observer_places == 1
    release_delegations(roster, delegations=[delegation.uuid], why="Still none", **BY)
    first, second = ask(roster), ask(roster, minutes=1)
    with pytest.raises(Refused) as refused:
        take_back_release(delegation, **BY)
    assert [one.request for one in refused.value.refusal.losers] == [str(second.uuid)]
    withdraw_observer(second, **BY)
    acts_tell_the_difference(lambda: take_back_release(delegation, **BY))
    assert numbers(first) == [(1,)]


def test_accepted_delegation_is_not_released():
    roster = factories.roster()
    delegation = factories.delegation(roster=roster, status="accepted")
    assert release_delegations(roster, delegations=[delegation.uuid], why="By mistake", **BY) == ()
    delegation.refresh_from_db()
    assert delegation.released_at is None


def test_after_the_cut_off_a_place_waits_for_a_person():
    roster = factories.roster(observer_places=1, cutoff_at=AT + HOUR)
    first, second = ask(roster), ask(roster, minutes=1)
    late = {"by": None, "at": AT + 2 * HOUR}
    assert withdraw_observer(first, **late) == ()
    assert numbers(second) == [()]
    with pytest.raises(ValidationError):
        grant_by_hand(second, why="", **late)
    grant_by_hand(second, why="Confirmed by phone", **late)
    assert numbers(second) == [(1,)]
    assert Act.objects.first().why == "Confirmed by phone"
    with pytest.raises(NotWaiting):
        grant_by_hand(second, why="Again", **late)


def test_reserve_is_granted_by_hand_and_becomes_smaller():
    roster = factories.roster(observer_places=1, reserve_places=1)
    request = ask(roster)
    with pytest.raises(NotWaiting):
        grant_by_hand(request, why="Asked", **BY)
    acts_tell_the_difference(lambda: grant_by_hand(request, why="Minister comes", from_reserve=True, **BY))
    roster.refresh_from_db()
    assert (numbers(request), roster.reserve_places) == ([(1,)], 0)


def test_staff_order_holds_for_later_promotions_and_new_requests_follow():
    roster = factories.roster()
    first, second, third = (ask(roster, minutes=n) for n in range(3))
    shown = [str(one.uuid) for one in (first, second, third)]
    wanted = [shown[2], shown[0], shown[1]]
    with pytest.raises(ValidationError):
        order_waiting(roster, requests=wanted, shown=shown, why="", **BY)
    with pytest.raises(OutOfOrder):
        order_waiting(roster, requests=wanted, shown=wanted, why="Host's wish", **BY)
    acts_tell_the_difference(lambda: order_waiting(roster, requests=wanted, shown=shown, why="Host's wish", **BY))
    newest = ask(roster, minutes=-60)
    promoted = set_observer_places(roster, number=2, **BY)
    assert [one.request for one in promoted] == wanted[:2]
    assert numbers(second, newest) == [(), ()]
    assert list(Request.objects.order_by("received_at").values_list("line", flat=True)) == [None, 2, 3, 1]


def test_order_put_back_to_time_received_leaves_no_trace():
    roster = factories.roster()
    shown = [str(ask(roster, minutes=n).uuid) for n in range(2)]
    order_waiting(roster, requests=shown[::-1], shown=shown, why="Wish", **BY)
    order_waiting(roster, requests=shown, shown=shown[::-1], why="Taken back", **BY)
    assert not Request.objects.filter(line__isnull=False).exists()


def test_maximum_of_its_own_grants_at_once_and_takes_nothing_away():
    roster = factories.roster(observer_places=5, seconds_released_at=AT)
    request = ask(roster)
    set_request_terms(request, places_asked=3, most_places=3, why="Head of State comes", **BY)
    assert numbers(request) == [(1, 2, 3)]
    set_request_terms(request, places_asked=1, most_places=None, why="Smaller party", **BY)
    assert numbers(request) == [(1, 2, 3)]


def test_waiting_list_ends_and_those_who_wait_are_told():
    roster = factories.roster(observer_places=1, lapse_at=AT + HOUR, most_places=2, seconds_released_at=AT)
    holder = ask(roster, places_asked=2)
    waiting = ask(roster, minutes=1)
    both = Request.objects.create(
        roster=roster, received_at=AT, delegation=factories.delegation(roster=roster, grounds=("observer", "guest"))
    )
    acts_tell_the_difference(lambda: pass_times(roster, at=AT + HOUR))
    for one in (holder, waiting, both):
        one.refresh_from_db()
    assert (holder.withdrawn_at, holder.places_asked) == (None, 1)
    assert (waiting.withdrawn_at, both.withdrawn_at) == (AT + HOUR, AT + HOUR)
    assert waiting.delegation.status == "withdrawn"
    assert list(Invitation.objects.filter(delegation=both.delegation).values_list("ground", flat=True)) == ["guest"]
    assert set(Notice.objects.values_list("kind", "request")) == {("lapsed", waiting.pk), ("lapsed", both.pk)}


def test_instant_that_has_passed_is_refused_at_its_field_with_all_others():
    roster = factories.roster()
    with pytest.raises(ValidationError) as error:
        change_desk(roster, closes_at=AT, release_at=AT - HOUR, opens_at=AT + HOUR, **BY)
    assert set(error.value.message_dict) == {"closes_at", "release_at"}
    with pytest.raises(ValidationError) as error:
        change_desk(roster, opens_at=AT + 2 * HOUR, closes_at=AT + HOUR, **BY)
    assert set(error.value.message_dict) == {"closes_at"}
    assert not Act.objects.exists()


def test_terms_promote_at_once():
    roster = factories.roster(observer_places=1, reserve_places=1)
    request = ask(roster)
    acts_tell_the_difference(lambda: change_desk(roster, reserve_places=0, **BY))
    assert numbers(request) == [(1,)]


def test_request_is_told_where_it_stands_when_somebody_can_be_told():
    roster = factories.roster(observer_places=1)
    ask(roster, contact_email="desk@mission.example")
    ask(roster, minutes=1, contact_email="other@mission.example")
    ask(roster, minutes=2)
    assert list(Notice.objects.values_list("kind", "data__place", "data__position")) == [
        ("granted", 1, None), ("waiting", None, 1),
    ]  # fmt: skip


def test_many_promotions_take_few_statements(django_assert_max_num_queries):
    roster = factories.roster()
    for number in range(30):
        ask(roster, minutes=number)
    with django_assert_max_num_queries(12):
        set_observer_places(roster, number=30, **BY)
    assert ObserverPlace.objects.filter(request__isnull=False).count() == 30
