from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.domain.timeline import budget, timeline
from events.domain.timing import to_minute, whole_minutes
from events.domain.wallclock import local
from tests.meeting_facts import clock, item, meeting, segment, speech

NEW_YORK = "America/New_York"


def minutes(number):
    return timedelta(minutes=number)


def shown(moment, zone=NEW_YORK):
    return local(moment, zone).strftime("%H:%M:%S" if moment.second else "%H:%M")


def spans(result):
    return [(shown(one.start), shown(one.end)) for one in result.items]


def mali(**opening):
    return meeting(
        segment(
            item(kind="opening_statement", speeches=(5, 5)),
            item(kind="brief_remarks", speeches=(5, 5, 5, 5, 5)),
            item(kind="silence", minutes=1),
            uuid="opening",
            **opening,
        ),
        segment(
            item(kind="update", speeches=(5,)),
            item(kind="debate"),
            item(kind="conclusion", minutes=5),
            uuid="co-chaired",
            start=opening.get("end"),
        ),
        end="18:00",
    )


def test_mali_opening_needs_forty_minutes():
    opening = timeline(mali()).segments[0]
    assert opening.content_end - opening.start == timedelta(minutes=39, seconds=30)
    assert whole_minutes(opening.budget.total) == 40
    assert (opening.budget.speech_count, opening.budget.speeches) == (7, minutes(35))
    assert (opening.budget.handover, opening.budget.silence) == (timedelta(minutes=3, seconds=30), minutes(1))


def test_mali_in_the_headings_thirty_minutes_overruns_by_ten():
    result = timeline(mali(end=clock("16:00")))
    assert [(one.where, one.uuid, one.into, whole_minutes(one.by)) for one in result.overruns] == [
        ("segment", "opening", "", 10)
    ]
    assert result.segments[0].budget.slot == minutes(30)
    assert whole_minutes(result.segments[0].budget.difference) == -10
    assert (shown(result.segments[1].start), result.overrun) == ("16:00", minutes(0))


def test_mali_debate_takes_what_remains_until_the_conclusion():
    result = timeline(mali())
    assert spans(result) == [
        ("15:30", "15:40:30"),
        ("15:41", "16:08"),
        ("16:08:30", "16:09:30"),
        ("16:09:30", "16:14:30"),
        ("16:15", "17:54:30"),
        ("17:55", "18:00"),
    ]
    assert (result.overruns, result.gaps, result.content_end) == ((), (), result.end)


def test_speeches_follow_one_another_with_the_hand_over():
    result = timeline(meeting(segment(item(speeches=(5, speech(minutes=None), 3)))))
    assert [(shown(one.start), shown(one.end), one.is_assumed) for one in result.items[0].speeches] == [
        ("15:30", "15:35", False),
        ("15:35:30", "15:40:30", True),
        ("15:41", "15:44", False),
    ]


@pytest.mark.parametrize(
    ("first", "second_start"),
    [
        (item(kind="silence", minutes=10), "15:40"),
        (item(kind="other", minutes=10), "15:40"),
        (item(kind="statement", minutes=10), "15:40:30"),
        (item(kind="other", minutes=10, speeches=(5,)), "15:40:30"),
    ],
)
def test_hand_over_follows_an_item_with_speakers(first, second_start):
    result = timeline(meeting(segment(first, item(kind="silence", minutes=1))))
    assert shown(result.items[1].start) == second_start


def test_hand_over_alone_makes_no_overrun():
    result = timeline(meeting(segment(item(minutes=30), item(minutes=30, fixed_start=clock("16:00"))), end="16:30"))
    assert (spans(result), result.overruns) == ([("15:30", "16:00"), ("16:00", "16:30")], ())


def test_items_without_duration_share_what_remains_and_the_last_takes_the_odd_rest():
    result = timeline(
        meeting(
            segment(
                item(kind="other", uuid="a"), item(kind="silence", minutes=1), item(kind="other"), item(kind="other")
            ),
            end="16:02",
        )
    )
    assert spans(result) == [("15:30", "15:40"), ("15:40", "15:41"), ("15:41", "15:51"), ("15:51", "16:02")]


def test_open_list_takes_the_rest_but_never_less_than_its_speeches():
    wide = timeline(meeting(segment(item(kind="debate", speeches=(3, 3))), end="16:00"))
    narrow = timeline(meeting(segment(item(kind="debate", speeches=(3, 3), uuid="debate")), end="15:35"))
    assert spans(wide) == [("15:30", "16:00")]
    assert spans(narrow) == [("15:30", "15:36:30")]
    assert [(one.where, one.by) for one in narrow.overruns] == [("meeting", minutes(2))]


def test_fixed_start_is_kept_and_what_runs_into_it_overruns():
    result = timeline(
        meeting(segment(item(minutes=40, uuid="long"), item(minutes=10, uuid="fixed", fixed_start=clock("16:00"))))
    )
    assert spans(result) == [("15:30", "16:10"), ("16:00", "16:10")]
    assert [(one.where, one.uuid, one.into, one.by) for one in result.overruns] == [
        ("item", "long", "fixed", timedelta(minutes=10, seconds=30))
    ]


def test_speeches_longer_than_their_item_overrun_it():
    result = timeline(meeting(segment(item(minutes=10, speeches=(5, 5), uuid="item"))))
    assert [(one.where, one.uuid, one.by) for one in result.overruns] == [("speeches", "item", timedelta(seconds=30))]


def test_item_fixed_before_its_segment_is_early():
    result = timeline(meeting(segment(item(minutes=5, uuid="item", fixed_start=clock("15:00")))))
    assert [(one.where, one.uuid, one.by) for one in result.overruns] == [("early", "item", minutes(30))]


def test_segment_that_runs_into_the_next_overruns():
    facts = meeting(
        segment(item(minutes=60), uuid="first"), segment(item(minutes=5), uuid="second", start=clock("16:00"))
    )
    assert [(one.where, one.uuid, one.into, whole_minutes(one.by)) for one in timeline(facts).overruns] == [
        ("segment", "first", "second", 31)
    ]


def test_gaps_are_told_with_their_neighbours():
    first = segment(item(minutes=10, kind="other", uuid="a"), uuid="first", end=clock("15:50"))
    last = segment(
        item(minutes=10, kind="other", uuid="b", fixed_start=clock("16:10")), uuid="last", start=clock("16:00")
    )
    result = timeline(meeting(first, last, end="16:30"))
    assert [(one.after, one.before, shown(one.start), shown(one.end)) for one in result.gaps] == [
        ("a", "", "15:40", "15:50"),
        ("first", "last", "15:50", "16:00"),
        ("", "b", "16:00", "16:10"),
        ("last", "", "16:20", "16:30"),
    ]


def test_night_between_two_days_is_neither_a_gap_nor_to_be_filled():
    result = timeline(
        meeting(
            segment(item(minutes=60, kind="other"), item(kind="debate")),
            segment(
                item(minutes=60, kind="other"), start=clock("10:00", "2017-09-21"), end=clock("11:00", "2017-09-21")
            ),
            end=clock("11:00", "2017-09-21"),
        )
    )
    assert (result.items[1].end - result.items[1].start, result.gaps, result.overruns) == (minutes(0), (), ())


def test_meeting_past_midnight_goes_on_the_next_day():
    result = timeline(
        meeting(
            segment(item(minutes=45, kind="other"), item(kind="debate")),
            start="23:30",
            end=clock("01:00", "2017-09-21"),
        )
    )
    assert spans(result) == [("23:30", "00:15"), ("00:15", "01:00")]


def test_change_of_clocks_inside_the_meeting_shortens_nothing():
    result = timeline(
        meeting(
            segment(item(minutes=60, kind="other"), item(minutes=60, kind="other")),
            start="01:30",
            end="04:30",
            day="2017-03-12",
        )
    )
    assert spans(result) == [("01:30", "03:30"), ("03:30", "04:30")]
    assert result.end - result.start == minutes(120)


def test_time_that_does_not_exist_is_listed_and_read_as_if_clocks_had_not_changed():
    facts = meeting(
        segment(item(uuid="item", minutes=5, fixed_start=clock("02:30", "2017-03-12"))),
        start="01:30",
        end="04:30",
        day="2017-03-12",
    )
    assert (timeline(facts).missing, spans(timeline(facts))) == (("item",), [("03:30", "03:35")])


def test_limit_of_the_item_replaces_the_minutes_of_its_kind():
    result = timeline(meeting(segment(item(kind="debate", limit_seconds=90, speeches=(speech(minutes=None), 3)))))
    assert [(shown(one.start), shown(one.end), one.is_assumed) for one in result.items[0].speeches] == [
        ("15:30", "15:31:30", False),
        ("15:32", "15:35", False),
    ]
    assert result.budget.speeches == timedelta(minutes=4, seconds=30)


def test_item_without_duration_takes_what_remains_until_its_fixed_end():
    first = item(speeches=(5,), fixed_end=clock("15:50"))
    result = timeline(meeting(segment(item(kind="other"), first, item(minutes=5)), end="16:30"))
    assert spans(result) == [("15:30", "15:37"), ("15:37", "15:50"), ("15:50", "15:55")]
    assert (result.items[1].takes_rest, result.overruns) == (True, ())


def test_item_with_a_duration_lasts_so_long_before_its_fixed_end():
    result = timeline(meeting(segment(item(minutes=10, fixed_end=clock("15:50")), item(minutes=5))))
    assert spans(result) == [("15:30", "15:40"), ("15:40:30", "15:45:30")]


@pytest.mark.parametrize("length", [None, 10, 20])
def test_speeches_past_a_fixed_end_are_an_overrun_of_that_end(length):
    late = item(minutes=length, speeches=(8, 8), uuid="late", fixed_end=clock("15:40"))
    result = timeline(meeting(segment(late, item(minutes=1))))
    by = max(timedelta(minutes=6, seconds=30), minutes((length or 0) - 10))
    assert [(one.where, one.uuid, shown(one.limit), one.by) for one in result.overruns] == [
        ("end", "late", "15:40", by)
    ]


def test_end_of_interpretation_limits_what_nobody_fixed():
    result = timeline(meeting(segment(item(kind="debate")), interpretation_end=clock("17:30")))
    assert (spans(result), result.overruns) == ([("15:30", "17:30")], ())


def test_programme_that_goes_on_after_interpretation_overruns_it():
    part = segment(item(minutes=140), uuid="part", end=clock("18:00"))
    result = timeline(meeting(part, interpretation_end=clock("17:45")))
    assert [(one.where, one.uuid, shown(one.limit), one.by) for one in result.overruns] == [
        ("interpretation", "part", "17:45", minutes(15))
    ]


def test_fixed_end_and_end_of_interpretation_that_do_not_exist_are_listed():
    facts = meeting(
        segment(item(uuid="item", minutes=5, fixed_end=clock("02:30", "2017-03-12"))),
        start="01:30", end="04:30", day="2017-03-12", interpretation_end=clock("02:45", "2017-03-12"),
    )  # fmt: skip
    assert timeline(facts).missing == ("meeting", "item")


def test_actual_times_are_apart_from_the_planned():
    spoken = speech(minutes=5, actual_start=clock("15:32"), actual_end=clock("15:40"))
    result = timeline(meeting(segment(item(speeches=(spoken,), actual_start=clock("15:31")))))
    assert [shown(one) for one in (result.items[0].start, result.items[0].actual_start)] == ["15:30", "15:31"]
    assert [shown(one) for one in (result.items[0].speeches[0].end, result.items[0].speeches[0].actual_end)] == [
        "15:35",
        "15:40",
    ]


def test_meeting_without_segments_ends_where_it_starts():
    result = timeline(meeting())
    assert (result.segments, result.overruns, result.gaps, result.content_end) == ((), (), (), result.start)


def test_segment_without_items_lasts_until_its_limit():
    result = timeline(meeting(segment(), segment(item(minutes=10), start=clock("16:00"))))
    assert (shown(result.segments[0].end), result.gaps[0].after) == ("16:00", result.segments[1].segment.uuid)


def test_budget_counts_other_items_apart_and_has_no_difference_without_a_slot():
    found = budget((segment(item(minutes=10), item(kind="other", minutes=20), item(kind="debate")),), slot=None)
    assert (found.other, found.handover, found.total, found.difference) == (minutes(30), minutes(1), minutes(31), None)


@pytest.mark.parametrize(("seconds", "expected"), [(0, 0), (60, 1), (61, 2), (-60, -1), (-61, -2)])
def test_started_minute_counts(seconds, expected):
    assert whole_minutes(timedelta(seconds=seconds)) == expected


def test_printed_time_drops_the_seconds():
    assert to_minute(datetime(2017, 9, 20, 19, 41, 59, tzinfo=UTC)) == datetime(2017, 9, 20, 19, 41, tzinfo=UTC)


speech_minutes = st.lists(st.one_of(st.none(), st.integers(1, 20)), max_size=4)
free_items = st.builds(
    lambda kind, length, spoken: {
        "kind": kind, "minutes": length, "speeches": tuple(speech(minutes=one) for one in spoken)
    },
    st.sampled_from(["opening_statement", "silence", "debate", "other", "update"]),
    st.one_of(st.none(), st.integers(1, 60)),
    speech_minutes,
)  # fmt: skip
programmes = st.lists(st.lists(free_items, max_size=5), max_size=4)
fixed = st.one_of(st.none(), st.integers(0, 240).map(lambda one: datetime(2017, 9, 20, 15) + timedelta(minutes=one)))


def built(programme):
    return meeting(*(segment(*(item(**one) for one in items)) for items in programme))


@given(programmes)
def test_without_fixed_times_everything_follows_on(programme):
    result = timeline(built(programme))
    moments = [result.start, *(moment for one in result.items for moment in (one.start, one.end))]
    assert moments == sorted(moments)
    assert {one.where for one in result.overruns} <= {"speeches", "meeting"}
    assert all(one.after == following.start for part in result.segments for one, following in pairwise(part.items))


@given(programmes)
def test_programme_that_fits_never_passes_the_hard_end(programme):
    result = timeline(built(programme))
    has_meeting_overrun = any(one.where == "meeting" for one in result.overruns)
    assert has_meeting_overrun == (result.content_end > result.end)
    assert result.overrun == sum((one.by for one in result.overruns if one.where == "meeting"), minutes(0))


@given(st.lists(st.tuples(free_items, fixed), min_size=1, max_size=6))
def test_every_step_back_is_told_as_an_overrun(rows):
    result = timeline(meeting(segment(*(item(**one, fixed_start=start) for one, start in rows))))
    told = {(one.uuid, one.into): one.by for one in result.overruns if one.where == "item"}
    for one, following in pairwise(result.items):
        expected = max(one.after - following.start, minutes(0))
        assert told.get((one.item.uuid, following.item.uuid), minutes(0)) == expected


@given(st.lists(st.tuples(free_items, fixed), min_size=1, max_size=6))
def test_fixed_ends_move_no_start_back_and_what_passes_them_is_told(rows):
    result = timeline(meeting(segment(*(item(**one, fixed_end=end) for one, end in rows))))
    told = {one.uuid: one.by for one in result.overruns if one.where == "end"}
    for one in result.items:
        reached = max(one.end, one.start + one.needed)
        late = one.fixed_end is not None and reached > one.fixed_end
        assert told.get(one.item.uuid) == (reached - one.fixed_end if late else None)
    assert all(one.after == following.start for one, following in pairwise(result.items))


@given(st.lists(st.tuples(free_items, fixed), min_size=1, max_size=6))
def test_fixed_starts_are_kept_and_nothing_lasts_less_than_none(rows):
    result = timeline(meeting(segment(*(item(**one, fixed_start=start) for one, start in rows))))
    for timing in result.items:
        assert timing.end >= timing.start
        assert timing.item.fixed_start in (None, local(timing.start, NEW_YORK))
