"""The list of delegations: found, filtered and sorted without a database."""

from datetime import UTC, datetime

import pytest

from participants.domain.listing import SORTS, STATUS_ORDER, Wish, lines, shown
from participants.domain.values import (
    DelegateFacts,
    DelegationFacts,
    EntityFacts,
    InvitationFacts,
    RequestFacts,
    RosterFacts,
)
from participants.models.roster import STATUSES

AT = datetime(2017, 9, 1, 12, tzinfo=UTC)


def entity(code, en, fr, key):
    return EntityFacts(
        code=code, kind="state", status="member_state", names={"en": en, "fr": fr}, prose={}, formal={}, short={},
        sort_keys={"en": key, "fr": key},
    )  # fmt: skip


def delegate(code, family_name, rank, **fields):
    return DelegateFacts(
        uuid=f"{code}-{family_name}", version=1, delegation=code, role="head", rank=rank, family_name=family_name,
        **fields,
    )  # fmt: skip


def delegation(code, *grounds, status="invited", delegates=(), **fields):
    return DelegationFacts(
        uuid=code, version=1, entity=code, status=status, delegates=tuple(delegates),
        invitations=tuple(InvitationFacts(ground=ground) for ground in grounds), **fields,
    )  # fmt: skip


KEITA = delegate("MLI", "Keïta", "head_of_state", given_names="Ibrahim Boubacar", is_present=True)
GONE = delegate("CIV", "Bamba", "minister", is_withdrawn=True)
ROSTER = RosterFacts(
    slug="mali", uuid="m", version=1, first_on="2017-09-20", zone="America/New_York", observer_places=2, changed_at=AT,
    entities=(
        entity("CIV", "Côte d'Ivoire", "Côte d'Ivoire", "cote d ivoire"),
        entity("MLI", "Mali", "Mali", "mali"),
        entity("SOM", "Somalia", "Somalie", "somalia"),
        entity("ZAF", "South Africa", "Afrique du Sud", "south africa"),
    ),
    delegations=(
        delegation("CIV", "contributor", status="accepted", delegates=(GONE,), level_announced="minister"),
        delegation("MLI", "host", "mediation", status="accepted", delegates=(KEITA,), received_at=AT),
        delegation("SOM", "observer", status="accepted"),
        delegation("ZAF", "contributor", status="proposed", level_announced="ambassador"),
    ),
    requests=(RequestFacts(uuid="r", version=1, delegation="SOM", received_at=AT, place_number=2),),
    groups=(),
)  # fmt: skip
LINES = lines(ROSTER)


def codes(**wish):
    return [line.entity.code for line in shown(LINES, Wish(**wish), language="en")]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["CIV", "MLI", "SOM", "ZAF"]),
        ("keita", ["MLI"]),
        ("KEÏTA ibrahim", ["MLI"]),
        ("cote", ["CIV"]),
        ("ivoire cote", ["CIV"]),
        ("mali", ["MLI"]),
        ("afrique", ["ZAF"]),
        ("zaf", ["ZAF"]),
        ("bamba", []),
        ("atlantis", []),
    ],
)
def test_search_finds_beginnings_of_words_in_any_language_and_order(query, expected):
    assert codes(query=query) == expected


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ({"grounds": ("contributor",)}, ["CIV", "ZAF"]),
        ({"grounds": ("host", "observer")}, ["MLI", "SOM"]),
        ({"statuses": ("proposed",)}, ["ZAF"]),
        ({"levels": ("minister", "head_of_state")}, ["CIV", "MLI"]),
        ({"grounds": ("contributor",), "statuses": ("accepted",), "query": "cote"}, ["CIV"]),
    ],
)
def test_filters_let_pass_any_of_their_values_and_all_of_the_filters(wish, expected):
    assert codes(**wish) == expected


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("name", ["CIV", "MLI", "SOM", "ZAF"]),
        ("-name", ["ZAF", "SOM", "MLI", "CIV"]),
        ("status", ["CIV", "MLI", "SOM", "ZAF"]),
        ("-status", ["ZAF", "CIV", "MLI", "SOM"]),
        ("level", ["MLI", "CIV", "ZAF", "SOM"]),
        ("-level", ["ZAF", "CIV", "MLI", "SOM"]),
        ("received", ["MLI", "CIV", "SOM", "ZAF"]),
        ("present", ["MLI", "CIV", "SOM", "ZAF"]),
        ("no such column", ["CIV", "MLI", "SOM", "ZAF"]),
    ],
)
def test_order_follows_the_column_and_then_the_name(sort, expected):
    assert codes(sort=sort) == expected


def test_line_tells_the_level_the_request_and_who_is_present():
    by_code = {line.entity.code: line for line in LINES}
    assert (by_code["MLI"].level, by_code["MLI"].present, by_code["MLI"].head) == ("head_of_state", 1, KEITA)
    assert (by_code["CIV"].level, by_code["CIV"].delegates) == ("minister", ())
    assert by_code["SOM"].request.place_number == 2


def test_every_status_has_its_place_and_every_column_sorts():
    assert sorted(STATUS_ORDER) == sorted(STATUSES)
    assert all(sorted(codes(sort=sort)) == ["CIV", "MLI", "SOM", "ZAF"] for sort in SORTS)
