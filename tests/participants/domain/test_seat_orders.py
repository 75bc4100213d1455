"""The order of States and organisations, against the published orders of 2017 and 2026."""

import csv
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participants.domain.names import sort_key
from participants.domain.protocol import entity_sort_key
from participants.domain.seat_orders import (
    SeatOrder,
    joined_later,
    listed_entities,
    order_words,
    ordered_entities,
    why_seated_before,
)
from participants.domain.texts import text_in
from participants.domain.values import EntityFacts

DATA = Path(__file__).parents[2] / "data" / "state_orders.csv"
ROWS = list(csv.DictReader(DATA.read_text(encoding="utf-8").splitlines()))
PLAIN = SeatOrder(language="en")


def entity(code, english, french="", *, status="member_state"):
    names = {"en": english, "fr": french or english}
    keys = {language: sort_key(name) for language, name in names.items()}
    return EntityFacts(
        code=code, kind="state", status=status, names=names, prose=names, formal=names, short=names, sort_keys=keys
    )


def states(*codes, year=2017):
    names = {row["code"]: (row[f"name_en_{year}"], row["name_fr_2017"]) for row in ROWS}
    palestine = "observer_state" if year == 2017 else "observer_state_among_members"
    statuses = {"VAT": "observer_state", "PSE": palestine}
    return [entity(code, *names[code], status=statuses.get(code, "member_state")) for code in codes or names]


def published(column):
    return tuple(row["code"] for row in sorted((row for row in ROWS if row[column]), key=lambda row: int(row[column])))


def order(entities, scheme="alphabetical", language="en", drawn=None):
    return ordered_entities(entities, SeatOrder(scheme=scheme, language=language, drawn=drawn))


ORGANISATIONS = [
    entity("UN", "United Nations", "Organisation des Nations Unies", status="united_nations"),
    entity("EU", "European Union", "Union européenne", status="organisation"),
    entity("OIC", "Organization of Islamic Cooperation", "Organisation de la coopération islamique",
           status="organisation"),
    entity("WB", "World Bank", "Banque mondiale", status="organisation"),
    entity("AU", "African Union", "Union africaine", status="organisation"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "column"), [("en", "order_en_2017"), ("fr", "order_fr_2017")])
def test_all_members_of_2017_are_in_the_published_order_before_observer_states(language, column):
    assert order(states(), language=language) == (*published(column), "VAT", "PSE")


def test_all_states_of_2017_start_from_czechia_when_it_is_drawn():
    (czechia,) = states("CZE")
    assert order(states(), "drawn", drawn=czechia) == published("seat_order_unga72")


def test_palestine_sits_among_members_in_2026_and_the_holy_see_after_them():
    assert order(states(year=2026)) == (*published("order_en_2026"), "VAT")


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ("CIV", "MLI", "AU", "EU", "OIC", "WB", "UN")),
        ("fr", ("CIV", "MLI", "WB", "OIC", "AU", "EU", "UN")),
    ],
)
def test_organisations_follow_states_by_name_and_the_united_nations_is_last(language, expected):
    assert listed_entities([*ORGANISATIONS, *states("MLI", "CIV")], language) == expected


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        ("MLI", ("MLI", "NER", "SEN", "DZA", "FRA", "VAT", "PSE")),
        ("CZE", ("FRA", "MLI", "NER", "SEN", "DZA", "VAT", "PSE")),
        ("YEM", ("DZA", "FRA", "MLI", "NER", "SEN", "VAT", "PSE")),
    ],
)
def test_first_present_state_at_or_after_the_drawn_one_starts(drawn, expected):
    present = states("NER", "PSE", "MLI", "DZA", "VAT", "FRA", "SEN")
    (drawn_state,) = states(drawn)
    assert order(present, "drawn", drawn=drawn_state) == expected


def test_language_of_the_order_moves_the_start():
    present = states("TCD", "DEU", "FRA", "TUR")
    (czechia,) = states("CZE")
    assert order(present, "drawn", "en", czechia) == ("FRA", "DEU", "TUR", "TCD")
    assert order(present, "drawn", "fr", czechia) == ("TUR", "DEU", "FRA", "TCD")


def test_drawn_scheme_without_draw_or_members_is_alphabetical():
    assert order(states("MLI", "DZA"), "drawn") == ("DZA", "MLI")
    assert order(ORGANISATIONS, "drawn", drawn=states("CZE")[0]) == ("AU", "EU", "OIC", "WB", "UN")
    assert order([]) == ()


def test_equal_keys_are_ordered_by_code_and_a_missing_key_is_made_from_the_name():
    assert order([entity("B", "Same"), entity("A", "same")]) == ("A", "B")
    keyless = EntityFacts(
        code="X", kind="state", status="other_state", names={"en": "Âme"}, prose={}, formal={}, short={}, sort_keys={}
    )
    assert entity_sort_key(keyless, "fr") == ("ame", "X")


@given(st.permutations(states()), st.sampled_from(ROWS), st.integers(0, 195))
def test_order_is_the_published_one_filtered_whatever_the_input(shuffled, drawn_row, count):
    (drawn,) = states(drawn_row["code"])
    present = shuffled[:count]
    codes = {one.code for one in present}
    expected = tuple(code for code in order(states(), "drawn", drawn=drawn) if code in codes)
    assert order(present, "drawn", drawn=drawn) == expected


def words(entities, drawn, language="en", print_language="en"):
    drawn_state = states(drawn)[0] if drawn else None
    said = order_words(entities, SeatOrder(scheme="drawn", language=language, drawn=drawn_state))
    places = {place: text_in(names, print_language) for place, names in said.names.items()}
    return (said.template or "%(order)s") % {"order": said.order, **places}


def test_reason_of_a_seat_is_the_rule_that_decides():
    rows = [*states("FRA", "MLI", "VAT"), *ORGANISATIONS[:1]]
    by_code = {one.code: one for one in rows}
    drawn = [by_code[code] for code in order(rows, scheme="drawn", drawn=by_code["MLI"])]
    assert [why_seated_before(*pair, PLAIN) for pair in pairwise(drawn)] == ["drawn", "status", "status"]
    assert why_seated_before(by_code["FRA"], by_code["MLI"], PLAIN) == "name"
    other = entity("AAA", "Another", status="observer_state")
    assert why_seated_before(by_code["VAT"], other, PLAIN) == "observer_states"


@given(st.lists(st.sampled_from(ROWS), unique_by=lambda row: row["code"]), st.sampled_from(ROWS))
def test_alphabetical_order_never_goes_round(rows, drawn_row):
    by_code = {one.code: one for one in states(*(row["code"] for row in rows))} if rows else {}
    plain = [by_code[code] for code in order(by_code.values())]
    assert "drawn" not in [why_seated_before(*pair, PLAIN) for pair in pairwise(plain)]
    [drawn] = states(drawn_row["code"])
    turned = [by_code[code] for code in order(by_code.values(), scheme="drawn", drawn=drawn)]
    assert [why_seated_before(*pair, PLAIN) for pair in pairwise(turned)].count("drawn") <= 1


def test_print_says_which_order_it_has():
    present = states("CZE", "DNK", "MLI")
    assert words(present, "CZE") == "English alphabetical order, starting with Czechia"
    assert words(present, "CZE", "fr") == "French alphabetical order, starting with Czechia"
    assert words(present, "CYP") == "English alphabetical order, starting with Czechia, the first present after Cyprus"
    assert words(present, "") == "English alphabetical order"
    assert words(ORGANISATIONS, "CZE", "fr") == "French alphabetical order"


MIXED = SeatOrder(language="en", is_mixed=True)
RANKS = {"MLI": "head_of_state", "DZA": "foreign_minister", "FRA": "minister", "NER": "ambassador"}
BY_RANK = SeatOrder(language="en", scheme="rank", rank_scheme="un_protocol_tally_2011", ranks=RANKS)
BY_HAND = SeatOrder(language="en", scheme="hand", places={"NER": 0, "EU": 1, "FRA": 2})


def test_mixed_order_is_one_alphabet_over_all():
    everybody = [*ORGANISATIONS, *states("MLI", "CIV", "VAT")]
    assert ordered_entities(everybody, MIXED) == ("AU", "CIV", "EU", "VAT", "MLI", "OIC", "UN", "WB")


def test_mixed_order_turns_from_the_first_present_at_or_after_the_state_drawn():
    everybody = [*ORGANISATIONS, *states("MLI", "CIV")]
    order = SeatOrder(language="en", scheme="drawn", is_mixed=True, drawn=states("CZE")[0])
    assert ordered_entities(everybody, order) == ("EU", "MLI", "OIC", "UN", "WB", "AU", "CIV")


def test_rank_decides_inside_a_block_then_the_alphabet_and_not_stated_is_last():
    everybody = [*ORGANISATIONS[:2], *states("NER", "FRA", "MLI", "DZA", "SEN")]
    assert ordered_entities(everybody, BY_RANK) == ("MLI", "DZA", "FRA", "NER", "SEN", "EU", "UN")


def test_rank_decides_over_all_where_they_are_mixed():
    order = replace(BY_RANK, is_mixed=True, ranks=RANKS | {"EU": "minister", "UN": "head_of_state"})
    everybody = [*ORGANISATIONS[:2], *states("FRA", "MLI", "DZA")]
    assert ordered_entities(everybody, order) == ("MLI", "UN", "DZA", "EU", "FRA")


def test_hand_decides_whatever_the_status_and_who_joined_later_is_last_by_the_alphabet():
    everybody = [*ORGANISATIONS[:2], *states("NER", "FRA", "MLI", "DZA")]
    assert ordered_entities(everybody, BY_HAND) == ("NER", "EU", "FRA", "DZA", "MLI", "UN")
    assert joined_later(everybody, BY_HAND) == ("DZA", "MLI", "UN")
    assert joined_later(everybody, MIXED) == ()


def reasons(everybody, order):
    by_code = {one.code: one for one in everybody}
    return [
        why_seated_before(*pair, order) for pair in pairwise(by_code[c] for c in ordered_entities(everybody, order))
    ]


def test_reasons_by_rank_and_by_hand_are_the_rules_that_decide():
    everybody = [*ORGANISATIONS[:1], *states("FRA", "MLI", "DZA")]
    assert reasons(everybody, BY_RANK) == ["rank", "level", "status"]
    everybody = [*ORGANISATIONS[:2], *states("NER", "MLI", "DZA")]
    assert reasons(everybody, BY_HAND) == ["hand", "joined", "both_joined", "both_joined"]
    assert set(reasons(everybody, MIXED)) == {"name"}


@given(st.permutations(states()), st.sampled_from(ROWS), st.booleans())
def test_no_order_depends_on_the_input_or_loses_anybody(shuffled, drawn_row, is_mixed):
    (drawn,) = states(drawn_row["code"])
    for order in (
        replace(BY_RANK, is_mixed=is_mixed),
        BY_HAND,
        SeatOrder(language="fr", scheme="drawn", drawn=drawn, is_mixed=is_mixed),
    ):
        found = ordered_entities(shuffled, order)
        assert (sorted(found), found) == (sorted(row["code"] for row in ROWS), ordered_entities(states(), order))


@pytest.mark.parametrize(
    ("order", "template", "blocks"),
    [
        (
            SeatOrder(language="en"),
            "",
            "Member States first, then observer States, organizations and the United Nations.",
        ),
        (MIXED, "", "All in one order, whatever their status before the General Assembly."),
        (
            BY_RANK,
            "rank of the head of delegation (%(scheme)s), equal ranks in %(order)s",
            "Member States first, then observer States, organizations and the United Nations.",
        ),
        (
            BY_HAND,
            "the secretariat's own order, made by hand; those that joined later stand at the end, in %(order)s",
            "",
        ),
    ],
)
def test_words_say_scheme_and_blocks(order, template, blocks):
    said = order_words(states("MLI"), order)
    assert (said.template, said.blocks, bool(said.scheme)) == (template, blocks, order is BY_RANK)


def test_order_by_hand_without_newcomers_says_no_more():
    said = order_words(states("FRA"), BY_HAND)
    assert (said.order, said.template) == ("the secretariat's own order, made by hand", "")
