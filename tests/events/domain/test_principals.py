"""Who the principals are, in which order they come, who is proposed to leave, who waits in the same room."""

from dataclasses import replace

import pytest

from events.domain.principals import (
    last_of_opening,
    principals,
    proposed_to_leave,
    seen_under,
    shared_rooms,
)
from tests import facts as make
from tests.findings import DIALLO, KEITA, MESSAHEL, algeria, clock, mali, meeting, opening, part, told_as

NBSP = "\u00a0"
TRAORE = "Oumar Traoré"


def two_parts(*, speaker=MESSAHEL, **fields):
    """Mali opens and leaves the chair to Algeria; a second of Mali only speaks in the opening."""
    remarks = make.item("Remarks", make.speech("MLI", by=KEITA), minutes=30)
    debate = make.item("Debate", make.speech("DZA", by=speaker), kind="debate")
    later = part("Later", debate, start=clock(16), chairs=[("DZA", MESSAHEL)])
    head = make.delegate(KEITA, delegation="MLI", rank="head_of_state")
    second = make.delegate(DIALLO, delegation="MLI", role="adviser", rank="head_of_state")
    found = meeting(opening(remarks), later, delegations=(mali(head, second), algeria()))
    return replace(found, arrivals=tuple(fields.get("arrivals", ())))


def names(facts):
    return [one.delegate.family_name for one in principals(facts)]


def test_principals_are_heads_and_those_whom_the_programme_needs():
    facts = two_parts()
    assert names(facts) == ["Keïta", "Messahel"]
    speaking = meeting(opening(make.item("Remarks", make.speech("MLI", by=DIALLO))), delegations=(
        mali(make.delegate(KEITA, delegation="MLI"), make.delegate(DIALLO, delegation="MLI", role="adviser")),
    ))  # fmt: skip
    assert names(speaking) == ["Diallo", "Keïta"]


def test_those_with_a_time_come_first_by_their_time():
    arrivals = [make.arrival("DZA", MESSAHEL, arrives=clock(15)), make.arrival("MLI", DIALLO, arrives=clock(14))]
    assert names(two_parts(arrivals=arrivals)) == ["Diallo", "Messahel", "Keïta"]


def test_without_times_rank_decides_and_a_placeholder_has_none():
    minister = make.delegate("A Minister", delegation="DZA", rank="minister")
    unnamed = make.delegate("", delegation="FRA", rank="head_of_state")
    ambassador = make.delegate(KEITA, delegation="MLI", rank="ambassador")
    facts = meeting(delegations=(make.delegation("FRA", unnamed), algeria(minister), mali(ambassador)))
    assert names(facts) == ["Minister", "Keïta", ""]


@pytest.mark.parametrize(("language", "order"), [("en", ["Algeria", "Mali"]), ("fr", ["Mali", "Algeria"])])
def test_equal_ranks_follow_the_alphabet_of_the_seats(language, order):
    facts = meeting(opening(), delegations=(algeria(), mali()))
    algerian = replace(facts.entities["DZA"], sort_keys={"en": "a", "fr": "z"})
    malian = replace(facts.entities["MLI"], sort_keys={"en": "m", "fr": "m"})
    segments = tuple(replace(one, seating_language=language) for one in facts.segments)
    facts = replace(facts, segments=segments, roster=replace(facts.roster, entities=(algerian, malian)))
    names = {make.uuid("DZA"): "Algeria", make.uuid("MLI"): "Mali"}
    assert [names[one.delegate.delegation] for one in principals(facts)] == order


def test_who_does_not_come_is_no_principal():
    facts = meeting(delegations=(mali(), algeria(status="regrets")))
    facts = replace(facts, arrivals=(make.arrival("DZA", MESSAHEL, arrives=clock(15)),))
    assert names(facts) == ["Keïta"]


def test_heads_of_state_needed_in_the_opening_alone_are_proposed_to_leave():
    facts = two_parts()
    assert proposed_to_leave(facts) == {make.uuid(f"MLI {KEITA}")}
    assert last_of_opening(facts).uuid == make.uuid("Remarks")


@pytest.mark.parametrize("after", ["Remarks", "Debate"])
def test_nobody_is_proposed_of_whom_it_is_said(after):
    assert proposed_to_leave(two_parts(arrivals=[make.arrival("MLI", KEITA, leaves_after=after)])) == frozenset()


def test_nobody_is_proposed_where_a_later_part_needs_them_or_there_is_none():
    assert proposed_to_leave(meeting()) == frozenset()
    minister = make.delegate(KEITA, delegation="MLI", rank="minister")
    later = part("Later", start=clock(16))
    assert proposed_to_leave(meeting(opening(), later, delegations=(mali(minister),))) == frozenset()


def sharing(one, other):
    arrivals = [
        make.arrival("MLI", KEITA, arrives=one, holding_room="Salle É"),
        make.arrival("DZA", MESSAHEL, arrives=other, holding_room="salle e"),
    ]
    return [(room.room, len(room.delegates)) for room in shared_rooms(two_parts(arrivals=arrivals))]


def test_two_who_wait_in_one_room_at_the_same_time_are_told():
    assert sharing(clock(15), clock(15, 20)) == [("Salle É", 2)]


def test_room_that_is_free_again_is_no_matter():
    assert sharing(clock(15), clock(15, 30)) == []
    assert sharing(None, clock(15)) == []


def test_press_sees_the_speakers_else_the_podium():
    silence = make.item("Silence", kind="silence", minutes=1)
    remarks = make.item("Remarks", make.speech("MLI", by=KEITA), make.speech("DZA"), minutes=20)
    facts = meeting(opening(silence, remarks, podium=[("DZA", MESSAHEL)]), delegations=(mali(), algeria()))
    [segment] = facts.segments
    assert seen_under(facts, segment, silence) == (make.uuid(f"DZA {MESSAHEL}"),)
    assert seen_under(facts, segment, remarks) == (make.uuid(f"MLI {KEITA}"),)


def test_who_arrives_after_the_start_of_what_needs_them_is_told_once():
    arrivals = [make.arrival("MLI", KEITA, arrives=clock(15, 50))]
    assert told_as("arrives_late", two_parts(arrivals=arrivals)) == [
        f"{KEITA} arrives 20{NBSP}min after the start of “Opening” at 15:30."
    ]


def test_who_leaves_before_speaking_or_presiding_is_told():
    arrivals = [make.arrival("DZA", MESSAHEL, leaves_after="Remarks")]
    assert told_as("leaves_early", two_parts(arrivals=arrivals)) == [
        f"{MESSAHEL} leaves after “Remarks”, before “Later”, where this person is needed."
    ]
    speaks = two_parts(arrivals=[make.arrival("MLI", DIALLO, leaves_after="Remarks")])
    assert told_as("leaves_early", speaks) == []


def test_who_comes_in_time_and_leaves_after_the_last_word_is_no_finding():
    arrivals = [
        make.arrival("MLI", KEITA, arrives=clock(15, 30), leaves_after="Remarks"),
        make.arrival("DZA", MESSAHEL, arrives=clock(16), leaves_after="Debate"),
        make.arrival("MLI", TRAORE, leaves_after="An item that was taken out"),
    ]
    facts = two_parts(arrivals=arrivals)
    assert told_as("arrives_late", facts) + told_as("leaves_early", facts) == []
