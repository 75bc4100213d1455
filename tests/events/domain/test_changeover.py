"""What is changed in the room between two moments."""

from dataclasses import replace

from events.domain.changeover import Passage, PlateChange, changeovers
from events.domain.facts import InterpreterFacts
from tests import facts as make

PEOPLE = {"DZA": "Ramtane Lamamra", "FRA": "Jean Dupont", "MLI": "Ibrahim Keita", "NER": "Awa Issoufou"}
MLI, DZA, FRA, NER = (make.uuid(f"{code} {PEOPLE[code]}") for code in ("MLI", "DZA", "FRA", "NER"))


def meeting(*podiums, arrivals=(), **of_last):
    people = [make.delegation(code, make.delegate(name, delegation=code)) for code, name in PEOPLE.items()]
    segments = [
        make.segment(
            f"Part {n}", make.item(f"Item {n}"), podium=[(code, PEOPLE[code]) for code in podium],
            **(of_last if n == len(podiums) - 1 else {}),
        )
        for n, podium in enumerate(podiums)
    ]  # fmt: skip
    room = make.room(podium=3, table=4)
    return make.meeting(roster=make.roster(*people), segments=tuple(segments), room=room, arrivals=arrivals)


def chairs(found):
    names = {MLI: "MLI", DZA: "DZA", FRA: "FRA", NER: "NER"}
    return [
        (
            one.seat,
            *(names[who.delegate] if who else "" for who in (one.before, one.after)),
            one.goes_to,
            one.comes_from,
        )
        for one in found.chairs
    ]


def test_meeting_of_one_moment_has_nothing_to_change():
    assert changeovers(meeting(["MLI"])) == ()


def test_plates_stay_move_come_and_go():
    (found,) = changeovers(meeting(["MLI", "DZA", "FRA"], ["DZA", "NER", "FRA"]))
    assert chairs(found) == [
        ("P1", "DZA", "NER", "P2", ""), ("P2", "MLI", "DZA", "", "P1"), ("P3", "FRA", "FRA", "", ""),
    ]  # fmt: skip
    assert [one.stays for one in found.chairs] == [False, False, True]


def test_people_go_between_podium_and_their_place_at_the_table():
    leaving = make.arrival("MLI", PEOPLE["MLI"], leaves_after="Item 0")
    found = changeovers(meeting(["MLI", "FRA"], ["NER"], ["FRA"], arrivals=(leaving,)))[0]
    assert found.coming == (Passage(delegate=NER, chair="P2", place="T4"),)
    assert found.going == (
        Passage(delegate=MLI, chair="P1", place="T3", leaves_after=make.uuid("Item 0")),
        Passage(delegate=FRA, chair="P3", place="T2", returns=True),
    )


def test_plates_at_the_table_change_where_the_moments_are_seated_differently():
    (same,) = changeovers(meeting(["MLI"], ["MLI"]))
    by_hand = {"seating_scheme": "hand", "seating_by_hand": tuple(make.uuid(one) for one in ("FRA", "DZA", "MLI"))}
    (other,) = changeovers(meeting(["MLI"], ["MLI"], **by_hand))
    assert same.plates == ()
    assert other.plates == (
        PlateChange(seat="T1", before=make.uuid("DZA"), after=make.uuid("FRA")),
        PlateChange(seat="T2", before=make.uuid("FRA"), after=make.uuid("DZA")),
    )


def test_plate_of_an_interpreter_serves_the_next_one():
    facts = meeting(["MLI"], ["DZA"])
    marked = tuple(
        replace(one, interpreters=(InterpreterFacts(delegate=one.podium[0], place="left"),)) for one in facts.segments
    )
    (found,) = changeovers(replace(facts, segments=marked))
    assert [(one.seat, one.before.is_interpreter, one.stays) for one in found.chairs] == [
        ("P2", False, False),
        ("P3", True, True),
    ]  # fmt: skip
