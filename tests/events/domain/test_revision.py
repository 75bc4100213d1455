"""Two states of a meeting compared: one edit is one change, the way back mirrors the way there, nothing is missed."""

import json
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.domain import facts as meeting_values
from events.domain.comparing.lists import moved
from events.domain.comparing.values import ADDED, AREAS, NAME_FIELDS, WITHDRAWN
from events.domain.revision import compare, concerning, from_data, to_data
from events.domain.snapshot import from_json, plain, to_json
from participants.domain import values as roster_values
from tests.edits import edited
from tests.meeting_facts import clock, delegate, delegation, item, meeting, request, roster, segment, speech
from tests.reference_facts import reference_facts

KINDS = {
    "meeting": meeting_values.MeetingFacts, "roster": roster_values.RosterFacts, "room": meeting_values.RoomFacts,
    "segment": meeting_values.SegmentFacts, "item": meeting_values.ItemFacts, "speech": meeting_values.SpeechFacts,
    "entity": roster_values.EntityFacts, "delegation": roster_values.DelegationFacts,
    "delegate": roster_values.DelegateFacts, "request": roster_values.RequestFacts,
    "objective": meeting_values.ObjectiveFacts, "paragraph": meeting_values.ParagraphFacts,
    "arrival": meeting_values.ArrivalFacts,
}  # fmt: skip


@pytest.mark.parametrize("area", AREAS)
def test_every_field_of_the_facts_is_compared_or_left_out_by_name(area):
    row = AREAS[area]
    named = (*row.compared, *row.elsewhere, *row.left_out)
    assert sorted(named) == sorted(one.name for one in fields(KINDS[area]))


MALI, GHANA = delegate(uuid="m", delegation="delegation-ml"), delegate(uuid="g", delegation="delegation-gh")


def coming(delegate, **fields):
    """Mali with one delegate, and Ghana."""
    return roster(delegation("ml", delegates=(delegate,), **fields), delegation("gh", delegates=(GHANA,)))


COMING = coming(MALI)
FIRST = item(
    uuid="first",
    minutes=10,
    speeches=(
        speech(uuid="s1", delegation="delegation-ml", delegate="m"),
        speech(uuid="s2", delegation="delegation-gh"),
    ),
)
BASE = meeting(
    segment(FIRST, item(uuid="second", minutes=20), item(uuid="third", minutes=5), uuid="part"), roster=COMING
)


def with_items(*items, **values):
    return replace(BASE, segments=(replace(BASE.segments[0], items=items, **values),))


def short(changes):
    return [(one.area, one.uuid, one.what, one.field) for one in changes]


A, B, C = BASE.segments[0].items
EDITS = {
    "renamed": (with_items(replace(A, title={"en": "New"}), B, C), [("item", "first", "changed", "title")]),
    "replaced": (
        with_items(replace(A, speeches=(replace(A.speeches[0], delegate="x"), A.speeches[1])), B, C),
        [("speech", "s1", "changed", "delegate")],
    ),
    "swapped": (
        with_items(replace(A, speeches=A.speeches[::-1]), B, C),
        [
            ("speech", "s2", "shifted", "times"), ("speech", "s1", "moved", ""),
        ],
    ),
    "shortened": (
        with_items(A, replace(B, duration_minutes=15), C),
        [
            ("item", "second", "changed", "duration_minutes"), ("item", "third", "shifted", "times"),
        ],
    ),
    "taken out": (with_items(A, C), [("item", "third", "shifted", "times"), ("item", "second", "withdrawn", "")]),
    "fixed": (
        with_items(A, replace(B, fixed_start=clock("15:45")), C),
        [("item", "second", "changed", "fixed_start"), ("item", "third", "shifted", "times")],
    ),
    "put first": (
        with_items(C, A, B),
        [
            ("item", "third", "moved", ""), ("item", "first", "shifted", "times"),
            ("speech", "s1", "shifted", "times"), ("speech", "s2", "shifted", "times"),
            ("item", "second", "shifted", "times"),
        ],
    ),
    "taken out with its speeches": (
        with_items(C),
        [
            ("item", "third", "shifted", "times"), ("item", "first", "withdrawn", ""),
            ("item", "second", "withdrawn", ""),
        ],
    ),
    "part taken out with its items": (replace(BASE, segments=()), [("segment", "part", "withdrawn", "")]),
    "part added with its items": (
        replace(BASE, segments=(*BASE.segments, segment(item(uuid="new"), uuid="other"))),
        [("segment", "other", "added", "")],
    ),
    "clocks of another zone": (
        replace(BASE, roster=replace(COMING, zone="Europe/Paris")), [("roster", "", "changed", "zone")],
    ),
    "in another language": (
        with_items(replace(A, speeches=(replace(A.speeches[0], language="fr"), A.speeches[1])), B, C),
        [("speech", "s1", "changed", "language")],
    ),
    "presided": (with_items(A, B, C, chairs=("m",)), [("segment", "part", "changed", "chairs")]),
    "started later": (
        replace(BASE, start=clock("15:45")),
        [
            ("meeting", "", "changed", "start"), ("item", "first", "shifted", "times"),
            ("speech", "s1", "shifted", "times"), ("speech", "s2", "shifted", "times"),
            ("item", "second", "shifted", "times"), ("item", "third", "shifted", "times"),
        ],
    ),
    "left": (
        replace(BASE, roster=coming(replace(MALI, is_withdrawn=True))),
        [("delegate", "m", "withdrawn", "")],
    ),
    "renamed person": (
        replace(BASE, roster=coming(replace(MALI, family_name="Diop", gender="m"))),
        [("delegate", "m", "changed", "name")],
    ),
    "regrets": (
        replace(BASE, roster=coming(MALI, status="regrets")),
        [("delegation", "delegation-ml", "changed", "status")],
    ),
    "observer": (
        replace(BASE, roster=replace(COMING, requests=(request("gh", uuid="r", place=1),))),
        [("request", "r", "added", "")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS)
def test_one_edit_is_told_as_it_was_made(edit):
    after, expected = EDITS[edit]
    assert short(compare(BASE, after)) == expected


def test_what_follows_from_others_is_no_substance():
    after, _ = EDITS["shortened"]
    assert [one.is_substance for one in compare(BASE, after)] == [True, False]


def test_item_in_another_part_is_one_change_of_part():
    both = replace(BASE, segments=(*BASE.segments, segment(item(uuid="fourth", minutes=5), uuid="other")))
    one, other = both.segments
    after = replace(both, segments=(replace(one, items=(A, B)), replace(other, items=(C, *other.items))))
    found = compare(both, after)
    assert [(one.what, one.field, one.before, one.after) for one in found if one.uuid == "third"][0] == (
        "changed", "segment", "part", "other",
    )  # fmt: skip


ORDERS = st.lists(st.integers(0, 30).map(str), unique=True)


@given(ORDERS, ORDERS)
def test_fewest_are_moved_and_the_same_ones_on_the_way_back(first, second):
    found = moved(first, second)
    assert found == moved(second, first)
    rest = [[one for one in order if one in set(first) & set(second) and one not in found] for order in (first, second)]
    assert rest[0] == rest[1]


@given(st.permutations(range(6)))
def test_no_fewer_moves_would_do(order):
    from itertools import combinations

    names = [str(one) for one in range(6)]
    after = [str(one) for one in order]
    least = next(
        count
        for count in range(7)
        for gone in combinations(names, count)
        if [one for one in names if one not in gone] == [one for one in after if one not in gone]
    )
    assert len(moved(names, after)) == least


MALI_2017 = reference_facts("mali-2017")


OPPOSITES = {ADDED: WITHDRAWN, WITHDRAWN: ADDED}


def mirrored(change):
    """The same difference as seen from the other side: what came went. `of` stays as it is."""
    what = OPPOSITES.get(change.what, change.what)
    return replace(change, what=what, before=change.after, after=change.before)


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_the_way_back_mirrors_the_way_there(data):
    before, after = edited(MALI_2017, data.draw), edited(MALI_2017, data.draw)
    there, back = compare(before, after), compare(after, before)
    assert sorted(map(repr, map(mirrored, there))) == sorted(map(repr, back))
    assert tuple(map(mirrored, map(mirrored, there))) == there


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_meeting_compared_with_its_like_gives_nothing(data):
    facts = edited(MALI_2017, data.draw)
    assert compare(facts, from_json(to_json(facts))) == ()


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_move_and_its_inverse_give_nothing(data):
    items = list(MALI_2017.segments[0].items)
    start, end = (data.draw(st.integers(0, len(items) - 1)) for _ in range(2))
    items.insert(end, items.pop(start))
    there = replace(MALI_2017.segments[0], items=tuple(items))
    items.insert(start, items.pop(end))
    back = replace(there, items=tuple(items))
    found = compare(MALI_2017, replace(MALI_2017, segments=(there, *MALI_2017.segments[1:])))
    assert sum(one.what == "moved" for one in found) == (start != end)
    assert compare(MALI_2017, replace(MALI_2017, segments=(back, *MALI_2017.segments[1:]))) == ()


def test_changes_come_back_from_json_as_they_were():
    after, _ = EDITS["started later"]
    found = compare(BASE, after)
    assert from_data(json.loads(json.dumps(to_data(found)))) == found


def test_a_delegation_is_concerned_by_its_own_and_by_the_hours_of_all():
    after, _ = EDITS["replaced"]
    later = replace(after, start=clock("15:45"))
    changes = compare(BASE, later)
    own = concerning(changes, "delegation-ml", BASE, later)
    assert {(one.area, one.uuid) for one in own} == {("meeting", ""), ("item", "first"), ("speech", "s1")}
    other = concerning(changes, "delegation-gh", BASE, later)
    assert {(one.area, one.uuid) for one in other} == {("meeting", ""), ("item", "first"), ("speech", "s2")}


def test_name_is_told_whole():
    after, _ = EDITS["renamed person"]
    (change,) = compare(BASE, after)
    assert (set(change.after), change.after["family_name"]) == (set(NAME_FIELDS), "Diop")
    assert change.before["family_name"] == plain(MALI.family_name)


def test_a_delegation_is_not_concerned_by_what_only_the_office_lists():
    asked = replace(BASE, roster=replace(COMING, requests=(request("gh", uuid="r", place=1),)))
    noted = replace(asked, roster=replace(COMING, requests=(request("gh", uuid="r", place=1, note="late"),)))
    changes = compare(asked, noted)
    assert short(changes) == [("request", "r", "changed", "note")]
    assert concerning(changes, "delegation-gh", asked, noted) == ()


def test_a_delegation_is_concerned_by_the_part_that_goes_with_its_speech_and_not_by_an_order_that_moves_nobody():
    other = segment(item(uuid="fourth", minutes=5), uuid="other")
    before = replace(BASE, segments=(*BASE.segments, other))
    after = replace(before, segments=(replace(other, seating_scheme="protocol"),))
    found = concerning(compare(before, after), "delegation-ml", before, after)
    assert short(found) == [("segment", "part", "withdrawn", "")]


def test_only_those_whose_own_place_on_the_podium_is_another_are_concerned():
    before, after = (with_items(A, B, C, podium=podium) for podium in (("m", "g"), ("m", "x")))
    changes = compare(before, after)
    found = {one: concerning(changes, f"delegation-{one}", before, after) for one in ("ml", "gh")}
    assert (found["ml"], [change.field for change in found["gh"]]) == ((), ["podium"])


def test_a_delegation_is_not_told_how_its_principal_is_received():
    after = replace(BASE, arrivals=(meeting_values.ArrivalFacts(uuid="a", version=1, delegate="m", escort="Guard"),))
    changes = compare(BASE, after)
    assert short(changes) == [("arrival", "m", "added", "")]
    assert concerning(changes, "delegation-ml", BASE, after) == ()


def test_interpreter_concerns_the_delegation_alone_and_an_order_of_seats_those_it_moves():
    before = with_items(A, B, C, podium=("m", "g"))
    part = before.segments[0]
    marked = (meeting_values.InterpreterFacts(delegate="m", place="left"),)
    after = replace(before, segments=(replace(part, interpreters=marked, is_seating_mixed=True),))
    changes = compare(before, after)
    found = {
        one: [each.field for each in concerning(changes, f"delegation-{one}", before, after)] for one in ("ml", "gh")
    }
    assert found == {"ml": ["interpreters"], "gh": []}
