"""The meeting's room edited: seats and places that stay are the same rows, and the act tells the rest."""

from datetime import timedelta

import pytest

from events.domain.seating.room_edits import NewRow, marked, moved, with_row, without
from events.domain.seating.room_labels import labelled, with_labels
from events.domain.seating.room_walks import renumbered
from events.models import GivenPlace, SeatingPlan
from events.operations.rooms import edit_room
from events.operations.seating import mark_seats
from events.room_facts import room_facts
from participants.models import Act
from participants.operations.acting import Stale
from tests import factories as make
from tests.acts import difference, tables, told

pytestmark = pytest.mark.django_db
LATER = make.AT + timedelta(days=1)
ROW = NewRow(zone="table", row="Z", count=2, x_mm=9000, y_mm=9000, pitch_mm=800)


@pytest.fixture
def room():
    return make.room(event=make.event(), table=3)


def edit(room, after, before=None):
    return edit_room(room, before=before or room_facts(room.event), after=after, by=None, at=LATER)


@pytest.mark.parametrize(
    "change",
    [
        lambda facts: marked(facts, ["T1-0"], is_blocked=True, is_removable=True),
        lambda facts: moved(facts, ["T2-0", "B2-1"], y_mm=100),
        lambda facts: without(facts, ["T2-0", "P1-0"]),
        lambda facts: with_row(facts, ROW),
        lambda facts: renumbered(facts, "table", pattern="each_right"),
        lambda facts: with_labels(facts, {"T1-0": "T2-0", "T2-0": "T3-0", "T3-0": "T1-0"}),
        lambda facts: labelled(facts, [one.label for one in facts.seats], scheme="rows", letters="A"),
    ],
    ids=["marked", "moved", "without", "with row", "renumbered", "labels turned round", "labelled"],
)
def test_room_is_what_was_wanted_and_the_act_tells_all_of_it(room, change):
    wanted, before = change(room_facts(room.event)), tables()
    edit(room, wanted)
    facts = room_facts(room.event)
    assert (facts.seats, set(facts.places)) == (wanted.seats, set(wanted.places))
    assert told(Act.objects.get(operation="edit_room")) == difference(before, tables())


def test_seats_and_places_that_stay_are_the_same_rows(room):
    kept = dict(room.seats.exclude(label__in=["T2-0", "B2-1"]).values_list("pk", "place_id"))
    edit(room, without(room_facts(room.event), ["T2-0"]))
    assert dict(room.seats.values_list("pk", "place_id")) == kept


def test_seats_that_are_labelled_anew_are_the_same_rows(room):
    rows = dict(room.seats.values_list("pk", "place_id"))
    edit(room, with_labels(room_facts(room.event), {"T1-0": "T2-0", "T2-0": "VIP"}))
    assert dict(room.seats.values_list("pk", "place_id")) == rows
    assert list(room.seats.filter(zone="table").order_by("pk").values_list("label", flat=True)) == [
        "T2-0", "VIP", "T3-0",
    ]  # fmt: skip


@pytest.mark.parametrize("withdrawn_at", [None, make.AT], ids=["in the programme", "taken out for now"])
def test_everybody_stays_in_a_plan_that_is_kept_when_places_are_numbered_anew(withdrawn_at):
    event = make.event(has_segment=True)
    event.segments.update(withdrawn_at=withdrawn_at)
    room, segment = make.room(event=event, table=3), event.segments.get()
    france, mali = (make.delegation(roster=event.roster, entity=make.entity(en=one)) for one in ("France", "Mali"))
    plan = SeatingPlan.objects.create(segment=segment, is_kept=True)
    for number, delegation in ((1, mali), (2, france)):
        GivenPlace.objects.create(plan=plan, zone="table", number=number, delegation=delegation)
    edit(room, renumbered(room_facts(event), "table", pattern="each_right"))
    assert dict(GivenPlace.objects.values_list("number", "delegation")) == {3: mali.pk, 2: france.pk}


def test_same_room_is_no_change(room):
    edit(room, room_facts(room.event))
    assert Act.objects.count() == 0


def test_room_whose_seats_were_marked_meanwhile_is_left(room):
    before = room_facts(room.event)
    mark_seats(room, ["T1-0"], is_blocked=True, by=None, at=make.AT)
    with pytest.raises(Stale):
        edit(room, without(before, ["T2-0"]), before)
    assert room.seats.filter(label="T2-0").exists()
