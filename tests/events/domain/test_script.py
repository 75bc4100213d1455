from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.domain.script import presiding, script
from events.domain.script_places import CONTINGENCY, SCRIPT_PLACES
from tests import facts as make
from tests.reference_facts import reference_facts

DAY = datetime(2017, 9, 20)


def meeting(*segments, codes=("MLI", "DZA", "FRA", "UN"), regrets=(), **fields):
    delegations = [
        make.delegation(
            code,
            make.delegate(f"A {code}", delegation=code),
            grounds=("mediation",),
            status="regrets" if code in regrets else "accepted",
        )
        for code in codes
    ]
    return make.meeting(roster=make.roster(*delegations), segments=segments, **fields)


def speech(code, position=0):
    return make.speech(code, by=f"A {code}", position=position)


def chairs(*codes):
    return [(code, f"A {code}") for code in codes]


def chair(code):
    return make.uuid(f"{code} A {code}")


def places(facts):
    """What each officer's script consists of, without contingencies."""
    return {
        part.chair: [cue.place for cue in part.cues if SCRIPT_PLACES[cue.place].kind != CONTINGENCY]
        for part in script(facts)
    }


def test_meeting_without_parts_has_no_script():
    assert script(meeting()) == ()


@pytest.mark.parametrize(("ground", "places_at_start"), [("guest", ["agenda", "invitations"]), ("host", ["agenda"])])
def test_organ_adopts_its_agenda_and_invites_after_the_opening_of_the_meeting_alone(ground, places_at_start):
    part = make.segment("One", make.item("Words"), chairs=chairs("MLI"))
    facts = meeting(part, make.segment("Two", make.item("More"), chairs=chairs("MLI")), kind="organ")
    guest = replace(facts.roster.delegations[1], invitations=make.delegation("DZA", grounds=(ground,)).invitations)
    facts = make.with_roster(facts, delegations=(facts.roster.delegations[0], guest))
    [found] = places(facts).values()
    assert found[: len(places_at_start) + 2] == ["opening", *places_at_start, "item"]
    assert not set(found[3:]) & {"agenda", "invitations"}


def test_two_speakers_are_given_the_floor_and_thanked():
    facts = meeting(make.segment("One", make.item("Words", speech("DZA"), speech("FRA")), chairs=chairs("MLI")))
    assert places(facts) == {
        chair("MLI"): [
            *("opening", "item", "floor", "thanks", "floor", "thanks", "closing", "outcome", "adjournment"),
        ]
    }


def test_list_of_three_begins_with_limits_and_announces_those_who_follow():
    speeches = [speech(code) for code in ("DZA", "FRA", "UN")]
    facts = meeting(make.segment("One", make.item("Words", *speeches), chairs=chairs("MLI")))
    (part,) = script(facts)
    assert [cue.place for cue in part.cues][1:9] == [
        *("item", "limits", "floor", "next", "thanks", "floor", "next", "thanks"),
    ]
    announced = [[one.delegation for one in cue.following] for cue in part.cues if cue.place == "next"]
    assert announced == [[make.uuid("FRA"), make.uuid("UN")], [make.uuid("UN")]]


@pytest.mark.parametrize(
    ("own", "limit", "minutes"), [(None, None, 5), (None, 90, 1.5), (7, 90, 7)], ids=["kind", "item", "speech"]
)
def test_limit_of_a_speech_is_its_own_then_the_items_then_that_of_the_kind(own, limit, minutes):
    one = replace(speech("DZA"), planned_minutes=own)
    facts = meeting(make.segment("One", make.item("Words", one, limit_seconds=limit), chairs=chairs("MLI")))
    assert [cue.limit for part in script(facts) for cue in part.cues if cue.place == "floor"] == [
        timedelta(minutes=minutes)
    ]


@pytest.mark.parametrize(("minutes", "limit", "is_assumed"), [(None, None, True), (None, 180, False), (3, None, False)])
def test_limit_that_nobody_set_is_told_apart(minutes, limit, is_assumed):
    speeches = [replace(speech(code), planned_minutes=minutes) for code in ("DZA", "FRA", "UN")]
    part = make.segment("One", make.item("Words", *speeches, kind="debate", limit_seconds=limit), chairs=chairs("MLI"))
    cues = [cue for cue in script(meeting(part))[0].cues if cue.place in ("limits", "floor")]
    assert {(cue.limit, cue.is_assumed) for cue in cues} == {(timedelta(minutes=3), is_assumed)}
    assert [cue.place for cue in cues].count("limits") == (not is_assumed)


def test_limits_are_not_recalled_where_one_of_them_is_assumed():
    speeches = [replace(speech(code), planned_minutes=n) for n, code in ((5, "DZA"), (5, "FRA"), (None, "UN"))]
    facts = meeting(make.segment("One", make.item("Words", *speeches), chairs=chairs("MLI")))
    assert "limits" not in places(facts)[chair("MLI")]


def test_limits_that_differ_are_not_told_as_one():
    speeches = [replace(speech(code), planned_minutes=n) for n, code in enumerate(("DZA", "FRA", "UN"), 3)]
    facts = meeting(make.segment("One", make.item("Words", *speeches), chairs=chairs("MLI")))
    assert [cue.limit for part in script(facts) for cue in part.cues if cue.place == "limits"] == [None]


def test_debate_without_speakers_is_opened_to_all():
    item = make.item("Debate", kind="debate", limit_seconds=180)
    facts = meeting(make.segment("One", item, chairs=chairs("MLI")), outcome="none")
    assert places(facts)[chair("MLI")] == [
        *("opening", "item", "limits", "open_list", "any_speaker", "closing", "adjournment"),
    ]


def test_debate_without_speakers_and_limit_is_opened_without_recalling_one():
    facts = meeting(make.segment("One", make.item("Debate", kind="debate"), chairs=chairs("MLI")), outcome="none")
    assert places(facts)[chair("MLI")][1:4] == ["item", "open_list", "any_speaker"]


def test_silence_is_invited_kept_and_ended():
    facts = meeting(make.segment("One", make.item("Silence", kind="silence", minutes=1), chairs=chairs("MLI")))
    cues = [cue for cue in script(facts)[0].cues if cue.place.startswith("silence")]
    assert [(cue.place, cue.limit) for cue in cues] == [
        ("silence", None), ("silence_kept", timedelta(minutes=1)), ("silence_end", None),
    ]  # fmt: skip


def test_who_does_not_come_is_given_no_floor():
    facts = meeting(
        make.segment("One", make.item("Words", speech("DZA"), speech("FRA")), chairs=chairs("MLI")), regrets=("DZA",)
    )
    given_to = [cue.speech.delegation for part in script(facts) for cue in part.cues if cue.place == "floor"]
    assert given_to == [make.uuid("FRA")]


def test_nobody_is_announced_beyond_who_presides_and_speaks():
    speeches = [speech(code) for code in ("UN", "DZA", "MLI", "FRA")]
    facts = meeting(make.segment("One", make.item("Words", *speeches), chairs=chairs("MLI")))
    cues = script(facts)[0].cues
    assert [cue.speech.delegation for cue in cues if cue.is_own and cue.place == "floor"] == [make.uuid("MLI")]
    announced = [[one.delegation for one in cue.following] for cue in cues if cue.place == "next"]
    assert announced == [[make.uuid("DZA")], [make.uuid("FRA")]]


def test_next_part_with_other_chairs_is_handed_over():
    first = make.segment("One", make.item("Words", speech("FRA")), chairs=chairs("MLI"))
    second = make.segment("Two", make.item("More", speech("UN")), chairs=chairs("DZA"))
    found = places(meeting(first, second))
    assert (found[chair("MLI")][-1], found[chair("DZA")][0]) == ("hand_over", "takes_chair")


def test_same_chair_goes_on_with_the_next_part():
    parts = [make.segment(name, make.item(f"{name} words"), chairs=chairs("MLI")) for name in ("One", "Two")]
    assert "next_part" in places(meeting(*parts))[chair("MLI")]


def test_next_part_on_another_day_is_adjourned_to():
    first = make.segment("One", make.item("Words", speech("FRA"), minutes=30), chairs=chairs("MLI"))
    second = make.segment("Two", make.item("More"), chairs=chairs("DZA"), start=datetime(2017, 9, 21, 10))
    facts = meeting(first, second, end=datetime(2017, 9, 21, 12))
    mali, algeria = script(facts)
    adjourned = next(cue for cue in mali.cues if cue.place == "adjournment")
    assert (adjourned.resumes.isoformat(), algeria.cues[0].place) == ("2017-09-21T14:00:00+00:00", "resumption")


def test_co_chairs_preside_over_an_item_each_and_the_first_concludes():
    items = [make.item(f"Item {n}", speech("FRA", n)) for n in range(3)]
    part = make.segment("One", *items, make.item("End", kind="conclusion"), chairs=chairs("MLI", "DZA"))
    over = presiding(meeting(part), part)
    assert [over[one.uuid] for one in part.items] == [chair(code) for code in ("MLI", "DZA", "MLI", "MLI")]


def test_co_chair_who_speaks_leaves_the_item_to_another():
    items = (make.item("One", speech("MLI")), make.item("Two", speech("FRA")))
    part = make.segment("Part", *items, chairs=chairs("MLI", "DZA"))
    assert list(presiding(meeting(part), part).values()) == [chair("DZA"), chair("MLI")]


def test_first_co_chair_closes_the_meeting_though_another_had_the_last_item():
    items = [make.item(f"Item {n}", speech("FRA", n)) for n in range(2)]
    found = places(meeting(make.segment("One", *items, chairs=chairs("MLI", "DZA"))))
    assert (found[chair("DZA")][-1], found[chair("MLI")][-4:]) == (
        "gives_closing", ["takes_closing", "closing", "outcome", "adjournment"],
    )  # fmt: skip


def test_who_presided_before_takes_the_chair_again():
    items = [make.item(f"Item {n}", speech("FRA", n)) for n in range(4)]
    facts = meeting(make.segment("One", *items, chairs=chairs("MLI", "DZA")))
    found = {part.chair: [cue.is_again for cue in part.cues if cue.place.startswith("takes")] for part in script(facts)}
    assert found == {chair("MLI"): [True, True], chair("DZA"): [False, True]}


def test_contingencies_stand_once_in_each_part_of_each_officer():
    facts = replace(reference_facts("mali-2017"), interpretation_end=DAY.replace(hour=18))
    found = [
        Counter(cue.place for cue in part.cues if SCRIPT_PLACES[cue.place].kind == CONTINGENCY)
        for part in script(facts)
    ]
    assert found == [Counter(("absent", "over_limit", "point_of_order", "interpretation"))] * 3


def test_reference_meeting_is_presided_by_a_chair_to_be_named_then_by_the_co_chairs():
    facts = reference_facts("mali-2017")
    names = [facts.delegates[part.chair].family_name if part.chair else "" for part in script(facts)]
    assert names == ["", "Diop", "Messahel"]


def test_every_line_is_known_by_its_subject_and_place():
    for part in script(reference_facts("mali-2017")):
        lines = [(cue.subject, cue.place) for cue in part.cues]
        assert len(set(lines)) == len(lines)


CODES = ("MLI", "DZA", "FRA", "UN", "TCD")
ITEM = st.tuples(st.sampled_from(("statement", "debate", "conclusion", "other")), st.lists(st.sampled_from(CODES)))
SEGMENT = st.tuples(st.lists(ITEM, max_size=4), st.lists(st.sampled_from(CODES), unique=True, max_size=3))


@given(st.lists(SEGMENT, max_size=3), st.sets(st.sampled_from(CODES), max_size=2))
def test_every_speech_of_who_comes_is_given_the_floor_exactly_once(drawn, regrets):
    segments = []
    for n, (items, chairing) in enumerate(drawn):
        made = [
            make.item(f"{n} {m}", *(make.speech(code, by=f"A {code}", position=(n, m, k)) for k, code in enumerate(by)),
                      kind=kind)
            for m, (kind, by) in enumerate(items)
        ]  # fmt: skip
        segments.append(make.segment(f"Part {n}", *made, chairs=chairs(*chairing)))
    facts = meeting(*segments, codes=CODES, regrets=regrets)
    floors = [cue.speech.uuid for part in script(facts) for cue in part.cues if cue.place == "floor"]
    coming = [
        one.uuid for segment in segments for item in segment.items for one in item.speeches
        if one.delegation not in {make.uuid(code) for code in regrets}
    ]  # fmt: skip
    assert Counter(floors) == Counter(coming)


@given(st.lists(SEGMENT, min_size=1, max_size=3))
def test_every_cue_is_a_row_of_the_table_and_one_officer_closes(drawn):
    segments = [
        make.segment(f"Part {n}", *(make.item(f"{n} {m}", kind=kind) for m, (kind, _) in enumerate(items)),
                     chairs=chairs(*chairing))
        for n, (items, chairing) in enumerate(drawn)
    ]  # fmt: skip
    found = [cue.place for part in script(meeting(*segments, codes=CODES)) for cue in part.cues]
    assert set(found) <= set(SCRIPT_PLACES)
    assert (found.count("closing"), found.count("opening")) == (1, 1)
