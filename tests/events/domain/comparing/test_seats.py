"""Who sits elsewhere after a change, by a hand or because the order moved on, and who is told of it."""

from dataclasses import replace

import pytest

from events.domain.facts import GivenFacts
from events.domain.revision import compare, concerning
from tests import facts as make

CODES = ("DEU", "GHA", "MLI")
OPENING, CLOSING = make.uuid("Opening"), make.uuid("Closing")


def meeting(*codes, statuses=(), parts=("Opening",), **fields):
    """Delegations seated by their names; `fields` are those of the first part."""
    statuses = dict(statuses)
    delegations = (
        make.delegation(one, grounds=("mediation",), status=statuses.get(one, "accepted")) for one in codes or CODES
    )
    first, *rest = [make.segment(part) for part in parts]
    segments = (replace(first, **fields), *rest)
    return make.meeting(roster=make.roster(*delegations), segments=segments, room=make.room(table=5))


def kept(*places):
    given = tuple(GivenFacts(zone="table", number=number, delegation=make.uuid(code)) for code, number in places)
    return {"is_seating_kept": True, "given": given}


def moved(before, after):
    return seats_of(before, after, "seats")


def seats_of(before, after, field):
    found = [one for one in compare(before, after) if (one.area, one.field) == ("delegation", field)]
    return {one.uuid: (one.before, one.after) for one in found}


def concerned(before, after):
    changes = compare(before, after)
    return [code for code in CODES if concerning(changes, make.uuid(code), before, after)]


def test_who_was_moved_by_hand_sits_elsewhere():
    before = meeting(**kept(("DEU", 1), ("GHA", 2), ("MLI", 3)))
    after = meeting(**kept(("DEU", 1), ("GHA", 2), ("MLI", 5)))
    assert moved(before, after) == {make.uuid("MLI"): ({OPENING: ["T3"]}, {OPENING: ["T5"]})}
    assert concerned(before, after) == ["MLI"]


def test_those_who_move_up_for_regrets_sit_elsewhere_and_who_sent_them_is_told_by_the_reply():
    before, after = meeting(), meeting(statuses={"DEU": "regrets"})
    assert moved(before, after) == {
        make.uuid("GHA"): ({OPENING: ["T2"]}, {OPENING: ["T1"]}),
        make.uuid("MLI"): ({OPENING: ["T3"]}, {OPENING: ["T2"]}),
    }
    assert concerned(before, after) == list(CODES)


def test_plan_that_is_kept_as_its_order_had_it_moves_nobody():
    assert compare(meeting(), meeting(**kept(("DEU", 1), ("GHA", 2), ("MLI", 3)))) == ()


def test_another_order_concerns_those_alone_whom_it_moves():
    before, after = meeting(seating_scheme="hand"), meeting(seating_by_hand=(make.uuid("GHA"), make.uuid("DEU")))
    after = replace(after, segments=(replace(after.segments[0], seating_scheme="hand"),))
    assert set(moved(before, after)) == {make.uuid("DEU"), make.uuid("GHA")}
    assert concerned(before, after) == ["DEU", "GHA"]


def test_one_change_has_the_parts_in_which_the_delegation_moves_and_no_others():
    parts = ("Opening", "Closing")
    before = meeting(parts=parts)
    after = meeting(parts=parts, **kept(("DEU", 1), ("GHA", 2)))
    assert moved(before, after) == {make.uuid("MLI"): ({OPENING: ["T3"]}, {OPENING: []})}
    assert CLOSING in {one.uuid for one in before.segments}


def test_part_that_is_new_tells_of_its_seats_itself():
    assert moved(meeting(), meeting(parts=("Opening", "Closing"))) == {}


def test_without_a_room_nobody_sits_elsewhere():
    before, after = (replace(one, room=None) for one in (meeting(), meeting(seating_scheme="drawn")))
    assert moved(before, after) == {}


def test_room_with_other_seats_concerns_those_alone_whom_it_moves():
    before = meeting()
    after = replace(before, room=make.room(table=5, blocked=("T3",)))
    assert concerned(before, after) == ["MLI"]


def behind_mali(*places, blocked=(), behind=2, seats_behind=1):
    """Mali alone with so many seats behind its place, in a room with so many behind each."""
    roster = make.roster(make.delegation("MLI", grounds=("mediation",), places_behind=seats_behind))
    opening = replace(make.segment("Opening"), **kept(*places)) if places else make.segment("Opening")
    return make.meeting(roster=roster, segments=(opening,), room=make.room(table=5, behind=behind, blocked=blocked))


@pytest.mark.parametrize(
    ("after", "was", "now"),
    [
        ({"blocked": ("T1b1",)}, ["T1b1"], ["T1b2"]),
        ({"blocked": ("T1b1", "T1b2")}, ["T1b1"], []),
        ({"seats_behind": 2}, ["T1b1"], ["T1b1", "T1b2"]),
    ],
)
def test_whose_people_sit_behind_on_other_seats_sits_elsewhere(after, was, now):
    before, after = behind_mali(), behind_mali(**after)
    assert seats_of(before, after, "behind") == {make.uuid("MLI"): ({OPENING: was}, {OPENING: now})}
    assert moved(before, after) == {}
    fields = {one.field for one in concerning(compare(before, after), make.uuid("MLI"), before, after)}
    assert "behind" in fields


def test_seats_behind_a_seat_that_is_another_are_told_by_that():
    before, after = behind_mali(("MLI", 1)), behind_mali(("MLI", 3))
    assert list(moved(before, after)) == [make.uuid("MLI")]
    assert seats_of(before, after, "behind") == {}


def test_seats_behind_that_nobody_was_given_concern_nobody():
    before = behind_mali()
    assert seats_of(before, behind_mali(blocked=("T1b2", "T2b1")), "behind") == {}
