from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from events.domain.fitting import could_be_invited, fit, part_fits, with_limit
from events.domain.timeline import timeline
from tests.meeting_facts import clock, delegate, delegation, item, meeting, roster, segment, speech


def seconds(number):
    return timedelta(seconds=number)


def minutes(number):
    return timedelta(minutes=number)


def open_list(count, *, uuid="list", own=(), **fields):
    speeches = (*(speech(minutes=None) for _ in range(count)), *(speech(minutes=one) for one in own))
    return item(kind="debate", speeches=speeches, uuid=uuid, **fields)


def of(*items, uuid="list", end="18:00", until=None, **fields):
    return fit(timeline(meeting(segment(*items), end=end, **fields)), uuid, end=until)


def test_sixty_eight_speakers_in_hundred_and_five_minutes():
    found = of(open_list(68), start="16:15")
    at_three = found.at(minutes(3))
    assert (found.room, found.count, found.longest) == (minutes(105), 68, seconds(62))
    assert (at_three.difference, at_three.fitting) == (-minutes(133), 30)


def test_at_two_minutes_forty_two_fit_and_the_last_begins_in_time():
    found = of(open_list(68), start="16:15")
    at_two = found.at(minutes(2))
    assert (at_two.difference, at_two.fitting) == (-minutes(65), 42)
    assert found.end - at_two.closes_at == seconds(150)


def test_fewer_speakers_leave_room_for_more():
    at_three = of(open_list(10), start="16:15").at(minutes(3))
    assert (at_three.needed, at_three.difference, at_three.fitting) == (minutes(35), minutes(70), 30)


def test_speeches_with_minutes_keep_theirs():
    found = of(open_list(2, own=(10,)), start="17:30")
    assert (found.kept, found.kept_count, found.count, found.longest) == (seconds(630), 1, 2, seconds(555))


@pytest.mark.parametrize(
    ("items", "room"),
    [
        ((item(kind="silence", minutes=1), open_list(3)), minutes(29)),
        ((open_list(3), item(kind="silence", minutes=1)), minutes(29)),
        ((open_list(3), item(kind="conclusion", minutes=5)), minutes(25)),
        ((open_list(3), item(kind="conclusion", minutes=5), item(kind="silence", minutes=1)), seconds(1410)),
        ((item(kind="debate", speeches=(5,)), open_list(3)), seconds(1470)),
        ((open_list(3), item(minutes=5, fixed_start=clock("15:50"))), minutes(20)),
        ((open_list(3, fixed_end=clock("15:45")), item(minutes=5)), minutes(15)),
        ((open_list(3, minutes=12), item(kind="conclusion", minutes=5)), minutes(12)),
    ],
)
def test_room_leaves_free_what_else_must_happen(items, room):
    assert of(*items, end="16:00").room == room


@pytest.mark.parametrize(
    ("items", "fields", "code"),
    [
        ((open_list(1),), {}, "meeting"),
        ((open_list(1, minutes=5),), {}, "duration"),
        ((open_list(1, fixed_end=clock("16:00")),), {}, "fixed_end"),
        ((open_list(1), item(minutes=5, fixed_start=clock("16:00"))), {}, "next_item"),
        ((open_list(1),), {"interpretation_end": clock("17:30")}, "interpretation"),
    ],
)
def test_first_of_the_ends_is_named(items, fields, code):
    assert of(*items, **fields).ended_by == code


def test_part_after_the_interpretation_is_not_ended_by_it():
    late = segment(open_list(1), start=clock("17:45"))
    found = fit(timeline(meeting(late, end="18:30", interpretation_end=clock("17:30"))), "list")
    assert (found.ended_by, found.room) == ("meeting", minutes(45))


def test_part_ends_at_its_fixed_end_or_where_the_next_is_fixed():
    two = meeting(
        segment(open_list(1, uuid="a"), end=clock("16:00")), segment(open_list(1, uuid="b")),
        segment(item(minutes=5), start=clock("17:00")),
    )  # fmt: skip
    found = [fit(timeline(two), uuid) for uuid in "ab"]
    assert [(one.ended_by, one.room) for one in found] == [("part", minutes(30)), ("next_part", minutes(60))]


def test_list_that_nothing_limits_has_a_fit_only_when_an_end_is_given():
    plan = timeline(meeting(segment(open_list(4)), segment(item(minutes=5))))
    assert fit(plan, "list") is None
    assert fit(plan, "list", end=plan.start + minutes(10)).longest == seconds(120)


def test_given_end_is_that_of_the_run():
    plan = timeline(meeting(segment(open_list(3), item(kind="conclusion", minutes=5))))
    found = fit(plan, "list", end=plan.start + minutes(15))
    assert (found.ended_by, found.room, found.longest) == ("given", minutes(10), seconds(170))


def test_late_start_costs_each_speech_its_share():
    found = of(open_list(68), start="16:15")
    assert found.longest - found.late(minutes(10)).longest == seconds(9)


def test_nothing_fits_when_hand_overs_alone_take_more():
    found = of(open_list(10), end="15:34")
    assert (found.longest, found.at(minutes(3)).fitting) == (seconds(0), 1)


def test_list_without_a_pool_has_no_longest_limit_but_room():
    found = of(open_list(0), end="16:00")
    assert (found.longest, found.count, found.at(minutes(3)).fitting) == (None, 0, 8)


def test_unknown_item_is_no_key():
    with pytest.raises(KeyError):
        of(open_list(1), uuid="another")


def test_part_has_a_fit_for_each_run_with_lists():
    facts = meeting(
        segment(
            open_list(4, uuid="a"), item(kind="silence", minutes=1), open_list(2, uuid="b"),
            open_list(2, uuid="c", fixed_start=clock("16:00")), uuid="part",
        ), end="16:10",
    )  # fmt: skip
    found = part_fits(timeline(facts), "part")
    assert [(one.items, one.room, one.longest) for one in found] == [
        (("a", "b"), minutes(29), seconds(260)),
        (("c",), minutes(10), seconds(270)),
    ]


def test_limit_is_that_of_the_items_named_alone():
    facts = with_limit(meeting(segment(open_list(1, uuid="a"), open_list(1, uuid="b"))), {"b"}, 90)
    lengths = [one.speeches[0].end - one.speeches[0].start for one in timeline(facts).items]
    assert lengths == [minutes(3), seconds(90)]


def test_who_is_on_no_list_and_presides_over_nothing_could_be_invited():
    chair = delegate(uuid="chair", delegation="delegation-FR")
    people = roster(
        delegation("DZ"), delegation("FR", delegates=(chair,)), delegation("ML"),
        delegation("NE", status="regrets"), delegation("TD"),
    )  # fmt: skip
    speeches = (speech(delegation="delegation-ML"),)
    facts = meeting(segment(item(kind="debate", speeches=speeches), chairs=("chair",)), roster=people)
    assert [one.entity for one in could_be_invited(facts)] == ["DZ", "TD"]


lengths = st.one_of(st.none(), st.integers(1, 20))
surroundings = st.builds(
    lambda kind, length, spoken, start, end: item(
        kind=kind, minutes=length, fixed_start=start, fixed_end=end,
        speeches=tuple(speech(minutes=one) for one in spoken),
    ),
    st.sampled_from(["opening_statement", "silence", "debate", "other"]),
    lengths,
    st.lists(lengths, max_size=3),
    st.one_of(st.none(), st.none(), st.integers(10, 90).map(lambda one: datetime(2017, 9, 20, 15, 30) + minutes(one))),
    st.one_of(st.none(), st.none(), st.integers(10, 90).map(lambda one: datetime(2017, 9, 20, 15, 30) + minutes(one))),
)  # fmt: skip
lists = st.builds(
    lambda count, own, length: open_list(count, own=own, minutes=length),
    st.integers(1, 5),
    st.lists(st.integers(1, 10), max_size=2),
    lengths,
)
programmes = st.tuples(
    st.lists(surroundings, max_size=3), lists, st.lists(surroundings, max_size=3), st.sampled_from([0, 7, 30])
)


def built(programme):
    before, one, after, handover = programme
    return meeting(segment(*before, one, *after, handover_seconds=handover), end="17:00")


def last_of_run(plan):
    """The last item of the run of the list, by its definition alone."""
    place = next(number for number, one in enumerate(plan.items) if one.item.uuid == "list")
    for one, following in zip(plan.items[place:], (*plan.items[place + 1 :], None), strict=True):
        if following is None or one.fixed_end or following.item.fixed_start:
            return one
    raise AssertionError


def holds(facts, limit, end):
    """Whether the timeline keeps the end with that limit, the last hand-over of the list being whole."""
    handover = seconds(facts.segments[0].handover_seconds)
    plan = timeline(with_limit(facts, {"list"}, limit))
    timing = next(one for one in plan.items if one.item.uuid == "list")
    reached = timing.speeches[-1].end + handover
    last = last_of_run(plan)
    return reached <= end and (timing.item.duration_minutes is not None or last is timing or last.end <= end)


@given(programmes)
def test_longest_limit_keeps_the_end_in_the_timeline_and_a_second_more_does_not(programme):
    facts = built(programme)
    found = fit(timeline(facts), "list")
    longest = found.longest // seconds(1)
    assert not holds(facts, longest + 1, found.end)
    assert longest == 0 or holds(facts, longest, found.end)


@given(programmes, st.integers(1, 600))
def test_difference_tells_whether_the_timeline_keeps_the_end(programme, limit):
    facts = built(programme)
    found = fit(timeline(facts), "list")
    assert (found.at(seconds(limit)).difference >= minutes(0)) == holds(facts, limit, found.end)


@pytest.mark.parametrize("handover", [0, 7, 30])
@pytest.mark.parametrize("count", [1, 2, 7])
def test_longest_limit_equals_the_last_that_holds_of_all(count, handover):
    part = segment(open_list(count), item(kind="conclusion", minutes=2), handover_seconds=handover)
    facts = meeting(part, end="15:42")
    found = fit(timeline(facts), "list")
    assert found.longest == seconds(max(one for one in range(1, 721) if holds(facts, one, found.end)))


@given(programmes, st.integers(1, 600))
def test_as_many_as_fit_do_fit_and_one_more_does_not(programme, limit):
    found = fit(timeline(built(programme)), "list")
    trial = found.at(seconds(limit))
    each = trial.limit + found.handover
    assume(found.room >= found.kept)
    assert found.kept + trial.fitting * each <= found.room < found.kept + (trial.fitting + 1) * each


@given(programmes, st.integers(1, 600))
def test_sum_of_the_speeches_is_what_is_needed_and_starts_never_go_back(programme, limit):
    facts = built(programme)
    spoken = next(one for one in timeline(with_limit(facts, {"list"}, limit)).items if one.item.uuid == "list").speeches
    found = fit(timeline(facts), "list")
    assert spoken[-1].end + found.handover - spoken[0].start == found.at(seconds(limit)).needed
    assert [one.start for one in spoken] == sorted(one.start for one in spoken)


@given(programmes, st.integers(0, 30))
def test_given_end_is_as_good_as_a_fixed_one(programme, length):
    facts = built(programme)
    plan = timeline(facts)
    last = last_of_run(plan).item
    end = fit(plan, "list").end - minutes(length)
    assume(facts.segments[0].items[len(programme[0])].duration_minutes is None)
    items = tuple(
        replace(one, fixed_end=datetime(2017, 9, 20, 15, 30) + (end - plan.start)) if one is last else one
        for one in facts.segments[0].items
    )
    fixed = replace(facts, segments=(replace(facts.segments[0], items=items),))
    assert fit(plan, "list", end=end).room == fit(timeline(fixed), "list").room
