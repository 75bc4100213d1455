"""The library of rooms: added to, changed and removed, each told by a change of its own."""

import pytest
from django.core.exceptions import ValidationError

from events.domain.seating.room_file import RoomFile
from events.models import LibraryRoom, RoomChange
from events.operations.room_library import add_room, change_plan, change_room, remove_room
from events.operations.rooms import choose_room
from events.room_facts import library_file
from participants.operations.acting import Stale
from tests import factories as make
from tests.events.domain.seating.rooms import usual

pytestmark = pytest.mark.django_db


def added(slug="hall", **measures):
    file = RoomFile(slug=slug, source={"en": "Measured."}, room=usual("boardroom", **measures))
    return add_room(file, by=None, at=make.AT)


def changed(room, **wanted):
    return change_room(room, **{"version": room.version, "by": None, "at": make.AT} | wanted)


def test_room_that_is_added_is_that_of_the_file():
    by, file = make.user(), RoomFile(slug="hall", source={}, room=usual("horseshoe"))
    row = add_room(file, by=by, at=make.AT)
    told = RoomChange.objects.get()
    assert library_file(row) == file
    assert (told.slug, told.operation, told.by, told.at) == ("hall", "add_room", by, make.AT)
    assert told.fields["plan"][1] == {
        "podium": 3, "secretariat": 6, "table": 20, "behind": 40, "observers": 112, "press": 20,
    }  # fmt: skip


def test_code_is_there_once():
    added()
    with pytest.raises(ValidationError) as refused:
        added()
    assert (list(refused.value.message_dict), LibraryRoom.objects.count(), RoomChange.objects.count()) == (
        ["slug"], 1, 1,
    )  # fmt: skip


def test_name_that_is_changed_leaves_the_plan_and_tells_both():
    room = changed(added(), names={"en": "Salon"}, is_approximate=False)
    assert (room.version, room.names) == (2, {"en": "Salon"})
    assert RoomChange.objects.first().fields == {
        "names": [{"en": "Hall"}, {"en": "Salon"}], "is_approximate": [True, False],
    }  # fmt: skip


def test_same_values_are_no_change():
    room = added()
    assert (changed(room, names=room.names).version, RoomChange.objects.count()) == (1, 1)


def test_plan_is_replaced_whole():
    room, other = added(), usual("round_table")
    change_plan(room, other, version=1, by=None, at=make.AT)
    assert library_file(LibraryRoom.objects.get()).room.seats == other.seats


@pytest.mark.parametrize("operation", [change_room, remove_room])
def test_room_that_somebody_changed_meanwhile_is_left(operation):
    room = added()
    changed(room, source={"en": "Plan of 2016."})
    with pytest.raises(Stale):
        operation(room, version=1, by=None, at=make.AT)
    assert LibraryRoom.objects.get().source == {"en": "Plan of 2016."}


def test_room_that_is_removed_stays_with_the_meeting_that_has_it():
    room, event = added(), make.event()
    choose_room(event, library=room, by=None, at=make.AT)
    remove_room(room, version=1, by=None, at=make.AT)
    assert (LibraryRoom.objects.count(), event.room.seats.count()) == (0, 34)
    assert RoomChange.objects.first().operation == "remove_room"
