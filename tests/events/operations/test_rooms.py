"""Choosing a room: the meeting's own copy, whole, in the place of the earlier one."""

from datetime import timedelta

import pytest

from events.models import LibraryRoom, Seat
from events.operations.rooms import choose_room
from events.queries import meeting_facts
from participants.models import Act
from participants.operations.acting import Stale
from tests import factories as make
from tests.acts import difference, tables, told

pytestmark = pytest.mark.django_db
LATER = make.AT + timedelta(days=1)


def library(slug="hall", *, seats=("T1", "T2")):
    where = {"zone": "table", "row": "1", "side": "left", "y_mm": 100}
    plan = {
        "width_mm": 9000,
        "depth_mm": 5000,
        "seats": [{"label": label, "x_mm": n * 600, "place": n, **where} for n, label in enumerate(seats, start=1)]
        + [{"label": "B1", "x_mm": 600, "place": 1, **where, "zone": "behind", "is_accessible": True}],
        "places": [
            {"zone": "table", "number": n, "seat": label} | ({"behind": ["B1"]} if n == 1 else {})
            for n, label in enumerate(seats, start=1)
        ],
    }
    return LibraryRoom.objects.create(slug=slug, names={"en": slug}, plan=plan)


def choose(event, room, **fields):
    return choose_room(event, library=room, by=None, at=LATER, **fields)


def test_meeting_gets_seats_and_places_of_the_room():
    event = make.event()
    choose(event, library())
    room = meeting_facts(event.roster).room
    assert [(one.number, one.seat, one.behind) for one in room.places] == [(1, "T1", ("B1",)), (2, "T2", ())]
    assert [(one.label, one.place, one.is_accessible) for one in room.seats] == [
        ("T1", 1, False), ("T2", 2, False), ("B1", 1, True),
    ]  # fmt: skip


def test_another_room_takes_the_place_of_the_first_and_the_act_tells_all_of_it():
    event = make.event()
    first, salon = choose(event, library()), library("salon", seats=("T7",))
    before = tables()
    second = choose(event, salon, version=first.version)
    assert (second.uuid, second.version, second.names) == (first.uuid, 2, {"en": "salon"})
    assert sorted(Seat.objects.values_list("label", flat=True)) == ["B1", "T7"]
    assert told(Act.objects.first()) == difference(before, tables())


def test_room_that_somebody_chose_meanwhile_is_not_replaced():
    event = make.event()
    stale = choose(event, library()).version
    choose(event, library("salon", seats=("T7",)))
    with pytest.raises(Stale):
        choose(event, library("cellar"), version=stale)
    assert sorted(Seat.objects.values_list("label", flat=True)) == ["B1", "T7"]


def test_change_in_the_copy_leaves_the_library_alone():
    event, room = make.event(), library()
    choose(event, room)
    Seat.objects.update(is_blocked=True)
    choose(event, room)
    assert Seat.objects.filter(is_blocked=True).count() == 0
