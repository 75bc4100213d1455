"""The lists as sheets, from values: one row each, in the reader's language, in the order of the page."""

from datetime import UTC, datetime

import pytest
from django.utils import translation

from participants.documents.lists import delegations_sheet, observers_sheet
from participants.domain.listing import lines
from participants.domain.values import (
    DelegateFacts,
    DelegationFacts,
    EntityFacts,
    InvitationFacts,
    RequestFacts,
    RosterFacts,
)

AT = datetime(2017, 9, 1, 12, tzinfo=UTC)


def entity(code, en, fr):
    return EntityFacts(
        code=code, kind="state", status="member_state", names={"en": en, "fr": fr}, prose={}, formal={}, short={},
        sort_keys={"en": en.lower(), "fr": fr.lower()},
    )  # fmt: skip


def delegation(code, ground, **fields):
    return DelegationFacts(
        uuid=code, version=1, entity=code, status="accepted", invitations=(InvitationFacts(ground=ground),), **fields
    )


def request(code, minute, number=None, **fields):
    at = AT.replace(minute=minute)
    return RequestFacts(uuid=f"r{code}", version=1, delegation=code, received_at=at, place_number=number, **fields)


HEAD = DelegateFacts(
    uuid="k", version=1, delegation="MLI", role="head", rank="head_of_state", gender="m",
    given_names="Ibrahim Boubacar", family_name="Keïta", function={"en": "President", "fr": "Président"},
    is_present=True,
)  # fmt: skip
ADVISER = DelegateFacts(
    uuid="p", version=1, delegation="MLI", role="adviser", rank="unspecified", is_placeholder=True,
    function={"en": "Adviser", "fr": "Conseiller"},
)  # fmt: skip
ROSTER = RosterFacts(
    slug="mali", uuid="m", version=1, first_on="2017-09-20", zone="America/New_York", observer_places=1, changed_at=AT,
    entities=(entity("DEU", "Germany", "Allemagne"), entity("ESP", "Spain", "Espagne"), entity("MLI", "Mali", "Mali")),
    delegations=(
        delegation("DEU", "observer"),
        delegation("ESP", "observer"),
        delegation("MLI", "host", delegates=(HEAD, ADVISER), received_at=AT, reply_channel="note", note="=1+1"),
    ),
    requests=(request("ESP", 5), request("DEU", 9, 1), request("MLI", 1, withdrawn_at=AT)),
    groups=(),
)  # fmt: skip


def test_delegation_is_one_row_with_its_head_first():
    with translation.override("en"):
        sheet = delegations_sheet([one for one in lines(ROSTER) if one.entity.code == "MLI"], zone="UTC", language="en")
    assert sheet.rows == (
        (
            "Mali", "MLI", "Host", "accepted", "Head of State",
            "H.E. Mr. Ibrahim Boubacar KEÏTA, President", "name to follow, Adviser", 1, 1, "note verbale",
            datetime(2017, 9, 1, 12), "", "", 1, "=1+1",
        ),
    )  # fmt: skip
    assert len(sheet.headings) == len(sheet.rows[0])


@pytest.mark.parametrize(("language", "names"), [("en", ["Germany", "Spain"]), ("fr", ["Allemagne", "Espagne"])])
def test_register_has_who_was_granted_and_then_who_waits(language, names):
    with translation.override(language):
        sheet = observers_sheet(ROSTER, language=language)
    assert [row[0] for row in sheet.rows] == names
    assert [row[3:6] for row in sheet.rows] == [
        (1, None, datetime(2017, 9, 1, 8, 9)),
        (None, 1, datetime(2017, 9, 1, 8, 5)),
    ]
    assert {len(row) for row in sheet.rows} == {len(sheet.headings)}
