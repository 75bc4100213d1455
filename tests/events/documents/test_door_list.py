"""The door list: everybody from A to Z with the seats, the podium and who has no place."""

from dataclasses import replace

import pytest
from django.utils.translation import override

from events.documents import door_list
from tests import facts as make
from tests.events.documents.prints import mali, options


def rows(facts, language="en", number=0):
    with override(language):
        wanted = options(language, moment=facts.segments[number].uuid)
        return [_plain(row) for row in door_list.collect(facts, wanted).rows]


def _plain(row):
    who, seat, *rest = row
    lines = "".join(one if isinstance(one, str) else one.text for one in who).split("\n")
    return lines, seat.text, *rest


def meeting(**room):
    delegations = [
        make.delegation(code, *people, grounds=("mediation",), places_behind=1)
        for code, people in (
            ("MLI", [make.delegate("Ann Bee", delegation="MLI")]),
            (
                "DEU",
                [
                    make.delegate("Cid Dee", delegation="DEU"),
                    make.delegate("Eve Fox", delegation="DEU", role="adviser"),
                ],
            ),
            ("GHA", [make.delegate("", delegation="GHA", function={})]),
        )
    ]
    entities = (make.entity("DEU", en="Germany", fr="Allemagne"), make.entity("GHA", en="Ghana"))
    segment = make.segment("Opening", podium=[("DEU", "Eve Fox")])
    return make.meeting(
        roster=make.roster(*delegations, entities=entities), segments=(segment,), room=make.room(**room), organisers=()
    )


def test_delegations_come_in_the_alphabet_of_the_print_with_their_seats():
    german = (["Germany", "H.E.\xa0Mr.\xa0Cid DEE", "H.E.\xa0Mr.\xa0Eve FOX", "on the podium: P1"], "T1")
    found = rows(meeting(table=3))
    assert found[0] == (*german, "1", "centre", "T1b1")
    assert [row[0][0] for row in found] == ["Germany", "Ghana", "MLI"]
    assert [row[0][0] for row in rows(meeting(table=3), "fr")] == ["Allemagne", "Ghana", "MLI"]


def test_who_goes_to_the_podium_in_a_later_part_is_named_until_then():
    later = make.segment("Closing", podium=[("MLI", "Ann Bee"), ("DEU", "Cid Dee")])
    opening = make.segment("Opening", podium=[("DEU", "Eve Fox")])
    facts = replace(meeting(table=3), segments=(opening, later))
    found = {row[0][0]: row[0][1:] for row in rows(facts)}
    assert found["MLI"] == ["H.E.\xa0Mr.\xa0Ann BEE", "on the podium as of “Closing”: P1"]
    assert found["Germany"] == [
        "H.E.\xa0Mr.\xa0Cid DEE", "on the podium as of “Closing”", "H.E.\xa0Mr.\xa0Eve FOX", "on the podium: P1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "minister"),
    [
        ("en", "on the podium as of “Co-chaired session”: POD5"),
        ("fr", "à la tribune à partir de la partie « Séance coprésidée » : POD5"),
    ],
)
def test_minister_who_co_chairs_later_stands_beside_the_president_at_the_door(language, minister):
    found = {row[0][0]: row[0][1:] for row in rows(mali(), language)}["Mali"]
    assert [one.replace("\xa0", " ") for one in found][2:] == [found[2].replace("\xa0", " "), minister]
    assert "DIOP" in found[2]
    assert not any("Co-chaired" in line for row in rows(mali(), number=1) for line in row[0])


def test_who_has_no_place_is_marked():
    assert [row[1:] for row in rows(meeting(table=1))][2] == ("no place", "", "", "")


def test_nobody_named_gives_the_delegation_alone():
    assert rows(meeting(table=3))[1][0] == ["Ghana"]


@pytest.mark.parametrize("number", [0, 1])
def test_every_part_has_its_list_of_all_who_are_expected(number):
    facts = mali()
    values = door_list.collect(facts, options(moment=facts.segments[number].uuid))
    assert len(values.rows) == len(door_list.collect(facts, options()).rows) > 50
    assert values.terms[0][0] == "Order of seats"
