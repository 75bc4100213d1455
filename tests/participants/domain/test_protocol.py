"""Statuses, blocks and alphabets, against the published orders of 2017."""

import csv
from pathlib import Path

import pytest

from meetingplanner.languages import DOCUMENT_LANGUAGES
from participants.domain.names import sort_key
from participants.domain.protocol import ALPHABETICAL_ORDERS, STATUSES

DATA = Path(__file__).parents[2] / "data" / "state_orders.csv"
ROWS = list(csv.DictReader(DATA.read_text(encoding="utf-8").splitlines()))


@pytest.mark.parametrize(
    ("column", "name"), [("sort_key_en_2017", "name_en_2017"), ("sort_key_fr_2017", "name_fr_2017")]
)
def test_sort_key_makes_the_stored_keys(column, name):
    assert [sort_key(row[name]) for row in ROWS] == [row[column] for row in ROWS]


def test_every_language_of_documents_has_an_order_of_its_own():
    assert (tuple(ALPHABETICAL_ORDERS), len(set(ALPHABETICAL_ORDERS.values()))) == (DOCUMENT_LANGUAGES, 6)


def test_blocks_are_states_then_organisations_then_the_united_nations():
    last_states = max(status.group for status in STATUSES.values() if status.is_state)
    others = [status.group for status in STATUSES.values() if not status.is_state]
    assert (last_states < min(others), STATUSES["united_nations"].group) == (True, max(others))
