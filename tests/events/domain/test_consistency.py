"""Findings about times and people, in English: each with its cause, and the sound meeting, which has none."""

from dataclasses import replace
from datetime import datetime

import pytest

from events.domain.consistency import findings
from tests import facts as make
from tests.findings import (
    DIALLO,
    KEITA,
    LANGUAGES,
    MESSAHEL,
    algeria,
    both_in,
    clock,
    mali,
    meeting,
    opening,
    part,
    told,
    told_as,
)

NBSP = "\u00a0"


def test_sound_meeting_has_no_findings():
    assert findings(make.meeting(), document_languages=LANGUAGES) == ()


def test_programme_past_the_hard_end_is_told_with_length_and_place():
    assert told(meeting(opening(make.item("Tour", kind="other", minutes=190)))) == [
        f"The programme ends at 18:40, 40{NBSP}min after the end of the meeting at 18:00: see “Opening”."
    ]


def test_part_past_its_own_end_is_told():
    assert told(meeting(opening(make.item("Tour", kind="other", minutes=95), end=clock(16)))) == [
        f"“Opening” runs 1{NBSP}h{NBSP}5{NBSP}min past its end at 16:00."
    ]


def test_part_that_runs_into_the_next_is_told_but_its_chair_is_not_in_two_places():
    tour, debate = make.item("Tour", kind="other", minutes=50), make.item("Debate", kind="debate")
    later = part("Debate", debate, start=clock(16), chairs=[("MLI", KEITA)])
    assert told(meeting(opening(tour), later)) == [f"“Opening” runs 20{NBSP}min into “Debate”, which starts at 16:00."]


def test_item_that_runs_into_a_fixed_one_is_told():
    items = make.item("Tour", kind="other", minutes=50), make.item("Debate", kind="debate", fixed_start=clock(16))
    assert told(meeting(opening(*items))) == [f"“Tour” runs 20{NBSP}min into “Debate”, which is fixed at 16:00."]


def test_speeches_longer_than_their_item_are_told():
    item = make.item("Remarks", make.speech("MLI", by=KEITA, minutes=20), minutes=5)
    assert told(meeting(opening(item))) == [f"The speeches under “Remarks” need 15{NBSP}min more than it lasts."]


def test_item_fixed_before_its_part_is_told():
    item = make.item("Debate", kind="debate", fixed_start=clock(15))
    assert told(meeting(opening(item))) == [
        f"“Debate” is fixed to start 30{NBSP}min too early: what it belongs to starts at 15:30."
    ]


def test_item_past_its_fixed_end_is_told():
    item = make.item("Tour", kind="other", minutes=50, fixed_end=clock(16))
    assert told(meeting(opening(item))) == [f"“Tour” runs 20{NBSP}min past its end at 16:00."]


def test_programme_that_goes_on_after_interpretation_is_told():
    facts = meeting(opening(make.item("Tour", kind="other", minutes=50)), interpretation_end=clock(16))
    assert told(facts) == [
        f"Interpretation ends at 16:00, 20{NBSP}min before the programme, which ends at 16:20: see “Opening”."
    ]


def test_time_that_the_clocks_skip_is_told():
    item = make.item("Debate", kind="debate", fixed_start=datetime(2018, 3, 11, 2, 30))
    facts = meeting(opening(item), start=datetime(2018, 3, 11, 1), end=datetime(2018, 3, 11, 5))
    assert told(facts) == ["“Debate” has a time that the clocks skip on that day."]


def test_meeting_without_programme_is_told():
    assert told(replace(make.meeting(), segments=())) == ["The programme is empty."]


@pytest.mark.parametrize(
    "fields", [{"chairs": [("MLI", KEITA)]}, {"chairs": [("DZA", MESSAHEL)], "podium": [("MLI", KEITA)]}]
)
def test_person_bound_by_two_parallel_parts_is_told_once(fields):
    parts = opening(start=clock(16), end=clock(17)), part("Side", start=clock(16, 30), end=clock(18), **fields)
    assert told_as("two_places", replace(both_in(algeria()), segments=parts)) == [
        "Ibrahim Keïta is expected in two places from 16:30 to 17:00: “Opening” and “Side”."
    ]


def test_speaker_who_presides_in_parallel_is_told_for_the_length_of_the_speech():
    speech = make.speech("MLI", by=KEITA, minutes=5)
    side = part("Side", make.item("Remarks", speech), start=clock(16, 30), chairs=[("DZA", MESSAHEL)])
    facts = replace(both_in(algeria()), segments=(opening(start=clock(16), end=clock(17)), side))
    assert told_as("two_places", facts) == [
        "Ibrahim Keïta is expected in two places from 16:30 to 16:35: “Opening” and “Side”."
    ]


@pytest.mark.parametrize(
    ("status", "reason"),
    [("regrets", "the delegation has sent regrets"), ("withdrawn", "the delegation has withdrawn")],
)
def test_absent_delegation_that_presides_speaks_and_sits_on_the_podium_is_told(status, reason):
    who = [("DZA", MESSAHEL)]
    item = make.item("Remarks", make.speech("DZA", by=MESSAHEL))
    facts = meeting(opening(item, chairs=who, podium=who), delegations=(mali(), algeria(status=status)))
    assert told(facts) == [
        f"Abdelkader Messahel (DZA) is to preside over “Opening”: {reason}.",
        f"Abdelkader Messahel (DZA) is to speak under “Remarks”: {reason}.",
        f"Abdelkader Messahel (DZA) has a seat on the podium for “Opening”: {reason}.",
    ]


def test_speaker_who_left_the_delegation_is_told():
    gone = make.delegate(DIALLO, delegation="MLI", role="alternate", is_withdrawn=True)
    head = make.delegate(KEITA, delegation="MLI")
    item = make.item("Remarks", make.speech("MLI", by=DIALLO))
    assert told(meeting(opening(item), delegations=(mali(head, gone),))) == [
        "Awa Diallo (MLI) is to speak under “Remarks”: this person is no longer in the delegation."
    ]


def test_chair_who_left_the_delegation_is_told_although_another_presides():
    gone = make.delegate(DIALLO, delegation="MLI", role="alternate", is_withdrawn=True)
    facts = meeting(opening(departed=(gone.uuid,)), delegations=(mali(make.delegate(KEITA, delegation="MLI"), gone),))
    assert told(facts) == [
        "Awa Diallo (MLI) was to preside or to sit on the podium for “Opening” and is no longer in the delegation."
    ]


def test_speakers_to_be_named_are_told_together_unless_their_delegation_is_absent():
    item = make.item("Debate", *(make.speech(code, minutes=3) for code in ("DZA", "MLI", "FRA")), kind="debate")
    facts = both_in(algeria(), make.delegation("FRA", status="regrets"))
    assert told_as("speaker_unnamed", replace(facts, segments=(opening(item),))) == [
        "To speak under “Debate”, with the name to follow: DZA and MLI (2)."
    ]


def test_part_without_presiding_officer_is_told():
    assert told(meeting(opening(chairs=()))) == ["Nobody is named to preside over “Opening”."]


@pytest.mark.parametrize("name", [None, ""])
def test_coming_delegation_without_a_named_head_is_told(name):
    delegates = () if name is None else (make.delegate(name, delegation="DZA"),)
    coming = make.delegation("DZA", *delegates, status="accepted")
    assert told(both_in(coming)) == ["Coming, with the name of the head to follow: DZA (1)."]


def test_delegation_whose_name_is_to_follow_is_told_although_somebody_is_entered():
    assert told(both_in(algeria(is_name_to_follow=True))) == ["Coming, with the name of the head to follow: DZA (1)."]


def test_delegation_that_has_not_replied_needs_no_head():
    assert told(both_in(make.delegation("DZA", status="invited"))) == []


def test_person_in_two_delegations_is_told():
    facts = both_in(algeria(make.delegate("IBRAHIM Keita", delegation="DZA")))
    assert told(facts) == ["Ibrahim Keïta stands in more than one delegation: MLI and DZA."]


def test_people_without_gender_are_told_together_but_for_own_styles_and_placeholders():
    people = [make.delegate(name, delegation="DZA", gender="", role=role) for name, role in
              (("A Ba", "head"), ("B Ce", "adviser"), ("", "adviser"))]  # fmt: skip
    own = make.delegate("C De", delegation="DZA", gender="", role="adviser", style="own")
    assert told(both_in(algeria(*people, own))) == [
        "Mr. or Ms. is not known, so that no form of address can be printed for A Ba and B Ce (2)."
    ]


def test_name_and_title_that_differ_from_the_registry_are_told():
    head = make.delegate(
        KEITA, delegation="MLI", registry_name="Ibrahim Boubacar Keïta", registry_title=make.both("President")
    )
    assert told(meeting(delegations=(mali(head),))) == [
        "“Ibrahim Keïta” (MLI) is “Ibrahim Boubacar Keïta” in the registry.",
        "Ibrahim Keïta is “Minister” here and “President” in the registry.",
    ]


def test_name_and_title_of_the_registry_are_in_order():
    head = make.delegate(KEITA, delegation="MLI", registry_name=KEITA, registry_title=make.both("Minister", "Ministre"))
    assert told(meeting(delegations=(mali(head),))) == []
