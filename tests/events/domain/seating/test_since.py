"""Who moves since an earlier state, in walking order, and who has left."""

from dataclasses import replace

from events.domain.seating.proposing import Move
from events.domain.seating.since import PodiumMove, moves_since
from tests import facts as make

CODES = ("DEU", "GHA", "MLI")
OPENING = make.uuid("Opening")


def meeting(*podium, statuses=(), by_hand=()):
    statuses = dict(statuses)
    delegations = (
        make.delegation(
            code,
            make.delegate(f"A {code}", delegation=code),
            grounds=("mediation",),
            status=statuses.get(code, "accepted"),
        )
        for code in CODES
    )
    segment = make.segment("Opening", podium=[(code, f"A {code}") for code in podium])
    segment = replace(
        segment, seating_scheme="hand" if by_hand else "alphabetical", seating_by_hand=tuple(map(make.uuid, by_hand))
    )
    return make.meeting(
        roster=make.roster(*delegations), segments=(segment,), room=make.room(table=5, podium=3), organisers=()
    )


def person(code):
    return make.uuid(f"{code} A {code}")


def test_those_who_moved_come_in_walking_order_of_their_new_seats_and_who_left_last():
    before = meeting()
    after = meeting(statuses={"DEU": "regrets"}, by_hand=("MLI", "GHA"))
    found = moves_since(before, after, OPENING).seats
    assert found == (
        Move(delegation=make.uuid("MLI"), before=("T3",), after=("T1",)),
        Move(delegation=make.uuid("DEU"), before=("T1",), after=()),
    )


def test_people_of_the_podium_come_from_its_centre_outwards():
    found = moves_since(meeting("DEU", "GHA", "MLI"), meeting("GHA", "MLI", "DEU"), OPENING).podium
    assert found == (
        PodiumMove(delegate=person("GHA"), before="P1", after="P2"),
        PodiumMove(delegate=person("MLI"), before="P3", after="P1"),
        PodiumMove(delegate=person("DEU"), before="P2", after="P3"),
    )


def test_who_leaves_the_podium_has_no_chair_any_more():
    (found,) = moves_since(meeting("DEU", "GHA", "MLI"), meeting("GHA", "MLI"), OPENING).podium
    assert found == PodiumMove(delegate=person("DEU"), before="P2", after="")


def test_nobody_moves_between_equal_states():
    assert not moves_since(meeting("DEU"), meeting("DEU"), OPENING)


def test_part_that_was_not_there_has_nothing_to_compare():
    before = replace(meeting(), segments=())
    assert moves_since(before, meeting(), OPENING) is None
