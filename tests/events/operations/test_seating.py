"""What decides who sits where: the order of a moment, seats out of use, seats kept for others."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from events.models import Seat, SeatingPlan
from events.operations.seating import mark_seats, set_seat_numbers, set_seating
from events.queries import meeting_facts
from participants.models import Act
from participants.operations.acting import Stale
from tests import factories as make
from tests.acts import difference, tables, told

pytestmark = pytest.mark.django_db
LATER = make.AT + timedelta(days=1)


def segment():
    return make.segment(event=make.event())


def order(row, *, scheme="alphabetical", language="en", drawn_state=None, version=None, **fields):
    return set_seating(
        row, scheme=scheme, language=language, drawn_state=drawn_state, version=version, by=None, at=LATER, **fields
    )


def test_first_order_of_a_moment_is_kept_and_told():
    row, drawn = segment(), make.entity(code="CZE")
    before = tables()
    plan = order(row, scheme="drawn", language="fr", drawn_state=drawn)
    facts = meeting_facts(row.event.roster).segments[0]
    assert (facts.seating_scheme, facts.seating_language, facts.drawn_state) == ("drawn", "fr", "CZE")
    assert plan.version == 1
    assert told(Act.objects.get()) == difference(before, tables())


def test_plain_order_forgets_the_state_drawn():
    row = segment()
    plan = order(row, scheme="drawn", drawn_state=make.entity())
    assert order(row, drawn_state=plan.drawn_state, version=1).drawn_state is None


@pytest.mark.parametrize("version", [None, 7])
def test_order_that_somebody_set_meanwhile_is_not_replaced(version):
    row = segment()
    order(row)
    with pytest.raises(Stale) as stale:
        order(row, language="fr", version=version)
    assert stale.value.wanted["language"] == "fr"
    assert SeatingPlan.objects.get().language == "en"


def test_order_keeps_only_what_its_scheme_needs():
    row = segment()
    plan = order(row, scheme="rank", rank_scheme="working", is_mixed=True, drawn_state=make.entity())
    assert (plan.rank_scheme, plan.is_mixed, plan.drawn_state) == ("working", True, None)
    plan = order(row, scheme="hand", rank_scheme="working", is_mixed=True, version=1)
    assert (plan.rank_scheme, plan.is_mixed) == ("", False)


def test_order_by_hand_begins_as_the_present_one_and_is_forgotten_with_another():
    row = segment()
    delegations = [
        make.delegation(roster=row.event.roster, entity=make.entity(en=name), grounds=(ground,))
        for name, ground in (("Zambia", "host"), ("United Nations", "secretariat"), ("Algeria", "host"))
    ]
    before = tables()
    plan = order(row, scheme="hand")
    assert [one.delegation for one in plan.positions.all()] == [delegations[2], delegations[0], delegations[1]]
    assert told(Act.objects.get()) == difference(before, tables())
    order(row, scheme="hand", language="fr", version=1)
    assert plan.positions.count() == 3
    order(row, version=2)
    assert plan.positions.count() == 0


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        ({"scheme": "drawn"}, "drawn_state"),
        ({"language": "de"}, "language"),
        ({"scheme": "rank", "rank_scheme": "height"}, "rank_scheme"),
    ],
)
def test_order_that_cannot_be_is_refused_at_its_field(wanted, field):
    row = segment()
    with pytest.raises(ValidationError) as refusal:
        order(row, **wanted)
    assert list(refusal.value.message_dict) == [field]
    assert SeatingPlan.objects.count() == 0


def test_marked_seats_are_told_and_the_others_left():
    event = make.event()
    room = make.room(event=event, table=2, seats_behind=0)
    before = tables()
    assert mark_seats(room, ["T2-0", "T1-0"], by=None, at=LATER, is_blocked=True) == ("T1-0", "T2-0")
    assert set(Seat.objects.filter(is_blocked=True).values_list("label", flat=True)) == {"T1-0", "T2-0"}
    assert told(Act.objects.get()) == difference(before, tables())


def test_seat_marked_so_already_is_no_change():
    room = make.room(event=make.event())
    mark_seats(room, ["T1-0"], by=None, at=LATER, is_accessible=True)
    assert mark_seats(room, ["T1-0"], by=None, at=LATER, is_accessible=True) == ()
    assert Act.objects.count() == 1


def test_seat_that_the_room_does_not_have_marks_none():
    room = make.room(event=make.event())
    with pytest.raises(Seat.DoesNotExist, match="Z9"):
        mark_seats(room, ["T1-0", "Z9"], by=None, at=LATER, is_blocked=True)
    assert Seat.objects.filter(is_blocked=True).count() == 0


def test_numbers_of_seats_kept_are_set_with_the_version_watched():
    event = make.event()
    changed = set_seat_numbers(event, version=1, by=None, at=LATER, press_seats=20, reserve_seats=4)
    assert (changed.press_seats, changed.reserve_seats, changed.secretariat_seats) == (20, 4, 0)
    with pytest.raises(Stale):
        set_seat_numbers(event, version=1, by=None, at=LATER, press_seats=1)
