from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as some

from events.domain.badges import LENGTH, badge_address, token_of, uuid_of


@given(some.uuids())
def test_token_leads_back_to_its_uuid_alone(uuid):
    token = token_of(str(uuid))
    assert uuid_of(token) == str(uuid)
    assert len(token) == LENGTH and token.isascii() and "/" not in token


@pytest.mark.parametrize(
    "token", ["", "x" * 21, "x" * 23, "é" * 22, "!" * 22, "A" * 21 + "B", "../../etc/passwd______"]
)
def test_what_is_no_token_is_refused(token):
    with pytest.raises(ValueError):
        uuid_of(token)


def test_address_stands_below_the_public_one():
    uuid = str(uuid4())
    token = token_of(uuid)
    assert badge_address(uuid, "https://meetings.example.org/") == f"https://meetings.example.org/b/{token}/"
    assert badge_address(uuid, "") == token
