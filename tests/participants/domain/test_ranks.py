"""Ranks, schemes and the order of speakers."""

import csv
import itertools
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participants.domain.ranks import RANKS, SCHEMES, Speaker, rank_position, speaking_order

NOON = datetime(2017, 9, 1, 12, tzinfo=UTC)
RANKS_FILE = Path(__file__).parents[3] / "fixtures" / "reference" / "ranks.csv"
REFERENCE = {row["code"]: row for row in csv.DictReader(RANKS_FILE.read_text(encoding="utf-8").splitlines())}


def speaker(key, rank="minister", *, minutes=0, **facts):
    return Speaker(
        key=key, rank=rank, entity_sort_key=key, requested_at=NOON + timedelta(minutes=minutes), **facts
    )  # fmt: skip


def test_excellencies_are_those_of_the_reference_list():
    expected = {code for code, row in REFERENCE.items() if row["excellency"] == "yes"}
    assert {rank.code for rank in RANKS.values() if rank.is_excellency} == expected


def test_no_un_official_is_an_excellency():
    assert [rank.code for rank in RANKS.values() if rank.is_un_official and rank.is_excellency] == []


@pytest.mark.parametrize("scheme", [code for code in SCHEMES if code != "working"])
def test_steps_group_the_ranks_as_the_reference_list_does(scheme):
    placed = [rank for rank in REFERENCE if REFERENCE[rank][scheme]]
    steps = SCHEMES[scheme].steps
    assert {rank for step in steps for rank in step} == set(placed)
    for one, other in itertools.combinations(placed, 2):
        is_level = REFERENCE[one][scheme] == REFERENCE[other][scheme]
        assert (rank_position(one, scheme) == rank_position(other, scheme)) == is_level


def test_schemes_differ_on_vice_presidents_and_on_foreign_ministers():
    pair = ("vice_president", "head_of_government")
    assert sorted(pair, key=lambda rank: rank_position(rank, "un_general_debate")) == list(pair)
    assert sorted(pair, key=lambda rank: rank_position(rank, "un_protocol_tally_2011")) == list(reversed(pair))
    ministers = [rank_position(rank, "ilc_note_1968") for rank in ("foreign_minister", "minister")]
    assert ministers == [3, 4]


def test_rank_without_place_in_the_scheme_comes_last():
    assert rank_position("secretary_general", "un_general_debate") == len(SCHEMES["un_general_debate"].steps)
    with pytest.raises(KeyError):
        rank_position("emperor", "working")


def test_speakers_go_by_rank_then_request_then_entity():
    speakers = [
        speaker("late minister", minutes=9),
        speaker("zambia", minutes=1),
        speaker("angola", minutes=1),
        speaker("president", "head_of_state", minutes=99),
        Speaker(key="never asked", rank="minister", entity_sort_key="a"),
        speaker("vacant president", "head_of_state", is_placeholder=True),
    ]
    assert speaking_order(speakers, scheme="working") == (
        "president", "angola", "zambia", "late minister", "never asked", "vacant president",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("positions", "order"),
    [
        ({"c": 1}, "cabd"),
        ({"a": 4}, "bcda"),
        ({"a": 2, "d": 2}, "badc"),
        ({"a": 99, "b": 99}, "cdba"),
    ],
)
def test_manual_position_wins(positions, order):
    speakers = [speaker(key, minutes=1, manual_position=positions.get(key)) for key in "abcd"]
    assert "".join(speaking_order(speakers, scheme="working")) == order


@given(st.permutations("abcdefgh"), st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 9)))
def test_order_does_not_depend_on_the_input_and_loses_nobody(keys, positions):
    def order(some):
        speakers = [speaker(key, minutes=ord(key) % 3, manual_position=positions.get(key)) for key in some]
        return speaking_order(speakers, scheme="un_general_debate")

    assert order(keys) == order(sorted(keys))
    assert sorted(order(keys)) == sorted(keys)
