"""Who is printed as chair, on the podium and as speaker: those whose delegation comes."""

from dataclasses import replace

import pytest

from events.domain.seating.order import plan
from events.domain.taking_part import chairs_of, left_out, podium_of, speaks
from tests import facts as make

ALL = ("chairs", "podium", "speeches")
PEOPLE = [("MLI", "A Mali"), ("FRA", "B France"), ("NER", "C Niger")]


def state(status="regrets", *, grounds=("host",), **fields):
    """France presides second, sits second and speaks second; its delegation has that status."""
    delegations = [
        make.delegation(
            code, make.delegate(name, delegation=code, **(fields if code == "FRA" else {})),
            **({"status": status, "grounds": grounds} if code == "FRA" else {}),
        )
        for code, name in PEOPLE
    ]  # fmt: skip
    part = make.segment(
        "Part", make.item("Item", *(make.speech(code, by=name) for code, name in PEOPLE)), chairs=PEOPLE, podium=PEOPLE
    )
    return make.meeting(roster=make.roster(*delegations), segments=(part,), room=make.room(podium=3, table=3))


def codes(facts, uuids):
    return [facts.delegations[facts.delegates[uuid].delegation].entity for uuid in uuids]


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        (state("regrets"), "regrets"),
        (state("withdrawn"), "withdrawn"),
        (state("accepted", grounds=()), "other"),
        (state("accepted", grounds=("observer",)), "other"),
    ],
)
def test_who_does_not_come_is_in_none_of_the_three(facts, reason):
    [part] = facts.segments
    assert codes(facts, chairs_of(facts, part)) == codes(facts, podium_of(facts, part)) == ["MLI", "NER"]
    assert [speaks(facts, one) for one in part.items[0].speeches] == [True, False, True]
    assert left_out(facts, facts.segments, ALL) == {reason: ("FRA",)}
    assert codes(facts, [one.delegate for one in plan(facts, part).podium]) == ["MLI", "NER"]


@pytest.mark.parametrize("facts", [state("accepted"), state("invited"), state("regrets", is_present=True)])
def test_who_comes_or_was_seen_is_in_all_three(facts):
    assert left_out(facts, facts.segments, ALL) == {}
    assert codes(facts, podium_of(facts, facts.segments[0])) == ["MLI", "FRA", "NER"]


def test_only_the_roles_that_a_print_has_count():
    facts = state()
    silent = replace(facts.segments[0], items=(), chairs=())
    assert left_out(facts, (silent,), ("chairs", "speeches")) == {}
    assert left_out(facts, (silent,), ("podium",)) == {"regrets": ("FRA",)}
