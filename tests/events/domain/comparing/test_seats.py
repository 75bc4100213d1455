"""Who sits elsewhere after a change, by a hand or because the order moved on, and who is told of it."""

from dataclasses import replace

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
    found = [one for one in compare(before, after) if one.field == "seats"]
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
