"""Ranks, and the schemes that order them."""

import pytest

from participants.domain.ranks import RANKS, SCHEMES, rank_position


def test_excellencies_are_principals_and_permanent_representatives():
    assert [rank.code for rank in RANKS.values() if rank.is_excellency] == [
        "head_of_state", "vice_president", "crown_prince", "head_of_government", "deputy_head_of_government",
        "head_of_organisation", "foreign_minister", "minister", "permanent_representative", "permanent_observer",
        "ambassador",
    ]  # fmt: skip


def test_no_un_official_is_an_excellency():
    assert [rank.code for rank in RANKS.values() if rank.is_un_official and rank.is_excellency] == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_scheme_places_known_ranks_once_and_names_its_source(scheme):
    placed = [rank for step in SCHEMES[scheme].steps for rank in step]
    assert (len(placed), set(placed) - set(RANKS)) == (len(set(placed)), set())
    assert bool(SCHEMES[scheme].source) == (scheme != "working")


@pytest.mark.parametrize(
    ("scheme", "ranks", "steps"),
    [
        ("un_general_debate", ("crown_prince", "minister", "foreign_minister", "ambassador"), (2, 5, 5, 6)),
        ("un_protocol_tally_2011", ("vice_president", "crown_prince", "representative"), (2, 3, 7)),
        ("un_protocol_tally_2014", ("vice_president", "crown_prince", "deputy_minister"), (2, 8, 5)),
        ("ilc_note_1968", ("vice_president", "deputy_minister", "permanent_representative"), (7, 5, 6)),
        ("un_system_unog", ("secretary_general", "assistant_secretary_general", "minister"), (0, 3, 4)),
    ],
)
def test_ranks_stand_where_the_source_places_them(scheme, ranks, steps):
    assert tuple(rank_position(rank, scheme) for rank in ranks) == steps


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
